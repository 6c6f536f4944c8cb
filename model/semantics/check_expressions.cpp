// Expressions: the dispatch over their kinds, and those that fit no other chapter.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

SemType Checker::check(const syntax::Expression* expr, Expected expected) {
    const Expected known = expected && isPoison(*expected) ? nullptr : expected;
    if (known)
        tables().expectedTypes[expr] = *known;
    const bool isLost = std::exchange(m_isExpectedUnknown, m_isExpectedUnknown || (expected && !known));
    const SemType type = checkKind(expr, known);
    m_isExpectedUnknown = isLost;
    if (isPoison(type))
        return poisonType;
    tables().types[expr] = type;
    if (!tables().constants.contains(expr))
        if (const std::optional<types::SingleValue> value = valueOf(type))
            tables().constants[expr] = constantValueOf(*value);
    return type;
}

SemType Checker::checkAs(const syntax::Expression* expr, SemType expected) {
    const SemType found = check(expr, &expected);
    return require(expr, found, expected) ? found : poisonType;
}

bool Checker::require(const syntax::Node* place, SemType found, SemType expected) {
    if (isPoison(found) || isPoison(expected))
        return false;
    if (isSubtype(found, expected))
        return true;
    report(DiagnosticCode::IncompatibleTypes, place, {text(expected), text(found)});
    m_analysis.hint(conversionHint(found, expected));
    return false;
}

/// What usually makes a value of one type fit another.
std::string Checker::conversionHint(SemType found, SemType expected) {
    const SemType withoutError = types::withoutError(m_types, found), withoutNil = types::withoutNil(found);
    const bool isError = found.has(BasicType::Error) && !isSubtype(types::anyType, expected);
    if (isError && !withoutError.isNever() && isSubtype(withoutError, expected))
        return "use 'check'";
    if (types::containsNil(found) && !withoutNil.isNever() && isSubtype(withoutNil, expected))
        return "use '?:' to replace nil";
    const auto from = types::singleNumericType(found), to = types::singleNumericType(expected);
    const bool areNumbers = from && to && found.within(from->bits()) && expected.within(to->bits());
    if (text(expected).find("websocket:Service") != std::string::npos && m_analysis.classOfType(found))
        return "write '*websocket:Service;' into a 'service class'";
    if (areNumbers && !(*from == *to))
        return "use '<" + text(*to) + ">'";
    return textHint(found, expected, from.has_value());
}

/// From and to texts: strings, numbers, json, templates without a tag.
std::string Checker::textHint(SemType found, SemType expected, bool isNumber) {
    const SemType value = types::withoutError(m_types, found);
    const auto isOf = [](SemType type, BasicType basic) { return type.within(basic) && !type.isNever(); };
    if (isOf(found, BasicType::Object) && text(found).ends_with("RawTemplate") &&
        isSubtype(types::stringType, expected))
        return "write 'string' before the template";
    if (isOf(expected, BasicType::String)) {
        if (isOf(found, BasicType::Nil))
            return "only 'string?' has the value nil";
        if (isNumber || isOf(found, BasicType::Boolean))
            return "use 'toString()'";
    }
    if (isLax(value) && found.has(BasicType::Error))
        return "use 'check'";
    for (const auto& [basic, name] :
         {std::pair(BasicType::Int, "int"), std::pair(BasicType::Float, "float"),
          std::pair(BasicType::Decimal, "decimal"), std::pair(BasicType::Boolean, "boolean")})
        if (isOf(expected, basic) && isOf(found, BasicType::String))
            return "use 'check " + std::string(name) + ":fromString(…)'";
    if (isOf(found, BasicType::String) && isOf(expected, BasicType::List) &&
        types::isSubtype(m_types, types::arrayOf(m_types, types::byteType(m_types)), expected))
        return "use 'toBytes()'";
    return isLax(value) && !found.has(BasicType::Error) ? "use 'check value.cloneWithType()'" : "";
}

bool Checker::isSubtype(SemType a, SemType b) {
    return isPoison(a) || isPoison(b) || types::isSubtype(m_types, a, b);
}

SemType Checker::unite(SemType a, SemType b) {
    return isPoison(a) || isPoison(b) ? poisonType : types::unite(m_types, a, b);
}

SemType Checker::resolveType(const syntax::TypeDesc* desc) {
    const SemType type = TypeResolver(m_analysis, m_analysis.module(), m_file).resolve(desc);
    checkDefaultsIn(desc);
    return type;
}

