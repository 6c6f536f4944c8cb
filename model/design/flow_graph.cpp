#include "model/design/flow_graph.h"

#include "model/design/declarations.h"
#include "model/design/flow_meaning.h"
#include "model/design/signature.h"
#include "model/design/step_slots.h"
#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::Diagnostic;
using model::Snapshot;

namespace {

bool isOneOf(NodeKind kind, std::initializer_list<NodeKind> kinds) {
    return std::ranges::find(kinds, kind) != kinds.end();
}

std::string_view withoutSemicolon(std::string_view text) {
    while (!text.empty() && (text.back() == ';' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

/// The words between the keyword of a container and its first block.
std::string headerOf(const Statement* statement) {
    if (const auto* match = cast<MatchStmt>(statement))
        return oneLine(match->matchTarget());
    const std::vector<BranchSyntax> branches = branchesOf(statement);
    if (branches.empty() || is<StatementBlock>(statement) || is<ForkStmt>(statement))
        return {};
    uint32_t begin = statement->range().begin;
    if (const Token* keyword = statement->firstToken())
        begin = keyword->range().end;
    const uint32_t end = branches.front().block->range().begin;
    return begin < end ? oneLine(statement->tree(), {begin, end}) : std::string();
}

std::string codeOf(const StepSyntax& step, const SyntaxTree& tree) {
    const std::string text(tree.text(step.range));
    if (isOneOf(step.kind, {NodeKind::Comment, NodeKind::Disabled}))
        return commentText(text);
    if (step.kind == NodeKind::Code)
        return text;
    if (rowOf(step.kind).shape != NodeShape::Step)
        return headerOf(step.statement);
    if (isOneOf(step.kind, {NodeKind::Break, NodeKind::Continue}))
        return {};
    if (isOneOf(step.kind, {NodeKind::Return, NodeKind::Fail, NodeKind::Panic})) {
        const std::vector<StepSlot> slots = slotsOf(step);
        return slots.empty() || !slots.front().isPresent ? std::string() : oneLine(tree, slots.front().range);
    }
    return std::string(withoutSemicolon(oneLine(step.statement)));
}

/// The comment behind a step, on its last line.
std::string commentBehind(const StepSyntax& step, const SyntaxTree& tree) {
    if (!step.statement || !step.statement->lastToken())
        return {};
    const std::string_view trivia = tree.text(step.statement->lastToken()->trailingRange());
    const size_t slashes = trivia.find("//");
    if (slashes == std::string_view::npos)
        return {};
    std::string_view line = trivia.substr(slashes);
    return commentText(line.substr(0, line.find('\n')));
}

BranchKind branchKindOf(BranchSyntax::Role role) {
    static constexpr BranchKind kinds[] = {BranchKind::Then,   BranchKind::ElseIf, BranchKind::Else,
                                           BranchKind::Clause, BranchKind::Body,   BranchKind::OnFail,
                                           BranchKind::Worker};
    return kinds[static_cast<size_t>(role)];
}

/// What the link into a branch says.
std::pair<std::string, SourceRange> labelOf(const BranchSyntax& branch) {
    const auto of = [](const Node* node) { return std::pair(oneLine(node), node->range()); };
    if (const auto* ifElse = cast<IfElseStmt>(branch.node))
        return of(ifElse->condition());
    if (is<ElseBlock>(branch.node))
        return {"else", {}};
    if (const auto* clause = cast<MatchClause>(branch.node)) {
        const SourceRange range{clause->range().begin, clause->rightDoubleArrow()->range().begin};
        const std::string patterns = oneLine(clause->tree(), range);
        return {patterns == "_" ? "otherwise" : patterns, range};
    }
    if (const auto* onFail = cast<OnFailClause>(branch.node))
        return onFail->typedBindingPattern() ? of(onFail->typedBindingPattern())
                                             : std::pair(std::string(), SourceRange{});
    if (const auto* worker = cast<NamedWorkerDecl>(branch.node);
        worker && branch.role == BranchSyntax::Role::Worker)
        return {identifierValue(worker->name()), worker->name()->range()};
    return {};
}

bool isAlwaysTrue(const Expression* condition) {
    return condition && condition->text() == "true";
}

/// Whether a loop is left by a break of its own.
bool hasBreak(const FlowBlock& block) {
    return std::ranges::any_of(block.nodes, [](const FlowNode& node) {
        if (node.kind == NodeKind::Break)
            return true;
        if (isOneOf(node.kind, {NodeKind::While, NodeKind::ForEach}))
            return false;
        return std::ranges::any_of(node.branches,
                                   [](const FlowBranch& branch) { return hasBreak(branch.block); });
    });
}

bool hasCatchAll(const MatchStmt* match) {
    for (const MatchClause* clause : match->clauses())
        if (!clause->matchGuard())
            for (const MatchPattern* pattern : clause->matchPatterns())
                if (is<WildcardMatchPattern>(pattern) || is<VarMatchPattern>(pattern))
                    return true;
    return false;
}

bool allEnd(const std::vector<FlowBranch>& branches) {
    return !branches.empty() && std::ranges::all_of(branches, &FlowBranch::ends);
}

/// Whether no path goes on after a step.
bool endsFlow(const FlowNode& node, const StepSyntax& step) {
    switch (node.kind) {
    case NodeKind::Return:
    case NodeKind::Fail:
    case NodeKind::Panic:
    case NodeKind::Break:
    case NodeKind::Continue: return true;
    case NodeKind::If: return allEnd(node.branches);
    case NodeKind::Match: return hasCatchAll(cast<MatchStmt>(step.statement)) && allEnd(node.branches);
    case NodeKind::While:
        return isAlwaysTrue(cast<WhileStmt>(step.statement)->condition()) &&
               !hasBreak(node.branches.front().block);
    case NodeKind::Do:
    case NodeKind::Block:
    case NodeKind::Lock:
    case NodeKind::Transaction:
    case NodeKind::Retry:
    case NodeKind::RetryTransaction: return allEnd(node.branches);
    default: return false;
    }
}

/// Makes the nodes of one function.
class FlowBuilder {
public:
    FlowBuilder(const Snapshot& snapshot, const std::vector<Declaration>& all, const Declaration& function)
        : m_all(all), m_function(function), m_tree(*function.file->tree),
          m_meaning(snapshot, function.module) {
        for (const Diagnostic& diagnostic : snapshot.diagnostics())
            if (diagnostic.path == function.file->path && function.node->range().contains(diagnostic.range))
                m_diagnostics.push_back(diagnostic);
    }

    FlowBlock block(const Node* node) {
        FlowBlock result;
        const BlockSyntax syntax = blockOf(node);
        if (!syntax.node)
            return result;
        result.range = {syntax.openBrace->range().end,
                        std::max(syntax.openBrace->range().end, syntax.closeBrace->range().begin)};
        for (const StepSyntax& step : stepsOf(syntax)) {
            result.insertAt.push_back(step.range.begin);
            result.nodes.push_back(this->node(step));
        }
        result.insertAt.push_back(result.nodes.empty() ? result.range.begin : result.nodes.back().range.end);
        return result;
    }

    /// `=> expression`, shown as a Return.
    FlowBlock expressionBlock(const ExprFunctionBody* body) {
        FlowBlock result;
        FlowNode node = bareNode(NodeKind::Return, body->expression()->range());
        node.code = oneLine(body->expression());
        node.ends = true;
        FlowField& field = node.fields.emplace_back(fieldOf({FieldId::Result, 0}));
        field.text = textOf(body->expression());
        field.range = body->expression()->range();
        field.isPresent = true;
        field.actualType = knownTypeOf(body->expression(), m_meaning);
        addOpens(node, body->expression());
        addDiagnostics(node);
        result.range = node.range;
        result.nodes.push_back(std::move(node));
        return result;
    }

    std::vector<Diagnostic> diagnosticsIn(SourceRange range) const {
        std::vector<Diagnostic> found;
        for (const Diagnostic& diagnostic : m_diagnostics)
            if (range.contains(diagnostic.range))
                found.push_back(diagnostic);
        return found;
    }

private:
    FlowNode bareNode(NodeKind kind, SourceRange range) const {
        const NodeKindRow& row = rowOf(kind);
        FlowNode node;
        node.kind = kind;
        node.range = range;
        node.title = row.label;
        node.icon = row.icon;
        node.colour = row.colour;
        node.shape = row.shape;
        return node;
    }

    FlowNode node(const StepSyntax& step) {
        FlowNode node = bareNode(step.kind, step.range);
        node.code = codeOf(step, m_tree);
        node.comment = commentBehind(step, m_tree);
        addFields(node, step);
        if (step.statement) {
            addBranches(node, step.statement);
            addTarget(node, step);
            addOpens(node, step.call ? step.call : static_cast<const Node*>(step.statement));
        }
        node.ends = endsFlow(node, step);
        addDiagnostics(node);
        judgeFields(node);
        return node;
    }

    static FlowField fieldOf(Field id) {
        const FormRow& row = rowOf(id.id);
        FlowField field;
        field.field = id;
        field.label = row.label;
        field.help = row.help;
        field.editor = row.editor;
        field.choices = choicesOf(id.id);
        return field;
    }

    /// Inside of a block with on-fail steps an error goes there, and not out of the function.
    void nameErrorTarget(FlowField& field) const {
        if (field.field.id == FieldId::IfItFails && m_isHandled)
            field.choices.front().words = "Go to on fail";
    }

    void addFields(FlowNode& node, const StepSyntax& step) {
        for (const StepSlot& slot : slotsOf(step, m_meaning)) {
            FlowField field = fieldOf(slot.field);
            if (!slot.label.empty())
                field.label = slot.label;
            if (step.kind == NodeKind::If && slot.field.id == FieldId::Condition && slot.field.index > 0)
                field.label = "Else if";
            field.text = slotText(step, slot, m_tree.text());
            field.range = slot.range;
            field.isPresent = slot.isPresent;
            field.isRequired = slot.isRequired;
            describe(field, step, slot, m_meaning);
            nameErrorTarget(field);
            if (isWritten(field))
                field.diagnostics = diagnosticsIn(slot.range);
            node.fields.push_back(std::move(field));
        }
    }

    void addBranches(FlowNode& node, const Statement* statement) {
        const std::vector<BranchSyntax> branches = branchesOf(statement);
        const bool isHandled = std::ranges::any_of(branches, isOnFail);
        for (const BranchSyntax& syntax : branches) {
            FlowBranch& branch = node.branches.emplace_back();
            branch.kind = branchKindOf(syntax.role);
            std::tie(branch.label, branch.labelRange) = labelOf(syntax);
            branch.range =
                syntax.role == BranchSyntax::Role::Then || syntax.role == BranchSyntax::Role::ElseIf
                    ? syntax.block->range()
                    : syntax.node->range();
            branch.block = blockIn(syntax, isHandled);
            branch.ends = !branch.block.nodes.empty() && branch.block.nodes.back().ends;
        }
        if (const auto* ifElse = cast<IfElseStmt>(statement); ifElse && !hasElse(node))
            addImplicitElse(node, ifElse);
    }

    /// An error leaves a worker as it leaves a function: blocks around the worker do not see it.
    FlowBlock blockIn(const BranchSyntax& branch, bool isHandled) {
        const bool before = m_isHandled;
        m_isHandled =
            branch.role != BranchSyntax::Role::Worker && (before || (isHandled && !isOnFail(branch)));
        FlowBlock result = block(branch.block);
        m_isHandled = before;
        return result;
    }

    static bool isOnFail(const BranchSyntax& branch) {
        return branchKindOf(branch.role) == BranchKind::OnFail;
    }

    static bool hasElse(const FlowNode& node) { return node.branches.back().kind == BranchKind::Else; }

    /// Its one place for steps is where the last condition begins: no other place is there.
    static void addImplicitElse(FlowNode& node, const IfElseStmt* statement) {
        while (statement->elseBlock() && is<IfElseStmt>(statement->elseBlock()->elseBody()))
            statement = cast<IfElseStmt>(statement->elseBlock()->elseBody());
        FlowBranch& branch = node.branches.emplace_back();
        branch.kind = BranchKind::Else;
        branch.label = "else";
        branch.isImplicit = true;
        branch.block.insertAt.push_back(statement->condition()->range().begin);
    }

    void addTarget(FlowNode& node, const StepSyntax& step) {
        const Node* receiver = nullptr;
        if (const auto* remote = cast<RemoteMethodCallAction>(step.call))
            receiver = remote->expression();
        else if (const auto* resource = cast<ResourceAccessAction>(step.call))
            receiver = resource->expression();
        if (!receiver)
            return;
        node.hasTarget = true;
        node.target.text = oneLine(receiver);
        node.target.type = knownTypeOf(receiver, m_meaning);
        if (const auto* reference = cast<VariableReferenceExpr>(receiver))
            addTargetDeclaration(node.target, reference);
        node.target.isCaller = isCallerClass(m_meaning.classOf(receiver)) || isCallerType(node.target.type);
    }

    bool isCallerType(std::string_view type) const {
        const std::string prefix = prefixOfModule(m_tree, webSocketModule);
        return !prefix.empty() && type == prefix + ":Caller";
    }

    void addTargetDeclaration(FlowTarget& target, const VariableReferenceExpr* reference) {
        const std::string name = identifierValue(reference->name());
        for (const Parameter& parameter : parametersOf(cast<FunctionLike>(m_function.node)))
            if (parameter.name == name && target.type.empty())
                target.type = parameter.type;
        const Declaration* declaration =
            findNamed(m_all, reference, reference->prefix() ? reference->prefix()->text() : "", name);
        if (declaration && itemKindOf(*declaration) == ItemKind::Client)
            target.id = declaration->id;
    }

    /// The class that is made, the function that is called or the method of the same object.
    void addOpens(FlowNode& node, const Node* inside) {
        if (!node.branches.empty())
            return;
        const Declaration* target = nullptr;
        forEachNode(inside, [&](const Node* inner) {
            if (!target)
                target = opened(inner);
        });
        if (target) {
            node.opens = target->id;
            node.opensLabel = target->name;
        }
    }

    const Declaration* opened(const Node* node) const {
        if (const auto* made = cast<ExplicitNewExpr>(node))
            return findClass(m_all, made->classDescriptor());
        if (const auto* call = cast<FunctionCallExpr>(node)) {
            const VariableReferenceExpr* name = call->functionReference();
            const Declaration* function = findNamed(m_all, name, name->prefix() ? name->prefix()->text() : "",
                                                    identifierValue(name->name()));
            return function && is<FunctionDefn>(function->node) ? function : nullptr;
        }
        const auto* call = cast<MethodCallExpr>(node);
        if (call && call->expression()->text() == "self")
            return findMember(m_all, m_function.ownerId, identifierValue(call->methodName()));
        return nullptr;
    }

    /// A step has the problems of its own text, not those of its blocks.
    void addDiagnostics(FlowNode& node) {
        for (Diagnostic& diagnostic : diagnosticsIn(node.range)) {
            const bool isInside = std::ranges::any_of(node.branches, [&](const FlowBranch& branch) {
                return !branch.isImplicit && branch.block.range.contains(diagnostic.range);
            });
            if (!isInside)
                node.diagnostics.push_back(std::move(diagnostic));
        }
    }

    /// A text, which can be wrong, and is there; what is chosen is wrong only beside what is written.
    static bool isWritten(const FlowField& field) {
        return !field.range.isEmpty() && field.editor != FieldEditor::Choice;
    }

    /// Whose a mistake between fields is, as one at an operator: of the field that follows, else of the last.
    static FlowField* fieldBeside(FlowNode& node, SourceRange place) {
        FlowField* nearest = nullptr;
        for (FlowField& field : node.fields) {
            const bool follows = field.range.begin >= place.end;
            const bool isFirst = !nearest || nearest->range.begin < place.begin;
            if (isWritten(field) && (isFirst || (follows && field.range.begin < nearest->range.begin)))
                nearest = &field;
        }
        return nearest;
    }

    static bool isError(const Diagnostic& diagnostic) {
        return diagnostic.severity == model::Severity::Error;
    }

    /// No field says that it fits while something is wrong with it or with the whole step.
    static void judgeFields(FlowNode& node) {
        bool isWrong = false;
        for (const Diagnostic& diagnostic : node.diagnostics) {
            const auto holds = [&](const FlowField& field) {
                return isWritten(field) && field.range.contains(diagnostic.range);
            };
            const auto isHeld = [&](const FlowField& field) {
                return isWritten(field) && diagnostic.range.contains(field.range);
            };
            if (std::ranges::any_of(node.fields, holds))
                continue;
            if (std::ranges::any_of(node.fields, isHeld))
                isWrong |= isError(diagnostic);
            else if (FlowField* field = fieldBeside(node, diagnostic.range))
                field->diagnostics.push_back(diagnostic);
        }
        for (FlowField& field : node.fields)
            field.fits = !isWrong && !field.actualType.empty() && !field.expectedType.empty() &&
                         std::ranges::none_of(field.diagnostics, isError);
    }

    const std::vector<Declaration>& m_all;
    const Declaration& m_function;
    const SyntaxTree& m_tree;
    Meaning m_meaning;
    std::vector<Diagnostic> m_diagnostics;
    bool m_isHandled = false; ///< a block around the step has on-fail steps
};

} // namespace

FlowGraph buildFlowGraph(const Snapshot& snapshot, const SymbolId& id) {
    FlowGraph graph;
    const std::vector<Declaration> all = declarationsOf(snapshot);
    const auto found = std::ranges::find(all, id, &Declaration::id);
    const auto* function = found == all.end() ? nullptr : cast<FunctionLike>(found->node);
    if (!function)
        return graph;
    graph.function = id;
    graph.owner = found->ownerId;
    graph.title = startWords(*found);
    graph.signature = startSignature(function);
    graph.icon = iconOf(*found);
    graph.name = is<ResourceMethodDefn>(function) ? resourceLabel(function) : found->name;
    graph.location = found->location();

    FlowBuilder builder(snapshot, all, *found);
    const FunctionBody* body = function->functionBody();
    graph.signatureRange = {rangeWithoutDocumentation(function).begin,
                            body ? std::max(function->range().begin, body->range().begin)
                                 : function->range().end};
    graph.isExternal = !body || is<ExternalFunctionBody>(body);
    graph.isExpression = is<ExprFunctionBody>(body);
    if (const auto* expression = cast<ExprFunctionBody>(body))
        graph.root = builder.expressionBlock(expression);
    else if (!graph.isExternal)
        graph.root = builder.block(body);
    graph.ends = !graph.root.nodes.empty() && graph.root.nodes.back().ends;
    graph.diagnostics = builder.diagnosticsIn(graph.signatureRange);
    giveIds(graph);
    return graph;
}

const FlowNode* findNode(const FlowGraph& graph, NodeId id) {
    const FlowNode* found = nullptr;
    forEachStep(graph.root, [&](const FlowNode& node) {
        if (node.id == id)
            found = &node;
    });
    return found;
}

const FlowNode* findNode(const FlowGraph& graph, SourceRange range) {
    const FlowNode* found = nullptr;
    forEachStep(graph.root, [&](const FlowNode& node) {
        if (node.range.contains(range))
            found = &node;
    });
    return found;
}

int countSteps(const FlowBlock& block) {
    int count = 0;
    forEachStep(block, [&](const FlowNode& node) { count += node.shape != NodeShape::Note; });
    return count;
}

} // namespace barre::design
