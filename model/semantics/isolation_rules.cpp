#include "model/semantics/isolation_rules.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"

namespace barre::model {

namespace {

types::SemType isolatedObjectType(types::TypeContext& types) {
    types::ObjectAtomicType object;
    object.isIsolated = true;
    return types::objectOf(types, object);
}

template<class T>
const T* find(const ModelTables::ByNode<T>& table, const syntax::Node* node) {
    const auto found = table.find(node);
    return found == table.end() ? nullptr : &found->second;
}

} // namespace

IsolationRules::IsolationRules(const ModelTables& tables, types::TypeContext& types)
    : m_tables(tables), m_types(types),
      m_safe(types::unite(types, types.readonlyType(), isolatedObjectType(types))) {}

SemType IsolationRules::typeOf(const syntax::Node* expr) const {
    const SemType* type = find(m_tables.types, expr);
    return type ? *type : types::valueType;
}

const Symbol* IsolationRules::symbolOf(const syntax::Node* node) const {
    const Symbol* const* symbol = find(m_tables.symbolOf, node);
    return symbol ? *symbol : nullptr;
}

const CallFacts* IsolationRules::callOf(const syntax::Node* node) const {
    return find(m_tables.calls, node);
}

bool IsolationRules::isIsolatedType(const SemType& type) const {
    return types::isSubtype(m_types, type, m_safe);
}

bool IsolationRules::isIsolatedFunction(const SemType& type) const {
    return type.within(types::BasicType::Function) &&
           types::isSubtype(m_types, type, types::isolatedFunctionType(m_types));
}

bool IsolationRules::isIsolatedCall(const CallFacts& call) const {
    switch (call.kind) {
    case CallKind::Error:
    case CallKind::NewStream: return true;
    case CallKind::New: return !call.object || !call.object->init || call.object->init->signature.isIsolated;
    default: break;
    }
    return call.function ? call.function->signature.isIsolated : isIsolatedFunction(call.functionType);
}

bool IsolationRules::isClone(const CallFacts& call) const {
    return call.function && call.function->module && call.function->module->moduleName.org == "ballerina" &&
           call.function->module->moduleName.name == "lang.value" &&
           (call.function->name == "clone" || call.function->name == "cloneReadOnly");
}

bool IsolationRules::isIsolatedField(const FieldSymbol& field) const {
    return (field.owner && field.owner->isReadonly) || (field.isFinal && isIsolatedType(field.type));
}

bool IsolationRules::isReadableState(const VariableSymbol& variable) const {
    const bool isFixed =
        variable.isFinal || variable.isConfigurable || variable.role == VariableRole::Listener;
    return isFixed && isIsolatedType(variable.type);
}

} // namespace barre::model
