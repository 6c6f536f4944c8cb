// Work that takes long: it runs on other threads while its strand waits and others go on.
#pragma once

#include "runtime/vm/inbox.h"
#include "runtime/vm/native.h"

namespace barre::runtime {

/// Suspends the strand of the call, runs `work` on another thread, and returns from the call what its answer
/// makes. The work must not touch values, and what it needs is copied into it.
NativeResult inBackground(NativeCall& call, std::function<ReplyTo::Answer()> work);

} // namespace barre::runtime
