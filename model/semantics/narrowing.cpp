// Conditions: what holds for variables after a condition was true, and after it was false.
#include "model/semantics/checker.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

Branches Checker::condition(const syntax::Expression* expr) {
    SemType type;
    const bool isInCondition = std::exchange(m_isCondition, true);
    const Branches branches = conditionKind(expr, type);
    m_isCondition = isInCondition;
    if (isPoison(type))
        return branches;
    tables().types[expr] = type;
    if (const std::optional<types::SingleValue> value = valueOf(type))
        tables().constants[expr] = constantValueOf(*value);
    require(expr, type, types::booleanType);
    return branches;
}

namespace {

Branches both(const FlowState& state) {
    return {state, state};
}

/// A condition whose value is known leaves only one way. The reference may not know it: what stands in the
/// other way is a mistake all the same, what stands behind both is none.
Branches prune(Branches branches, const SemType& type, bool isDoubtful) {
    const auto value = types::singleShape(type);
    const bool* known = value ? std::get_if<bool>(&*value) : nullptr;
    if (!known)
        return branches;
    FlowState& other = *known ? branches.no : branches.yes;
    other.isReachable = false;
    other.isDoubtfulBehind = isDoubtful;
    return branches;
}

} // namespace

Branches Checker::conditionKind(const syntax::Expression* expr, SemType& type) {
    if (const auto* inner = syntax::ParenthesizedExpr::cast(expr)) {
        const Branches branches = conditionKind(inner->expression(), type);
        if (!isPoison(type))
            tables().types[inner->expression()] = type;
        return branches;
    }
    if (const auto* unary = syntax::UnaryExpr::cast(expr); unary && unary->unaryOperator()->text() == "!") {
        SemType operand;
        const Branches branches = condition(unary->expression());
        const auto known = tables().types.find(unary->expression());
        operand = known == tables().types.end() ? poisonType : known->second;
        const bool fits = !isPoison(operand) && operand.within(BasicType::Boolean);
        const std::optional<types::SingleValue> value = fits ? valueOf(operand) : std::nullopt;
        type = !fits   ? poisonType
               : value ? types::booleanConst(m_types, !std::get<bool>(*value))
                       : types::booleanType;
        return {branches.no, branches.yes};
    }
    if (const auto* test = syntax::IsExpr::cast(expr))
        return narrowByTest(test, type);
    if (syntax::is<syntax::TransactionalExpr>(expr)) {
        type = types::booleanType;
        return testedTransactional();
    }
    const auto* binary = syntax::BinaryExpr::cast(expr);
    const std::string_view op = binary ? binary->binaryOperator()->text() : std::string_view();
    if (op == "==" || op == "!=")
        return narrowByEquality(binary, op == "==", type);
    if (op == "&&" || op == "||") {
        const bool isAnd = op == "&&";
        const Branches left = condition(binary->left());
        m_flow = isAnd ? left.yes : left.no;
        const bool leftDecides = !m_flow.isReachable;
        m_flow.isReachable = true;
        Branches right = condition(binary->right());
        const auto typeOf = [&](const syntax::Expression* side) {
            const auto found = tables().types.find(side);
            return found == tables().types.end() ? poisonType : found->second;
        };
        const SemType a = typeOf(binary->left()), b = typeOf(binary->right());
        type = isPoison(a) || isPoison(b) || !a.within(BasicType::Boolean) || !b.within(BasicType::Boolean)
                   ? poisonType
                   : folded(expr, op, a, b, types::booleanType);
        if (leftDecides) {
            right.yes.isReachable = right.no.isReachable = false;
        }
        return isAnd ? Branches{right.yes, joined(left.no, right.no)}
                     : Branches{joined(left.yes, right.yes), right.no};
    }
    type = check(expr, &types::booleanType);
    // Of operators with constant operands, the reference computes '==', '!=', '!', '&&' and '||' only.
    return isPoison(type) ? both(m_flow) : prune(both(m_flow), type, binary != nullptr);
}

const VariableSymbol* Checker::narrowable(const syntax::Expression* expr) const {
    while (const auto* inner = syntax::ParenthesizedExpr::cast(expr))
        expr = inner->expression();
    if (!syntax::is<syntax::VariableReferenceExpr>(expr))
        return nullptr;
    const auto found = m_analysis.tables().symbolOf.find(expr);
    const auto* variable =
        found == m_analysis.tables().symbolOf.end() ? nullptr : as<VariableSymbol>(found->second);
    const bool isLocal = variable && variable->owner;
    return variable && (isLocal || variable->isFinal) && !isPoison(variable->type) ? variable : nullptr;
}

/// Whether an earlier condition says more of a variable than its declaration.
bool Checker::isNarrowed(const syntax::Expression* expr) const {
    const VariableSymbol* variable = narrowable(expr);
    return variable && m_flow.isNarrowed(*variable);
}

/// Whether a closure uses the variable of a function around it, whose narrowing not every reader carries
/// over.
bool Checker::isOfOuterFunction(const VariableSymbol& variable) const {
    return variable.owner && m_function && variable.owner != m_function->function;
}

/// The values of `type` that may still be there when the test for `tested` failed. A mutable value belongs to
/// a type by its inherent type, and that is how types treat what can be assigned to: so this is plain
/// difference.
SemType Checker::withoutTested(SemType type, SemType tested) {
    const SemType left = types::diff(m_types, type, tested);
    return types::isEmpty(m_types, left) ? types::neverType : left;
}

