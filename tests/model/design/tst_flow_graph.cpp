// Flows of functions as text, and that broken code has one, too.
#include <doctest/doctest.h>

#include "model/design/declarations.h"
#include "model/design/flow_graph.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

using namespace barre;
using namespace barre::design;
using support::syntaxOf;

namespace {

const std::string head = "import ballerina/websocket;\nimport ballerina/log;\n"
                         "function f(websocket:Caller caller, string message) returns error? {\n";

/// The flow of `function f` with a body, without its first line and the fields.
std::string flowOf(const std::string& body) {
    const auto snapshot = syntaxOf(head + body + "}\n");
    const std::string all = dump(buildFlowGraph(*snapshot, SymbolId{"f"}));
    std::string lines = "\n";
    for (size_t at = all.find('\n') + 1; at < all.size();) {
        const size_t end = all.find('\n', at);
        const std::string line = all.substr(at, end - at + 1);
        if (line.find_first_not_of(' ') != line.find('.') || line.find(" .") == std::string::npos)
            lines += line;
        at = end + 1;
    }
    return lines;
}

/// Ids of all steps of a flow, with their code.
std::vector<std::pair<std::string, uint64_t>> idsOf(const FlowGraph& graph) {
    std::vector<std::pair<std::string, uint64_t>> ids;
    forEachStep(graph.root, [&](const FlowNode& node) { ids.emplace_back(node.code, node.id.value); });
    return ids;
}

uint64_t idOf(const FlowGraph& graph, const std::string& code) {
    for (const auto& [text, id] : idsOf(graph))
        if (text == code)
            return id;
    return 0;
}

} // namespace

TEST_CASE("statements have their kinds") {
    CHECK(flowOf("    int x = 1;\n"
                 "    var [a, b] = [1, 2];\n"
                 "    x = 2;\n"
                 "    x += 2;\n"
                 "    _ = g();\n"
                 "    [a, b] = [2, 1];\n"
                 "    log:printInfo(\"hi\");\n"
                 "    check caller->writeTextMessage(message);\n"
                 "    string reply = check peer->readTextMessage();\n"
                 "    g();\n"
                 "    check h(1, two = 2);\n"
                 "    self.run();\n"
                 "    check err;\n"
                 "    from var i in [1] do { g(); };\n"
                 "    return;\n") == R"(
  DeclareVariable: int x = 1
  Destructure: var [a, b] = [1, 2]
  Assign: x = 2
  CompoundAssign: x += 2
  Discard: _ = g()
  DestructureAssign: [a, b] = [2, 1]
  LogInfo: log:printInfo("hi")
  SendText: check caller->writeTextMessage(message) -> caller
  RemoteCall: string reply = check peer->readTextMessage() -> peer
  CallFunction: g()
  CallFunction: check h(1, two = 2)
  CallMethod: self.run()
  Check: check err
  Code: from var i in [1] do { g(); };
  Return !
)");
}

TEST_CASE("blocks, branches and where flows end") {
    CHECK(flowOf("    if a {\n        return;\n    } else if b {\n        panic error(\"x\");\n    } else {\n"
                 "        fail error(\"y\");\n    }\n") == R"(
  If: a !
    then a !
      Return !
    else if b !
      Panic: error("x") !
    else !
      Fail: error("y") !
)");
    CHECK(
        flowOf(
            "    while true {\n        foreach int i in 0 ..< 3 {\n            break;\n        }\n    }\n") ==
        R"(
  While: true !
    body
      ForEach: int i in 0 ..< 3
        body !
          Break !
)");
    CHECK(flowOf("    do {\n        check g();\n    } on fail error e {\n        g();\n    }\n"
                 "    match x {\n        1|2 => {\n            g();\n        }\n        var y if y > 2 => "
                 "{\n        }\n    }\n") == R"(
  Do
    body
      CallFunction: check g()
    on fail error e
      CallFunction: g()
  Match: x
    clause 1|2
      CallFunction: g()
    clause var y if y > 2
)");
    CHECK(
        flowOf("    fork {\n        worker a {\n            g();\n        }\n        worker b returns int {\n"
               "            return 1;\n        }\n    }\n    retry (3) transaction {\n        check "
               "commit;\n    }\n") == R"(
  Fork
    worker a
      CallFunction: g()
    worker b !
      Return: 1 !
  RetryTransaction: (3) transaction
    body
      Commit: check commit
)");
}

