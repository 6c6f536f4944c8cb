#include "model/design/declarations.h"

#include "model/design/callbacks.h"
#include "model/design/tree_text.h"
#include "model/semantics/semantic_model.h"

#include <algorithm>
#include <map>
#include <set>

namespace barre::design {

using namespace syntax;
using model::Snapshot;
using model::SourceFile;
using model::SourceModule;

namespace {

std::string pathSegmentText(const Node* segment) {
    if (const auto* name = cast<ResourcePathSegmentName>(segment))
        return std::string(name->name()->text());
    if (const auto* param = cast<ResourcePathSegmentParam>(segment))
        return "[" + (param->name() ? identifierValue(param->name()) : oneLine(param->typeDescriptor())) +
               "]";
    if (const auto* rest = cast<ResourcePathRestParam>(segment))
        return "[" + (rest->name() ? identifierValue(rest->name()) : std::string()) + "...]";
    return ".";
}

std::string idNameOf(const Node* node) {
    if (const auto* service = cast<ServiceDecl>(node)) {
        const std::string path = servicePathOf(service);
        return path.empty() ? "service" : "service " + path;
    }
    if (const auto* resource = cast<ResourceMethodDefn>(node))
        return resourceLabel(cast<FunctionLike>(resource));
    return nameText(node);
}

NodeList<ObjectMember> membersOf(const Node* node) {
    if (const auto* classDefn = cast<ModuleClassDefn>(node))
        return classDefn->members();
    if (const auto* service = cast<ServiceDecl>(node))
        return service->objectConstructorBlock()->members();
    return NodeList<ObjectMember>(nullptr);
}

bool isDeclaration(const Node* member) {
    return is<FunctionLike>(member) || is<ListenerDecl>(member) || is<ServiceDecl>(member) ||
           is<ModuleClassDefn>(member) || is<ModuleVarDecl>(member) || is<ModuleConstDecl>(member) ||
           is<ModuleTypeDefn>(member) || is<ModuleEnumDecl>(member) || is<ObjectField>(member);
}

/// Walks a snapshot and names what it finds.
class Collector {
public:
    std::vector<Declaration> collect(const Snapshot& snapshot) {
        for (const SourceModule& module : snapshot.modules())
            for (const SourceFile* file : module.files)
                if (const auto* part = cast<ModulePart>(file->tree->root()))
                    for (const ModuleMember* member : part->members())
                        addMember(member, *file, module);
        return std::move(m_all);
    }

private:
    void addMember(const Node* node, const SourceFile& file, const SourceModule& module) {
        if (!isDeclaration(node))
            return;
        const std::string prefix = module.isDefault ? std::string() : module.name + ":";
        const SymbolId id = unique(prefix + idNameOf(node));
        m_all.push_back({id, nameText(node), node, {}, nullptr, &file, &module});
        for (const ObjectMember* member : membersOf(node))
            if (isDeclaration(member))
                m_all.push_back({unique(id.path + "." + idNameOf(member)), nameText(member), member, id, node,
                                 &file, &module});
    }

    SymbolId unique(std::string path) {
        const int count = ++m_counts[path];
        if (count > 1)
            path += "#" + std::to_string(count);
        return {std::move(path)};
    }

