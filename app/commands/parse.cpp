#include "app/commands/commands.h"
#include "app/commands/source_file.h"
#include "model/syntax/parser.h"
#include "model/text/line_index.h"

#include <cstdio>

namespace barre::app {

namespace {

/// The text of the tree's tokens and their trivia.
std::string joinTokens(const syntax::SyntaxTree& tree) {
    std::string text;
    for (const syntax::Token* token : tree.tokens())
        text += tree.text(token->fullRange());
    return text;
}

void printDiagnostics(const syntax::SyntaxTree& tree, std::string_view path) {
    model::LineIndex lines(tree.text());
    for (model::Diagnostic diagnostic : tree.diagnostics()) {
        diagnostic.path = path;
        std::fprintf(stderr, "%s\n", model::format(diagnostic, lines).c_str());
    }
}

} // namespace

int parseCommand(Args args, int, char**) {
    bool isRoundtrip = !args.empty() && args[0] == "--roundtrip";
    Args files = args.subspan(isRoundtrip ? 1 : 0);
    if (files.size() != 1 || files[0].starts_with("-")) {
        std::fputs("barre parse: expected [--roundtrip] and a file\n", stderr);
        return BadUsage;
    }
    std::optional<std::string> text = readSourceFile(files[0]);
    if (!text)
        return Failed;
    syntax::SyntaxTreePtr tree = syntax::parseModulePart(std::move(*text));
    if (!isRoundtrip) {
        printDiagnostics(*tree, files[0]);
        return tree->diagnostics().empty() ? Ok : Failed;
    }
    std::string joined = joinTokens(*tree);
    std::fwrite(joined.data(), 1, joined.size(), stdout);
    return joined == tree->text() ? Ok : Failed;
}

} // namespace barre::app
