#include "model/semantics/analysis.h"
#include "model/types/to_string.h"

namespace barre::model {

uint32_t ModuleAnalysis::fileOf(const syntax::Node* node) const {
    const auto& trees = m_tables->trees;
    for (size_t file = 0; file < trees.size(); ++file)
        if (trees[file].get() == &node->tree())
            return uint32_t(file);
    return 0;
}

void ModuleAnalysis::reportAt(DiagnosticCode code, uint32_t file, SourceRange range,
                              std::vector<std::string> args) {
    ++m_reportCount;
    m_sink->push_back(makeDiagnostic(code, range, std::move(args), module().files[file]));
}

void ModuleAnalysis::hint(std::string text) {
    if (!m_sink->empty())
        m_sink->back().hint = std::move(text);
}

void ModuleAnalysis::forgetReports(size_t count) {
    m_sink->resize(m_sink->size() - (m_reportCount - count));
    m_reportCount = count;
}

void ModuleAnalysis::report(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args) {
    reportAt(code, fileOf(node), node->range(), std::move(args));
}

void ModuleAnalysis::report(DiagnosticCode code, const syntax::Token* token, std::vector<std::string> args) {
    reportAt(code, fileOf(token->parent()), token->range(), std::move(args));
}

std::string ModuleAnalysis::text(const SemType& type) {
    return types::toShortString(m_types, type);
}

} // namespace barre::model
