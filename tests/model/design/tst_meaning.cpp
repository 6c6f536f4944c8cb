// What the semantic model adds to flows, scopes and the palette.
#include <doctest/doctest.h>

#include "model/design/flow_graph.h"
#include "model/design/palette.h"
#include "model/edits/steps.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

using namespace barre;
using namespace barre::design;
using support::meaningOf;

namespace {

const char* const program = "import ballerina/websocket;\n\n"
                            "# Adds.\n"
                            "function add(int a, int b = 2, string... rest) returns int => a + b;\n\n"
                            "function risky(string text) returns error? {\n}\n\n"
                            "function f(websocket:Caller caller) returns error? {\n"
                            "    var sum = add(1);\n"
                            "    risky(\"x\");\n"
                            "    add(sum, b = 3);\n"
                            "    if sum > 3 {\n"
                            "        check caller->writeTextMessage(sum.toString());\n"
                            "    }\n"
                            "}\n";

/// The fields of the step of a text: `label=text:expected<actual`.
std::string fieldsOf(const model::Snapshot& snapshot, std::string_view step) {
    const FlowGraph graph = buildFlowGraph(snapshot, {"f"});
    const FlowNode* node = findNode(graph, support::at(snapshot, step).range);
    REQUIRE(node);
    std::string out = "\n";
    for (const FlowField& field : node->fields)
        out += field.label + "=" + field.text + " :" + field.expectedType + " <" + field.actualType +
               (field.isRequired ? " required" : "") + "\n";
    return out;
}

} // namespace

TEST_CASE("the samples are without problems") {
    for (const std::string& name : support::sampleNames()) {
        const auto snapshot = meaningOf(support::sampleText(name));
        for (const model::Diagnostic& diagnostic : snapshot->diagnostics())
            CHECK_MESSAGE(false, name, ": ", diagnostic.message());
    }
}

TEST_CASE("arguments have the names and types of their parameters, also those that are not given") {
    const auto s = meaningOf(program);
    CHECK(fieldsOf(*s, "add(sum, b = 3);") == R"(
Function=add : < required
a=sum :int <int required
b=3 :int <int
)");
    CHECK(fieldsOf(*s, "risky(\"x\");") == R"(
Function=risky : < required
text="x" :string <string required
If it fails=none : <
)");
    const auto t = meaningOf("function add(int a, int b = 2) {\n}\n\nfunction f() {\n    add(1);\n}\n");
    CHECK(fieldsOf(*t, "add(1);") == R"(
Function=add : < required
a=1 :int <int required
b= :int <
)");
    CHECK(support::after(*t, edits::setField(*t, support::at(*t, "add(1);"), {FieldId::Argument, 1}, "5"))
              .find("add(1, b = 5);") != std::string::npos);
}

TEST_CASE("what is computed has a type, not a value") {
    const auto s =
        meaningOf("function f() {\n    int n = 1 + 1;\n    n += -1;\n    string t = \"a\" + \"b\";\n}\n");
    CHECK(fieldsOf(*s, "int n = 1 + 1;").find("Value=1 + 1 :int <int\n") != std::string::npos);
    CHECK(fieldsOf(*s, "n += -1;").find("=-1 :int <int required\n") != std::string::npos);
    CHECK(fieldsOf(*s, "string t").find("\"b\" :string <string\n") != std::string::npos);
}

TEST_CASE("the conditions of an if are told apart") {
    const auto s = meaningOf("function f(int n) {\n    if n > 1 {\n    } else if n > 0 {\n    }\n}\n");
    CHECK(fieldsOf(*s, "if n > 1 {\n    } else if n > 0 {\n    }") == R"(
Condition=n > 1 :boolean <boolean required
Else if=n > 0 :boolean <boolean required
)");
}

TEST_CASE("inferred types are known in the scope") {
    const auto s = meaningOf(program);
    const uint32_t offset = support::at(*s, "if sum").range.begin;
    const std::vector<ScopeItem> items = scopeAt(*s, "main.bal", offset);
    REQUIRE(items.size() > 2);
    CHECK(items[0].name == "sum");
    CHECK(items[0].type == "int");
    CHECK(items[1].isCaller);
    CHECK(fieldsOf(*s, "check caller->writeTextMessage(sum.toString());")
              .find("Text=sum.toString() :string <string") != std::string::npos);
}

TEST_CASE("a client's remote methods are offered") {
    const auto s =
        meaningOf("client class Bank {\n    remote function pay(int amount, string to = \"\") returns error? "
                  "{\n    }\n}\n\n"
                  "final Bank bank = new;\n\nfunction f() {\n    Bank other = bank;\n    int i = 1;\n}\n");
    const std::vector<PaletteSection> palette =
        buildPalette(*s, "main.bal", support::at(*s, "int i").range.begin);
    REQUIRE(palette.size() > 2);
    CHECK(palette[0].title == "other");
    REQUIRE(palette[0].entries.size() == 1);
    CHECK(palette[0].entries[0].label == "pay");
    CHECK(palette[1].title == "bank");
    const edits::EditResult result =
        edits::insertStep(*s, {"main.bal", support::at(*s, "int i").range.begin}, palette[0].entries[0].kind,
                          palette[0].entries[0].values);
    CHECK(support::after(*s, result).find("    error? result = other->pay(amount);\n") != std::string::npos);
}
