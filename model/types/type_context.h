// What one user of types remembers: results of operations and of emptiness tests.
#pragma once

#include "model/types/type_env.h"

#include <memory>

namespace barre::types {

class TypeMemo;

/// One per checker and one per Worker; not shared between threads.
class TypeContext {
public:
    explicit TypeContext(TypeEnv& env);
    ~TypeContext();
    TypeContext(const TypeContext&) = delete;
    TypeContext& operator=(const TypeContext&) = delete;

    TypeEnv& env() const { return m_env; }
    TypeTables& tables() const { return m_env.tables(); }

    SemType readonlyType() const { return m_env.readonlyType(); }
    SemType anydataType() const { return m_env.anydataType(); }
    SemType jsonType() const { return m_env.jsonType(); }

    /// For the files of this folder only.
    TypeMemo& memo() const { return *m_memo; }

private:
    TypeEnv& m_env;
    std::unique_ptr<TypeMemo> m_memo;
};

} // namespace barre::types
