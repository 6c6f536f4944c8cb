// Programs that check: they compile and run within limits of time, depth and memory.
#include "tests/fuzz/engine.h"
#include "tests/fuzz/token_mutator.h"

#include "model/diagnostics/diagnostic.h"

#include <algorithm>

namespace {

using namespace barre;

bool hasErrors(const model::Snapshot& snapshot) {
    return std::ranges::any_of(snapshot.diagnostics(), [](const model::Diagnostic& diagnostic) {
        return diagnostic.severity == model::Severity::Error;
    });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, size_t size) {
    const auto snapshot = fuzz::check(std::string(reinterpret_cast<const char*>(data), size));
    if (hasErrors(*snapshot))
        return 0;
    fuzz::Engine engine(*snapshot);
    if (engine.isCompiled() && engine.vm().program().mainFunction != runtime::noId)
        engine.run(engine.vm().program().mainFunction);
    return 0;
}
