#include "model/design/step_syntax.h"

#include "model/design/tree_text.h"
#include "model/syntax/parser.h"

namespace barre::design {

using namespace syntax;

namespace {

bool hasWord(std::string_view words, std::string_view word) {
    while (!words.empty()) {
        const size_t blank = words.find(' ');
        if (words.substr(0, blank) == word)
            return true;
        words = blank == std::string_view::npos ? std::string_view() : words.substr(blank + 1);
    }
    return false;
}

const Expression* expressionOf(const Statement* statement) {
    if (const auto* call = cast<CallStmt>(statement))
        return call->expression();
    if (const auto* checking = cast<CheckingStmt>(statement))
        return checking->expression();
    if (const auto* action = cast<ActionStmt>(statement))
        return action->expression();
    if (const auto* variable = cast<LocalVarDeclStmt>(statement))
        return variable->initializer();
    if (const auto* assignment = cast<AssignmentStmt>(statement))
        return assignment->expression();
    if (const auto* destructuring = cast<DestructuringAssignmentStmt>(statement))
        return destructuring->expression();
    return nullptr;
}

/// Goes through check, trap and parentheses to what is called.
void findCall(const Expression* expression, StepSyntax& step) {
    while (expression) {
        if (const auto* checking = cast<CheckingExpr>(expression)) {
            if (!step.checking)
                step.checking = checking->checkingKeyword();
            expression = checking->expression();
        } else if (const auto* trap = cast<TrapExpr>(expression)) {
            expression = trap->expression();
        } else if (const auto* parentheses = cast<ParenthesizedExpr>(expression)) {
            expression = parentheses->expression();
        } else {
            break;
        }
    }
    step.call = expression;
}

bool isMethodNamed(const Token* method, std::string_view wanted) {
    return wanted == "*" || (method && identifierValue(method) == wanted);
}

bool isFunctionNamed(const FunctionCallExpr* call, std::string_view wanted) {
    const VariableReferenceExpr* reference = call->functionReference();
    const size_t colon = wanted.rfind(':');
    return reference->prefix() && identifierValue(reference->name()) == wanted.substr(colon + 1) &&
           moduleOfPrefix(call->tree(), identifierValue(reference->prefix())) == wanted.substr(0, colon);
}

bool isAction(const Expression* call, std::string_view word) {
    if (word == "start")
        return is<StartAction>(call);
    if (word == "wait")
        return is<SingleWaitAction>(call) || is<AlternateWaitAction>(call) || is<MultipleWaitAction>(call);
    if (word == "send")
        return is<AsyncSendAction>(call) || is<SyncSendAction>(call);
    if (word == "receive")
        return is<SingleReceiveAction>(call);
    return word == "commit" && is<CommitAction>(call);
}

bool isSingleVariable(const Statement* statement) {
    const auto* variable = cast<LocalVarDeclStmt>(statement);
    return variable && is<CaptureBindingPattern>(variable->typedBindingPattern()->bindingPattern());
}

bool isAssignmentToNothing(const Statement* statement) {
    const auto* assignment = cast<DestructuringAssignmentStmt>(statement);
    return assignment && is<WildcardBindingPattern>(assignment->bindingPattern());
}

/// Whether what is called is what the column `callee` of a row says.
bool calls(const StepSyntax& step, std::string_view callee) {
    if (callee.empty())
        return true;
    if (callee == "_")
        return isAssignmentToNothing(step.statement);
    if (callee == "name")
        return isSingleVariable(step.statement);
    if (callee == "()")
        return is<FunctionCallExpr>(step.call);
    if (callee == "->/")
        return is<ResourceAccessAction>(step.call);
    if (callee.starts_with("->")) {
        const auto* action = cast<RemoteMethodCallAction>(step.call);
        return action && isMethodNamed(action->methodName(), callee.substr(2));
    }
    if (callee.starts_with(".")) {
        const auto* call = cast<MethodCallExpr>(step.call);
        return call && isMethodNamed(call->methodName(), callee.substr(1));
    }
    if (callee.find(':') != std::string_view::npos) {
        const auto* call = cast<FunctionCallExpr>(step.call);
        return call && isFunctionNamed(call, callee);
    }
    return isAction(step.call, callee);
}

void addOnFail(std::vector<BranchSyntax>& branches, const OnFailClause* clause) {
    if (clause)
        branches.push_back({BranchSyntax::Role::OnFail, clause, clause->block()});
}

void addIf(std::vector<BranchSyntax>& branches, const IfElseStmt* statement, BranchSyntax::Role role) {
    branches.push_back({role, statement, statement->ifBlock()});
    if (!statement->elseBlock())
        return;
    const Statement* body = statement->elseBlock()->elseBody();
    if (const auto* next = cast<IfElseStmt>(body))
        addIf(branches, next, BranchSyntax::Role::ElseIf);
    else
        branches.push_back({BranchSyntax::Role::Else, statement->elseBlock(), body});
}

template<class Kind>
bool addBody(std::vector<BranchSyntax>& branches, const Statement* statement) {
    const auto* kind = cast<Kind>(statement);
    if (!kind)
        return false;
    branches.push_back({BranchSyntax::Role::Body, kind, kind->block()});
    addOnFail(branches, kind->onFailClause());
    return true;
}

/// A line of trivia that is a comment.
struct CommentLine {
    SourceRange range; ///< from the slashes to the end of the line, without the line break
    bool followsBlankLine = false;
};

/// The comments that have lines of their own in a piece of trivia; `atLineStart` says how the piece begins.
std::vector<CommentLine> commentLinesIn(std::string_view text, SourceRange trivia, bool atLineStart) {
    std::vector<CommentLine> lines;
    bool blank = false;
    uint32_t at = trivia.begin;
    while (at < trivia.end) {
        const size_t found = text.find('\n', at);
        const uint32_t lineEnd =
            found == std::string_view::npos ? trivia.end : std::min(trivia.end, uint32_t(found));
        uint32_t begin = at;
        while (begin < lineEnd && (text[begin] == ' ' || text[begin] == '\t'))
            ++begin;
        uint32_t end = lineEnd;
        while (end > begin && (text[end - 1] == '\r' || text[end - 1] == ' ' || text[end - 1] == '\t'))
            --end;
        if (atLineStart && text.substr(begin, end - begin).starts_with("//"))
            lines.push_back({{begin, end}, blank});
        blank = atLineStart && begin == end;
        atLineStart = true;
        at = lineEnd + 1;
    }
    return lines;
}

StepSyntax commentStep(std::string_view text, SourceRange range, const Node* block) {
    StepSyntax step;
    const std::string comment = commentText(text.substr(range.begin, range.length()));
    step.kind = isCommentedCode(comment) ? NodeKind::Disabled : NodeKind::Comment;
    step.range = range;
    step.block = block;
    return step;
}

/// Comments on following lines are one step; a blank line ends it.
void addComments(std::vector<StepSyntax>& steps, const Token* token, const Node* block) {
    const std::string_view text = block->tree().text();
    const SourceRange trivia = token->leadingRange();
    const bool atLineStart = trivia.begin == 0 || text[trivia.begin - 1] == '\n';
    SourceRange group;
    for (const CommentLine& line : commentLinesIn(text, trivia, atLineStart)) {
        if (!group.isEmpty() && line.followsBlankLine) {
            steps.push_back(commentStep(text, group, block));
            group = {};
        }
        group = group.isEmpty() ? line.range : group.joined(line.range);
    }
    if (!group.isEmpty())
        steps.push_back(commentStep(text, group, block));
}

} // namespace

StepSyntax recognise(const Statement* statement) {
    StepSyntax step;
    step.kind = NodeKind::Code;
    step.statement = statement;
    step.range = statement->range();
    step.block = statement->parent();
    findCall(expressionOf(statement), step);
    const std::string_view name = nodeKindName(statement->kind());
    for (const NodeKindRow& row : nodeKinds())
        if (hasWord(row.statements, name) && calls(step, row.callee)) {
            step.kind = row.kind;
            break;
        }
    return step;
}

BlockSyntax blockOf(const Node* node) {
    BlockSyntax block;
    if (const auto* statements = cast<StatementBlock>(node)) {
        block = {node, statements->openBrace(), statements->closeBrace(), {}};
        block.statements.assign(statements->statements().begin(), statements->statements().end());
    } else if (const auto* body = cast<BlockFunctionBody>(node)) {
        block = {node, body->openBrace(), body->closeBrace(), {}};
        block.statements.assign(body->statements().begin(), body->statements().end());
    }
    return block;
}

std::vector<StepSyntax> stepsOf(const BlockSyntax& block) {
    std::vector<StepSyntax> steps;
    if (!block.node)
        return steps;
    for (const Statement* statement : block.statements) {
        if (const Token* first = statement->firstToken())
            addComments(steps, first, block.node);
        if (!statement->range().isEmpty())
            steps.push_back(recognise(statement));
    }
    if (block.closeBrace)
        addComments(steps, block.closeBrace, block.node);
    return steps;
}

std::vector<BranchSyntax> branchesOf(const Statement* statement) {
    using Role = BranchSyntax::Role;
    std::vector<BranchSyntax> branches;
    if (const auto* block = cast<StatementBlock>(statement)) {
        branches.push_back({Role::Body, block, block});
    } else if (const auto* ifElse = cast<IfElseStmt>(statement)) {
        addIf(branches, ifElse, Role::Then);
    } else if (const auto* match = cast<MatchStmt>(statement)) {
        for (const MatchClause* clause : match->clauses())
            branches.push_back({Role::Clause, clause, clause->block()});
        addOnFail(branches, match->onFailClause());
    } else if (const auto* retry = cast<RetryTransactionStmt>(statement)) {
        addBody<TransactionStmt>(branches, retry->transactionStmt());
    } else if (const auto* fork = cast<ForkStmt>(statement)) {
        for (const NamedWorkerDecl* worker : fork->workers())
            branches.push_back({Role::Worker, worker, worker->block()});
    } else {
        (void)(addBody<WhileStmt>(branches, statement) || addBody<ForeachStmt>(branches, statement) ||
               addBody<LockStmt>(branches, statement) || addBody<DoStmt>(branches, statement) ||
               addBody<TransactionStmt>(branches, statement) || addBody<RetryStmt>(branches, statement) ||
               addBody<NamedWorkerDecl>(branches, statement));
    }
    return branches;
}

const Node* flowAround(const Node* node) {
    for (; node; node = node->parent())
        if (is<FunctionBody>(node) && is<FunctionLike>(node->parent()))
            return node;
    return nullptr;
}

std::string commentText(std::string_view comment) {
    std::string text;
    while (!comment.empty()) {
        const size_t lineBreak = comment.find('\n');
        std::string_view line = comment.substr(0, lineBreak);
        while (!line.empty() && (line.front() == ' ' || line.front() == '\t'))
            line.remove_prefix(1);
        if (line.starts_with("//"))
            line.remove_prefix(2);
        if (line.starts_with(' '))
            line.remove_prefix(1);
        if (line.ends_with('\r'))
            line.remove_suffix(1);
        text += line;
        if (lineBreak == std::string_view::npos)
            break;
        text += '\n';
        comment.remove_prefix(lineBreak + 1);
    }
    return text;
}

bool isCommentedCode(std::string_view text) {
    const size_t last = text.find_last_not_of(" \t\r\n");
    if (last == std::string_view::npos || (text[last] != ';' && text[last] != '}'))
        return false;
    return parseAs(GrammarRule::Statements, text).isValid();
}

} // namespace barre::design
