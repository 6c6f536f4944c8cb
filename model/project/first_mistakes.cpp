#include "model/project/first_mistakes.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/text/line_index.h"

#include <map>
#include <set>

namespace barre::model {

namespace {

/// The misspelt or foreign word that made the parser stumble.
bool explains(const Diagnostic& semantic, const Diagnostic& syntax) {
    return semantic.code == DiagnosticCode::UnknownName && !semantic.hint.empty() &&
           semantic.range.begin <= syntax.range.begin;
}

/// A module that is not imported is missed once, not wherever it is used.
void keepFirstPrefixes(std::vector<Diagnostic>& semantic) {
    std::set<std::string> known;
    std::erase_if(semantic, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == DiagnosticCode::UnknownPrefix && !diagnostic.hint.empty() &&
               !known.insert(diagnostic.args.front()).second;
    });
}

} // namespace

void keepFirstMistakes(std::string_view text, std::vector<Diagnostic>& syntax,
                       std::vector<Diagnostic>& semantic) {
    keepFirstPrefixes(semantic);
    if (syntax.empty())
        return;
    const LineIndex lines(text);
    const auto lineOf = [&](const Diagnostic& diagnostic) { return lines.lineOf(diagnostic.range.begin); };
    std::map<uint32_t, Diagnostic> first;
    for (const Diagnostic& diagnostic : syntax)
        first.emplace(lineOf(diagnostic), diagnostic);
    std::set<uint32_t> explained;
    std::erase_if(semantic, [&](const Diagnostic& diagnostic) {
        const auto found = first.find(lineOf(diagnostic));
        if (found == first.end())
            return false;
        return !explains(diagnostic, found->second) || !explained.insert(found->first).second;
    });
    syntax.clear();
    for (const auto& [line, diagnostic] : first)
        if (!explained.contains(line))
            syntax.push_back(diagnostic);
}

} // namespace barre::model
