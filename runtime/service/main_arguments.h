#pragma once

#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <string>
#include <vector>

namespace barre::runtime {

/// The words of the command line as arguments of main, by the types of its parameters: `--name value` and
/// `--name=value` are fields of a record parameter, everything else goes to the parameters from left to
/// right. Returns what is wrong, or an empty text.
std::string readMainArguments(Vm& vm, Worker& worker, const std::vector<std::string>& words,
                              std::vector<Value>& values);

} // namespace barre::runtime
