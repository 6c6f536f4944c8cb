// Questions about values, and about a type's basic types.
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/simple_values.h"
#include "model/types/type_tables.h"

#include <algorithm>
#include <bit>

namespace barre::types {

namespace {

template<class T>
const T& as(Part part) {
    return *static_cast<const T*>(part);
}

using Values = std::vector<SingleValue>;

/// Adds the values of a part, if they are listed and not more than `limit`.
bool addInts(const IntPart& part, size_t limit, Values& values) {
    for (const IntRange& range : part.ranges) {
        const uint64_t count = static_cast<uint64_t>(range.max) - static_cast<uint64_t>(range.min);
        if (count >= limit || values.size() + count >= limit)
            return false;
        for (uint64_t i = 0; i <= count; ++i)
            values.emplace_back(range.min + static_cast<int64_t>(i));
    }
    return true;
}

bool addStrings(const StringPart& part, size_t limit, Values& values) {
    for (const FiniteSet<std::string>* set : {&part.chars, &part.others}) {
        if (!set->isListed || values.size() + set->values.size() > limit)
            return false;
        for (const std::string& value : set->values)
            values.emplace_back(value);
    }
    return true;
}

bool addFloats(const FiniteSet<uint64_t>& set, Values& values) {
    for (const uint64_t bits : set.values)
        values.emplace_back(std::bit_cast<double>(bits));
    return set.isListed;
}

bool addDecimals(const FiniteSet<std::string>& set, Values& values) {
    for (const std::string& text : set.values)
        values.emplace_back(DecimalText{text});
    return set.isListed;
}

bool addPart(BasicType basicType, Part part, size_t limit, Values& values) {
    switch (basicType) {
    case BasicType::Boolean: values.emplace_back(as<BooleanPart>(part).value); return true;
    case BasicType::Int: return addInts(as<IntPart>(part), limit, values);
    case BasicType::Float: return addFloats(as<FloatPart>(part).set, values);
    case BasicType::Decimal: return addDecimals(as<DecimalPart>(part).set, values);
    case BasicType::String: return addStrings(as<StringPart>(part), limit, values);
    default: return false;
    }
}

constexpr uint32_t countableBits = nilType.all | booleanType.all;

template<class T>
bool contains(const FiniteSet<T>& set, const T& value) {
    return std::binary_search(set.values.begin(), set.values.end(), value) == set.isListed;
}

struct ContainsProper {
    Part part;
    bool operator()(std::monostate) const { return false; }
    bool operator()(bool v) const { return as<BooleanPart>(part).value == v; }
    bool operator()(int64_t v) const {
        const auto& ranges = as<IntPart>(part).ranges;
        return std::any_of(ranges.begin(), ranges.end(),
                           [v](const IntRange& range) { return range.min <= v && v <= range.max; });
    }
    bool operator()(double v) const { return contains(as<FloatPart>(part).set, floatKey(v)); }
    bool operator()(const DecimalText& v) const {
        return contains(as<DecimalPart>(part).set, normalDecimal(v.text).text);
    }
    bool operator()(const std::string& v) const {
        return contains(isOneCodePoint(v) ? as<StringPart>(part).chars : as<StringPart>(part).others, v);
    }
};

BasicType basicTypeOf(const SingleValue& value) {
    constexpr BasicType kinds[] = {BasicType::Nil,   BasicType::Boolean, BasicType::Int,
                                   BasicType::Float, BasicType::Decimal, BasicType::String};
    return kinds[value.index()];
}

} // namespace

std::optional<std::vector<SingleValue>> finiteValues(const SemType& type, size_t limit) {
    if (type.all & ~countableBits)
        return std::nullopt;
    Values values;
    if (type.hasAll(BasicType::Nil))
        values.emplace_back();
    if (type.hasAll(BasicType::Boolean)) {
        values.emplace_back(false);
        values.emplace_back(true);
    }
    size_t index = 0;
    for (uint32_t rest = type.some; rest; rest &= rest - 1)
        if (!addPart(static_cast<BasicType>(std::countr_zero(rest)), type.parts[index++], limit, values))
            return std::nullopt;
    if (values.size() > limit)
        return std::nullopt;
    return values;
}

std::optional<SingleValue> singleShape(const SemType& type) {
    if (std::popcount(type.bits()) != 1)
        return std::nullopt;
    const auto values = finiteValues(type, 1);
    if (!values || values->size() != 1)
        return std::nullopt;
    return values->front();
}

bool containsValue(const SemType& type, const SingleValue& value) {
    const Part part = partOfType(type, basicTypeOf(value));
    return isProper(part) ? std::visit(ContainsProper{part}, value) : part == &wholePart;
}

bool containsNil(const SemType& type) {
    return type.hasAll(BasicType::Nil);
}

std::optional<IntBounds> intBounds(const SemType& type) {
    const Part part = partOfType(type, BasicType::Int);
    if (part == &emptyPart)
        return std::nullopt;
    if (part == &wholePart)
        return IntBounds{INT64_MIN, INT64_MAX, true};
    const auto& ranges = as<IntPart>(part).ranges;
    return IntBounds{ranges.front().min, ranges.back().max, ranges.size() == 1};
}

std::optional<std::vector<std::string>> stringValues(const SemType& type) {
    const Part part = partOfType(type, BasicType::String);
    if (part == &emptyPart)
        return std::vector<std::string>();
    if (part == &wholePart || !as<StringPart>(part).chars.isListed || !as<StringPart>(part).others.isListed)
        return std::nullopt;
    std::vector<std::string> values = as<StringPart>(part).chars.values;
    const auto& others = as<StringPart>(part).others.values;
    values.insert(values.end(), others.begin(), others.end());
    return values;
}

SemType widenToBasicTypes(const SemType& type) {
    return wholeType(type.bits());
}

SemType widenUnsigned(TypeContext& context, const SemType& type) {
    const auto bounds = intBounds(type);
    if (!bounds || !type.within(BasicType::Int))
        return type;
    for (const int bits : {8, 16, 32})
        if (bounds->min >= 0 && bounds->max < (int64_t{1} << bits))
            return intWidth(context, bits, false);
    return intType;
}

std::optional<SemType> singleNumericType(const SemType& type) {
    const uint32_t bits = type.bits() & numericType.all;
    if (std::popcount(bits) != 1)
        return std::nullopt;
    return wholeType(bits);
}

SemType partOf(TypeContext& context, const SemType& type, BasicType basicType) {
    return context.tables().typeOf(basicType, partOfType(type, basicType));
}

std::vector<SemType> splitByBasicType(TypeContext& context, const SemType& type) {
    std::vector<SemType> result;
    for (uint32_t rest = type.bits(); rest; rest &= rest - 1) {
        const auto basicType = static_cast<BasicType>(std::countr_zero(rest));
        result.push_back(partOf(context, type, basicType));
    }
    return result;
}

SemType withoutNil(const SemType& type) {
    return {type.all & ~nilType.all, type.some, type.parts};
}

SemType withoutError(TypeContext& context, const SemType& type) {
    return diff(context, type, errorType);
}

SemType undefToNil(const SemType& type) {
    if (!type.has(BasicType::Undef))
        return type;
    return {(type.all & ~undefType.all) | nilType.all, type.some, type.parts};
}

} // namespace barre::types
