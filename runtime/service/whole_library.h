#pragma once

#include "runtime/vm/vm.h"

namespace barre::runtime {

/// Gives their bodies to all that bindLibrary() does, and to those that need Qt or OpenSSL: time, crypto. Not to
/// websocket, whose natives need a host.
void bindWholeLibrary(Vm& vm);

} // namespace barre::runtime
