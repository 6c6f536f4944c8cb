// The parts of types, hash-consed. For the files of this folder only.
#pragma once

#include "model/types/atoms.h"
#include "model/types/constructors.h"

#include <atomic>
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace barre::types {

/// A proper, non-empty part of a basic type, or one of the two marks below. What it really is, the basic type
/// says (see the representation column of basic_types.def).
struct SubtypeData {};

/// Results that are no proper part: everything and nothing. They are the leaves of Bdds, too.
inline constexpr SubtypeData wholePart{};
inline constexpr SubtypeData emptyPart{};

using Part = const SubtypeData*;

inline bool isProper(Part part) {
    return part != &wholePart && part != &emptyPart;
}

enum class Representation : uint8_t {
    None,
    Boolean,
    Ranges,
    Set,
    StringSets,
    Xml,
    ListBdd,
    MappingBdd,
    FunctionBdd
};
enum class Immutability : uint8_t { Always, Selectively, Never };

struct BasicTypeRow {
    const char* text;
    Immutability immutability;
    Representation representation;
};

inline constexpr BasicTypeRow basicTypeRows[] = {
#define BARRE_BASIC_TYPE(name, text, immutability, representation)                                           \
    {text, Immutability::immutability, Representation::representation},
#include "model/types/basic_types.def"
#undef BARRE_BASIC_TYPE
};

inline Representation representationOf(BasicType type) {
    return type == BasicType::Undef ? Representation::None
                                    : basicTypeRows[static_cast<size_t>(type)].representation;
}
inline bool isBdd(Representation representation) {
    return representation >= Representation::ListBdd;
}

// Canonical sets
// -----------------------------------------------------------------------------------------------------

struct BooleanPart : SubtypeData {
    explicit constexpr BooleanPart(bool v) : value(v) {}
    bool value;
};

struct IntRange {
    int64_t min, max;
    friend bool operator==(const IntRange&, const IntRange&) = default;
};

/// Ranges in increasing order with a gap between any two.
struct IntPart : SubtypeData {
    std::vector<IntRange> ranges;
    friend bool operator==(const IntPart& a, const IntPart& b) { return a.ranges == b.ranges; }
};

/// These values (`isListed`), or all but these. Sorted, without duplicates.
template<class T>
struct FiniteSet {
    bool isListed = true;
    std::vector<T> values;
    bool isNothing() const { return isListed && values.empty(); }
    bool isEverything() const { return !isListed && values.empty(); }
    friend bool operator==(const FiniteSet&, const FiniteSet&) = default;
};

/// A float by its bits; one for all NaN, one for both zeros.
struct FloatPart : SubtypeData {
    FiniteSet<uint64_t> set;
    friend bool operator==(const FloatPart& a, const FloatPart& b) { return a.set == b.set; }
};
struct DecimalPart : SubtypeData {
    FiniteSet<std::string> set;
    friend bool operator==(const DecimalPart& a, const DecimalPart& b) { return a.set == b.set; }
};
/// Strings of one code point, and the others.
struct StringPart : SubtypeData {
    FiniteSet<std::string> chars, others;
    friend bool operator==(const StringPart& a, const StringPart& b) {
        return a.chars == b.chars && a.others == b.others;
    }
};

/// Kinds of xml items; elements, instructions and comments each mutable or not.
enum XmlBits : uint8_t {
    xmlText = 1,
    xmlElementReadonly = 2,
    xmlInstructionReadonly = 4,
    xmlCommentReadonly = 8,
    xmlElementMutable = 16,
    xmlInstructionMutable = 32,
    xmlCommentMutable = 64,
    xmlEmpty = 128, ///< in `singles`: the empty sequence
    xmlReadonlyItems = 15,
    xmlAllItems = 127
};

/// A set of xml sequences, told apart by which kinds of items are in them. `singles` has the sequences of one
/// item and of none; bit K of `mixtures` has the sequences of two and more items whose kinds are exactly
/// those in K. There is no mixture of text only: neighbouring text is one item.
struct XmlPart : SubtypeData {
    uint8_t singles = 0;
    uint64_t mixtures[2] = {0, 0};
    bool hasMixture(unsigned kinds) const { return (mixtures[kinds >> 6] >> (kinds & 63)) & 1; }
    void addMixture(unsigned kinds) { mixtures[kinds >> 6] |= uint64_t{1} << (kinds & 63); }
    friend bool operator==(const XmlPart& a, const XmlPart& b) {
        return a.singles == b.singles && a.mixtures[0] == b.mixtures[0] && a.mixtures[1] == b.mixtures[1];
    }
};
XmlPart wholeXml();

// Bdds
// ---------------------------------------------------------------------------------------------------------------

enum class AtomKind : uint8_t { List, Mapping, Function, Distinct };

/// What a Bdd asks about. A recursive atom gets its definition later.
struct Atom {
    Atom(uint32_t i, AtomKind k) : index(i), kind(k) {}
    uint32_t index;
    AtomKind kind;
    bool isRecursive = false;
    uint32_t distinctId = 0;
    std::atomic<const void*> definition{nullptr};

    const ListAtomicType& list() const { return *static_cast<const ListAtomicType*>(definition.load()); }
    const MappingAtomicType& mapping() const {
        return *static_cast<const MappingAtomicType*>(definition.load());
    }
    const FunctionAtomicType& function() const {
        return *static_cast<const FunctionAtomicType*>(definition.load());
    }
};

/// A decision: (atom and left) or middle or (not atom and right). Atoms increase from the root to the leaves.
struct BddNode : SubtypeData {
    const Atom* atom;
    Part left, middle, right;
    friend bool operator==(const BddNode& a, const BddNode& b) {
        return a.atom == b.atom && a.left == b.left && a.middle == b.middle && a.right == b.right;
    }
};

inline const BddNode& node(Part bdd) {
    return *static_cast<const BddNode*>(bdd);
}

} // namespace barre::types
