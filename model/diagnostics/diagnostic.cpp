#include "model/diagnostics/diagnostic.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/text/line_index.h"

namespace barre::model {

namespace {

struct Row {
    std::string_view name;
    Severity severity;
    std::string_view text;
};

constexpr Row rows[] = {
#define DIAGNOSTIC(code, severity, text) {#code, Severity::severity, text},
#include "model/diagnostics/diagnostics.def"
};

const Row& rowOf(DiagnosticCode code) {
    return rows[size_t(code)];
}

} // namespace

size_t diagnosticCodeCount() {
    return std::size(rows);
}

std::string_view codeName(DiagnosticCode code) {
    return rowOf(code).name;
}

std::string_view codeText(DiagnosticCode code) {
    return rowOf(code).text;
}

Severity codeSeverity(DiagnosticCode code) {
    return rowOf(code).severity;
}

std::string_view severityName(Severity severity) {
    static constexpr std::string_view names[] = {"error", "warning", "hint"};
    return names[size_t(severity)];
}

std::string Diagnostic::message() const {
    std::string_view text = codeText(code);
    std::string result;
    for (size_t at = 0; at < text.size(); ++at) {
        bool isHole = text[at] == '{' && at + 2 < text.size() && text[at + 2] == '}';
        auto index = isHole ? size_t(text[at + 1] - '0') : args.size();
        if (index >= args.size()) {
            result += text[at];
            continue;
        }
        result += args[index];
        at += 2;
    }
    return hint.empty() ? result : result + ": " + hint;
}

Diagnostic makeDiagnostic(DiagnosticCode code, SourceRange range, std::vector<std::string> args,
                          std::string path) {
    return {code, codeSeverity(code), std::move(path), range, std::move(args), {}};
}

std::string format(const Diagnostic& diagnostic, const LineIndex& lines) {
    LineColumn place = lines.place(diagnostic.range.begin);
    std::string result = diagnostic.path;
    result += ':' + std::to_string(place.line) + ':' + std::to_string(place.column) + ": ";
    result += severityName(diagnostic.severity);
    return result + ": " + diagnostic.message();
}

} // namespace barre::model
