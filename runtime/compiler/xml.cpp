#include "runtime/compiler/function_compiler.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

/// The namespaces declared before a node in its file, the innermost last.
std::vector<const XmlNamespaceSymbol*> namespacesAt(const SemanticModel& model, const ModuleSymbol& module,
                                                    const Node* node) {
    std::vector<const XmlNamespaceSymbol*> found;
    for (const Node* at = node; at->parent(); at = at->parent()) {
        const std::vector<const Node*> children = at->parent()->childNodes();
        for (size_t i = children.size(); i-- > 0;)
            if (is<XmlnsDeclStmt>(children[i]) && children[i]->id() < node->id())
                found.push_back(as<XmlNamespaceSymbol>(model.symbolOf(children[i])));
    }
    for (const Symbol* member : module.members)
        if (auto* space = as<XmlNamespaceSymbol>(member); space && &space->decl->tree() == &node->tree())
            found.push_back(space);
    std::reverse(found.begin(), found.end());
    return found;
}

/// The namespace of a name in a pattern; the default one for a name without a prefix. Null: none.
const XmlNamespaceSymbol* namespaceOf(const SemanticModel& model, const XmlAtomicNamePattern* pattern) {
    if (pattern->prefix())
        return as<XmlNamespaceSymbol>(model.symbolOf(pattern));
    const auto spaces = namespacesAt(model, model.module(), pattern);
    const auto isDefault = [](const XmlNamespaceSymbol* space) { return space->name.empty(); };
    const auto found = std::find_if(spaces.rbegin(), spaces.rend(), isDefault);
    return found == spaces.rend() ? nullptr : *found;
}

/// `name`, `{uri}name`, `{uri}*` or `*`.
std::vector<std::string> patternNames(const SemanticModel& model,
                                      const SeparatedNodeList<XmlAtomicNamePattern>& list) {
    std::vector<std::string> names;
    for (const XmlAtomicNamePattern* pattern : list) {
        const bool isAny = pattern->name()->kind() == TokenKind::Asterisk;
        const XmlNamespaceSymbol* space = isAny && !pattern->prefix() ? nullptr : namespaceOf(model, pattern);
        names.push_back((space ? "{" + space->uri + "}" : "") +
                        (isAny ? "*" : identifierValue(pattern->name())));
    }
    return names;
}

} // namespace

void FunctionCompiler::xmlNames(std::string_view name,
                                const SeparatedNodeList<XmlAtomicNamePattern>& patterns, Reg base) {
    std::vector<std::string> names = patternNames(m_model, patterns);
    Reg at = temps(names.size());
    if (at != base + 1)
        at = Reg(base + 1);
    for (const std::string& text : names)
        loadString(at++, text);
    intrinsic(name, base, Reg(names.size() + 1));
}

// The namespaces in two strings each, nil, then strings and values in turn, with a string first and last.
void FunctionCompiler::xmlTemplateTo(const XmlTemplateExpr* node, Reg dst) {
    Scope scope(*this);
    const auto spaces = namespacesAt(m_model, m_model.module(), node);
    size_t values = 0;
    for (const TemplateItem* item : node->items())
        values += is<Interpolation>(item);
    const size_t count = 2 * spaces.size() + 1 + 2 * values + 1;
    const Reg base = temps(count);
    Reg at = base;
    for (const XmlNamespaceSymbol* space : spaces) {
        loadString(at++, space->name);
        loadString(at++, space->uri);
    }
    loadNil(at++);
    std::string text;
    for (const TemplateItem* item : node->items()) {
        if (auto* string = cast<TemplateString>(item)) {
            text += string->content()->text();
            continue;
        }
        loadString(at++, text);
        text.clear();
        exprTo(cast<Interpolation>(item)->expression(), at++);
    }
    loadString(at, text);
    place(node);
    intrinsic("barre:xmlTemplate", base, Reg(count));
    const SemType textType = types::xmlItemType(types(), types::XmlItem::Text); // never changes
    if (types::isReadonly(types(), typeOf(node)) && !types::isSubtype(types(), typeOf(node), textType))
        freeze(base);
    move(dst, base);
}

void FunctionCompiler::xmlFilterTo(const XmlFilterExpr* node, Reg dst) {
    Reg base = temp();
    exprTo(node->expression(), base);
    place(node);
    xmlNames("barre:xmlFilter", node->xmlNamePattern(), base);
    move(dst, base);
}

// What follows the step is done for the children of each element by themselves. Other items have no children.
void FunctionCompiler::xmlStepTo(const XmlStepExpr* node, Reg dst) {
    Scope scope(*this);
    Reg base = temp();
    exprTo(node->expression(), base);
    place(node);
    if (node->xmlStepExtends().empty()) {
        xmlStepStart(node->xmlStepStart(), base);
        return move(dst, base);
    }
    Reg parts = temp(); // first the names of the elements
    loadString(parts, "*");
    intrinsic("barre:xmlFilter", base, 2);
    emit(Opcode::NEW_LIST, parts, 0, 0);
    m_asm.extra(typeId(types::arrayOf(types(), types::valueType)));
    Label end = m_asm.label(), next = m_asm.label();
    iterateSequence(base, end, next, [&](Reg item) {
        Scope scope(*this);
        Reg part = temp();
        move(part, item);
        xmlStepStart(node->xmlStepStart(), part);
        for (const XmlStepExtend* extend : node->xmlStepExtends())
            xmlStepExtend(extend, part);
        emit(Opcode::LIST_PUSH, parts, part);
    });
    intrinsic("ballerina/lang.xml:concat", parts, 1);
    move(dst, parts);
}

void FunctionCompiler::xmlStepStart(const XmlStepStart* start, Reg base) {
    Scope scope(*this);
    if (is<XmlAllChildrenStep>(start))
        intrinsic("barre:xmlChildren", base, 1);
    else if (auto* children = cast<XmlElementChildrenStep>(start))
        xmlNames("barre:xmlChildElements", children->xmlNamePattern(), base);
    else if (auto* descendants = cast<XmlElementDescendantsStep>(start))
        xmlNames("barre:xmlDescendants", descendants->xmlNamePattern(), base);
}

void FunctionCompiler::xmlStepExtend(const XmlStepExtend* extend, Reg base) {
    Scope scope(*this);
    if (auto* filter = cast<XmlStepFilterExtend>(extend)) {
        xmlNames("barre:xmlFilter", filter->xmlNamePattern(), base);
    } else if (auto* member = cast<XmlStepMemberExtend>(extend)) {
        Reg key = expr(member->expression());
        emit(Opcode::MEMBER_GET, base, base, key);
    } else if (const CallFacts* call = m_model.callOf(extend)) {
        m_xmlStepValue = base;
        callTo(extend, *call, base);
    }
}

} // namespace barre::runtime
