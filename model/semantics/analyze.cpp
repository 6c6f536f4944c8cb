// The analysis of a package: its modules in the order of their imports.
#include "model/semantics/analyze.h"

#include "model/semantics/checker.h"
#include "model/semantics/exposed_symbols.h"
#include "model/semantics/initialization_cycles.h"
#include "model/semantics/isolation.h"
#include "model/semantics/websocket_contract.h"

#include <algorithm>
#include <map>

namespace barre::model {

ModuleAnalysis::ModuleAnalysis(const ModuleInput& input, const ModuleName& name, bool isDefaultModule,
                               types::TypeContext& types, Library& library, ModuleProvider& provider,
                               bool isLibrary)
    : m_ownTables(std::make_unique<ModelTables>()), m_tables(m_ownTables.get()), m_types(types),
      m_library(library), m_provider(provider), m_isLibrary(isLibrary) {
    ModuleSymbol& module = m_tables->make<ModuleSymbol>();
    m_tables->module = &module;
    module.module = &module;
    module.moduleName = name;
    module.name = name.text();
    module.isDefaultModule = isDefaultModule;
    for (const SourceInput& file : input.files) {
        module.files.push_back(file.path);
        m_tables->trees.push_back(file.tree);
    }
    module.imports.resize(input.files.size());
    module.namespaces.resize(input.files.size());
}

void ModuleAnalysis::declareAll() {
    declare();
    resolveAll();
}

void ModuleAnalysis::checkAll() {
    checkBodies();
    if (!m_isLibrary)
        checkRules();
}

void ModuleAnalysis::checkRules() {
    m_ruleDiagnostics.clear();
    m_sink = &m_ruleDiagnostics;
    addFindings(checkIsolation(*m_tables, m_types, m_isolation));
    addFindings(findInitializationCycles(*m_tables));
    addFindings(checkWebSocketContract(*m_tables, m_types));
    addFindings(findExposedSymbols(*m_tables));
    reportUnusedImports();
    m_sink = &m_diagnostics;
}

std::vector<Diagnostic> ModuleAnalysis::diagnostics() const {
    std::vector<Diagnostic> all = m_diagnostics;
    for (const auto& [function, record] : m_bodies)
        all.insert(all.end(), record.diagnostics.begin(), record.diagnostics.end());
    all.insert(all.end(), m_ruleDiagnostics.begin(), m_ruleDiagnostics.end());
    return all;
}

void ModuleAnalysis::addFindings(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings)
        report(finding.code, finding.node, finding.args);
}

void ModuleAnalysis::resolveAll() {
    for (size_t i = 0; i < module().members.size(); ++i)
        resolve(module().members[i]);
    checkRepeatedMembers();
}

void ModuleAnalysis::checkBodies() {
    checkModuleDefaults();
    for (const Symbol* member : module().members) {
        Checker checker(*this, member->file);
        if (const auto* function = as<FunctionSymbol>(member))
            checker.checkFunction(const_cast<FunctionSymbol&>(*function));
        else if (const auto* object = as<ClassSymbol>(member)) {
            checker.checkMetadata(object->decl);
            checker.checkClass(*object);
        } else if (const auto* service = as<ServiceSymbol>(member))
            checker.checkService(*service);
        else if (const auto* variable = as<VariableSymbol>(member))
            checkModuleLevel(checker, *variable);
        else
            checker.checkMetadata(member->decl);
        if (const auto* annotation = as<AnnotationSymbol>(member))
            checker.checkAnnotationDecl(*annotation);
    }
    checkUnnamedVariables();
    for (const auto& [node, record] : std::map(m_records.begin(), m_records.end()))
        checkDefaultsOf(*record);
    for (const auto& [node, object] : std::map(m_objects.begin(), m_objects.end()))
        if (object->role == ClassRole::ObjectType)
            Checker(*this, object->file).checkNetworkMethods(*object);
}

/// `int _ = f();` declares nothing, but its initialiser is run.
void ModuleAnalysis::checkUnnamedVariables() {
    for (uint32_t file = 0; file < tables().trees.size(); ++file)
        for (const syntax::Node* member : tables().trees[file]->root()->childNodes())
            if (const auto* decl = syntax::ModuleVarDecl::cast(member);
                decl && m_checkedDecls.insert(decl).second) {
                resolveModulePattern(*this, decl);
                Checker(*this, file).checkModuleVariable(decl);
            }
}

void ModuleAnalysis::checkDefaultsOf(const RecordSymbol& record) {
    if (m_checkedDecls.insert(record.decl).second)
        Checker(*this, record.file).checkRecordDefaults(record);
}

void ModuleAnalysis::checkModuleLevel(Checker& checker, const VariableSymbol& variable) {
    if (const auto* listener = syntax::ListenerDecl::cast(variable.decl))
        checker.checkListener(listener);
    else if (const auto* decl = syntax::ModuleVarDecl::cast(variable.decl);
             decl && m_checkedDecls.insert(decl).second)
        checker.checkModuleVariable(decl);
}

