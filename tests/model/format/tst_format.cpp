// Pairs of texts before and after; and every .bal file of the tree keeps its tokens and is stable.
#include "model/format/format.h"
#include "model/syntax/nodes.h"
#include "model/syntax/parser.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

using namespace barre;

namespace {

std::string format(const std::string& text) {
    const auto result = model::formatted(*syntax::parseModulePart(text));
    return result ? *result : "syntax error";
}

/// The tokens in order, those of imports as a set: they are sorted.
std::vector<std::string> tokensOf(const std::string& text) {
    std::vector<std::string> imports, others;
    const auto tree = syntax::parseModulePart(text);
    for (const syntax::Token* token : tree->tokens()) {
        const bool isOfImport = syntax::is<syntax::ImportDecl>(token->parent()) ||
                                syntax::enclosing<syntax::ImportDecl>(token->parent());
        (isOfImport ? imports : others).emplace_back(token->text());
    }
    std::ranges::sort(imports);
    imports.insert(imports.end(), others.begin(), others.end());
    return imports;
}

void checkPair(const char* before, const char* after) {
    CHECK(format(before) == after);
    CHECK(format(after) == after);
}

} // namespace

TEST_CASE("format: spaces and lines") {
    checkPair("import ballerina/io;\npublic function main(){io:println( 1+2 , -x);}",
              "import ballerina/io;\n\npublic function main() {\n    io:println(1 + 2, -x);\n}\n");
    checkPair("function f(int a,int... b)returns int|error?{return a;}",
              "function f(int a, int... b) returns int|error? {\n    return a;\n}\n");
    checkPair("type R record{|int a;string b?;|};", "type R record {|int a; string b?;|};\n");
    checkPair("type R record{|\nint a;\n\n\n string b = \"x\";\n|};",
              "type R record {|\n    int a;\n\n    string b = \"x\";\n|};\n");
    checkPair("const A=1;\nconst B =2;\nfunction f() {}\nfunction g() {}\n",
              "const A = 1;\nconst B = 2;\n\nfunction f() {\n}\n\nfunction g() {\n}\n");
    checkPair("enum E {A,B=\"b\"}", "enum E {\n    A,\n    B = \"b\"\n}\n");
}

TEST_CASE("format: statements") {
    checkPair("function f() {\nif x is  int{y=1;}\nelse if !z{}\nelse{y+=2;}\nwhile true {break;}}",
              "function f() {\n    if x is int {\n        y = 1;\n    } else if !z {\n    } else {\n        "
              "y += 2;\n"
              "    }\n    while true {\n        break;\n    }\n}\n");
    checkPair("function f() {match x{1|2=>{a();}_=>{}}\ndo{check g();}on fail error e{h(e);}}",
              "function f() {\n    match x {\n        1|2 => {\n            a();\n        }\n        _ => "
              "{\n        }\n"
              "    }\n    do {\n        check g();\n    } on fail error e {\n        h(e);\n    }\n}\n");
    checkPair("function f() {\n\n\n    int a=<int>b;\n\n\n\n    c->d(a,  n = 1);\n\n\n}",
              "function f() {\n\n    int a = <int>b;\n\n    c->d(a, n = 1);\n\n}\n");
}

TEST_CASE("format: broken lines keep their breaks, and where arguments stand") {
    checkPair("function f() {\nint[] a=[\n1,\n2\n];\ng(a,\n           b);\nvar q=from int i in a\nwhere "
              "i>1\nselect i;}",
              "function f() {\n    int[] a = [\n        1,\n        2\n    ];\n    g(a,\n            b);\n"
              "    var q = from int i in a\n        where i > 1\n        select i;\n}\n");
    checkPair("function f() {\nlist.forEach(function (int n) {\nsum+=n;\n});\n}",
              "function f() {\n    list.forEach(function(int n) {\n        sum += n;\n    });\n}\n");
    checkPair("function f(int a,\n         int b\n) returns int {\nreturn a;\n}",
              "function f(int a,\n        int b\n) returns int {\n    return a;\n}\n");
    checkPair("function f() {\ncheck from R r in s\ndo {\ng(r);\n};\nm = {\"a\": {\nb: 1\n}};\n}",
              "function f() {\n    check from R r in s\n        do {\n            g(r);\n        };\n"
              "    m = {\"a\": {\n            b: 1\n        }};\n}\n");
    checkPair("table<R> a = table [\n{k: 1}\n];\nfunction f() {\ntable<R> b = table [\n{k: 1}\n];\n}",
              "table<R> a = table [\n    {k: 1}\n];\n\nfunction f() {\n    table<R> b = table [\n"
              "            {k: 1}\n        ];\n}\n");
}

TEST_CASE("format: what does not fit on a line is wrapped") {
    const std::string wide(50, 'a');
    checkPair(("int x = f(" + wide + "," + wide + "," + wide + ");").c_str(),
              ("int x = f(" + wide + ", " + wide + ",\n        " + wide + ");\n").c_str());
}

TEST_CASE("format: declarations keep a distance, imports stand in groups") {
    checkPair(
        "type A int;\ntype B string;\nconst C = 1;\nint d = 2;\nservice / on l {\nresource function get "
        "[string...p]() {}\n}",
        "type A int;\n\ntype B string;\n\nconst C = 1;\nint d = 2;\n\nservice / on l {\n    resource "
        "function get [string... p]() {\n    }\n}\n");
    checkPair(
        "import z/y;\nimport ballerinax/c;\nimport ballerina/io;\nimport app.util;\nint a = 1;",
        "import app.util;\n\nimport ballerina/io;\nimport ballerinax/c;\n\nimport z/y;\n\nint a = 1;\n");
    checkPair("import b/b; // keeps the order\nimport a/a;", "import b/b; // keeps the order\nimport a/a;\n");
}

TEST_CASE("format: comments and templates stay") {
    checkPair("// first\n\n\nimport a/b; // why\n   // about f\nfunction f() {  // begins\n// "
              "inside\nreturn; // ends\n  // last\n}\n",
              "// first\n\nimport a/b; // why\n\n// about f\nfunction f() { // begins\n    // inside\n    "
              "return; // ends\n"
              "    // last\n}\n");
    checkPair("string s=string `a  ${ x }  b`;\nxml x=xml`<a>${y}</a>`;",
              "string s = string `a  ${ x }  b`;\nxml x = xml `<a>${y}</a>`;\n");
    checkPair("# About f.\n#\n# + x - it\n@A {b:1}\n@C\nisolated function f(@D int x) {}",
              "# About f.\n#\n# + x - it\n@A {b: 1}\n@C\nisolated function f(@D int x) {\n}\n");
}

TEST_CASE("format: a file with syntax errors is left alone") {
    CHECK(format("function f( {") == "syntax error");
    CHECK(model::formatEdits(*syntax::parseModulePart("function f( {")).empty());
}

TEST_CASE("format: every file of the tree keeps its tokens and is stable") {
    int count = 0;
    for (const char* folder : {"/resources", "/tests/corpus"})
        for (const auto& entry :
             std::filesystem::recursive_directory_iterator(std::string(BARRE_SOURCE_DIR) + folder)) {
            if (entry.path().extension() != ".bal")
                continue;
            std::stringstream text;
            text << std::ifstream(entry.path()).rdbuf();
            const auto once = model::formatted(*syntax::parseModulePart(text.str()));
            if (!once)
                continue;
            ++count;
            CHECK_MESSAGE(tokensOf(*once) == tokensOf(text.str()), entry.path().string());
            CHECK_MESSAGE(format(*once) == *once, entry.path().string());
        }
    CHECK(count > 20);
}
