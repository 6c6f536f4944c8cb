// What many natives need.
#pragma once

#include "runtime/values/convert.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <string>

namespace barre::runtime {

inline StoreContext stores(NativeCall& call) {
    return {call.heap(), call.worker.types(), call.vm().typeTable()};
}
ConvertContext conversions(NativeCall& call);
inline NativeResult panicWith(NativeCall& call, const Failure& failure) {
    return call.panic(failure.name, failure.message);
}
/// Returns the error `{module}name` with a detail `message`.
NativeResult giveErrorNamed(NativeCall& call, std::string_view name, std::string_view message);
/// What a function value returns, as its type says.
types::SemType returnTypeOf(NativeCall& call, const Value& function);
/// A stream of a type over an object with next(), or over an iterator.
Value streamOver(NativeCall& call, const Value& source, const TypeInfo* type);
/// The record {| value |} that next() gives for a list or stream of a type; of any|error if that is null.
Value nextRecord(NativeCall& call, const Value& value, const TypeInfo* sequence = nullptr);

} // namespace barre::runtime
