#include "runtime/compiler/function_compiler.h"

#include "model/syntax/byte_array.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

#include <algorithm>
#include <numeric>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

/// Constructors of more members than this are built piece by piece, so that registers stay few.
constexpr size_t maxAtOnce = 250;

} // namespace

// Members and spread lists (the second of each pair says so).
void FunctionCompiler::listOfParts(const SemType& type,
                                   const std::vector<std::pair<const Node*, bool>>& parts, Reg dst) {
    Scope scope(*this);
    bool spreads = false;
    for (const auto& part : parts)
        spreads = spreads || part.second;
    if (!spreads && parts.size() <= maxAtOnce) {
        Reg first = temps(parts.size());
        for (size_t i = 0; i < parts.size(); ++i)
            exprTo(parts[i].first, Reg(first + i));
        emit(Opcode::NEW_LIST, dst, first, Reg(parts.size()));
        return m_asm.extra(typeId(type));
    }
    auto atomic = types::listAtomicType(types(), type);
    bool isArray = atomic && atomic->fixedLength == 0 && !types::isReadonly(types(), type);
    Reg list = temps(2);
    emit(Opcode::NEW_LIST, list, 0, 0);
    m_asm.extra(typeId(isArray ? type : types::arrayOf(types(), types::valueType)));
    for (const auto& [node, isSpread] : parts) {
        Scope inner(*this);
        emit(isSpread ? Opcode::LIST_APPEND_ALL : Opcode::LIST_PUSH, list, expr(node));
    }
    if (!isArray) {
        m_asm.ak(Opcode::LOAD_TYPEDESC, Reg(list + 1), typeId(type));
        intrinsic("barre:retypeList", list, 2);
    }
    move(dst, list);
}

void FunctionCompiler::listTo(const ListConstructorExpr* node, Reg dst) {
    std::vector<std::pair<const Node*, bool>> parts;
    for (const Expression* member : node->members()) {
        if (auto* spread = cast<SpreadListMember>(member))
            parts.emplace_back(spread->expression(), true);
        else
            parts.emplace_back(member, isSequence(member));
    }
    place(node);
    listOfParts(m_model.inherentTypeOf(node), parts, dst);
}

void FunctionCompiler::newMapping(const Node* node, const SemType& type, const std::vector<NewField>& fields,
                                  Reg dst) {
    Scope scope(*this);
    Reg first = temps(fields.size());
    const std::vector<size_t> places = fieldPlaces(type, fields);
    std::vector<NameId> keys(fields.size());
    for (size_t i = 0; i < fields.size(); ++i) {
        keys[places[i]] = builder().name(fields[i].name);
        Scope inner(*this);
        fields[i].value(Reg(first + places[i]));
    }
    if (node)
        place(node);
    emit(Opcode::NEW_MAPPING, dst, first, builder().recordShape(typeId(type), keys));
}

// Values are computed in the order of the text; the mapping has its fields in the order of their record type,
// then the others.
std::vector<size_t> FunctionCompiler::fieldPlaces(const SemType& type,
                                                  const std::vector<NewField>& fields) const {
    const RecordSymbol* record = m_model.recordOfType(type);
    auto rank = [&](const std::string& name) {
        size_t at = 0;
        while (record && at < record->fields.size() && record->fields[at]->name != name)
            ++at;
        return at;
    };
    std::vector<size_t> order(fields.size()), places(fields.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return rank(fields[a].name) < rank(fields[b].name); });
    for (size_t i = 0; i < order.size(); ++i)
        places[order[i]] = i;
    return places;
}

void FunctionCompiler::addDefaults(const Node* node, std::vector<NewField>& fields) {
    const std::vector<const FieldSymbol*>* defaults = m_model.defaultedFieldsOf(node);
    if (!defaults)
        return;
    const SemType type = m_model.inherentTypeOf(node);
    for (const FieldSymbol* field : *defaults)
        fields.push_back({field->name, [this, field, freezes = freezesDefault(*field, type)](Reg reg) {
                              defaultTo(*field, reg);
                              if (freezes)
                                  freeze(reg);
                          }});
}

