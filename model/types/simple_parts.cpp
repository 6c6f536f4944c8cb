// Set operations on the canonical parts: ranges of ints, finite sets, sets of strings, mixtures of xml items.
#include "model/types/type_tables.h"

#include <algorithm>
#include <iterator>

namespace barre::types {

namespace {

// The three operations, as boolean functions of "in a" and "in b".
enum class Op { Unite, Intersect, Diff };

bool apply(Op op, bool inA, bool inB) {
    switch (op) {
    case Op::Unite: return inA || inB;
    case Op::Intersect: return inA && inB;
    case Op::Diff: break;
    }
    return inA && !inB;
}

template<class T>
FiniteSet<T> combine(Op op, const FiniteSet<T>& a, const FiniteSet<T>& b) {
    FiniteSet<T> result;
    const bool restIn = apply(op, !a.isListed, !b.isListed);
    result.isListed = !restIn;
    auto i = a.values.begin();
    auto j = b.values.begin();
    while (i != a.values.end() || j != b.values.end()) {
        const bool fromA = j == b.values.end() || (i != a.values.end() && !(*j < *i));
        const bool fromB = i == a.values.end() || (j != b.values.end() && !(*i < *j));
        const T& value = fromA ? *i : *j;
        if (apply(op, fromA == a.isListed, fromB == b.isListed) != restIn)
            result.values.push_back(value);
        i += fromA;
        j += fromB;
    }
    return result;
}

using Ranges = std::vector<IntRange>;

Ranges complementRanges(const Ranges& ranges) {
    Ranges result;
    int64_t next = INT64_MIN;
    for (const IntRange& range : ranges) {
        if (range.min > next)
            result.push_back({next, range.min - 1});
        if (range.max == INT64_MAX)
            return result;
        next = range.max + 1;
    }
    result.push_back({next, INT64_MAX});
    return result;
}

Ranges intersectRanges(const Ranges& a, const Ranges& b) {
    Ranges result;
    for (size_t i = 0, j = 0; i < a.size() && j < b.size();) {
        const IntRange both{std::max(a[i].min, b[j].min), std::min(a[i].max, b[j].max)};
        if (both.min <= both.max)
            result.push_back(both);
        a[i].max < b[j].max ? ++i : ++j;
    }
    return result;
}

Ranges combine(Op op, const Ranges& a, const Ranges& b) {
    switch (op) {
    case Op::Intersect: return intersectRanges(a, b);
    case Op::Diff: return intersectRanges(a, complementRanges(b));
    case Op::Unite: break;
    }
    return complementRanges(intersectRanges(complementRanges(a), complementRanges(b)));
}

uint64_t combineBits(Op op, uint64_t a, uint64_t b) {
    switch (op) {
    case Op::Unite: return a | b;
    case Op::Intersect: return a & b;
    case Op::Diff: break;
    }
    return a & ~b;
}

template<class T>
const T& as(Part part) {
    return *static_cast<const T*>(part);
}

Part combineBooleans(Op op, Part a, Part b) {
    const bool valueA = as<BooleanPart>(a).value, valueB = as<BooleanPart>(b).value;
    if (op == Op::Unite)
        return valueA == valueB ? a : &wholePart;
    return (op == Op::Intersect) == (valueA == valueB) ? a : &emptyPart;
}

Part combineSets(TypeTables& tables, Op op, BasicType basicType, Part a, Part b) {
    if (basicType == BasicType::Float) {
        FloatPart part;
        part.set = combine(op, as<FloatPart>(a).set, as<FloatPart>(b).set);
        return tables.part(std::move(part));
    }
    DecimalPart part;
    part.set = combine(op, as<DecimalPart>(a).set, as<DecimalPart>(b).set);
    return tables.part(std::move(part));
}

Part combineStrings(TypeTables& tables, Op op, Part a, Part b) {
    StringPart part;
    part.chars = combine(op, as<StringPart>(a).chars, as<StringPart>(b).chars);
    part.others = combine(op, as<StringPart>(a).others, as<StringPart>(b).others);
    return tables.part(std::move(part));
}

Part combineXml(TypeTables& tables, Op op, const XmlPart& a, const XmlPart& b) {
    XmlPart part;
    part.singles = static_cast<uint8_t>(combineBits(op, a.singles, b.singles));
    for (int i = 0; i < 2; ++i)
        part.mixtures[i] = combineBits(op, a.mixtures[i], b.mixtures[i]);
    return tables.part(part);
}

Part combineInts(TypeTables& tables, Op op, Part a, Part b) {
    IntPart part;
    part.ranges = combine(op, as<IntPart>(a).ranges, as<IntPart>(b).ranges);
    return tables.part(std::move(part));
}

Part combineBdds(TypeTables& tables, Op op, Part a, Part b) {
    switch (op) {
    case Op::Unite: return uniteBdd(tables, a, b);
    case Op::Intersect: return intersectBdd(tables, a, b);
    case Op::Diff: break;
    }
    return diffBdd(tables, a, b);
}

Part combineParts(TypeTables& tables, Op op, BasicType basicType, Part a, Part b) {
    switch (representationOf(basicType)) {
    case Representation::None: break;
    case Representation::Boolean: return combineBooleans(op, a, b);
    case Representation::Ranges: return combineInts(tables, op, a, b);
    case Representation::Set: return combineSets(tables, op, basicType, a, b);
    case Representation::StringSets: return combineStrings(tables, op, a, b);
    case Representation::Xml: return combineXml(tables, op, as<XmlPart>(a), as<XmlPart>(b));
    case Representation::ListBdd:
    case Representation::MappingBdd:
    case Representation::FunctionBdd: return combineBdds(tables, op, a, b);
    }
    return &emptyPart;
}

inline constexpr BooleanPart truePart{true};
inline constexpr BooleanPart falsePart{false};

Part complementPart(TypeTables& tables, BasicType basicType, Part part) {
    switch (representationOf(basicType)) {
    case Representation::None: break;
    case Representation::Boolean: return as<BooleanPart>(part).value ? &falsePart : &truePart;
    case Representation::Ranges: {
        IntPart rest;
        rest.ranges = complementRanges(as<IntPart>(part).ranges);
        return tables.part(std::move(rest));
    }
    case Representation::Set:
        if (basicType == BasicType::Float) {
            FloatPart rest = as<FloatPart>(part);
            rest.set.isListed = !rest.set.isListed;
            return tables.part(std::move(rest));
        } else {
            DecimalPart rest = as<DecimalPart>(part);
            rest.set.isListed = !rest.set.isListed;
            return tables.part(std::move(rest));
        }
    case Representation::StringSets: {
        StringPart rest = as<StringPart>(part);
        rest.chars.isListed = !rest.chars.isListed;
        rest.others.isListed = !rest.others.isListed;
        return tables.part(std::move(rest));
    }
    case Representation::Xml: return combineXml(tables, Op::Diff, wholeXml(), as<XmlPart>(part));
    case Representation::ListBdd:
    case Representation::MappingBdd:
    case Representation::FunctionBdd: return complementBdd(tables, part);
    }
    return &emptyPart;
}

} // namespace

Part booleanPart(bool value) {
    return value ? &truePart : &falsePart;
}

XmlPart wholeXml() {
    XmlPart part;
    part.singles = xmlAllItems | xmlEmpty;
    part.mixtures[0] = ~uint64_t{3}; // neither no kinds at all nor text alone
    part.mixtures[1] = ~uint64_t{0};
    return part;
}

Part unitePart(TypeTables& tables, BasicType basicType, Part a, Part b) {
    if (a == b || b == &emptyPart || a == &wholePart)
        return a;
    if (a == &emptyPart || b == &wholePart)
        return b;
    return combineParts(tables, Op::Unite, basicType, a, b);
}

Part intersectPart(TypeTables& tables, BasicType basicType, Part a, Part b) {
    if (a == b || b == &wholePart || a == &emptyPart)
        return a;
    if (a == &wholePart || b == &emptyPart)
        return b;
    return combineParts(tables, Op::Intersect, basicType, a, b);
}

Part diffPart(TypeTables& tables, BasicType basicType, Part a, Part b) {
    if (a == b || a == &emptyPart || b == &wholePart)
        return &emptyPart;
    if (b == &emptyPart)
        return a;
    if (a == &wholePart)
        return complementPart(tables, basicType, b);
    return combineParts(tables, Op::Diff, basicType, a, b);
}

} // namespace barre::types
