// Unary and binary operators, ranges. Operands with known values give a result with a known value.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

namespace {

OperatorKind operatorKind(const SemType& type) {
    struct Row {
        BasicType type;
        OperatorKind kind;
    };
    static constexpr Row rows[] = {
        {BasicType::Int, OperatorKind::Int},         {BasicType::Float, OperatorKind::Float},
        {BasicType::Decimal, OperatorKind::Decimal}, {BasicType::String, OperatorKind::String},
        {BasicType::Boolean, OperatorKind::Boolean}, {BasicType::Xml, OperatorKind::Xml},
        {BasicType::Nil, OperatorKind::Nil}};
    for (const Row& row : rows)
        if (type.within(row.type))
            return row.kind;
    return OperatorKind::Compare;
}

bool isAny(std::string_view op, std::initializer_list<std::string_view> list) {
    for (std::string_view one : list)
        if (one == op)
            return true;
    return false;
}

} // namespace

SemType Checker::folded(const syntax::Node* expr, std::string_view op, SemType left, SemType right,
                        SemType type) {
    const std::optional<types::SingleValue> a = valueOf(left), b = valueOf(right);
    if (!a || !b)
        return type;
    const Folded result = foldBinary(op, *a, *b);
    if (!result.failure.empty() && mayFailLater(expr, type, result))
        return type; // it panics when the program runs
    if (!result.failure.empty())
        return wrong(DiagnosticCode::ConstantFails, expr, {result.failure});
    return result.value ? types::singletonType(m_types, *result.value) : type;
}

/// An operation that surely panics is an error where its value is needed to check the program. So is one on
/// decimal constants, but not one on int constants: the language has always let that wait until it is
/// reached.
bool Checker::mayFailLater(const syntax::Node* expr, const SemType& type, const Folded& result) {
    if (m_isConstant)
        return false;
    const bool isNeeded = m_isCondition || type.within(BasicType::Decimal);
    return !isNeeded || result.isUnderflow || !isConstantExpression(tables(), expr);
}

SemType Checker::checkUnary(const syntax::UnaryExpr* expr, Expected expected) {
    const std::string_view op = expr->unaryOperator()->text();
    if (op == "!") {
        SemType type;
        const Branches branches = conditionKind(expr, type);
        m_flow = joined(branches.yes, branches.no);
        return type;
    }
    const auto* literal = syntax::BasicLiteral::cast(expr->expression());
    if (op == "-" && literal && literal->literal()->kind() != syntax::TokenKind::StringLiteral) {
        const SemType type = checkNumber(literal->literal(), expected, true);
        if (!isPoison(type) && type.within(types::numericType.bits())) {
            tables().operators[expr] = {operatorKind(type), type, type, false};
            return type;
        }
    }
    const SemType operand = check(expr->expression(), expected);
    if (isPoison(operand))
        return operand;
    const SemType value = types::withoutNil(operand);
    const bool lifted = types::containsNil(operand);
    const std::optional<SemType> numeric = types::singleNumericType(value);
    const bool fits = op == "~" ? value.within(BasicType::Int) : numeric && value.within(numeric->bits());
    if (!fits || value.isNever())
        return wrong(DiagnosticCode::OperatorNotDefined, expr, {std::string(op), text(operand)});
    tables().operators[expr] = {operatorKind(value), value, value, lifted};
    SemType result = op == "+" ? value : types::widenToBasicTypes(value);
    if (const std::optional<types::SingleValue> known = lifted ? std::nullopt : valueOf(value)) {
        const Folded folded = foldUnary(op, *known);
        if (!folded.failure.empty())
            return wrong(DiagnosticCode::ConstantFails, expr, {folded.failure});
        if (folded.value)
            result = types::singletonType(m_types, *folded.value);
    }
    return lifted ? unite(result, types::nilType) : result;
}

namespace {

/// A number that may be of any numeric type; perhaps below signs and parentheses.
bool isNumericLiteral(const syntax::Expression* expr) {
    if (const auto* inner = syntax::ParenthesizedExpr::cast(expr))
        return isNumericLiteral(inner->expression());
    if (const auto* unary = syntax::UnaryExpr::cast(expr))
        return isNumericLiteral(unary->expression());
    const auto* literal = syntax::BasicLiteral::cast(expr);
    return literal && literal->literal()->kind() == syntax::TokenKind::IntLiteral;
}

} // namespace