// In `readonly & R` the default value of a field is an immutable clone.
bool FunctionCompiler::freezesDefault(const FieldSymbol& field, const SemType& mapping) {
    const SemType type = types::mappingMemberTypeAt(types(), mapping, field.name);
    return types::isReadonly(types(), type) && !types::isReadonly(types(), field.type);
}

void FunctionCompiler::freeze(Reg value) {
    Scope scope(*this);
    Reg base = argBase(value);
    move(base, value);
    intrinsic("ballerina/lang.value:cloneReadOnly", base, 1);
    move(value, base);
}

// Registers above may hold the values of other fields already.
void FunctionCompiler::defaultTo(const FieldSymbol& field, Reg dst) {
    const FunctionSymbol* closure = m_model.closureOf(field.initializer);
    if (closure && !closure->captures.empty())
        return defaultByClosure(*closure, 0, dst);
    Scope scope(*this);
    Reg base = argBase(dst);
    m_asm.ak(Opcode::CALL, base, m_program.defaultFunction(field));
    move(dst, base);
}

FunctionCode FunctionCompiler::compileRecordFiller(const RecordSymbol& record) {
    place(record.decl);
    std::vector<NewField> fields;
    for (const FieldSymbol* field : record.fields)
        if (field->initializer)
            fields.push_back({field->name, [this, field](Reg reg) { defaultTo(*field, reg); }});
    Reg made = temp();
    m_firstTemp = m_next;
    newMapping(record.decl, record.type, fields, made);
    emit(Opcode::RETURN, made);
    return finish();
}

FunctionCode FunctionCompiler::compileObjectFiller(const ClassSymbol& object) {
    place(object.decl);
    CallFacts call;
    call.object = &object;
    call.function = object.init;
    for (const Parameter& param : object.init ? object.init->signature.params : std::vector<Parameter>()) {
        ArgFacts& arg = call.args.emplace_back();
        arg.source = param.kind == ParamKind::Rest ? ArgFacts::Source::Rest : ArgFacts::Source::Default;
    }
    Reg made = temp();
    m_firstTemp = m_next;
    newObject(object.decl, call, made);
    emit(Opcode::RETURN, made);
    return finish();
}

