#include "model/project/first_mistakes.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/name_hint.h"
#include "model/syntax/nodes.h"
#include "model/text/line_index.h"

#include <algorithm>
#include <map>
#include <set>

namespace barre::model {

namespace {

using Words = std::set<std::string_view>;

/// The misspelt or foreign word that made the parser stumble.
bool explains(const Diagnostic& semantic, const Diagnostic& syntax) {
    return semantic.code == DiagnosticCode::UnknownName && !semantic.hint.empty() &&
           semantic.range.begin <= syntax.range.begin;
}

/// A module that is not imported is missed once, not wherever it is used; the same holds for a keyword that
/// stands for a name.
void keepFirstOf(DiagnosticCode code, std::vector<Diagnostic>& some) {
    std::set<std::string> known;
    std::erase_if(some, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == code && !known.insert(diagnostic.args.front()).second;
    });
}

/// The last word of an argument: `io` of `ballerina/io`.
std::string_view lastWord(std::string_view text) {
    const size_t separator = text.find_last_of("/.:");
    return separator == std::string_view::npos ? text : text.substr(separator + 1);
}

/// A prefix that is not there because the name of its module is misspelt in the import.
void dropPrefixesOfUnknownModules(std::vector<Diagnostic>& semantic) {
    std::vector<std::string> modules;
    for (const Diagnostic& diagnostic : semantic)
        if (diagnostic.code == DiagnosticCode::UnknownModule)
            modules.emplace_back(lastWord(diagnostic.args.front()));
    std::erase_if(semantic, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == DiagnosticCode::UnknownPrefix &&
               std::ranges::any_of(modules, [&](const std::string& module) {
                   return editDistance(module, diagnostic.args.front()) <= 2;
               });
    });
}

bool isUnread(const syntax::Node* node) {
    return syntax::is<syntax::InvalidStmt>(node) || syntax::is<syntax::InvalidModuleMember>(node) ||
           syntax::is<syntax::InvalidObjectMember>(node);
}

void addWords(std::string_view text, Words& words) {
    const auto isPart = [](char c) {
        const bool isLetter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        return isLetter || c == '_' || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    };
    for (size_t at = 0; at < text.size();) {
        size_t end = at;
        while (end < text.size() && isPart(text[end]))
            ++end;
        if (end > at)
            words.insert(text.substr(at, end - at));
        at = std::max(end, at + 1);
    }
}

/// The words of what the parser could make nothing of.
Words unreadWords(const syntax::SyntaxTree& tree, const std::vector<Diagnostic>& syntax,
                  const LineIndex& lines) {
    Words words;
    for (const Diagnostic& diagnostic : syntax)
        addWords(tree.text(lines.lineRange(lines.lineOf(diagnostic.range.begin))), words);
    syntax::forEachNode(tree.root(), [&](const syntax::Node* node) {
        if (isUnread(node))
            addWords(node->text(), words);
    });
    return words;
}

/// Of names: one that unread text may declare, or use.
bool isAboutName(DiagnosticCode code) {
    switch (code) {
    case DiagnosticCode::UnknownName:
    case DiagnosticCode::UnknownPrefix:
    case DiagnosticCode::UnusedImport:
    case DiagnosticCode::UnusedVariable:
    case DiagnosticCode::UnusedError: return true;
    default: return false;
    }
}

bool isAboutFlow(DiagnosticCode code) {
    switch (code) {
    case DiagnosticCode::MissingReturn:
    case DiagnosticCode::UnreachableCode:
    case DiagnosticCode::NotInitialized:
    case DiagnosticCode::NoInitialValue: return true;
    default: return false;
    }
}

/// The function or declaration around it has something that could not be read.
bool isInUnreadFlow(const syntax::SyntaxTree& tree, const Diagnostic& diagnostic) {
    const syntax::Node* node = tree.covering(diagnostic.range);
    const syntax::Node* function = node;
    while (function && !syntax::FunctionLike::is(function->kind()) && function->parent() != tree.root())
        function = function->parent();
    return function && function->hasErrors();
}

/// A variable that is not used because what would use it is wrong.
void dropWarningsBesideErrors(std::vector<Diagnostic>& semantic, const LineIndex& lines) {
    std::set<uint32_t> wrong;
    for (const Diagnostic& diagnostic : semantic)
        if (diagnostic.severity == Severity::Error)
            wrong.insert(lines.lineOf(diagnostic.range.begin));
    std::erase_if(semantic, [&](const Diagnostic& diagnostic) {
        return diagnostic.code == DiagnosticCode::UnusedVariable &&
               wrong.contains(lines.lineOf(diagnostic.range.begin));
    });
}

} // namespace

void keepFirstMistakes(const syntax::SyntaxTree& tree, std::vector<Diagnostic>& syntax,
                       std::vector<Diagnostic>& semantic) {
    keepFirstOf(DiagnosticCode::UnknownPrefix, semantic);
    dropPrefixesOfUnknownModules(semantic);
    if (syntax.empty() && semantic.empty())
        return;
    const LineIndex lines(tree.text());
    dropWarningsBesideErrors(semantic, lines);
    if (syntax.empty())
        return;
    const auto lineOf = [&](const Diagnostic& diagnostic) { return lines.lineOf(diagnostic.range.begin); };
    std::map<uint32_t, Diagnostic> first;
    for (const Diagnostic& diagnostic : syntax)
        first.emplace(lineOf(diagnostic), diagnostic);
    const Words words = unreadWords(tree, syntax, lines);
    std::set<uint32_t> explained;
    std::erase_if(semantic, [&](const Diagnostic& diagnostic) {
        const auto found = first.find(lineOf(diagnostic));
        if (found != first.end())
            return !explains(diagnostic, found->second) || !explained.insert(found->first).second;
        return (isAboutName(diagnostic.code) && words.contains(lastWord(diagnostic.args.front()))) ||
               (isAboutFlow(diagnostic.code) && isInUnreadFlow(tree, diagnostic));
    });
    syntax.clear();
    for (const auto& [line, diagnostic] : first)
        if (!explained.contains(line))
            syntax.push_back(diagnostic);
    keepFirstOf(DiagnosticCode::KeywordAsName, syntax);
}

} // namespace barre::model
