#pragma once

#include "model/types/sem_type.h"
#include "runtime/vm/vm.h"

#include <optional>
#include <string>

namespace barre::runtime {

/// The value of `type` that a word of the command line means, numbers before strings; nothing if there is
/// none. The value belongs to the heap of `vm`.
std::optional<Value> valueOfText(Vm& vm, types::TypeContext& types, const std::string& text,
                                 const types::SemType& type);

} // namespace barre::runtime
