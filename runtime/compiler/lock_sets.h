#pragma once

#include "model/semantics/semantic_model.h"

#include <set>

namespace barre::syntax {
class LockStmt;
}

namespace barre::runtime {

/// What a lock statement locks, together with all lock statements that may run inside of it. Two that share
/// nothing run side by side; one that gets at once all it may ever need cannot wait in a circle. Where a call
/// may lead anywhere, everything is locked.
struct LockSet {
    std::set<const model::VariableSymbol*> variables; ///< of modules
    const model::VariableSymbol* self = nullptr;      ///< the object of the method
    bool everything = false;

    size_t size() const { return everything ? 0 : variables.size() + (self ? 1 : 0); }
};

/// `self`: the object of the method that the statement stands in, or null.
LockSet findLocks(const model::PackageModel& package, const model::SemanticModel& model,
                  const syntax::LockStmt* statement, const model::VariableSymbol* self);

} // namespace barre::runtime
