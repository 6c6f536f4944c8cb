#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// A simple pattern makes the register itself the variable.
void FunctionCompiler::bindPattern(const Node* pattern, Reg value) {
    if (is<WildcardBindingPattern>(pattern))
        return;
    if (is<CaptureBindingPattern>(pattern)) {
        auto* variable = as<VariableSymbol>(m_model.symbolOf(pattern));
        if (!variable)
            return;
        // The counter of a loop and the like must not become a cell.
        bool isCell = variable->isCaptured && variable->isReassigned;
        bool fresh = value + 1 == m_next && value >= m_firstTemp;
        if (isCell && !fresh) {
            Reg copy = temp();
            move(copy, value);
            value = copy;
        }
        return bindVariable(*variable, value);
    }
    m_firstTemp = std::max<Reg>(m_firstTemp, Reg(value + 1));
    destructure(pattern, value, true);
}

void FunctionCompiler::declarePattern(const Node* pattern) {
    if (auto* variable = as<VariableSymbol>(m_model.symbolOf(pattern));
        variable && is<CaptureBindingPattern>(pattern))
        declareVariable(*variable);
}

void FunctionCompiler::destructureTarget(const Node* target, Reg value, bool declare) {
    if (is<ListBindingPattern>(target) || is<MappingBindingPattern>(target) ||
        is<ErrorBindingPattern>(target))
        return destructure(target, value, declare);
    auto* variable = as<VariableSymbol>(m_model.symbolOf(target));
    if (!variable)
        return;
    bool isModule = variable->role == VariableRole::Module || variable->role == VariableRole::Listener;
    if (declare && !isModule) {
        Reg copy = temp();
        move(copy, value);
        return bindVariable(*variable, copy);
    }
    storeVariable(*variable, value);
}

void FunctionCompiler::destructure(const Node* pattern, Reg value, bool declare) {
    if (is<WildcardBindingPattern>(pattern))
        return;
    if (auto* list = cast<ListBindingPattern>(pattern))
        return destructureList(list, value, declare);
    if (auto* mapping = cast<MappingBindingPattern>(pattern))
        return destructureMapping(mapping, value, declare);
    if (auto* error = cast<ErrorBindingPattern>(pattern))
        return destructureError(error, value, declare);
    destructureTarget(pattern, value, declare);
}

// What a nested pattern declares stays; only the registers of the parts in between are temporary.
void FunctionCompiler::destructureList(const ListBindingPattern* pattern, Reg value, bool declare) {
    int16_t index = 0;
    for (const BindingPattern* member : pattern->members()) {
        if (auto* rest = cast<RestBindingPattern>(member)) {
            Reg tail = temp();
            listRest(tail, value, index, rest);
            destructureTarget(rest, tail, declare);
            continue;
        }
        if (!is<WildcardBindingPattern>(member)) {
            Reg item = temp();
            m_asm.abi(Opcode::LIST_GET_K, item, value, index);
            destructure(member, item, declare);
        }
        ++index;
    }
}

// The new list is of the type of its variable, if that is one list type.
void FunctionCompiler::listRest(Reg dst, Reg list, int16_t from, const Node* rest) {
    auto* variable = as<VariableSymbol>(m_model.symbolOf(rest));
    SemType type = variable ? types::partOf(types(), variable->type, BasicType::List) : types::neverType;
    if (!types::listAtomicType(types(), type))
        return m_asm.abi(Opcode::LIST_SLICE_FROM, dst, list, from);
    m_asm.abi(Opcode::LIST_REST, dst, list, from);
    m_asm.extra(typeId(type));
}

void FunctionCompiler::mappingRest(Reg dst, Reg mapping, const std::vector<std::string>& names,
                                   const SemType& type) {
    Scope scope(*this);
    Reg list = temp();
    Reg first = temps(names.size());
    for (size_t i = 0; i < names.size(); ++i)
        loadString(Reg(first + i), names[i]);
    emit(Opcode::NEW_LIST, list, first, Reg(names.size()));
    m_asm.extra(typeId(types::arrayOf(types(), types::stringType)));
    emit(Opcode::MAPPING_REST, dst, mapping, list);
    m_asm.extra(typeId(type));
}

/// The type of a rest variable, or of any mapping where it is not known.
SemType FunctionCompiler::restType(const Node* rest) {
    auto* variable = as<VariableSymbol>(m_model.symbolOf(rest));
    SemType type = variable ? types::partOf(types(), variable->type, BasicType::Mapping) : types::neverType;
    return type.isNever() ? types::mapOf(types(), types::valueType) : type;
}

void FunctionCompiler::destructureMapping(const MappingBindingPattern* pattern, Reg value, bool declare) {
    std::vector<std::string> names;
    for (const BindingPattern* field : pattern->fields()) {
        if (auto* rest = cast<RestBindingPattern>(field)) {
            Reg others = temp();
            mappingRest(others, value, names, restType(rest));
            destructureTarget(rest, others, declare);
            continue;
        }
        auto* binding = cast<FieldBindingPattern>(field);
        if (!binding)
            continue;
        names.push_back(identifierValue(binding->name()));
        if (is<WildcardBindingPattern>(binding->bindingPattern()))
            continue;
        Reg item = temp();
        emit(Opcode::FIELD_GET, item, value, builder().name(names.back()));
        if (binding->bindingPattern())
            destructure(binding->bindingPattern(), item, declare);
        else
            destructureTarget(binding, item, declare);
    }
}

void FunctionCompiler::destructureError(const ErrorBindingPattern* pattern, Reg value, bool declare) {
    Reg detail = temp();
    move(detail, value);
    intrinsic("ballerina/lang.error:detail", detail, 1);
    std::vector<std::string> names;
    int positional = 0;
    for (const BindingPattern* arg : pattern->args()) {
        if (auto* named = cast<NamedArgBindingPattern>(arg)) {
            names.push_back(identifierValue(named->name()));
            Reg item = temp();
            emit(Opcode::FIELD_GET, item, detail, builder().name(names.back()));
            destructure(named->bindingPattern(), item, declare);
        } else if (auto* rest = cast<RestBindingPattern>(arg)) {
            Reg others = temp();
            mappingRest(others, detail, names, restType(rest));
            destructureTarget(rest, others, declare);
        } else {
            Reg part = temp();
            move(part, value);
            intrinsic(positional++ == 0 ? "ballerina/lang.error:message" : "ballerina/lang.error:cause", part,
                      1);
            destructure(arg, part, declare);
        }
    }
}

} // namespace barre::runtime
