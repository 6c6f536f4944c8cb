#pragma once

#include "model/semantics/symbols.h"

namespace barre::model {

/// The names of one block, function or module. Scopes nest; a name is looked for from the inside out.
class Scope {
public:
    explicit Scope(const Scope* outer = nullptr, const FunctionSymbol* function = nullptr)
        : m_outer(outer), m_function(function ? function : (outer ? outer->m_function : nullptr)) {}

    /// False if the scope has the name already.
    bool declare(const Symbol* symbol);
    /// In this scope alone.
    const Symbol* findHere(std::string_view name) const;
    /// In this scope and those around it.
    const Symbol* find(std::string_view name) const;
    const Scope* outer() const { return m_outer; }
    /// The function whose body the scope belongs to; null at module level.
    const FunctionSymbol* function() const { return m_function; }
    /// In the order of declaration.
    const std::vector<const Symbol*>& symbols() const { return m_symbols; }

private:
    const Scope* m_outer;
    const FunctionSymbol* m_function;
    std::vector<const Symbol*> m_symbols;
};

/// A scope of a body, with the text that it holds for.
class LocalScope : public Scope {
public:
    LocalScope(const LocalScope* outer, const FunctionSymbol* function, uint32_t file, SourceRange range)
        : Scope(outer, function), file(file), range(range), outerScope(outer) {}

    const uint32_t file;
    SourceRange range;
    const LocalScope* const outerScope;
};

} // namespace barre::model
