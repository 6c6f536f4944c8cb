// What may be written at the mark `|` of a program.
#include "model/semantics/completion.h"

#include "model/semantics/analyze.h"
#include "model/syntax/nodes.h"
#include "model/syntax/parser.h"
#include "model/types/to_string.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace barre;
using namespace barre::model;

namespace {

struct Program {
    std::shared_ptr<Library> library = std::make_shared<Library>();
    std::shared_ptr<const PackageModel> package;
    syntax::SyntaxTreePtr tree;
    uint32_t mark = 0;

    explicit Program(std::string text) {
        mark = static_cast<uint32_t>(text.find('|'));
        text.erase(mark, 1);
        tree = syntax::parseModulePart(std::move(text));
        package = analyze({"org", "app", {{"app", {{"main.bal", tree}}}}}, library);
    }
    const SemanticModel& model() const { return *package->modules.front(); }
    bool sees(std::string_view name) const {
        const auto symbols = visibleSymbols(model(), 0, mark);
        return std::any_of(symbols.begin(), symbols.end(), [&](const Symbol* s) { return s->name == name; });
    }
    /// The variable of that name, at module level.
    SemType typeOf(std::string_view name) const {
        return as<VariableSymbol>(model().module().find(name))->type;
    }
    std::string memberNames(std::string_view variable, Member::Kind kind) const {
        std::string result;
        for (const Member& member : membersOf(*package, typeOf(variable)))
            if (member.kind == kind)
                result += member.name + " ";
        return result;
    }
    bool hasLanglib(std::string_view variable, std::string_view name) const {
        const auto members = membersOf(*package, typeOf(variable));
        return std::any_of(members.begin(), members.end(), [&](const Member& member) {
            return member.kind == Member::Kind::Langlib && member.name == name;
        });
    }
};

} // namespace

TEST_CASE("completion: names that are visible") {
    const Program program(
        "import ballerina/io;\nconst LIMIT = 1;\nfunction f(int param) {\n    int early = 1;\n"
        "    if early > 0 {\n        int inner = 2;\n        |io:println(inner);\n    }\n"
        "    int late = 3;\n    io:println(early, late, param);\n}\nfunction g() {\n}\n");
    for (const char* name : {"LIMIT", "param", "early", "inner", "f", "g"})
        CHECK_MESSAGE(program.sees(name), name);
    CHECK(!program.sees("late"));
}

TEST_CASE("completion: members of values") {
    const Program program(
        "type P record {| int id; string name?; |};\nP p = {id: 1};\nP|record {| int id; |} u = p;\n"
        "class C {\n    int n = 0;\n    function init() {\n    }\n    function get() returns int => "
        "self.n;\n}\n"
        "C c = new;\nint[] list = [];\nstring s = \"\";\n"
        "client object {remote function send();}? cl = ();|\n");
    CHECK(program.memberNames("p", Member::Kind::Field) == "id name ");
    CHECK(program.memberNames("u", Member::Kind::Field) == "id name ");
    CHECK(program.memberNames("c", Member::Kind::Field) == "n ");
    CHECK(program.memberNames("c", Member::Kind::Method) == "get ");
    CHECK(program.memberNames("cl", Member::Kind::Remote) == "send ");
    CHECK(program.hasLanglib("list", "push"));
    CHECK(program.hasLanglib("list", "toString"));
    CHECK(program.hasLanglib("s", "toUpperAscii"));
    CHECK(!program.hasLanglib("s", "push"));
}

TEST_CASE("completion: the type that a place asks for") {
    const Program program("float f = |1;\n");
    const syntax::Node* literal = nullptr;
    syntax::forEachNode(program.tree->root(), [&](const syntax::Node* node) {
        if (syntax::is<syntax::BasicLiteral>(node))
            literal = node;
    });
    SemType type;
    REQUIRE(expectedTypeAt(program.model(), literal, type));
    CHECK(type == types::floatType);
}
