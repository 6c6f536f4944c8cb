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
        if (variable && variable->role == VariableRole::Local && !m_used.contains(variable) &&
            syntax::is<syntax::CaptureBindingPattern>(variable->decl) && variable->decl->parent() &&
            syntax::is<syntax::LocalVarDeclStmt>(variable->decl->parent()->parent()))
            m_analysis.reportAt(DiagnosticCode::UnusedVariable, m_file, variable->nameRange,
                                {variable->name});
    }
}

// Functions and classes
// ----------------------------------------------------------------------------------------

void Checker::checkFunction(FunctionSymbol& function) {
    checkAnnotations(function.decl);
    for (const Parameter& param : function.signature.params)
        if (param.decl)
            checkAnnotations(param.decl);
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
    context.transactionDepth = function.signature.isTransactional ? 1 : 0;
    return context;
}

void Checker::checkBodyAgain(FunctionSymbol& function, LocalScope& params) {
    FunctionContext context = contextOf(function);
    enterFunction(context, function.body);
    m_scope = &params;
    m_analysis.recordBody(function, params, [&] { checkBody(context, function.body); });
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
    const SemType returned = function.signature.returnType;
    const SemType allowed = types::unite(m_types, types::errorType, types::nilType);
    if (!isPoison(returned) && (!isSubtype(returned, allowed) || !types::containsNil(returned)))
        complain(DiagnosticCode::EntryReturn);
}

void Checker::runFunction(FunctionSymbol& function, FunctionContext& context) {
    const FlowState outside = m_flow;
    enterFunction(context, function.body ? function.body : function.decl);
    {
        const ScopeGuard scope(*this, function.decl);
        if (function.self)
            m_scope->declare(function.self);
        declareParams(function);
        if (function.body && context.outer)
            checkBody(context, function.body);
        else if (function.body)
            m_analysis.recordBody(function, *m_scope, [&] { checkBody(context, function.body); });
    }
    m_function = context.outer;
    m_flow = outside;
}

void Checker::checkClass(const ClassSymbol& object) {
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
    const FlowState outside = m_flow;
    m_function = &context;
    for (const FieldSymbol* field : object.fields) {
        if (field->owner != &object)
            continue;
        checkAnnotations(field->decl);
        if (field->initializer)
            checkAs(static_cast<const syntax::Expression*>(field->initializer), field->type);
    }
    m_function = context.outer;
    m_flow = outside;
    for (const FunctionSymbol* method : object.methods)
        if (method->owner == &object)
            checkFunction(const_cast<FunctionSymbol&>(*method));
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

void Checker::checkModuleVariable(const syntax::ModuleVarDecl* decl) {
    checkAnnotations(decl);
    const auto* typed = decl->typedBindingPattern();
    const bool isVar = syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor());
    const bool isConfigurable = syntax::hasQualifier(decl, syntax::TokenKind::ConfigurableKeyword);
    if (!decl->initializer()) {
        if (isVar || isConfigurable || !syntax::is<syntax::CaptureBindingPattern>(typed->bindingPattern()))
            report(DiagnosticCode::InitializerNeeded, typed);
        return;
    }
    if (syntax::is<syntax::RequiredConfigurable>(decl->initializer()))
        return;
    if (isVar)
        return; // checked when the variable was resolved
    const auto found = tables().descriptors.find(typed->typeDescriptor());
    if (found == tables().descriptors.end())
        return;
    const SemType type = found->second;
    checkOutermost(decl->initializer(), &type);
    if (isConfigurable && !isPoison(type) && !isSubtype(type, m_types.anydataType()))
        report(DiagnosticCode::ConfigurableNotAnydata, typed->typeDescriptor(), {text(type)});
}

void Checker::checkListener(const syntax::ListenerDecl* decl) {
    checkAnnotations(decl);
    const auto* variable = as<VariableSymbol>(tables().symbolOf[decl]);
    if (!variable || !decl->typeDescriptor())
        return;
    SemType allowed = variable->type;
    if (!isPoison(allowed))
        allowed = types::unite(m_types, allowed, types::errorType);
    checkOutermost(decl->expression(), &allowed);
}

