#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

const Node* unparenthesized(const Node* node) {
    while (auto* parenthesized = cast<ParenthesizedExpr>(node))
        node = parenthesized->expression();
    return node;
}

TokenKind binaryOf(TokenKind compound) {
    switch (compound) {
    case TokenKind::PlusEqual: return TokenKind::Plus;
    case TokenKind::MinusEqual: return TokenKind::Minus;
    case TokenKind::AsteriskEqual: return TokenKind::Asterisk;
    case TokenKind::SlashEqual: return TokenKind::Slash;
    case TokenKind::AmpersandEqual: return TokenKind::Ampersand;
    case TokenKind::PipeEqual: return TokenKind::Pipe;
    case TokenKind::CaretEqual: return TokenKind::Caret;
    case TokenKind::LtLtEqual: return TokenKind::LtLt;
    case TokenKind::GtGtEqual: return TokenKind::GtGt;
    default: return TokenKind::GtGtGt;
    }
}

} // namespace

void FunctionCompiler::assignment(const AssignmentStmt* node) {
    const Node* target = unparenthesized(node->lvexpr());
    if (auto reg = registerOf(target))
        return exprToLive(node->expression(), *reg);
    Place place = placeOf(target);
    Reg value = expr(node->expression());
    this->place(node);
    storePlace(place, value, typeOf(node->expression()));
}

void FunctionCompiler::compoundAssignment(const CompoundAssignmentStmt* node) {
    const Node* target = unparenthesized(node->lvexpr());
    TokenKind op = binaryOf(node->compoundAssignmentOperator()->kind());
    const OperatorFacts* known = m_model.operatorOf(node);
    OperatorFacts facts = known ? *known : OperatorFacts{};
    if (auto reg = registerOf(target)) {
        Reg right = expr(node->expression());
        place(node);
        return arithmeticTo(node, op, facts, *reg, *reg, right);
    }
    Place place = placeOf(target);
    Reg left = temp();
    this->place(node->lvexpr());
    loadPlace(place, left);
    Reg right = expr(node->expression());
    this->place(node);
    arithmeticTo(node, op, facts, left, left, right);
    storePlace(place, left, typeOf(node->expression()));
}

std::optional<int> FunctionCompiler::knownSlot(const AccessFacts& access, const Node* object) const {
    auto* reference = cast<VariableReferenceExpr>(unparenthesized(object));
    auto* variable = reference ? as<VariableSymbol>(m_model.symbolOf(reference)) : nullptr;
    bool isSelf = variable && variable->role == VariableRole::Self && access.field && access.field->owner;
    if (!isSelf)
        return {};
    for (const FunctionCompiler* compiler = this; compiler; compiler = compiler->m_outer)
        if (compiler->m_self == variable && compiler->m_class) {
            int slot = m_program.slotOf(*compiler->m_class, *access.field);
            return slot < 0 ? std::nullopt : std::optional(slot);
        }
    return {};
}

// The container of a place that is stored into: missing parts of it are filled in.
void FunctionCompiler::containerTo(const Node* node, Reg dst) {
    node = unparenthesized(node);
    const AccessFacts* access = m_model.accessOf(node);
    if (!access || !access->fills)
        return exprTo(node, dst);
    if (auto* member = cast<MemberAccessExpr>(node)) {
        Scope scope(*this);
        Reg container = temps(2);
        containerTo(member->containerExpression(), container);
        keyTo(member, Reg(container + 1));
        place(node);
        bool isList = access->kind == AccessKind::ListMember;
        return emit(isList ? Opcode::LIST_FILL_GET : Opcode::MAPPING_FILL_GET, dst, container,
                    Reg(container + 1));
    }
    auto* field = cast<FieldAccessExpr>(node);
    if (!field || access->kind == AccessKind::ObjectField)
        return exprTo(node, dst);
    containerTo(field->expression(), dst);
    place(node);
    emit(Opcode::FIELD_FILL_GET, dst, dst, builder().name(access->name));
}

