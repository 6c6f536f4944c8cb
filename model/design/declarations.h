#pragma once

#include "model/design/entry_points.h"
#include "model/project/snapshot.h"
#include "model/syntax/nodes.h"

#include <optional>
#include <string>
#include <vector>

namespace barre::design {

/// A declaration of a project, while its snapshot is at hand.
struct Declaration {
    SymbolId id;
    std::string name; ///< without quote; empty for services
    const syntax::Node* node = nullptr;
    SymbolId ownerId; ///< the class or service around a member
    const syntax::Node* owner = nullptr;
    const model::SourceFile* file = nullptr;
    const model::SourceModule* module = nullptr;

    Location location() const;
    /// The name, or what is said for one that is not written yet.
    std::string shownName() const { return name.empty() ? "unnamed" : name; }
    std::string moduleName() const; ///< empty for the default module
    bool isTest() const;            ///< stands in a `tests` folder
};

/// All declarations of a project with their ids, members after their owner, in the order of files and text.
std::vector<Declaration> declarationsOf(const model::Snapshot& snapshot);

/// Those of the program itself, without its tests.
std::vector<Declaration> programDeclarationsOf(const model::Snapshot& snapshot);

/// The file that new declarations go to when none is meant: the first that is no test.
std::string firstFileOf(const model::Snapshot& snapshot);

/// The declaration of an id.
std::optional<Declaration> findDeclaration(const model::Snapshot& snapshot, const SymbolId& id);

/// The declaration that a name means in a module (`prefix` of the file that says it may be empty), or null.
const Declaration* findNamed(const std::vector<Declaration>& all, const syntax::Node* place,
                             std::string_view prefix, std::string_view name);

/// The class that a type reference names, or null.
const Declaration* findClass(const std::vector<Declaration>& all, const syntax::Node* typeReference);

/// The member of an owner, or null.
const Declaration* findMember(const std::vector<Declaration>& all, const SymbolId& owner,
                              std::string_view name);

/// What kind of thing it is shown as.
ItemKind itemKindOf(const Declaration& declaration);

/// A connection class includes `*websocket:Service` or is made by an upgrade resource.
bool isConnectionClass(const std::vector<Declaration>& all, const Declaration& declaration);

/// A service that a websocket:Listener serves or whose `get` resource upgrades.
bool isWebSocketService(const std::vector<Declaration>& all, const Declaration& declaration);

/// A resource whose accessor is `get` and whose return type mentions websocket:Service.
bool isUpgradeResource(const syntax::Node* resource);

/// The classes of the project that a resource makes with `new C(…)`, those that it returns first, and where.
struct MadeClass {
    const Declaration* declaration = nullptr;
    const syntax::ExplicitNewExpr* expression = nullptr;
};
std::vector<MadeClass> classesMadeBy(const std::vector<Declaration>& all, const syntax::Node* function);

/// The value of a service's @websocket:ServiceConfig, or null.
const syntax::MappingConstructorExpr* serviceConfigOf(const syntax::Node* service);

/// The arguments of `new (…)` or `new T(…)`, also behind `check`; null for other expressions.
const syntax::ArgList* argumentsOfNew(const syntax::Node* expression);

/// The first argument of `new (…)`: the port of a listener; null when there is none.
const syntax::Expression* portOf(const syntax::Node* newListener);

/// `/chat`, empty without an attach point.
std::string servicePathOf(const syntax::ServiceDecl* service);
/// `rooms/[string room]` as it is written, in one line.
std::string resourcePathOf(const syntax::FunctionLike* resource);
/// `get rooms/[room]`: accessor and path with the names of its parameters.
std::string resourceLabel(const syntax::FunctionLike* resource);

/// What a configurable is when it runs: Config.toml's text, else its default, "not set" when it has none.
std::string configuredText(const model::Snapshot& snapshot, const Declaration& configurable);

/// Problems whose range lies in a piece of a file.
ProblemCount problemsIn(const model::Snapshot& snapshot, const Location& location);

/// The module-level variables, clients and functions of the project that a node uses, each once, in order of
/// use.
std::vector<const Declaration*> usesOf(const std::vector<Declaration>& all, const syntax::Node* node);

} // namespace barre::design
