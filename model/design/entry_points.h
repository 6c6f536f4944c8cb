#pragma once

#include "model/design/item_kinds.h"
#include "model/design/location.h"

#include <string>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// A row of the project tree.
struct TreeItem {
    SymbolId id;
    ItemKind kind{};
    std::string label;     ///< `/chat`, `get rooms/[room]`, `onOpen`
    std::string detail;    ///< `8080`, `isolated`, a type; short
    std::string icon;      ///< name of the icon
    std::string module;    ///< empty for the default module
    Location location;     ///< the whole declaration
    SourceRange nameRange; ///< where its name is written
    ProblemCount problems;
    std::vector<TreeItem> children;
};

struct TreeGroup {
    ItemGroup group{};
    std::string title;
    std::vector<TreeItem> items;
};

/// The project tree: always all groups, in order, also the empty ones.
struct EntryPoints {
    std::string projectName;
    std::vector<TreeGroup> groups;
};

/// Entry points, listeners, connections, types, functions, variables and configurations of a project.
EntryPoints buildEntryPoints(const model::Snapshot& snapshot);

/// The item of an id, or null.
const TreeItem* findItem(const EntryPoints& tree, const SymbolId& id);

/// The innermost declaration around a place, empty when there is none.
SymbolId symbolAt(const model::Snapshot& snapshot, const std::string& file, uint32_t offset);
inline SymbolId symbolAt(const model::Snapshot& snapshot, const Location& place) {
    return symbolAt(snapshot, place.file, place.range.begin);
}

/// Where the declaration of an id is now, empty when it is gone.
Location locate(const model::Snapshot& snapshot, const SymbolId& id);

} // namespace barre::design
