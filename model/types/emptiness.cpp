// Is a Bdd empty? Answers are remembered; recursive types are met with an assumption that is taken back if it
// was wrong.
#include "model/types/operations.h"
#include "model/types/type_memo.h"

namespace barre::types {

namespace {

bool computeEmptiness(TypeContext& context, BasicType basicType, Part bdd) {
    const Atom* top = topAtom(context.tables(), basicType);
    return everyConjunction(bdd, nullptr, nullptr,
                            [&](const Conjunction* positive, const Conjunction* negative) {
                                switch (representationOf(basicType)) {
                                case Representation::ListBdd:
                                    return isEmptyListFormula(context, positive, negative, top);
                                case Representation::MappingBdd:
                                    return isEmptyMappingFormula(context, positive, negative, top);
                                default: return isEmptyFunctionFormula(context, positive, negative);
                                }
                            });
}

/// What was assumed since `depth` and not settled: as `known` as the whole, or open again if that is
/// inhabited.
void settle(TypeMemo& memo, size_t depth, Emptiness known) {
    for (size_t i = depth + 1; i < memo.provisional.size(); ++i) {
        Emptiness& entry = *memo.provisional[i];
        if (entry == Emptiness::Provisional || entry == Emptiness::Loop || entry == Emptiness::Cyclic)
            entry = known == Emptiness::Inhabited ? Emptiness::Unknown : known;
    }
    memo.provisional.resize(depth);
}

} // namespace

const Atom* topAtom(TypeTables& tables, BasicType basicType) {
    switch (basicType) {
    case BasicType::Error: return tables.standard.readonlyMapping;
    case BasicType::Table: return tables.standard.tableTop;
    case BasicType::Stream: return tables.standard.streamTop;
    case BasicType::Future:
    case BasicType::Typedesc: return tables.standard.givingTop;
    default: return nullptr;
    }
}

bool isEmptyBdd(TypeContext& context, BasicType basicType, Part bdd) {
    TypeMemo& memo = context.memo();
    Emptiness& entry = memo.emptiness[{basicType, bdd}];
    switch (entry) {
    case Emptiness::Empty:
    case Emptiness::Cyclic: return true;
    case Emptiness::Inhabited: return false;
    case Emptiness::Provisional:
    case Emptiness::Loop: entry = Emptiness::Loop; return true;
    case Emptiness::Unknown: break;
    }
    entry = Emptiness::Provisional;
    const size_t depth = memo.provisional.size();
    memo.provisional.push_back(&entry);
    const bool isEmpty = computeEmptiness(context, basicType, bdd);
    if (isEmpty && depth != 0)
        return true; // still rests on what is being asked above
    const Emptiness known = !isEmpty                   ? Emptiness::Inhabited
                            : entry == Emptiness::Loop ? Emptiness::Cyclic
                                                       : Emptiness::Empty;
    settle(memo, depth, known);
    entry = known;
    return isEmpty;
}

} // namespace barre::types
