#include "model/syntax/dump.h"
#include "app/commands/commands.h"
#include "app/commands/source_file.h"
#include "model/design/design_dump.h"
#include "model/project/snapshot.h"
#include "model/semantics/library.h"
#include "model/syntax/parser.h"

#include <cstdio>

namespace barre::app {

namespace {

int print(const std::string& text) {
    std::fwrite(text.data(), 1, text.size(), stdout);
    return Ok;
}

int dumpDesignOf(std::string_view path) {
    const model::Result<model::Workspace> workspace = model::openWorkspace(std::string(path));
    if (!workspace) {
        std::fprintf(stderr, "barre dump: %s\n", workspace.problem.c_str());
        return Failed;
    }
    return print(design::dumpDesign(*model::takeSnapshot(*workspace, std::make_shared<model::Library>())));
}

} // namespace

int dumpCommand(Args args, int, char**) {
    const bool isDesign = args.size() == 2 && args[0] == "design";
    bool isKnown = isDesign || (args.size() == 2 && (args[0] == "tokens" || args[0] == "tree"));
    if (!isKnown) {
        std::fputs("barre dump: expected 'tokens', 'tree' or 'design', then a file\n", stderr);
        return BadUsage;
    }
    if (isDesign)
        return dumpDesignOf(args[1]);
    std::optional<std::string> text = readSourceFile(args[1]);
    if (!text)
        return Failed;
    syntax::SyntaxTreePtr tree = syntax::parseModulePart(std::move(*text));
    return print(args[0] == "tokens" ? syntax::dumpTokens(*tree) : syntax::dumpTree(tree->root()));
}

} // namespace barre::app
