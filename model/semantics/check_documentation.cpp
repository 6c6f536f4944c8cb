// Documentation: whether what it describes is there.
#include "model/semantics/checker.h"
#include "model/syntax/documentation.h"

namespace barre::model {

namespace {

using Names = std::unordered_set<std::string>;

template<class Nodes>
void addNames(const Nodes& nodes, Names& names) {
    for (const auto* node : nodes)
        if (const syntax::Token* name = syntax::nameOf(node))
            names.insert(syntax::identifierValue(name));
}

/// The parts of a declaration that its documentation can describe by name.
Names documentable(const syntax::Node* decl) {
    Names names;
    if (const auto* function = syntax::FunctionLike::cast(decl)) {
        addNames(function->functionSignature()->params(), names);
        if (function->resourcePath())
            addNames(function->resourcePath()->segments(), names);
    } else if (const auto* object = syntax::ModuleClassDefn::cast(decl)) {
        addNames(object->members(), names);
    } else if (const auto* enumeration = syntax::ModuleEnumDecl::cast(decl)) {
        addNames(enumeration->members(), names);
    } else {
        syntax::forEachNode(decl, [&](const syntax::Node* node) {
            if (syntax::is<syntax::IndividualFieldDescriptor>(node) ||
                syntax::is<syntax::ObjectFieldDescriptor>(node))
                names.insert(syntax::identifierValue(syntax::nameOf(node)));
        });
    }
    return names;
}

/// What is included brings names that are not written here.
bool hasInclusion(const syntax::Node* decl) {
    bool found = false;
    syntax::forEachNode(decl, [&](const syntax::Node* node) {
        found = found || syntax::is<syntax::RecordTypeInclusion>(node) ||
                syntax::is<syntax::ObjectTypeInclusion>(node);
    });
    return found;
}

std::string withoutQuote(const std::string& name) {
    return name.starts_with('\'') ? name.substr(1) : name;
}

} // namespace

void Checker::checkDocumentation(const syntax::Node* owner) {
    const syntax::Documentation documentation = syntax::documentationOf(owner);
    if (!documentation.params.empty() && !hasInclusion(owner)) {
        const Names names = documentable(owner);
        Names documented;
        for (const syntax::DocumentedParam& param : documentation.params) {
            const std::string name = withoutQuote(param.name);
            if (!names.contains(name))
                m_analysis.reportAt(DiagnosticCode::DocumentedParamUnknown, m_file, param.nameRange, {name});
            else if (!documented.insert(name).second)
                m_analysis.reportAt(DiagnosticCode::DocumentedTwice, m_file, param.nameRange, {name});
        }
    }
    const auto* function = syntax::FunctionLike::cast(owner);
    if (function && documentation.returnParam && !function->functionSignature()->returnTypeDescriptor())
        m_analysis.reportAt(DiagnosticCode::DocumentedReturn, m_file, documentation.returnParam->nameRange);
}

} // namespace barre::model
