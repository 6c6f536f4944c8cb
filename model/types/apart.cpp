// Atoms that have nothing in common, seen at a glance. Unions of records are told apart by a field of
// constants
// (`"add"` here, `"sub"` there); knowing it keeps their decision trees as long as the union instead of as
// large as the set of its subsets.
#include "model/types/type_tables.h"

#include <algorithm>
#include <bit>

namespace barre::types {

namespace {

/// Only what needs no other atom to be looked at: such a question could come back to itself.
bool areApart(TypeTables& tables, const SemType& a, const SemType& b) {
    const uint32_t common = a.bits() & b.bits();
    if ((a.all | b.all) & common)
        return false;
    for (uint32_t rest = common; rest; rest &= rest - 1) {
        const auto basicType = static_cast<BasicType>(std::countr_zero(rest));
        if (isBdd(representationOf(basicType)))
            return false;
        if (intersectPart(tables, basicType, partOfType(a, basicType), partOfType(b, basicType)) !=
            &emptyPart)
            return false;
    }
    return true;
}

bool areApart(TypeTables& tables, const MappingAtomicType& a, const MappingAtomicType& b) {
    const auto isApartIn = [&](const MappingAtomicType& mapping, const MappingAtomicType& other) {
        for (size_t i = 0; i < mapping.names.size(); ++i)
            if (areApart(tables, mapping.slots[i].type, other.slotOf(mapping.names[i]).type))
                return true;
        return false;
    };
    return isApartIn(a, b) || isApartIn(b, a);
}

bool areApart(TypeTables& tables, const ListAtomicType& a, const ListAtomicType& b) {
    if ((a.fixedLength < b.fixedLength && a.isClosed()) || (b.fixedLength < a.fixedLength && b.isClosed()))
        return true;
    const uint64_t required = std::max(a.fixedLength, b.fixedLength);
    const uint64_t count = std::min<uint64_t>(required, std::max(a.initial.size(), b.initial.size()));
    for (uint64_t i = 0; i < count; ++i)
        if (areApart(tables, a.memberAt(i).type, b.memberAt(i).type))
            return true;
    return false;
}

} // namespace

bool TypeTables::isDefined(const Atom* atom) const {
    const void* definition = atom->definition.load();
    return definition != &m_anyList && definition != &m_anyMapping;
}

bool TypeTables::areApart(const Atom* a, const Atom* b) {
    if (a->kind != b->kind || a->kind == AtomKind::Function || a->kind == AtomKind::Distinct)
        return false;
    const uint64_t key = uint64_t{a->index} << 32 | b->index;
    {
        const std::lock_guard lock(m_apartMutex);
        if (const auto found = m_apart.find(key); found != m_apart.end())
            return found->second;
    }
    if (!isDefined(a) || !isDefined(b))
        return false;
    const bool result = a->kind == AtomKind::List ? types::areApart(*this, a->list(), b->list())
                                                  : types::areApart(*this, a->mapping(), b->mapping());
    const std::lock_guard lock(m_apartMutex);
    return m_apart[key] = result;
}

} // namespace barre::types
