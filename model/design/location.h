#pragma once

#include "model/semantics/symbol_id.h"
#include "model/text/source_range.h"

#include <cstdint>
#include <string>

namespace barre::design {

using model::SourceRange;
using model::SymbolId;

/// A piece of a file of the project: path relative to the project's folder, and bytes.
struct Location {
    std::string file;
    SourceRange range{};

    bool empty() const { return file.empty(); }
    friend bool operator==(const Location&, const Location&) = default;
};

/// How many problems lie within a thing that is shown.
struct ProblemCount {
    uint32_t errors = 0;
    uint32_t warnings = 0;

    ProblemCount& operator+=(const ProblemCount& other) {
        errors += other.errors;
        warnings += other.warnings;
        return *this;
    }
};

} // namespace barre::design
