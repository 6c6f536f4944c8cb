// The memory of a TypeContext. For the files of this folder only.
#pragma once

#include "model/types/type_tables.h"

#include <unordered_map>
#include <vector>

namespace barre::types {

enum class SetOperation : uint8_t { Unite, Intersect, Diff };

/// What is known of the emptiness of a Bdd. Provisional and Loop: being asked just now, assumed to be empty;
/// Loop: the answer needed itself. Cyclic: empty because its shapes would be infinite.
enum class Emptiness : uint8_t { Unknown, Provisional, Loop, Empty, Cyclic, Inhabited };

struct BddKey {
    BasicType basicType;
    Part bdd;
    friend bool operator==(const BddKey&, const BddKey&) = default;
};

struct TypePair {
    SemType a, b;
    friend bool operator==(const TypePair&, const TypePair&) = default;
};

struct MemoHash {
    size_t operator()(const BddKey& key) const {
        return (reinterpret_cast<size_t>(key.bdd) >> 3) * 31 + static_cast<size_t>(key.basicType);
    }
    size_t operator()(const TypePair& pair) const {
        const SemTypeHash hash;
        return hash(pair.a) * 31 + hash(pair.b);
    }
};

class TypeMemo {
public:
    std::unordered_map<TypePair, SemType, MemoHash> operations[3];
    std::unordered_map<BddKey, Emptiness, MemoHash> emptiness;
    std::vector<Emptiness*> provisional; ///< entries of `emptiness` whose answers rest on assumptions
    std::unordered_map<TypePair, bool, MemoHash> subtypes;
    std::unordered_map<TypePair, bool, MemoHash> comparables;
};

/// The part of a basic type is empty. `basicType` says how a Bdd is to be read.
bool isEmptyBdd(TypeContext& context, BasicType basicType, Part bdd);

// The conjunctions of a Bdd
// ------------------------------------------------------------------------------------------

/// A list of atoms, kept on the stack of the walk.
struct Conjunction {
    const Atom* atom;
    const Conjunction* next;
};

/// Calls predicate(positive, negative) for every conjunction, without distinct atoms, as long as it answers
/// true.
template<class Predicate>
bool everyConjunction(Part bdd, const Conjunction* positive, const Conjunction* negative,
                      Predicate&& predicate) {
    if (!isProper(bdd))
        return bdd == &emptyPart || predicate(positive, negative);
    const BddNode& n = node(bdd);
    const bool counts = n.atom->kind != AtomKind::Distinct;
    const Conjunction withPositive{n.atom, positive}, withNegative{n.atom, negative};
    return everyConjunction(n.left, counts ? &withPositive : positive, negative, predicate) &&
           everyConjunction(n.middle, positive, negative, predicate) &&
           everyConjunction(n.right, positive, counts ? &withNegative : negative, predicate);
}

// Lists and mappings as the emptiness tests and the projections see them
// ----------------------------------------------

/// The atom that every part of the basic type is within; nothing where the part's own atoms say it all.
const Atom* topAtom(TypeTables& tables, BasicType basicType);

/// The slot that both allow.
Slot intersectSlots(TypeContext& context, const Slot& a, const Slot& b);
/// One list type that all positive atoms amount to, or false if there is none (their lengths differ, a member
/// would be never). `top` is one more atom, or null.
bool joinLists(TypeContext& context, const Conjunction* positive, const Atom* top, ListAtomicType& joined);
bool joinMappings(TypeContext& context, const Conjunction* positive, const Atom* top,
                  MappingAtomicType& joined);

/// What a field of the mappings of `joined` may be that belong to none of the negative atoms.
Slot slotOutside(TypeContext& context, const MappingAtomicType& joined, const Conjunction* negative,
                 std::string_view name);

/// What the positive atoms of a type's part say, without what the negative ones take away from it.
SemType positivePart(TypeContext& context, BasicType basicType, const SemType& type);

/// Indices that stand for all: up to the longest listed part, and one in each run beyond.
std::vector<uint64_t> memberSamples(TypeContext& context, const SemType& type);

bool isEmptyListFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative,
                        const Atom* top);
bool isEmptyMappingFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative,
                           const Atom* top);
bool isEmptyFunctionFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative);

/// What is left of a slot outside another: a slot that can be assigned to is covered as a whole or not at
/// all.
Slot diffSlots(TypeContext& context, const Slot& slot, const Slot& other);

} // namespace barre::types
