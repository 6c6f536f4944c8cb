// Steps that hold blocks: wrap, unwrap, add and remove branches.
#include "model/edits/edit_builder.h"
#include "model/edits/field_edits.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/names.h"
#include "model/edits/places.h"
#include "model/edits/steps.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::BranchSyntax;
using Role = design::BranchSyntax::Role;

namespace {

/// What stands before and behind the steps that a wrapper takes in; the last line is `}` of its own.
struct WrapperText {
    std::string head;
    std::string lastStep; ///< inside, behind the steps
    std::string tail;     ///< behind the closing brace
};

WrapperText textOf(Wrapper wrapper, const std::string& errorName) {
    switch (wrapper) {
    case Wrapper::If: return {"if true {", "", ""};
    case Wrapper::While: return {"while true {", "", ""};
    case Wrapper::ForEach: return {"foreach var item in [] {", "", ""};
    case Wrapper::Lock: return {"lock {", "", ""};
    case Wrapper::Do: return {"do {", "", " on fail error " + errorName + " {\n}"};
    case Wrapper::Transaction: return {"transaction {", "check commit;", ""};
    }
    return {};
}

EditResult wrapInLine(const Snapshot& snapshot, const FoundSteps& found, const WrapperText& wrapper) {
    EditBuilder builder(snapshot);
    std::string tail = wrapper.tail;
    std::erase(tail, '\n');
    const std::string& file = found.file->path;
    builder.insert(file, found.range.begin, wrapper.head + " ");
    builder.insert(file, found.range.end,
                   (wrapper.lastStep.empty() ? "" : " " + wrapper.lastStep) + std::string(" }") + tail);
    EditResult result = builder.done({file, found.range});
    result.focus.range = {found.range.begin, result.focus.range.end + 2};
    return result;
}

/// The range of a statement that begins at an offset of the text after the edit.
void focusOnStatementAt(EditResult& result, const Snapshot& snapshot, const std::string& file,
                        uint32_t offset) {
    for (const model::FileEdit& edit : result.edit.files) {
        if (edit.path != file)
            continue;
        const auto tree = parseModulePart(model::applyEdits(snapshot.text(file), edit.edits));
        for (const Node* node = tree->nodeAt(offset); node; node = node->parent())
            if (is<Statement>(node) && node->range().begin == offset)
                result.focus = {file, node->range()};
    }
}

const Statement* statementOf(const std::optional<FoundSteps>& found) {
    return found && found->first == found->last ? found->step().statement : nullptr;
}

std::string indentationOf(const Node* node) {
    return indentationAt(node->tree().text(), node->range().begin);
}

bool isOneOf(Role role, std::initializer_list<Role> roles) {
    return std::ranges::find(roles, role) != roles.end();
}

/// The last `if` of an else-if chain.
const IfElseStmt* lastIf(const IfElseStmt* statement) {
    while (statement->elseBlock() && is<IfElseStmt>(statement->elseBlock()->elseBody()))
        statement = cast<IfElseStmt>(statement->elseBlock()->elseBody());
    return statement;
}

EditResult insertAt(const Snapshot& snapshot, const Location& step, uint32_t offset,
                    const std::string& text) {
    EditBuilder builder(snapshot);
    builder.insert(step.file, offset, text);
    return builder.doneAtInsertion(step.file, offset);
}

bool isCatchAll(const MatchClause* clause) {
    return !clause->matchGuard() && clause->matchPatterns().size() == 1 &&
           is<WildcardMatchPattern>(clause->matchPatterns()[0]);
}

/// What goes with a branch of an if.
SourceRange removalOfIfBranch(const BranchSyntax& branch) {
    if (branch.role == Role::Else)
        return {cast<IfElseStmt>(branch.node->parent())->ifBlock()->range().end, branch.node->range().end};
    const auto* statement = cast<IfElseStmt>(branch.node);
    if (branch.role == Role::Then)
        return {statement->range().begin, statement->elseBlock()->elseBody()->range().begin};
    const auto* outer = cast<IfElseStmt>(statement->parent()->parent());
    return {outer->ifBlock()->range().end, statement->ifBlock()->range().end};
}

std::string problemOfRemoval(const Statement* statement, const std::vector<BranchSyntax>& branches,
                             size_t index) {
    const BranchSyntax& branch = branches[index];
    if (branch.role == Role::Body)
        return "A step keeps its body; delete the step instead.";
    if (branch.role == Role::Then && (branches.size() < 2 || branches[1].role == Role::Else))
        return "An if keeps its first branch; delete the step instead.";
    const size_t alike = size_t(std::ranges::count_if(
        branches, [&](const BranchSyntax& other) { return other.role == branch.role; }));
    if (isOneOf(branch.role, {Role::Clause, Role::Worker}) && alike < 2)
        return is<MatchStmt>(statement) ? "A match needs at least one branch."
                                        : "A fork needs at least one worker.";
    return {};
}

} // namespace

