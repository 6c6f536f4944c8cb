// Tables: question, type, answer.
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"
#include "tests/model/types/type_notation.h"

#include <doctest/doctest.h>

#include <functional>
#include <map>
#include <sstream>
#include <string>

using namespace barre::types;
using barre::tests::TypeNotation;

namespace {

struct Case {
    TypeContext& context;
    TypeNotation& notation;
    SemType type;
    std::string argument;
};

std::string text(const Case& c, const SemType& type) {
    return toString(c.context, Slot{type}.valueType()) + (type.has(BasicType::Undef) ? " or missing" : "");
}

std::string listOfTexts(const Case& c, const std::vector<SemType>& types) {
    std::string result;
    for (const SemType& type : types)
        result += (result.empty() ? "" : "; ") + toString(c.context, type);
    return result;
}

std::string objectText(const Case& c) {
    const auto object = objectAtomicType(c.context, c.type);
    if (!object)
        return "none";
    std::string result;
    for (const ObjectMember& member : object->members)
        result +=
            member.name + ":" + toString(c.context, member.type) + (member.isFinal ? " final" : "") + ";";
    return result + (object->isIsolated ? " isolated" : "");
}

std::string fillerText(const Case& c) {
    const Filler filler = fillerOf(c.context, c.type, [](const SemType&) { return false; });
    if (filler.kind == FillerKind::Value)
        return toString(c.context, singletonType(c.context, filler.value));
    const char* const names[] = {"none", "", "list", "mapping", "table", "xml", "stream", "tuple", "code"};
    return names[static_cast<size_t>(filler.kind)];
}

std::string tableText(const Case& c) {
    const auto table = tableAtomicType(c.context, c.type);
    if (!table)
        return "none";
    std::string result = toString(c.context, table->row);
    if (table->keyType)
        result += " by " + toString(c.context, *table->keyType);
    if (table->keyFields)
        for (const std::string& name : *table->keyFields)
            result += " " + name;
    return result;
}

using Question = std::function<std::string(const Case&)>;

const std::map<std::string, Question>& questions() {
    static const std::map<std::string, Question> table = {
        {"member",
         [](const Case& c) {
             return text(c, listMemberType(c.context, c.type, c.notation.read(c.argument)));
         }},
        {"field", [](const Case& c) { return text(c, mappingMemberTypeAt(c.context, c.type, c.argument)); }},
        {"key",
         [](const Case& c) {
             return text(c, mappingMemberType(c.context, c.type, c.notation.read(c.argument)));
         }},
        {"each", [](const Case& c) { return text(c, iterationValueType(c.context, c.type)); }},
        {"call",
         [](const Case& c) {
             const std::vector<SemType> args = {c.notation.read(c.argument)};
             const auto result = functionReturnType(c.context, c.type, argumentListOf(c.context, args));
             return result ? text(c, *result) : "error";
         }},
        {"detail", [](const Case& c) { return text(c, errorDetailType(c.context, c.type)); }},
        {"completion", [](const Case& c) { return text(c, streamCompletionType(c.context, c.type)); }},
        {"eventual", [](const Case& c) { return text(c, futureValueType(c.context, c.type)); }},
        {"described", [](const Case& c) { return text(c, typedescDescribedType(c.context, c.type)); }},
        {"lists", [](const Case& c) { return listOfTexts(c, listAlternatives(c.context, c.type)); }},
        {"mappings", [](const Case& c) { return listOfTexts(c, mappingAlternatives(c.context, c.type)); }},
        {"atomic-list",
         [](const Case& c) {
             const auto list = listAtomicType(c.context, c.type);
             return list ? text(c, listOf(c.context, *list)) : "none";
         }},
        {"atomic-mapping",
         [](const Case& c) {
             const auto mapping = mappingAtomicType(c.context, c.type);
             return mapping ? text(c, mappingOf(c.context, *mapping)) : "none";
         }},
        {"object", objectText},
        {"method",
         [](const Case& c) {
             return text(c, objectMemberType(c.context, c.type, c.argument, MemberKind::Method));
         }},
        {"filler", fillerText},
        {"table", tableText},
        {"unsigned", [](const Case& c) { return text(c, widenUnsigned(c.context, c.type)); }},
        {"ordered", [](const Case& c) { return isOrdered(c.context, c.type) ? "yes" : "no"; }},
        {"single",
         [](const Case& c) {
             const auto value = singleShape(c.type);
             return value ? text(c, singletonType(c.context, *value)) : "none";
         }},
    };
    return table;
}

/// `question [argument]: type -> answer`
void checkAnswer(TypeContext& context, TypeNotation& notation, const std::string& line) {
    const size_t colon = line.find(": "), arrow = line.find(" -> ");
    REQUIRE_MESSAGE((colon != std::string::npos && arrow != std::string::npos), line);
    const std::string head = line.substr(0, colon);
    const size_t space = head.find(' ');
    const std::string question = head.substr(0, space);
    const std::string argument = space == std::string::npos ? "" : head.substr(space + 1);
    REQUIRE_MESSAGE(questions().count(question), question);
    const Case c{context, notation, notation.read(line.substr(colon + 2, arrow - colon - 2)), argument};
    CHECK_MESSAGE(questions().at(question)(c) == line.substr(arrow + 4),
                  line << "   is " << questions().at(question)(c));
}

} // namespace

