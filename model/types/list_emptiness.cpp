// List types P and not N1 and not N2 …: is there a list in P that is in no N?
#include "model/types/operations.h"
#include "model/types/type_memo.h"

#include <algorithm>

namespace barre::types {

namespace {

/// Whether no list has a length that both allow.
bool areLengthsDisjoint(const ListAtomicType& a, const ListAtomicType& b) {
    return (a.fixedLength < b.fixedLength && a.isClosed()) || (b.fixedLength < a.fixedLength && b.isClosed());
}

bool intersectLists(TypeContext& context, ListAtomicType& joined, const ListAtomicType& other) {
    if (areLengthsDisjoint(joined, other))
        return false;
    ListAtomicType result;
    const size_t count = std::max(joined.initial.size(), other.initial.size());
    for (size_t i = 0; i < count; ++i)
        result.initial.push_back(intersectSlots(context, joined.memberAt(i), other.memberAt(i)));
    result.fixedLength = std::max(joined.fixedLength, other.fixedLength);
    if (result.fixedLength > count && joined.fixedLength != other.fixedLength) {
        // The shorter one's rest meets the longer one's repeated member: one more slot says so.
        const ListAtomicType& shorter = joined.fixedLength < other.fixedLength ? joined : other;
        const ListAtomicType& longer = joined.fixedLength < other.fixedLength ? other : joined;
        const uint64_t from = std::max<uint64_t>(count, shorter.fixedLength);
        while (result.initial.size() < from)
            result.initial.push_back(intersectSlots(context, joined.memberAt(result.initial.size()),
                                                    other.memberAt(result.initial.size())));
        if (result.initial.size() < result.fixedLength)
            result.initial.push_back(intersectSlots(context, shorter.rest, longer.memberAt(from)));
    }
    result.rest = intersectSlots(context, joined.rest, other.rest);
    joined = std::move(result);
    return true;
}

/// The search for a list outside all negative ones. Only some indices are looked at: `indices` has enough of
/// each run of indices that all the types treat alike, so that every negative type can be dodged at an index
/// of its own.
class ListSearch {
public:
    ListSearch(TypeContext& context, const ListAtomicType& positive, const Conjunction* negative);

    bool isInhabited(const Conjunction* negative) const { return find(m_members, m_required, negative); }

private:
    using Members = std::vector<Slot>;

    bool find(const Members& members, size_t required, const Conjunction* negative) const;
    bool findShorter(const Members& members, size_t required, const ListAtomicType& other,
                     const Conjunction* next) const;
    bool findDifferent(const Members& members, size_t required, const ListAtomicType& other,
                       const Conjunction* next) const;
    void chooseIndices(const ListAtomicType& positive, const Conjunction* negative);

    TypeContext& m_context;
    std::vector<uint64_t> m_indices;
    Members m_members;     ///< the types at the indices, as many as the list can have
    size_t m_required = 0; ///< so many of them a list must have
};

ListSearch::ListSearch(TypeContext& context, const ListAtomicType& positive, const Conjunction* negative)
    : m_context(context) {
    chooseIndices(positive, negative);
    for (size_t i = 0; i < m_indices.size(); ++i) {
        const Slot& slot = positive.memberAt(m_indices[i]);
        if (isEmpty(context, slot.type))
            break;
        m_members.push_back(slot);
        if (m_indices[i] < positive.fixedLength)
            m_required = i + 1;
    }
}

void ListSearch::chooseIndices(const ListAtomicType& positive, const Conjunction* negative) {
    uint64_t initial = positive.initial.size();
    std::vector<uint64_t> ends{positive.fixedLength};
    uint64_t negatives = 0;
    for (const Conjunction* other = negative; other; other = other->next, ++negatives) {
        initial = std::max<uint64_t>(initial, other->atom->list().initial.size());
        ends.push_back(other->atom->list().fixedLength);
    }
    for (uint64_t i = 1; i <= initial; ++i)
        ends.push_back(i);
    std::sort(ends.begin(), ends.end());
    uint64_t begin = 0;
    for (uint64_t end : ends) {
        for (uint64_t i = end - std::min(end - begin, negatives); i < end; ++i)
            m_indices.push_back(i);
        begin = end;
    }
    for (uint64_t i = 0; i < negatives; ++i)
        m_indices.push_back(begin + i);
}

bool ListSearch::find(const Members& members, size_t required, const Conjunction* negative) const {
    if (!negative)
        return true;
    const ListAtomicType& other = negative->atom->list();
    const bool isLonger = required > 0 && other.memberAt(m_indices[required - 1]).type.isNever();
    const bool isShorter = members.size() < m_indices.size() && m_indices[members.size()] < other.fixedLength;
    if (isLonger || isShorter)
        return find(members, required, negative->next);
    return findShorter(members, required, other, negative->next) ||
           findDifferent(members, required, other, negative->next);
}

bool ListSearch::findShorter(const Members& members, size_t required, const ListAtomicType& other,
                             const Conjunction* next) const {
    for (size_t i = required; i < members.size() && m_indices[i] < other.fixedLength; ++i)
        if (find(Members(members.begin(), members.begin() + static_cast<std::ptrdiff_t>(i)), required, next))
            return true;
    return false;
}

/// A list that has the other's length differs from it at some index.
bool ListSearch::findDifferent(const Members& members, size_t required, const ListAtomicType& other,
                               const Conjunction* next) const {
    for (size_t i = 0; i < members.size(); ++i) {
        const Slot left = diffSlots(m_context, members[i], other.memberAt(m_indices[i]));
        if (isEmpty(m_context, left.type))
            continue;
        Members changed = members;
        changed[i] = left;
        if (find(changed, std::max(required, i + 1), next))
            return true;
    }
    return false;
}

} // namespace

Slot intersectSlots(TypeContext& context, const Slot& a, const Slot& b) {
    return {intersect(context, a.type, b.type), a.isReadonly || b.isReadonly};
}

Slot diffSlots(TypeContext& context, const Slot& slot, const Slot& other) {
    if (slot.isReadonly)
        return {diff(context, slot.type, other.type), true};
    const bool isCovered = !other.isReadonly && isSubtype(context, slot.type, other.type);
    return isCovered ? Slot{neverType, false} : slot;
}

bool joinLists(TypeContext& context, const Conjunction* positive, const Atom* top, ListAtomicType& joined) {
    if (positive)
        joined = positive->atom->list();
    else
        joined = top ? top->list() : ListAtomicType{{}, 0, {valueType, false}};
    if (positive && top && !intersectLists(context, joined, top->list()))
        return false;
    for (const Conjunction* atom = positive ? positive->next : nullptr; atom; atom = atom->next)
        if (!intersectLists(context, joined, atom->atom->list()))
            return false;
    normalize(joined);
    for (const Slot& slot : joined.initial)
        if (isEmpty(context, slot.type))
            return false;
    if (!joined.isClosed() && isEmpty(context, joined.rest.type))
        joined.rest = {neverType, true};
    return true;
}

bool isEmptyListFormula(TypeContext& context, const Conjunction* positive, const Conjunction* negative,
                        const Atom* top) {
    ListAtomicType joined;
    if (!joinLists(context, positive, top, joined))
        return true;
    return negative && !ListSearch(context, joined, negative).isInhabited(negative);
}

} // namespace barre::types
