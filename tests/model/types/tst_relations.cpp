// Tables of relations: `A < B` A is a proper subtype, `A = B` the same set, `A <> B` neither. `A = never`: A
// is empty.
#include "model/types/operations.h"
#include "model/types/to_string.h"
#include "tests/model/types/type_notation.h"

#include <doctest/doctest.h>

#include <sstream>
#include <string>

using namespace barre::types;
using barre::tests::TypeNotation;

namespace {

std::string relationOf(TypeContext& context, const SemType& a, const SemType& b) {
    const bool isLess = isSubtype(context, a, b), isMore = isSubtype(context, b, a);
    return isLess && isMore ? "=" : isLess ? "<" : isMore ? ">" : "<>";
}

void checkRelation(TypeContext& context, TypeNotation& notation, const std::string& line) {
    for (const char* relation : {" <> ", " < ", " = "}) {
        const size_t at = line.find(relation);
        if (at == std::string::npos)
            continue;
        const SemType a = notation.read(line.substr(0, at));
        const SemType b = notation.read(line.substr(at + std::string(relation).size()));
        const std::string found = relationOf(context, a, b);
        CHECK_MESSAGE(" " + found + " " == relation, line << "   is " << found);
        return;
    }
    FAIL_CHECK("no relation in: " << line);
}

void checkRelations(const char* definitions, const char* relations) {
    TypeEnv env;
    TypeContext context(env);
    TypeNotation notation(context);
    notation.define(definitions);
    std::istringstream lines(relations);
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        if (line.find_first_not_of(' ') == std::string::npos)
            continue;
        checkRelation(context, notation, line);
        ++count;
    }
    CHECK(count > 0);
}

} // namespace

TEST_CASE("types: simple types") {
    checkRelations("type Bit = 0|1;", R"(
        int < int|string
        int|string = string|int
        int <> string
        any <> error
        never < int
        int? = int|()
        true|false = boolean
        true < boolean
        true <> false
        boolean & !true = false
        1 < int
        Bit < byte
        byte = int:Unsigned8
        byte < int:Signed16
        int:Signed8 <> int:Unsigned8
        int:Signed8 & int:Unsigned8 < byte
        int:Unsigned16 < int:Signed32
        int:Unsigned32 <> int:Signed32
        int & !0 < int
        (int & !0)|0 = int
        1.5 < float
        1.5 <> 1.5d
        1.50d = 1.5d
        100d = 1e2d
        0.0 = -0.0
        "a" < string:Char
        "ab" <> string:Char
        "ab" < string
        string:Char < string
        string & !string:Char < string
        (string & !string:Char)|string:Char = string
        string & !"a" <> string:Char
        "a"|"b"|"c" < string:Char
        ("a"|"b") & ("b"|"c") = "b"
        int & string = never
        handle|int[] < any|error
    )");
}

TEST_CASE("types: lists") {
    checkRelations("type E = never[];", R"(
        int[] < (int|string)[]
        int[]|string[] < (int|string)[]
        int[] <> string[]
        int[3] < int[]
        int[3] <> int[4]
        [int, int, int] = int[3]
        [int] < int[]
        [int, string] < (int|string)[]
        [int, string] <> (string|int)[3]
        [int, string...] <> [int]|string[]
        [int...] = int[]
        [int, int...] < int[]
        [] < int[]
        [] < [int...]
        E = []
        [never] = never
        [int, never...] = [int]
        int[] & string[] = []
        [int, int...] & string[] = never
        [int|string] <> [int|boolean]|[string]
        [int]|[string] < [int|string]
        [1]|[2] < [1|2]
        readonly & [1|2] = (readonly & [1])|(readonly & [2])
        int[10000000] < int[]
        int[] & !int[5] < int[]
        (int[] & !int[5]) <> int[5]
        (int[] & !int[5])|int[5] = int[]
        (int[] & !int[5]) & int[5] = never
        [int, int][] < int[][]|string[]
        [int, int][] < int[][]
        int[2][3] < int[][3]
        int[2][3] < int[2][]
        int[2][3] <> int[3][2]
        [int, string, boolean] < [int, string|int, any]
        [int, string, boolean] < [int, (string|boolean)...]
        any[] < (any|error)[]
        [int, string...] & [int...] = [int]
        [int, string...] & [int, int, int] = never
        [byte, byte...] & int[4] = [byte, byte, byte, byte]
    )");
}

