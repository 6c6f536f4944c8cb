#pragma once

#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <string>
#include <vector>

namespace barre::runtime {

/// The words of the command line as arguments of main, by the types of its parameters: `--name value` and
/// `--name=value` are fields of a record parameter, everything else goes to the parameters from left to
/// right.
struct MainArguments {
    std::vector<Value> values;
    std::string problem; ///< empty: nothing is wrong
    /// Fields of the record that were not given: functions without arguments make their values.
    struct Default {
        std::string field;
        FunctionId function = noId;
    };
    std::vector<Default> defaults;
    size_t record = 0; ///< which of the values lacks them
};
MainArguments readMainArguments(Vm& vm, Worker& worker, const std::vector<std::string>& words);

} // namespace barre::runtime
