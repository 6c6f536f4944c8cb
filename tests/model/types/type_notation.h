// A notation for types in tests: Ballerina's type descriptors, and `!T` for everything that is not a T,
// `distinct#N T` for a distinct type with the id N.
#pragma once

#include "model/types/type_context.h"

#include <map>
#include <memory>
#include <string>
#include <string_view>

namespace barre::tests {

struct TypeExpression;

/// Reads types; definitions may refer to each other.
class TypeNotation {
public:
    explicit TypeNotation(types::TypeContext& context);
    ~TypeNotation();

    /// `type A = T; type B = U;` The names are registered for toString.
    void define(std::string_view definitions);
    /// A type. Throws std::runtime_error for what it cannot read.
    types::SemType read(std::string_view text);

private:
    friend class TypeResolver;
    types::TypeContext& m_context;
    std::map<std::string, std::unique_ptr<TypeExpression>, std::less<>> m_definitions;
};

} // namespace barre::tests
