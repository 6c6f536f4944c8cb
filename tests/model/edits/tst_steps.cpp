// Edits of steps: text before, text after; the helper checks that the inverse restores every byte.
#include <doctest/doctest.h>

#include "model/edits/steps.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

using namespace barre;
using namespace barre::edits;
using design::FieldId;
using design::NodeKind;
using support::after;
using support::at;
using support::syntaxOf;

namespace {

const std::string head =
    "import ballerina/websocket;\n\nfunction f(websocket:Caller caller, string message) {\n";

/// main.bal with a function of these lines.
std::shared_ptr<const model::Snapshot> with(const std::string& body) {
    return syntaxOf(head + body + "}\n");
}

/// What is left of it around the body.
std::string bodyOf(const std::string& text) {
    if (text.starts_with("refused") || !text.starts_with(head))
        return text;
    return text.substr(head.size(), text.size() - head.size() - 2);
}

std::string body(const model::Snapshot& snapshot, const EditResult& result) {
    return bodyOf(after(snapshot, result));
}

bool has(const std::string& text, std::string_view piece) {
    return text.find(piece) != std::string::npos;
}

Place before(const model::Snapshot& snapshot, std::string_view piece) {
    return {"main.bal", at(snapshot, piece).range.begin};
}

Place behind(const model::Snapshot& snapshot, std::string_view piece) {
    return {"main.bal", at(snapshot, piece).range.end};
}

EditResult set(const model::Snapshot& snapshot, std::string_view step, FieldId field, std::string_view text,
               uint16_t index = 0) {
    return setField(snapshot, at(snapshot, step), {field, index}, text);
}

} // namespace

TEST_CASE("a field's text alone is replaced") {
    const auto s = with("    check   caller->writeTextMessage( message ) ; // why\n");
    const std::string step = "check   caller->writeTextMessage( message ) ;";
    CHECK(body(*s, set(*s, step, FieldId::Message, "\"hi\" + message")) ==
          "    check   caller->writeTextMessage( \"hi\" + message ) ; // why\n");
    CHECK(body(*s, set(*s, step, FieldId::IfItFails, "checkpanic")) ==
          "    checkpanic   caller->writeTextMessage( message ) ; // why\n");
    CHECK(body(*s, set(*s, step, FieldId::IfItFails, "none")) ==
          "    error? result = caller->writeTextMessage( message ) ; // why\n");
    CHECK(body(*s, set(*s, step, FieldId::Message, "a +")) ==
          "refused: This is not an expression: expected an expression.");
    CHECK(body(*s, set(*s, step, FieldId::Message, "")) == "refused: Text cannot be empty.");
    CHECK(
        body(*s, set(*s, step, FieldId::Message, "a, b")).starts_with("refused: This is not an expression"));
    CHECK(body(*s, set(*s, step, FieldId::Message, "x // y")).starts_with("refused: This does not fit here"));
}

TEST_CASE("what happens with an error can be changed back") {
    const auto s = with("    error? result = caller->writeTextMessage(message);\n    T|error t = g();\n");
    const std::string first = "error? result = caller->writeTextMessage(message);";
    CHECK(has(after(*s, set(*s, first, FieldId::IfItFails, "check")),
              "\n    check caller->writeTextMessage(message);\n"));
}

TEST_CASE("what would be read differently gets parentheses") {
    const auto s = with("    check g(x);\n    check err;\n");
    CHECK(body(*s, set(*s, "check err;", FieldId::Expression, "a ?: b")) ==
          "    check g(x);\n    check (a ?: b);\n");
    CHECK(body(*s, set(*s, "check g(x);", FieldId::Argument, "a ?: b")) ==
          "    check g(a ?: b);\n    check err;\n");
}

