#include "model/semantics/scope.h"

namespace barre::model {

const FieldSymbol* ClassSymbol::field(std::string_view name) const {
    for (const FieldSymbol* field : fields)
        if (field->name == name)
            return field;
    return nullptr;
}

const FunctionSymbol* ClassSymbol::method(std::string_view name, FunctionRole role) const {
    for (const FunctionSymbol* method : methods)
        if (method->role == role && method->name == name)
            return method;
    return nullptr;
}

const FieldSymbol* RecordSymbol::field(std::string_view name) const {
    for (const FieldSymbol* field : fields)
        if (field->name == name)
            return field;
    return nullptr;
}

const Symbol* ModuleSymbol::find(std::string_view name) const {
    const auto found = byName.find(name);
    return found == byName.end() ? nullptr : found->second;
}

bool Scope::declare(const Symbol* symbol) {
    if (findHere(symbol->name))
        return false;
    m_symbols.push_back(symbol);
    return true;
}

const Symbol* Scope::findHere(std::string_view name) const {
    for (const Symbol* symbol : m_symbols)
        if (symbol->name == name)
            return symbol;
    return nullptr;
}

const Symbol* Scope::find(std::string_view name) const {
    for (const Scope* scope = this; scope; scope = scope->m_outer)
        if (const Symbol* symbol = scope->findHere(name))
            return symbol;
    return nullptr;
}

} // namespace barre::model
