#pragma once

#include "model/text/source_range.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace barre::model {

class LineIndex;

enum class Severity : uint8_t { Error, Warning, Hint };

/// One value per row of diagnostics.def; only who reports a message needs their names (diagnostic_code.h).
enum class DiagnosticCode : uint16_t;

/// One message about one range of one file; data until somebody prints it.
struct Diagnostic {
    DiagnosticCode code{};
    Severity severity = Severity::Error;
    std::string path; ///< empty while only the tree is known
    SourceRange range;
    std::vector<std::string> args; ///< fill {0}, {1}, … of the row's text
    std::string hint = {};         ///< what may be meant, or be done instead; follows the text

    /// The sentence, with its arguments.
    std::string message() const;
};

/// A diagnostic with the severity of its row.
Diagnostic makeDiagnostic(DiagnosticCode code, SourceRange range, std::vector<std::string> args = {},
                          std::string path = {});

/// How many codes there are; codes are dense from 0.
size_t diagnosticCodeCount();
std::string_view codeName(DiagnosticCode code);
std::string_view codeText(DiagnosticCode code);
Severity codeSeverity(DiagnosticCode code);
/// `error`, `warning` or `hint`.
std::string_view severityName(Severity severity);

/// `FILE:LINE:COL: error: MESSAGE`, without a line break.
std::string format(const Diagnostic& diagnostic, const LineIndex& lines);

} // namespace barre::model
