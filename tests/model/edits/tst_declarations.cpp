// Edits of classes, functions, variables, imports, names: text before, text after.
#include <doctest/doctest.h>

#include "model/edits/declarations.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

using namespace barre;
using namespace barre::edits;
using support::after;
using support::at;
using support::syntaxOf;

namespace {

const std::string classText = "import ballerina/websocket;\n\n"
                              "service class Chat {\n"
                              "    *websocket:Service;\n\n"
                              "    private final string room;\n\n"
                              "    # Says hello.\n"
                              "    remote function onOpen(websocket:Caller caller) returns error? {\n"
                              "        self.greet();\n"
                              "    }\n\n"
                              "    function greet() {\n"
                              "    }\n"
                              "}\n";

std::string replaced(std::string text, const std::string& old, const std::string& by) {
    const size_t found = text.find(old);
    REQUIRE(found != std::string::npos);
    return text.replace(found, old.size(), by);
}

} // namespace

TEST_CASE("class variables") {
    const auto s = syntaxOf(classText);
    CHECK(after(*s, addClassVariable(*s, {"Chat"}, {"seen", "int", "0", "private", false, false, ""})) ==
          replaced(classText, "string room;\n", "string room;\n    private int seen = 0;\n"));
    CHECK(after(*s, addClassVariable(*s, {"Chat"}, {"room", "int", "", "", false, false, ""})) ==
          "refused: There is already a 'room' here.");
    CHECK(after(*s, addClassVariable(*s, {"Chat"}, {"a", "int", "1 +", "", false, false, ""}))
              .starts_with("refused"));
    CHECK(after(*s, setClassVariable(*s, {"Chat.room"},
                                     {"room", "string", "\"all\"", "", false, false, "Where."})) ==
          replaced(classText, "private final string room;", "# Where.\n    string room = \"all\";"));
    CHECK(after(*s, setClassVariable(*s, {"Chat.room"},
                                     {"room", "string", "", "private", true, false, ""})) == classText);
    const auto empty = syntaxOf("class A {}\n");
    CHECK(after(*empty, addClassVariable(*empty, {"A"}, {"x", "int", "1", "", true, false, ""})) ==
          "class A {\n    final int x = 1;\n}\n");
}

TEST_CASE("callbacks come with their signature, in the order of the table") {
    const auto s = syntaxOf(classText);
    const std::string text = after(*s, addCallbacks(*s, {"Chat"}, {"onClose", "onTextMessage"}));
    CHECK(text ==
          replaced(
              classText, "        self.greet();\n    }\n",
              "        self.greet();\n    }\n\n"
              "    remote function onTextMessage(websocket:Caller caller, string message) returns error? {\n"
              "    }\n\n"
              "    remote function onClose(websocket:Caller caller, int statusCode, string reason) returns "
              "error? {\n    }\n"));
    CHECK(!addCallbacks(*s, {"Chat"}, {"onOpen"}));
    CHECK(!addCallbacks(*s, {"Chat"}, {"onSomething"}));
    const auto aliased =
        syntaxOf("import ballerina/websocket as ws;\n\nservice class A {\n    *ws:Service;\n}\n");
    CHECK(after(*aliased, addCallbacks(*aliased, {"A"}, {"onOpen"})) ==
          "import ballerina/websocket as ws;\n\nservice class A {\n    *ws:Service;\n\n"
          "    remote function onOpen(ws:Caller caller) returns error? {\n    }\n}\n");
}

