#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// What is nil (or an error, in lax access) stays what it is; `get` takes the member out of a container.
void FunctionCompiler::accessTo(const Node* node, const AccessFacts& access, const Node* container, Reg dst,
                                const std::function<void(Reg)>& get) {
    Reg value = expr(container);
    place(node);
    if (!access.nilLifted && !access.errorLifted)
        return get(value);
    Label lifted = m_asm.label(), end = m_asm.label();
    if (access.nilLifted)
        m_asm.jumpIf(Opcode::JUMP_NIL, value, lifted);
    if (access.errorLifted)
        m_asm.jumpIf(Opcode::JUMP_ERROR, value, lifted);
    get(value);
    m_asm.jump(end);
    m_asm.bind(lifted);
    move(dst, value);
    m_asm.bind(end);
}

bool FunctionCompiler::isMethodAccess(const AccessFacts& access) {
    if (access.field)
        return false;
    if (access.method)
        return true;
    for (const SemType& type : types::objectAlternatives(types(), access.container)) {
        auto object = types::objectAtomicType(types(), type);
        const types::ObjectMember* member = object ? object->method(access.name) : nullptr;
        if (member && member->kind == types::MemberKind::Method)
            return true;
    }
    return false;
}

void FunctionCompiler::fieldAccessTo(const Node* node, Reg dst) {
    const AccessFacts* access = m_model.accessOf(node);
    if (!access)
        return unsupported(node, "this field access");
    const Node* container = node->nodeSlot(0);
    accessTo(node, *access, container, dst, [&](Reg value) {
        NameId name = builder().name(access->name);
        switch (access->kind) {
        case AccessKind::ObjectField:
            if (auto slot = knownSlot(*access, container))
                return m_asm.abi(Opcode::SLOT_GET, dst, value, int16_t(*slot));
            if (isMethodAccess(*access))
                return emit(Opcode::BIND_METHOD, dst, value, name);
            return emit(Opcode::OBJECT_GET, dst, value, name);
        case AccessKind::BoundMethod: return emit(Opcode::BIND_METHOD, dst, value, name);
        case AccessKind::LaxField: return emit(Opcode::LAX_FIELD_GET, dst, value, name);
        case AccessKind::LaxOptionalField: return emit(Opcode::LAX_FIELD_GET_OPTIONAL, dst, value, name);
        case AccessKind::XmlAttribute: {
            Reg base = temps(2);
            move(base, value);
            loadString(Reg(base + 1), access->name);
            bool optional = is<OptionalFieldAccessExpr>(node);
            intrinsic(optional ? "barre:xmlOptionalAttribute" : "barre:xmlAttribute", base, 2);
            return move(dst, base);
        }
        default: emit(Opcode::FIELD_GET, dst, value, name);
        }
        if (!access->asserted.isNever())
            emit(Opcode::CAST, dst, dst, typeId(access->asserted));
    });
}

void FunctionCompiler::keyTo(const MemberAccessExpr* node, Reg dst) {
    if (node->keyExpressions().size() == 1)
        return exprTo(node->keyExpressions().front(), dst);
    std::vector<std::pair<const Node*, bool>> parts;
    for (const Expression* key : node->keyExpressions())
        parts.emplace_back(key, false);
    listOfParts(types::arrayOf(types(), types::anyType), parts, dst);
}

void FunctionCompiler::memberAccessTo(const MemberAccessExpr* node, Reg dst) {
    const AccessFacts* access = m_model.accessOf(node);
    if (!access)
        return unsupported(node, "this member access");
    accessTo(node, *access, node->containerExpression(), dst, [&](Reg value) {
        if (node->keyExpressions().empty())
            return unsupported(node, "this member access");
        const Node* keyNode = node->keyExpressions().front();
        auto small = smallInt(keyNode);
        if (access->kind == AccessKind::ListMember && small && *small >= 0)
            return m_asm.abi(Opcode::LIST_GET_K, dst, value, *small);
        const ConstantValue* constant = constantOf(keyNode);
        const std::string* name = constant ? constant->get<std::string>() : nullptr;
        bool mapping = access->container.within(BasicType::Mapping);
        if (name && mapping && access->kind != AccessKind::TableMember)
            return emit(Opcode::FIELD_GET, dst, value, builder().name(*name));
        Reg key = node->keyExpressions().size() == 1 ? expr(keyNode) : temp();
        if (node->keyExpressions().size() > 1)
            keyTo(node, key);
        place(node);
        SemType result = typeOf(node);
        auto always = [&](BasicType type) { return !result.isNever() && result.within(type); };
        switch (access->kind) {
        case AccessKind::ListMember:
            if (always(BasicType::Int))
                return emit(Opcode::LIST_GET_INT, dst, value, key);
            return emit(always(BasicType::Float) ? Opcode::LIST_GET_FLOAT : Opcode::LIST_GET, dst, value,
                        key);
        case AccessKind::TableMember: return emit(Opcode::TABLE_GET, dst, value, key);
        case AccessKind::StringMember: return emit(Opcode::STRING_GET, dst, value, key);
        case AccessKind::XmlMember: return emit(Opcode::MEMBER_GET, dst, value, key);
        default: return emit(mapping ? Opcode::MAPPING_GET : Opcode::MEMBER_GET, dst, value, key);
        }
    });
}

void FunctionCompiler::annotAccessTo(const AnnotAccessExpr* node, Reg dst) {
    auto* annotation = as<AnnotationSymbol>(m_model.symbolOf(node->annotTagReference()));
    if (!annotation)
        return unsupported(node, "this annotation access");
    Reg base = temps(2);
    exprTo(node->expression(), base);
    loadString(Reg(base + 1), annotation->module->moduleName.text() + ":" + annotation->name);
    intrinsic("barre:annotation", base, 2);
    move(dst, base);
}

} // namespace barre::runtime
