#include "runtime/bytecode/instruction.h"

#include <iterator>

namespace barre::runtime {
namespace {

constexpr OpcodeInfo rows[] = {
#define OPCODE(name, format, text) {#name, Format::format, text},
#include "runtime/bytecode/opcodes.def"
#undef OPCODE
};

constexpr bool contains(const char* text, char mark) {
    for (; *text; ++text)
        if (text[0] == '+' && text[1] == mark && (text[2] == 0 || text[2] == ' '))
            return true;
    return false;
}

struct WordCounts {
    uint8_t of[std::size(rows)];
    constexpr WordCounts() : of{} {
        for (size_t i = 0; i < std::size(rows); ++i)
            of[i] = uint8_t(contains(rows[i].text, 'X') + contains(rows[i].text, 'C'));
    }
};
constexpr WordCounts words;

} // namespace

const OpcodeInfo& info(Opcode op) {
    return rows[size_t(op)];
}

int opcodeCount() {
    return int(std::size(rows));
}

int operandWords(Opcode op) {
    return words.of[size_t(op)];
}

} // namespace barre::runtime