TEST_CASE("methods, functions and their signatures") {
    const auto s = syntaxOf(classText);
    FunctionText method{"answer",    {{"string", "text", "", "", false}}, "error?", false, true, false,
                        "Answers.\n"};
    CHECK(after(*s, addMethod(*s, {"Chat"}, method)) ==
          replaced(classText, "    function greet() {\n    }\n",
                   "    function greet() {\n    }\n\n    # Answers.\n"
                   "    isolated function answer(string text) returns error? {\n    }\n"));
    CHECK(after(*s, addFunction(*s, "main.bal", {"run", {}, "", true, false, false, ""})) ==
          classText + "\npublic function run() {\n}\n");
    CHECK(!addFunction(*s, "main.bal", {"Chat", {}, "", false, false, false, ""}));
    CHECK(!addFunction(*s, "main.bal", {"run", {{"int", "", "", "", false}}, "", false, false, false, ""}));

    const std::string f =
        "# Doc.\n# + a - first\nfunction f(int a,  string b = \"x\") { // body\n    g(a, b);\n}\n";
    const auto t = syntaxOf(f);
    FunctionText same{"f",
                      {{"int", "a", "", "", false}, {"string", "b", "\"x\"", "", false}},
                      "",
                      false,
                      false,
                      false,
                      "Doc.\n+ a - first"};
    CHECK(after(*t, setFunction(*t, {"f"}, same)) == f);
    FunctionText renamed = same;
    renamed.parameters[0].name = "count";
    renamed.returns = "error?";
    CHECK(after(*t, setFunction(*t, {"f"}, renamed)) ==
          "# Doc.\n# + count - first\nfunction f(int count,  string b = \"x\") returns error? { // body\n"
          "    g(count, b);\n}\n");
    FunctionText other = same;
    other.parameters.push_back({"int", "c", "", "", true});
    other.isPublic = true;
    CHECK(after(*t, setFunction(*t, {"f"}, other)) ==
          "# Doc.\n# + a - first\npublic function f(int a, string b = \"x\", int... c) { // body\n    g(a, "
          "b);\n}\n");
}

TEST_CASE("module-level variables find their place") {
    const std::string text =
        "import ballerina/io;\n\nconfigurable int port = 8080;\n\nlistener L l = new (port);\n\n"
        "map<int> counts = {};\n\nfunction f() {\n    io:println(counts, port);\n}\n";
    const auto s = syntaxOf(text);
    CHECK(after(*s, addVariable(*s, "main.bal", VariableKind::Configurable,
                                {"size", "int", "?", "", false, false, ""})) ==
          replaced(text, "port = 8080;\n", "port = 8080;\nconfigurable int size = ?;\n"));
    CHECK(after(*s, addVariable(*s, "main.bal", VariableKind::Variable,
                                {"b", "int[]", "[]", "", false, true, ""})) ==
          replaced(text, "= {};\n", "= {};\nisolated int[] b = [];\n"));
    CHECK(!addVariable(*s, "main.bal", VariableKind::Constant, {"c", "int", "", "", false, false, ""}));
    CHECK(!addVariable(*s, "main.bal", VariableKind::Variable, {"port", "int", "1", "", false, false, ""}));
    CHECK(after(*s, setVariable(*s, {"counts"}, {"totals", "map<decimal>", "{}", "", false, true, ""})) ==
          replaced(replaced(text, "map<int> counts", "isolated map<decimal> totals"), "println(counts",
                   "println(totals"));
    CHECK(after(*s, setVariable(*s, {"port"}, {"port", "int", "9090", "", false, false, "The port."})) ==
          replaced(text, "configurable int port = 8080", "# The port.\nconfigurable int port = 9090"));
    const auto empty = syntaxOf("");
    CHECK(after(*empty, addVariable(*empty, "main.bal", VariableKind::Variable,
                                    {"x", "int", "1", "", false, false, ""})) == "int x = 1;\n");
}

