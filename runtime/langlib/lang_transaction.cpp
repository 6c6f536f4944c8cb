// Transactions of one process: what begins, who wants to hear of its end, and whether it may be committed.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"

#include <chrono>

namespace barre::runtime {
namespace {

/// A transaction; the strand has those that it is in, the innermost last.
struct Transaction : ManagedObject {
    uint64_t number = 0;
    int64_t retryNumber = 0;
    int64_t startedMilliseconds = 0;
    bool rollbackOnly = false;
    Value rollbackError;
    Value data;
    std::vector<Value> commitHandlers;
    std::vector<Value> rollbackHandlers;

    void trace(Tracer& tracer) {
        tracer.visit(rollbackError);
        tracer.visit(data);
        tracer.visit(commitHandlers.data(), commitHandlers.size());
        tracer.visit(rollbackHandlers.data(), rollbackHandlers.size());
    }
};

Transaction* current(NativeCall& call) {
    return call.strand.transactions.empty() ? nullptr : call.strand.transactions.back().as<Transaction>();
}

std::string identifier(const Transaction& transaction) {
    std::string bytes(16, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[size_t(15 - i)] = char(transaction.number >> (8 * i));
    return bytes;
}

Value description(NativeCall& call, const Transaction& transaction) {
    const Value parts[] = {call.vm().bytes(identifier(transaction)), Value::of(transaction.retryNumber),
                           Value::of(transaction.startedMilliseconds)};
    return Value::of(makeList(call.heap(), call.vm().typeTable().anyList(), parts));
}

NativeResult currentNative(NativeCall& call) {
    Transaction* transaction = current(call);
    if (!transaction)
        return call.panic("{ballerina/lang.transaction}NoTransaction", "there is no transaction");
    return call.give(description(call, *transaction));
}

NativeResult byId(NativeCall& call) {
    const List* wanted = call.arg(0).list();
    for (const Value& value : call.strand.transactions)
        if (wanted->kind() == ListStorage::Bytes &&
            identifier(*value.as<Transaction>()) == wanted->byteView())
            return call.give(description(call, *value.as<Transaction>()));
    return call.giveNil();
}

NativeResult setRollbackOnly(NativeCall& call) {
    if (Transaction* transaction = current(call)) {
        transaction->rollbackOnly = true;
        transaction->rollbackError = call.arg(0);
    }
    return call.giveNil();
}

NativeResult getRollbackOnly(NativeCall& call) {
    return call.give(Value::of(current(call) && current(call)->rollbackOnly));
}

NativeResult setData(NativeCall& call) {
    if (Transaction* transaction = current(call))
        transaction->data = call.arg(0);
    return call.giveNil();
}

NativeResult getData(NativeCall& call) {
    return call.give(current(call) ? current(call)->data : Value::nil());
}

NativeResult onCommit(NativeCall& call) {
    if (Transaction* transaction = current(call))
        transaction->commitHandlers.push_back(call.arg(0));
    return call.giveNil();
}

NativeResult onRollback(NativeCall& call) {
    if (Transaction* transaction = current(call))
        transaction->rollbackHandlers.push_back(call.arg(0));
    return call.giveNil();
}

// ---- what transaction statements compile to: barre:transactionBegin(retryNumber), barre:transactionCommit()
// returns error?, barre:transactionRollback(error? cause, boolean willRetry), barre:inTransaction() returns
// boolean.
NativeResult begin(NativeCall& call) {
    Transaction* transaction = call.heap().make<Transaction>(Tag::Native);
    transaction->number = call.vm().nextStrandId();
    transaction->retryNumber = call.argOr(0, Value::of(0)).integer;
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    transaction->startedMilliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    call.strand.transactions.push_back(Value::of(transaction));
    return call.giveNil();
}

NativeResult inTransaction(NativeCall& call) {
    return call.give(Value::of(current(call) != nullptr));
}

Value infoOf(NativeCall& call, const Transaction& transaction) {
    Heap& heap = call.heap();
    Mapping* info = makeMap(heap, call.vm().typeTable().anyMap());
    put(heap, info, call.vm().intern("xid"), call.vm().bytes(identifier(transaction)));
    put(heap, info, call.vm().intern("retryNumber"), Value::of(transaction.retryNumber));
    put(heap, info, call.vm().intern("prevAttempt"), Value::nil());
    put(heap, info, call.vm().intern("startTime"), Value::of(transaction.startedMilliseconds));
    info->flags |= ReadonlyFlag;
    return Value::of(info);
}

// Handlers are called one after the other, the last added first; args: 0 transaction, 1 info, 2 cause, 3
// willRetry, 4 how many are left.
NativeResult callHandlers(NativeCall& call) {
    auto* transaction = call.args[0].as<Transaction>();
    const bool isCommit = call.args[2].isAbsent();
    auto& handlers = isCommit ? transaction->commitHandlers : transaction->rollbackHandlers;
    if (handlers.empty())
        return call.giveNil();
    const Value handler = handlers.back();
    handlers.pop_back();
    return call.callThen(handler, {call.args + 1, isCommit ? 1u : 3u}, callHandlers);
}

NativeResult finish(NativeCall& call, Transaction* transaction, Value cause, Value willRetry) {
    call.strand.transactions.pop_back();
    call.args[0] = Value::of(transaction);
    call.args[1] = infoOf(call, *transaction);
    call.args[2] = cause;
    call.args[3] = willRetry;
    return callHandlers(call);
}

NativeResult commit(NativeCall& call) {
    Transaction* transaction = current(call);
    if (!transaction)
        return call.giveNil();
    if (!transaction->rollbackOnly)
        return finish(call, transaction, Value::absent(), Value::absent());
    return call.give(transaction->rollbackError.isError()
                         ? transaction->rollbackError
                         : call.vm().error("rollback only", "ballerina/lang.transaction:Error"));
}

NativeResult rollback(NativeCall& call) {
    Transaction* transaction = current(call);
    if (!transaction)
        return call.giveNil();
    return finish(call, transaction, call.argOr(0, Value::nil()), call.argOr(1, Value::of(false)));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.transaction:current", currentNative},
    {"ballerina/lang.transaction:byId", byId},
    {"ballerina/lang.transaction:setRollbackOnly", setRollbackOnly},
    {"ballerina/lang.transaction:getRollbackOnly", getRollbackOnly},
    {"ballerina/lang.transaction:setData", setData},
    {"ballerina/lang.transaction:getData", getData},
    {"ballerina/lang.transaction:onCommit", onCommit},
    {"ballerina/lang.transaction:onRollback", onRollback},
    {"barre:transactionBegin", begin},
    {"barre:transactionCommit", commit},
    {"barre:transactionRollback", rollback},
    {"barre:inTransaction", inTransaction},
};

} // namespace

std::span<const NativeRow> transactionNatives() {
    return rows;
}

} // namespace barre::runtime
