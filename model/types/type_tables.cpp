#include "model/types/type_tables.h"

namespace barre::types {

namespace {

size_t mix(size_t seed, size_t value) {
    return (seed ^ value) * 0x9E3779B97F4A7C15ull + (seed >> 29);
}

template<class T>
size_t hashSet(const FiniteSet<T>& set) {
    size_t hash = set.isListed ? 1 : 2;
    for (const T& value : set.values)
        hash = mix(hash, std::hash<T>{}(value));
    return hash;
}

size_t hashSlot(size_t seed, const Slot& slot) {
    return mix(seed, SemTypeHash{}(slot.type) + slot.isReadonly);
}

bool isLastSlotRepeated(const ListAtomicType& list) {
    const size_t count = list.initial.size();
    return count > 1 && list.initial[count - 1] == list.initial[count - 2];
}

void normalize(MappingAtomicType& mapping) {
    mapping.rest.type.all |= undefType.all;
    for (Slot& slot : mapping.slots)
        slot.isReadonly |= slot.type == undefType;
    mapping.rest.isReadonly |= mapping.rest.type == undefType;
}

} // namespace

void normalize(ListAtomicType& list) {
    if (list.fixedLength == 0)
        list.initial.clear();
    while (isLastSlotRepeated(list))
        list.initial.pop_back();
    if (list.rest.type.isNever())
        list.rest.isReadonly = true;
}

size_t TablesHash::operator()(const IntPart& part) const {
    size_t hash = 3;
    for (const IntRange& range : part.ranges)
        hash = mix(mix(hash, static_cast<size_t>(range.min)), static_cast<size_t>(range.max));
    return hash;
}
size_t TablesHash::operator()(const FloatPart& part) const {
    return hashSet(part.set);
}
size_t TablesHash::operator()(const DecimalPart& part) const {
    return hashSet(part.set);
}
size_t TablesHash::operator()(const StringPart& part) const {
    return mix(hashSet(part.chars), hashSet(part.others));
}
size_t TablesHash::operator()(const XmlPart& part) const {
    return mix(mix(part.singles, part.mixtures[0]), part.mixtures[1]);
}
size_t TablesHash::operator()(const BddNode& part) const {
    size_t hash = part.atom->index;
    for (Part child : {part.left, part.middle, part.right})
        hash = mix(hash, reinterpret_cast<size_t>(child));
    return hash;
}
size_t TablesHash::operator()(const ListAtomicType& list) const {
    size_t hash = hashSlot(list.fixedLength, list.rest);
    for (const Slot& slot : list.initial)
        hash = hashSlot(hash, slot);
    return hash;
}
size_t TablesHash::operator()(const MappingAtomicType& mapping) const {
    size_t hash = hashSlot(mapping.names.size(), mapping.rest);
    for (const std::string& name : mapping.names)
        hash = mix(hash, std::hash<std::string>{}(name));
    for (const Slot& slot : mapping.slots)
        hash = hashSlot(hash, slot);
    return hash;
}
size_t TablesHash::operator()(const FunctionAtomicType& function) const {
    const SemTypeHash hash;
    return mix(mix(hash(function.params), hash(function.returns)),
               function.isIsolated * 2u + function.isTransactional);
}
size_t TablesHash::operator()(const std::vector<Part>& parts) const {
    size_t hash = parts.size();
    for (Part part : parts)
        hash = mix(hash, reinterpret_cast<size_t>(part));
    return hash;
}

const Atom* TypeTables::atomFor(AtomKind kind, const void* definition) {
    const std::lock_guard lock(m_mutex);
    const Atom*& atom = m_atomOf[definition];
    if (!atom) {
        Atom& made = m_atoms.emplace_back(static_cast<uint32_t>(m_atoms.size()), kind);
        made.definition.store(definition);
        atom = &made;
    }
    return atom;
}

const Atom* TypeTables::listAtom(ListAtomicType list) {
    normalize(list);
    return atomFor(AtomKind::List, m_lists.intern(std::move(list)));
}

const Atom* TypeTables::mappingAtom(MappingAtomicType mapping) {
    normalize(mapping);
    return atomFor(AtomKind::Mapping, m_mappings.intern(std::move(mapping)));
}

const Atom* TypeTables::functionAtom(FunctionAtomicType function) {
    return atomFor(AtomKind::Function, m_functions.intern(std::move(function)));
}

const Atom* TypeTables::distinctAtom(uint32_t id) {
    const std::lock_guard lock(m_mutex);
    if (m_distinctAtoms.size() <= id)
        m_distinctAtoms.resize(id + 1);
    if (!m_distinctAtoms[id]) {
        Atom& made = m_atoms.emplace_back(static_cast<uint32_t>(m_atoms.size()), AtomKind::Distinct);
        made.distinctId = id;
        m_distinctAtoms[id] = &made;
    }
    return m_distinctAtoms[id];
}

Atom* TypeTables::recursiveAtom(AtomKind kind) {
    const std::lock_guard lock(m_mutex);
    Atom& made = m_atoms.emplace_back(static_cast<uint32_t>(m_atoms.size()), kind);
    made.isRecursive = true;
    made.definition.store(kind == AtomKind::List      ? static_cast<const void*>(&m_anyList)
                          : kind == AtomKind::Mapping ? static_cast<const void*>(&m_anyMapping)
                                                      : static_cast<const void*>(&m_anyFunction));
    return &made;
}

void TypeTables::define(const Atom* atom, ListAtomicType list) {
    normalize(list);
    const std::lock_guard lock(m_mutex);
    const_cast<Atom*>(atom)->definition.store(&m_recursiveLists.emplace_back(std::move(list)));
}

void TypeTables::define(const Atom* atom, MappingAtomicType mapping) {
    normalize(mapping);
    const std::lock_guard lock(m_mutex);
    const_cast<Atom*>(atom)->definition.store(&m_recursiveMappings.emplace_back(std::move(mapping)));
}

void TypeTables::define(const Atom* atom, FunctionAtomicType function) {
    const std::lock_guard lock(m_mutex);
    const_cast<Atom*>(atom)->definition.store(&m_recursiveFunctions.emplace_back(std::move(function)));
}

Part TypeTables::part(IntPart value) {
    if (value.ranges.empty())
        return &emptyPart;
    if (value.ranges.front() == IntRange{INT64_MIN, INT64_MAX})
        return &wholePart;
    return m_ints.intern(std::move(value));
}

Part TypeTables::part(FloatPart value) {
    if (value.set.isNothing())
        return &emptyPart;
    return value.set.isEverything() ? &wholePart : m_floats.intern(std::move(value));
}

Part TypeTables::part(DecimalPart value) {
    if (value.set.isNothing())
        return &emptyPart;
    return value.set.isEverything() ? &wholePart : m_decimals.intern(std::move(value));
}

Part TypeTables::part(StringPart value) {
    if (value.chars.isNothing() && value.others.isNothing())
        return &emptyPart;
    if (value.chars.isEverything() && value.others.isEverything())
        return &wholePart;
    return m_strings.intern(std::move(value));
}

Part TypeTables::part(XmlPart value) {
    if (value == XmlPart{})
        return &emptyPart;
    return value == wholeXml() ? &wholePart : m_xmls.intern(std::move(value));
}

SemType TypeTables::typeOf(BasicType basicType, Part part) {
    if (part == &emptyPart)
        return neverType;
    return part == &wholePart ? wholeType(basicType) : typeOf(0, bitOf(basicType), {&part, 1});
}

SemType TypeTables::typeOf(uint32_t all, uint32_t some, std::span<const Part> parts) {
    if (parts.empty())
        return wholeType(all);
    return {all, some, m_parts.intern(std::vector<Part>(parts.begin(), parts.end()))->data()};
}

uint32_t TypeTables::distinctId(std::string_view key) {
    const std::lock_guard lock(m_mutex);
    const auto [entry, isNew] = m_distinctIds.emplace(key, static_cast<uint32_t>(m_distinctKeys.size()));
    if (isNew)
        m_distinctKeys.emplace_back(key);
    return entry->second;
}

std::string_view TypeTables::distinctKey(uint32_t id) const {
    const std::lock_guard lock(m_mutex);
    return id < m_distinctKeys.size() ? std::string_view(m_distinctKeys[id]) : std::string_view();
}

void TypeTables::setName(const SemType& type, std::string_view name) {
    if (type.isWhole())
        return;
    const std::lock_guard lock(m_mutex);
    m_names.emplace(type, name);
}

std::string_view TypeTables::nameOf(const SemType& type) const {
    const std::lock_guard lock(m_mutex);
    const auto found = m_names.find(type);
    return found == m_names.end() ? std::string_view() : std::string_view(found->second);
}

} // namespace barre::types