void Checker::checkService(const ServiceSymbol& service) {
    checkAnnotations(service.decl);
    for (const syntax::Node* node : service.listeners) {
        const auto* expr = static_cast<const syntax::Expression*>(node);
        FunctionContext context;
        m_function = &context;
        const SemType type = check(expr);
        m_function = nullptr;
        if (!isPoison(type) && !types::withoutError(m_types, type).within(types::BasicType::Object))
            report(DiagnosticCode::NotAListener, expr, {text(type)});
    }
    checkClass(*service.object);
}

void Checker::checkRecordDefaults(const RecordSymbol& record) {
    for (const FieldSymbol* field : record.fields) {
        if (field->module != &m_analysis.module() || !field->decl || field->decl->parent() != record.decl)
            continue;
        checkAnnotations(field->decl);
        if (!field->initializer)
            continue;
        const SemType type = field->type;
        checkOutermost(static_cast<const syntax::Expression*>(field->initializer),
                       isPoison(type) ? nullptr : &type);
    }
}

void Checker::checkAnnotations(const syntax::Node* owner) {
    if (!owner)
        return;
    for (const syntax::Annotation* annotation : syntax::annotsOf(owner)) {
        const AnnotationSymbol* symbol = m_analysis.lookUpAnnotation(m_file, annotation->annotTagReference());
        if (symbol)
            m_analysis.noteReference(annotation, symbol);
        if (!annotation->annotValue())
            continue;
        if (!symbol || isPoison(symbol->type)) {
            check(annotation->annotValue());
            continue;
        }
        SemType type = symbol->type;
        if (type.within(types::BasicType::List))
            type = types::listAllMemberTypes(m_types, type);
        checkAs(annotation->annotValue(), type);
    }
}

// Constants
// ----------------------------------------------------------------------------------------------------

ConstantValue constantValueOf(const types::SingleValue& value) {
    ConstantValue result;
    std::visit(
        [&](const auto& known) {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::monostate>)
                result.value = ConstantValue::Nil{};
            else
                result.value = known;
        },
        value);
    return result;
}

