#include "model/project/snapshot.h"

#include "model/project/first_mistakes.h"
#include "model/semantics/analyze.h"
#include "model/syntax/parser.h"
#include "model/syntax/reparse.h"

#include <algorithm>
#include <filesystem>
#include <map>

namespace barre::model {

std::string_view SourceFile::text() const {
    return tree->text();
}

const SourceFile* Snapshot::file(std::string_view path) const {
    const auto found = std::ranges::lower_bound(m_files, path, {}, &SourceFile::path);
    return found != m_files.end() && found->path == path ? &*found : nullptr;
}

const SourceModule* Snapshot::moduleOf(std::string_view path) const {
    for (const SourceModule& module : m_modules)
        for (const SourceFile* file : module.files)
            if (file->path == path)
                return &module;
    return nullptr;
}

std::string_view Snapshot::text(std::string_view path) const {
    if (const SourceFile* source = file(path))
        return source->text();
    const auto found = m_otherTexts.find(path);
    return found == m_otherTexts.end() ? std::string_view() : std::string_view(found->second);
}

bool Snapshot::hasFile(std::string_view path) const {
    return file(path) || m_otherTexts.contains(path);
}

void Snapshot::collectDiagnostics() {
    m_diagnostics.clear();
    const auto add = [&](const std::vector<Diagnostic>& some, const std::string& path) {
        for (Diagnostic diagnostic : some) {
            if (diagnostic.path.empty())
                diagnostic.path = path;
            m_diagnostics.push_back(std::move(diagnostic));
        }
    };
    add(m_manifest.diagnostics, "Ballerina.toml");
    add(m_config.diagnostics, "Config.toml");
    std::map<std::string_view, std::vector<Diagnostic>> semantic;
    if (m_package)
        for (const Diagnostic& diagnostic : m_package->diagnostics)
            semantic[diagnostic.path].push_back(diagnostic);
    for (const SourceFile& file : m_files) {
        std::vector<Diagnostic> syntax = file.tree->diagnostics();
        keepFirstMistakes(*file.tree, syntax, semantic[file.path]);
        add(syntax, file.path);
    }
    for (const auto& [path, some] : semantic)
        add(some, {});
    std::ranges::stable_sort(m_diagnostics, [](const Diagnostic& a, const Diagnostic& b) {
        return std::tie(a.path, a.range) < std::tie(b.path, b.range);
    });
}

/// Fills a snapshot, step by step.
class SnapshotBuilder {
public:
    SnapshotBuilder(const Workspace& workspace, const Snapshot* previous)
        : m_workspace(workspace), m_previous(previous) {}

    std::shared_ptr<const Snapshot> build(const std::shared_ptr<Library>& library, Analysis analysis) {
        readManifestAndConfig();
        parseFiles();
        makeModules();
        if (analysis == Analysis::Everything)
            analyzeModules(library);
        m_snapshot->collectDiagnostics();
        return m_snapshot;
    }

private:
    void readManifestAndConfig() {
        Snapshot& s = *m_snapshot;
        s.m_root = m_workspace.root;
        s.m_isSingleFile = m_workspace.isSingleFile();
        for (const auto& [path, text] : m_workspace.texts)
            if (!path.ends_with(".bal"))
                s.m_otherTexts.emplace(path, text);
        const std::filesystem::path name = s.m_isSingleFile
                                               ? std::filesystem::path(m_workspace.onlyFile).stem()
                                               : std::filesystem::path(m_workspace.root).filename();
        s.m_manifest = readManifest(s.text("Ballerina.toml"), name.string());
        s.m_config = readConfig(s.text("Config.toml"));
    }

    void parseFiles() {
        for (const auto& [path, text] : m_workspace.texts) {
            if (!path.ends_with(".bal"))
                continue;
            const SourceFile* old = m_previous ? m_previous->file(path) : nullptr;
            const bool same = old && old->text() == text;
            m_snapshot->m_files.push_back({path, same ? old->tree : syntax::parseModulePart(text)});
        }
    }

    std::string moduleNameOf(const std::string& path) const {
        const std::string& package = m_snapshot->m_manifest.name;
        if (!path.starts_with("modules/"))
            return package;
        const size_t end = path.find('/', 8);
        return end == std::string::npos ? package : package + "." + path.substr(8, end - 8);
    }

