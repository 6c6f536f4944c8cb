// What is offered at the mark `|` of a program.
#include "model/design/completion.h"
#include "tests/support/project.h"

#include <doctest/doctest.h>

#include <algorithm>

using namespace barre;

namespace {

design::Completions offeredAt(std::string text) {
    const size_t mark = text.rfind('|');
    text.erase(mark, 1);
    const auto snapshot = support::meaningOf(text);
    return design::completionsAt(*snapshot, "main.bal", uint32_t(mark));
}

/// The item of that name, or one without a name.
design::Completion itemAt(const std::string& text, std::string_view name) {
    const auto items = offeredAt(text).items;
    const auto found = std::ranges::find(items, name, &design::Completion::name);
    return found == items.end() ? design::Completion() : *found;
}

bool offers(const std::string& text, std::string_view name) {
    return !itemAt(text, name).name.empty();
}

const std::string service =
    "import ballerina/websocket;\n"
    "# A room.\n#\n# More about it.\ntype Room record {|string name; int size = 1; Kind kind?;|};\n"
    "enum Kind {SMALL, BIG}\nfunction makeRoom(string name, Kind kind = SMALL) returns Room => "
    "{name};\nfunction f(websocket:Caller caller, Room room, int n) returns error? {\n    ";

} // namespace

TEST_CASE("completion: members behind a dot, remote methods behind an arrow") {
    CHECK(itemAt(service + "_ = room.|;\n}", "name").type == "string");
    CHECK(itemAt(service + "room.|\n}", "toString").text == "toString()");
    CHECK(itemAt(service + "_ = room.name.ind|;\n}", "indexOf").caretBack == 1);
    const auto write = itemAt(service + "check caller->wr|\n}", "writeTextMessage");
    CHECK(write.icon == "remote-call");
    CHECK(write.type.find("string") != std::string::npos);
    CHECK(!offers(service + "check caller->|\n}", "toString"));
    CHECK(!offers(service + "_ = caller.|;\n}", "writeTextMessage"));
}

TEST_CASE("completion: what a module has behind its prefix") {
    CHECK(itemAt(service + "websocket:|\n}", "Caller").icon == "class");
    CHECK(offers(service + "int a = int:|;\n}", "fromString"));
    CHECK(itemAt(service + "web|\n}", "websocket").text == "websocket:");
}

TEST_CASE("completion: fields of a record that is being made, names of arguments") {
    const auto name = itemAt(service + "Room r = {|};\n}", "name");
    CHECK(name.text == "name: ");
    CHECK(!offers(service + "Room r = {name: \"a\", |};\n}", "name"));
    CHECK(offers(service + "Room r = {name: \"a\", |};\n}", "size"));
    CHECK(itemAt(service + "_ = makeRoom(|);\n}", "kind = ").type == "Kind");
    CHECK(itemAt(service + "Room r = |;\n}", "{name: }").caretBack == 1);
}

TEST_CASE("completion: what the place expects comes first") {
    const auto items = offeredAt(service + "Kind k = |;\n}").items;
    REQUIRE(items.size() > 3);
    CHECK(items.front().isExpected);
    CHECK(itemAt(service + "Kind k = B|;\n}", "BIG").isExpected);
    CHECK(itemAt(service + "int k = |;\n}", "n").isExpected);
    CHECK(!itemAt(service + "int k = |;\n}", "caller").isExpected);
    CHECK(itemAt(service + "Room r = |;\n}", "makeRoom").isExpected);
    CHECK(itemAt(service + "boolean b = |;\n}", "true").isExpected);
    const std::string sides = "const LEFT = \"left\";\nfunction g(LEFT side) {\n}\n";
    CHECK(itemAt(sides + "function h() {\n    g(|);\n}", "\"left\"").isExpected);
}

TEST_CASE("completion: types where a type belongs, words where they may stand") {
    CHECK(itemAt("type R record {};\nfunction f() returns |", "R").icon == "type");
    CHECK(!offers("int v = 1;\nfunction f() returns |", "v"));
    CHECK(offers(service + "wh|\n}", "while"));
    CHECK(!offers(service + "int k = |;\n}", "while"));
    CHECK(offers("|", "service"));
    CHECK(itemAt(service + "Ro|\n}", "Room").help == "A room.");
}

TEST_CASE("completion: nothing inside comments and literals; the word at the cursor") {
    CHECK(offeredAt(service + "// room.|\n}").items.empty());
    CHECK(offeredAt(service + "string s = \"room.|\";\n}").items.empty());
    const auto word = offeredAt(service + "roo|m\n}").word;
    CHECK(word.length() == 3);
}

TEST_CASE("completion: names match by their beginning, then by their letters") {
    const std::vector<design::Completion> items = {
        {.name = "lengthOf"}, {.name = "toLower"}, {.name = "low"}, {.name = "Lower"}, {.name = "x"}};
    std::string names;
    for (const design::Completion& item : design::matching(items, "low"))
        names += item.name + " ";
    CHECK(names == "low Lower toLower ");
    CHECK(design::matching(items, "lgo").size() == 1);
}
