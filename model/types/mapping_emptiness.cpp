// Mapping types P and not N1 and not N2 …: is there a mapping in P that is in no N?
#include "model/types/operations.h"
#include "model/types/type_memo.h"

#include <algorithm>

namespace barre::types {

namespace {

/// Calls visit(name, slot of a, slot of b) for each name that one of them has.
template<class Visit>
void forEachName(const MappingAtomicType& a, const MappingAtomicType& b, Visit&& visit) {
    size_t i = 0, j = 0;
    while (i < a.names.size() || j < b.names.size()) {
        const int order = i == a.names.size() ? 1 : j == b.names.size() ? -1 : a.names[i].compare(b.names[j]);
        const std::string& name = order <= 0 ? a.names[i] : b.names[j];
        const Slot& slotA = order <= 0 ? a.slots[i++] : a.rest;
        const Slot& slotB = order >= 0 ? b.slots[j++] : b.rest;
        if (!visit(name, slotA, slotB))
            return;
    }
}

MappingAtomicType intersectMappings(TypeContext& context, const MappingAtomicType& a,
                                    const MappingAtomicType& b) {
    MappingAtomicType result;
    forEachName(a, b, [&](const std::string& name, const Slot& slotA, const Slot& slotB) {
        result.names.push_back(name);
        result.slots.push_back(intersectSlots(context, slotA, slotB));
        return true;
    });
    result.rest = intersectSlots(context, a.rest, b.rest);
    return result;
}

MappingAtomicType withSlot(const MappingAtomicType& mapping, const std::string& name, const Slot& slot) {
    MappingAtomicType result = mapping;
    const auto place = std::lower_bound(result.names.begin(), result.names.end(), name);
    const auto index = place - result.names.begin();
    if (place != result.names.end() && *place == name) {
        result.slots[static_cast<size_t>(index)] = slot;
    } else {
        result.names.insert(place, name);
        result.slots.insert(result.slots.begin() + index, slot);
    }
    return result;
}

/// Some field keeps the two apart. Taking `b` away from `a` then leaves `a`: there is only one way to go on
/// instead of one for each field, which matters for unions of many records.
bool areDisjoint(TypeContext& context, const MappingAtomicType& a, const MappingAtomicType& b) {
    bool found = false;
    forEachName(a, b, [&](const std::string&, const Slot& slotA, const Slot& slotB) {
        found = isEmpty(context, intersectSlots(context, slotA, slotB).type);
        return !found;
    });
    return found;
}

bool isInhabited(TypeContext& context, const MappingAtomicType& positive, const Conjunction* negative) {
    while (negative && areDisjoint(context, positive, negative->atom->mapping()))
        negative = negative->next;
    if (!negative)
        return true;
    const MappingAtomicType& other = negative->atom->mapping();
    // A field of a new name shows the difference, and there are enough new names for all.
    if (!isEmpty(context, diffSlots(context, positive.rest, other.rest).type))
        return isInhabited(context, positive, negative->next);
    bool found = false;
    forEachName(positive, other, [&](const std::string& name, const Slot& slot, const Slot& otherSlot) {
        const Slot left = diffSlots(context, slot, otherSlot);
        found = !isEmpty(context, left.type) &&
                isInhabited(context, withSlot(positive, name, left), negative->next);
        return !found;
    });
    return found;
}

/// A mapping of `a` may be outside `b` by something else than the field of that name.
bool differsElsewhere(TypeContext& context, const MappingAtomicType& a, const MappingAtomicType& b,
                      std::string_view name) {
    bool found = !isEmpty(context, diffSlots(context, a.rest, b.rest).type);
    forEachName(a, b, [&](const std::string& other, const Slot& slotA, const Slot& slotB) {
        found = found || (other != name && !isEmpty(context, diffSlots(context, slotA, slotB).type));
        return !found;
    });
    return found;
}

/// A field that can only be missing cannot be assigned to.
void closeIfEmpty(TypeContext& context, Slot& slot) {
    if (slot.isOptional() && !slot.isReadonly && isEmpty(context, slot.valueType()))
        slot = {undefType, true};
}

} // namespace

bool joinMappings(TypeContext& context, const Conjunction* positive, const Atom* top,
                  MappingAtomicType& joined) {
    if (positive)
        joined = positive->atom->mapping();
    else
        joined =
            top ? top->mapping() : MappingAtomicType{{}, {}, {wholeType(everyBit | undefType.all), false}};
    if (positive && top)
        joined = intersectMappings(context, joined, top->mapping());
    for (const Conjunction* atom = positive ? positive->next : nullptr; atom; atom = atom->next)
        joined = intersectMappings(context, joined, atom->atom->mapping());
    for (Slot& slot : joined.slots) {
        if (isEmpty(context, slot.type))
            return false;
        closeIfEmpty(context, slot);
    }
    closeIfEmpty(context, joined.rest);
    return true;
}

Slot slotOutside(TypeContext& context, const MappingAtomicType& joined, const Conjunction* negative,
                 std::string_view name) {
    Slot slot = joined.slotOf(name);
    for (; negative; negative = negative->next)
        if (const MappingAtomicType& other = negative->atom->mapping();
            !differsElsewhere(context, joined, other, name))
            slot = diffSlots(context, slot, other.slotOf(name));
    return slot;
}

bool isEmptyMappingFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative,
                           const Atom* top) {
    MappingAtomicType joined;
    if (!joinMappings(context, positive, top, joined))
        return true;
    return !isInhabited(context, joined, negative);
}

} // namespace barre::types
