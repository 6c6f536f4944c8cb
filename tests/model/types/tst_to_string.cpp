// What toString prints reads as the same type again; a second column where the text differs from the input.
#include "model/types/operations.h"
#include "model/types/to_string.h"
#include "tests/model/types/type_notation.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace barre::types;
using barre::tests::TypeNotation;

namespace {

void checkTexts(const char* definitions, const char* table) {
    TypeEnv env;
    TypeContext context(env);
    TypeNotation notation(context);
    notation.define(definitions);
    std::istringstream lines(table);
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        const size_t begin = line.find_first_not_of(' ');
        if (begin == std::string::npos)
            continue;
        line.erase(0, begin);
        const size_t arrow = line.find(" -> ");
        const std::string input = line.substr(0, arrow);
        const std::string expected = arrow == std::string::npos ? input : line.substr(arrow + 4);
        const SemType type = notation.read(input);
        CHECK(toString(context, type) == expected);
        CHECK_MESSAGE(isSameType(context, notation.read(expected), type), expected);
        ++count;
    }
    CHECK(count > 0);
}

} // namespace

TEST_CASE("types: texts of types") {
    checkTexts("type Person = record {| string name; |}; type Id = 1|2; type Fail = distinct#1 error;"
               "type Tree = record {| Tree? left; |};",
               R"(
        never
        ()
        int
        int|string
        boolean|int|string
        int?
        int|string? -> int|string|()
        (int|string)[]
        (int|boolean)[] -> (boolean|int)[]
        any
        any|error
        json
        anydata
        readonly
        error?
        json|error -> json|error
        byte
        int:Signed32
        1|2|3
        1|2 -> Id
        "a"|"b"
        1.5
        1.5d
        true
        string:Char
        string:Char|"ab"
        int[]
        int[][5]
        int[5][]
        int[4][5][]
        [int, int][]
        int[5]
        [int, string]
        [int, int]
        [int, string...]
        []
        map<int>
        record {| int a; string b?; |}
        record {| int a; float...; |}
        record { int a; }
        record {| readonly int a; int b; |}
        readonly & int[]
        readonly & map<int>
        Person
        Person[]
        Person|map<int>
        Tree
        table<Person>
        table<Person> key(name)
        table<Person> key<string>
        error
        Fail
        Fail|error<Person> -> error<readonly & record {| string name; |}>|Fail
        stream<int>
        stream<int, error?>
        future<int>
        typedesc<anydata>
        function
        isolated function
        function () returns int
        function (int, string...) returns int|string
        isolated function (int)
        (function () returns int)? -> (function () returns int)?
        object {}
        object { public int x; }
        client object {}
        xml
        xml:Element
        xml<xml:Element>
        xml:Element|xml:Text
        xml<never>
        readonly & xml
        handle
        Id
        Id[]
        Id|string
    )");
}

TEST_CASE("types: a recursive type without a name ends in dots") {
    TypeEnv env;
    TypeContext context(env);
    TypeNotation notation(context);
    notation.define("type T = [int, T?];");
    const SemType type = notation.read("T");
    CHECK(toString(context, type) == "T");
    CHECK(toStringExpanded(context, type) == "[int, ...?]");
}

TEST_CASE("types: what a test has taken away from a structure is not said") {
    TypeEnv env;
    TypeContext context(env);
    TypeNotation notation(context);
    const auto left = [&](const char* type, const char* taken) {
        return toString(context, diff(context, notation.read(type), notation.read(taken)));
    };
    CHECK(left("(int|string)[]", "int[]") == "(int|string)[]");
    CHECK(left("map<int|string>", "map<int>") == "map<int|string>");
    CHECK(left("map<int>|map<string>", "map<int>") == "map<string>");
}
