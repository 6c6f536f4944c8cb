#pragma once

#include "model/design/form_field.h"
#include "model/design/location.h"
#include "model/design/node_kinds.h"
#include "model/diagnostics/diagnostic.h"

#include <cstdint>
#include <string>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// Names a step from revision to revision: made from what it says and where it is, kept by keepIds.
struct NodeId {
    uint64_t value = 0;

    friend auto operator<=>(NodeId, NodeId) = default;
};

/// A field of a step with its text.
struct FlowField {
    Field field;
    std::string label; ///< for an argument, the name of the parameter
    std::string help;
    std::string text;  ///< as it is written; for a Choice its value
    SourceRange range; ///< of the text; empty where it would be written
    bool isPresent = false;
    bool isRequired = true;
    FieldEditor editor{};
    std::vector<FieldChoice> choices; ///< of a Choice, in the words that fit its place
    std::string expectedType;         ///< `boolean`; empty when it is not known
    std::string actualType;           ///< the type of the expression; empty when it is not known
    std::vector<model::Diagnostic> diagnostics;
    bool fits =
        false; ///< its type is known, expected, and nothing is wrong with it or with the step around it
};

struct FlowNode;

/// Steps one after the other.
struct FlowBlock {
    std::vector<FlowNode> nodes;
    /// Where a step can be put in: `insertAt[i]` is before node i, the last one after all nodes. Empty where
    /// nothing can be put in (a function that is one expression).
    std::vector<uint32_t> insertAt;
    SourceRange range; ///< between the braces
};

/// One of the blocks of a step.
enum class BranchKind : uint8_t { Then, ElseIf, Else, Clause, Body, OnFail, Worker };

struct FlowBranch {
    BranchKind kind{};
    std::string label; ///< `m.kind == TEXT`, `else`, `otherwise`
    SourceRange labelRange;
    SourceRange range;       ///< the clause with its braces
    bool isImplicit = false; ///< an else that is not written: drawn, and made by an insertion
    bool ends = false;       ///< no path goes on after it
    FlowBlock block;
};

/// What a remote call goes to, drawn in a lane at the right.
struct FlowTarget {
    std::string text; ///< `caller`
    std::string type; ///< `websocket:Caller` when it is known
    bool isCaller = false;
    SymbolId id; ///< of a module-level client
};

/// A step.
struct FlowNode {
    NodeId id;
    NodeKind kind{};
    SourceRange range; ///< of the statement, without trivia
    std::string title; ///< "Send text message"
    std::string code;  ///< in one line, as it is written
    std::string icon;
    ColourKind colour{};
    NodeShape shape{};
    std::vector<FlowField> fields;
    std::vector<FlowBranch> branches;
    bool hasTarget = false;
    FlowTarget target;
    std::string comment; ///< the comment at the end of its line
    SymbolId opens; ///< a declaration that the step leads to: the class of `new C()`, the function it calls
    std::string opensLabel; ///< `ChatService`
    bool ends = false;      ///< no path goes on after it (return, fail, panic, break, continue, …)
    std::vector<model::Diagnostic> diagnostics;
};

/// A function from its start to its end.
struct FlowGraph {
    SymbolId function;     ///< empty when there is no such function
    std::string title;     ///< "When a text message arrives"
    std::string signature; ///< `(caller, string message)`
    std::string icon;
    std::string name;  ///< `onTextMessage`
    SymbolId owner;    ///< the class or service around it
    Location location; ///< the whole function
    SourceRange signatureRange;
    FlowBlock root;
    bool isExpression = false;                  ///< `=> expression`: shown as one Return
    bool isExternal = false;                    ///< has no body in Ballerina
    bool ends = false;                          ///< every path returns before the end
    std::vector<model::Diagnostic> diagnostics; ///< of the signature
};

/// The flow of a function, resource or method. Works on broken code too; what fits no kind is a Code step.
FlowGraph buildFlowGraph(const model::Snapshot& snapshot, const SymbolId& function);

/// Calls `visit(const FlowNode&)` for the steps of a block and all below them, in the order of the text.
template<class Visit>
void forEachStep(const FlowBlock& block, const Visit& visit) {
    for (const FlowNode& node : block.nodes) {
        visit(node);
        for (const FlowBranch& branch : node.branches)
            forEachStep(branch.block, visit);
    }
}

/// Makes the ids of all steps from their text and place; buildFlowGraph has done it.
void giveIds(FlowGraph& graph);

/// Gives the steps of `after` the ids that the same steps have in `before`.
void keepIds(const FlowGraph& before, FlowGraph& after);

/// The step of an id, or null.
const FlowNode* findNode(const FlowGraph& graph, NodeId id);

/// The innermost step whose statement holds the range, or null.
const FlowNode* findNode(const FlowGraph& graph, SourceRange range);

/// How many steps a block has, nested ones too; comments do not count.
int countSteps(const FlowBlock& block);

/// The graph as indented text, for tests and `barre dump design`.
std::string dump(const FlowGraph& graph);

} // namespace barre::design
