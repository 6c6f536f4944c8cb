// Function types P and not N: is one of the negative types wider than all the positive ones together?
#include "model/types/operations.h"
#include "model/types/type_memo.h"

namespace barre::types {

namespace {

/// Every function of the positive types, called with `params`, returns `returns`. The positive types from
/// `positive` on are still free to take part; the ones before gave what `params` and `result` say.
bool allReturn(TypeContext& context, const SemType& params, const SemType& result, const SemType& returns,
               const Conjunction* positive) {
    if (isEmpty(context, params) || isSubtype(context, result, returns))
        return true;
    if (!positive)
        return false;
    const FunctionAtomicType& function = positive->atom->function();
    return allReturn(context, params, intersect(context, result, function.returns), returns,
                     positive->next) &&
           allReturn(context, diff(context, params, function.params), result, returns, positive->next);
}

bool hasQualifiers(const FunctionAtomicType& wanted, const Conjunction* positive) {
    bool isIsolated = false, isPlain = false;
    for (; positive; positive = positive->next) {
        isIsolated |= positive->atom->function().isIsolated;
        isPlain |= !positive->atom->function().isTransactional;
    }
    return (!wanted.isIsolated || isIsolated) && (wanted.isTransactional || isPlain);
}

/// `isolated function` says nothing of parameters and result.
bool hasAnySignature(TypeContext& context, const FunctionAtomicType& function) {
    return function.returns == valueType && isEmpty(context, function.params);
}

bool isWithin(TypeContext& context, const Conjunction* positive, const FunctionAtomicType& wanted) {
    const bool isAny = hasAnySignature(context, wanted);
    if (isAny && !wanted.isIsolated)
        return true;
    if (!hasQualifiers(isAny ? FunctionAtomicType{neverType, valueType, wanted.isIsolated, true} : wanted,
                       positive))
        return false;
    SemType params = neverType;
    for (const Conjunction* atom = positive; atom; atom = atom->next)
        params = unite(context, params, atom->atom->function().params);
    return isSubtype(context, wanted.params, params) &&
           allReturn(context, wanted.params, valueType, wanted.returns, positive);
}

} // namespace

bool isEmptyFunctionFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative) {
    for (; negative; negative = negative->next)
        if (isWithin(context, positive, negative->atom->function()))
            return true;
    return false;
}

} // namespace barre::types