namespace {

std::optional<ConstantValue> constantOf(const ModelTables& tables, const syntax::Node* node) {
    const auto found = tables.constants.find(node);
    return found == tables.constants.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<ConstantValue> constantStructure(const ModelTables& tables, const syntax::Expression* expr) {
    if (const std::optional<ConstantValue> known = constantOf(tables, expr))
        return known;
    if (syntax::is<syntax::NilLiteral>(expr))
        return ConstantValue{ConstantValue::Nil{}};
    if (const auto* list = syntax::ListConstructorExpr::cast(expr)) {
        auto value = std::make_shared<ConstantList>();
        for (const syntax::Expression* member : list->members()) {
            const std::optional<ConstantValue> known = constantStructure(tables, member);
            if (!known)
                return std::nullopt;
            value->members.push_back(*known);
        }
        return ConstantValue{std::shared_ptr<const ConstantList>(std::move(value))};
    }
    const auto* mapping = syntax::MappingConstructorExpr::cast(expr);
    if (!mapping)
        return std::nullopt;
    auto value = std::make_shared<ConstantMapping>();
    for (const syntax::MappingField* field : mapping->fields()) {
        const auto* specific = syntax::SpecificField::cast(field);
        const auto known = specific && specific->valueExpr()
                               ? constantStructure(tables, specific->valueExpr())
                               : std::nullopt;
        if (!known)
            return std::nullopt;
        const syntax::Token* name = specific->fieldName();
        value->fields.emplace_back(name->kind() == syntax::TokenKind::StringLiteral
                                       ? syntax::stringLiteralValue(name)
                                       : syntax::identifierValue(name),
                                   *known);
    }
    return ConstantValue{std::shared_ptr<const ConstantMapping>(std::move(value))};
}

namespace {

std::optional<types::SingleValue> singleValueOf(const ConstantValue& value) {
    if (value.get<ConstantValue::Nil>())
        return types::SingleValue();
    if (const bool* known = value.get<bool>())
        return types::SingleValue(*known);
    if (const int64_t* known = value.get<int64_t>())
        return types::SingleValue(*known);
    if (const double* known = value.get<double>())
        return types::SingleValue(*known);
    if (const DecimalText* known = value.get<DecimalText>())
        return types::SingleValue(*known);
    const std::string* known = value.get<std::string>();
    return known ? std::optional(types::SingleValue(*known)) : std::nullopt;
}

bool isConstantKind(syntax::NodeKind kind) {
    using syntax::NodeKind;
    static constexpr NodeKind kinds[] = {
        NodeKind::BasicLiteral,        NodeKind::NilLiteral,           NodeKind::VariableReferenceExpr,
        NodeKind::StringTemplateExpr,  NodeKind::ListConstructorExpr,  NodeKind::MappingConstructorExpr,
        NodeKind::UnaryExpr,           NodeKind::BinaryExpr,           NodeKind::ParenthesizedExpr,
        NodeKind::TypeCastExpr,        NodeKind::ByteArrayLiteral,     NodeKind::TernaryConditionalExpr,
        NodeKind::IsExpr,              NodeKind::MissingExpr,          NodeKind::NilConditionalExpr,
        NodeKind::SpreadListMember};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

} // namespace

/// Calls and the like never are part of a constant, even if their type says what they give.
bool Checker::requireConstantKinds(const syntax::Expression* value) {
    const syntax::Node* wrongNode = nullptr;
    syntax::forEachNode(value, [&](const syntax::Node* node) {
        if (!wrongNode && syntax::is<syntax::Expression>(node) && !isConstantKind(node->kind()))
            wrongNode = node;
    });
    if (wrongNode)
        report(DiagnosticCode::NotConstant, wrongNode);
    return !wrongNode;
}

void Checker::checkConstantDecl(ConstantSymbol& constant, const syntax::Expression* value,
                                std::optional<SemType> expected) {
    constant.type = types::neverType;
    if (expected && isPoison(*expected))
        expected.reset();
    SemType wanted;
    if (expected) {
        const bool isSimple = expected->within(types::simpleOrStringType.bits());
        wanted = isSimple ? *expected : types::intersect(m_types, *expected, m_types.readonlyType());
    } else if (syntax::is<syntax::MappingConstructorExpr>(value) ||
               syntax::is<syntax::ListConstructorExpr>(value)) {
        wanted = m_types.readonlyType();
    }
    const bool hasWanted = !wanted.isNever();
    m_isConstant = true;
    const SemType type = checkOutermost(value, hasWanted ? &wanted : nullptr);
    const bool isConstant = requireConstantKinds(value);
    const std::optional<ConstantValue> known = constantStructure(tables(), value);
    constant.type = type;
    if (isPoison(type) || !isConstant)
        return;
    if (!known) {
        report(DiagnosticCode::NotConstant, value);
        return;
    }
    constant.value = *known;
    if (const std::optional<types::SingleValue> single = singleValueOf(*known))
        constant.type = types::singletonType(m_types, *single);
}

void checkConstant(ModuleAnalysis& analysis, ConstantSymbol& constant, const syntax::Expression* value,
                   std::optional<SemType> expected) {
    Checker(analysis, constant.file).checkConstantDecl(constant, value, expected);
}

std::optional<types::SingleValue> evaluateConstant(ModuleAnalysis& analysis, const ModuleSymbol& module,
                                                   uint32_t file, const syntax::Expression* expr,
                                                   std::optional<SemType> expected) {
    if (&module != &analysis.module()) {
        if (const auto* literal = syntax::BasicLiteral::cast(expr))
            return types::SingleValue(syntax::stringLiteralValue(literal->literal()));
        return std::nullopt;
    }
    const SemType type = Checker(analysis, file).checkOutermost(expr, expected ? &*expected : nullptr);
    if (isPoison(type))
        return std::nullopt;
    const std::optional<types::SingleValue> value = types::singleShape(type);
    if (!value)
        analysis.report(DiagnosticCode::NotConstant, expr);
    return value;
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
