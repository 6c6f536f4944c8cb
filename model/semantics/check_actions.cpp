// start, wait, worker messages.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using types::BasicType;

SemType Checker::checkStart(const syntax::StartAction* expr, Expected expected) {
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

const VariableSymbol* Checker::peerWorker(const syntax::PeerWorker* peer) {
    if (peer->name()->kind() == syntax::TokenKind::FunctionKeyword || peer->name()->isMissing())
        return nullptr;
    const Symbol* symbol = findLocal(syntax::identifierValue(peer->name()));
    const auto* worker = as<VariableSymbol>(symbol);
    if (!worker || worker->role != VariableRole::Worker) {
        report(DiagnosticCode::UnknownWorker, peer, {std::string(peer->name()->text())});
        return nullptr;
    }
    m_analysis.noteReference(peer, worker);
    return worker;
}

SemType Checker::checkSend(const syntax::Expression* value, const syntax::PeerWorker* peer, bool isSync) {
    const SemType allowed = types::unite(m_types, m_types.anydataType(), m_types.readonlyType());
    const SemType type = checkAs(value, allowed);
    peerWorker(peer);
    if (isPoison(type))
        return poisonType;
    return isSync ? types::unite(m_types, types::errorType, types::nilType) : types::nilType;
}

/// Messages have the type that the receiving place expects; the send that it meets is checked when it
/// arrives.
SemType Checker::checkReceive(const syntax::PeerWorker* peer, Expected expected) {
    const VariableSymbol* worker = peerWorker(peer);
    const bool isFunction = peer->name()->kind() == syntax::TokenKind::FunctionKeyword;
    if (!worker && !isFunction)
        return poisonType;
    if (expected)
        return *expected;
    return types::unite(m_types, m_types.anydataType(), types::errorType);
}

} // namespace barre::model
