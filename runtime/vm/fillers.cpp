#include "runtime/vm/fillers.h"

#include "model/types/operations.h"
#include "runtime/values/convert.h"
#include "runtime/vm/worker.h"

namespace barre::runtime {

bool Fillers::gives(const types::SemType& type) {
    return m_vm.fillerOf(m_types, type) != noId;
}

Value Fillers::give(const types::SemType& type) {
    if (m_supply.isList() && m_next < m_supply.list()->length) {
        const Value made = m_supply.list()->at(m_next++);
        const ConvertContext context{m_vm.heap(), m_types, m_vm.typeTable(), &m_vm.shapes()};
        return types::isReadonly(m_types, type) ? cloneReadOnly(context, made) : made;
    }
    if (m_wanted == noId)
        m_wanted = m_vm.fillerOf(m_types, type);
    return Value::absent();
}

void Fillers::used() {
    if (m_next)
        m_supply.list()->length = 0;
    m_next = 0;
}

void supplyFiller(NativeCall& call, uint32_t state) {
    if (!call.args[state].isList())
        call.args[state] = Value::of(makeList(call.heap(), call.vm().typeTable().anyList()));
    append(call.heap(), call.args[state].list(), call.result);
}

namespace {

/// Tries a store; calls what it wants to have called.
template<class Store>
NativeResult withFillers(NativeCall& call, uint32_t state, NativeFunction again, Store store) {
    Fillers fillers(call.vm(), call.worker.types(), call.args[state]);
    StoreContext context{call.heap(), call.worker.types(), call.vm().typeTable(), &fillers};
    const StoreResult failure = store(context);
    if (fillers.wanted() != noId)
        return call.callThen(Value::of(call.vm().functionValue(call.vm().function(fillers.wanted()))), {},
                             again);
    return failure ? call.panic(failure->name, failure->message) : call.giveNil();
}

constexpr uint32_t fillState = 2; ///< of the engine's fill function

NativeResult fillAgain(NativeCall& call);

NativeResult fillList(NativeCall& call) {
    const NativeResult result = setLengthWithCode(call, call.arg(1).integer, fillState, fillAgain);
    List* list = call.arg(0).list();
    if (result == NativeResult::Return && list->type->isReadonly)
        list->flags |= ReadonlyFlag; // the constructor that fills it is done
    return result;
}

NativeResult fillField(NativeCall& call) {
    return withFillers(call, fillState, fillAgain, [&](StoreContext& context) -> StoreResult {
        return storeFiller(context, call.arg(0).mapping(), call.arg(1).string());
    });
}

NativeResult fill(NativeCall& call) {
    return call.arg(0).isList() ? fillList(call) : fillField(call);
}

NativeResult fillAgain(NativeCall& call) {
    supplyFiller(call, fillState);
    return fill(call);
}

} // namespace

NativeResult setLengthWithCode(NativeCall& call, int64_t length, uint32_t state, NativeFunction again) {
    return withFillers(call, state, again, [&](StoreContext& context) {
        return setLength(context, call.args[0].list(), length);
    });
}

FillFunction::FillFunction() {
    m_code.name = "fill";
    m_code.native = "barre:fill";
    m_code.paramCount = 3;
    m_code.type = types::functionType;
    m_linked.code = &m_code;
    m_linked.paramCount = 3;
    m_linked.registerCount = 4;
    m_linked.native = fill;
}

} // namespace barre::runtime