SemType Checker::checkKind(const syntax::Expression* expr, Expected expected) {
    switch (expr->kind()) {
    case NodeKind::BasicLiteral: return checkLiteral(syntax::BasicLiteral::cast(expr), expected);
    case NodeKind::NilLiteral: return types::nilType;
    case NodeKind::ByteArrayLiteral: return checkByteArray(syntax::ByteArrayLiteral::cast(expr), expected);
    case NodeKind::StringTemplateExpr: return checkStringTemplate(syntax::StringTemplateExpr::cast(expr));
    case NodeKind::XmlTemplateExpr: return checkXmlTemplate(syntax::XmlTemplateExpr::cast(expr), expected);
    case NodeKind::RegExpTemplateExpr: return checkRegExpTemplate(syntax::RegExpTemplateExpr::cast(expr));
    case NodeKind::RawTemplateExpr: return checkRawTemplate(syntax::RawTemplateExpr::cast(expr), expected);
    case NodeKind::ListConstructorExpr: return checkList(syntax::ListConstructorExpr::cast(expr), expected);
    case NodeKind::MappingConstructorExpr:
        return checkMapping(syntax::MappingConstructorExpr::cast(expr), expected);
    case NodeKind::TableConstructorExpr:
        return checkTable(syntax::TableConstructorExpr::cast(expr), expected);
    case NodeKind::ObjectConstructorExpr:
        return checkObjectConstructor(syntax::ObjectConstructorExpr::cast(expr), expected);
    case NodeKind::ExplicitNewExpr: return checkExplicitNew(syntax::ExplicitNewExpr::cast(expr), expected);
    case NodeKind::ImplicitNewExpr: return checkImplicitNew(syntax::ImplicitNewExpr::cast(expr), expected);
    case NodeKind::VariableReferenceExpr: return checkVariable(syntax::VariableReferenceExpr::cast(expr));
    case NodeKind::FieldAccessExpr: return checkFieldAccess(syntax::FieldAccessExpr::cast(expr));
    case NodeKind::OptionalFieldAccessExpr:
        return checkOptionalFieldAccess(syntax::OptionalFieldAccessExpr::cast(expr));
    case NodeKind::AnnotAccessExpr: return checkAnnotAccess(syntax::AnnotAccessExpr::cast(expr));
    case NodeKind::MemberAccessExpr: return checkMemberAccess(syntax::MemberAccessExpr::cast(expr));
    case NodeKind::FunctionCallExpr: return checkFunctionCall(syntax::FunctionCallExpr::cast(expr), expected);
    case NodeKind::MethodCallExpr: return checkMethodCall(syntax::MethodCallExpr::cast(expr), expected);
    case NodeKind::ErrorConstructorExpr:
        return checkErrorConstructor(syntax::ErrorConstructorExpr::cast(expr), expected);
    case NodeKind::ExplicitAnonymousFunctionExpr:
        return checkAnonymousFunction(syntax::ExplicitAnonymousFunctionExpr::cast(expr));
    case NodeKind::InferAnonymousFunctionExpr:
        return checkInferredFunction(syntax::InferAnonymousFunctionExpr::cast(expr), expected);
    case NodeKind::LetExpr: return checkLet(syntax::LetExpr::cast(expr), expected);
    case NodeKind::TypeCastExpr: return checkCast(syntax::TypeCastExpr::cast(expr), expected);
    case NodeKind::TypeofExpr: return checkTypeof(syntax::TypeofExpr::cast(expr));
    case NodeKind::UnaryExpr: return checkUnary(syntax::UnaryExpr::cast(expr), expected);
    case NodeKind::BinaryExpr: return checkBinary(syntax::BinaryExpr::cast(expr), expected);
    case NodeKind::RangeExpr: return checkRange(syntax::RangeExpr::cast(expr));
    case NodeKind::IsExpr: {
        SemType type;
        const Branches branches = conditionKind(expr, type);
        m_flow = joined(branches.yes, branches.no);
        return type;
    }
    case NodeKind::TernaryConditionalExpr:
        return checkTernary(syntax::TernaryConditionalExpr::cast(expr), expected);
    case NodeKind::NilConditionalExpr: return checkElvis(syntax::NilConditionalExpr::cast(expr), expected);
    case NodeKind::CheckingExpr: return checkChecking(syntax::CheckingExpr::cast(expr), expected);
    case NodeKind::TrapExpr: return checkTrap(syntax::TrapExpr::cast(expr), expected);
    case NodeKind::TransactionalExpr: return types::booleanType;
    case NodeKind::ParenthesizedExpr:
        return checkParenthesized(syntax::ParenthesizedExpr::cast(expr), expected);
    case NodeKind::TypeDescExpr: return checkTypeDescExpr(syntax::TypeDescExpr::cast(expr));
    case NodeKind::QuerySelectExpr: return checkQuery(syntax::QuerySelectExpr::cast(expr), expected);
    case NodeKind::QueryCollectExpr: return checkCollect(syntax::QueryCollectExpr::cast(expr), expected);
    case NodeKind::XmlFilterExpr: return checkXmlFilter(syntax::XmlFilterExpr::cast(expr));
    case NodeKind::XmlStepExpr: return checkXmlStep(syntax::XmlStepExpr::cast(expr));
    case NodeKind::StartAction: return checkStart(syntax::StartAction::cast(expr), expected);
    case NodeKind::SingleWaitAction: return checkSingleWait(syntax::SingleWaitAction::cast(expr));
    case NodeKind::AlternateWaitAction: return checkAlternateWait(syntax::AlternateWaitAction::cast(expr));
    case NodeKind::MultipleWaitAction: return checkMultipleWait(syntax::MultipleWaitAction::cast(expr));
    case NodeKind::AsyncSendAction: {
        const auto* send = syntax::AsyncSendAction::cast(expr);
        return checkSend(send->expression(), send->peerWorker(), false);
    }
    case NodeKind::SyncSendAction: {
        const auto* send = syntax::SyncSendAction::cast(expr);
        return checkSend(send->expression(), send->peerWorker(), true);
    }
    case NodeKind::FlushAction: return checkFlush(syntax::FlushAction::cast(expr));
    case NodeKind::SingleReceiveAction:
        return checkSingleReceive(syntax::SingleReceiveAction::cast(expr), expected);
    case NodeKind::MultipleReceiveAction:
        return checkMultipleReceive(syntax::MultipleReceiveAction::cast(expr), expected);
    case NodeKind::AlternateReceiveAction:
        return checkAlternateReceive(syntax::AlternateReceiveAction::cast(expr), expected);
    case NodeKind::RemoteMethodCallAction:
        return checkRemoteCall(syntax::RemoteMethodCallAction::cast(expr), expected);
    case NodeKind::ResourceAccessAction:
        return checkResourceAccess(syntax::ResourceAccessAction::cast(expr), expected);
    case NodeKind::QueryAction: return checkQueryAction(syntax::QueryAction::cast(expr));
    case NodeKind::CommitAction: return checkCommit(syntax::CommitAction::cast(expr));
    default: return poisonType; // missing expressions: the parser has said so
    }
}

