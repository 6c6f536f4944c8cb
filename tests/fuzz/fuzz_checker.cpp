// Any program, valid or nearly so: checking ends, every diagnostic lies inside the text, a file without
// syntax errors is formatted to a text that formatting does not change again.
#include "model/format/format.h"
#include "tests/fuzz/engine.h"
#include "tests/fuzz/token_mutator.h"

#include <cstdlib>

namespace {

using namespace barre;

void require(bool holds) {
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const std::string text(reinterpret_cast<const char*>(data), size);
    const auto snapshot = fuzz::check(text);
    for (const model::Diagnostic& diagnostic : snapshot->diagnostics()) {
        require(diagnostic.range.begin <= diagnostic.range.end && diagnostic.range.end <= size);
        require(!diagnostic.message().empty());
    }
    const auto once = model::formatted(*snapshot->files().front().tree);
    if (once)
        require(model::formatted(*syntax::parseModulePart(*once)) == once);
    return 0;
}
