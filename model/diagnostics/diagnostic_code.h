#pragma once

#include <cstdint>

namespace barre::model {

/// One value per row of diagnostics.def.
enum class DiagnosticCode : uint16_t {
#define DIAGNOSTIC(code, severity, text) code,
#include "model/diagnostics/diagnostics.def"
};

} // namespace barre::model