TEST_CASE("types: mappings") {
    checkRelations("type R = record {| int a; string b?; |}; type S = record {| int a; |};", R"(
        map<int> < map<int|string>
        map<int>|map<string> < map<int|string>
        record {| |} < map<int>
        record {| |} < R|map<int>
        S < R
        S < map<int>
        R < map<int|string>
        R <> map<int>
        record { int a; } < map<anydata>
        S < record { int a; }
        R < record { int a; }
        record {| int a; int...; |} < map<int>
        record {| int a; int...; |} <> S|map<string>
        record {| int a?; int...; |} = map<int>
        record {| int a; int b; |} <> S
        record {| readonly int a; |} < S
        record {| readonly int a; |} < readonly
        record {| readonly int a; int b; |} <> readonly
        record {| never a; |} = never
        record {| never a?; |} = record {| |}
        record {| never a?; int...; |} < map<int>
        record {| int a; |}|record {| string a; |} < record {| int|string a; |}
        map<int> & map<string> = record {| |}
        map<any|error> <> any[]
        record {| int a; |} & record {| string a; |} = never
        record {| |}|record {| int x; |} < record {| int x?; |}
        readonly & record {| int x?; |} = (readonly & record {| |})|(readonly & record {| int x; |})
        record {| int a; any...; |} & record {| any a; string b; |} = record {| int a; string b; |}
        map<int> & !record {| |} < map<int>
        record {| int a; int b; |} < map<int> & !record {| |}
    )");
}

TEST_CASE("types: readonly") {
    checkRelations("type L = int[]; type RL = readonly & int[];", R"(
        RL < L
        RL < readonly
        L <> readonly
        L & readonly = RL
        [] < readonly
        int < readonly
        error < readonly
        function < readonly
        typedesc < readonly
        future <> readonly
        stream <> readonly
        readonly & future = never
        readonly & (int[]|string) = RL|string
        readonly & int[][] < int[][]
        readonly & int[][] = readonly & (readonly & int[])[]
        RL|readonly & string[] < readonly & (int|string)[]
        readonly & any[] < readonly
        readonly <> any
        any & readonly < any
        readonly & map<int> < map<int>
        readonly & xml < xml
        xml:Text < readonly
        readonly & xml:Element < xml:Element
        readonly & table<map<int>> < table<map<int>>
        readonly & object { public int x; } < object { public int x; }
        readonly & object { public int x; } = readonly & object { public final int x; }
        object { public final int x; } <> readonly
    )");
}

TEST_CASE("types: errors and distinct types") {
    checkRelations("type E1 = distinct#1 error; type E2 = distinct#2 error; type E3 = distinct#3 E1;"
                   "type D = record {| int code; |};",
                   R"(
        E1 < error
        E1 <> E2
        E3 < E1
        E3 <> E2
        E1 & E2 < E1
        E1 & E2 < E2
        error<map<any|error>> = error
        error<D> < error
        error<D> = error<readonly & D>
        error<D> < error<record {| int code?; |}>
        distinct#4 error<D> < error<D>
        distinct#4 error<D> <> E1
        E1 & error<D> < error<D>
        error & !error < int
        (error & !E1)|E1 = error
        error & !error = never
        (error & !error<D>) & error<D> = never
        distinct#1 object {} <> distinct#2 object {}
        distinct#1 object {} < object {}
    )");
}

TEST_CASE("types: functions") {
    checkRelations("type F = function (int) returns int; type G = function (int|string) returns 1|2;", R"(
        F < function
        G < F
        function (int) <> function (string)
        function () <> function (int)
        function (int...) < function (int, int)
        function (int...) < function ()
        function (int|string) = function (int) & function (string)
        F & function (string) returns string < function (int|string) returns int|string
        F|function (string) returns int < function
        isolated function (int) returns int < F
        isolated function (int) returns int < isolated function
        isolated function < function
        F <> isolated function
        F < transactional function (int) returns int
        function (any) returns never < function (int) returns string
        isolated function < function (never) returns any|error
        F & !G < F
        (function (int) returns int) & !function < int
        (function (int) returns int) & !function = never
        function (int[]) < function (int[3])
    )");
}