EditResult wrapSteps(const Snapshot& snapshot, const Location& steps, Wrapper wrapper) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    const std::string_view text = found->file->text();
    const WrapperText around = textOf(wrapper, freeNameIn(*found->file->tree, "err"));
    if (!ownsItsLines(text, found->range))
        return wrapInLine(snapshot, *found, around);
    const std::string indentation = indentationAt(text, found->range.begin);
    const std::string unit = indentationUnitOf(text);
    EditBuilder builder(snapshot);
    const uint32_t begin = lineBegin(text, found->range.begin);
    builder.insert(steps.file, begin, indentation + around.head + "\n");
    for (const uint32_t line : indentedLines(text, found->range))
        builder.insert(steps.file, line, unit);
    const std::string lastStep = around.lastStep.empty() ? "" : "\n" + indentation + unit + around.lastStep;
    builder.insert(steps.file, lineEnd(text, found->range.end),
                   lastStep + "\n" + indentation + "}" + asLinesOf(around.tail, indentation, unit));
    EditResult result = builder.done();
    focusOnStatementAt(result, snapshot, steps.file, begin + uint32_t(indentation.size()));
    return result;
}

EditResult unwrapStep(const Snapshot& snapshot, const Location& step) {
    const std::optional<FoundSteps> found = findSteps(snapshot, step);
    const Statement* statement = statementOf(found);
    if (!statement)
        return noSuchStep();
    const std::vector<BranchSyntax> branches = design::branchesOf(statement);
    if (branches.empty() || !isOneOf(branches[0].role, {Role::Body, Role::Then}))
        return refused("There are no steps to take out.");
    const std::string_view text = found->file->text();
    const design::BlockSyntax block = design::blockOf(branches[0].block);
    const std::vector<design::StepSyntax> inner = design::stepsOf(block);
    if (inner.empty())
        return deleteSteps(snapshot, step);
    const SourceRange body{inner.front().range.begin, withTrailingComment(text, inner.back().range).end};
    const std::string code = reindented(text.substr(body.begin, body.length()),
                                        design::blockOf(block.node).node ? stepIndentation(block, inner) : "",
                                        indentationAt(text, statement->range().begin));
    EditBuilder builder(snapshot);
    builder.replace(step.file, statement->range(), code);
    removeImportsUsedOnlyIn(builder, *found->file,
                            {{statement->range().begin, body.begin}, {body.end, statement->range().end}});
    EditResult result = builder.done();
    result.focus = {step.file, {statement->range().begin, statement->range().begin + uint32_t(code.size())}};
    return result;
}

EditResult addElse(const Snapshot& snapshot, const Location& step) {
    const auto* statement = cast<IfElseStmt>(statementOf(findSteps(snapshot, step)));
    if (!statement)
        return noSuchStep();
    const IfElseStmt* last = lastIf(statement);
    if (last->elseBlock())
        return refused("This if has an else branch already.");
    return insertAt(snapshot, step, last->ifBlock()->range().end,
                    " else {\n" + indentationOf(statement) + "}");
}

EditResult addElseIf(const Snapshot& snapshot, const Location& step, std::string_view condition) {
    const auto* statement = cast<IfElseStmt>(statementOf(findSteps(snapshot, step)));
    if (!statement)
        return noSuchStep();
    if (std::string problem = checkField(design::FieldId::Condition, condition); !problem.empty())
        return refused(std::move(problem));
    return insertAt(snapshot, step, lastIf(statement)->ifBlock()->range().end,
                    " else if " + std::string(condition) + " {\n" + indentationOf(statement) + "}");
}

EditResult addClause(const Snapshot& snapshot, const Location& step, std::string_view pattern) {
    const auto* match = cast<MatchStmt>(statementOf(findSteps(snapshot, step)));
    if (!match)
        return noSuchStep();
    if (std::string problem = checkField(design::FieldId::Patterns, pattern); !problem.empty())
        return refused(std::move(problem));
    const std::string_view text = match->tree().text();
    std::string indentation = indentationOf(match) + indentationUnitOf(text);
    for (const MatchClause* clause : match->clauses())
        if (isFirstOnLine(text, clause->range().begin))
            indentation = indentationOf(clause);
    const std::string code = std::string(pattern) + " => {\n" + indentation + "}";
    const auto& clauses = match->clauses();
    EditBuilder builder(snapshot);
    if (!clauses.empty() && isCatchAll(clauses.back()) &&
        isFirstOnLine(text, clauses.back()->range().begin)) {
        const uint32_t at = lineBegin(text, clauses.back()->range().begin);
        builder.insert(step.file, at, indentation + code + "\n");
        return builder.doneAtInsertion(step.file, at);
    }
    const Insertion insertion =
        insertionBeforeBrace(text, match->openBrace(), match->closeBrace(), indentation);
    builder.replace(step.file, insertion.range, insertion.before + code + insertion.after);
    return builder.doneAtInsertion(step.file, insertion.range.begin);
}

