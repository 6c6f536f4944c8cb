// Names at module level: prefixes, and what they are prefixes of.
#include "model/semantics/analysis.h"
#include "model/semantics/name_hint.h"

namespace barre::model {

namespace {

/// Prefixes that need no import (section "Import declaration" of the specification).
constexpr std::string_view predeclaredPrefixes[] = {
    "boolean", "decimal", "error",  "float",  "function", "future",      "int",      "map",
    "object",  "regexp",  "stream", "string", "table",    "transaction", "typedesc", "xml",
};

bool isPredeclared(std::string_view prefix) {
    for (std::string_view known : predeclaredPrefixes)
        if (known == prefix)
            return true;
    return false;
}

/// What may be meant by a name without a prefix, in a scope of a body or (null) outside of one.
std::string hintFor(const std::string& name, const ModuleSymbol& module, const Scope* scope) {
    NameHint hint(name);
    for (; scope; scope = scope->outer())
        for (const Symbol* symbol : scope->symbols())
            hint.offer(symbol->name);
    for (const auto& [known, symbol] : module.byName)
        hint.offer(known);
    hint.offerWords();
    return hint.text();
}

/// The same for a member of another module.
std::string hintForMember(const std::string& name, const ModuleSymbol& module) {
    NameHint hint(name);
    for (const auto& [known, symbol] : module.byName)
        if (symbol->isPublic())
            hint.offer(known);
    return hint.text();
}

} // namespace

const ModuleSymbol* ModuleAnalysis::libraryModule(std::string_view name) {
    if (m_isLibrary && module().moduleName.name == name)
        return &module();
    bool isCycle = false;
    const std::shared_ptr<const SemanticModel> model =
        m_provider.find({"ballerina", std::string(name)}, isCycle);
    if (!model)
        return nullptr;
    const auto& imports = m_tables->imports;
    if (std::find(imports.begin(), imports.end(), model) == imports.end()) {
        m_tables->imports.push_back(model);
    }
    return &model->module();
}

const ModuleSymbol* ModuleAnalysis::prefixModule(const ModuleSymbol& from, uint32_t file,
                                                 const syntax::Token* prefix, bool quiet) {
    const std::string name = syntax::identifierValue(prefix);
    const FileImports& imports = from.imports[file];
    const auto found = imports.find(name);
    if (found != imports.end()) {
        if (&from == &module())
            markImportUsed(file, name);
        return found->second.module;
    }
    if (isPredeclared(name))
        return libraryModule("lang." + name);
    if (!quiet)
        report(DiagnosticCode::UnknownPrefix, prefix, {name});
    for (const std::string& module : {name, "lang." + name})
        if (bool isCycle = false; !quiet && m_provider.find({"ballerina", module}, isCycle))
            hint("add 'import ballerina/" + module + ";'");
    return nullptr;
}

const Symbol* ModuleAnalysis::lookUp(const ModuleSymbol& from, uint32_t file, const syntax::Token* prefix,
                                     const syntax::Token* name, bool quiet, const Scope* scope) {
    if (name->isMissing())
        return nullptr;
    const ModuleSymbol* where = prefix ? prefixModule(from, file, prefix, quiet) : &from;
    if (!where)
        return nullptr;
    const std::string text = syntax::identifierValue(name);
    const Symbol* symbol = where->find(text);
    const bool hidden = symbol && where != &from && !symbol->isPublic();
    if (symbol && !hidden)
        return symbol;
    if (quiet)
        return nullptr;
    if (hidden)
        report(DiagnosticCode::NotPublic, name, {text, where->moduleName.text()});
    else
        report(prefix ? DiagnosticCode::UnknownMemberOfModule : DiagnosticCode::UnknownName, name,
               {text, where->moduleName.text()});
    if (!hidden)
        hint(prefix ? hintForMember(text, *where) : hintFor(text, from, scope));
    if (!prefix && &from == &module() && from.imports[file].contains(text)) {
        markImportUsed(file, text);
        hint("what the module has is written '" + text + ":name'");
    }
    return nullptr;
}

/// The annotation may be one of another module that is imported, or misspelt.
void ModuleAnalysis::reportUnknownAnnotation(const syntax::AnnotTagReference* reference,
                                             const ModuleSymbol& where, const std::string& name) {
    report(DiagnosticCode::UnknownAnnotation, reference, {std::string(reference->text())});
    for (const std::string module : {"websocket", "http"}) {
        bool isCycle = false;
        const auto model = m_provider.find({"ballerina", module}, isCycle);
        if (model && model->module().annotations.contains(name))
            return hint("did you mean '@" + module + ":" + name + "'?");
    }
    NameHint nearest(name);
    for (const auto& [known, symbol] : where.annotations)
        nearest.offer(known);
    if (!reference->prefix())
        if (const ModuleSymbol* standard = libraryModule("lang.annotations"))
            for (const auto& [known, symbol] : standard->annotations)
                nearest.offer(known);
    hint(nearest.text());
}

const AnnotationSymbol* ModuleAnalysis::lookUpAnnotation(uint32_t file,
                                                         const syntax::AnnotTagReference* reference) {
    const ModuleSymbol* where =
        reference->prefix() ? prefixModule(module(), file, reference->prefix()) : &module();
    if (!where || reference->name()->isMissing())
        return nullptr;
    const std::string name = syntax::identifierValue(reference->name());
    const auto found = where->annotations.find(name);
    const AnnotationSymbol* symbol = found == where->annotations.end() ? nullptr : found->second;
    if (!symbol && !reference->prefix()) // the annotations of lang.annotations need no prefix
        if (const ModuleSymbol* standard = libraryModule("lang.annotations")) {
            const auto known = standard->annotations.find(name);
            symbol = known == standard->annotations.end() ? nullptr : known->second;
        }
    if (symbol)
        resolve(symbol);
    else if (!m_isLibrary)
        reportUnknownAnnotation(reference, *where, name);
    return symbol;
}

} // namespace barre::model
