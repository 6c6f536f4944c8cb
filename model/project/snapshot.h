#pragma once

#include "model/diagnostics/diagnostic.h"
#include "model/project/manifest.h"
#include "model/project/workspace.h"

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace barre::syntax {
class SyntaxTree;
}

namespace barre::model {

class Library;
class SemanticModel;
struct PackageModel;

/// A .bal file of a snapshot.
struct SourceFile {
    std::string path; ///< relative to the project
    std::shared_ptr<const syntax::SyntaxTree> tree;

    std::string_view text() const;
};

/// A module of a snapshot: `name` is the package's for the default module, else `package.part`.
struct SourceModule {
    std::string name;
    std::vector<const SourceFile*> files; ///< by path
    bool isDefault = false;
    std::shared_ptr<const SemanticModel> semantics; ///< null when the project was not analysed
};

/// A project at one moment: files, trees, meaning, diagnostics. Immutable, shared by everybody who looks.
class Snapshot {
public:
    const std::string& root() const { return m_root; }
    const Manifest& manifest() const { return m_manifest; }
    const Config& config() const { return m_config; }
    bool isSingleFile() const { return m_isSingleFile; }

    /// The .bal files, by path.
    const std::vector<SourceFile>& files() const { return m_files; }
    const SourceFile* file(std::string_view path) const;
    /// The default module first.
    const std::vector<SourceModule>& modules() const { return m_modules; }
    /// The module a file belongs to, or null.
    const SourceModule* moduleOf(std::string_view path) const;

    /// The text of any file of the project, the .toml files too; empty when there is no such file.
    std::string_view text(std::string_view path) const;
    bool hasFile(std::string_view path) const;

    /// The meaning of the whole package; null when the project was not analysed.
    const std::shared_ptr<const PackageModel>& package() const { return m_package; }

    /// Everything that is wrong, by file and place.
    const std::vector<Diagnostic>& diagnostics() const { return m_diagnostics; }

private:
    friend class SnapshotBuilder;
    friend class SnapshotRecycler;
    void collectDiagnostics();

    std::string m_root;
    Manifest m_manifest;
    Config m_config;
    bool m_isSingleFile = false;
    std::vector<SourceFile> m_files;
    std::vector<SourceModule> m_modules;
    FileTexts m_otherTexts;
    std::shared_ptr<const PackageModel> m_package;
    std::vector<Diagnostic> m_diagnostics;
};

/// How much of a snapshot is wanted.
enum class Analysis : uint8_t { Everything, SyntaxOnly };

/// The snapshot of a project. Files that are the same as in `previous` keep their trees; `library` is shared
/// between snapshots and may be null for SyntaxOnly. A previous snapshot that is handed over (nobody else
/// holds it or a part of it) is made into the new one where only one function body differs: in time that
/// depends on that body, not on the project.
std::shared_ptr<const Snapshot> takeSnapshot(const Workspace& workspace,
                                             const std::shared_ptr<Library>& library,
                                             std::shared_ptr<const Snapshot> previous = nullptr,
                                             Analysis analysis = Analysis::Everything);

} // namespace barre::model
