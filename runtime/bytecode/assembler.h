#pragma once

#include "runtime/bytecode/program.h"

namespace barre::runtime {

/// A place in the code that jumps aim at; made by Assembler::label, put down once by Assembler::bind.
struct Label {
    uint32_t id = noId;
};

/// Appends instructions to a FunctionCode, resolves labels and keeps the line table. Jumps of 16 bits that
/// turn out too long are an error only if no longer form exists: fused compare-and-jumps are turned into a
/// short jump over a JUMP by finish().
class Assembler {
public:
    explicit Assembler(FunctionCode& function) : m_function(function) {}

    /// Instructions from here on belong to this place of the file.
    void at(LineEntry place);

    void abc(Opcode op, uint16_t a = 0, uint16_t b = 0, uint16_t c = 0);
    void ai(Opcode op, uint16_t a, int32_t immediate);
    void ak(Opcode op, uint16_t a, uint32_t k);
    void abi(Opcode op, uint16_t a, uint16_t b, int16_t immediate) { abc(op, a, b, uint16_t(immediate)); }
    /// The EXTRA word: for instructions marked "+X", right after them; CACHE words are added by themselves.
    void extra(uint32_t x, uint16_t y = 0);

    Label label() {
        return {uint32_t(m_labels.size() < noId ? (m_labels.push_back(noId), m_labels.size() - 1) : 0)};
    }
    void bind(Label label);
    /// The label stands here: for backward jumps.
    Label here() {
        const Label label = this->label();
        bind(label);
        return label;
    }
    void jump(Label target, Opcode op = Opcode::JUMP);
    void jumpIf(Opcode op, uint16_t a, Label target);                  ///< format AJ
    void compareJump(Opcode op, uint16_t a, uint16_t b, Label target); ///< formats ABJ and AIJ
    /// FOR_LIST, whose offset is in its EXTRA word.
    void forList(uint16_t item, uint16_t index, uint16_t list, Label target);
    /// A panic between the two labels goes on at `target` with the error in `reg`. Call inner ones first.
    void handler(Label begin, Label end, Label target, uint16_t reg);

    uint32_t offset() const { return uint32_t(m_function.code.size()); }
    /// Writes the offsets of all jumps; false if something could not be represented.
    bool finish();

private:
    struct Fixup {
        uint32_t at;
        uint32_t label;
    };
    struct PendingHandler {
        uint32_t begin, end, target;
        uint16_t reg;
    };
    void widenFarJumps();
    void insert(uint32_t at, Instruction word);
    bool writeOffset(const Fixup& fixup);

    FunctionCode& m_function;
    std::vector<uint32_t> m_labels; ///< code offset, noId while not bound
    std::vector<Fixup> m_fixups;
    std::vector<PendingHandler> m_handlers;
};

/// The code as text, one instruction a line, with names of constants, functions and types where `program` has
/// them.
std::string disassemble(const FunctionCode& function, const Program* program = nullptr);

} // namespace barre::runtime
