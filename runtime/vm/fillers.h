// Filler values that take code: a record made of its defaults, a new object. Neither a store nor a native can
// call that code. So it goes as far as it can, asks for one call, keeps what that gave and goes on.
#pragma once

#include "runtime/values/store.h"
#include "runtime/vm/native.h"
#include "runtime/vm/vm.h"

namespace barre::runtime {

/// What a store may take from the supply, and which function it wants to be called next.
class Fillers : public FillerSource {
public:
    /// `supply`: a list of the values that were made already, or nil.
    Fillers(Vm& vm, types::TypeContext& types, Value supply = Value::nil())
        : m_vm(vm), m_types(types), m_supply(supply) {}

    bool gives(const types::SemType& type) override;
    Value give(const types::SemType& type) override;
    void used() override;
    /// The function to call, or noId.
    FunctionId wanted() const { return m_wanted; }

private:
    Vm& m_vm;
    types::TypeContext& m_types;
    Value m_supply;
    uint32_t m_next = 0; ///< in the supply
    FunctionId m_wanted = noId;
};

/// Sets the length of the list `args[0]` to `length`, for a native of `state` arguments: `args[state]` is its
/// memory, Absent or nil at first. `again` is the native itself as a continuation: it calls
/// supplyFiller(call, state) and then this. Gives nil.
NativeResult setLengthWithCode(NativeCall& call, int64_t length, uint32_t state, NativeFunction again);
/// Keeps what the called function gave.
void supplyFiller(NativeCall& call, uint32_t state);

/// The engine's own function that fills a place for an instruction: list and length, or mapping and key.
class FillFunction {
public:
    FillFunction();
    const LinkedFunction& linked() const { return m_linked; }

private:
    FunctionCode m_code;
    LinkedFunction m_linked;
};

} // namespace barre::runtime