/// Finds modules of the package, analysing them when they are first imported, and those of the library. Lives
/// as long as the model, to check changed bodies again.
class PackageAnalysis : public ModuleProvider {
public:
    PackageAnalysis(PackageModel& model, PackageInput input, const std::shared_ptr<Library>& library)
        : m_model(model), m_input(std::move(input)), m_library(library), m_types(library->typeEnv()) {
        m_model.library = library;
    }

    void run() {
        for (size_t i = 0; i < m_input.modules.size(); ++i)
            analyse(i);
        for (ModuleInput& module : m_input.modules)
            module.files.clear(); // the models have them
        finish();
    }

    bool recheck(syntax::SyntaxTree& tree, const syntax::BodyChange& change) {
        for (const auto& [index, analysis] : m_analyses) {
            const auto& trees = analysis->tables().trees;
            const auto isTree = [&](const auto& each) { return each.get() == &tree; };
            if (std::none_of(trees.begin(), trees.end(), isTree))
                continue;
            if (!analysis->canRecheck(change))
                return false;
            analysis->recheck(tree, change);
            finish();
            return true;
        }
        return false;
    }

    std::shared_ptr<const SemanticModel> find(const ModuleName& name, bool& isCycle) override {
        if (name.org.empty() || name.org == m_input.org)
            for (size_t i = 0; i < m_input.modules.size(); ++i)
                if (m_input.modules[i].name == name.name) {
                    isCycle = m_states[i] == State::Busy;
                    return isCycle ? nullptr : analyse(i);
                }
        const bool isStandard =
            name.org == "ballerina" || (name.org.empty() && name.name.starts_with("lang."));
        return isStandard ? m_library->module(name.name) : nullptr;
    }

private:
    enum class State : uint8_t { New, Busy, Done };

    void finish() {
        for (const auto& model : m_model.modules)
            addLibraries(*model);
        m_model.diagnostics.clear();
        for (const auto& [index, analysis] : m_analyses)
            for (Diagnostic& diagnostic : analysis->diagnostics())
                m_model.diagnostics.push_back(std::move(diagnostic));
        sortDiagnostics();
    }

    /// The library modules that the model reaches, imported ones first.
    void addLibraries(const SemanticModel& model) {
        for (const auto& import : model.imports()) {
            if (!m_reached.insert(import.get()).second)
                continue;
            addLibraries(*import);
            if (std::ranges::find(m_model.modules, import) == m_model.modules.end())
                m_model.libraries.push_back(import);
        }
    }

    std::shared_ptr<const SemanticModel> analyse(size_t index) {
        if (m_states[index] == State::Done)
            return m_done[index];
        m_states[index] = State::Busy;
        const ModuleInput& input = m_input.modules[index];
        ModuleAnalysis& analysis =
            *(m_analyses[index] = std::make_unique<ModuleAnalysis>(
                  input, ModuleName{m_input.org, input.name}, index == 0, m_types, *m_library, *this, false));
        const auto model = std::make_shared<const SemanticModel>(analysis.takeTables());
        analysis.declareAll();
        analysis.checkAll();
        m_states[index] = State::Done;
        m_done[index] = model;
        m_model.modules.push_back(model);
        return model;
    }

    void sortDiagnostics() {
        const auto before = [](const Diagnostic& a, const Diagnostic& b) {
            return std::tie(a.path, a.range.begin, a.range.end, a.code) <
                   std::tie(b.path, b.range.begin, b.range.end, b.code);
        };
        std::stable_sort(m_model.diagnostics.begin(), m_model.diagnostics.end(), before);
        const auto same = [](const Diagnostic& a, const Diagnostic& b) {
            return a.path == b.path && a.range == b.range && a.code == b.code;
        };
        const auto end = std::unique(m_model.diagnostics.begin(), m_model.diagnostics.end(), same);
        m_model.diagnostics.erase(end, m_model.diagnostics.end());
    }

    PackageModel& m_model;
    PackageInput m_input;
    std::shared_ptr<Library> m_library;
    types::TypeContext m_types;
    std::unordered_set<const SemanticModel*> m_reached;
    std::map<size_t, State> m_states;
    std::map<size_t, std::shared_ptr<const SemanticModel>> m_done;
    std::map<size_t, std::unique_ptr<ModuleAnalysis>> m_analyses;
};

std::shared_ptr<PackageModel> analyze(PackageInput package, const std::shared_ptr<Library>& library) {
    auto model = std::make_shared<PackageModel>();
    model->analysis = std::make_shared<PackageAnalysis>(*model, std::move(package), library);
    model->analysis->run();
    return model;
}

bool recheck(PackageModel& package, syntax::SyntaxTree& tree, const syntax::BodyChange& change) {
    return package.analysis->recheck(tree, change);
}

} // namespace barre::model