TEST_CASE("optional parts are written and removed with what belongs to them") {
    auto s = with("    int x = 1;\n    return;\n    return x;\n");
    CHECK(body(*s, set(*s, "int x = 1;", FieldId::Value, "")) == "    int x;\n    return;\n    return x;\n");
    CHECK(body(*s, set(*s, "int x = 1;", FieldId::IsFinal, "yes")) ==
          "    final int x = 1;\n    return;\n    return x;\n");
    CHECK(body(*s, set(*s, "return;", FieldId::Result, "7")) ==
          "    int x = 1;\n    return 7;\n    return x;\n");
    CHECK(body(*s, set(*s, "return x;", FieldId::Result, "")) ==
          "    int x = 1;\n    return;\n    return;\n");
    s = with("    final  int x;\n    check caller->close();\n    check caller->close(1000, timeout = 2);\n");
    CHECK(body(*s, set(*s, "final  int x;", FieldId::IsFinal, "")).starts_with("    int x;\n"));
    CHECK(body(*s, set(*s, "final  int x;", FieldId::Value, "2")).starts_with("    final  int x = 2;\n"));
    const std::string close = "check caller->close();";
    CHECK(
        has(after(*s, set(*s, close, FieldId::Reason, "\"bye\"")), "check caller->close(reason = \"bye\");"));
    CHECK(has(after(*s, set(*s, close, FieldId::StatusCode, "1001")), "check caller->close(1001);"));
    const std::string last = "check caller->close(1000, timeout = 2);";
    CHECK(has(after(*s, set(*s, last, FieldId::Timeout, "")), "check caller->close(1000);"));
}

TEST_CASE("branches of an if and clauses of a match have fields by index") {
    const std::string first = "if a {\n    } else if b {\n    }";
    const std::string match = "match x {\n        1 => {\n        }\n        2 if y => {\n        }\n    }";
    const auto s = with("    " + first + "\n    " + match + "\n");
    CHECK(has(after(*s, set(*s, first, FieldId::Condition, "c && d", 1)), "else if c && d {"));
    CHECK(has(after(*s, set(*s, match, FieldId::Patterns, "1|\"a\"")), "1|\"a\" => {"));
    CHECK(has(after(*s, set(*s, match, FieldId::Guard, "z", 0)), "1 if z => {"));
    CHECK(has(after(*s, set(*s, match, FieldId::Guard, "", 1)), "        2 => {"));
}

TEST_CASE("another name for a variable is another name wherever it is used") {
    const auto s = with("    int x = 1;\n    foreach int i in 0 ..< x {\n        g(x, x.toString(), {x});\n"
                        "        h(function(int x) returns int => x);\n    }\n");
    CHECK(body(*s, set(*s, "int x = 1;", FieldId::Name, "count")) ==
          "    int count = 1;\n    foreach int i in 0 ..< count {\n        g(count, count.toString(), {x: "
          "count});\n"
          "        h(function(int x) returns int => x);\n    }\n");
    CHECK(body(*s, set(*s, "int x = 1;", FieldId::Name, "message")).starts_with("refused"));
    CHECK(body(*s, set(*s, "int x = 1;", FieldId::Name, "2x")).starts_with("refused: This is not a name"));
}

TEST_CASE("new steps take the indentation of their place") {
    auto s = with("\tif a {\n\t\tg();\n\t}\n");
    CHECK(body(*s, insertStep(*s, before(*s, "g();"), NodeKind::Lock)) ==
          "\tif a {\n\t\tlock {\n\t\t}\n\t\tg();\n\t}\n");
    s = with("  if a {}\n  g(); // g\n");
    CHECK(body(*s, insertStep(*s, behind(*s, "if a {"), NodeKind::Return)) ==
          "  if a {\n    return;\n  }\n  g(); // g\n");
    CHECK(body(*s, insertStep(*s, behind(*s, "g();"), NodeKind::Return, {{FieldId::Result, "1"}})) ==
          "  if a {}\n  g(); // g\n  return 1;\n");
    CHECK(body(*s, insertStep(*s, before(*s, "a {}"), NodeKind::Return)) ==
          "  if a {} else {\n    return;\n  }\n  g(); // g\n");
    s = with("");
    CHECK(body(*s, insertStep(*s, behind(*s, "string message) {"), NodeKind::Panic)) ==
          "    panic error(\"\");\n");
    s = syntaxOf("function f() {}\r\n// end\r\n");
    CHECK(after(*s, insertStep(*s, behind(*s, "{"), NodeKind::If)) ==
          "function f() {\r\n    if true {\r\n    }\r\n}\r\n// end\r\n");
}

