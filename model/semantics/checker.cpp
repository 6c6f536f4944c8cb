// The ways into checking: functions, classes, module-level initialisers, constants.
#include "model/semantics/checker.h"

#include "model/semantics/type_resolver.h"

namespace barre::model {

Checker::Checker(ModuleAnalysis& analysis, uint32_t file)
    : m_analysis(analysis), m_types(analysis.types()), m_file(file) {}

ScopeGuard::ScopeGuard(Checker& checker, const syntax::Node* range)
    : m_checker(checker), m_outer(checker.m_scope) {
    const FunctionSymbol* function = checker.m_function ? checker.m_function->function : nullptr;
    auto scope = std::make_unique<LocalScope>(m_outer, function, checker.m_file, range->range());
    checker.m_scope = scope.get();
    checker.tables().scopes.push_back(std::move(scope));
}

ScopeGuard::~ScopeGuard() {
    m_checker.reportUnused(*m_checker.m_scope);
    m_checker.m_scope = m_outer;
}

void Checker::reportUnused(const Scope& scope) {
    for (const Symbol* symbol : scope.symbols()) {
        const auto* variable = as<VariableSymbol>(symbol);
        if (!variable || variable->role != VariableRole::Local || m_used.contains(variable) ||
            !syntax::is<syntax::CaptureBindingPattern>(variable->decl))
            continue;
        const auto* typed = syntax::cast<syntax::TypedBindingPattern>(variable->decl->parent());
        if (!typed || !syntax::is<syntax::LocalVarDeclStmt>(typed->parent()))
            continue;
        const bool isInferred = syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor());
        const bool mayBeError = !isPoison(variable->type) && variable->type.has(types::BasicType::Error);
        m_analysis.reportAt(isInferred && mayBeError ? DiagnosticCode::UnusedError
                                                     : DiagnosticCode::UnusedVariable,
                            m_file, variable->nameRange, {variable->name});
    }
}

// Functions and classes
// ----------------------------------------------------------------------------------------

void Checker::checkFunction(FunctionSymbol& function) {
    checkSignature(function);
    if (function.role == FunctionRole::Module)
        checkEntryPoint(function);
    FunctionContext context = contextOf(function);
    runFunction(function, context);
}

FunctionContext Checker::contextOf(FunctionSymbol& function) {
    FunctionContext context;
    context.function = &function;
    context.object = function.owner;
    context.returnType = function.signature.returnType;
    return context;
}

void Checker::checkBodyAgain(FunctionSymbol& function, LocalScope& params) {
    FunctionContext context = contextOf(function);
    enterFunction(context, function.body);
    m_scope = &params;
    m_analysis.recordBody(function, params, [&] { checkBody(context, function.body); });
}

/// The annotations of all parts of the signature, and what they depend on.
void Checker::checkSignature(const FunctionSymbol& function) {
    checkMetadata(function.decl);
    for (const PathSegment& segment : function.path)
        checkMetadata(segment.node);
    for (const Parameter& param : function.signature.params)
        checkMetadata(param.decl);
    checkInferredTypedescs(function);
    checkIncludedFields(function);
    const auto* returned = static_cast<const syntax::Node*>(function.signature.returnDescriptor);
    if (!returned)
        return;
    checkMetadata(returned->parent());
    if (function.isExternal || !function.body)
        return;
    for (const Parameter& param : function.signature.params)
        if (dependsOn(returned, param.name))
            report(DiagnosticCode::DependentNotExternal, returned, {param.name});
}

/// `<>` stands for the type that a call is expected to return.
void Checker::checkInferredTypedescs(const FunctionSymbol& function) {
    const auto* returned = static_cast<const syntax::Node*>(function.signature.returnDescriptor);
    for (const Parameter& param : function.signature.params)
        if (param.isInferredTypedesc && !(returned && dependsOn(returned, param.name)))
            report(DiagnosticCode::InferredTypedescUnused, param.decl, {param.name});
}

