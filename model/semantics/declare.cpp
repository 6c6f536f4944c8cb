// The declarations of a module: one symbol for each, before anything is resolved.
#include "model/semantics/analysis.h"
#include "model/semantics/name_hint.h"

#include <algorithm>

namespace barre::model {

using syntax::TokenKind;

void ModuleAnalysis::initSymbol(Symbol& symbol, const syntax::Node* decl, const syntax::Token* name) {
    symbol.decl = decl;
    symbol.file = fileOf(decl);
    if (name) {
        symbol.name = syntax::identifierValue(name);
        symbol.nameRange = name->range();
    }
    if (syntax::hasQualifier(decl, TokenKind::PublicKeyword))
        symbol.visibility = Visibility::Public;
    else if (syntax::hasQualifier(decl, TokenKind::PrivateKeyword))
        symbol.visibility = Visibility::Private;
}

SymbolId ModuleAnalysis::makeId(const std::string& path) {
    const int count = ++m_idCounts[path];
    const std::string unique = count == 1 ? path : path + "#" + std::to_string(count);
    return {module().isDefaultModule ? unique : module().moduleName.text() + ":" + unique};
}

void ModuleAnalysis::addMember(Symbol& symbol, const syntax::Node* decl, const syntax::Token* name) {
    initSymbol(symbol, decl, name);
    module().members.push_back(&symbol);
    if (name)
        m_tables->symbolOf[name->parent()] = &symbol;
    m_tables->symbolOf[decl] = &symbol;
    symbol.id = makeId(symbol.name);
    if (!name || name->isMissing() || symbol.name == "_")
        return;
    const auto [known, isNew] = module().byName.emplace(symbol.name, &symbol);
    if (isNew)
        return;
    const auto* again = as<ConstantSymbol>(&symbol);
    const auto* first = as<ConstantSymbol>(known->second);
    if (again && first && (syntax::EnumMember::cast(decl) || syntax::EnumMember::cast(first->decl)))
        m_repeatedMembers.push_back({again, first, name});
    else
        report(DiagnosticCode::Redeclared, name, {symbol.name});
}

/// Enumerations may share a member with each other and with constants, as in the reference: one name for one
/// value. One of them says each name once.
void ModuleAnalysis::checkRepeatedMembers() {
    for (const RepeatedMember& member : m_repeatedMembers)
        if (!(member.again->type == member.first->type) ||
            (member.again->enumeration && member.again->enumeration == member.first->enumeration))
            report(DiagnosticCode::Redeclared, member.name, {member.again->name});
}

void ModuleAnalysis::declare() {
    for (uint32_t file = 0; file < m_tables->trees.size(); ++file)
        if (const auto* part = syntax::cast<syntax::ModulePart>(m_tables->trees[file]->root()))
            declareImports(part, file);
    for (const auto& tree : m_tables->trees)
        if (const auto* part = syntax::cast<syntax::ModulePart>(tree->root()))
            for (const syntax::ModuleMember* member : part->members())
                declareMember(member);
}

void ModuleAnalysis::declareMember(const syntax::ModuleMember* member) {
    switch (member->kind()) {
    case syntax::NodeKind::FunctionDefn: return declareFunction(syntax::FunctionDefn::cast(member));
    case syntax::NodeKind::ModuleVarDecl: return declareVariables(syntax::ModuleVarDecl::cast(member));
    case syntax::NodeKind::ListenerDecl: return declareListener(syntax::ListenerDecl::cast(member));
    case syntax::NodeKind::ServiceDecl: return declareService(syntax::ServiceDecl::cast(member));
    case syntax::NodeKind::ModuleEnumDecl: return declareEnum(syntax::ModuleEnumDecl::cast(member));
    case syntax::NodeKind::ModuleTypeDefn: return declareType(syntax::ModuleTypeDefn::cast(member));
    case syntax::NodeKind::ModuleConstDecl: return declareConstant(syntax::ModuleConstDecl::cast(member));
    case syntax::NodeKind::AnnotationDecl: return declareAnnotation(syntax::AnnotationDecl::cast(member));
    case syntax::NodeKind::ModuleXmlnsDecl: return declareXmlns(syntax::ModuleXmlnsDecl::cast(member));
    case syntax::NodeKind::ModuleClassDefn: {
        const auto* decl = syntax::ModuleClassDefn::cast(member);
        addMember(declareClass(decl, ClassRole::Class, syntax::identifierValue(decl->name()), decl->members(),
                               syntax::identifierValue(decl->name())),
                  decl, decl->name());
        return;
    }
    default: return; // an import in the wrong place, or text that is no declaration: the parser has said so
    }
}

// Imports
// ------------------------------------------------------------------------------------------------------

void ModuleAnalysis::declareImports(const syntax::ModulePart* part, uint32_t file) {
    for (const syntax::ImportDecl* decl : part->imports())
        declareImport(decl, file);
}

void ModuleAnalysis::declareImport(const syntax::ImportDecl* decl, uint32_t file) {
    ModuleName name;
    if (decl->orgName())
        name.org = syntax::identifierValue(decl->orgName()->name());
    for (const syntax::IdentifierName* part : decl->moduleName()) {
        if (part->name()->isMissing())
            return;
        name.name += (name.name.empty() ? "" : ".") + syntax::identifierValue(part->name());
    }
    const syntax::Token* given = decl->importPrefix() ? decl->importPrefix()->prefix() : nullptr;
    const std::string prefix = given ? syntax::identifierValue(given) : name.defaultPrefix();
    bool isCycle = false;
    const std::shared_ptr<const SemanticModel> model = m_provider.find(name, isCycle);
    if (!model)
        reportImport(decl, name, isCycle);
    else if (model->module().moduleName.org == "ballerina")
        libraryModule(model->module().moduleName.name);
    else
        m_tables->imports.push_back(model);
    const ImportFacts facts{model ? &model->module() : nullptr, decl};
    if (given && given->kind() == TokenKind::Underscore) {
        markImportUsed(file, "_");
        return;
    }
    if (!module().imports[file].emplace(prefix, facts).second)
        report(DiagnosticCode::Redeclared, decl, {prefix});
    if (!model)
        markImportUsed(file, prefix);
}

void ModuleAnalysis::reportUnusedImports() {
    for (uint32_t file = 0; file < module().imports.size(); ++file)
        for (const auto& [prefix, facts] : module().imports[file])
            if (!m_importUses.contains({file, prefix}))
                report(DiagnosticCode::UnusedImport, facts.decl, {prefix});
}

// Declarations
// -------------------------------------------------------------------------------------------------

void ModuleAnalysis::declareFunction(const syntax::FunctionDefn* decl) {
    FunctionSymbol& function = m_tables->make<FunctionSymbol>();
    addMember(function, decl, decl->name());
    m_tables->functions[decl] = &function;
}

void ModuleAnalysis::declareBindings(const syntax::ModuleVarDecl* decl,
                                     const syntax::BindingPattern* pattern) {
    syntax::forEachNode(pattern, [&](const syntax::Node* node) {
        const syntax::Token* name = nullptr;
        if (const auto* capture = syntax::CaptureBindingPattern::cast(node))
            name = capture->name();
        if (const auto* rest = syntax::RestBindingPattern::cast(node))
            name = rest->name();
        if (const auto* field = syntax::FieldBindingPattern::cast(node))
            name = field->bindingPattern() ? nullptr : field->name();
        if (!name)
            return;
        VariableSymbol& variable = m_tables->make<VariableSymbol>();
        addMember(variable, decl, name);
        variable.role = VariableRole::Module;
        variable.isFinal = syntax::hasQualifier(decl, TokenKind::FinalKeyword);
        variable.isIsolated = syntax::hasQualifier(decl, TokenKind::IsolatedKeyword);
        variable.isConfigurable = syntax::hasQualifier(decl, TokenKind::ConfigurableKeyword);
        variable.isRequired =
            variable.isConfigurable && syntax::is<syntax::RequiredConfigurable>(decl->initializer());
        variable.initializer = decl->initializer();
    });
}

void ModuleAnalysis::declareVariables(const syntax::ModuleVarDecl* decl) {
    declareBindings(decl, decl->typedBindingPattern()->bindingPattern());
}

/// An import that leads nowhere: the nearest of the modules that programs usually import may be meant.
void ModuleAnalysis::reportImport(const syntax::ImportDecl* decl, const ModuleName& name, bool isCycle) {
    report(isCycle ? DiagnosticCode::ImportCycle : DiagnosticCode::UnknownModule, decl, {name.text()});
    static constexpr std::string_view usual[] = {"io",   "log",    "websocket", "http",         "time",
                                                 "uuid", "random", "crypto",    "lang.runtime", "test"};
    const std::string last = name.name.substr(name.name.starts_with("ballerina.") ? 10 : 0);
    NameHint nearest(last);
    for (std::string_view module : usual) {
        const bool isSame =
            std::ranges::equal(last, module, [](char a, char b) { return (a | 0x20) == (b | 0x20); });
        if (isSame && !isCycle)
            return hint("did you mean 'ballerina/" + std::string(module) + "'?");
        nearest.offer(module);
    }
    const std::string found = nearest.text();
    const size_t quote = found.find('\'');
    if (!isCycle && quote != std::string::npos)
        hint("did you mean 'ballerina/" + found.substr(quote + 1));
}

void ModuleAnalysis::declareListener(const syntax::ListenerDecl* decl) {
    VariableSymbol& listener = m_tables->make<VariableSymbol>();
    addMember(listener, decl, decl->name());
    listener.role = VariableRole::Listener;
    listener.isFinal = true;
    listener.initializer = decl->expression();
}

void ModuleAnalysis::declareService(const syntax::ServiceDecl* decl) {
    ServiceSymbol& service = m_tables->make<ServiceSymbol>();
    std::string path;
    if (const auto* absolute = syntax::AbsoluteResourcePath::cast(decl->attachPoint())) {
        service.hasPath = true;
        for (const syntax::AbsoluteResourcePathSegment* segment : absolute->segments()) {
            path += "/";
            if (segment->name()) {
                service.path.push_back(syntax::identifierValue(segment->name()));
                path += service.path.back();
            }
        }
    } else if (const auto* literal = syntax::BasicLiteral::cast(decl->attachPoint())) {
        service.hasPath = true;
        path = std::string(literal->literal()->text());
    }
    const std::string name = path.empty() ? "service" : "service " + path;
    ClassSymbol& object =
        declareClass(decl, ClassRole::Service, name, decl->objectConstructorBlock()->members(), name);
    service.name = object.name;
    addMember(service, decl, nullptr);
    service.name = object.name;
    service.id = makeId(name);
    service.nameRange = decl->serviceKeyword()->range();
    service.object = &object;
    object.id = service.id;
    for (const syntax::Expression* listener : decl->expressions())
        service.listeners.push_back(listener);
}

void ModuleAnalysis::declareEnum(const syntax::ModuleEnumDecl* decl) {
    EnumSymbol& enumeration = m_tables->make<EnumSymbol>();
    addMember(enumeration, decl, decl->name());
    for (const syntax::EnumMember* member : decl->members()) {
        ConstantSymbol& constant = m_tables->make<ConstantSymbol>();
        addMember(constant, member, member->name());
        constant.visibility = enumeration.visibility;
        constant.enumeration = &enumeration;
        enumeration.members.push_back(&constant);
    }
}

namespace {

bool hasAnnotation(const syntax::Node* decl, std::string_view name) {
    for (const syntax::Annotation* annotation : syntax::annotsOf(decl))
        if (annotation->annotTagReference()->name()->text() == name)
            return true;
    return false;
}

} // namespace

void ModuleAnalysis::declareType(const syntax::ModuleTypeDefn* decl) {
    TypeSymbol& type = m_tables->make<TypeSymbol>();
    addMember(type, decl, decl->name());
    type.descriptor = decl->typeDescriptor();
    type.isTypeParam = m_isLibrary && hasAnnotation(decl, "typeParam");
    type.isBuiltinSubtype = m_isLibrary && hasAnnotation(decl, "builtinSubtype");
}

void ModuleAnalysis::declareConstant(const syntax::ModuleConstDecl* decl) {
    addMember(m_tables->make<ConstantSymbol>(), decl, decl->name());
}

void ModuleAnalysis::declareAnnotation(const syntax::AnnotationDecl* decl) {
    AnnotationSymbol& annotation = m_tables->make<AnnotationSymbol>();
    initSymbol(annotation, decl, decl->name());
    annotation.id = makeId("@" + annotation.name);
    annotation.isConst = syntax::hasQualifier(decl, TokenKind::ConstKeyword);
    module().members.push_back(&annotation);
    m_tables->symbolOf[decl] = &annotation;
    if (!module().annotations.emplace(annotation.name, &annotation).second)
        report(DiagnosticCode::Redeclared, decl->name(), {annotation.name});
}

/// A prefix is of the file alone, as those of imports, and may have the name of something else.
void ModuleAnalysis::declareXmlns(const syntax::ModuleXmlnsDecl* decl) {
    XmlNamespaceSymbol& xmlns = m_tables->make<XmlNamespaceSymbol>();
    initSymbol(xmlns, decl, decl->prefix());
    const bool isAgain = std::ranges::any_of(module().members, [&](const Symbol* member) {
        return as<XmlNamespaceSymbol>(member) && member->name == xmlns.name && member->file == xmlns.file;
    });
    module().members.push_back(&xmlns);
    m_tables->symbolOf[decl] = &xmlns;
    xmlns.id = makeId("xmlns " + xmlns.name);
    if (isAgain || module().imports[xmlns.file].contains(xmlns.name))
        report(DiagnosticCode::Redeclared, decl, {xmlns.name.empty() ? "xmlns" : xmlns.name});
    else if (!xmlns.name.empty())
        module().namespaces[xmlns.file].emplace(xmlns.name, &xmlns);
}

} // namespace barre::model
