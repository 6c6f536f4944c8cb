#pragma once

#include "model/semantics/model_tables.h"

namespace barre::model {

/// The facts and questions that the chapters on isolation share.
class IsolationRules {
public:
    IsolationRules(const ModelTables& tables, types::TypeContext& types);

    SemType typeOf(const syntax::Node* expr) const;
    const Symbol* symbolOf(const syntax::Node* node) const;
    const CallFacts* callOf(const syntax::Node* node) const;

    /// Immutable, or an isolated object: safe in every hand.
    bool isIsolatedType(const SemType& type) const;
    /// Every function of the type is isolated.
    bool isIsolatedFunction(const SemType& type) const;
    /// What is called is known to be isolated, by declaration or by type; inference does not count.
    bool isIsolatedCall(const CallFacts& call) const;
    /// `clone` and `cloneReadOnly` give a value of its own, whatever they are given.
    bool isClone(const CallFacts& call) const;
    /// A field of an isolated object that may be used without a lock.
    bool isIsolatedField(const FieldSymbol& field) const;
    /// Module-level state that an isolated function may read.
    bool isReadableState(const VariableSymbol& variable) const;

    static bool isModuleState(const VariableSymbol& variable) {
        return variable.role == VariableRole::Module || variable.role == VariableRole::Listener;
    }

private:
    const ModelTables& m_tables;
    types::TypeContext& m_types;
    SemType m_safe;
};

} // namespace barre::model