TEST_CASE("a new step uses what is in scope and fits its function") {
    const auto s = syntaxOf(
        "import ballerina/websocket;\n\nfunction f(websocket:Caller c, string[] lines) returns int {\n"
        "    int name = 1;\n}\n\nfunction g(websocket:Caller c) returns error? {\n}\n");
    const auto put = [&](NodeKind kind, std::string_view behindWhat) {
        const EditResult result = insertStep(*s, behind(*s, behindWhat), kind);
        after(*s, result);
        return support::focusText(*s, result);
    };
    const std::string_view inF = "int name = 1;", inG = "returns error? {";
    CHECK(put(NodeKind::SendText, inF) == "error? result = c->writeTextMessage(\"\");");
    CHECK(put(NodeKind::SendText, inG) == "check c->writeTextMessage(\"\");");
    CHECK(put(NodeKind::DeclareVariable, inF) == "string name2 = \"\";");
    CHECK(put(NodeKind::Assign, inF) == "name = 0;");
    CHECK(put(NodeKind::CompoundAssign, inF) == "name += 1;");
    CHECK(put(NodeKind::ForEach, inF) == "foreach string item in lines {\n    }");
    CHECK(put(NodeKind::Return, inF) == "return 0;");
    CHECK(put(NodeKind::Return, inG) == "return;");
}

TEST_CASE("a new step brings its import, its deletion takes it away") {
    const auto s = syntaxOf("import ballerina/websocket;\n\nfunction f() {\n}\n");
    const std::string text =
        after(*s, insertStep(*s, behind(*s, "{"), NodeKind::LogInfo, {{FieldId::LogMessage, "\"a\""}}));
    CHECK(text == "import ballerina/log;\nimport ballerina/websocket;\n\nfunction f() {\n    "
                  "log:printInfo(\"a\");\n}\n");
    const auto t = syntaxOf(text);
    CHECK(after(*t, deleteSteps(*t, at(*t, "log:printInfo(\"a\");"))) ==
          "import ballerina/websocket;\n\nfunction f() {\n}\n");
    const auto aliased = syntaxOf("import ballerina/log as l;\n\nfunction f() {\n}\n");
    CHECK(after(*aliased, insertStep(*aliased, behind(*aliased, "{"), NodeKind::LogInfo)) ==
          "import ballerina/log as l;\n\nfunction f() {\n    l:printInfo(\"\");\n}\n");
}

TEST_CASE("delete, duplicate and move whole lines with their comments") {
    const auto s = with("    // a\n    a();  // one\n\n    if b {\n        b();\n    }\n    c();\n");
    CHECK(body(*s, deleteSteps(*s, at(*s, "a();"))) ==
          "    // a\n\n    if b {\n        b();\n    }\n    c();\n");
    CHECK(body(*s, duplicateSteps(*s, at(*s, "a();"))) ==
          "    // a\n    a();  // one\n    a();  // one\n\n    if b {\n        b();\n    }\n    c();\n");
    CHECK(body(*s, moveStepDown(*s, at(*s, "a();"))) ==
          "    // a\n    if b {\n        b();\n    }\n\n    a();  // one\n    c();\n");
    CHECK(body(*s, moveStepUp(*s, at(*s, "c();"))) ==
          "    // a\n    a();  // one\n\n    c();\n    if b {\n        b();\n    }\n");
    CHECK(body(*s, moveStepUp(*s, at(*s, "b();"))) == "refused: This is the first step of its block.");
    CHECK(body(*s, moveSteps(*s, at(*s, "c();"), before(*s, "b();"))) ==
          "    // a\n    a();  // one\n\n    if b {\n        c();\n        b();\n    }\n");
    CHECK(body(*s, moveSteps(*s, at(*s, "b();"), behind(*s, "c();"))) ==
          "    // a\n    a();  // one\n\n    if b {\n    }\n    c();\n    b();\n");
    CHECK(body(*s, moveSteps(*s, at(*s, "if b {\n        b();\n    }"), before(*s, "b();"))) ==
          "refused: A step cannot be moved into itself.");
    CHECK(support::focusText(*s, moveStepUp(*s, at(*s, "c();"))) == "c();");
    CHECK(support::focusText(*s, moveStepDown(*s, at(*s, "a();"))) == "a();");
}

