#include "model/semantics/given_fields.h"

#include <algorithm>

namespace barre::model {

GivenFields::Clash::Kind GivenFields::Spread::clashWith(const std::string& name) const {
    if (std::find(possible.begin(), possible.end(), name) != possible.end())
        return Clash::Kind::Certain;
    return isOpen && !excluded.contains(name) ? Clash::Kind::Possible : Clash::Kind::None;
}

GivenFields::Clash GivenFields::addSpecific(const std::string& name) {
    m_sure.insert(name);
    if (!m_specific.insert(name).second)
        return {Clash::Kind::Certain, name};
    for (const Spread& spread : m_spreads)
        if (const Clash::Kind kind = spread.clashWith(name); kind != Clash::Kind::None)
            return {kind, name};
    return {};
}

GivenFields::Clash GivenFields::addSpread(const types::SemType& mapping) {
    Spread spread = read(mapping);
    const Clash clash = clashOf(spread);
    m_sure.insert(spread.sure.begin(), spread.sure.end());
    m_spreads.push_back(std::move(spread));
    return clash;
}

GivenFields::Spread GivenFields::read(const types::SemType& mapping) {
    Spread spread;
    const auto atomic = types::mappingAtomicType(m_types, mapping);
    if (!atomic) {
        spread.isOpen = true;
        return spread;
    }
    for (size_t i = 0; i < atomic->names.size(); ++i) {
        const types::Slot& slot = atomic->slots[i];
        if (slot.valueType().isNever())
            spread.excluded.insert(atomic->names[i]);
        else
            (slot.isOptional() ? spread.possible : spread.sure).push_back(atomic->names[i]);
    }
    spread.possible.insert(spread.possible.end(), spread.sure.begin(), spread.sure.end());
    spread.isOpen = !atomic->rest.valueType().isNever();
    return spread;
}

GivenFields::Clash GivenFields::clashOf(const Spread& spread) const {
    Clash found;
    const auto note = [&](Clash::Kind kind, const std::string& name) {
        if (kind != Clash::Kind::None && found.kind != Clash::Kind::Certain)
            found = {kind, name};
    };
    for (const std::string& name : m_specific)
        note(spread.clashWith(name), name);
    for (const Spread& other : m_spreads) {
        for (const std::string& name : spread.possible)
            note(other.clashWith(name), name);
        for (const std::string& name : other.possible)
            note(spread.clashWith(name), name);
        if (spread.isOpen && other.isOpen)
            note(Clash::Kind::BothOpen, {});
    }
    return found;
}

} // namespace barre::model
