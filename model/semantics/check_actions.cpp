// start and wait; messages are in check_messages.cpp.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using types::BasicType;

/// A lock belongs to one strand, which must not wait in it.
void Checker::forbidInLock(const syntax::Node* place, std::string_view what) {
    if (m_function && m_function->lockDepth > 0)
        report(DiagnosticCode::NotInLock, place, {std::string(what)});
}

namespace {

bool isCall(const syntax::Expression* expr) {
    return syntax::is<syntax::FunctionCallExpr>(expr) || syntax::is<syntax::MethodCallExpr>(expr) ||
           syntax::is<syntax::RemoteMethodCallAction>(expr) ||
           syntax::is<syntax::ResourceAccessAction>(expr) || syntax::is<syntax::MissingExpr>(expr);
}

} // namespace

SemType Checker::checkStart(const syntax::StartAction* expr, Expected expected) {
    checkMetadata(expr);
    if (!isCall(expr->expression()))
        report(DiagnosticCode::StartNeedsCall, expr->expression());
    forbidInLock(expr, "start");
    SemType value;
    if (expected && expected->has(BasicType::Future))
        value = types::futureValueType(m_types, types::partOf(m_types, *expected, BasicType::Future));
    const SemType result = check(expr->expression(), expected && !value.isNever() ? &value : nullptr);
    return isPoison(result) ? result : types::futureOf(m_types, result);
}

/// What waiting for a future gives: its value, or the error that ended it. Named workers cannot be waited for
/// twice.
SemType Checker::waitFor(const syntax::Expression* expr) {
    const SemType type = check(expr);
    if (isPoison(type))
        return type;
    if (!type.within(BasicType::Future) || type.isNever())
        return wrong(DiagnosticCode::IncompatibleTypes, expr, {"future", text(type)});
    const auto* reference = syntax::VariableReferenceExpr::cast(expr);
    const auto* variable = reference ? as<VariableSymbol>(tables().symbolOf[reference]) : nullptr;
    const SemType value = types::futureValueType(m_types, type);
    const bool isWorker = variable && variable->role == VariableRole::Worker;
    return isWorker ? value : types::unite(m_types, value, types::errorType);
}

SemType Checker::checkSingleWait(const syntax::SingleWaitAction* expr) {
    return waitFor(expr->expression());
}

SemType Checker::checkAlternateWait(const syntax::AlternateWaitAction* expr) {
    SemType result = types::neverType;
    for (const syntax::Expression* future : expr->expressions())
        result = unite(result, waitFor(future));
    return result;
}

SemType Checker::checkMultipleWait(const syntax::MultipleWaitAction* expr) {
    std::vector<types::Field> fields;
    bool ok = true;
    for (const syntax::WaitField* field : expr->fields()) {
        const std::string name = syntax::identifierValue(field->name());
        SemType type = poisonType;
        if (field->expression()) {
            type = waitFor(field->expression());
        } else if (const Symbol* symbol = lookUp(nullptr, field->name())) {
            m_analysis.noteReference(field, symbol);
            const auto* variable = as<VariableSymbol>(symbol);
            const SemType future = variable ? variableType(*variable, field) : poisonType;
            if (!isPoison(future) && require(field, future, types::futureType)) {
                type = types::futureValueType(m_types, future);
                if (variable->role != VariableRole::Worker)
                    type = types::unite(m_types, type, types::errorType);
            }
        }
        ok = ok && !isPoison(type);
        fields.push_back({name, sane(type)});
    }
    return ok ? types::recordOf(m_types, fields) : poisonType;
}

} // namespace barre::model
