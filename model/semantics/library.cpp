#include "model/semantics/library.h"

#include "model/project/embedded_files.h"
#include "model/semantics/analysis.h"
#include "model/syntax/parser.h"

#include <algorithm>
#include <map>
#include <mutex>

namespace barre::model {

namespace {

constexpr std::string_view libraryFolder = "ballerina/";

/// `lang.array` of `ballerina/lang.array/array.bal`; empty if the file is no library module's.
std::string_view moduleOfPath(std::string_view path) {
    if (!path.starts_with(libraryFolder) || !path.ends_with(".bal"))
        return {};
    path.remove_prefix(libraryFolder.size());
    return path.substr(0, path.find('/'));
}

} // namespace

struct Library::Contents : ModuleProvider {
    explicit Contents(Library& owner, std::span<const EmbeddedFile> files) : owner(owner), types(env) {
        for (const EmbeddedFile& file : files)
            if (const std::string_view module = moduleOfPath(file.path); !module.empty())
                this->files[std::string(module)].push_back(file);
    }

    std::shared_ptr<const SemanticModel> find(const ModuleName& name, bool& isCycle) override {
        isCycle = false;
        return name.org.empty() || name.org == "ballerina" ? load(name.name) : nullptr;
    }

    /// Library modules may import each other: bodies are checked when the declarations of all are there.
    std::shared_ptr<const SemanticModel> load(const std::string& name) {
        if (const auto found = models.find(name); found != models.end())
            return found->second;
        const auto source = files.find(name);
        if (source == files.end())
            return nullptr;
        ModuleInput input;
        input.name = name;
        ++depth;
        for (const EmbeddedFile& file : source->second) {
            input.files.push_back({std::string(file.path), syntax::parseModulePart(std::string(file.bytes))});
            std::ranges::copy(input.files.back().tree->diagnostics(), std::back_inserter(diagnostics));
        }
        ModuleAnalysis& analysis = *pending.emplace_back(std::make_unique<ModuleAnalysis>(
            input, ModuleName{"ballerina", name}, false, types, owner, *this, true));
        tables.push_back(&analysis.tables());
        auto model = std::make_shared<const SemanticModel>(analysis.takeTables());
        models.emplace(name, model);
        analysis.declareAll();
        order.push_back(model);
        if (depth == 1)
            checkPending();
        --depth;
        return model;
    }

    void checkPending() {
        while (!pending.empty()) {
            const std::unique_ptr<ModuleAnalysis> analysis = std::move(pending.back());
            pending.pop_back();
            analysis->checkAll();
            const std::vector<Diagnostic> found = analysis->diagnostics();
            diagnostics.insert(diagnostics.end(), found.begin(), found.end());
        }
    }

    Library& owner;
    types::TypeEnv env;
    types::TypeContext types;
    std::map<std::string, std::vector<EmbeddedFile>, std::less<>> files;
    std::map<std::string, std::shared_ptr<const SemanticModel>> models;
    std::vector<std::shared_ptr<const SemanticModel>> order;
    std::vector<std::unique_ptr<ModuleAnalysis>> pending;
    int depth = 0;
    std::vector<ModelTables*> tables; ///< of all models
    std::vector<Diagnostic> diagnostics;
    std::recursive_mutex mutex;
};

Library::Library() : Library(embeddedFiles()) {}
Library::Library(std::span<const EmbeddedFile> files)
    : m_contents(std::make_unique<Contents>(*this, files)) {}

Library::~Library() {
    for (ModelTables* tables : m_contents->tables)
        tables->imports.clear(); // library modules may import each other
}

types::TypeEnv& Library::typeEnv() const {
    return m_contents->env;
}

std::shared_ptr<const SemanticModel> Library::module(std::string_view name) {
    const std::lock_guard lock(m_contents->mutex);
    return m_contents->load(std::string(name));
}

std::vector<std::string> Library::moduleNames() const {
    std::vector<std::string> names;
    for (const auto& [name, files] : m_contents->files)
        names.push_back(name);
    return names;
}

std::vector<std::shared_ptr<const SemanticModel>> Library::loaded() const {
    const std::lock_guard lock(m_contents->mutex);
    return m_contents->order;
}

std::vector<Diagnostic> Library::diagnostics() const {
    const std::lock_guard lock(m_contents->mutex);
    return m_contents->diagnostics;
}

} // namespace barre::model
