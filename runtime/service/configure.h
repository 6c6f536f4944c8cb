#pragma once

#include "model/project/manifest.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barre::runtime {

/// Where the values of configurable variables come from. What the command line says wins.
struct Configuration {
    const model::Config* file = nullptr;                        ///< Config.toml
    std::string fileText;                                       ///< for lines and columns
    std::vector<std::pair<std::string, std::string>> arguments; ///< `-C key=value`
};

/// Gives the configurable variables of a program their values, before its modules start. Returns what is
/// wrong, a sentence each: a missing value, one of the wrong type, one that nothing uses.
std::vector<std::string> configure(Vm& vm, Worker& worker, const Configuration& configuration);

} // namespace barre::runtime
