#pragma once

#include "app/commands/commands.h"

#include <string>
#include <utility>
#include <vector>

namespace barre::app {

/// If the argument at `i` is `-C key=value`, in one word or two, adds the pair, leaves `i` at its last word
/// and returns true. `problem` says what is wrong with it.
bool takeConfigurationOption(Args args, size_t& i,
                             std::vector<std::pair<std::string, std::string>>& configuration,
                             std::string& problem);

} // namespace barre::app
