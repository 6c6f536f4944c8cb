#pragma once

#include "model/design/item_kinds.h"
#include "model/design/location.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

enum class OptionOwner : uint8_t { Service, Listener };

/// A row of options.def.
struct OptionRow {
    OptionOwner owner;
    std::string_view name; ///< `idleTimeout`
    std::string_view label;
    std::string_view type;
    std::string_view defaultText; ///< empty when it has none
    std::string_view help;
};

std::span<const OptionRow> optionRows();

/// An option and what the text says about it.
struct Option {
    const OptionRow* row = nullptr; ///< null for an option that the table does not know
    std::string name;
    std::string text; ///< the expression, or the default when it is not set
    bool isSet = false;
    SourceRange range; ///< of the expression, empty when it is not set
};

enum class ParameterRole : uint8_t { Path, PathRest, Query, Header, Request, Caller, Message, Other };

/// A parameter as it is written.
struct Parameter {
    ParameterRole role{};
    std::string name;
    std::string type;
    std::string defaultText; ///< empty when it has none
    std::string annotations; ///< `@http:Header`
    bool isRest = false;
    SourceRange range;
    SourceRange nameRange; ///< empty when it has no name
};

/// What `on` names: a module-level listener, or `new websocket:Listener(…)` in place.
struct AttachedListener {
    std::string text;
    SymbolId id;      ///< empty for a listener that is made in place
    std::string port; ///< the text of its port argument
    SourceRange range;
};

/// A class that an upgrade resource returns.
struct ReturnedClass {
    std::string name;
    SymbolId id;          ///< empty when it is not declared in this project
    SourceRange newRange; ///< the `new C(…)` expression
};

/// A resource method of a service: for WebSocket the one that upgrades.
struct ResourceDesign {
    SymbolId id;
    std::string accessor; ///< `get`
    std::string path;     ///< `.` or `rooms/[string room]`
    SourceRange pathRange;
    std::vector<Parameter> parameters; ///< path parameters first
    std::string returns;               ///< `websocket:Service|error`
    SourceRange returnsRange;
    std::vector<ReturnedClass> classes;
    bool isUpgrade = false;
    int steps = 0;
    Location location;
    ProblemCount problems;
};

/// Another member of a service: `init`, a method, a field.
struct ServiceMember {
    SymbolId id;
    ItemKind kind{};
    std::string label;
    std::string detail;
    std::string icon;
    Location location;
    ProblemCount problems;
};

/// A service, for its designer.
struct ServiceDesign {
    SymbolId id;
    std::string path; ///< `/chat`, empty when it is not written
    SourceRange pathRange;
    std::string type; ///< `websocket:UpgradeService`-like type descriptor when it is written
    bool isWebSocket = false;
    std::vector<AttachedListener> listeners;
    std::vector<ResourceDesign> resources;
    std::vector<ServiceMember> members;
    std::vector<Option> options; ///< all rows of the table, then unknown fields of the annotation
    std::string documentation;
    Location location; ///< empty when there is no such service
    ProblemCount problems;
};

ServiceDesign buildServiceDesign(const model::Snapshot& snapshot, const SymbolId& service);

/// A module-level listener, for its form.
struct ListenerDesign {
    SymbolId id;
    std::string name;
    SourceRange nameRange;
    std::string type; ///< `websocket:Listener`
    std::string port; ///< text of the first argument
    SourceRange portRange;
    std::vector<Option> options;
    std::vector<SymbolId> services; ///< that are attached
    bool isWebSocket = false;
    Location location;
    ProblemCount problems;
};

ListenerDesign buildListenerDesign(const model::Snapshot& snapshot, const SymbolId& listener);

} // namespace barre::design