SemType Checker::checkParenthesized(const syntax::ParenthesizedExpr* expr, Expected expected) {
    return check(expr->expression(), expected);
}

// The broad type of the specification: what `var` and constructors without an expected type infer.
SemType Checker::broadType(const syntax::Expression* expr, SemType type) {
    if (isPoison(type))
        return type;
    switch (expr->kind()) {
    case NodeKind::ParenthesizedExpr:
        return broadType(syntax::ParenthesizedExpr::cast(expr)->expression(), type);
    case NodeKind::TernaryConditionalExpr:
    case NodeKind::NilConditionalExpr:
    case NodeKind::BasicLiteral:
    case NodeKind::StringTemplateExpr:
    case NodeKind::UnaryExpr:
    case NodeKind::BinaryExpr:
    case NodeKind::IsExpr:
    case NodeKind::VariableReferenceExpr: return valueOf(type) ? types::widenToBasicTypes(type) : type;
    default: return type;
    }
}

// Names
// --------------------------------------------------------------------------------------------------------

const Symbol* Checker::lookUp(const syntax::Token* prefix, const syntax::Token* name) {
    if (!prefix && !name->isMissing())
        if (const Symbol* local = findLocal(syntax::identifierValue(name))) {
            if (!m_hidden.contains(local))
                return local;
            report(DiagnosticCode::BoundByEarlierClause, name, {local->name});
            return nullptr;
        }
    const Symbol* found = m_analysis.lookUp(m_analysis.module(), m_file, prefix, name, false, m_scope);
    if (!found && !prefix && !name->isMissing())
        hintAtSelf(syntax::identifierValue(name));
    return found;
}

/// A member of the object is named by `self` alone.
void Checker::hintAtSelf(const std::string& name) {
    const FunctionContext* context = m_function;
    while (context && !context->object)
        context = context->outer;
    if (context && (context->object->field(name) || context->object->method(name)))
        m_analysis.hint("did you mean 'self." + name + "'?");
}

