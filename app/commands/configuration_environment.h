#pragma once

#include "runtime/program/configure.h"

namespace barre::app {

/// What `BAL_CONFIG_VAR_…`, `BAL_CONFIG_FILES` and `BAL_CONFIG_DATA` say. If it has a source, Config.toml is
/// not looked at.
runtime::Configuration configurationOfEnvironment();

} // namespace barre::app