TEST_CASE("several steps on a line keep their line") {
    const auto s = with("    if a { b(); c(); }\n");
    CHECK(body(*s, deleteSteps(*s, at(*s, "b();"))) == "    if a { c(); }\n");
    CHECK(body(*s, deleteSteps(*s, at(*s, "c();"))) == "    if a { b(); }\n");
    CHECK(body(*s, wrapSteps(*s, at(*s, "b();"), Wrapper::Lock)) == "    if a { lock { b(); } c(); }\n");
    CHECK(body(*s, moveStepDown(*s, at(*s, "b();"))) == "    if a { c(); b(); }\n");
    CHECK(body(*s, duplicateSteps(*s, at(*s, "b();"))) == "    if a { b(); b(); c(); }\n");
}

TEST_CASE("copy and paste change the indentation, not what is inside of templates") {
    const std::string step = "b(string `x\n  y`,\n            2);";
    const auto s = with("    if a {\n        " + step + "\n    }\n");
    const std::string copied = copySteps(*s, at(*s, step));
    CHECK(copied == "b(string `x\n  y`,\n    2);");
    CHECK(body(*s, pasteSteps(*s, before(*s, "if a"), copied))
              .starts_with("    b(string `x\n  y`,\n        2);\n    if a {"));
    CHECK(body(*s, pasteSteps(*s, before(*s, "if a"), "no step"))
              .starts_with("refused: This is not a list of steps"));
}

TEST_CASE("comment out and back gives the same bytes") {
    const std::string lines = "    if a {\n        b();\n\n    }\n";
    const auto s = with(lines);
    const std::string text = after(*s, commentOut(*s, at(*s, "if a {\n        b();\n\n    }")));
    CHECK(bodyOf(text) == "    // if a {\n    //     b();\n//\n    // }\n");
    const auto t = syntaxOf(text);
    CHECK(body(*t, uncomment(*t, at(*t, "// if a {\n    //     b();\n//\n    // }"))) == lines);
    const auto prose = with("    // not a step\n");
    CHECK(body(*prose, uncomment(*prose, at(*prose, "// not a step"))).starts_with("refused"));
}

TEST_CASE("wrap and unwrap") {
    const std::string lines = "    a(string `\n`);\n    b();\n";
    const auto s = with(lines);
    const std::string text = after(*s, wrapSteps(*s, at(*s, "a(string `\n`);\n    b();"), Wrapper::Do));
    CHECK(bodyOf(text) ==
          "    do {\n        a(string `\n`);\n        b();\n    } on fail error err {\n    }\n");
    const auto t = syntaxOf(text);
    const std::string step = "do {\n        a(string `\n`);\n        b();\n    } on fail error err {\n    }";
    CHECK(body(*t, unwrapStep(*t, at(*t, step))) == lines);
    CHECK(body(*s, wrapSteps(*s, at(*s, "b();"), Wrapper::If)) ==
          "    a(string `\n`);\n    if true {\n        b();\n    }\n");
    CHECK(support::focusText(*s, wrapSteps(*s, at(*s, "b();"), Wrapper::If)) ==
          "if true {\n        b();\n    }");
}

