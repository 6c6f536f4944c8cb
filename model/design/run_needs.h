#pragma once

#include "model/design/class_design.h"

#include <string>
#include <vector>

namespace barre::design {

/// What somebody has to give before a project can run.
struct RunNeeds {
    bool isRunnable =
        false; ///< whether there is anything that runs: a service, main, init, a variable's value
    std::vector<VariableDesign>
        settings;                     ///< configurables that must have a value in Config.toml and have none
    std::vector<Parameter> arguments; ///< the parameters of main

    /// Whether main cannot be called without arguments.
    bool needsArguments() const;
};

RunNeeds buildRunNeeds(const model::Snapshot& snapshot);

} // namespace barre::design
