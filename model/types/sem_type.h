// A type as a set of shapes, in one small value. See README.md.
#pragma once

#include <cstddef>
#include <cstdint>

namespace barre::types {

/// The basic types of the language; every shape belongs to exactly one.
enum class BasicType : uint8_t {
#define BARRE_BASIC_TYPE(name, text, immutability, representation) name,
#include "model/types/basic_types.def"
#undef BARRE_BASIC_TYPE
    Undef ///< not a basic type: marks, inside a mapping's slot, that the field may be missing
};

inline constexpr int basicTypeCount = static_cast<int>(BasicType::Undef);

constexpr uint32_t bitOf(BasicType type) {
    return 1u << static_cast<uint32_t>(type);
}

struct SubtypeData;

/// A set of shapes. `all` has a bit for each basic type that it contains wholly, `some` one for each of which
/// it contains a part; the parts are described by `parts`, one for each bit of `some`, in the order of
/// BasicType. Parts are hash-consed in the TypeEnv, so == is cheap and means: made alike (equal types may
/// still differ; isSameType asks for sets of shapes). A SemType is valid as long as the TypeEnv it was made
/// in.
struct SemType {
    uint32_t all = 0;
    uint32_t some = 0;
    const SubtypeData* const* parts = nullptr;

    /// The basic types of which it contains anything.
    constexpr uint32_t bits() const { return all | some; }
    /// Made of whole basic types only.
    constexpr bool isWhole() const { return some == 0; }
    /// Written as `never`. A type can be empty without; isEmpty(context, type) decides.
    constexpr bool isNever() const { return bits() == 0; }
    /// Every shape belongs to one of these basic types.
    constexpr bool within(uint32_t basicTypes) const { return (bits() & ~basicTypes) == 0; }
    constexpr bool within(BasicType type) const { return within(bitOf(type)); }
    /// Has some shape of the basic type, as far as the bits tell.
    constexpr bool has(BasicType type) const { return (bits() & bitOf(type)) != 0; }
    /// Has every shape of the basic type.
    constexpr bool hasAll(BasicType type) const { return (all & bitOf(type)) != 0; }

    friend constexpr bool operator==(const SemType&, const SemType&) = default;
};

constexpr SemType wholeType(uint32_t bits) {
    return {bits, 0, nullptr};
}
constexpr SemType wholeType(BasicType type) {
    return wholeType(bitOf(type));
}

inline constexpr uint32_t everyBit = (1u << basicTypeCount) - 1;

inline constexpr SemType neverType{};
inline constexpr SemType nilType = wholeType(BasicType::Nil);
inline constexpr SemType booleanType = wholeType(BasicType::Boolean);
inline constexpr SemType intType = wholeType(BasicType::Int);
inline constexpr SemType floatType = wholeType(BasicType::Float);
inline constexpr SemType decimalType = wholeType(BasicType::Decimal);
inline constexpr SemType stringType = wholeType(BasicType::String);
inline constexpr SemType regexpType = wholeType(BasicType::Regexp);
inline constexpr SemType errorType = wholeType(BasicType::Error);
inline constexpr SemType functionType = wholeType(BasicType::Function);
inline constexpr SemType typedescType = wholeType(BasicType::Typedesc);
inline constexpr SemType handleType = wholeType(BasicType::Handle);
inline constexpr SemType futureType = wholeType(BasicType::Future);
inline constexpr SemType streamType = wholeType(BasicType::Stream);
inline constexpr SemType listType = wholeType(BasicType::List);
inline constexpr SemType mappingType = wholeType(BasicType::Mapping);
inline constexpr SemType tableType = wholeType(BasicType::Table);
inline constexpr SemType xmlType = wholeType(BasicType::Xml);
inline constexpr SemType objectType = wholeType(BasicType::Object);
/// Everything: any|error.
inline constexpr SemType valueType = wholeType(everyBit);
inline constexpr SemType anyType = wholeType(everyBit & ~bitOf(BasicType::Error));
/// int|float|decimal.
inline constexpr SemType numericType =
    wholeType(bitOf(BasicType::Int) | bitOf(BasicType::Float) | bitOf(BasicType::Decimal));
/// ()|boolean|int|float|decimal.
inline constexpr SemType simpleType =
    wholeType(numericType.all | bitOf(BasicType::Nil) | bitOf(BasicType::Boolean));
inline constexpr SemType simpleOrStringType = wholeType(simpleType.all | bitOf(BasicType::String));
/// The mark of a field that may be missing; only in the slots of a mapping.
inline constexpr SemType undefType = wholeType(BasicType::Undef);

/// What a hash table needs.
struct SemTypeHash {
    size_t operator()(const SemType& type) const {
        const size_t bits = (static_cast<size_t>(type.all) << 32) ^ type.some;
        return (bits ^ (reinterpret_cast<size_t>(type.parts) >> 3)) * 0x9E3779B97F4A7C15ull;
    }
};

} // namespace barre::types
