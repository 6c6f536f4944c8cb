#pragma once

#include "model/diagnostics/diagnostic.h"
#include "model/semantics/symbols.h"
#include "model/types/type_env.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace barre::model {

class SemanticModel;
struct EmbeddedFile;

/// The library modules (`resources/ballerina/<module>/*.bal`), each parsed and resolved when it is first
/// asked for and then shared, unchanged, by every analysis that was given this Library. Thread-safe. Owned by
/// whoever analyses more than once: a Workspace, a command.
class Library {
public:
    /// Of the files that are linked into the program.
    Library();
    /// Of other files, for tests.
    explicit Library(std::span<const EmbeddedFile> files);
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library();

    /// Where the types of all analyses with this Library live.
    types::TypeEnv& typeEnv() const;
    /// Null if there is no such module. `name` without the org: `lang.array`, `io`.
    std::shared_ptr<const SemanticModel> module(std::string_view name);
    /// Names of all modules, sorted.
    std::vector<std::string> moduleNames() const;
    /// Which have been asked for, imported ones first.
    std::vector<std::shared_ptr<const SemanticModel>> loaded() const;
    /// What is wrong with the library itself; empty unless it is being worked on.
    std::vector<Diagnostic> diagnostics() const;

private:
    struct Contents;
    std::unique_ptr<Contents> m_contents;
};

} // namespace barre::model
