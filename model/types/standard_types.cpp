#include "model/types/standard_types.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/type_memo.h"

namespace barre::types {

namespace {

constexpr uint32_t immutableBits() {
    uint32_t bits = 0;
    for (int i = 0; i < basicTypeCount; ++i)
        if (basicTypeRows[i].immutability == Immutability::Always)
            bits |= 1u << i;
    return bits;
}

SemType withUndef(SemType type) {
    type.all |= undefType.all;
    return type;
}

ListAtomicType arrayWithSlot(const Slot& slot) {
    ListAtomicType list;
    list.rest = slot;
    return list;
}

SemType readonlyListOf(TypeTables& tables, const Slot& slot) {
    return tables.typeOf(BasicType::List, tables.bddOf(tables.listAtom(arrayWithSlot(slot))));
}

/// A table as a tuple: rows, a list of its key type, the names of its key fields.
ListAtomicType tableTuple(const SemType& rows, const SemType& anyKey) {
    ListAtomicType list;
    list.initial = {{rows, true}, {anyKey, true}, {valueType, true}};
    list.fixedLength = 3;
    return list;
}

/// An object whose members have values that never change. Marks such as `isolated` are booleans.
MappingAtomicType readonlyObject(TypeContext& context, const SemType& readonlyValues) {
    TypeTables& tables = context.tables();
    ListAtomicType member;
    member.initial = {{stringType, true}, {stringType, true}, {readonlyValues, true}};
    member.fixedLength = 3;
    const SemType members = tables.typeOf(BasicType::List, tables.bddOf(tables.listAtom(std::move(member))));
    MappingAtomicType object;
    object.rest = {withUndef(unite(context, booleanType, members)), true};
    return object;
}

void makeReadonly(TypeContext& context) {
    TypeTables& tables = context.tables();
    StandardAtoms& standard = tables.standard;
    const auto declared = [&](AtomKind kind) { return static_cast<const Atom*>(tables.recursiveAtom(kind)); };
    standard.readonlyList = declared(AtomKind::List);
    standard.readonlyMapping = declared(AtomKind::Mapping);
    standard.readonlyObject = declared(AtomKind::Mapping);
    standard.readonlyTable = declared(AtomKind::List);

    XmlPart xml;
    xml.singles = xmlReadonlyItems | xmlEmpty;
    for (unsigned kinds = 2; kinds <= xmlReadonlyItems; ++kinds)
        xml.addMixture(kinds);

    const SemType readonlyMapping = tables.typeOf(BasicType::Mapping, tables.bddOf(standard.readonlyMapping));
    SemType all = unite(context, wholeType(immutableBits()), readonlyMapping);
    const std::pair<BasicType, Part> parts[] = {{BasicType::List, tables.bddOf(standard.readonlyList)},
                                                {BasicType::Object, tables.bddOf(standard.readonlyObject)},
                                                {BasicType::Table, tables.bddOf(standard.readonlyTable)},
                                                {BasicType::Xml, tables.part(xml)}};
    for (const auto& [basicType, part] : parts)
        all = unite(context, all, tables.typeOf(basicType, part));
    tables.readonlyType = all;

    tables.define(standard.readonlyList, arrayWithSlot({all, true}));
    MappingAtomicType mapping;
    mapping.rest = {withUndef(all), true};
    tables.define(standard.readonlyMapping, std::move(mapping));
    tables.define(standard.readonlyObject, readonlyObject(context, all));
    const SemType anyList = readonlyListOf(tables, {valueType, true});
    const SemType& anyKey = anyList;
    tables.define(standard.readonlyTable,
                  tableTuple(readonlyListOf(tables, {readonlyMapping, true}), anyKey));
    standard.givingTop = tables.listAtom(arrayWithSlot({valueType, true}));
    standard.streamTop = tables.listAtom({{{anyList, true}, {anyList, true}}, 2, {neverType, true}});
    standard.tableTop = tables.listAtom(tableTuple(readonlyListOf(tables, {mappingType, false}), anyKey));
}

/// The least type that has `leaves`, lists and maps of itself and, if wanted, tables of such maps.
SemType plainData(TypeContext& context, const SemType& leaves, bool withTables) {
    TypeEnv& env = context.env();
    const Placeholder list = env.declare(BasicType::List);
    const Placeholder mapping = env.declare(BasicType::Mapping);
    SemType all = unite(context, leaves, unite(context, list.type, mapping.type));
    if (withTables)
        all = unite(context, all, tableOf(context, {mapping.type, false, std::nullopt, std::nullopt}));
    listOf(context, arrayWithSlot({all, false}), &list);
    mapOf(context, all, &mapping);
    return all;
}

} // namespace

void makeStandardTypes(TypeContext& context) {
    TypeTables& tables = context.tables();
    makeReadonly(context);
    tables.jsonType = plainData(context, simpleOrStringType, false);
    tables.anydataType =
        plainData(context, unite(context, simpleOrStringType, unite(context, xmlType, regexpType)), true);
    tables.setName(tables.readonlyType, "readonly");
    tables.setName(tables.jsonType, "json");
    tables.setName(tables.anydataType, "anydata");
}

} // namespace barre::types