/// A literal takes its type from the other operand, if that cannot have the type that the context expects: in
/// `<float>(n - 1)` 1 is an int.
std::pair<SemType, SemType> Checker::checkOperands(const syntax::BinaryExpr* expr, Expected expected) {
    const bool isLiteralLeft = isNumericLiteral(expr->left());
    const syntax::Expression* other = isLiteralLeft ? expr->left() : expr->right();
    const SemType known = check(isLiteralLeft ? expr->right() : expr->left(), expected);
    SemType own;
    if (expected && isNumericLiteral(other) && known.within(types::numericType.bits()) &&
        !isSubtype(known, *expected)) {
        own = types::widenToBasicTypes(known);
        expected = &own;
    }
    const SemType type = check(other, expected);
    return isLiteralLeft ? std::pair(type, known) : std::pair(known, type);
}

SemType Checker::checkBinary(const syntax::BinaryExpr* expr, Expected expected) {
    const std::string_view op = expr->binaryOperator()->text();
    if (isAny(op, {"&&", "||", "==", "!="})) {
        SemType type;
        const Branches branches = conditionKind(expr, type);
        m_flow = joined(branches.yes, branches.no);
        return type;
    }
    const bool passesExpected = isAny(op, {"+", "-", "*", "/", "%"});
    SemType operandExpected;
    Expected inner = nullptr;
    if (expected && passesExpected) {
        operandExpected = types::widenToBasicTypes(*expected);
        inner = &operandExpected;
    }
    const auto [left, right] = checkOperands(expr, inner);
    if (isPoison(left) || isPoison(right))
        return poisonType;
    if (isAny(op, {"===", "!=="}))
        return equality(expr, op, left, right);
    if (isAny(op, {"<", "<=", ">", ">="}))
        return comparison(expr, op, left, right);
    if (isAny(op, {"&", "|", "^", "<<", ">>", ">>>"}))
        return bitwise(expr, op, left, right, expr);
    return arithmetic(expr, op, left, right, expr);
}

namespace {

/// The basic type that `+` gives for sequences: string, or xml if one of the operands is.
std::optional<SemType> concatenated(types::TypeContext& types, const SemType& left, const SemType& right) {
    if (left.within(BasicType::String) && right.within(BasicType::String))
        return types::stringType;
    const uint32_t sequences = types::bitOf(BasicType::String) | types::bitOf(BasicType::Xml);
    const bool hasXml = left.within(BasicType::Xml) || right.within(BasicType::Xml);
    if (!hasXml || !left.within(sequences) || !right.within(sequences))
        return std::nullopt;
    const auto asXml = [&](const SemType& type) {
        return type.within(BasicType::Xml) ? type : types::xmlItemType(types, types::XmlItem::Text);
    };
    return types::xmlOf(types, types::unite(types, types::xmlItemTypes(types, asXml(left)),
                                            types::xmlItemTypes(types, asXml(right))));
}

const syntax::Token* operatorToken(const syntax::Node* place) {
    const auto* binary = syntax::BinaryExpr::cast(place);
    return binary ? binary->binaryOperator()
                  : syntax::CompoundAssignmentStmt::cast(place)->compoundAssignmentOperator();
}

/// A compound assignment has the underlying form of its operator only, not the lifted one.
bool mayLift(const syntax::Node* place) {
    return !syntax::is<syntax::CompoundAssignmentStmt>(place);
}

} // namespace

/// Of an operand: what a value may be matters, not which one it is.
std::string Checker::broadText(SemType type) {
    return text(valueOf(type) ? types::widenToBasicTypes(type) : type);
}

/// At the operator: the operands may be long.
void Checker::reportOperands(const syntax::Node* place, std::string_view op, SemType left, SemType right) {
    report(DiagnosticCode::OperatorNotDefinedForTwo, operatorToken(place),
           {std::string(op), broadText(left), broadText(right)});
    const bool hasString = types::withoutNil(left).within(BasicType::String) ||
                           types::withoutNil(right).within(BasicType::String);
    if (!mayLift(place) && !left.within(BasicType::String))
        m_analysis.hint(textHint(right, left, false));
    else if (op == "+" && hasString && !types::containsNil(left) && !types::containsNil(right))
        m_analysis.hint("use a string template, or 'toString()'");
}