/// The namespace that a prefix stands for, or null.
const XmlNamespaceSymbol* Checker::namespaceOf(const syntax::Token* prefix) const {
    return namespaceNamed(syntax::identifierValue(prefix));
}

const XmlNamespaceSymbol* Checker::namespaceNamed(const std::string& name) const {
    if (const auto* local = as<XmlNamespaceSymbol>(findLocal(name)))
        return local;
    const auto& declared = m_analysis.module().namespaces[m_file];
    const auto found = declared.find(name);
    if (found == declared.end())
        return nullptr;
    m_analysis.resolve(found->second);
    return found->second;
}

SemType Checker::checkVariable(const syntax::VariableReferenceExpr* expr) {
    if (const auto* xmlns = expr->prefix() ? namespaceOf(expr->prefix()) : nullptr) {
        const std::string name = "{" + xmlns->uri + "}" + syntax::identifierValue(expr->name());
        tables().symbolOf[expr] = xmlns;
        tables().constants[expr] = ConstantValue{name};
        return types::stringConst(m_types, name);
    }
    if (isAggregated(expr))
        return wrongAggregate(expr);
    const Symbol* symbol = lookUp(expr->prefix(), expr->name());
    return symbol ? referTo(symbol, expr) : poisonType;
}

/// One expression that takes several values for one is one mistake, however often it does.
SemType Checker::wrongAggregate(const syntax::VariableReferenceExpr* expr) {
    const syntax::Node* whole = expr;
    while (syntax::Expression::is(whole->parent()->kind()))
        whole = whole->parent();
    if (std::exchange(m_misuse, whole) == whole)
        return poisonType;
    return wrong(DiagnosticCode::AggregatedUse, expr, {syntax::identifierValue(expr->name())});
}

SemType Checker::referTo(const Symbol* symbol, const syntax::Expression* expr) {
    m_analysis.noteReference(expr, symbol);
    m_analysis.resolve(symbol);
    if (const auto* variable = as<VariableSymbol>(symbol))
        return variableType(*variable, expr);
    if (const auto* constant = as<ConstantSymbol>(symbol)) {
        if (constant->value)
            tables().constants[expr] = constant->value;
        return constant->type;
    }
    if (const auto* function = as<FunctionSymbol>(symbol))
        return function->type;
    SemType described = poisonType;
    if (const auto* type = as<TypeSymbol>(symbol))
        described = type->module == &m_analysis.module() ? m_analysis.typeOfTypeSymbol(*type) : type->type;
    else if (const auto* object = as<ClassSymbol>(symbol))
        described = object->type;
    else if (const auto* enumeration = as<EnumSymbol>(symbol))
        described = enumeration->type;
    else
        return wrong(DiagnosticCode::NotAValue, expr, {symbol->name});
    if (isPoison(described))
        return poisonType;
    // A name for typedescs stands for what they describe, as in the reference.
    if (described.within(BasicType::Typedesc) && !described.isNever())
        described = types::typedescDescribedType(m_types, described);
    tables().descriptors[expr] = described;
    return types::typedescOf(m_types, described);
}

SemType Checker::variableType(const VariableSymbol& variable, const syntax::Node* place) {
    m_used.insert(&variable);
    if (isPoison(variable.type))
        return poisonType;
    if (m_flow.isUnassigned(variable)) {
        report(DiagnosticCode::NotInitialized, place, {variable.name});
        return poisonType;
    }
    checkUseOfSelf(variable, place);
    if (variable.owner) {
        capture(variable);
        return m_flow.typeOf(variable);
    }
    return variable.isFinal ? m_flow.typeOf(variable) : variable.type;
}

/// Notes that functions between the owner of the variable and the place use it.
void Checker::capture(const VariableSymbol& variable) {
    for (FunctionContext* context = m_function; context; context = context->outer) {
        if (!context->function || context->function == variable.owner)
            return;
        auto& captures = context->function->captures;
        if (std::find(captures.begin(), captures.end(), &variable) == captures.end())
            captures.push_back(&variable);
        const_cast<VariableSymbol&>(variable).isCaptured = true; // of this analysis: still being made
        if (context->function->owner && context->object) {
            auto& objectCaptures = const_cast<ClassSymbol&>(*context->function->owner).captures;
            if (variable.role != VariableRole::Self &&
                std::find(objectCaptures.begin(), objectCaptures.end(), &variable) == objectCaptures.end())
                objectCaptures.push_back(&variable);
        }
    }
}

