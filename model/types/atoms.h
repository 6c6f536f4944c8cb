// Atomic types: what the atoms of a Bdd stand for. Also the views that contextual typing asks for.
#pragma once

#include "model/types/sem_type.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace barre::types {

/// A place in a list or a mapping: what it may hold, and whether it may be assigned to.
struct Slot {
    SemType type;
    bool isReadonly = false; ///< the value in it never changes

    /// Only for mappings: the field may be missing.
    bool isOptional() const { return type.has(BasicType::Undef); }
    /// The type without the mark of a missing field.
    SemType valueType() const { return {type.all & ~undefType.all, type.some, type.parts}; }

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// `[A, B, C...]`, `T[]`, `T[n]`. The last of `initial` repeats up to `fixedLength`, so that `byte[10000]` is
/// small.
struct ListAtomicType {
    std::vector<Slot> initial;
    uint64_t fixedLength = 0;
    Slot rest; ///< neverType: no further members

    const Slot& memberAt(uint64_t index) const {
        return index >= fixedLength ? rest : initial[index < initial.size() ? index : initial.size() - 1];
    }
    bool isClosed() const { return rest.type.isNever(); }

    friend bool operator==(const ListAtomicType&, const ListAtomicType&) = default;
};

/// `record {| A a; B b?; C...; |}`, `map<T>`. Names are sorted; `rest` always has the mark of a missing
/// field.
struct MappingAtomicType {
    std::vector<std::string> names;
    std::vector<Slot> slots;
    Slot rest;

    /// The index in `names`, or nothing.
    std::optional<size_t> indexOf(std::string_view name) const;
    /// The slot of a field, named or covered by the rest.
    const Slot& slotOf(std::string_view name) const;
    bool isClosed() const { return rest.valueType().isNever(); }

    friend bool operator==(const MappingAtomicType&, const MappingAtomicType&) = default;
};

/// A function type. `params` is the type of the argument list, a list type; the top `function` has no atom.
struct FunctionAtomicType {
    SemType params;
    SemType returns;
    bool isIsolated = false;
    bool isTransactional = false;

    friend bool operator==(const FunctionAtomicType&, const FunctionAtomicType&) = default;
};

/// A function type taken apart.
struct FunctionSignature {
    std::vector<SemType> params;
    std::optional<SemType> rest; ///< the type of one rest argument
    SemType returns;
    bool isIsolated = false;
    bool isTransactional = false;
};

enum class MemberKind : uint8_t { Field, Method, RemoteMethod, ResourceMethod };

/// A member of an object type. A resource method's name is `accessor path`, for example `get users/[]`.
struct ObjectMember {
    std::string name;
    MemberKind kind = MemberKind::Field;
    SemType type; ///< of a method: its function type
    bool isFinal = false;
    std::string visibility =
        "public"; ///< "public", or what names the region that sees it (a module id, a class)

    friend bool operator==(const ObjectMember&, const ObjectMember&) = default;
};

/// An object type taken apart, and what objectOf makes one from.
struct ObjectAtomicType {
    std::vector<ObjectMember> members;
    bool isIsolated = false;
    bool isService = false;
    bool isClient = false;
    std::vector<uint32_t> distinctIds;

    /// The member of that name and, for methods, that kind; fields and plain methods share a name space.
    const ObjectMember* member(std::string_view name, MemberKind kind) const;
    const ObjectMember* field(std::string_view name) const { return member(name, MemberKind::Field); }
    const ObjectMember* method(std::string_view name) const { return member(name, MemberKind::Method); }
};

/// `table<R> key<K>`, `table<R> key(a, b)`, taken apart.
struct TableAtomicType {
    SemType row;
    bool isReadonly = false;
    std::optional<SemType> keyType; ///< neverType: known to be keyless
    std::optional<std::vector<std::string>> keyFields;
};

/// `stream<T, C>`, taken apart.
struct StreamAtomicType {
    SemType value;
    SemType completion;
};

} // namespace barre::types