SemType Checker::arithmetic(const syntax::Node* expr, std::string_view op, SemType left, SemType right,
                            const syntax::Node* place) {
    const bool lifted = types::containsNil(left) || types::containsNil(right);
    const SemType a = types::withoutNil(left), b = types::withoutNil(right);
    OperatorFacts facts{operatorKind(a), a, b, lifted};
    std::optional<SemType> type;
    const std::optional<SemType> numeric = types::singleNumericType(a);
    if (a.isNever() || b.isNever() || (lifted && !mayLift(place)))
        type = std::nullopt;
    else if (numeric && a.within(numeric->bits()) && b.within(numeric->bits()))
        type = numeric;
    else if (op == "+")
        type = concatenated(m_types, a, b);
    else if (isAny(op, {"*", "/", "%"}) && mixedWithInt(op, a, b))
        type = a.within(BasicType::Int) ? types::widenToBasicTypes(b) : types::widenToBasicTypes(a);
    if (!type) {
        reportOperands(place, op, left, right);
        return poisonType;
    }
    facts.kind = operatorKind(*type);
    tables().operators[expr] = facts;
    if (lifted && (facts.kind == OperatorKind::String || facts.kind == OperatorKind::Xml))
        report(DiagnosticCode::LiftedConcatenation, operatorToken(place),
               {broadText(left), broadText(right)});
    if (lifted)
        return types::unite(m_types, *type, types::nilType);
    const std::optional<types::SingleValue> divisor = op == "/" ? valueOf(b) : std::nullopt;
    const double* zero = divisor ? std::get_if<double>(&*divisor) : nullptr;
    if (zero && *zero == 0) { // 0.0 == -0.0, but they do not divide alike
        noteConstant(expr, op, a, b);
        return *type;
    }
    return folded(place, op, a, b, *type);
}

/// `int * float`, `decimal / int`, `float % int`: the int is converted (multiplicative-expr of the
/// specification).
bool Checker::mixedWithInt(std::string_view op, SemType a, SemType b) {
    const uint32_t fractions = types::bitOf(BasicType::Float) | types::bitOf(BasicType::Decimal);
    const auto isFraction = [&](const SemType& type) {
        return type.within(fractions) && types::singleNumericType(type).has_value();
    };
    if (b.within(BasicType::Int))
        return isFraction(a);
    return op == "*" && a.within(BasicType::Int) && isFraction(b);
}

SemType Checker::bitwise(const syntax::Node* expr, std::string_view op, SemType left, SemType right,
                         const syntax::Node* place) {
    const bool lifted = types::containsNil(left) || types::containsNil(right);
    const SemType a = types::withoutNil(left), b = types::withoutNil(right);
    const bool isDefined =
        !a.isNever() && !b.isNever() && a.within(BasicType::Int) && b.within(BasicType::Int);
    if (!isDefined || (lifted && !mayLift(place))) {
        reportOperands(place, op, left, right);
        return poisonType;
    }
    tables().operators[expr] = {OperatorKind::Int, a, b, lifted};
    const auto isUnsigned = [](const SemType& type) {
        const auto bounds = types::intBounds(type);
        return bounds && bounds->min >= 0 && bounds->max <= 0xffffffffLL;
    };
    SemType type = types::intType;
    const SemType widerA = types::widenUnsigned(m_types, a), widerB = types::widenUnsigned(m_types, b);
    if (op == "&" && (isUnsigned(a) || isUnsigned(b)))
        type = !isUnsigned(a) ? widerB : !isUnsigned(b) ? widerA : types::intersect(m_types, widerA, widerB);
    else if ((op == "|" || op == "^") && isUnsigned(a) && isUnsigned(b))
        type = types::unite(m_types, widerA, widerB);
    else if ((op == ">>" || op == ">>>") && isUnsigned(a))
        type = widerA;
    if (lifted)
        return types::unite(m_types, type, types::nilType);
    return folded(place, op, a, b, type);
}

SemType Checker::comparison(const syntax::BinaryExpr* expr, std::string_view op, SemType left,
                            SemType right) {
    if (!types::areComparable(m_types, left, right)) {
        report(DiagnosticCode::NotComparable, expr, {std::string(op), text(left), text(right)});
        return poisonType;
    }
    const SemType a = types::withoutNil(left), b = types::withoutNil(right);
    const bool hasNil = types::containsNil(left) || types::containsNil(right);
    const OperatorKind kind =
        operatorKind(a) == operatorKind(b) && !hasNil ? operatorKind(a) : OperatorKind::Compare;
    tables().operators[expr] = {kind, left, right, false};
    if (m_isConstant || !refersToConstant(expr))
        return folded(expr, op, left, right, types::booleanType);
    noteConstant(expr, op, left, right);
    return types::booleanType;
}