/// Arguments are given by the names of parameters and of the fields of included records alike.
void Checker::checkIncludedFields(const FunctionSymbol& function) {
    std::unordered_set<std::string> names;
    for (const Parameter& param : function.signature.params)
        if (param.kind != ParamKind::IncludedRecord) // as in the reference
            names.insert(param.name);
    for (const Parameter& param : function.signature.params) {
        if (param.kind != ParamKind::IncludedRecord || isPoison(param.type))
            continue;
        const auto mapping = types::mappingAtomicType(m_types, param.type);
        for (size_t i = 0; mapping && i < mapping->names.size(); ++i)
            if (!mapping->slots[i].valueType().isNever() && !names.insert(mapping->names[i]).second)
                report(DiagnosticCode::ParamFieldNotUnique, param.decl, {mapping->names[i]});
    }
}

bool Checker::dependsOn(const syntax::Node* descriptor, const std::string& param) {
    bool found = false;
    syntax::forEachNode(descriptor, [&](const syntax::Node* node) {
        const auto* reference = syntax::TypeReference::cast(node);
        found = found || (reference && !param.empty() && !reference->prefix() &&
                          syntax::identifierValue(reference->name()) == param);
    });
    return found;
}

/// The rules for `main` and `init`.
void Checker::checkEntryPoint(const FunctionSymbol& function) {
    const bool isMain = function.name == "main" && m_analysis.module().isDefaultModule;
    const bool isInit = function.name == "init";
    if (!isMain && !isInit)
        return;
    const auto complain = [&](DiagnosticCode code) {
        m_analysis.reportAt(code, m_file, function.nameRange, {function.name});
    };
    if (isMain != function.isPublic())
        complain(isMain ? DiagnosticCode::MainNotPublic : DiagnosticCode::InitPublic);
    if (isInit && !function.signature.params.empty())
        complain(DiagnosticCode::InitParams);
    requireErrorOrNil(function);
    if (isMain)
        for (const Parameter& param : function.signature.params)
            if (!isSubtype(param.type, m_types.anydataType()))
                report(DiagnosticCode::MainParam, param.decl, {text(param.type)});
}

/// `main`, and `init` of modules and classes, give an error or nothing.
void Checker::requireErrorOrNil(const FunctionSymbol& function) {
    const SemType returned = function.signature.returnType;
    const SemType allowed = types::unite(m_types, types::errorType, types::nilType);
    if (!isPoison(returned) && (!isSubtype(returned, allowed) || !types::containsNil(returned)))
        m_analysis.reportAt(DiagnosticCode::EntryReturn, m_file, function.nameRange, {function.name});
}

void Checker::runFunction(FunctionSymbol& function, FunctionContext& context) {
    const FlowState outside = m_flow;
    enterFunction(context, function.body ? function.body : function.decl);
    {
        const ScopeGuard scope(*this, function.decl);
        if (function.self)
            m_scope->declare(function.self);
        declareParams(function);
        beginInitialization(context);
        const auto body = [&] { checkBody(context, function.body); };
        if (function.body && isOnItsOwn(context))
            m_analysis.recordBody(function, *m_scope, body);
        else if (function.body)
            checkInitializingBody(context, body);
    }
    m_function = context.outer;
    m_flow = outside;
}

void Checker::checkClass(const ClassSymbol& object) {
    const size_t reports = m_analysis.reportCount();
    FunctionContext context;
    context.object = &object;
    FunctionSymbol& initializers = tables().make<FunctionSymbol>();
    initializers.role = FunctionRole::Implicit;
    initializers.owner = &object;
    initializers.decl = object.decl;
    initializers.outer = m_function ? m_function->function : nullptr;
    const_cast<ClassSymbol&>(object).initializers = &initializers; // of this module: still being made
    context.function = &initializers;
    context.outer = m_function;
    if (object.init) // which returns the error of a `check` in an initializer
        context.returnType = object.init->signature.returnType;
    const FlowState outside = m_flow;
    m_function = &context;
    for (const FieldSymbol* field : object.fields) {
        if (field->owner != &object)
            continue;
        checkMetadata(field->decl);
        if (field->initializer)
            checkFieldInitializer(object, *field);
    }
    m_function = context.outer;
    m_flow = outside;
    if (object.init && object.init->owner == &object)
        requireErrorOrNil(*object.init);
    for (const FunctionSymbol* method : object.methods)
        if (method->owner == &object)
            checkFunction(const_cast<FunctionSymbol&>(*method));
    checkNetworkMethods(object);
    if (!object.init && m_analysis.reportCount() == reports)
        for (const Symbol* field : uninitializedFields(object))
            reportUninitialized(*field, &object);
}

