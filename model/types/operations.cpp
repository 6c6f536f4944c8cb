#include "model/types/operations.h"

#include "model/types/projections.h"
#include "model/types/type_memo.h"

#include <bit>

namespace barre::types {

namespace {

SemType fromParts(TypeTables& tables, uint32_t all, uint32_t candidates, SetOperation operation,
                  const SemType& a, const SemType& b) {
    Part parts[basicTypeCount];
    size_t count = 0;
    uint32_t some = 0;
    for (uint32_t rest = candidates; rest; rest &= rest - 1) {
        const auto basicType = static_cast<BasicType>(std::countr_zero(rest));
        const Part partA = partOfType(a, basicType), partB = partOfType(b, basicType);
        Part part = nullptr;
        switch (operation) {
        case SetOperation::Unite: part = unitePart(tables, basicType, partA, partB); break;
        case SetOperation::Intersect: part = intersectPart(tables, basicType, partA, partB); break;
        case SetOperation::Diff: part = diffPart(tables, basicType, partA, partB); break;
        }
        if (part == &wholePart)
            all |= bitOf(basicType);
        if (!isProper(part))
            continue;
        parts[count++] = part;
        some |= bitOf(basicType);
    }
    return tables.typeOf(all, some, {parts, count});
}

SemType compute(TypeTables& tables, SetOperation operation, const SemType& a, const SemType& b) {
    switch (operation) {
    case SetOperation::Unite: {
        const uint32_t all = a.all | b.all;
        return fromParts(tables, all, (a.some | b.some) & ~all, operation, a, b);
    }
    case SetOperation::Intersect: {
        const uint32_t all = a.all & b.all;
        return fromParts(tables, all, a.bits() & b.bits() & ~all, operation, a, b);
    }
    case SetOperation::Diff: break;
    }
    const uint32_t all = a.all & ~b.bits();
    return fromParts(tables, all, a.bits() & ~b.all & ~all, operation, a, b);
}

SemType remembered(TypeContext& context, SetOperation operation, const SemType& a, const SemType& b) {
    auto& memory = context.memo().operations[static_cast<size_t>(operation)];
    const TypePair key{a, b};
    const auto found = memory.find(key);
    if (found != memory.end())
        return found->second;
    return memory[key] = compute(context.tables(), operation, a, b);
}

} // namespace

SemType unite(TypeContext& context, const SemType& a, const SemType& b) {
    if (a == b || b.isNever())
        return a;
    if (a.isNever())
        return b;
    if (a.isWhole() && b.isWhole())
        return wholeType(a.all | b.all);
    return remembered(context, SetOperation::Unite, a, b);
}

SemType intersect(TypeContext& context, const SemType& a, const SemType& b) {
    if (a == b || b.all == (everyBit | undefType.all))
        return a;
    if (a.isWhole() && b.isWhole())
        return wholeType(a.all & b.all);
    if ((a.bits() & b.bits()) == 0)
        return neverType;
    return remembered(context, SetOperation::Intersect, a, b);
}

SemType diff(TypeContext& context, const SemType& a, const SemType& b) {
    if (a == b)
        return neverType;
    if ((a.bits() & b.bits()) == 0)
        return a;
    if (a.isWhole() && b.isWhole())
        return wholeType(a.all & ~b.all);
    return remembered(context, SetOperation::Diff, a, b);
}

SemType complement(TypeContext& context, const SemType& type) {
    return diff(context, valueType, type);
}

bool isEmpty(TypeContext& context, const SemType& type) {
    if (type.all)
        return false;
    for (uint32_t rest = type.some; rest; rest &= rest - 1)
        if (!isBdd(representationOf(static_cast<BasicType>(std::countr_zero(rest)))))
            return false;
    size_t index = 0;
    for (uint32_t rest = type.some; rest; rest &= rest - 1)
        if (!isEmptyBdd(context, static_cast<BasicType>(std::countr_zero(rest)), type.parts[index++]))
            return false;
    return true;
}

bool isSubtype(TypeContext& context, const SemType& a, const SemType& b) {
    if (a == b || (a.bits() & ~b.all) == 0)
        return true;
    if (a.all & ~b.bits())
        return false;
    TypeMemo& memo = context.memo();
    const TypePair key{a, b};
    const auto found = memo.subtypes.find(key);
    if (found != memo.subtypes.end())
        return found->second;
    const bool isFinal = memo.provisional.empty(); // else the answer may rest on an assumption
    const bool result = isEmpty(context, diff(context, a, b));
    if (isFinal)
        memo.subtypes.emplace(key, result);
    return result;
}

bool isSameType(TypeContext& context, const SemType& a, const SemType& b) {
    return a == b || (isSubtype(context, a, b) && isSubtype(context, b, a));
}

bool overlaps(TypeContext& context, const SemType& a, const SemType& b) {
    return !isEmpty(context, intersect(context, a, b));
}

bool isReadonly(TypeContext& context, const SemType& type) {
    return isSubtype(context, type, context.readonlyType());
}

bool isCyclic(TypeContext& context, const SemType& type) {
    if (!isEmpty(context, type))
        return false;
    size_t index = 0;
    for (uint32_t rest = type.some; rest; rest &= rest - 1) {
        const BddKey key{static_cast<BasicType>(std::countr_zero(rest)), type.parts[index++]};
        const auto found = context.memo().emptiness.find(key);
        if (found != context.memo().emptiness.end() && found->second == Emptiness::Cyclic)
            return true;
    }
    return false;
}

namespace {

bool isOrderedPair(TypeContext& context, const SemType& a, const SemType& b);

bool areListsComparable(TypeContext& context, const SemType& a, const SemType& b) {
    const TypePair key{a, b};
    // Ordered types are defined inductively: one that rests on itself is none.
    const auto [entry, isNew] = context.memo().comparables.emplace(key, false);
    if (!isNew)
        return entry->second;
    bool result = true;
    for (uint64_t i : memberSamples(context, unite(context, a, b))) {
        const SemType memberA = listMemberTypeAt(context, a, i), memberB = listMemberTypeAt(context, b, i);
        if (!isEmpty(context, memberA) && !isEmpty(context, memberB))
            result = result && isOrderedPair(context, memberA, memberB);
    }
    return context.memo().comparables[key] = result;
}

bool isOrderedPair(TypeContext& context, const SemType& a, const SemType& b) {
    const SemType both = withoutNil(unite(context, a, b));
    if (both.within(simpleOrStringType.all))
        return std::popcount(both.bits()) <= 1;
    return both.within(BasicType::List) && areListsComparable(context, a, b);
}

} // namespace

bool isOrdered(TypeContext& context, const SemType& type) {
    return isOrderedPair(context, type, type);
}

bool areComparable(TypeContext& context, const SemType& a, const SemType& b) {
    return isOrderedPair(context, a, b);
}

} // namespace barre::types
