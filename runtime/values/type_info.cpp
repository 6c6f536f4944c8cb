#include "runtime/values/type_info.h"

#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"

#include <algorithm>

namespace barre::runtime {
namespace {

using types::BasicType;
using types::bitOf;
using types::SemType;

constexpr SemType withoutUndef(const SemType& type) {
    return {type.all & ~types::undefType.all, type.some, type.parts};
}

SlotInfo slotInfo(const types::Slot& slot) {
    SlotInfo info;
    info.type = withoutUndef(slot.type);
    info.wholeBits = info.type.all;
    info.isOptional = slot.type.has(BasicType::Undef);
    info.isReadonly = slot.isReadonly;
    return info;
}

ListStorage storageFor(types::TypeContext& context, const types::ListAtomicType& list) {
    SemType all = list.rest.type;
    for (const types::Slot& slot : list.initial)
        all = types::unite(context, all, slot.type);
    if (all.isNever())
        return ListStorage::Values;
    if (all.within(BasicType::Float))
        return ListStorage::Floats;
    if (!all.within(BasicType::Int))
        return ListStorage::Values;
    const auto bounds = types::intBounds(all);
    return bounds && bounds->min >= 0 && bounds->max <= 255 ? ListStorage::Bytes : ListStorage::Ints;
}

void fillList(TypeInfo& info, types::TypeContext& context) {
    auto list = types::listAtomicType(context, info.type);
    if (!list && info.type.hasAll(BasicType::List))
        list = types::ListAtomicType{{}, 0, {types::valueType, false}};
    if (!list)
        return;
    info.isListType = true;
    info.storage = storageFor(context, *list);
    info.fixedLength = list->fixedLength;
    for (const types::Slot& slot : list->initial)
        info.members.push_back(slotInfo(slot));
    info.rest = slotInfo(list->rest);
    uint32_t whole = info.isFixedLength() ? ~0u : info.rest.wholeBits;
    for (const SlotInfo& member : info.members)
        whole &= member.wholeBits;
    info.storesAnyInt = whole & bitOf(BasicType::Int);
    info.storesAnyFloat = whole & bitOf(BasicType::Float);
}

void fillMapping(TypeInfo& info, types::TypeContext& context) {
    auto mapping = types::mappingAtomicType(context, info.type);
    if (!mapping && info.type.hasAll(BasicType::Mapping))
        mapping = types::MappingAtomicType{
            {}, {}, {types::unite(context, types::valueType, types::undefType), false}};
    if (!mapping)
        return;
    info.isMappingType = true;
    info.fieldNames = mapping->names;
    for (const types::Slot& slot : mapping->slots) {
        info.fields.push_back(slotInfo(slot));
        info.hasReadonlyFields = info.hasReadonlyFields || slot.isReadonly;
    }
    info.rest = slotInfo(mapping->rest);
}

void fillTable(TypeInfo& info, types::TypeContext& context) {
    const auto table = types::tableAtomicType(context, info.type);
    if (!table)
        return;
    info.isTableType = true;
    info.row = table->row;
    if (table->keyFields)
        info.keyFields = *table->keyFields;
}

} // namespace

const SlotInfo& TypeInfo::fieldSlot(std::string_view name) const {
    const auto at = std::lower_bound(fieldNames.begin(), fieldNames.end(), name);
    return at != fieldNames.end() && *at == name ? fields[size_t(at - fieldNames.begin())] : rest;
}

const TypeInfo* TypeTable::of(const SemType& type) {
    const std::lock_guard lock(m_mutex);
    auto& entry = m_infos[type];
    if (!entry) {
        auto info = std::make_unique<TypeInfo>();
        info->type = type;
        info->table = this;
        info->isReadonly = types::isReadonly(m_context, type);
        if (type.has(BasicType::List) && type.within(BasicType::List))
            fillList(*info, m_context);
        if (type.has(BasicType::Mapping) && type.within(BasicType::Mapping))
            fillMapping(*info, m_context);
        if (type.has(BasicType::Table) && type.within(BasicType::Table))
            fillTable(*info, m_context);
        entry = std::move(info);
    }
    return entry.get();
}

std::string TypeTable::text(const SemType& type) {
    const std::lock_guard lock(m_mutex);
    return types::toString(m_context, type);
}

const TypeInfo* TypeTable::common(int which, SemType (*make)(types::TypeContext&)) {
    const std::lock_guard lock(m_mutex);
    if (!m_common[which])
        m_common[which] = of(make(m_context));
    return m_common[which];
}

const TypeInfo* TypeTable::anyList() {
    return common(0, [](types::TypeContext& c) { return types::arrayOf(c, types::valueType); });
}
const TypeInfo* TypeTable::anyMap() {
    return common(1, [](types::TypeContext& c) { return types::mapOf(c, types::valueType); });
}
const TypeInfo* TypeTable::jsonList() {
    return common(2, [](types::TypeContext& c) { return types::arrayOf(c, c.jsonType()); });
}
const TypeInfo* TypeTable::jsonMap() {
    return common(3, [](types::TypeContext& c) { return types::mapOf(c, c.jsonType()); });
}
const TypeInfo* TypeTable::anydataList() {
    return common(4, [](types::TypeContext& c) { return types::arrayOf(c, c.anydataType()); });
}
const TypeInfo* TypeTable::anydataMap() {
    return common(5, [](types::TypeContext& c) { return types::mapOf(c, c.anydataType()); });
}
const TypeInfo* TypeTable::stringList() {
    return common(6, [](types::TypeContext& c) { return types::arrayOf(c, types::stringType); });
}
const TypeInfo* TypeTable::intList() {
    return common(7, [](types::TypeContext& c) { return types::arrayOf(c, types::intType); });
}
const TypeInfo* TypeTable::byteList() {
    return common(8, [](types::TypeContext& c) { return types::arrayOf(c, types::byteType(c)); });
}
const TypeInfo* TypeTable::stringMap() {
    return common(9, [](types::TypeContext& c) { return types::mapOf(c, types::stringType); });
}
const TypeInfo* TypeTable::detailMap() {
    return common(10, [](types::TypeContext& c) {
        return types::intersect(c, c.readonlyType(), types::mapOf(c, types::valueType));
    });
}

} // namespace barre::runtime
