// Lists, mappings, tables and the behavioural types.
#include "model/types/constructors.h"
#include "model/types/object_encoding.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/type_tables.h"

#include <algorithm>
#include <numeric>

namespace barre::types {

namespace {

constexpr Slot anySlot{valueType, false};
constexpr Slot anyField{wholeType(everyBit | undefType.all), false};

/// A type of one list atom: the atom of the placeholder, defined now, or the one for that list.
SemType listLike(TypeContext& context, BasicType basicType, ListAtomicType list,
                 const Placeholder* placeholder) {
    TypeTables& tables = context.tables();
    if (placeholder) {
        tables.define(placeholder->atom, std::move(list));
        return placeholder->type;
    }
    return tables.typeOf(basicType, tables.bddOf(tables.listAtom(std::move(list))));
}

SemType mappingLike(TypeContext& context, BasicType basicType, MappingAtomicType mapping,
                    const Placeholder* placeholder) {
    TypeTables& tables = context.tables();
    if (placeholder) {
        tables.define(placeholder->atom, std::move(mapping));
        return placeholder->type;
    }
    return tables.typeOf(basicType, tables.bddOf(tables.mappingAtom(std::move(mapping))));
}

ListAtomicType arrayWithSlot(const Slot& slot) {
    return {{}, 0, slot};
}

SemType readonlyArrayOf(TypeContext& context, const SemType& member) {
    return listLike(context, BasicType::List, arrayWithSlot({member, true}), nullptr);
}

ListAtomicType readonlyTuple(std::span<const SemType> members) {
    ListAtomicType list;
    for (const SemType& member : members)
        list.initial.push_back({member, true});
    list.fixedLength = members.size();
    return list;
}

void sortByName(MappingAtomicType& mapping) {
    if (std::is_sorted(mapping.names.begin(), mapping.names.end()))
        return;
    std::vector<size_t> order(mapping.names.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::stable_sort(order.begin(), order.end(),
                     [&](size_t a, size_t b) { return mapping.names[a] < mapping.names[b]; });
    MappingAtomicType sorted;
    for (const size_t i : order) {
        sorted.names.push_back(std::move(mapping.names[i]));
        sorted.slots.push_back(mapping.slots[i]);
    }
    sorted.rest = mapping.rest;
    mapping = std::move(sorted);
}

} // namespace

SemType listOf(TypeContext& context, ListAtomicType list, const Placeholder* placeholder) {
    if (!placeholder && list.fixedLength == 0 && list.rest == anySlot)
        return listType;
    return listLike(context, BasicType::List, std::move(list), placeholder);
}

SemType arrayOf(TypeContext& context, const SemType& member) {
    return listOf(context, arrayWithSlot({member, false}));
}

SemType fixedArrayOf(TypeContext& context, const SemType& member, uint64_t length) {
    return listOf(context, {{{member, false}}, length, {neverType, true}});
}

SemType tupleOf(TypeContext& context, std::span<const SemType> members, const SemType& rest) {
    ListAtomicType list;
    for (const SemType& member : members)
        list.initial.push_back({member, false});
    list.fixedLength = members.size();
    list.rest = {rest, false};
    return listOf(context, std::move(list));
}

SemType mappingOf(TypeContext& context, MappingAtomicType mapping, const Placeholder* placeholder) {
    mapping.rest.type.all |= undefType.all;
    if (!placeholder && mapping.names.empty() && mapping.rest == anyField)
        return mappingType;
    sortByName(mapping);
    return mappingLike(context, BasicType::Mapping, std::move(mapping), placeholder);
}

SemType mapOf(TypeContext& context, const SemType& member, const Placeholder* placeholder) {
    return mappingOf(context, {{}, {}, {member, false}}, placeholder);
}

SemType recordOf(TypeContext& context, std::span<const Field> fields, const SemType& rest,
                 const Placeholder* placeholder) {
    MappingAtomicType mapping;
    for (const Field& field : fields) {
        Slot slot{field.isReadonly ? intersect(context, field.type, context.readonlyType()) : field.type,
                  field.isReadonly};
        if (field.isOptional)
            slot.type.all |= undefType.all;
        mapping.names.push_back(field.name);
        mapping.slots.push_back(slot);
    }
    mapping.rest = {rest, false};
    return mappingOf(context, std::move(mapping), placeholder);
}

SemType tableOf(TypeContext& context, const TableAtomicType& table, const Placeholder* placeholder) {
    const bool saysNothing =
        !table.isReadonly && !table.keyType && !table.keyFields && table.row == mappingType;
    if (saysNothing && !placeholder)
        return tableType;
    const SemType rows =
        listLike(context, BasicType::List, arrayWithSlot({table.row, table.isReadonly}), nullptr);
    const SemType key = readonlyArrayOf(context, table.keyType.value_or(valueType));
    SemType names = valueType;
    if (table.keyFields) {
        std::vector<SemType> each;
        for (const std::string& name : *table.keyFields)
            each.push_back(stringConst(context, name));
        names = listLike(context, BasicType::List, readonlyTuple(each), nullptr);
    }
    return listLike(context, BasicType::Table, readonlyTuple(std::vector{rows, key, names}), placeholder);
}

SemType functionOf(TypeContext& context, const FunctionAtomicType& function, const Placeholder* placeholder) {
    TypeTables& tables = context.tables();
    if (placeholder) {
        tables.define(placeholder->atom, function);
        return placeholder->type;
    }
    return tables.typeOf(BasicType::Function, tables.bddOf(tables.functionAtom(function)));
}

SemType argumentListOf(TypeContext& context, std::span<const SemType> args, const SemType& rest) {
    ListAtomicType list = readonlyTuple(args);
    list.rest = {rest, true};
    return listLike(context, BasicType::List, std::move(list), nullptr);
}

SemType functionOf(TypeContext& context, const FunctionSignature& signature, const Placeholder* placeholder) {
    const SemType list = argumentListOf(context, signature.params, signature.rest.value_or(neverType));
    return functionOf(
        context, FunctionAtomicType{list, signature.returns, signature.isIsolated, signature.isTransactional},
        placeholder);
}

SemType isolatedFunctionType(TypeContext& context) {
    return functionOf(context, FunctionAtomicType{neverType, valueType, true, false});
}

SemType errorOf(TypeContext& context, const SemType& detail) {
    TypeTables& tables = context.tables();
    const Part readonlyDetail = tables.bddOf(tables.standard.readonlyMapping);
    const Part part = intersectBdd(tables, partOfType(detail, BasicType::Mapping), readonlyDetail);
    return part == readonlyDetail ? errorType : tables.typeOf(BasicType::Error, part);
}

SemType distinctOf(TypeContext& context, const SemType& type, uint32_t distinctId) {
    TypeTables& tables = context.tables();
    const Part part = tables.bddOf(tables.distinctAtom(distinctId));
    return intersect(
        context, type,
        unite(context, tables.typeOf(BasicType::Error, part), tables.typeOf(BasicType::Object, part)));
}

SemType streamOf(TypeContext& context, const SemType& value, const SemType& completion,
                 const Placeholder* placeholder) {
    return listLike(
        context, BasicType::Stream,
        readonlyTuple(std::vector{readonlyArrayOf(context, value), readonlyArrayOf(context, completion)}),
        placeholder);
}

SemType futureOf(TypeContext& context, const SemType& value, const Placeholder* placeholder) {
    if (value == valueType && !placeholder)
        return futureType;
    return listLike(context, BasicType::Future, arrayWithSlot({value, true}), placeholder);
}

SemType typedescOf(TypeContext& context, const SemType& described, const Placeholder* placeholder) {
    if (described == valueType && !placeholder)
        return typedescType;
    return listLike(context, BasicType::Typedesc, arrayWithSlot({described, true}), placeholder);
}

// Objects
// ------------------------------------------------------------------------------------------------------------

std::string memberKey(std::string_view name, MemberKind kind) {
    switch (kind) {
    case MemberKind::Field:
    case MemberKind::Method: break;
    case MemberKind::RemoteMethod: return "@remote " + std::string(name);
    case MemberKind::ResourceMethod: return "@resource " + std::string(name);
    }
    return std::string(name);
}

namespace {

SemType memberTuple(TypeContext& context, const ObjectMember& member) {
    const bool isField = member.kind == MemberKind::Field;
    ListAtomicType list = readonlyTuple(std::vector{stringConst(context, isField ? "field" : "method"),
                                                    stringConst(context, member.visibility), member.type});
    list.initial.back().isReadonly = !isField || member.isFinal;
    return listLike(context, BasicType::List, std::move(list), nullptr);
}

void addMark(TypeContext& context, MappingAtomicType& mapping, bool isSet, const char* mark) {
    if (!isSet)
        return;
    mapping.names.emplace_back(mark);
    mapping.slots.push_back({booleanConst(context, true), true});
}

} // namespace

SemType objectOf(TypeContext& context, const ObjectAtomicType& object, const Placeholder* placeholder) {
    MappingAtomicType mapping;
    for (const ObjectMember& member : object.members) {
        mapping.names.push_back(memberKey(member.name, member.kind));
        mapping.slots.push_back({memberTuple(context, member), true});
    }
    addMark(context, mapping, object.isIsolated, isolatedMark);
    addMark(context, mapping, object.isService, serviceMark);
    addMark(context, mapping, object.isClient, clientMark);
    mapping.rest = anyField;
    const bool isAny = mapping.names.empty() && !placeholder;
    sortByName(mapping);
    SemType type =
        isAny ? objectType : mappingLike(context, BasicType::Object, std::move(mapping), placeholder);
    for (const uint32_t id : object.distinctIds)
        type = distinctOf(context, type, id);
    return type;
}

} // namespace barre::types
