#include "model/design/class_design.h"

#include "model/design/declarations.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Snapshot;

namespace {

using Declarations = std::vector<Declaration>;

std::string visibilityOf(const Node* node) {
    if (hasQualifier(node, TokenKind::PublicKeyword))
        return "public";
    return hasQualifier(node, TokenKind::PrivateKeyword) ? "private" : "";
}

VariableDiagnostics diagnosticsOf(const Snapshot& snapshot, const Location& place, const Node* type,
                                  const Node* value) {
    VariableDiagnostics found;
    const auto isIn = [](const Node* node, const model::Diagnostic& diagnostic) {
        return node && node->range().contains(diagnostic.range);
    };
    for (const model::Diagnostic& diagnostic : snapshot.diagnostics()) {
        if (diagnostic.path != place.file || !place.range.contains(diagnostic.range))
            continue;
        auto& field = isIn(value, diagnostic)  ? found.value
                      : isIn(type, diagnostic) ? found.type
                                               : found.name;
        field.push_back(diagnostic);
    }
    return found;
}

ClassVariable classVariable(const Snapshot& snapshot, const Declaration& declaration) {
    const auto* field = cast<ObjectField>(declaration.node);
    ClassVariable variable;
    variable.id = declaration.id;
    variable.name = declaration.name;
    variable.type = oneLine(field->typeDescriptor());
    variable.defaultText = textOf(field->fieldInitializer());
    variable.visibility = visibilityOf(field);
    variable.isFinal = hasQualifier(field, TokenKind::FinalKeyword);
    variable.documentation = documentationText(field);
    variable.location = declaration.location();
    variable.nameRange = nameRange(field);
    variable.problems = problemsIn(snapshot, variable.location);
    variable.diagnostics =
        diagnosticsOf(snapshot, variable.location, field->typeDescriptor(), field->fieldInitializer());
    return variable;
}

void addMembers(ClassDesign& design, const Declarations& all, const Snapshot& snapshot) {
    for (const Declaration& declaration : all) {
        if (declaration.ownerId != design.id)
            continue;
        if (is<ObjectField>(declaration.node))
            design.variables.push_back(classVariable(snapshot, declaration));
        else if (is<FunctionLike>(declaration.node))
            design.methods.push_back(methodDesign(snapshot, declaration));
    }
}

void addServices(ClassDesign& design, const Declarations& all) {
    for (const Declaration& other : all) {
        if (!is<ResourceMethodDefn>(other.node))
            continue;
        for (const MadeClass& made : classesMadeBy(all, other.node)) {
            const auto* service = cast<ServiceDecl>(other.owner);
            const bool isNew = std::ranges::find(design.services, other.ownerId) == design.services.end();
            if (made.declaration->id == design.id && service && isNew) {
                design.services.push_back(other.ownerId);
                design.servicePaths.push_back(servicePathOf(service));
            }
        }
    }
}

void addMissingCallbacks(ClassDesign& design) {
    for (const CallbackRow& row : callbacks()) {
        const bool isOut = std::ranges::any_of(design.methods, [&](const MethodDesign& method) {
            return method.name == row.name || excludes(row, method.name);
        });
        if (!isOut)
            design.missing.push_back(&row);
    }
}

} // namespace

ClassDesign buildClassDesign(const Snapshot& snapshot, const SymbolId& id) {
    ClassDesign design;
    const Declarations all = declarationsOf(snapshot);
    const auto declaration = std::ranges::find(all, id, &Declaration::id);
    const auto* classDefn = declaration == all.end() ? nullptr : cast<ModuleClassDefn>(declaration->node);
    if (!classDefn)
        return design;
    design.id = id;
    design.name = declaration->name;
    design.nameRange = nameRange(classDefn);
    design.qualifiers = qualifierText(classDefn);
    design.isConnection = isConnectionClass(all, *declaration);
    for (const ObjectMember* member : classDefn->members())
        if (const auto* inclusion = cast<ObjectTypeInclusion>(member))
            design.inclusions.push_back(oneLine(inclusion->typeReference()));
    addServices(design, all);
    addMembers(design, all, snapshot);
    if (design.isConnection)
        addMissingCallbacks(design);
    design.documentation = documentationText(classDefn);
    design.location = declaration->location();
    design.problems = problemsIn(snapshot, design.location);
    return design;
}

FunctionDesign buildFunctionDesign(const Snapshot& snapshot, const SymbolId& id) {
    FunctionDesign design;
    const std::optional<Declaration> declaration = findDeclaration(snapshot, id);
    if (!declaration || !is<FunctionLike>(declaration->node))
        return design;
    design.signature = methodDesign(snapshot, *declaration);
    design.isPublic = hasQualifier(declaration->node, TokenKind::PublicKeyword);
    design.isIsolated = hasQualifier(declaration->node, TokenKind::IsolatedKeyword);
    design.owner = declaration->ownerId;
    if (is<ResourceMethodDefn>(declaration->node))
        design.resourcePath = resourcePathOf(cast<FunctionLike>(declaration->node));
    return design;
}

VariableDesign buildVariableDesign(const Snapshot& snapshot, const SymbolId& id) {
    VariableDesign design;
    const std::optional<Declaration> declaration = findDeclaration(snapshot, id);
    const auto* variable = declaration ? cast<ModuleVarDecl>(declaration->node) : nullptr;
    const auto* constant = declaration ? cast<ModuleConstDecl>(declaration->node) : nullptr;
    if (!variable && !constant)
        return design;
    design.id = id;
    design.kind = itemKindOf(*declaration);
    design.name = declaration->name;
    const Node* type =
        variable ? variable->typedBindingPattern()->typeDescriptor() : constant->typeDescriptor();
    const Node* value = variable ? variable->initializer() : constant->expression();
    design.type = oneLine(type);
    design.value = textOf(value);
    design.isPublic = hasQualifier(declaration->node, TokenKind::PublicKeyword);
    design.isFinal = hasQualifier(declaration->node, TokenKind::FinalKeyword);
    design.isIsolated = hasQualifier(declaration->node, TokenKind::IsolatedKeyword);
    design.documentation = documentationText(declaration->node);
    if (const model::ConfigValue* value =
            snapshot.config().find(snapshot.manifest().org, declaration->module->name, design.name))
        design.configuredValue =
            std::string(snapshot.text("Config.toml").substr(value->range.begin, value->range.length()));
    design.location = declaration->location();
    design.nameRange = nameRange(declaration->node);
    design.problems = problemsIn(snapshot, design.location);
    design.diagnostics = diagnosticsOf(snapshot, design.location, type, value);
    return design;
}

} // namespace barre::design
