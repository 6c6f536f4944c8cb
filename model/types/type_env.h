// Where types live: atoms and hash-consed parts. One for all threads that share types.
#pragma once

#include "model/types/atoms.h"
#include "model/types/sem_type.h"

#include <memory>
#include <string>
#include <string_view>

namespace barre::types {

struct Atom;
class TypeTables;

/// A type that is used before it is defined: how recursive types are made. Its `type` may be used at once in
/// unions, intersections, differences and as a part of other types; only after its definition may anything be
/// asked of it.
struct Placeholder {
    const Atom* atom = nullptr;
    SemType type;
};

/// Owns atoms and the parts of types; append-only and safe to use from several threads. Types of different
/// environments do not mix.
class TypeEnv {
public:
    TypeEnv();
    ~TypeEnv();
    TypeEnv(const TypeEnv&) = delete;
    TypeEnv& operator=(const TypeEnv&) = delete;

    /// A type of that basic type (List, Mapping, Table, Function, Object, Stream, Future or Typedesc) to be
    /// defined later by the constructor of that basic type.
    Placeholder declare(BasicType kind);

    /// The number that stands for a `distinct` type; the same for the same key (module, name, ordinal).
    uint32_t distinctId(std::string_view key);

    /// Gives a type the name that toString prints. The first name stays; names of whole basic types are
    /// ignored.
    void setName(const SemType& type, std::string_view name);
    /// The name given to a type, or an empty text.
    std::string_view nameOf(const SemType& type) const;
    /// The key of a distinct id.
    std::string_view distinctKey(uint32_t id) const;

    SemType readonlyType() const;
    SemType anydataType() const;
    SemType jsonType() const;

    /// For the files of this folder only.
    TypeTables& tables() const { return *m_tables; }

private:
    std::unique_ptr<TypeTables> m_tables;
};

} // namespace barre::types
