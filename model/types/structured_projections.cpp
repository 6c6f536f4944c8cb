// Questions about the members of lists, mappings and tables, and about iteration.
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/type_memo.h"

#include <algorithm>
#include <set>

namespace barre::types {

namespace {

/// Unites what `member` says of each list type that the list part is made of, where its negative atoms leave
/// any of it.
template<class Member>
SemType overLists(TypeContext& context, BasicType basicType, const SemType& type, Member&& member) {
    SemType result = neverType;
    const Atom* top = topAtom(context.tables(), basicType);
    everyConjunction(partOfType(type, basicType), nullptr, nullptr,
                     [&](const Conjunction* positive, const Conjunction* negative) {
                         ListAtomicType joined;
                         if (joinLists(context, positive, top, joined) &&
                             !(negative && isEmptyListFormula(context, positive, negative, top)))
                             result = unite(context, result, member(joined));
                         return true;
                     });
    return result;
}

/// The same for mappings; `member` is given the negative atoms, too.
template<class Member>
SemType overMappings(TypeContext& context, BasicType basicType, const SemType& type, Member&& member) {
    SemType result = neverType;
    const Atom* top = topAtom(context.tables(), basicType);
    everyConjunction(partOfType(type, basicType), nullptr, nullptr,
                     [&](const Conjunction* positive, const Conjunction* negative) {
                         MappingAtomicType joined;
                         if (joinMappings(context, positive, top, joined) &&
                             !(negative && isEmptyMappingFormula(context, positive, negative, top)))
                             result = unite(context, result, member(joined, negative));
                         return true;
                     });
    return result;
}

bool overlapsRange(const SemType& key, uint64_t first, uint64_t last) {
    const Part part = partOfType(key, BasicType::Int);
    if (!isProper(part))
        return part == &wholePart;
    const auto& ranges = static_cast<const IntPart*>(part)->ranges;
    return std::any_of(ranges.begin(), ranges.end(), [&](const IntRange& range) {
        return range.max >= 0 && static_cast<uint64_t>(range.max) >= first &&
               (range.min < 0 || static_cast<uint64_t>(range.min) <= last);
    });
}

SemType memberAtKeys(TypeContext& context, const ListAtomicType& list, const SemType& key) {
    SemType result = neverType;
    for (size_t i = 0; i < list.initial.size(); ++i) {
        const bool isLast = i + 1 == list.initial.size();
        if (overlapsRange(key, i, isLast ? list.fixedLength - 1 : i))
            result = unite(context, result, list.initial[i].type);
    }
    if (!list.isClosed() && overlapsRange(key, list.fixedLength, INT64_MAX))
        result = unite(context, result, list.rest.type);
    return result;
}

SemType fieldAtKeys(TypeContext& context, const MappingAtomicType& mapping, const SemType& key) {
    SemType result = neverType;
    SemType unnamed = partOf(context, key, BasicType::String);
    for (size_t i = 0; i < mapping.names.size(); ++i) {
        if (!containsValue(key, mapping.names[i]))
            continue;
        result = unite(context, result, mapping.slots[i].type);
        unnamed = diff(context, unnamed, stringConst(context, mapping.names[i]));
    }
    return unnamed.isNever() ? result : unite(context, result, mapping.rest.type);
}

SemType rowsOf(TypeContext& context, const SemType& type) {
    return overLists(context, BasicType::Table, type,
                     [](const ListAtomicType& list) { return list.memberAt(0).type; });
}

} // namespace

std::vector<uint64_t> memberSamples(TypeContext& context, const SemType& type) {
    std::vector<uint64_t> samples{0};
    overLists(context, BasicType::List, type, [&](const ListAtomicType& list) {
        for (uint64_t i = 0; i < list.initial.size(); ++i)
            samples.push_back(i);
        samples.push_back(list.fixedLength);
        return neverType;
    });
    std::sort(samples.begin(), samples.end());
    samples.erase(std::unique(samples.begin(), samples.end()), samples.end());
    return samples;
}

SemType listMemberType(TypeContext& context, const SemType& type, const SemType& key) {
    return overLists(context, BasicType::List, type,
                     [&](const ListAtomicType& list) { return memberAtKeys(context, list, key); });
}

SemType listMemberTypeAt(TypeContext& context, const SemType& type, uint64_t index) {
    return overLists(context, BasicType::List, type,
                     [&](const ListAtomicType& list) { return list.memberAt(index).type; });
}

SemType listAllMemberTypes(TypeContext& context, const SemType& type) {
    return listMemberType(context, type, intType);
}

LengthBounds listLengthBounds(TypeContext& context, const SemType& type) {
    std::optional<LengthBounds> bounds;
    overLists(context, BasicType::List, type, [&](const ListAtomicType& list) {
        const std::optional<uint64_t> max = list.isClosed() ? std::optional(list.fixedLength) : std::nullopt;
        if (!bounds) {
            bounds = LengthBounds{list.fixedLength, max};
        } else {
            bounds->min = std::min(bounds->min, list.fixedLength);
            bounds->max = bounds->max && max ? std::optional(std::max(*bounds->max, *max)) : std::nullopt;
        }
        return neverType;
    });
    return bounds.value_or(LengthBounds{});
}

SemType mappingMemberType(TypeContext& context, const SemType& type, const SemType& key) {
    return overMappings(context, BasicType::Mapping, type,
                        [&](const MappingAtomicType& mapping, const Conjunction*) {
                            return fieldAtKeys(context, mapping, key);
                        });
}

SemType mappingMemberTypeAt(TypeContext& context, const SemType& type, std::string_view name) {
    return overMappings(context, BasicType::Mapping, type,
                        [&](const MappingAtomicType& mapping, const Conjunction* negative) {
                            return slotOutside(context, mapping, negative, name).type;
                        });
}

MappingAtomicType mappingHull(TypeContext& context, const SemType& type) {
    std::set<std::string> names;
    MappingAtomicType hull;
    hull.rest.type = overMappings(context, BasicType::Mapping, type,
                                  [&](const MappingAtomicType& mapping, const Conjunction*) {
                                      names.insert(mapping.names.begin(), mapping.names.end());
                                      return mapping.rest.type;
                                  });
    for (const std::string& name : names) {
        hull.names.push_back(name);
        hull.slots.push_back({mappingMemberTypeAt(context, type, name)});
    }
    return hull;
}

bool isRequiredField(TypeContext& context, const SemType& type, std::string_view name) {
    const SemType member = mappingMemberTypeAt(context, type, name);
    return !member.isNever() && !member.has(BasicType::Undef);
}

bool isReadonlyField(TypeContext& context, const SemType& type, std::string_view name) {
    const std::vector<SemType> all = mappingAlternatives(context, type);
    return std::all_of(all.begin(), all.end(), [&](const SemType& alternative) {
        const auto mapping = mappingAtomicType(context, alternative);
        return mapping && mapping->slotOf(name).isReadonly;
    });
}

SemType tableRowType(TypeContext& context, const SemType& type) {
    return listAllMemberTypes(context, rowsOf(context, type));
}

SemType errorDetailType(TypeContext& context, const SemType& type) {
    TypeTables& tables = context.tables();
    SemType result = neverType;
    everyConjunction(partOfType(type, BasicType::Error), nullptr, nullptr,
                     [&](const Conjunction* positive, const Conjunction*) {
                         Part part = tables.bddOf(tables.standard.readonlyMapping);
                         for (; positive; positive = positive->next)
                             part = intersectBdd(tables, part, tables.bddOf(positive->atom));
                         result = unite(context, result, tables.typeOf(BasicType::Mapping, part));
                         return true;
                     });
    return result;
}

SemType streamValueType(TypeContext& context, const SemType& type) {
    return overLists(context, BasicType::Stream, type, [&](const ListAtomicType& list) {
        return listAllMemberTypes(context, list.memberAt(0).type);
    });
}

SemType streamCompletionType(TypeContext& context, const SemType& type) {
    return overLists(context, BasicType::Stream, type, [&](const ListAtomicType& list) {
        return listAllMemberTypes(context, list.memberAt(1).type);
    });
}

SemType futureValueType(TypeContext& context, const SemType& type) {
    return overLists(context, BasicType::Future, type,
                     [](const ListAtomicType& list) { return list.rest.type; });
}

SemType typedescDescribedType(TypeContext& context, const SemType& type) {
    return overLists(context, BasicType::Typedesc, type,
                     [](const ListAtomicType& list) { return list.rest.type; });
}

SemType iterationValueType(TypeContext& context, const SemType& type) {
    SemType result = unite(context, listAllMemberTypes(context, type), xmlItemTypes(context, type));
    const SemType fields = mappingMemberType(context, type);
    result = unite(context, result, Slot{fields, false}.valueType());
    if (type.has(BasicType::String))
        result = unite(context, result, charType(context));
    result = unite(context, result, tableRowType(context, type));
    return unite(context, result, streamValueType(context, type));
}

SemType iterationCompletionType(TypeContext& context, const SemType& type) {
    return type.has(BasicType::Stream) ? streamCompletionType(context, type) : nilType;
}

// Filling
// ------------------------------------------------------------------------------------------------------------

namespace {

std::optional<SingleValue> emptyValueOf(const SemType& type) {
    if (containsNil(type))
        return SingleValue{};
    const SingleValue candidates[] = {false, int64_t{0}, 0.0, DecimalText{"0"}, std::string()};
    const BasicType kinds[] = {BasicType::Boolean, BasicType::Int, BasicType::Float, BasicType::Decimal,
                               BasicType::String};
    for (size_t i = 0; i < std::size(kinds); ++i)
        if (type.within(kinds[i]) && containsValue(type, candidates[i]))
            return candidates[i];
    return singleShape(type);
}

Filler listFiller(TypeContext& context, const SemType& type, const FilledByCode& byCode) {
    const auto list = listAtomicType(context, type);
    if (!list)
        return {};
    if (list->fixedLength == 0)
        return {FillerKind::EmptyList, {}};
    for (const Slot& slot : list->initial)
        if (slot.type == type || fillerOf(context, slot.type, byCode).kind == FillerKind::None)
            return {};
    return {FillerKind::Tuple, {}};
}

Filler mappingFiller(TypeContext& context, const SemType& type, const FilledByCode& byCode) {
    const auto mapping = mappingAtomicType(context, type);
    if (!mapping)
        return {};
    if (std::ranges::all_of(mapping->slots, &Slot::isOptional))
        return {FillerKind::EmptyMapping, {}};
    return {byCode(type) ? FillerKind::Code : FillerKind::None, {}};
}

} // namespace

Filler fillerOf(TypeContext& context, const SemType& type, const FilledByCode& byCode) {
    if (const auto value = emptyValueOf(type))
        return {FillerKind::Value, *value};
    if (isEmpty(context, type))
        return {};
    if (type.within(BasicType::List))
        return listFiller(context, type, byCode);
    if (type.within(BasicType::Mapping))
        return mappingFiller(context, type, byCode);
    if (type.within(BasicType::Table))
        return {FillerKind::EmptyTable, {}};
    if (type.within(BasicType::Object))
        return {byCode(type) ? FillerKind::Code : FillerKind::None, {}};
    if (type.within(BasicType::Stream) && containsNil(streamCompletionType(context, type)))
        return {FillerKind::EmptyStream, {}};
    if (type.within(BasicType::Xml) && isSubtype(context, xmlEmptyType(context), type))
        return {FillerKind::EmptyXml, {}};
    return {};
}

uint64_t minLengthWithFill(TypeContext& context, const ListAtomicType& list, const FilledByCode& byCode) {
    size_t given = list.initial.size();
    while (given > 0 && fillerOf(context, list.initial[given - 1].type, byCode).kind != FillerKind::None)
        --given;
    return given == list.initial.size() ? list.fixedLength : given;
}

} // namespace barre::types