// Module level
// -------------------------------------------------------------------------------------------------

SemType Checker::checkOutermost(const syntax::Expression* expr, Expected expected) {
    FunctionContext context;
    m_function = &context;
    const ScopeGuard scope(*this, expr);
    const SemType type = expected ? checkAs(expr, *expected) : check(expr);
    m_function = nullptr;
    return type;
}

/// What `public` and `configurable` ask of a variable.
void Checker::checkVariableForm(const syntax::ModuleVarDecl* decl) {
    const auto* typed = decl->typedBindingPattern();
    const bool isConfigurable = syntax::hasQualifier(decl, syntax::TokenKind::ConfigurableKeyword);
    const bool isPublic = syntax::hasQualifier(decl, syntax::TokenKind::PublicKeyword);
    const bool isVar = syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor());
    if (isVar && (isConfigurable || isPublic))
        report(DiagnosticCode::VarNotAllowed, typed->typeDescriptor());
    if (!isConfigurable)
        return;
    if (!syntax::is<syntax::CaptureBindingPattern>(typed->bindingPattern()))
        report(DiagnosticCode::ConfigurablePattern, typed->bindingPattern());
    const auto found = tables().descriptors.find(typed->typeDescriptor());
    if (!isVar && found != tables().descriptors.end() && !isSubtype(found->second, m_types.anydataType()))
        report(DiagnosticCode::ConfigurableNotAnydata, typed->typeDescriptor(), {text(found->second)});
}

void Checker::checkModuleVariable(const syntax::ModuleVarDecl* decl) {
    checkMetadata(decl);
    checkVariableForm(decl);
    const auto* typed = decl->typedBindingPattern();
    const bool isVar = syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor());
    const bool isConfigurable = syntax::hasQualifier(decl, syntax::TokenKind::ConfigurableKeyword);
    if (!decl->initializer()) {
        if (isVar || isConfigurable || !syntax::is<syntax::CaptureBindingPattern>(typed->bindingPattern()))
            report(DiagnosticCode::InitializerNeeded, typed);
        else if (!as<FunctionSymbol>(m_analysis.module().find("init")))
            report(DiagnosticCode::NoInitialValue, typed->bindingPattern(),
                   {syntax::identifierValue(syntax::nameOf(typed->bindingPattern()))});
        return;
    }
    if (syntax::is<syntax::RequiredConfigurable>(decl->initializer()))
        return;
    if (isVar)
        return; // checked when the variable was resolved
    const auto found = tables().descriptors.find(typed->typeDescriptor());
    if (found == tables().descriptors.end())
        return;
    const SemType type = declaredType(decl, found->second);
    checkOutermost(decl->initializer(), &type);
}

void Checker::checkRecordDefaults(const RecordSymbol& record) {
    for (const FieldSymbol* field : record.fields) {
        if (field->module != &m_analysis.module() || !field->decl || field->decl->parent() != record.decl)
            continue;
        checkMetadata(field->decl);
        if (!field->initializer)
            continue;
        const SemType type = field->type;
        checkOutermost(static_cast<const syntax::Expression*>(field->initializer),
                       isPoison(type) ? nullptr : &type);
    }
}

SemType inferModuleVariable(ModuleAnalysis& analysis, const VariableSymbol& variable,
                            const syntax::Expression* value) {
    const SemType type = Checker(analysis, variable.file).checkOutermost(value, nullptr);
    return isPoison(type) ? type : types::withoutError(analysis.types(), type);
}

void resolveModulePattern(ModuleAnalysis& analysis, const syntax::ModuleVarDecl* decl) {
    Checker(analysis, analysis.fileOf(decl)).resolvePattern(decl);
}

} // namespace barre::model
