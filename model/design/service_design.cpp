#include "model/design/service_design.h"

#include "model/design/declarations.h"
#include "model/design/signature.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Snapshot;

namespace {

using Declarations = std::vector<Declaration>;

const Declaration* find(const Declarations& all, const SymbolId& id) {
    const auto found = std::ranges::find(all, id, &Declaration::id);
    return found == all.end() ? nullptr : &*found;
}

std::string fieldNameOf(const SpecificField* field) {
    const Token* name = field->fieldName();
    return name->kind() == TokenKind::StringLiteral ? stringLiteralValue(name) : identifierValue(name);
}

Option unsetOption(const OptionRow& row) {
    Option option;
    option.row = &row;
    option.name = row.name;
    option.text = row.defaultText;
    return option;
}

std::vector<Option> unsetOptions(OptionOwner owner) {
    std::vector<Option> options;
    for (const OptionRow& row : optionRows())
        if (row.owner == owner)
            options.push_back(unsetOption(row));
    return options;
}

void setOption(std::vector<Option>& options, std::string name, const Node* value) {
    auto option = std::ranges::find(options, name, &Option::name);
    if (option == options.end())
        option = options.insert(options.end(), Option{nullptr, std::move(name), {}, true, {}});
    option->isSet = true;
    option->text = textOf(value);
    option->range = value->range();
}

std::vector<Option> serviceOptions(const ServiceDecl* service) {
    std::vector<Option> options = unsetOptions(OptionOwner::Service);
    if (const MappingConstructorExpr* value = serviceConfigOf(service))
        for (const MappingField* field : value->fields())
            if (const auto* specific = cast<SpecificField>(field); specific && specific->valueExpr())
                setOption(options, fieldNameOf(specific), specific->valueExpr());
    return options;
}

std::vector<Option> listenerOptions(const ArgList* list) {
    std::vector<Option> options = unsetOptions(OptionOwner::Listener);
    if (list)
        for (const Arg* arg : list->args())
            if (const auto* named = cast<NamedArg>(arg))
                setOption(options, identifierValue(named->name()), named->expression());
    return options;
}

AttachedListener attachedListener(const Declarations& all, const Expression* expression) {
    AttachedListener attached;
    attached.text = oneLine(expression);
    attached.range = expression->range();
    const Node* made = expression;
    if (const auto* reference = cast<VariableReferenceExpr>(expression)) {
        const Declaration* declaration =
            findNamed(all, reference, reference->prefix() ? reference->prefix()->text() : "",
                      identifierValue(reference->name()));
        if (const auto* listener = declaration ? cast<ListenerDecl>(declaration->node) : nullptr) {
            attached.id = declaration->id;
            made = listener->expression();
        }
    }
    if (const Expression* port = portOf(made))
        attached.port = textOf(port);
    return attached;
}

ResourceDesign resourceDesign(const Declarations& all, const Snapshot& snapshot,
                              const Declaration& declaration) {
    const auto* function = cast<FunctionLike>(declaration.node);
    ResourceDesign resource;
    resource.id = declaration.id;
    resource.accessor = identifierValue(function->name());
    resource.path = resourcePathOf(function);
    resource.pathRange = function->resourcePath() ? function->resourcePath()->range() : SourceRange{};
    resource.parameters = parametersOf(function);
    resource.returns = returnTypeOf(function);
    resource.returnsRange = returnRangeOf(function);
    for (const MadeClass& made : classesMadeBy(all, function))
        resource.classes.push_back({made.declaration->name, made.declaration->id, made.expression->range()});
    resource.isUpgrade = isUpgradeResource(function);
    resource.steps = stepsIn(function);
    resource.location = declaration.location();
    resource.problems = problemsIn(snapshot, resource.location);
    return resource;
}

ServiceMember serviceMember(const Snapshot& snapshot, const Declaration& declaration) {
    ServiceMember member;
    member.id = declaration.id;
    member.kind = itemKindOf(declaration);
    member.icon = iconOf(declaration);
    member.label = declaration.name;
    if (const auto* field = cast<ObjectField>(declaration.node))
        member.detail = oneLine(field->typeDescriptor());
    else
        member.detail = startSignature(cast<FunctionLike>(declaration.node));
    member.location = declaration.location();
    member.problems = problemsIn(snapshot, member.location);
    return member;
}

void addMembers(ServiceDesign& design, const Declarations& all, const Snapshot& snapshot) {
    for (const Declaration& declaration : all) {
        if (declaration.ownerId != design.id)
            continue;
        if (is<ResourceMethodDefn>(declaration.node))
            design.resources.push_back(resourceDesign(all, snapshot, declaration));
        else
            design.members.push_back(serviceMember(snapshot, declaration));
    }
}

SourceRange attachPointRange(const ServiceDecl* service) {
    if (service->attachPoint())
        return service->attachPoint()->range();
    const uint32_t at = service->typeDescriptor() ? service->typeDescriptor()->range().end
                                                  : service->serviceKeyword()->range().end;
    return {at, at};
}

} // namespace