// Conditionals
// -------------------------------------------------------------------------------------------------

SemType Checker::checkTernary(const syntax::TernaryConditionalExpr* expr, Expected expected) {
    const Branches branches = condition(expr->condition());
    m_flow = branches.yes;
    const SemType yes = check(expr->trueExpression(), expected);
    const FlowState afterYes = m_flow;
    m_flow = branches.no;
    const SemType no = check(expr->falseExpression(), expected);
    m_flow = joined(afterYes, m_flow);
    if (!m_flow.isReachable)
        m_flow.isReachable = afterYes.isReachable || branches.no.isReachable;
    return unite(yes, no);
}

SemType Checker::checkElvis(const syntax::NilConditionalExpr* expr, Expected expected) {
    SemType optional;
    if (expected)
        optional = types::unite(m_types, *expected, types::nilType);
    const SemType left = check(expr->left(), expected ? &optional : nullptr);
    const FlowState before = m_flow;
    const SemType right = check(expr->right(), expected);
    m_flow = joined(before, m_flow);
    if (isPoison(left))
        return poisonType;
    if (!types::containsNil(left) && !left.isNever()) {
        report(DiagnosticCode::NeverNil, expr->left(), {text(left)});
        return left;
    }
    return unite(types::withoutNil(left), right);
}

// Errors
// -------------------------------------------------------------------------------------------------------

/// An error leaves the place: to an on-fail clause, or out of the function.
void Checker::leaveByError(const syntax::Node* place, SemType error) {
    CheckFacts facts{error, nullptr, {}};
    if (m_queryChecks && m_queryChecks->function == m_function) {
        m_queryChecks->found.push_back({place, error, m_flow});
    } else if (m_function && !m_function->failTargets.empty()) {
        FailTarget& target = *m_function->failTargets.back();
        facts.target = target.node;
        target.errors = unite(target.errors, error);
        target.states.push_back(m_flow);
        if (m_function->transactionDepth > target.transactionDepth)
            target.states.back().transaction = target.transaction;
    } else if (!m_function || !m_function->function) {
        // at module level the program ends with the error
    } else if (m_function->infersReturn) {
        m_function->returnType = unite(m_function->returnType, error);
    } else if (!isSubtype(error, m_function->returnType)) {
        report(DiagnosticCode::ErrorNotReturned, place, {text(error), text(m_function->returnType)});
        m_analysis.hint("let it return '" +
                        text(types::unite(m_types, m_function->returnType, types::errorType)) + "'");
    }
    tables().checks[place] = facts;
}

SemType Checker::checkChecking(const syntax::CheckingExpr* expr, Expected expected) {
    const bool isCast = expr == m_castOperand;
    SemType allowed;
    if (expected)
        allowed = types::unite(m_types, *expected, types::errorType);
    const SemType type = check(expr->expression(), expected ? &allowed : nullptr);
    if (isPoison(type))
        return poisonType;
    const bool isCheck = expr->checkingKeyword()->kind() == syntax::TokenKind::CheckKeyword;
    const SemType error = types::partOf(m_types, type, BasicType::Error);
    const SemType value = types::withoutError(m_types, type);
    if (isCheck && expected && !isCast && mayEnsure(type, *expected)) {
        leaveByError(expr, types::errorType);
        tables().checks[expr].ensured = *expected;
        return *expected;
    }
    if (isCheck && !error.isNever())
        leaveByError(expr, error);
    else
        tables().checks[expr] = {error, nullptr, {}};
    if (value.isNever() && !type.isNever())
        leaveUnreachable();
    return value;
}

/// Lax typing: json is converted where a simple value or a string is expected.
bool Checker::mayEnsure(SemType type, SemType expected) {
    const SemType value = types::withoutError(m_types, type);
    return isLax(type) && !expected.isNever() && expected.within(types::simpleOrStringType.bits()) &&
           !isSubtype(value, expected) && isSubtype(value, m_types.jsonType());
}

SemType Checker::checkTrap(const syntax::TrapExpr* expr, Expected expected) {
    const bool reachable = m_flow.isReachable;
    const SemType type = check(expr->expression(), expected);
    m_flow.isReachable = reachable;
    return unite(type, types::errorType);
}

// Types as values, casts, let
// ----------------------------------------------------------------------------------