TEST_CASE("branches are added and removed") {
    auto s = with("    if a {\n    }\n    lock {\n    }\n");
    const std::string ifA = "if a {\n    }";
    CHECK(body(*s, addElse(*s, at(*s, ifA))) == "    if a {\n    } else {\n    }\n    lock {\n    }\n");
    CHECK(body(*s, addElseIf(*s, at(*s, ifA), "b")) ==
          "    if a {\n    } else if b {\n    }\n    lock {\n    }\n");
    CHECK(body(*s, addOnFail(*s, at(*s, "lock {\n    }"))) ==
          "    if a {\n    }\n    lock {\n    } on fail error err {\n    }\n");
    CHECK(body(*s, addOnFail(*s, at(*s, ifA))).starts_with("refused"));
    CHECK(body(*s, removeBranch(*s, at(*s, ifA), 0)).starts_with("refused"));
    const std::string chain = "if a {\n    } else if b {\n    } else {\n    }";
    s = with("    " + chain + "\n");
    CHECK(body(*s, removeBranch(*s, at(*s, chain), 0)) == "    if b {\n    } else {\n    }\n");
    CHECK(body(*s, removeBranch(*s, at(*s, chain), 1)) == "    if a {\n    } else {\n    }\n");
    CHECK(body(*s, removeBranch(*s, at(*s, chain), 2)) == "    if a {\n    } else if b {\n    }\n");
    const std::string match = "match x {\n        1 => {\n        }\n        _ => {\n        }\n    }";
    s = with("    " + match + "\n");
    CHECK(body(*s, addClause(*s, at(*s, match), "2|3")) ==
          "    match x {\n        1 => {\n        }\n        2|3 => {\n        }\n        _ => {\n        "
          "}\n    }\n");
    CHECK(body(*s, removeBranch(*s, at(*s, match), 0)) ==
          "    match x {\n        _ => {\n        }\n    }\n");
    const std::string handled = "do {\n        g();\n    } on fail {\n    }";
    s = with("    " + handled + "\n");
    CHECK(body(*s, removeBranch(*s, at(*s, handled), 1)) == "    do {\n        g();\n    }\n");
    const std::string fork = "fork {\n        worker a {\n        }\n    }";
    s = with("    " + fork + "\n");
    CHECK(body(*s, addWorker(*s, at(*s, fork), "b")) ==
          "    fork {\n        worker a {\n        }\n        worker b {\n        }\n    }\n");
}

TEST_CASE("the comment behind a step") {
    const auto s = with("    a();\n    b(); // old\n");
    CHECK(body(*s, setStepComment(*s, at(*s, "a();"), "new")) == "    a(); // new\n    b(); // old\n");
    CHECK(body(*s, setStepComment(*s, at(*s, "b();"), "")) == "    a();\n    b();\n");
}

TEST_CASE("what is not there is refused") {
    const auto s = with("    a();\n");
    CHECK(!deleteSteps(*s, at(*s, "a()")));
    CHECK(!insertStep(*s, {"main.bal", 3}, NodeKind::Return));
    CHECK(!insertStep(*s, {"other.bal", 3}, NodeKind::Return));
    CHECK(!set(*s, "a();", FieldId::Condition, "x"));
}

TEST_CASE("the clauses of a match change places with all that is in them") {
    const std::string match = "match x {\n        1 => { // one\n            g();\n        }\n"
                              "        2 if y => {\n        } // two\n        _ => {\n        }\n    }";
    const auto s = with("    " + match + "\n");
    CHECK(body(*s, moveClauseUp(*s, at(*s, match), 1)) ==
          "    match x {\n        2 if y => {\n        } // two\n        1 => { // one\n            g();\n"
          "        }\n        _ => {\n        }\n    }\n");
    CHECK(body(*s, moveClauseDown(*s, at(*s, match), 0)) == body(*s, moveClauseUp(*s, at(*s, match), 1)));
    CHECK(body(*s, moveClauseUp(*s, at(*s, match), 0)) == "refused: This is the first branch.");
    CHECK(body(*s, moveClauseDown(*s, at(*s, match), 2)) == "refused: This is the last branch.");
}

TEST_CASE("the clause for everything else stays behind the others, or goes there") {
    const std::string match = "match x {\n        _ => {\n        }\n        1 => {\n        }\n    }";
    const auto s = with("    " + match + "\n");
    const std::string mended = "match x {\n        1 => {\n        }\n        _ => {\n        }\n    }";
    CHECK(body(*s, moveClauseDown(*s, at(*s, match), 0)) == "    " + mended + "\n");
    CHECK(body(*s, moveClauseUp(*s, at(*s, match), 1)) == "    " + mended + "\n");
    const auto good = with("    " + mended + "\n");
    const std::string refusal =
        "refused: The branch for everything else is tried last: those behind it would never be.";
    CHECK(body(*good, moveClauseUp(*good, at(*good, mended), 1)) == refusal);
    CHECK(body(*good, moveClauseDown(*good, at(*good, mended), 0)) == refusal);
}