const MappingConstructorExpr* serviceConfigOf(const Node* service) {
    for (const Annotation* annotation : annotsOf(service)) {
        const AnnotTagReference* tag = annotation->annotTagReference();
        if (tag->prefix() && identifierValue(tag->name()) == "ServiceConfig" &&
            moduleOfPrefix(service->tree(), identifierValue(tag->prefix())) == webSocketModule)
            return annotation->annotValue();
    }
    return nullptr;
}

const ArgList* argumentsOfNew(const Node* expression) {
    if (const auto* checking = cast<CheckingExpr>(expression))
        return argumentsOfNew(checking->expression());
    if (const auto* made = cast<ExplicitNewExpr>(expression))
        return made->argList();
    const auto* made = cast<ImplicitNewExpr>(expression);
    return made ? made->argList() : nullptr;
}

const Expression* portOf(const Node* newListener) {
    const ArgList* list = argumentsOfNew(newListener);
    const auto* first = list && !list->args().empty() ? cast<PositionalArg>(list->args()[0]) : nullptr;
    return first ? first->expression() : nullptr;
}

ServiceDesign buildServiceDesign(const Snapshot& snapshot, const SymbolId& id) {
    ServiceDesign design;
    const Declarations all = declarationsOf(snapshot);
    const Declaration* declaration = find(all, id);
    const auto* service = declaration ? cast<ServiceDecl>(declaration->node) : nullptr;
    if (!service)
        return design;
    design.id = id;
    design.path = servicePathOf(service);
    design.pathRange = attachPointRange(service);
    design.type = oneLine(service->typeDescriptor());
    design.isWebSocket = isWebSocketService(all, *declaration);
    for (const Expression* expression : service->expressions())
        design.listeners.push_back(attachedListener(all, expression));
    addMembers(design, all, snapshot);
    design.options = serviceOptions(service);
    design.documentation = documentationText(service);
    design.location = declaration->location();
    design.problems = problemsIn(snapshot, design.location);
    return design;
}

ListenerDesign buildListenerDesign(const Snapshot& snapshot, const SymbolId& id) {
    ListenerDesign design;
    const Declarations all = declarationsOf(snapshot);
    const Declaration* declaration = find(all, id);
    const auto* listener = declaration ? cast<ListenerDecl>(declaration->node) : nullptr;
    if (!listener)
        return design;
    design.id = id;
    design.name = declaration->name;
    design.nameRange = nameRange(listener);
    const auto* made = cast<ExplicitNewExpr>(listener->expression());
    const Node* type = listener->typeDescriptor() ? listener->typeDescriptor()
                       : made                     ? made->classDescriptor()
                                                  : nullptr;
    design.type = oneLine(type);
    design.isWebSocket = isTypeNamed(type, webSocketModule, "Listener");
    const Expression* port = portOf(listener->expression());
    design.port = textOf(port);
    design.portRange = port ? port->range() : SourceRange{};
    design.options = listenerOptions(argumentsOfNew(listener->expression()));
    for (const Declaration& other : all)
        if (const auto* service = cast<ServiceDecl>(other.node))
            for (const Expression* expression : service->expressions())
                if (attachedListener(all, expression).id == id)
                    design.services.push_back(other.id);
    design.location = declaration->location();
    design.problems = problemsIn(snapshot, design.location);
    return design;
}

} // namespace barre::design
