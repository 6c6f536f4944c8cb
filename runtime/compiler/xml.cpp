#include "runtime/compiler/function_compiler.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

/// `name`, `{uri}name`, `{uri}*` or `*`.
std::vector<std::string> patternNames(const SemanticModel& model, const SeparatedNodeList<XmlAtomicNamePattern>& list) {
    std::vector<std::string> names;
    for (const XmlAtomicNamePattern* pattern : list) {
        std::string name;
        if (auto* space = as<XmlNamespaceSymbol>(model.symbolOf(pattern)))
            name = "{" + space->uri + "}";
        names.push_back(name + (pattern->name()->kind() == TokenKind::Asterisk ? "*" : identifierValue(pattern->name())));
    }
    return names;
}

} // namespace

void FunctionCompiler::xmlNames(std::string_view name, const SeparatedNodeList<XmlAtomicNamePattern>& patterns,
                                Reg base) {
    std::vector<std::string> names = patternNames(m_model, patterns);
    Reg at = temps(names.size());
    if (at != base + 1)
        at = Reg(base + 1);
    for (const std::string& text : names)
        loadString(at++, text);
    intrinsic(name, base, Reg(names.size() + 1));
}

void FunctionCompiler::xmlFilterTo(const XmlFilterExpr* node, Reg dst) {
    Reg base = temp();
    exprTo(node->expression(), base);
    place(node);
    xmlNames("barre:xmlFilter", node->xmlNamePattern(), base);
    move(dst, base);
}

void FunctionCompiler::xmlStepTo(const XmlStepExpr* node, Reg dst) {
    Reg base = temp();
    exprTo(node->expression(), base);
    place(node);
    const XmlStepStart* start = node->xmlStepStart();
    if (is<XmlAllChildrenStep>(start))
        intrinsic("barre:xmlChildren", base, 1);
    else if (auto* children = cast<XmlElementChildrenStep>(start))
        xmlNames("barre:xmlChildElements", children->xmlNamePattern(), base);
    else if (auto* descendants = cast<XmlElementDescendantsStep>(start))
        xmlNames("barre:xmlDescendants", descendants->xmlNamePattern(), base);
    for (const XmlStepExtend* extend : node->xmlStepExtends()) {
        Scope scope(*this);
        if (auto* filter = cast<XmlStepFilterExtend>(extend)) {
            xmlNames("barre:xmlFilter", filter->xmlNamePattern(), base);
        } else if (auto* member = cast<XmlStepMemberExtend>(extend)) {
            Reg key = expr(member->expression());
            emit(Opcode::MEMBER_GET, base, base, key);
        } else {
            unsupported(extend, "a method call in an XML step expression");
        }
    }
    move(dst, base);
}

} // namespace barre::runtime
