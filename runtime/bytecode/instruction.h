#pragma once

#include <cstdint>

namespace barre::runtime {

/// What an instruction does. One row of opcodes.def each.
enum class Opcode : uint16_t {
#define OPCODE(name, format, text) name,
#include "runtime/bytecode/opcodes.def"
#undef OPCODE
};

/// How the operands of an instruction are laid out; see the head of opcodes.def.
enum class Format : uint8_t { None, A, AB, ABC, AI, AK, ABI, ABX, J, AJ, ABJ, AIJ };

/// One word of code: an operation with up to three 16-bit operands, b and c joined where 32 bits are needed.
struct Instruction {
    Opcode op = Opcode::CACHE;
    uint16_t a = 0;
    uint16_t b = 0;
    uint16_t c = 0;

    constexpr int16_t immediateB() const { return int16_t(b); }
    constexpr int16_t immediate() const { return int16_t(c); }
    constexpr uint32_t wide() const { return uint32_t(b) | uint32_t(c) << 16; }
    constexpr int32_t wideSigned() const { return int32_t(wide()); }
    constexpr void setWide(uint32_t value) {
        b = uint16_t(value);
        c = uint16_t(value >> 16);
    }
};
static_assert(sizeof(Instruction) == 8);

/// The row of an opcode.
struct OpcodeInfo {
    const char* name;
    Format format;
    const char* text;
};

/// The rows of opcodes.def by `Opcode`.
const OpcodeInfo& info(Opcode op);
/// How many there are.
int opcodeCount();
/// How many words follow the instruction (EXTRA, CACHE).
int operandWords(Opcode op);

/// In x of START, beside the number of arguments.
inline constexpr uint32_t startRestFlag = 1u << 31;

} // namespace barre::runtime
