#pragma once

#include "model/types/projections.h"

#include <string>
#include <unordered_set>
#include <vector>

namespace barre::model {

/// The fields that a mapping constructor has given so far, to find those that it may give twice.
class GivenFields {
public:
    explicit GivenFields(types::TypeContext& types) : m_types(types) {}

    struct Clash {
        enum class Kind : uint8_t {
            None,
            Certain,  ///< both have the field
            Possible, ///< an open mapping that is spread may have it
            BothOpen, ///< two mappings that are spread may have fields of any name
        } kind = Kind::None;
        std::string name;

        explicit operator bool() const { return kind != Kind::None; }
    };

    /// Notes a field, and tells which earlier one it clashes with.
    Clash addSpecific(const std::string& name);
    /// The same for all fields of a mapping that is spread.
    Clash addSpread(const types::SemType& mapping);
    /// Whether the constructed mapping surely has the field.
    bool contains(const std::string& name) const { return m_sure.contains(name); }

private:
    /// A mapping that is spread: the fields that it declares and may have, and whether it may have others.
    struct Spread {
        std::vector<std::string> possible, sure;
        std::unordered_set<std::string> excluded; ///< `never x?`
        bool isOpen = false;

        Clash::Kind clashWith(const std::string& name) const;
    };
    Spread read(const types::SemType& mapping);
    Clash clashOf(const Spread& spread) const;

    types::TypeContext& m_types;
    std::unordered_set<std::string> m_specific, m_sure;
    std::vector<Spread> m_spreads;
};

} // namespace barre::model