namespace {

EditResult moveClause(const Snapshot& snapshot, const Location& step, size_t index, int direction) {
    const std::optional<FoundSteps> found = findSteps(snapshot, step);
    const auto* match = cast<MatchStmt>(statementOf(found));
    if (!match)
        return noSuchStep();
    const auto& clauses = match->clauses();
    const size_t other = index + size_t(direction); // wraps round to none before the first
    if (index >= clauses.size() || other >= clauses.size())
        return refused(direction < 0 ? "This is the first branch." : "This is the last branch.");
    if (isCatchAll(clauses[std::max(index, other)]))
        return refused("The branch for everything else is tried last: those behind it would never be.");
    return swapped(snapshot, *found->file, clauses[index]->range(), clauses[other]->range());
}

} // namespace

EditResult moveClauseUp(const Snapshot& snapshot, const Location& step, size_t index) {
    return moveClause(snapshot, step, index, -1);
}

EditResult moveClauseDown(const Snapshot& snapshot, const Location& step, size_t index) {
    return moveClause(snapshot, step, index, +1);
}

EditResult addOnFail(const Snapshot& snapshot, const Location& step) {
    const Statement* statement = statementOf(findSteps(snapshot, step));
    if (!statement)
        return noSuchStep();
    const std::vector<BranchSyntax> branches = design::branchesOf(statement);
    const bool hasOne = !branches.empty() && branches.back().role == Role::OnFail;
    if (hasOne)
        return refused("This step handles errors already.");
    if (branches.empty() || isOneOf(branches[0].role, {Role::Then, Role::Worker}) ||
        is<StatementBlock>(statement))
        return refused("This step cannot have an on-fail branch; wrap it in Handle errors.");
    return insertAt(snapshot, step, statement->range().end,
                    " on fail error " + freeNameIn(statement->tree(), "err") + " {\n" +
                        indentationOf(statement) + "}");
}

EditResult addWorker(const Snapshot& snapshot, const Location& step, std::string_view name) {
    const auto* fork = cast<ForkStmt>(statementOf(findSteps(snapshot, step)));
    if (!fork)
        return noSuchStep();
    if (std::string problem = problemOfName(name); !problem.empty())
        return refused(std::move(problem));
    const std::string_view text = fork->tree().text();
    const std::string indentation = indentationOf(fork) + indentationUnitOf(text);
    const Insertion insertion =
        insertionBeforeBrace(text, fork->openBrace(), fork->closeBrace(), indentation);
    EditBuilder builder(snapshot);
    builder.replace(step.file, insertion.range,
                    insertion.before + "worker " + std::string(name) + " {\n" + indentation + "}" +
                        insertion.after);
    return builder.doneAtInsertion(step.file, insertion.range.begin);
}

EditResult removeBranch(const Snapshot& snapshot, const Location& step, size_t index) {
    const std::optional<FoundSteps> found = findSteps(snapshot, step);
    const Statement* statement = statementOf(found);
    if (!statement)
        return noSuchStep();
    const std::vector<BranchSyntax> branches = design::branchesOf(statement);
    if (index >= branches.size())
        return refused("There is no such branch.");
    if (std::string problem = problemOfRemoval(statement, branches, index); !problem.empty())
        return refused(std::move(problem));
    const BranchSyntax& branch = branches[index];
    SourceRange removal;
    if (is<IfElseStmt>(statement))
        removal = removalOfIfBranch(branch);
    else if (branch.role == Role::OnFail && index > 0)
        removal = {is<MatchStmt>(statement) ? cast<MatchStmt>(statement)->closeBrace()->range().end
                                            : branches[index - 1].block->range().end,
                   branch.node->range().end};
    else
        removal = removalOf(found->file->text(), branch.node->range());
    EditBuilder builder(snapshot);
    builder.remove(step.file, removal);
    removeImportsUsedOnlyIn(builder, *found->file, {removal});
    return builder.done(step);
}

} // namespace barre::edits
