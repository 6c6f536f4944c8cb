// The checker against the engine: where the checker says that a variable is a T, its value is a T at run
// time.
#include "model/semantics/library.h"
#include "model/semantics/semantic_model.h"
#include "model/syntax/nodes.h"
#include "model/types/to_string.h"
#include "tests/fuzz/engine.h"
#include "tests/fuzz/program_generator.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

namespace {

using namespace barre;

bool hasErrors(const model::Snapshot& snapshot) {
    return std::ranges::any_of(snapshot.diagnostics(), [](const model::Diagnostic& diagnostic) {
        return diagnostic.severity == model::Severity::Error;
    });
}

/// The type as a program writes it; empty where it has no such text.
std::string written(types::TypeContext& types, const model::SemType& type) {
    const std::string text = types::toString(types, type);
    const auto has = [&](const char* part) { return text.find(part) != std::string::npos; };
    const bool isWritten = !type.isNever() && text.size() < 200 && !has("object") && !has("distinct") &&
                           !has("!") && !has("ItemType");
    return isWritten ? text : std::string();
}

/// The program with a test behind each declaration.
std::string withTests(const model::Snapshot& snapshot) {
    const syntax::SyntaxTree& tree = *snapshot.files().front().tree;
    const model::SemanticModel& meaning = *snapshot.modules().front().semantics;
    types::TypeContext types(snapshot.package()->library->typeEnv());
    std::string text;
    uint32_t at = 0;
    for (const syntax::Node* node : tree.nodes()) {
        const auto* statement = syntax::LocalVarDeclStmt::cast(node);
        const auto* pattern = statement ? statement->typedBindingPattern()->bindingPattern() : nullptr;
        const auto* variable =
            model::as<model::VariableSymbol>(pattern ? meaning.symbolOf(pattern) : nullptr);
        const std::string type = variable ? written(types, variable->type) : std::string();
        if (type.empty())
            continue;
        text += tree.text({at, node->range().end});
        text += " if !(<any|error>" + variable->name + " is " + type + ") { panic error(\"" + variable->name +
                " is not what it should be\"); }";
        at = node->range().end;
    }
    return text + std::string(tree.text({at, uint32_t(tree.text().size())}));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto untested = fuzz::check(fuzz::ProgramGenerator(data, size).program());
    if (hasErrors(*untested))
        return 0;
    const std::string text = withTests(*untested);
    const auto snapshot = fuzz::check(text);
    if (hasErrors(*snapshot))
        return 0;
    fuzz::Engine engine(*snapshot);
    if (!engine.isCompiled())
        return 0;
    const std::string panic = engine.run(engine.vm().program().mainFunction);
    if (panic.find("is not what it should be") == std::string::npos)
        return 0;
    std::fprintf(stderr, "%s\n%s\n", panic.c_str(), text.c_str());
    std::abort();
}
