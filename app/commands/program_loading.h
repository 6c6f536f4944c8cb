#pragma once

#include "model/project/workspace.h"
#include "runtime/compiler/compiler.h"
#include "runtime/program/configure.h"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::app {

/// A package or file as a program.
struct LoadedProgram {
    std::shared_ptr<const model::Snapshot> snapshot;
    std::shared_ptr<runtime::Program> program; ///< null if there are errors, which have been printed
    int exitCode = 0;                          ///< then

    /// What the environment, the command line and Config.toml say.
    runtime::Configuration configuration(std::vector<std::pair<std::string, std::string>> arguments) const;
};

/// Whether the warnings of a program are to be printed, or have been when it was loaded before.
enum class Warnings : uint8_t { Print, Printed };

/// Reads, checks and compiles; prints what is wrong on the standard error output.
LoadedProgram loadProgram(const std::string& path, const runtime::CompileOptions& options,
                          model::TestSources tests = model::TestSources::Without,
                          Warnings warnings = Warnings::Print);

} // namespace barre::app
