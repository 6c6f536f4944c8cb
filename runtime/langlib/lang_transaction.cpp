// Transactions of one process: what begins, who wants to hear of its end, and whether it may be committed.
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/equality.h"

#include <chrono>
#include <utility>

namespace barre::runtime {
namespace {

/// A transaction; the strand has those that it is in, the innermost last.
struct Transaction : ManagedObject {
    Value info; ///< what the program sees of it, and by which statements know it
    bool rollbackOnly = false;
    bool isOver = false; ///< its handlers are called
    Value rollbackError;
    Value data;
    std::vector<Value> commitHandlers;
    std::vector<Value> rollbackHandlers;

    void trace(Tracer& tracer) {
        tracer.visit(info);
        tracer.visit(rollbackError);
        tracer.visit(data);
        tracer.visit(commitHandlers.data(), commitHandlers.size());
        tracer.visit(rollbackHandlers.data(), rollbackHandlers.size());
    }
};

Transaction* current(NativeCall& call) {
    return call.strand.transactions.empty() ? nullptr : call.strand.transactions.back().as<Transaction>();
}

// Sixteen bytes that no other transaction of the process has, and the time.
NativeResult birth(NativeCall& call) {
    const uint64_t number = call.vm().nextStrandId();
    std::string bytes(16, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[size_t(15 - i)] = char(number >> (8 * i));
    const auto now = std::chrono::system_clock::now().time_since_epoch();
    const int64_t milliseconds = std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
    const Value parts[] = {call.vm().bytes(bytes), Value::of(milliseconds)};
    return call.give(Value::of(makeList(call.heap(), call.vm().typeTable().anyList(), parts)));
}

NativeResult push(NativeCall& call) {
    auto* transaction = call.heap().make<Transaction>(Tag::Native);
    transaction->info = call.arg(0);
    call.strand.transactions.push_back(Value::of(transaction));
    return call.giveNil();
}

NativeResult info(NativeCall& call) {
    if (const Transaction* transaction = current(call))
        return call.give(transaction->info);
    return call.panic("{ballerina/lang.transaction}NoTransaction", "there is no transaction");
}

NativeResult getInfo(NativeCall& call) {
    for (const Value& value : call.strand.transactions) {
        const Value info = value.as<Transaction>()->info;
        if (deepEqual(get(info.mapping(), "xid"), call.arg(0)))
            return call.give(info);
    }
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

// ---- what transaction statements compile to, besides begin: barre:inTransaction(info?) returns boolean,
// barre:commitFailure() returns error?, barre:transactionCommit(), barre:transactionRollback(error? cause,
// boolean willRetry).

// In the transaction with that info, or in any.
NativeResult inTransaction(NativeCall& call) {
    const Transaction* transaction = current(call);
    return call.give(
        Value::of(transaction && (call.count == 0 || sameValue(transaction->info, call.arg(0)))));
}

// Handlers are called one after the other, the last added first; args: 0 transaction, 1 info, 2 cause, 3
// willRetry.
NativeResult callHandlers(NativeCall& call) {
    auto* transaction = call.args[0].as<Transaction>();
    const bool isCommit = call.args[2].isAbsent();
    auto& handlers = isCommit ? transaction->commitHandlers : transaction->rollbackHandlers;
    if (handlers.empty()) {
        call.strand.transactions.pop_back();
        return call.giveNil();
    }
    const Value handler = handlers.back();
    handlers.pop_back();
    return call.callThen(handler, {call.args + 1, isCommit ? 1u : 3u}, callHandlers);
}

NativeResult finish(NativeCall& call, Value cause, Value willRetry) {
    const Value transaction = call.strand.transactions.back();
    if (std::exchange(transaction.as<Transaction>()->isOver, true)) { // a handler has panicked
        call.strand.transactions.pop_back();
        return call.giveNil();
    }
    call.args[0] = transaction;
    call.args[1] = transaction.as<Transaction>()->info;
    call.args[2] = cause;
    call.args[3] = willRetry;
    return callHandlers(call);
}

NativeResult commitFailure(NativeCall& call) {
    const Transaction* transaction = current(call);
    if (!transaction || !transaction->rollbackOnly)
        return call.giveNil();
    return call.give(transaction->rollbackError.isError()
                         ? transaction->rollbackError
                         : call.vm().error("rollback only", "ballerina/lang.transaction:Error"));
}

NativeResult commit(NativeCall& call) {
    return finish(call, Value::absent(), Value::absent());
}

NativeResult rollback(NativeCall& call) {
    return finish(call, call.arg(0), call.arg(1));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.transaction:info", info},
    {"ballerina/lang.transaction:getInfo", getInfo},
    {"ballerina/lang.transaction:birth", birth},
    {"ballerina/lang.transaction:push", push},
    {"ballerina/lang.transaction:setRollbackOnly", setRollbackOnly},
    {"ballerina/lang.transaction:getRollbackOnly", getRollbackOnly},
    {"ballerina/lang.transaction:setData", setData},
    {"ballerina/lang.transaction:getData", getData},
    {"ballerina/lang.transaction:onCommit", onCommit},
    {"ballerina/lang.transaction:onRollback", onRollback},
    {"barre:commitFailure", commitFailure},
    {"barre:transactionCommit", commit},
    {"barre:transactionRollback", rollback},
    {"barre:inTransaction", inTransaction},
};

} // namespace

std::span<const NativeRow> transactionNatives() {
    return rows;
}

} // namespace barre::runtime