TEST_CASE("types: parts of types") {
    TypeEnv env;
    TypeContext context(env);
    TypeNotation notation(context);
    notation.define(
        "type P = record {| readonly int id; string name?; |};"
        "type F = function (int) returns string; type O = object { public int x; public function f(); };");
    std::istringstream lines(R"(
        member int: int[] -> int
        member 1: [int, string, boolean] -> string
        member 0|1: [int, string, boolean] -> int|string
        member int: [int, string, boolean] -> boolean|int|string
        member 5: [int, string] -> never
        member 5: [int, string...] -> string
        member 1: [int, string]|int[] -> int|string
        member int: int[]|string -> int
        member int: (int|string)[] & !int[] -> int|string
        field id: P -> int
        field name: P -> string or missing
        field other: P -> never or missing
        field id: map<float> -> float or missing
        field id: P|map<float> -> int|float or missing
        key "id": P -> int
        key string: P -> int|string or missing
        each: int[] -> int
        each: map<int> -> int
        each: string -> string:Char
        each: xml -> xml:Element|xml:ProcessingInstruction|xml:Comment|xml:Text
        each: xml<xml:Element> -> xml:Element
        each: table<P> -> P
        each: stream<int, error> -> int
        completion: stream<int, error> -> error
        completion: stream<int> -> ()
        call int: F -> string
        call string: F -> error
        call int: F|function (int) returns int -> int|string
        call int: F & function (string) returns int -> string
        call int|string: F & function (string) returns int -> int|string
        detail: error -> readonly & map<readonly>
        detail: error<P> -> readonly & record {| int id; string name?; |}
        eventual: future<int>|future<string> -> int|string
        described: typedesc<int> -> int
        lists: int[]|[string, string]|int -> int[]; [string, string]
        mappings: P|map<int> -> P; map<int>
        atomic-list: readonly & int[] -> readonly & int[]
        atomic-list: int[]|string -> int[]
        atomic-list: int[]|string[] -> none
        atomic-list: int[] & [any, any] -> [int, int]
        atomic-mapping: map<int> & record {| any a; any...; |} -> record {| int a; int...; |}
        atomic-mapping: (P|map<float>) & !map<float> -> P
        object: O -> f:function ();x:int;
        object: isolated object { public final int y; } -> y:int final; isolated
        object: readonly & object { public int[] y; } -> y:readonly & int[] final;
        method f: O -> function ()
        method f: O|object {} -> never
        filler: int -> 0
        filler: int? -> ()
        filler: string -> ""
        filler: 1|2 -> none
        filler: 7 -> 7
        filler: int[] -> list
        filler: [int, string] -> tuple
        filler: [int, error] -> none
        filler: map<int> -> mapping
        filler: P -> none
        filler: int|string -> none
        filler: xml -> xml
        filler: table<P> -> table
        table: table<P> -> P
        table: table<P> key(id) -> P by int id
        table: readonly & table<P> key<int> -> readonly & record {| int id; string name?; |} by int
        unsigned: 3|200 -> byte
        unsigned: 3|300 -> int:Unsigned16
        unsigned: int -> int
        unsigned: -1|2 -> int
        ordered: int? -> yes
        ordered: int|string -> no
        ordered: (int|())[] -> yes
        ordered: [int, string] -> yes
        ordered: map<int> -> no
        single: 5 -> 5
        single: () -> ()
        single: 5|6 -> none
    )");
    int count = 0;
    for (std::string line; std::getline(lines, line);) {
        const size_t begin = line.find_first_not_of(' ');
        if (begin == std::string::npos)
            continue;
        checkAnswer(context, notation, line.substr(begin));
        ++count;
    }
    CHECK(count > 60);
}
