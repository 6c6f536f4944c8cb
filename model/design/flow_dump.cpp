#include "model/design/flow_graph.h"

namespace barre::design {

namespace {

std::string_view nameOf(BranchKind kind) {
    static constexpr std::string_view names[] = {"then", "else if", "else",  "clause",
                                                 "body", "on fail", "worker"};
    return names[static_cast<size_t>(kind)];
}

std::string inOneLine(std::string text) {
    for (size_t at = 0; (at = text.find('\n', at)) != std::string::npos;)
        text.replace(at, 1, "\\n");
    return text;
}

void addFields(std::string& out, const FlowNode& node, const std::string& indent) {
    for (const FlowField& field : node.fields) {
        out += indent + "  ." + std::string(rowOf(field.field.id).name);
        if (field.field.index)
            out += "#" + std::to_string(field.field.index);
        out += field.isPresent ? " = " + inOneLine(field.text) : " –";
        if (!field.expectedType.empty())
            out += " : " + field.expectedType;
        out += '\n';
    }
}

void addBlock(std::string& out, const FlowBlock& block, const std::string& indent);

void addNode(std::string& out, const FlowNode& node, const std::string& indent) {
    out += indent + std::string(rowOf(node.kind).name);
    if (!node.code.empty())
        out += ": " + inOneLine(node.code);
    if (node.hasTarget)
        out += " -> " + node.target.text;
    if (!node.opens.empty())
        out += " => " + node.opens.path;
    if (!node.comment.empty())
        out += " // " + node.comment;
    if (node.ends)
        out += " !";
    for (const model::Diagnostic& diagnostic : node.diagnostics)
        out +=
            " [" + std::string(model::severityName(diagnostic.severity)) + ": " + diagnostic.message() + "]";
    out += '\n';
    addFields(out, node, indent);
    for (const FlowBranch& branch : node.branches) {
        out += indent + "  " + std::string(nameOf(branch.kind));
        if (!branch.label.empty() && branch.label != nameOf(branch.kind))
            out += " " + branch.label;
        out += branch.isImplicit ? " (not written)\n" : branch.ends ? " !\n" : "\n";
        addBlock(out, branch.block, indent + "    ");
    }
}

void addBlock(std::string& out, const FlowBlock& block, const std::string& indent) {
    for (const FlowNode& node : block.nodes)
        addNode(out, node, indent);
}

} // namespace

std::string dump(const FlowGraph& graph) {
    std::string out = graph.title + " " + graph.signature + (graph.ends ? " !" : "") + "\n";
    addBlock(out, graph.root, "  ");
    return out;
}

} // namespace barre::design
