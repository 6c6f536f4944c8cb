#include "runtime/bytecode/assembler.h"

namespace barre::runtime {
namespace {

std::string reg(uint16_t number) {
    return "r" + std::to_string(number);
}

std::string constantText(const Constant& constant) {
    switch (constant.kind) {
    case ConstantKind::Int: return std::to_string(constant.integer);
    case ConstantKind::Float: return std::to_string(constant.floating);
    case ConstantKind::Decimal: return constant.text + "d";
    case ConstantKind::String: return "\"" + constant.text + "\"";
    case ConstantKind::ByteList: return "bytes(" + std::to_string(constant.text.size()) + ")";
    }
    return {};
}

// What an index of format AK or ABX names.
std::string comment(const Instruction& instruction, const Program& program) {
    switch (instruction.op) {
    case Opcode::LOAD_CONSTANT: return constantText(program.constants[instruction.wide()]);
    case Opcode::LOAD_FUNCTION:
    case Opcode::CALL:
    case Opcode::CALL_NATIVE: return program.functions[instruction.wide()]->name;
    case Opcode::CALL_INTRINSIC: return program.intrinsics[instruction.c];
    case Opcode::GLOBAL_GET:
    case Opcode::GLOBAL_SET: return program.globals[instruction.wide()].name;
    case Opcode::NEW_OBJECT: return program.classes[instruction.wide()].name;
    case Opcode::FIELD_GET:
    case Opcode::FIELD_SET:
    case Opcode::OBJECT_GET:
    case Opcode::OBJECT_SET:
    case Opcode::CALL_METHOD: return program.names[instruction.c];
    default: return {};
    }
}

std::string operands(const Instruction& i, uint32_t at) {
    const auto target = [&](int32_t offset) { return "->" + std::to_string(int64_t(at) + 1 + offset); };
    switch (info(i.op).format) {
    case Format::None: return "";
    case Format::A: return reg(i.a);
    case Format::AB: return reg(i.a) + " " + reg(i.b);
    case Format::ABC: return reg(i.a) + " " + reg(i.b) + " " + reg(i.c);
    case Format::AI: return reg(i.a) + " " + std::to_string(i.wideSigned());
    case Format::AK: return reg(i.a) + " #" + std::to_string(i.wide());
    case Format::ABI: return reg(i.a) + " " + reg(i.b) + " " + std::to_string(i.immediate());
    case Format::ABX: return reg(i.a) + " " + reg(i.b) + " #" + std::to_string(i.c);
    case Format::J: return target(i.wideSigned());
    case Format::AJ: return reg(i.a) + " " + target(i.wideSigned());
    case Format::ABJ: return reg(i.a) + " " + reg(i.b) + " " + target(i.immediate());
    case Format::AIJ: return reg(i.a) + " " + std::to_string(i.immediateB()) + " " + target(i.immediate());
    }
    return {};
}

} // namespace

std::string disassemble(const FunctionCode& function, const Program* program) {
    std::string text = function.name + " (" + std::to_string(function.paramCount) + " parameters, " +
                       std::to_string(function.registerCount) + " registers)\n";
    for (uint32_t at = 0; at < function.code.size(); ++at) {
        const Instruction& instruction = function.code[at];
        text += std::to_string(at) + "\t" + info(instruction.op).name + " " + operands(instruction, at);
        if (program)
            if (const std::string note = comment(instruction, *program); !note.empty())
                text += "\t; " + note;
        text += '\n';
    }
    for (const Handler& handler : function.handlers)
        text += "handler " + std::to_string(handler.begin) + ".." + std::to_string(handler.end) + " ->" +
                std::to_string(handler.target) + " " + reg(handler.reg) + "\n";
    return text;
}

} // namespace barre::runtime
