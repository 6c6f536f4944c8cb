// A changed body in the place of the old one: what checking the old one made is taken out, the new one is
// checked. All else stays: declarations are resolved before bodies are checked, and no body tells anything to
// another.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

namespace {

void forgetUses(const FunctionSymbol& function) {
    auto& changed = const_cast<FunctionSymbol&>(function); // of this analysis, and nobody else has the model
    changed.workers.clear();
    changed.captures.clear();
    const auto forget = [](const VariableSymbol* variable) {
        if (variable)
            const_cast<VariableSymbol*>(variable)->isCaptured =
                const_cast<VariableSymbol*>(variable)->isReassigned = false;
    };
    forget(function.self);
    for (const Parameter& param : function.signature.params)
        forget(param.symbol);
    for (const PathSegment& segment : function.path)
        forget(segment.symbol);
}

bool capturesParams(const FunctionSymbol& function) {
    return std::ranges::any_of(function.signature.params, [](const Parameter& param) {
        return param.symbol && param.symbol->isCaptured;
    });
}

/// The number of a distinct type comes from its place in the text, which moves.
bool definesDistinct(const syntax::SyntaxTree& body) {
    return std::ranges::any_of(body.tokens(), [](const syntax::Token* token) {
        return token->kind() == syntax::TokenKind::DistinctKeyword;
    });
}

} // namespace

void ModuleAnalysis::recordBody(const FunctionSymbol& function, LocalScope& params,
                                const std::function<void()>& check) {
    BodyRecord& record = m_bodies[&function];
    record.params = &params;
    record.hasCapturedParams = capturesParams(function);
    m_body = &record;
    m_sink = &record.diagnostics;
    const size_t before = m_tables->symbols.size();
    check();
    for (size_t i = before; i < m_tables->symbols.size(); ++i)
        if (const auto* type = as<RecordSymbol>(m_tables->symbols[i].get()))
            checkDefaultsOf(*type);
    for (size_t i = before; i < m_tables->symbols.size(); ++i)
        record.symbols.push_back(m_tables->symbols[i].get());
    m_body = nullptr;
    m_sink = &m_diagnostics;
}

bool ModuleAnalysis::canRecheck(const syntax::BodyChange& change) const {
    const auto function = m_tables->functions.find(change.function);
    if (function == m_tables->functions.end() || definesDistinct(*change.body))
        return false;
    const auto record = m_bodies.find(function->second);
    return record != m_bodies.end() && !record->second.hasCapturedParams;
}

void ModuleAnalysis::recheck(syntax::SyntaxTree& tree, const syntax::BodyChange& change) {
    auto& function = const_cast<FunctionSymbol&>(*m_tables->functions.at(change.function));
    LocalScope& params = *m_bodies.at(&function).params;
    forgetBody(function);
    syntax::replaceBody(tree, change);
    function.body = change.function->functionBody();
    move(change, function.file);
    Checker(*this, function.file).checkBodyAgain(function, params);
    checkRules();
}

void ModuleAnalysis::forgetBody(const FunctionSymbol& function) {
    const SourceRange range = function.body->range();
    const BodyRecord record = std::move(m_bodies.at(&function));
    m_bodies.erase(&function);
    forgetNodes(function.body);
    std::erase_if(m_tables->scopes, [&](const auto& scope) {
        return scope->file == function.file && range.contains(scope->range);
    });
    forgetSymbols({record.symbols.begin(), record.symbols.end()});
    forgetUses(function);
    m_isolation.forget(&function);
    for (const auto& use : record.usedImports)
        if (--m_importUses[use] == 0)
            m_importUses.erase(use);
}

void ModuleAnalysis::forgetNodes(const syntax::Node* body) {
    syntax::forEachNode(body, [this](const syntax::Node* node) {
        m_tables->forEachByNode([node](auto& table) { table.erase(node); });
        m_records.erase(node);
        m_objects.erase(node);
        m_checkedDecls.erase(node);
    });
}

void ModuleAnalysis::forgetSymbols(const std::unordered_set<const Symbol*>& symbols) {
    for (const Symbol* symbol : symbols) {
        m_states.erase(symbol);
        m_memberStates.erase(symbol);
        m_isolation.forget(symbol);
    }
    const auto isForgotten = [&](const auto& entry) { return symbols.contains(entry.second); };
    std::erase_if(m_tables->classOfType, isForgotten);
    std::erase_if(m_tables->recordOfType, isForgotten);
    m_readonlyRecords.clear();
    std::erase_if(m_tables->symbols, [&](const auto& symbol) { return symbols.contains(symbol.get()); });
}

/// What lies behind the body in the text.
void ModuleAnalysis::move(const syntax::BodyChange& change, uint32_t file) {
    for (const auto& symbol : m_tables->symbols)
        if (symbol->file == file)
            symbol->nameRange = change.moved(symbol->nameRange);
    for (const auto& scope : m_tables->scopes)
        if (scope->file == file)
            scope->range = change.moved(scope->range);
    const auto moveAll = [&](std::vector<Diagnostic>& diagnostics) {
        for (Diagnostic& diagnostic : diagnostics)
            if (diagnostic.path == module().files[file])
                diagnostic.range = change.moved(diagnostic.range);
    };
    moveAll(m_diagnostics);
    for (auto& [function, record] : m_bodies)
        moveAll(record.diagnostics);
}

} // namespace barre::model
