// The hash-consing tables behind a TypeEnv. For the files of this folder only.
#pragma once

#include "model/types/subtype_data.h"

#include <deque>
#include <mutex>
#include <span>
#include <unordered_map>
#include <unordered_set>

namespace barre::types {

/// Keeps one copy of each value, at a fixed address.
template<class T, class Hash>
class InternTable {
public:
    const T* intern(T value) {
        const std::lock_guard lock(m_mutex);
        const auto found = m_index.find(&value);
        if (found != m_index.end())
            return *found;
        const T* kept = &m_values.emplace_back(std::move(value));
        m_index.insert(kept);
        return kept;
    }

private:
    struct HashAt {
        size_t operator()(const T* value) const { return Hash{}(*value); }
    };
    struct EqualAt {
        bool operator()(const T* a, const T* b) const { return *a == *b; }
    };
    std::mutex m_mutex;
    std::deque<T> m_values;
    std::unordered_set<const T*, HashAt, EqualAt> m_index;
};

struct TablesHash {
    size_t operator()(const IntPart& part) const;
    size_t operator()(const FloatPart& part) const;
    size_t operator()(const DecimalPart& part) const;
    size_t operator()(const StringPart& part) const;
    size_t operator()(const XmlPart& part) const;
    size_t operator()(const BddNode& part) const;
    size_t operator()(const ListAtomicType& list) const;
    size_t operator()(const MappingAtomicType& mapping) const;
    size_t operator()(const FunctionAtomicType& function) const;
    size_t operator()(const std::vector<Part>& parts) const;
};

/// One spelling for each list type, so that equal tuples and arrays share an atom.
void normalize(ListAtomicType& list);

/// Atoms that are needed everywhere, made with the environment.
struct StandardAtoms {
    const Atom* readonlyList = nullptr;    ///< readonly & readonly[]
    const Atom* readonlyMapping = nullptr; ///< readonly & map<readonly>
    const Atom* readonlyObject = nullptr;  ///< each member's value is readonly
    const Atom* readonlyTable = nullptr;
    const Atom* tableTop = nullptr;  ///< any table, as a tuple
    const Atom* streamTop = nullptr; ///< any stream, as a tuple
    const Atom* givingTop = nullptr; ///< any future or typedesc, as a list of what it gives
};

class TypeTables {
public:
    const Atom* listAtom(ListAtomicType list);
    const Atom* mappingAtom(MappingAtomicType mapping);
    const Atom* functionAtom(FunctionAtomicType function);
    const Atom* distinctAtom(uint32_t id);
    /// An atom that has no definition yet: until then it is anything of its kind, so that a question that a
    /// wrong program asks too early has an answer.
    Atom* recursiveAtom(AtomKind kind);
    void define(const Atom* atom, ListAtomicType list);
    void define(const Atom* atom, MappingAtomicType mapping);
    void define(const Atom* atom, FunctionAtomicType function);

    /// Nothing belongs to both, as a look at their members shows. Works without other atoms, so a false
    /// answer means nothing.
    bool areApart(const Atom* a, const Atom* b);

    /// The node, or what it amounts to. What the atom rules out at a glance is left out of its sides.
    Part bdd(const Atom* atom, Part left, Part middle, Part right);
    Part bddOf(const Atom* atom) { return bdd(atom, &wholePart, &emptyPart, &emptyPart); }

    /// The part for a set: one of the marks if it has all or nothing.
    Part part(IntPart value);
    Part part(FloatPart value);
    Part part(DecimalPart value);
    Part part(StringPart value);
    Part part(XmlPart value);

    /// The type of one part.
    SemType typeOf(BasicType basicType, Part part);
    /// The type from whole basic types and, in the order of `some`, parts.
    SemType typeOf(uint32_t all, uint32_t some, std::span<const Part> parts);

    uint32_t distinctId(std::string_view key);
    std::string_view distinctKey(uint32_t id) const;
    void setName(const SemType& type, std::string_view name);
    std::string_view nameOf(const SemType& type) const;

    StandardAtoms standard;
    SemType readonlyType, anydataType, jsonType;

private:
    const Atom* atomFor(AtomKind kind, const void* definition);
    bool isDefined(const Atom* atom) const;

    InternTable<IntPart, TablesHash> m_ints;
    InternTable<FloatPart, TablesHash> m_floats;
    InternTable<DecimalPart, TablesHash> m_decimals;
    InternTable<StringPart, TablesHash> m_strings;
    InternTable<XmlPart, TablesHash> m_xmls;
    InternTable<BddNode, TablesHash> m_nodes;
    InternTable<ListAtomicType, TablesHash> m_lists;
    InternTable<MappingAtomicType, TablesHash> m_mappings;
    InternTable<FunctionAtomicType, TablesHash> m_functions;
    InternTable<std::vector<Part>, TablesHash> m_parts;

    std::mutex m_apartMutex;
    std::unordered_map<uint64_t, bool> m_apart; ///< by two indices of atoms

    mutable std::mutex m_mutex; ///< guards what follows
    std::deque<Atom> m_atoms;
    std::unordered_map<const void*, const Atom*> m_atomOf;
    const ListAtomicType m_anyList{{}, 0, {valueType}};
    const MappingAtomicType m_anyMapping{{}, {}, {wholeType(valueType.all | undefType.all)}};
    const FunctionAtomicType m_anyFunction{neverType, valueType};
    std::deque<ListAtomicType> m_recursiveLists;
    std::deque<MappingAtomicType> m_recursiveMappings;
    std::deque<FunctionAtomicType> m_recursiveFunctions;
    std::vector<const Atom*> m_distinctAtoms;
    std::deque<std::string> m_distinctKeys;
    std::unordered_map<std::string, uint32_t> m_distinctIds;
    std::unordered_map<SemType, std::string, SemTypeHash> m_names;
};

/// The part that a type has of a basic type, or a mark.
inline Part partOfType(const SemType& type, BasicType basicType) {
    const uint32_t bit = bitOf(basicType);
    if (type.all & bit)
        return &wholePart;
    if (!(type.some & bit))
        return &emptyPart;
    return type.parts[__builtin_popcount(type.some & (bit - 1))];
}

/// The part of boolean that is one value.
Part booleanPart(bool value);

Part unitePart(TypeTables& tables, BasicType basicType, Part a, Part b);
Part intersectPart(TypeTables& tables, BasicType basicType, Part a, Part b);
Part diffPart(TypeTables& tables, BasicType basicType, Part a, Part b);

Part uniteBdd(TypeTables& tables, Part a, Part b);
Part intersectBdd(TypeTables& tables, Part a, Part b);
Part diffBdd(TypeTables& tables, Part a, Part b);
Part complementBdd(TypeTables& tables, Part bdd);

} // namespace barre::types
