#pragma once

#include "model/project/manifest.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barre::runtime {

/// A TOML text that gives values.
struct ConfigurationSource {
    std::shared_ptr<const model::Config> config;
    std::string text; ///< for lines and columns
};

/// Where the values of configurable variables come from: the environment wins, then the command line, then
/// the first source that has one.
struct Configuration {
    std::vector<std::pair<std::string, std::string>> variables; ///< `BAL_CONFIG_VAR_KEY=value`, by KEY
    std::vector<std::pair<std::string, std::string>> arguments; ///< `-C key=value`
    std::vector<ConfigurationSource> sources;
    std::vector<std::string> problems; ///< of sources that cannot be read, a sentence each
};

/// Gives the configurable variables of a program their values, before its modules start. Returns what is
/// wrong, a sentence each: a missing value, one of the wrong type, one that nothing uses.
std::vector<std::string> configure(Vm& vm, Worker& worker, const Configuration& configuration);

} // namespace barre::runtime
