#include "model/semantics/exposed_symbols.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/nodes.h"

namespace barre::model {

namespace {

using syntax::NodeKind;

bool isPublic(const syntax::Node* node) {
    return syntax::hasQualifier(node, syntax::TokenKind::PublicKeyword);
}

/// Nobody imports the program to call its main.
bool isMain(const syntax::Node* node) {
    const auto* function = syntax::FunctionDefn::cast(node);
    return function && function->name()->text() == "main";
}

/// Remote methods and resources are for everybody, the other members of an object for other modules if they
/// are public. What is included becomes a member of its own, so the name of where it comes from is not
/// needed.
bool isHidden(const syntax::Node* node) {
    switch (node->kind()) {
    case NodeKind::MethodDefn:
    case NodeKind::MethodDecl:
    case NodeKind::ObjectField:
    case NodeKind::ObjectFieldDescriptor: return !isPublic(node);
    case NodeKind::ObjectTypeInclusion:
    case NodeKind::RecordTypeInclusion:
    case NodeKind::Metadata:
    case NodeKind::Annotation: return true;
    default: return syntax::is<syntax::Expression>(node) || syntax::is<syntax::FunctionBody>(node);
    }
}

/// A type that only stands for simple values needs no name.
bool hasStructure(const Symbol& symbol) {
    const auto* type = as<TypeSymbol>(&symbol);
    return as<ClassSymbol>(&symbol) || (type && (type->record || type->object));
}

class ExposedSymbols {
public:
    explicit ExposedSymbols(const ModelTables& tables) : m_tables(tables) {}

    std::vector<Finding> findings;

    void visit(const syntax::Node* node) {
        if (isHidden(node))
            return;
        if (const auto* reference = syntax::TypeReference::cast(node))
            visitReference(reference);
        for (const syntax::Node* child : node->childNodes())
            visit(child);
    }

private:
    void visitReference(const syntax::TypeReference* reference) {
        const auto found = m_tables.symbolOf.find(reference);
        const Symbol* symbol = found == m_tables.symbolOf.end() ? nullptr : found->second;
        if (symbol && symbol->module == m_tables.module && !symbol->isPublic() && hasStructure(*symbol))
            findings.push_back({DiagnosticCode::ExposesNonPublic, reference, {symbol->name}});
    }

    const ModelTables& m_tables;
};

} // namespace

std::vector<Finding> findExposedSymbols(const ModelTables& tables) {
    ExposedSymbols exposed(tables);
    for (const auto& tree : tables.trees)
        if (const auto* file = syntax::ModulePart::cast(tree->root()))
            for (const syntax::ModuleMember* member : file->members())
                if (isPublic(member) && !isMain(member))
                    exposed.visit(member);
    return std::move(exposed.findings);
}

} // namespace barre::model