/// What depends on a named constant stays reachable, as the constant may be changed.
bool Checker::refersToConstant(const syntax::Node* expr) {
    bool found = false;
    syntax::forEachNode(expr, [&](const syntax::Node* node) {
        found = found || (syntax::is<syntax::VariableReferenceExpr>(node) &&
                          as<ConstantSymbol>(tables().symbolOf[node]));
    });
    return found;
}

/// Remembers the value of an operation whose type is not narrowed to that value.
void Checker::noteConstant(const syntax::Node* expr, std::string_view op, SemType left, SemType right) {
    const std::optional<types::SingleValue> a = valueOf(left), b = valueOf(right);
    if (!a || !b)
        return;
    if (const Folded result = foldBinary(op, *a, *b); result.value)
        tables().constants[expr] = constantValueOf(*result.value);
}

SemType Checker::equality(const syntax::BinaryExpr* expr, std::string_view op, SemType left, SemType right) {
    const bool exact = op.size() == 3;
    if (!exact && !isSubtype(left, m_types.anydataType()) && !isSubtype(right, m_types.anydataType())) {
        report(DiagnosticCode::EqualityNeedsAnydata, expr, {std::string(op), text(left), text(right)});
        return poisonType;
    }
    if (isCharWithText(left, right) || isCharWithText(right, left)) {
        report(DiagnosticCode::CharNeverEqual, expr, {text(left), text(right)});
    } else if (!left.isNever() && !right.isNever() &&
               !mayBeEqual(comparedType(expr->left(), left), comparedType(expr->right(), right))) {
        report(DiagnosticCode::NeverEqual, expr, {text(left), text(right)});
        return poisonType;
    }
    const OperatorKind kind =
        operatorKind(left) == operatorKind(right) ? operatorKind(left) : OperatorKind::Compare;
    tables().operators[expr] = {kind, left, right, false};
    if (!exact)
        return folded(expr, op, left, right, types::booleanType);
    noteConstant(expr, op, left, right);
    return types::booleanType;
}

/// A single character and a text of another length.
bool Checker::isCharWithText(SemType character, SemType other) {
    const std::optional<types::SingleValue> value = valueOf(other);
    return value && other.within(BasicType::String) && character == types::charType(m_types) &&
           !types::overlaps(m_types, character, other);
}

/// Which of its values a conditional expression has is not known: it is compared as what they are broadly.
SemType Checker::comparedType(const syntax::Expression* expr, SemType type) {
    expr = withoutParens(expr);
    const bool isConditional = syntax::is<syntax::TernaryConditionalExpr>(expr);
    return isConditional && type.within(types::simpleOrStringType.bits()) ? types::widenToBasicTypes(type)
                                                                          : type;
}

/// Equality looks at values, not at what the containers may be extended to: `int[]` and `float[]` share `[]`.
bool Checker::mayBeEqual(SemType left, SemType right) {
    if (types::overlaps(m_types, left, right))
        return true;
    const SemType immutable = m_types.readonlyType();
    return types::overlaps(m_types, types::intersect(m_types, left, immutable), right);
}

SemType Checker::checkRange(const syntax::RangeExpr* expr) {
    const SemType left = checkAs(expr->left(), types::intType);
    const SemType right = checkAs(expr->right(), types::intType);
    if (isPoison(left) || isPoison(right))
        return poisonType;
    return intRangeType();
}

/// An Iterable whose iterator gives ints.
SemType Checker::intRangeType() {
    const types::Field value[] = {{"value", types::intType}};
    const SemType item = types::unite(m_types, types::recordOf(m_types, value), types::nilType);
    const auto method = [&](std::string name, SemType returns) {
        types::FunctionSignature signature;
        signature.returns = returns;
        signature.isIsolated = true;
        types::ObjectAtomicType object;
        object.isIsolated = true;
        object.members.push_back(
            {std::move(name), types::MemberKind::Method, types::functionOf(m_types, signature), true});
        return types::objectOf(m_types, object);
    };
    const SemType range = method("iterator", method("next", item));
    const ModuleSymbol* objects = m_analysis.libraryModule("lang.object");
    const auto* iterable = objects ? as<TypeSymbol>(objects->find("Iterable")) : nullptr;
    return iterable ? types::intersect(m_types, range, iterable->type) : range;
}

} // namespace barre::model