void FunctionCompiler::mappingTo(const MappingConstructorExpr* node, Reg dst) {
    SemType type = m_model.inherentTypeOf(node);
    std::vector<NewField> fields;
    bool plain = node->fields().size() <= maxAtOnce;
    for (const MappingField* field : node->fields()) {
        auto* specific = cast<SpecificField>(field);
        if (!specific) {
            plain = false;
            continue;
        }
        const Token* token = specific->fieldName();
        std::string name =
            token->kind() == TokenKind::StringLiteral ? stringLiteralValue(token) : identifierValue(token);
        const Node* value = specific->valueExpr();
        plain = plain && !m_model.leavesOutNil(specific);
        fields.push_back({std::move(name), [this, value, specific](Reg reg) {
                              if (value)
                                  return exprTo(value, reg);
                              const Symbol* symbol = m_model.symbolOf(specific);
                              if (auto* variable = as<VariableSymbol>(symbol))
                                  return variableTo(*variable, reg);
                              if (auto* constant = as<ConstantSymbol>(symbol))
                                  return valueTo(constant->value, constant->type, reg);
                              if (auto* function = as<FunctionSymbol>(symbol))
                                  return m_asm.ak(Opcode::LOAD_FUNCTION, reg,
                                                  m_program.functionId(*function));
                              unsupported(specific, "this field");
                          }});
    }
    if (plain) {
        addDefaults(node, fields);
        return newMapping(node, type, fields, dst);
    }
    Reg mapping = temp();
    m_firstTemp = m_next;
    m_asm.ak(Opcode::NEW_MAP, mapping, typeId(type));
    auto put = [&](const NewField& field, bool leavesOutNil) {
        Scope scope(*this);
        Reg key = temps(2);
        Label isNil = m_asm.label();
        loadString(key, field.name);
        field.value(Reg(key + 1));
        if (leavesOutNil)
            m_asm.jumpIf(Opcode::JUMP_NIL, Reg(key + 1), isNil);
        emit(Opcode::MAPPING_INIT, mapping, key, Reg(key + 1));
        m_asm.bind(isNil);
    };
    // Fields whose names are computed come last, and may replace others.
    std::vector<std::pair<const Node*, Reg>> computedFields;
    size_t specificIndex = 0;
    for (const MappingField* field : node->fields()) {
        if (auto* computed = cast<ComputedNameField>(field)) {
            Reg key = temps(2);
            m_firstTemp = m_next;
            exprTo(computed->fieldNameExpr(), key);
            exprTo(computed->valueExpr(), Reg(key + 1));
            computedFields.emplace_back(computed, key);
            continue;
        }
        Scope scope(*this);
        if (is<SpecificField>(field)) {
            put(fields[specificIndex], m_model.leavesOutNil(field));
            ++specificIndex;
        } else if (auto* spread = cast<SpreadField>(field)) {
            Reg value = expr(spread->expression());
            place(spread);
            emit(Opcode::MAPPING_SPREAD, mapping, value);
        }
    }
    for (const auto& [field, key] : computedFields) {
        place(field);
        emit(Opcode::MAPPING_INIT, mapping, key, Reg(key + 1));
    }
    std::vector<NewField> defaults;
    addDefaults(node, defaults);
    for (const NewField& field : defaults) {
        Scope scope(*this);
        Reg key = temps(2);
        loadString(key, field.name);
        // A spread mapping may have given it.
        Label given = m_asm.label();
        emit(Opcode::MAPPING_HAS, Reg(key + 1), mapping, builder().name(field.name));
        m_asm.jumpIf(Opcode::JUMP_TRUE, Reg(key + 1), given);
        field.value(Reg(key + 1));
        emit(Opcode::MAPPING_INIT, mapping, key, Reg(key + 1));
        m_asm.bind(given);
    }
    if (types::isReadonly(types(), type))
        intrinsic("barre:freeze", mapping, 1);
    move(dst, mapping);
}

void FunctionCompiler::tableTo(const TableConstructorExpr* node, Reg dst) {
    SemType type = m_model.inherentTypeOf(node);
    Reg first = temps(node->rows().size());
    Reg at = first;
    for (const Expression* row : node->rows())
        exprTo(row, at++);
    place(node);
    emit(Opcode::NEW_TABLE, dst, first, Reg(node->rows().size()));
    m_asm.extra(typeId(type));
}

void FunctionCompiler::objectTo(const ObjectConstructorExpr* node, Reg dst) {
    const ClassSymbol* object = m_model.classOf(node);
    if (!object)
        return unsupported(node, "this object constructor");
    ObjectCaptures captures{object, this, {}};
    ClassId classId = m_program.defineObject(*object, captures);
    FunctionId init = m_program.initFunction(*object);
    instantiate(
        node, classId, init, &captures, [](Reg) { return Reg(0); }, dst);
}

void FunctionCompiler::byteArrayTo(const ByteArrayLiteral* node, Reg dst) {
    m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().byteListConstant(syntax::byteArrayValue(node)));
    if (types::isReadonly(types(), typeOf(node)))
        return;
    Reg base = temps(2);
    move(base, dst);
    m_asm.ak(Opcode::LOAD_TYPEDESC, Reg(base + 1), typeId(typeOf(node)));
    intrinsic("barre:retypeList", base, 2);
    move(dst, base);
}

} // namespace barre::runtime