TEST_CASE("comments are steps, those behind a step belong to it") {
    CHECK(flowOf("    // one\n    // more\n\n    // two\n    g(); // behind\n    // g();\n    // h(1);\n") ==
          R"(
  Comment: one\nmore
  Comment: two
  CallFunction: g() // behind
  Disabled: g();\nh(1);
)");
}

TEST_CASE("an error inside of a block with on-fail steps goes there, elsewhere it is returned") {
    const auto snapshot = syntaxOf(head + R"(    check a();
    do {
        check b();
        lock {
            check c();
        }
        fork {
            worker w returns error? {
                check d();
            }
        }
    } on fail {
        check e();
    }
}
)");
    std::string words;
    forEachStep(buildFlowGraph(*snapshot, {"f"}).root, [&](const FlowNode& node) {
        for (const FlowField& field : node.fields)
            if (field.field.id == FieldId::IfItFails)
                words += node.code + ' ' + field.choices.front().words + '\n';
    });
    CHECK(words == "check a() Return the error\n"
                   "check b() Go to on fail\n"
                   "check c() Go to on fail\n"
                   "check d() Return the error\n"
                   "check e() Return the error\n");
}

TEST_CASE("a function that is one expression is a Return") {
    const auto snapshot = syntaxOf("function f(int i) returns int => i + 1;\n");
    const FlowGraph graph = buildFlowGraph(*snapshot, {"f"});
    CHECK(graph.isExpression);
    CHECK(dump(graph) == "When f is called (int i) !\n  Return: i + 1 !\n    .Result = i + 1\n");
}

TEST_CASE("ids survive edits elsewhere and of the step itself") {
    const auto before =
        syntaxOf(head + "    int x = 1;\n    g(x);\n    if x > 1 {\n        g(2);\n    }\n    g(x);\n}\n");
    const auto after = syntaxOf(
        head + "    h();\n    int x = 1;\n    g(x);\n    if x > 2 {\n        g(2);\n    }\n    g(x);\n}\n");
    const FlowGraph old = buildFlowGraph(*before, {"f"});
    FlowGraph graph = buildFlowGraph(*after, {"f"});
    keepIds(old, graph);
    CHECK(idOf(graph, "int x = 1") == idOf(old, "int x = 1"));
    CHECK(idOf(graph, "x > 2") == idOf(old, "x > 1"));
    CHECK(idOf(graph, "g(2)") == idOf(old, "g(2)"));
    CHECK(idOf(graph, "h()") != 0);
    const auto ids = idsOf(graph);
    for (size_t i = 0; i < ids.size(); ++i)
        for (size_t j = i + 1; j < ids.size(); ++j)
            CHECK(ids[i].second != ids[j].second);
}

TEST_CASE("every prefix of the samples has flows, and their steps lie inside") {
    for (const std::string& name : support::sampleNames()) {
        const std::string text = support::sampleText(name);
        REQUIRE(!text.empty());
        for (size_t size = 0; size <= text.size(); size += size < 400 ? 1 : 7) {
            const auto snapshot = syntaxOf(text.substr(0, size));
            for (const Declaration& declaration : declarationsOf(*snapshot)) {
                const FlowGraph graph = buildFlowGraph(*snapshot, declaration.id);
                forEachStep(graph.root, [&](const FlowNode& node) {
                    const bool inside = graph.location.range.contains(node.range);
                    if (!inside)
                        CHECK_MESSAGE(inside, name, " ", size, " ", node.code);
                });
            }
        }
    }
}
