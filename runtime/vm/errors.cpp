#include "runtime/values/text.h"
#include "runtime/vm/interpreter.h"
#include "runtime/vm/stack_trace.h"

#include <algorithm>

namespace barre::runtime {

bool Interpreter::fail(std::string_view name, std::string_view message) {
    thrown = vm.panicError(name, message);
    fillStack(thrown.error());
    return false;
}

uint32_t lineOf(const FunctionCode& code, uint32_t offset) {
    const LineEntry* entry = placeOf(code, offset);
    return entry ? entry->line : 0;
}

const LineEntry* placeOf(const FunctionCode& code, uint32_t offset) {
    const auto after = std::upper_bound(code.lines.begin(), code.lines.end(), offset,
                                        [](uint32_t at, const LineEntry& entry) { return at < entry.code; });
    return after == code.lines.begin() ? nullptr : &after[-1];
}

std::vector<StackFrame> stackOf(const Strand& strand) {
    std::vector<StackFrame> frames;
    for (uint32_t i = strand.frameCount; i-- > 0 && frames.size() < 100;) {
        const Frame& frame = strand.frames[i];
        const FunctionCode& code = *frame.function->code;
        if (frame.function->native || code.name.empty() || !frame.next)
            continue;
        // An instruction that waits is run again, others have been passed.
        const bool waits = i + 1 == strand.frameCount && strand.state == StrandState::Waiting;
        const auto at = uint32_t(frame.next - frame.function->begin);
        frames.push_back({code.name, code.module, code.file, lineOf(code, at && !waits ? at - 1 : at)});
    }
    return frames;
}

void Interpreter::fillStack(Error* error) {
    error->stack = stackOf(strand);
    error->hasStack = true;
}

} // namespace barre::runtime