TEST_CASE("deleting a declaration leaves one blank line and no unused import") {
    const std::string text =
        "import ballerina/io;\nimport ballerina/log;\n\nfunction a() {\n    io:println(1);\n}\n\n"
        "# Doc.\nfunction b() {\n    log:printInfo(\"\");\n}\n\nfunction c() {\n    io:println(2);\n}\n";
    const auto s = syntaxOf(text);
    CHECK(after(*s, deleteDeclaration(*s, {"b"})) ==
          "import ballerina/io;\n\nfunction a() {\n    io:println(1);\n}\n\nfunction c() {\n    "
          "io:println(2);\n}\n");
    CHECK(after(*s, deleteDeclaration(*s, {"c"})) ==
          "import ballerina/io;\nimport ballerina/log;\n\nfunction a() {\n    io:println(1);\n}\n\n"
          "# Doc.\nfunction b() {\n    log:printInfo(\"\");\n}\n");
    CHECK(!deleteDeclaration(*s, {"d"}));
    const auto c = syntaxOf(classText);
    CHECK(after(*c, deleteDeclaration(*c, {"Chat.greet"})) ==
          replaced(classText, "\n    function greet() {\n    }\n", ""));
}

TEST_CASE("a new name is written wherever the old one was meant") {
    const auto s = support::syntaxOf(model::FileTexts{
        {"Ballerina.toml", "[package]\norg = \"o\"\nname = \"p\"\n"},
        {"main.bal",
         "import p.util as u;\n\ntype Id int;\n\nId first = 1;\n\nfunction f(Id first) returns Id {\n"
         "    u:help(g(first));\n    return g(first);\n}\n\nfunction g(Id id) returns Id => first + id;\n"},
        {"modules/util/util.bal",
         "public function help(int i) {\n}\n\nfunction other() {\n    help(1);\n}\n"},
    });
    CHECK(after(*s, renameSymbol(*s, {"first"}, "begin")).find("=> begin + id") != std::string::npos);
    CHECK(after(*s, renameSymbol(*s, {"first"}, "begin")).find("u:help(g(first))") != std::string::npos);
    CHECK(after(*s, renameSymbol(*s, {"Id"}, "Key")).find("Key begin") == std::string::npos);
    CHECK(after(*s, renameSymbol(*s, {"Id"}, "Key"))
              .find("type Key int;\n\nKey first = 1;\n\nfunction f(Key first) returns Key") !=
          std::string::npos);
    CHECK(after(*s, renameSymbol(*s, {"p.util:help"}, "aid")).find("u:aid(g(first))") != std::string::npos);
    CHECK(after(*s, renameSymbol(*s, {"p.util:help"}, "aid"), "modules/util/util.bal").find("    aid(1);") !=
          std::string::npos);
    CHECK(!renameSymbol(*s, {"f"}, "g"));
    CHECK(after(*s, renameSymbol(*s, {"f"}, "if")).starts_with("refused"));
    const auto c = syntaxOf(classText);
    CHECK(after(*c, renameSymbol(*c, {"Chat.greet"}, "hello")) ==
          replaced(replaced(classText, "self.greet", "self.hello"), "function greet", "function hello"));
    CHECK(after(*c, renameAt(*c, at(*c, "greet();"), "hello")).starts_with("refused"));
}

TEST_CASE("imports are sorted in and unused ones go") {
    const auto s =
        syntaxOf("// licence\n\nimport ballerina/http;\nimport ballerina/time;\n\nfunction f() {\n}\n");
    CHECK(after(*s, addImport(*s, "main.bal", "ballerina/log")) ==
          "// licence\n\nimport ballerina/http;\nimport ballerina/log;\nimport ballerina/time;\n\nfunction "
          "f() {\n}\n");
    CHECK(after(*s, addImport(*s, "main.bal", "ballerina/http")) == s->text("main.bal"));
    CHECK(!addImport(*s, "main.bal", "no module"));
    CHECK(after(*s, removeUnusedImports(*s, "main.bal")) == "// licence\n\n\nfunction f() {\n}\n");
    const auto bare = syntaxOf("// licence\n\nfunction f() {\n}\n");
    CHECK(after(*bare, addImport(*bare, "main.bal", "ballerina/log")) ==
          "// licence\n\nimport ballerina/log;\n\nfunction f() {\n}\n");
}
