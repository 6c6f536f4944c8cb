#include "runtime/bytecode/assembler.h"

namespace barre::runtime {

void Assembler::at(LineEntry place) {
    place.code = offset();
    auto& lines = m_function.lines;
    if (!lines.empty() && lines.back().code == place.code)
        lines.back() = place;
    else
        lines.push_back(place);
}

void Assembler::abc(Opcode op, uint16_t a, uint16_t b, uint16_t c) {
    m_function.code.push_back({op, a, b, c});
    const bool hasExtra = operandWords(op) == 2;
    const std::string_view text = info(op).text;
    if (!hasExtra && operandWords(op) == 1 && text.ends_with("+C"))
        m_function.code.push_back({Opcode::CACHE, 0, 0, 0});
}

void Assembler::ai(Opcode op, uint16_t a, int32_t immediate) {
    ak(op, a, uint32_t(immediate));
}

void Assembler::ak(Opcode op, uint16_t a, uint32_t k) {
    abc(op, a, uint16_t(k), uint16_t(k >> 16));
}

void Assembler::extra(uint32_t x, uint16_t y) {
    const Opcode owner = m_function.code.back().op;
    Instruction word{Opcode::EXTRA, y, 0, 0};
    word.setWide(x);
    m_function.code.push_back(word);
    if (operandWords(owner) == 2)
        m_function.code.push_back({Opcode::CACHE, 0, 0, 0});
}

void Assembler::bind(Label label) {
    m_labels[label.id] = offset();
}

void Assembler::jump(Label target, Opcode op) {
    m_fixups.push_back({offset(), target.id});
    abc(op);
}

void Assembler::jumpIf(Opcode op, uint16_t a, Label target) {
    m_fixups.push_back({offset(), target.id});
    abc(op, a);
}

void Assembler::compareJump(Opcode op, uint16_t a, uint16_t b, Label target) {
    m_fixups.push_back({offset(), target.id});
    abc(op, a, b);
}

void Assembler::forList(uint16_t item, uint16_t index, uint16_t list, Label target) {
    abc(Opcode::FOR_LIST, item, index, list);
    m_fixups.push_back({offset(), target.id});
    extra(0);
}

void Assembler::handler(Label begin, Label end, Label target, uint16_t reg) {
    m_handlers.push_back({begin.id, end.id, target.id, reg});
}

namespace {

bool isShort(Opcode op) {
    return info(op).format == Format::ABJ || info(op).format == Format::AIJ;
}

bool fits(int64_t distance) {
    return distance >= INT16_MIN + 16 && distance <= INT16_MAX - 16;
}

} // namespace

void Assembler::insert(uint32_t at, Instruction word) {
    m_function.code.insert(m_function.code.begin() + at, word);
    for (uint32_t& label : m_labels)
        if (label != noId && label >= at + 1)
            ++label;
    for (Fixup& fixup : m_fixups)
        if (fixup.at >= at)
            ++fixup.at;
    for (LineEntry& line : m_function.lines)
        if (line.code >= at + 1)
            ++line.code;
}

// "if (a < b) goto far" becomes "if (a < b) goto +1; goto +1; goto far": two words behind the compare.
void Assembler::widenFarJumps() {
    for (bool changed = true; changed;) {
        changed = false;
        for (size_t i = 0; i < m_fixups.size(); ++i) {
            const Fixup fixup = m_fixups[i];
            const Opcode op = m_function.code[fixup.at].op;
            if (!isShort(op) || fits(int64_t(m_labels[fixup.label]) - fixup.at - 1))
                continue;
            const bool backward = m_labels[fixup.label] <= fixup.at;
            m_fixups.erase(m_fixups.begin() + ptrdiff_t(i));
            m_function.code[fixup.at].c = 1;
            Instruction over{Opcode::JUMP, 0, 1, 0};
            insert(fixup.at + 1, over);
            insert(fixup.at + 2, {backward ? Opcode::LOOP : Opcode::JUMP, 0, 0, 0});
            m_fixups.push_back({fixup.at + 2, fixup.label});
            changed = true;
            break;
        }
    }
}

bool Assembler::writeOffset(const Fixup& fixup) {
    const uint32_t target = m_labels[fixup.label];
    if (target == noId)
        return false;
    const int64_t distance = int64_t(target) - fixup.at - 1;
    Instruction& instruction = m_function.code[fixup.at];
    if (isShort(instruction.op)) {
        instruction.c = uint16_t(distance);
        return distance >= INT16_MIN && distance <= INT16_MAX;
    }
    instruction.setWide(uint32_t(int32_t(distance)));
    return true;
}

bool Assembler::finish() {
    for (const Fixup& fixup : m_fixups)
        if (m_labels[fixup.label] == noId)
            return false;
    widenFarJumps();
    bool ok = true;
    for (const Fixup& fixup : m_fixups)
        ok = writeOffset(fixup) && ok;
    for (const PendingHandler& handler : m_handlers)
        m_function.handlers.push_back(
            {m_labels[handler.begin], m_labels[handler.end], m_labels[handler.target], handler.reg});
    return ok;
}

} // namespace barre::runtime
