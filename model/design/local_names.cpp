#include "model/design/local_names.h"

#include "model/design/signature.h"
#include "model/design/step_syntax.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;

namespace {

void addBound(std::vector<LocalName>& names, const Node* pattern, const std::string& type) {
    forEachNode(pattern, [&](const Node* node) {
        const Token* name = nullptr;
        if (const auto* capture = cast<CaptureBindingPattern>(node))
            name = capture->name();
        else if (const auto* rest = cast<RestBindingPattern>(node))
            name = rest->name();
        else if (const auto* field = cast<FieldBindingPattern>(node); field && !field->colon())
            name = field->name();
        if (name && !name->isMissing())
            names.push_back({identifierValue(name), type, name->range(), false});
    });
}

/// Collects from the inside out.
class Collector {
public:
    explicit Collector(uint32_t offset) : m_offset(offset) {}

    std::vector<LocalName> collect(const Node* place) {
        for (const Node* node = place; node; node = node->parent()) {
            addOf(node);
            if (is<FunctionLike>(node))
                break;
        }
        return std::move(m_names);
    }

private:
    void add(std::vector<LocalName> names) {
        for (LocalName& name : names)
            if (std::ranges::find(m_names, name.name, &LocalName::name) == m_names.end())
                m_names.push_back(std::move(name));
    }

    void addOf(const Node* node) {
        const BlockSyntax block = blockOf(node);
        for (auto at = block.statements.rbegin(); at != block.statements.rend(); ++at)
            if ((*at)->range().end <= m_offset)
                addDeclared(*at);
        if (const auto* loop = cast<ForeachStmt>(node); loop && loop->block()->range().begin < m_offset)
            add(namesBoundBy(loop->typedBindingPattern()));
        if (const auto* clause = cast<OnFailClause>(node); clause && clause->typedBindingPattern())
            add(namesBoundBy(clause->typedBindingPattern()));
        if (const auto* clause = cast<MatchClause>(node))
            addPatterns(clause);
        addOfExpression(node);
        if (const auto* function = cast<FunctionLike>(node))
            addParameters(function);
    }

    /// Queries, let expressions and anonymous functions have names of their own.
    void addOfExpression(const Node* node) {
        if (const auto* pipeline = pipelineOf(node))
            addQuery(pipeline);
        else if (const auto* let = cast<LetExpr>(node))
            for (const LetVarDecl* variable : let->letVarDecls())
                add(namesBoundBy(variable->typedBindingPattern()));
        else if (const auto* function = cast<ExplicitAnonymousFunctionExpr>(node))
            addParams(function->functionSignature());
        else if (const auto* inferred = cast<InferAnonymousFunctionExpr>(node))
            for (const IdentifierName* name : inferred->inferParamList()->names())
                add({{identifierValue(name->name()), "var", name->range(), true}});
    }

    static const QueryPipeline* pipelineOf(const Node* node) {
        if (const auto* query = cast<QuerySelectExpr>(node))
            return query->queryPipeline();
        if (const auto* query = cast<QueryCollectExpr>(node))
            return query->queryPipeline();
        const auto* query = cast<QueryAction>(node);
        return query ? query->queryPipeline() : nullptr;
    }

    void addQuery(const QueryPipeline* pipeline) {
        add(namesBoundBy(pipeline->fromClause()->typedBindingPattern()));
        for (const QueryClause* clause : pipeline->intermediateClauses()) {
            if (const auto* from = cast<FromClause>(clause))
                add(namesBoundBy(from->typedBindingPattern()));
            else if (const auto* join = cast<JoinClause>(clause))
                add(namesBoundBy(join->typedBindingPattern()));
            else if (const auto* let = cast<LetClause>(clause))
                for (const LetVarDecl* variable : let->letVarDecls())
                    add(namesBoundBy(variable->typedBindingPattern()));
        }
    }

    void addParams(const FunctionSignature* signature) {
        for (const Param* param : signature->params())
            if (const Token* name = nameOf(param))
                add({{identifierValue(name), "var", name->range(), true}});
    }

    void addDeclared(const Statement* statement) {
        if (const auto* variable = cast<LocalVarDeclStmt>(statement))
            add(namesBoundBy(variable->typedBindingPattern()));
        else if (const auto* worker = cast<NamedWorkerDecl>(statement))
            add({{identifierValue(worker->name()), "future", worker->name()->range(), false}});
    }

    void addPatterns(const MatchClause* clause) {
        std::vector<LocalName> names;
        for (const MatchPattern* pattern : clause->matchPatterns())
            addBound(names, pattern, "var");
        add(std::move(names));
    }

    void addParameters(const FunctionLike* function) {
        std::vector<LocalName> names;
        for (const Parameter& parameter : parametersOf(function))
            if (!parameter.name.empty())
                names.push_back({parameter.name, parameter.type + (parameter.isRest ? "[]" : ""),
                                 parameter.nameRange, true});
        add(std::move(names));
    }

    uint32_t m_offset;
    std::vector<LocalName> m_names;
};

} // namespace

std::vector<LocalName> namesBoundBy(const TypedBindingPattern* pattern) {
    std::vector<LocalName> names;
    const bool isOne = is<CaptureBindingPattern>(pattern->bindingPattern());
    addBound(names, pattern->bindingPattern(), isOne ? oneLine(pattern->typeDescriptor()) : "var");
    return names;
}

std::vector<LocalName> localNamesAt(const SyntaxTree& tree, uint32_t offset) {
    return Collector(offset).collect(tree.nodeAt(offset));
}

} // namespace barre::design