    std::vector<Declaration> m_all;
    std::map<std::string, int> m_counts;
};

ItemKind kindOfTypeDescriptor(const Node* type) {
    if (const auto* distinct = cast<DistinctTypeDesc>(type))
        return kindOfTypeDescriptor(distinct->typeDescriptor());
    if (const auto* parentheses = cast<ParenthesizedTypeDesc>(type))
        return kindOfTypeDescriptor(parentheses->typeDescriptor());
    if (const auto* intersection = cast<IntersectionTypeDesc>(type)) {
        const bool readonlyFirst = intersection->left()->text() == "readonly";
        return kindOfTypeDescriptor(readonlyFirst ? intersection->right() : intersection->left());
    }
    if (is<RecordTypeDesc>(type))
        return ItemKind::Record;
    if (is<UnionTypeDesc>(type) || is<OptionalTypeDesc>(type))
        return ItemKind::Union;
    if (is<ObjectTypeDesc>(type))
        return ItemKind::ObjectType;
    if (is<ErrorTypeDesc>(type))
        return ItemKind::ErrorType;
    if (is<ArrayTypeDesc>(type))
        return ItemKind::Array;
    if (is<TupleTypeDesc>(type))
        return ItemKind::Tuple;
    return is<MapTypeDesc>(type) ? ItemKind::Map : ItemKind::OtherType;
}

/// By its type; without types, what is made by `new` of a library's type that is called a client.
bool isClientVariable(const ModuleVarDecl* variable, const model::SemanticModel* model) {
    const auto* symbol = model ? model::as<model::VariableSymbol>(
                                     model->symbolOf(variable->typedBindingPattern()->bindingPattern()))
                               : nullptr;
    if (symbol)
        if (const model::ClassSymbol* object = model->classOfType(symbol->type))
            return object->isClient;
    const auto* reference = cast<TypeReference>(variable->typedBindingPattern()->typeDescriptor());
    if (const auto* made = cast<ExplicitNewExpr>(variable->initializer()))
        reference = reference ? reference : cast<TypeReference>(made->classDescriptor());
    return reference && reference->prefix() && identifierValue(reference->name()).ends_with("Client");
}

ItemKind kindOfVariable(const ModuleVarDecl* variable, const model::SemanticModel* model) {
    if (hasQualifier(variable, TokenKind::ConfigurableKeyword))
        return ItemKind::Configurable;
    return isClientVariable(variable, model) ? ItemKind::Client : ItemKind::Variable;
}

ItemKind kindOfFunction(const Declaration& declaration) {
    const std::string& name = declaration.name;
    if (is<FunctionDefn>(declaration.node))
        return name == "main" ? ItemKind::Main : ItemKind::Function;
    if (is<ResourceMethodDefn>(declaration.node))
        return isUpgradeResource(declaration.node) ? ItemKind::UpgradeResource : ItemKind::Resource;
    if (is<RemoteMethodDefn>(declaration.node))
        return findCallback(name) ? ItemKind::Handler : ItemKind::RemoteMethod;
    return name == "init" ? ItemKind::Init : ItemKind::Method;
}

bool includesWebSocketService(const Node* classDefn) {
    for (const ObjectMember* member : membersOf(classDefn))
        if (const auto* inclusion = cast<ObjectTypeInclusion>(member))
            if (isTypeNamed(inclusion->typeReference(), webSocketModule, "Service"))
                return true;
    return false;
}

bool servesWebSocket(const std::vector<Declaration>& all, const Expression* listener) {
    if (const auto* made = cast<ExplicitNewExpr>(listener))
        return isTypeNamed(made->classDescriptor(), webSocketModule, "Listener");
    const auto* reference = cast<VariableReferenceExpr>(listener);
    const Declaration* declaration =
        reference ? findNamed(all, reference, reference->prefix() ? reference->prefix()->text() : "",
                              identifierValue(reference->name()))
                  : nullptr;
    const auto* decl = declaration ? cast<ListenerDecl>(declaration->node) : nullptr;
    return decl && (isTypeNamed(decl->typeDescriptor(), webSocketModule, "Listener") ||
                    servesWebSocket(all, decl->expression()));
}

/// Names that a function declares itself: they hide what the module declares.
std::set<std::string> localNames(const Node* function) {
    std::set<std::string> names;
    forEachNode(function, [&](const Node* node) {
        const Token* name = nullptr;
        if (const auto* capture = cast<CaptureBindingPattern>(node))
            name = capture->name();
        else if (const auto* field = cast<FieldBindingPattern>(node); field && !field->colon())
            name = field->name();
        else if (is<Param>(node) || is<ResourcePathSegmentParam>(node) || is<ResourcePathRestParam>(node))
            name = nameOf(node);
        if (name)
            names.insert(identifierValue(name));
    });
    return names;
}

} // namespace

Location Declaration::location() const {
    return {file->path, node->range()};
}

std::string Declaration::moduleName() const {
    return module->isDefault ? std::string() : module->name;
}

std::vector<Declaration> declarationsOf(const Snapshot& snapshot) {
    return Collector().collect(snapshot);
}

std::vector<Declaration> programDeclarationsOf(const Snapshot& snapshot) {
    std::vector<Declaration> all = declarationsOf(snapshot);
    std::erase_if(all, [](const Declaration& declaration) { return declaration.isTest(); });
    return all;
}

std::string firstFileOf(const Snapshot& snapshot) {
    for (const model::SourceFile& file : snapshot.files())
        if (!model::isTestFile(file.path))
            return file.path;
    return "main.bal";
}

bool Declaration::isTest() const {
    return model::isTestFile(file->path);
}

std::optional<Declaration> findDeclaration(const Snapshot& snapshot, const SymbolId& id) {
    if (id.empty())
        return std::nullopt;
    for (Declaration& declaration : declarationsOf(snapshot))
        if (declaration.id == id)
            return std::move(declaration);
    return std::nullopt;
}

const Declaration* findNamed(const std::vector<Declaration>& all, const Node* place, std::string_view prefix,
                             std::string_view name) {
    const SyntaxTree& tree = place->tree();
    const SourceModule* home = nullptr;
    for (const Declaration& declaration : all)
        if (declaration.file->tree.get() == &tree)
            home = declaration.module;
    std::string module = prefix.empty() ? std::string() : moduleOfPrefix(tree, identifierValue(prefix));
    if (const size_t slash = module.find('/'); slash != std::string::npos)
        module.erase(0, slash + 1);
    for (const Declaration& declaration : all) {
        const bool inModule =
            prefix.empty() ? declaration.module == home : declaration.module->name == module;
        if (inModule && declaration.ownerId.empty() && declaration.name == name)
            return &declaration;
    }
    return nullptr;
}

const Declaration* findClass(const std::vector<Declaration>& all, const Node* typeReference) {
    const auto* reference = cast<TypeReference>(typeReference);
    if (!reference)
        return nullptr;
    const Declaration* found =
        findNamed(all, reference, reference->prefix() ? reference->prefix()->text() : "",
                  identifierValue(reference->name()));
    return found && is<ModuleClassDefn>(found->node) ? found : nullptr;
}

const Declaration* findMember(const std::vector<Declaration>& all, const SymbolId& owner,
                              std::string_view name) {
    for (const Declaration& declaration : all)
        if (declaration.ownerId == owner && declaration.name == name &&
            !is<ResourceMethodDefn>(declaration.node))
            return &declaration;
    return nullptr;
}

ItemKind itemKindOf(const Declaration& declaration) {
    const Node* node = declaration.node;
    if (is<ServiceDecl>(node))
        return ItemKind::Service;
    if (is<ListenerDecl>(node))
        return ItemKind::Listener;
    if (is<ModuleClassDefn>(node))
        return includesWebSocketService(node) ? ItemKind::ConnectionClass : ItemKind::Class;
    if (is<FunctionLike>(node))
        return kindOfFunction(declaration);
    if (const auto* type = cast<ModuleTypeDefn>(node))
        return kindOfTypeDescriptor(type->typeDescriptor());
    if (is<ModuleEnumDecl>(node))
        return ItemKind::Enum;
    if (is<ModuleConstDecl>(node))
        return ItemKind::Constant;
    const auto* variable = cast<ModuleVarDecl>(node);
    return variable ? kindOfVariable(variable, declaration.module->semantics.get()) : ItemKind::Variable;
}

bool isUpgradeResource(const Node* resource) {
    const auto* function = cast<FunctionLike>(resource);
    if (!is<ResourceMethodDefn>(resource) || function->name()->text() != "get")
        return false;
    const ReturnTypeDescriptor* returns = function->functionSignature()->returnTypeDescriptor();
    return returns && mentionsType(returns->typeDescriptor(), webSocketModule, "Service");
}

bool isConnectionClass(const std::vector<Declaration>& all, const Declaration& declaration) {
    if (!is<ModuleClassDefn>(declaration.node))
        return false;
    if (includesWebSocketService(declaration.node))
        return true;
    for (const Declaration& other : all)
        if (isUpgradeResource(other.node))
            for (const MadeClass& made : classesMadeBy(all, other.node))
                if (made.declaration->node == declaration.node)
                    return true;
    return false;
}

bool isWebSocketService(const std::vector<Declaration>& all, const Declaration& declaration) {
    const auto* service = cast<ServiceDecl>(declaration.node);
    if (!service)
        return false;
    for (const Expression* listener : service->expressions())
        if (servesWebSocket(all, listener))
            return true;
    for (const ObjectMember* member : service->objectConstructorBlock()->members())
        if (isUpgradeResource(member))
            return true;
    return false;
}

std::vector<MadeClass> classesMadeBy(const std::vector<Declaration>& all, const Node* function) {
    std::vector<MadeClass> returned, made;
    forEachNode(function, [&](const Node* node) {
        const auto* expression = cast<ExplicitNewExpr>(node);
        const Declaration* declaration = expression ? findClass(all, expression->classDescriptor()) : nullptr;
        if (!declaration)
            return;
        const bool isReturned = enclosing<ReturnStmt>(node) || enclosing<ExprFunctionBody>(node);
        (isReturned ? returned : made).push_back({declaration, expression});
    });
    return returned.empty() ? made : returned;
}

std::string servicePathOf(const ServiceDecl* service) {
    return service->attachPoint() ? oneLine(service->attachPoint()) : std::string();
}

std::string resourcePathOf(const FunctionLike* resource) {
    return oneLine(resource->resourcePath());
}

std::string resourceLabel(const FunctionLike* resource) {
    std::string label = identifierValue(resource->name()) + " ";
    if (!resource->resourcePath())
        return label;
    bool first = true;
    for (const ResourcePathSegment* segment : resource->resourcePath()->segments()) {
        if (!first)
            label += '/';
        first = false;
        label += pathSegmentText(segment);
    }
    return label;
}

std::string configuredText(const Snapshot& snapshot, const Declaration& configurable) {
    if (itemKindOf(configurable) == ItemKind::Configurable)
        if (const model::ConfigValue* value =
                snapshot.config().find(snapshot.manifest().org, configurable.module->name, configurable.name))
            return std::string(
                snapshot.text("Config.toml").substr(value->range.begin, value->range.length()));
    const auto* variable = cast<ModuleVarDecl>(configurable.node);
    const std::string text = variable && variable->initializer() ? oneLine(variable->initializer()) : "";
    return text == "?" ? "not set" : text;
}

ProblemCount problemsIn(const Snapshot& snapshot, const Location& location) {
    ProblemCount count;
    for (const model::Diagnostic& diagnostic : snapshot.diagnostics()) {
        if (diagnostic.path != location.file || !location.range.contains(diagnostic.range))
            continue;
        count.errors += diagnostic.severity == model::Severity::Error;
        count.warnings += diagnostic.severity == model::Severity::Warning;
    }
    return count;
}

std::vector<const Declaration*> usesOf(const std::vector<Declaration>& all, const Node* node) {
    std::vector<const Declaration*> uses;
    const std::set<std::string> hidden = localNames(node);
    forEachNode(node, [&](const Node* inner) {
        const auto* reference = cast<VariableReferenceExpr>(inner);
        if (!reference)
            return;
        const std::string name = identifierValue(reference->name());
        if (!reference->prefix() && hidden.contains(name))
            return;
        const Declaration* declaration =
            findNamed(all, reference, reference->prefix() ? reference->prefix()->text() : "", name);
        if (declaration && std::ranges::find(uses, declaration) == uses.end())
            uses.push_back(declaration);
    });
    return uses;
}

SymbolId symbolAt(const Snapshot& snapshot, const std::string& file, uint32_t offset) {
    SymbolId innermost;
    for (const Declaration& declaration : declarationsOf(snapshot)) {
        const SourceRange range = declaration.node->range();
        if (declaration.file->path == file && range.begin <= offset && offset <= range.end)
            innermost = declaration.id;
    }
    return innermost;
}

Location locate(const Snapshot& snapshot, const SymbolId& id) {
    const std::optional<Declaration> declaration = findDeclaration(snapshot, id);
    return declaration ? declaration->location() : Location{};
}

} // namespace barre::design