const syntax::Expression* withoutParens(const syntax::Expression* expr) {
    while (const auto* inner = syntax::ParenthesizedExpr::cast(expr))
        expr = inner->expression();
    return expr;
}

namespace {

/// Numbers combined by operators: the literals among them take their types from what is expected.
bool isCombined(const syntax::Expression* expr) {
    expr = withoutParens(expr);
    return syntax::is<syntax::BinaryExpr>(expr) || syntax::is<syntax::UnaryExpr>(expr) ||
           syntax::is<syntax::NilConditionalExpr>(expr) || syntax::is<syntax::TernaryConditionalExpr>(expr);
}

} // namespace

/// The target of a cast is what its operand is expected to be, unless numbers cannot be combined then: in
/// `<float>((m["a"] ?: 1) * n)` 1 is an int.
SemType Checker::checkCastOperand(const syntax::Expression* expr, SemType expected) {
    const size_t reports = m_analysis.reportCount();
    const FlowState before = m_flow;
    m_castOperand = withoutParens(expr);
    const SemType found = check(expr, &expected);
    if (m_analysis.reportCount() == reports || !isCombined(expr) || !types::singleNumericType(expected))
        return found;
    m_analysis.forgetReports(reports);
    m_analysis.forgetNodes(expr);
    m_flow = before;
    return check(expr);
}

SemType Checker::checkCast(const syntax::TypeCastExpr* expr, Expected expected) {
    checkMetadata(expr);
    if (!expr->typeDescriptor())
        return check(expr->expression(), expected);
    const SemType target = resolveType(expr->typeDescriptor());
    SemType wanted = target;
    if (expected && !isPoison(target)) {
        const SemType both = types::intersect(m_types, *expected, target);
        if (!types::isEmpty(m_types, both) && !isSubtype(target, *expected))
            wanted = both;
    }
    const SemType operand =
        isPoison(target) ? check(expr->expression()) : checkCastOperand(expr->expression(), wanted);
    if (isPoison(target) || isPoison(operand))
        return target;
    const SemType known = types::intersect(m_types, operand, target);
    const SemType found = types::isEmpty(m_types, known) ? askedAs(expr->expression(), operand) : operand;
    const SemType kept = types::intersect(m_types, found, target);
    const std::optional<SemType> numeric = types::singleNumericType(target);
    const bool converts = numeric && (found.bits() & types::numericType.bits() & ~numeric->bits()) != 0;
    if (types::isEmpty(m_types, kept) && !converts && !types::isEmpty(m_types, found))
        return wrong(DiagnosticCode::CastNeverSucceeds, expr, {text(found), text(target)});
    const std::optional<types::SingleValue> value = knownValue(expr->expression(), found);
    if (value && converts && numeric) {
        const BasicType to = numeric->has(BasicType::Int)     ? BasicType::Int
                             : numeric->has(BasicType::Float) ? BasicType::Float
                                                              : BasicType::Decimal;
        const Folded result = foldConversion(to, *value);
        if (!result.failure.empty())
            return wrong(DiagnosticCode::ConstantFails, expr, {result.failure});
        if (result.value && types::containsValue(target, *result.value))
            return types::singletonType(m_types, *result.value);
    }
    if (!converts)
        return kept;
    return types::unite(m_types, kept, types::intersect(m_types, *numeric, target));
}

/// The value of an expression by its type, or as it was remembered where the type says less.
std::optional<types::SingleValue> Checker::knownValue(const syntax::Expression* expr, SemType type) {
    if (const std::optional<types::SingleValue> value = valueOf(type))
        return value;
    const auto found = tables().constants.find(withoutParens(expr));
    return found == tables().constants.end() ? std::nullopt : singleValueOf(found->second);
}

SemType Checker::checkTypeof(const syntax::TypeofExpr* expr) {
    const SemType type = check(expr->expression());
    return isPoison(type) ? type : types::typedescOf(m_types, type);
}

SemType Checker::checkTypeDescExpr(const syntax::TypeDescExpr* expr) {
    const SemType type = resolveType(expr->typeDescriptor());
    return isPoison(type) ? type : types::typedescOf(m_types, type);
}

SemType Checker::checkLet(const syntax::LetExpr* expr, Expected expected) {
    const ScopeGuard scope(*this, expr);
    for (const syntax::LetVarDecl* decl : expr->letVarDecls()) {
        checkMetadata(decl);
        checkTypedPattern(decl->typedBindingPattern(), decl->expression(), true);
    }
    return check(expr->expression(), expected);
}

} // namespace barre::model
