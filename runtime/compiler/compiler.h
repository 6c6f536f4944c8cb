#pragma once

#include "model/diagnostics/diagnostic.h"
#include "runtime/bytecode/program.h"

#include <memory>
#include <vector>

namespace barre::model {
struct PackageModel;
}

namespace barre::runtime {

struct CompileOptions {
    bool debug = false; ///< a STATEMENT instruction at every statement, names of local variables
};

/// A program, or what of the package the compiler does not know yet.
struct CompileResult {
    std::shared_ptr<Program> program; ///< null if there are errors
    std::vector<model::Diagnostic> diagnostics;
};

/// Bytecode of a package that has no errors, with the library modules it uses.
CompileResult compile(std::shared_ptr<const model::PackageModel> package, const CompileOptions& options = {});

} // namespace barre::runtime
