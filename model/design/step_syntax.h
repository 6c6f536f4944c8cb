#pragma once

#include "model/design/node_kinds.h"
#include "model/syntax/nodes.h"

#include <string>
#include <vector>

namespace barre::design {

/// A statement, or a comment between statements, as the flow shows it.
struct StepSyntax {
    NodeKind kind{};
    const syntax::Statement* statement = nullptr; ///< null for a comment
    const syntax::Expression* call = nullptr;     ///< its expression without check, trap and parentheses
    const syntax::Token* checking = nullptr;      ///< `check` or `checkpanic`
    SourceRange range;                            ///< of the statement or comment, without trivia around it
    const syntax::Node* block = nullptr;          ///< the node whose statements it is one of
};

/// Which kind of step a statement is.
StepSyntax recognise(const syntax::Statement* statement);

/// A place between braces that holds steps.
struct BlockSyntax {
    const syntax::Node* node = nullptr; ///< StatementBlock, BlockFunctionBody, or what else holds the list
    const syntax::Token* openBrace = nullptr;
    const syntax::Token* closeBrace = nullptr;
    std::vector<const syntax::Statement*> statements;
};

/// The block of a StatementBlock or BlockFunctionBody; all null for other nodes.
BlockSyntax blockOf(const syntax::Node* node);

/// The steps of a block: its statements and the comments between them, in the order of the text.
std::vector<StepSyntax> stepsOf(const BlockSyntax& block);

/// A block that belongs to a statement.
struct BranchSyntax {
    enum class Role : uint8_t { Then, ElseIf, Else, Clause, Body, OnFail, Worker } role{};
    const syntax::Node* node = nullptr; ///< the clause: IfElseStmt, ElseBlock, MatchClause, OnFailClause, …
    const syntax::Node* block = nullptr; ///< a StatementBlock
};

/// The blocks of a statement, in the order of the text; empty for a plain step.
std::vector<BranchSyntax> branchesOf(const syntax::Statement* statement);

/// The function body around a node, or null: what a flow shows.
const syntax::Node* flowAround(const syntax::Node* node);

/// The text of a comment without its slashes.
std::string commentText(std::string_view comment);

/// Whether a comment's text is statements.
bool isCommentedCode(std::string_view text);

} // namespace barre::design