    SourceModule& moduleNamed(const std::string& name) {
        std::vector<SourceModule>& modules = m_snapshot->m_modules;
        const auto found = std::ranges::find(modules, name, &SourceModule::name);
        return found == modules.end() ? modules.emplace_back(SourceModule{name, {}, false, nullptr}) : *found;
    }

    void makeModules() {
        moduleNamed(m_snapshot->m_manifest.name).isDefault = true;
        for (const SourceFile& file : m_snapshot->m_files)
            moduleNamed(moduleNameOf(file.path)).files.push_back(&file);
    }

    void analyzeModules(const std::shared_ptr<Library>& library) {
        PackageInput input{m_snapshot->m_manifest.org, m_snapshot->m_manifest.name, {}};
        for (const SourceModule& module : m_snapshot->m_modules) {
            ModuleInput& target = input.modules.emplace_back(ModuleInput{module.name, {}});
            for (const SourceFile* file : module.files)
                target.files.push_back({file->path, file->tree});
        }
        m_snapshot->m_package = analyze(std::move(input), library);
        for (SourceModule& module : m_snapshot->m_modules)
            for (const auto& model : m_snapshot->m_package->modules)
                if (model->module().moduleName.name == module.name)
                    module.semantics = model;
    }

    const Workspace& m_workspace;
    const Snapshot* m_previous;
    std::shared_ptr<Snapshot> m_snapshot = std::make_shared<Snapshot>();
};

/// Brings a snapshot up to a change of one function body, as nobody sees it meanwhile: a change of what
/// cannot be told from a new one.
class SnapshotRecycler {
public:
    SnapshotRecycler(const Workspace& workspace, const std::shared_ptr<Library>& library,
                     const Snapshot& snapshot)
        : m_workspace(workspace), m_library(library), m_snapshot(const_cast<Snapshot&>(snapshot)) {
    } // made by make_shared<Snapshot>, and ours alone

    bool run() {
        if (!isSameProject() || !findChangedFile())
            return false;
        if (!m_changed)
            return true;
        if (!isOurs())
            return false;
        const std::string& text = m_workspace.texts.at(m_changed->path);
        const auto change = syntax::bodyChange(*m_changed->tree, differenceOf(m_changed->text(), text));
        auto& package = const_cast<PackageModel&>(*m_snapshot.m_package);
        auto& tree = const_cast<syntax::SyntaxTree&>(*m_changed->tree);
        if (!change.body || !recheck(package, tree, change))
            return false;
        m_snapshot.collectDiagnostics();
        return true;
    }

private:
    bool isSameProject() const {
        return m_snapshot.m_package && m_snapshot.m_package->library == m_library &&
               m_snapshot.m_root == m_workspace.root &&
               m_snapshot.m_isSingleFile == m_workspace.isSingleFile() &&
               m_workspace.texts.size() == m_snapshot.m_files.size() + m_snapshot.m_otherTexts.size();
    }

    /// False if more than one file, or another than a source file, differs.
    bool findChangedFile() {
        for (const auto& [path, text] : m_workspace.texts) {
            if (!m_snapshot.hasFile(path))
                return false;
            if (m_snapshot.text(path) == text)
                continue;
            if (m_changed || !m_snapshot.file(path))
                return false;
            m_changed = m_snapshot.file(path);
        }
        return true;
    }

    /// The tree is held by the file and by the tables of its module.
    bool isOurs() const { return m_snapshot.m_package.use_count() == 1 && m_changed->tree.use_count() == 2; }

    const Workspace& m_workspace;
    const std::shared_ptr<Library>& m_library;
    Snapshot& m_snapshot;
    const SourceFile* m_changed = nullptr;
};

std::shared_ptr<const Snapshot> takeSnapshot(const Workspace& workspace,
                                             const std::shared_ptr<Library>& library,
                                             std::shared_ptr<const Snapshot> previous, Analysis analysis) {
    const bool isRecyclable = previous.use_count() == 1 && analysis == Analysis::Everything;
    if (isRecyclable && SnapshotRecycler(workspace, library, *previous).run())
        return previous;
    return SnapshotBuilder(workspace, previous.get()).build(library, analysis);
}

} // namespace barre::model
