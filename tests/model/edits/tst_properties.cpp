// What holds for every edit of every step of the samples, with any line breaks and indentation.
#include <doctest/doctest.h>

#include "model/design/declarations.h"
#include "model/design/flow_graph.h"
#include "model/edits/steps.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

#include <functional>

using namespace barre;
using namespace barre::design;
using namespace barre::edits;
using support::after;
using support::syntaxOf;

namespace {

std::string replacedAll(std::string text, const std::string& old, const std::string& by) {
    for (size_t at = 0; (at = text.find(old, at)) != std::string::npos; at += by.size())
        text.replace(at, old.size(), by);
    return text;
}

/// The samples, the small ones in three dresses.
std::vector<std::string> texts() {
    std::vector<std::string> all;
    for (const std::string& name : support::sampleNames()) {
        all.push_back(support::sampleText(name));
        if (all.back().size() > 3000)
            continue;
        all.push_back(replacedAll(all[all.size() - 1], "\n", "\r\n"));
        all.push_back(replacedAll(all[all.size() - 2], "    ", "\t"));
    }
    return all;
}

using Visit = std::function<void(const model::Snapshot&, const FlowBlock&, const FlowNode&)>;

void visitSteps(const model::Snapshot& snapshot, const FlowBlock& block, const Visit& visit) {
    for (const FlowNode& node : block.nodes) {
        visit(snapshot, block, node);
        for (const FlowBranch& branch : node.branches)
            visitSteps(snapshot, branch.block, visit);
    }
}

void forEveryStep(const std::string& text, const Visit& visit) {
    const auto snapshot = syntaxOf(text);
    for (const Declaration& declaration : declarationsOf(*snapshot))
        visitSteps(*snapshot, buildFlowGraph(*snapshot, declaration.id).root, visit);
}

Location placeOf(const FlowNode& node) {
    return {"main.bal", node.range};
}

/// The text after an edit that must be possible and leave no syntax error.
std::string fine(const model::Snapshot& snapshot, const EditResult& result) {
    const std::string text = after(snapshot, result);
    CAPTURE(text);
    CHECK(result.problem == "");
    if (result)
        CHECK(syntaxOf(text)->diagnostics().empty());
    return text;
}

size_t linesOf(const std::string& text, std::string_view lineBreak) {
    size_t count = 0;
    for (size_t at = 0; (at = text.find(lineBreak, at)) != std::string::npos; at += lineBreak.size())
        ++count;
    return count;
}

} // namespace

TEST_CASE("deleting, duplicating and wrapping any step leaves a program") {
    for (const std::string& text : texts())
        forEveryStep(text, [&](const model::Snapshot& s, const FlowBlock&, const FlowNode& node) {
            CAPTURE(node.code);
            fine(s, deleteSteps(s, placeOf(node)));
            const EditResult twice = duplicateSteps(s, placeOf(node));
            const std::string copied = fine(s, twice);
            CHECK(fine(*syntaxOf(copied), deleteSteps(*syntaxOf(copied), twice.focus)) == text);
            for (const Wrapper wrapper : {Wrapper::If, Wrapper::Lock, Wrapper::Do})
                fine(s, wrapSteps(s, placeOf(node), wrapper));
        });
}

TEST_CASE("wrap and unwrap, comment out and back, move and back give the same bytes") {
    for (const std::string& text : texts())
        forEveryStep(text, [&](const model::Snapshot& s, const FlowBlock& block, const FlowNode& node) {
            CAPTURE(node.code);
            const EditResult wrapped = wrapSteps(s, placeOf(node), Wrapper::Lock);
            const auto inLock = syntaxOf(fine(s, wrapped));
            CHECK(after(*inLock, unwrapStep(*inLock, wrapped.focus)) == text);
            const EditResult commented = commentOut(s, placeOf(node));
            const auto hidden = syntaxOf(fine(s, commented));
            CHECK(after(*hidden, uncomment(*hidden, commented.focus)) == text);
            if (&node == &block.nodes.back())
                return;
            const EditResult down = moveStepDown(s, placeOf(node));
            const auto moved = syntaxOf(fine(s, down));
            CHECK(after(*moved, moveStepUp(*moved, down.focus)) == text);
        });
}

TEST_CASE("a step can be put in and pasted at every place") {
    for (const std::string& text : texts()) {
        const bool hasReturns = text.find('\r') != std::string::npos;
        const auto snapshot = syntaxOf(text);
        const auto at = [&](uint32_t offset) {
            const EditResult result = insertStep(*snapshot, {"main.bal", offset}, NodeKind::Do);
            const std::string written = fine(*snapshot, result);
            CHECK(linesOf(written, "\n") ==
                  linesOf(written, "\r\n") + (hasReturns ? 0 : linesOf(written, "\n")));
            CHECK(support::focusText(*snapshot, result).starts_with("do {"));
            fine(*snapshot, pasteSteps(*snapshot, {"main.bal", offset}, "  f();\n  if a {\n    g();\n  }\n"));
        };
        for (const Declaration& declaration : declarationsOf(*snapshot)) {
            const FlowGraph graph = buildFlowGraph(*snapshot, declaration.id);
            for (const uint32_t offset : graph.root.insertAt)
                at(offset);
            forEachStep(graph.root, [&](const FlowNode& node) {
                for (const FlowBranch& branch : node.branches)
                    for (const uint32_t offset : branch.block.insertAt)
                        at(offset);
            });
        }
    }
}

TEST_CASE("writing a field's own text changes nothing") {
    for (const std::string& text : texts())
        forEveryStep(text, [&](const model::Snapshot& s, const FlowBlock&, const FlowNode& node) {
            for (const FlowField& field : node.fields) {
                CAPTURE(node.code);
                CAPTURE(field.label);
                if (field.isPresent)
                    CHECK(after(s, setField(s, placeOf(node), field.field, field.text)) == text);
            }
        });
}

TEST_CASE("edits of broken code are made or refused, and can be undone") {
    const std::string text = support::sampleText("chat");
    for (size_t size = 1200; size < text.size(); size += 149)
        forEveryStep(text.substr(0, size),
                     [&](const model::Snapshot& s, const FlowBlock& block, const FlowNode& node) {
                         after(s, deleteSteps(s, placeOf(node)));
                         after(s, duplicateSteps(s, placeOf(node)));
                         after(s, commentOut(s, placeOf(node)));
                         after(s, moveStepUp(s, placeOf(node)));
                         after(s, wrapSteps(s, placeOf(node), Wrapper::If));
                         for (const FlowField& field : node.fields)
                             after(s, setField(s, placeOf(node), field.field, "x"));
                         for (const uint32_t offset : block.insertAt)
                             after(s, insertStep(s, {"main.bal", offset}, NodeKind::LogInfo));
                     });
}