/// The read-only difference of the specification: a mutable basic type goes as a whole or stays as a whole.
SemType Checker::certainlyWithoutTested(SemType type, SemType tested) {
    const SemType left = withoutTested(type, tested);
    const SemType mutableLeft = types::diff(m_types, type, m_types.readonlyType());
    SemType result = left;
    for (int basic = 0; basic < types::basicTypeCount; ++basic) {
        const SemType part = types::partOf(m_types, mutableLeft, static_cast<BasicType>(basic));
        if (!part.isNever() && !isSubtype(part, tested))
            result = types::unite(m_types, result, part);
    }
    return result;
}

void Checker::narrowVariable(const syntax::Expression* subject, SemType test, Branches& branches,
                             bool testIsExact) {
    const VariableSymbol* variable = narrowable(subject);
    if (!variable)
        return;
    const auto sane = [this](const SemType& type) {
        return types::isEmpty(m_types, type) ? types::neverType : type;
    };
    const SemType current = m_flow.typeOf(*variable);
    branches.yes.narrow(*variable, sane(types::intersect(m_types, current, test)));
    if (testIsExact)
        branches.no.narrow(*variable, withoutTested(current, test));
}

/// The type that a test sees: `<any> value is T` asks when the program runs, whatever is known of the value.
SemType Checker::askedAs(const syntax::Expression* expr, SemType found) {
    const auto* cast = syntax::TypeCastExpr::cast(withoutParens(expr));
    if (!cast || !cast->typeDescriptor())
        return found;
    const SemType target = resolveType(cast->typeDescriptor());
    return isPoison(target) || isPoison(found) || !isSubtype(found, target) ? found : target;
}

/// What a variable may still be of the tested type for readers who do not look into mutable values (the
/// read-only difference of the specification): earlier tests of wider types took it away. `never` if there is
/// nothing.
SemType Checker::doubtedByTests(const syntax::Expression* expr, SemType test) {
    const VariableSymbol* variable = narrowable(expr);
    if (!variable || !m_flow.isNarrowed(*variable))
        return types::neverType;
    const SemType once = types::intersect(m_types, variable->type, test);
    const SemType taken = types::diff(m_types, variable->type, m_flow.typeOf(*variable));
    const bool isSure = isSubtype(once, m_types.readonlyType()) || isSubtype(taken, once);
    return isSure || types::isEmpty(m_types, once) ? types::neverType : once;
}

Branches Checker::narrowByTest(const syntax::IsExpr* expr, SemType& type) {
    const SemType found = askedAs(expr->expression(), check(expr->expression()));
    const SemType test = resolveType(expr->typeDescriptor());
    type = isPoison(found) || isPoison(test) ? poisonType : types::booleanType;
    Branches branches = both(m_flow);
    if (isPoison(type))
        return branches;
    narrowVariable(expr->expression(), test, branches, true);
    const bool isEmpty = types::isEmpty(m_types, found);
    const bool always = !isEmpty && isSubtype(found, test);
    const SemType doubted = doubtedByTests(expr->expression(), test);
    const bool never = !types::overlaps(m_types, found, test) && doubted.isNever();
    if (!doubted.isNever() && !types::overlaps(m_types, found, test))
        branches.yes.narrow(*narrowable(expr->expression()), doubted);
    if (never && !isEmpty && !isConstantExpression(tables(), expr->expression()))
        report(DiagnosticCode::TestNeverTrue, expr, {text(found), text(test)});
    const bool negated = expr->exclamation() != nullptr;
    if (always || never)
        type = types::booleanConst(m_types, always != negated);
    // What is left of mutable values after earlier tests is no sure thing for every reader (the read-only
    // difference of the specification keeps it): nothing is said of statements behind them.
    const VariableSymbol* variable = narrowable(expr->expression());
    if (always) {
        branches.no.isReachable = false;
        branches.no.isDoubtful =
            variable && ((m_flow.isNarrowed(*variable) && !isSubtype(found, m_types.readonlyType())) ||
                         isOfOuterFunction(*variable));
    }
    if (never)
        branches.yes.isReachable = false;
    return negated ? Branches{branches.no, branches.yes} : branches;
}

Branches Checker::narrowByEquality(const syntax::BinaryExpr* expr, bool isEqual, SemType& type) {
    const SemType left = check(expr->left());
    const SemType right = check(expr->right());
    if (isPoison(left) || isPoison(right)) {
        type = poisonType;
        return both(m_flow);
    }
    type = equality(expr, expr->binaryOperator()->text(), left, right);
    Branches branches = both(m_flow);
    if (isPoison(type))
        return branches;
    const auto isSingle = [&](const SemType& side) {
        return side.within(types::simpleOrStringType.bits()) && valueOf(side).has_value();
    };
    if (isSingle(right))
        narrowVariable(expr->left(), right, branches, true);
    if (isSingle(left))
        narrowVariable(expr->right(), left, branches, true);
    if (!isEqual)
        std::swap(branches.yes, branches.no);
    return prune(branches, type, isNarrowed(expr->left()) || isNarrowed(expr->right()));
}

} // namespace barre::model
