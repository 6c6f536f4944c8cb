#include "model/project/snapshot.h"

#include "model/semantics/analyze.h"
#include "model/syntax/parser.h"

#include <algorithm>
#include <filesystem>

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
        collectDiagnostics();
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
        m_snapshot->m_package = analyze(input, library);
        for (SourceModule& module : m_snapshot->m_modules)
            for (const auto& model : m_snapshot->m_package->modules)
                if (model->module().moduleName.name == module.name)
                    module.semantics = model;
    }

    void collectDiagnostics() {
        std::vector<Diagnostic>& all = m_snapshot->m_diagnostics;
        const auto add = [&](const std::vector<Diagnostic>& some, const std::string& path) {
            for (Diagnostic diagnostic : some) {
                if (diagnostic.path.empty())
                    diagnostic.path = path;
                all.push_back(std::move(diagnostic));
            }
        };
        add(m_snapshot->m_manifest.diagnostics, "Ballerina.toml");
        add(m_snapshot->m_config.diagnostics, "Config.toml");
        for (const SourceFile& file : m_snapshot->m_files)
            add(file.tree->diagnostics(), file.path);
        if (m_snapshot->m_package)
            add(m_snapshot->m_package->diagnostics, {});
        std::ranges::stable_sort(all, [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.path, a.range) < std::tie(b.path, b.range);
        });
    }

    const Workspace& m_workspace;
    const Snapshot* m_previous;
    std::shared_ptr<Snapshot> m_snapshot = std::make_shared<Snapshot>();
};

std::shared_ptr<const Snapshot> takeSnapshot(const Workspace& workspace,
                                             const std::shared_ptr<Library>& library,
                                             const Snapshot* previous, Analysis analysis) {
    return SnapshotBuilder(workspace, previous).build(library, analysis);
}

} // namespace barre::model
