#include "runtime/library/natives.h"

#include "runtime/langlib/langlib.h"
#include "runtime/values/list_value.h"

namespace barre::runtime {

std::vector<std::span<const NativeRow>> libraryNatives() {
    return {ioNatives(),   ioFileNatives(),    ioCsvNatives(),   ioChannelNatives(),
            logNatives(),  systemNatives(),    processNatives(),

            fileNatives(), fileWatchNatives(), regexNatives(),   testNatives()};
}

void bindLibrary(Vm& vm) {
    vm.bind(langlibNatives());
    for (const auto rows : libraryNatives())
        vm.bind(rows);
}

Value anyTuple(NativeCall& call, std::span<const Value> members) {
    return Value::of(makeList(call.heap(), call.vm().typeTable().anyList(), members));
}

} // namespace barre::runtime
