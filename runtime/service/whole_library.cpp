#include "runtime/service/whole_library.h"

#include "runtime/crypto/natives.h"
#include "runtime/library/natives.h"
#include "runtime/time/natives.h"

namespace barre::runtime {

void bindWholeLibrary(Vm& vm) {
    bindLibrary(vm);
    for (const auto rows : cryptoNatives())
        vm.bind(rows);
    vm.bind(timeNatives());
}

} // namespace barre::runtime
