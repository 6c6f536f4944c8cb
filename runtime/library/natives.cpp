#include "runtime/library/natives.h"

#include "runtime/langlib/langlib.h"
#include "runtime/values/list_value.h"

namespace barre::runtime {

void bindLibrary(Vm& vm) {
    for (auto rows : {langlibNatives(), ioNatives(), ioFileNatives(), ioCsvNatives(), ioChannelNatives(), logNatives(),
                      timeNatives(), systemNatives(), processNatives(), cryptoNatives(), cryptoKeyNatives(),
                      cryptoCipherNatives(), fileNatives(),
                      testNatives()})
        vm.bind(rows);
}

Value anyTuple(NativeCall& call, std::span<const Value> members) {
    return Value::of(makeList(call.heap(), call.vm().typeTable().anyList(), members));
}

} // namespace barre::runtime
