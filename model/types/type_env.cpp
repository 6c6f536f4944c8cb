#include "model/types/type_env.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/standard_types.h"
#include "model/types/type_memo.h"

#include <algorithm>

namespace barre::types {

namespace {

AtomKind atomKindOf(BasicType basicType) {
    switch (representationOf(basicType)) {
    case Representation::MappingBdd: return AtomKind::Mapping;
    case Representation::FunctionBdd: return AtomKind::Function;
    default: return AtomKind::List;
    }
}

} // namespace

std::optional<size_t> MappingAtomicType::indexOf(std::string_view name) const {
    const auto found = std::lower_bound(names.begin(), names.end(), name);
    if (found == names.end() || *found != name)
        return std::nullopt;
    return static_cast<size_t>(found - names.begin());
}

const Slot& MappingAtomicType::slotOf(std::string_view name) const {
    const auto index = indexOf(name);
    return index ? slots[*index] : rest;
}

const ObjectMember* ObjectAtomicType::member(std::string_view name, MemberKind kind) const {
    const auto found = std::find_if(members.begin(), members.end(),
                                    [&](const ObjectMember& m) { return m.kind == kind && m.name == name; });
    return found == members.end() ? nullptr : &*found;
}

TypeEnv::TypeEnv() : m_tables(std::make_unique<TypeTables>()) {
    TypeContext context(*this);
    makeStandardTypes(context);
}

TypeEnv::~TypeEnv() = default;

Placeholder TypeEnv::declare(BasicType kind) {
    const Atom* atom = m_tables->recursiveAtom(atomKindOf(kind));
    return {atom, m_tables->typeOf(kind, m_tables->bddOf(atom))};
}

uint32_t TypeEnv::distinctId(std::string_view key) {
    return m_tables->distinctId(key);
}
std::string_view TypeEnv::distinctKey(uint32_t id) const {
    return m_tables->distinctKey(id);
}
void TypeEnv::setName(const SemType& type, std::string_view name) {
    m_tables->setName(type, name);
}
std::string_view TypeEnv::nameOf(const SemType& type) const {
    return m_tables->nameOf(type);
}
SemType TypeEnv::readonlyType() const {
    return m_tables->readonlyType;
}
SemType TypeEnv::anydataType() const {
    return m_tables->anydataType;
}
SemType TypeEnv::jsonType() const {
    return m_tables->jsonType;
}

TypeContext::TypeContext(TypeEnv& env) : m_env(env), m_memo(std::make_unique<TypeMemo>()) {}
TypeContext::~TypeContext() = default;

} // namespace barre::types