FunctionCompiler::Place FunctionCompiler::placeOf(const Node* lvexpr) {
    Place result;
    result.node = lvexpr;
    if (is<VariableReferenceExpr>(lvexpr)) {
        result.variable = as<VariableSymbol>(m_model.symbolOf(lvexpr));
        result.kind = result.variable ? Place::Kind::Variable : Place::Kind::Ignore;
        return result;
    }
    result.access = m_model.accessOf(lvexpr);
    if (!result.access) {
        unsupported(lvexpr, "an assignment to this place");
        return result;
    }
    if (auto* member = cast<MemberAccessExpr>(lvexpr)) {
        result.kind = Place::Kind::Member;
        result.container = temps(2);
        result.key = Reg(result.container + 1);
        containerTo(member->containerExpression(), result.container);
        keyTo(member, result.key);
        return result;
    }
    const Node* container = lvexpr->nodeSlot(0);
    result.name = result.access->name;
    result.container = temp();
    if (result.access->kind != AccessKind::ObjectField) {
        result.kind = Place::Kind::Field;
        containerTo(container, result.container);
        return result;
    }
    exprTo(container, result.container);
    result.kind = Place::Kind::ObjectField;
    if (auto slot = knownSlot(*result.access, container)) {
        result.kind = Place::Kind::ObjectSlot;
        result.slot = *slot;
    }
    return result;
}

void FunctionCompiler::loadPlace(const Place& place, Reg dst) {
    switch (place.kind) {
    case Place::Kind::Variable: return variableTo(*place.variable, dst);
    case Place::Kind::Ignore: return loadNil(dst);
    case Place::Kind::Field: return emit(Opcode::FIELD_GET, dst, place.container, builder().name(place.name));
    case Place::Kind::ObjectSlot:
        return m_asm.abi(Opcode::SLOT_GET, dst, place.container, int16_t(place.slot));
    case Place::Kind::ObjectField:
        return emit(Opcode::OBJECT_GET, dst, place.container, builder().name(place.name));
    case Place::Kind::Member: break;
    }
    switch (place.access->kind) {
    case AccessKind::ListMember: return emit(Opcode::LIST_GET, dst, place.container, place.key);
    case AccessKind::TableMember: return emit(Opcode::TABLE_GET, dst, place.container, place.key);
    case AccessKind::MappingMember:
    case AccessKind::RecordField:
    case AccessKind::OptionalField: return emit(Opcode::MAPPING_GET, dst, place.container, place.key);
    default: return emit(Opcode::MEMBER_GET, dst, place.container, place.key);
    }
}

void FunctionCompiler::storePlace(const Place& place, Reg value, const SemType& valueType) {
    switch (place.kind) {
    case Place::Kind::Variable: return storeVariable(*place.variable, value);
    case Place::Kind::Ignore: return;
    case Place::Kind::ObjectSlot:
        return m_asm.abi(Opcode::SLOT_SET, place.container, value, int16_t(place.slot));
    case Place::Kind::ObjectField:
        return emit(Opcode::OBJECT_SET, place.container, value, builder().name(place.name));
    case Place::Kind::Field: break;
    case Place::Kind::Member: {
        Opcode op = Opcode::MEMBER_SET;
        if (place.access->kind == AccessKind::ListMember) {
            op = Opcode::LIST_SET;
            if (valueType.within(BasicType::Int) && !valueType.isNever())
                op = Opcode::LIST_SET_INT;
            else if (valueType.within(BasicType::Float) && !valueType.isNever())
                op = Opcode::LIST_SET_FLOAT;
        } else if (place.access->kind == AccessKind::TableMember) {
            op = Opcode::TABLE_SET;
        } else if (place.access->container.within(BasicType::Mapping)) {
            op = Opcode::MAPPING_SET;
        }
        return emit(op, place.container, place.key, value);
    }
    }
    NameId name = builder().name(place.name);
    bool optional = place.access->kind == AccessKind::OptionalField && valueType.has(BasicType::Nil);
    if (!optional)
        return emit(Opcode::FIELD_SET, place.container, value, name);
    // Nil takes an optional field out, unless the field's own type has nil.
    SemType field = types::mappingMemberTypeAt(types(), place.access->container, place.name);
    if (types::containsNil(field))
        return emit(Opcode::FIELD_SET, place.container, value, name);
    Label remove = m_asm.label(), end = m_asm.label();
    m_asm.jumpIf(Opcode::JUMP_NIL, value, remove);
    emit(Opcode::FIELD_SET, place.container, value, name);
    m_asm.jump(end);
    m_asm.bind(remove);
    emit(Opcode::FIELD_REMOVE, temp(), place.container, name);
    m_asm.bind(end);
}

} // namespace barre::runtime