TEST_CASE("types: objects") {
    checkRelations("type P = object { public int x; public function f() returns int; };"
                   "type M = object { int x; };",
                   R"(
        P < object {}
        P < object { public int x; }
        P < object { public function f() returns int|string; }
        object { public int x; } <> object { public string x; }
        object { public int x; } < object { public int|string x; }
        object { public int x; } <> M
        object { public final int x; } < object { public int x; }
        object { public function f(); } <> object { remote function f(); }
        isolated object {} < object {}
        service object {} <> client object {}
        client object { remote function f(); } < client object {}
        object { public int x; public int y; } = object { public int x; } & object { public int y; }
        object {} & int = never
        object { public int f; } & object { public function f(); } = never
    )");
}

TEST_CASE("types: tables, streams, futures, typedescs") {
    checkRelations("type R = record {| readonly int id; readonly string k; string name; |};", R"(
        table<R> < table<map<int|string>>
        table<R> key(id) < table<R>
        table<R> key(id) < table<R> key<int>
        table<R> key(id) <> table<R> key<string>
        table<R> key(id) <> table<R> key(k)
        table<R> key(id, k) < table<R> key<[int, string]>
        table<R> key<int> < table<R>
        table<R> key<never> < table<R>
        table<map<any|error>> <> map<any|error>[]
        (table<map<any|error>> & !table<R>)|table<R> = table<map<any|error>>
        stream<int> < stream<int|string>
        stream<int, error> <> stream<int>
        stream<int> < stream<int, error?>
        stream<any|error, any|error> = stream
        future<int> < future<int|string>
        future<any|error> = future
        future<int> < future
        typedesc<int> < typedesc<int|string>
        typedesc<any|error> = typedesc
        typedesc<never> < typedesc<int>
    )");
}

TEST_CASE("types: xml") {
    checkRelations("type ET = xml:Element|xml:Text;", R"(
        xml:Element < xml
        xml:Text < xml
        xml:Element <> xml:Comment
        xml<xml:Element> < xml<ET>
        xml<xml:Element>|xml<xml:Text> < xml<ET>
        xml:Element < xml<xml:Element>
        xml<xml:Text> = xml:Text
        xml<never> < xml:Text
        xml<never> < xml<xml:Comment>
        xml<never> <> xml:Comment
        xml<xml:Element|xml:Text|xml:Comment|xml:ProcessingInstruction> = xml
        xml<xml:Element> & xml<xml:Comment> = xml<never>
        (xml & !xml:Element)|xml:Element = xml
        readonly & xml<xml:Element> < readonly & xml
        xml<xml<xml:Element>> = xml<xml:Element>
    )");
}

TEST_CASE("types: recursive types") {
    checkRelations(
        "type L = [int, L?]; type L2 = [int, L3?]; type L3 = [int, L2?];"
        "type Endless = [Endless]; type Tree = record {| int v; Tree[] children; |};"
        "type Tree2 = record {| int|string v; Tree2[] children; |};"
        "type J = ()|boolean|int|float|decimal|string|J[]|map<J>;"
        "type F = function (F) returns F; type M = map<M>; type Fut = future<Fut?>; type S = stream<S?>;"
        "type T = table<record {| T? t; |}>; type O = object { public O? next; };"
        "type A = [A, B]|int; type B = [B, A]|int; type X = record {| X a; |};",
        R"(
        L = L2
        L2 = L3
        L < any[]
        Endless = never
        X = never
        Tree < Tree2
        J = json
        json < anydata
        json[] < json
        map<json> < json
        map<int> < json
        table<map<json>> < anydata
        table<map<json>> <> json
        xml <> json
        anydata < any
        anydata[] < anydata
        string:RegExp < anydata
        F < function
        M < map<any>
        Fut < future
        S < stream
        T < table<map<any>>
        O < object {}
        A <> int[]
        A = B
        readonly & json < json
        readonly & anydata < readonly
        map<readonly> <> readonly
    )");
}
