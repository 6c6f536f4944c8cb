#pragma once

#include "model/design/location.h"
#include "model/design/node_kinds.h"

#include <string>
#include <utility>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// A name that can be used at a place.
struct ScopeItem {
    std::string name;
    std::string type;
    std::string icon;
    SymbolId id; ///< of module-level declarations
    bool isModuleLevel = false;
    bool isCaller = false; ///< a websocket:Caller
    bool isClient = false; ///< an object of a client class
};

/// Locals, parameters and `self` first (the nearest first), then what the module declares.
std::vector<ScopeItem> scopeAt(const model::Snapshot& snapshot, const std::string& file, uint32_t offset);

/// The text for a field of a new step.
struct FieldValue {
    FieldId field{};
    std::string text;
};

/// Something that the palette offers.
struct PaletteEntry {
    NodeKind kind{};
    std::string label;
    std::string detail; ///< `caller`, a signature
    std::string icon;
    std::string help;
    std::string also; ///< other words that a search finds it by
    ColourKind colour{};
    std::vector<FieldValue> values; ///< beside the defaults of the kind
};

struct PaletteSection {
    std::string title;
    std::vector<PaletteEntry> entries;
};

/// What can be inserted at a place: calls on what is in scope first, then the sections of the table.
std::vector<PaletteSection> buildPalette(const model::Snapshot& snapshot, const std::string& file,
                                         uint32_t offset);

} // namespace barre::design
