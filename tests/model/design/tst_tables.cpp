// The tables of the design: rows are complete, and every kind of step can be written, recognised, edited,
// deleted.
#include <doctest/doctest.h>

#include "model/design/callbacks.h"
#include "model/design/flow_graph.h"
#include "model/design/item_kinds.h"
#include "model/design/node_kinds.h"
#include "model/design/service_design.h"
#include "model/edits/steps.h"
#include "model/syntax/parser.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

#include <filesystem>

using namespace barre;
using namespace barre::design;
using support::after;
using support::syntaxOf;

namespace {

const char* const surroundings = "import ballerina/websocket;\n\n"
                                 "function f(websocket:Caller caller, string message) returns error? {\n"
                                 "    // first\n"
                                 "    int  odd=1;   // formatting\n"
                                 "\n"
                                 "    lock {\n"
                                 "        f2( ) ;\n"
                                 "    }\n"
                                 "}\n";

bool hasIcon(std::string_view icon) {
    return std::filesystem::exists(std::string(BARRE_SOURCE_DIR) + "/resources/icons/" + std::string(icon) +
                                   ".svg");
}

/// Another text for a field that its grammar takes.
std::string otherText(const FlowField& field) {
    switch (field.editor) {
    case FieldEditor::Choice: return choicesOf(field.field.id).back().value;
    case FieldEditor::Flag: return "yes";
    case FieldEditor::Identifier: return "other";
    case FieldEditor::Type: return "int?";
    case FieldEditor::Binding:
        return field.field.id == FieldId::Parts     ? "[x, y]"
               : field.field.id == FieldId::Binding ? "var {x, y}"
                                                    : "var other";
    case FieldEditor::Pattern: return "1|2";
    case FieldEditor::Arguments: return "4, 5";
    case FieldEditor::Text: return "two\nlines";
    case FieldEditor::Lvalue: return "self.other[1]";
    case FieldEditor::Code: break;
    case FieldEditor::Expression:
        return field.field.id == FieldId::Function   ? "other"
               : field.field.id == FieldId::Call     ? "other(2)"
               : field.field.id == FieldId::Receiver ? "other[2]"
                                                     : "a ?: b";
    }
    return field.field.id == FieldId::Futures        ? "a|b"
           : field.field.id == FieldId::ResourcePath ? "a/[b]"
                                                     : "return;";
}

/// What the form of the step of a kind that begins at an offset says.
std::string textInForm(const model::Snapshot& snapshot, NodeKind kind, uint32_t offset, Field id) {
    const FlowGraph graph = buildFlowGraph(snapshot, {"f"});
    std::string text = "(no such field)";
    forEachStep(graph.root, [&](const FlowNode& step) {
        for (const FlowField& field : step.fields)
            if (step.range.begin == offset && step.kind == kind && field.field == id)
                text = field.text;
    });
    return text;
}

} // namespace

TEST_CASE("every row has words and an icon that exists") {
    for (const NodeKindRow& row : nodeKinds()) {
        CAPTURE(row.name);
        CHECK(!row.label.empty());
        CHECK(!row.help.empty());
        CHECK((!row.also.empty() || row.group == PaletteGroup::Hidden));
        CHECK(hasIcon(row.icon));
        CHECK(nodeKinds()[size_t(row.kind)].name == row.name);
    }
    for (const ItemKindRow& row : itemKinds()) {
        CAPTURE(row.name);
        CHECK(!row.word.empty());
        CHECK(hasIcon(row.icon));
    }
    for (const CallbackRow& row : callbacks()) {
        CAPTURE(row.name);
        CHECK(hasIcon(row.icon));
        CHECK(syntax::parseAs(syntax::GrammarRule::FunctionSignature,
                              "(" + std::string(row.parameters) + ") returns " + std::string(row.returns))
                  .isValid());
        for (const CallbackRow& other : callbacks())
            CHECK(excludes(row, other.name) == excludes(other, row.name));
    }
    CHECK(excludes(*findCallback("onMessage"), "onTextMessage"));
    CHECK(!excludes(*findCallback("onTextMessage"), "onBinaryMessage"));
    for (const FormRow& row : formRows()) {
        CAPTURE(row.name);
        CHECK(!row.label.empty());
        CHECK(!row.help.empty());
        CHECK((row.editor == FieldEditor::Choice) == !choicesOf(row.id).empty());
    }
    for (const OptionRow& row : optionRows()) {
        CAPTURE(row.name);
        CHECK(!row.help.empty());
        CHECK(syntax::parseAs(syntax::GrammarRule::TypeDescriptor, row.type).isValid());
    }
}

TEST_CASE("every kind: insert, recognise, delete gives the original bytes") {
    const auto before = syntaxOf(surroundings);
    const uint32_t offset = support::at(*before, "lock {").range.begin;
    for (const NodeKindRow& row : nodeKinds()) {
        if (row.kind == NodeKind::Code)
            continue;
        CAPTURE(row.name);
        const edits::EditResult inserted = edits::insertStep(*before, {"main.bal", offset}, row.kind);
        const auto snapshot = syntaxOf(after(*before, inserted));
        CAPTURE(snapshot->text("main.bal"));
        CHECK(snapshot->diagnostics().empty());
        const FlowGraph graph = buildFlowGraph(*snapshot, {"f"});
        const FlowNode* step = findNode(graph, inserted.focus.range);
        REQUIRE(step);
        CHECK(rowOf(step->kind).name == row.name);
        CHECK(step->range == inserted.focus.range);
        const edits::EditResult deleted = edits::deleteSteps(*snapshot, {"main.bal", step->range});
        CHECK(after(*snapshot, deleted) == surroundings);
    }
}

TEST_CASE("every field of every kind: set, read, set back") {
    const auto before = syntaxOf(surroundings);
    const uint32_t offset = support::at(*before, "lock {").range.begin;
    for (const NodeKindRow& row : nodeKinds()) {
        if (row.kind == NodeKind::Code || row.kind == NodeKind::Disabled)
            continue;
        const edits::EditResult inserted = edits::insertStep(*before, {"main.bal", offset}, row.kind);
        const auto snapshot = syntaxOf(after(*before, inserted));
        const FlowGraph graph = buildFlowGraph(*snapshot, {"f"});
        const FlowNode* step = findNode(graph, inserted.focus.range);
        REQUIRE(step);
        for (const FlowField& field : step->fields) {
            CAPTURE(row.name);
            CAPTURE(rowOf(field.field.id).name);
            const std::string text = otherText(field);
            const edits::EditResult set =
                edits::setField(*snapshot, {"main.bal", step->range}, field.field, text);
            const auto changed = syntaxOf(after(*snapshot, set));
            CAPTURE(changed->text("main.bal"));
            CHECK(set.problem == "");
            CHECK(changed->diagnostics().empty());
            CHECK(textInForm(*changed, row.kind, step->range.begin, field.field) == text);
        }
    }
}
