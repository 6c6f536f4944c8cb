#include "runtime/vm/native.h"

#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

namespace barre::runtime {

Vm& NativeCall::vm() const {
    return worker.vm();
}

Heap& NativeCall::heap() const {
    return worker.vm().heap();
}

NativeResult NativeCall::giveString(std::string_view text) {
    return give(vm().string(text));
}

NativeResult NativeCall::giveError(std::string_view message, std::string_view typeName) {
    return give(vm().error(message, typeName));
}

NativeResult NativeCall::panic(std::string_view name, std::string_view message) {
    return panic(vm().panicError(name, message));
}

} // namespace barre::runtime
