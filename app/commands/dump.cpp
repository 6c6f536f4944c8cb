#include "model/syntax/dump.h"
#include "app/commands/commands.h"
#include "app/commands/source_file.h"
#include "model/syntax/parser.h"

#include <cstdio>

namespace barre::app {

int dumpCommand(Args args, int, char**) {
    bool isKnown = args.size() == 2 && (args[0] == "tokens" || args[0] == "tree");
    if (!isKnown) {
        std::fputs("barre dump: expected 'tokens' or 'tree', then a file\n", stderr);
        return BadUsage;
    }
    std::optional<std::string> text = readSourceFile(args[1]);
    if (!text)
        return Failed;
    syntax::SyntaxTreePtr tree = syntax::parseModulePart(std::move(*text));
    std::string dump = args[0] == "tokens" ? syntax::dumpTokens(*tree) : syntax::dumpTree(tree->root());
    std::fwrite(dump.data(), 1, dump.size(), stdout);
    return Ok;
}

} // namespace barre::app
