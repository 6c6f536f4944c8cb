#include "runtime/values/convert.h"
#include "runtime/values/decimal.h"
#include "runtime/values/equality.h"
#include "runtime/values/json.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/values/xml_text.h"

#include "model/types/operations.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

using namespace barre::runtime;
namespace types = barre::types;

namespace {

/// A heap with types, without a program.
struct World {
    types::TypeEnv env;
    types::TypeContext context{env};
    Heap heap;
    TypeTable table{env};
    ShapeTable shapes{heap};
    ConvertContext convert{heap, context, table, &shapes, {}};
    StoreContext store{heap, context, table};

    Value json(std::string_view text) {
        const Converted read = parseJson(convert, text);
        INFO(read.error);
        REQUIRE(bool(read));
        return read.value;
    }
    std::string jsonError(std::string_view text) { return parseJson(convert, text).error; }
    Value string(std::string_view text) { return stringValue(heap, text); }
    Value decimal(std::string_view text) { return decimalValue(heap, *decimal::parse(text)); }
};

} // namespace

TEST_CASE("floats print as the language prints them") {
    const std::pair<double, const char*> rows[] = {
        {0.0, "0.0"},
        {-0.0, "-0.0"},
        {1.0, "1.0"},
        {100.0, "100.0"},
        {0.1, "0.1"},
        {1e7, "1.0E7"},
        {9999999.0, "9999999.0"},
        {1.5e10, "1.5E10"},
        {0.001, "0.001"},
        {0.0001, "1.0E-4"},
        {-2.5, "-2.5"},
        {1e300, "1.0E300"},
        {4.9e-324, "4.9E-324"},
        {1.0 / 3, "0.3333333333333333"},
        {123456.789, "123456.789"},
    };
    for (const auto& [value, text] : rows)
        CHECK(floatText(value) == text);
    CHECK(floatText(NAN) == "NaN");
    CHECK(floatText(-INFINITY) == "-Infinity");
}

TEST_CASE("decimals: spelling, arithmetic, rounding") {
    const auto text = [](std::string_view spelling) { return decimal::toString(*decimal::parse(spelling)); };
    CHECK(text("1.50") == "1.50");
    CHECK(text("1e40") == "1E+40");
    CHECK(text("12E2") == "1.2E+3");
    CHECK(text("0.0000001") == "1E-7");
    CHECK(text("-0.0") == "0.0");
    CHECK(!decimal::parse("1d"));
    CHECK(!decimal::parse("."));
    CHECK(!decimal::parse("1e"));
    const auto d = [](std::string_view spelling) { return *decimal::parse(spelling); };
    CHECK(decimal::toString(decimal::divide(d("1"), d("3"))) == "0.3333333333333333333333333333333333");
    CHECK(decimal::toString(decimal::add(d("0.1"), d("0.20"))) == "0.30");
    CHECK(decimal::toString(decimal::subtract(d("1.0"), d("1.0"))) == "0");
    CHECK(decimal::toString(decimal::round(d("2.345"), 2)) == "2.34");
    CHECK(decimal::toString(decimal::round(d("1250"), -2)) == "1.2E+3");
    CHECK(decimal::compare(d("1.0"), d("1.00")) == 0);
    CHECK(!decimal::identical(d("1.0"), d("1.00")));
    CHECK(decimal::hash(d("1.0")) == decimal::hash(d("1.00")));
    CHECK(decimal::toInt(d("2.5")) == 2);
    CHECK(!decimal::toInt(d("1e30")));
    CHECK(!decimal::isFinite(decimal::multiply(d("1e6000"), d("1e6000"))));
}

TEST_CASE("strings: code points, sharing, validity") {
    World world;
    String* text = makeString(world.heap, "añ😀z");
    CHECK(text->length == 4);
    CHECK(substring(world.heap, text, 1, 3)->view() == "ñ😀");
    CHECK(codePointAt(world.heap, text, 2) == 0x1F600);
    CHECK(codePointAt(world.heap, text, 3) == 'z');
    // A loop of appends shares one buffer, and what was there before stays as it was.
    String* piece = makeString(world.heap, "0123456789");
    String* grown = makeString(world.heap, "");
    std::vector<String*> steps;
    for (int i = 0; i < 100; ++i)
        steps.push_back(grown = concat(world.heap, grown, piece));
    CHECK(grown->byteLength == 1000);
    CHECK(steps[20]->view() == grown->view().substr(0, 210));
    String* fork = concat(world.heap, steps[50], makeString(world.heap, "x"));
    CHECK(fork->view().back() == 'x');
    CHECK(grown->view()[510] == '0');
    CHECK(isValidUtf8("aé€😀"));
    for (const char* bad : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xF4\x90\x80\x80", "\xE2\x82", "a\xFF"})
        CHECK(!isValidUtf8(bad));
}

TEST_CASE("equality and order") {
    World world;
    const auto equalJson = [&](std::string_view a, std::string_view b) {
        return deepEqual(world.json(a), world.json(b));
    };
    CHECK(equalJson(R"({"a":[1,2],"b":null})", R"({"b":null,"a":[1,2]})"));
    CHECK(!equalJson("[1,2]", "[2,1]"));
    CHECK(!equalJson("1", "1.0"));
    CHECK(deepEqual(Value::of(NAN), Value::of(NAN)));
    CHECK(deepEqual(Value::of(0.0), Value::of(-0.0)));
    CHECK(!sameValue(Value::of(0.0), Value::of(-0.0)));
    CHECK(deepEqual(world.decimal("1.0"), world.decimal("1.00")));
    List* self = makeList(world.heap, world.table.anyList());
    append(world.heap, self, Value::of(self));
    CHECK(deepEqual(Value::of(self), Value::of(self)));
    CHECK(toText(Value::of(self)) == "[...]");
    CHECK(compareOrdered(Value::nil(), Value::of(1)) == Order::Unordered);
    CHECK(compareOrdered(world.string("b"), world.string("a")) == Order::Greater);
    CHECK(compareForSort(Value::nil(), Value::of(1), false) > 0);
    CHECK(compareForSort(Value::nil(), Value::of(1), true) > 0);
}

TEST_CASE("json: text in, text out") {
    World world;
    const std::pair<const char*, const char*> rows[] = {
        {"null", "null"},
        {" [ ] ", "[]"},
        {"{\"a\" : 1 , \"b\":[true,false]}", "{\"a\":1, \"b\":[true, false]}"},
        {"1.50", "1.50"},
        {"9223372036854775808", "9223372036854775808"},
        {"\"\\u00e9\\ud83d\\ude00\\n\"", "\"é😀\\n\""},
        {"{\"k\":1,\"k\":2}", "{\"k\":2}"},
        {"\"\x7f\"", "\"\x7f\""},
    };
    for (const auto& [in, out] : rows)
        CHECK(jsonText(world.json(in)) == out);
    for (const char* bad :
         {"", "[1,]", "{\"a\"}", "01", "+1", "1.", "nul", "\"a", "\"\\x\"", "[1 2]", "{a:1}", "1 2"})
        CHECK(!world.jsonError(bad).empty());
    CHECK(world.jsonError("[1,\n x]").find("line: 2") != std::string::npos);
    CHECK(!world.jsonError(std::string(100'000, '[')).empty());
    CHECK(world.json("1").isInt());
    CHECK(world.json("1.0").is(Tag::Decimal));
    CHECK(parseJson(world.convert, "1", JsonNumbers::Floats).value.isFloat());
}

TEST_CASE("mappings keep their order and survive growth and removal") {
    World world;
    Mapping* map = makeMap(world.heap, world.table.anyMap());
    for (int i = 0; i < 1000; ++i)
        put(world.heap, map, makeString(world.heap, "k" + std::to_string(i)), Value::of(i));
    for (int i = 0; i < 1000; i += 2)
        CHECK(remove(world.heap, map, makeString(world.heap, "k" + std::to_string(i))).integer == i);
    CHECK(map->length() == 500);
    put(world.heap, map, makeString(world.heap, "k0"), Value::of(-1));
    int64_t previous = 0, seen = 0;
    bool isOrdered = true;
    for (FieldCursor field(map); field.next(); ++seen) {
        isOrdered = isOrdered && (field.value().integer > previous || field.value().integer == -1);
        previous = field.value().integer;
    }
    CHECK(isOrdered);
    CHECK(previous == -1);
    CHECK(seen == 501);
    CHECK(find(map, std::string_view("k2")) == nullptr);
    CHECK(get(map, "k999").integer == 999);
}

TEST_CASE("stores look at the inherent type") {
    World world;
    List* ints = makeList(world.heap, world.table.intList());
    CHECK(!storeMember(world.store, ints, 2, Value::of(7)));
    CHECK(toText(Value::of(ints)) == "[0,0,7]");
    const StoreResult wrong = storeMember(world.store, ints, 0, world.string("x"));
    REQUIRE(wrong);
    CHECK(std::string(wrong->name) == "{ballerina/lang.array}InherentTypeViolation");
    CHECK(wrong->message == "incompatible types: expected 'int', found 'string'");
    CHECK(storeMember(world.store, ints, -1, Value::of(1))->message ==
          "array index out of range: index: -1, size: 3");
    List* bytes = makeList(world.heap, world.table.byteList());
    CHECK(bytes->kind() == ListStorage::Bytes);
    CHECK(!pushMember(world.store, bytes, Value::of(255)));
    CHECK(pushMember(world.store, bytes, Value::of(256)));
    const types::Field fields[] = {{"id", types::intType, false, true},
                                   {"name", types::stringType, true, false}};
    const TypeInfo* record = world.table.of(types::recordOf(world.context, fields));
    Mapping* row = makeRecord(world.heap, world.shapes.empty(record), 1);
    String* id = world.shapes.intern("id");
    CHECK(!storeField(world.store, row, id, Value::of(1), true));
    CHECK(storeField(world.store, row, id, Value::of(2)));
    CHECK(!storeField(world.store, row, world.shapes.intern("name"), world.string("n")));
    CHECK(storeField(world.store, row, world.shapes.intern("other"), Value::of(1)));
    CHECK(toText(Value::of(row)) == "{\"id\":1,\"name\":\"n\"}");
}

TEST_CASE("conversion to a type copies, converts numbers and says what is wrong") {
    World world;
    const types::Field fields[] = {{"a", types::floatType},
                                   {"b", types::arrayOf(world.context, types::intType)}};
    const types::SemType record = types::recordOf(world.context, fields);
    const Converted good = convertTo(world.convert, world.json(R"({"a":1,"b":[1,2]})"), record);
    REQUIRE(bool(good));
    CHECK(toText(good.value) == "{\"a\":1.0,\"b\":[1,2]}");
    CHECK(isOfType(world.context, good.value, record));
    CHECK(!isOfType(world.context, world.json(R"({"a":1.0,"b":[]})"), record));
    CHECK(convertTo(world.convert, world.json(R"({"a":1,"b":["x"]})"), record).error.find("b[0]") !=
          std::string::npos);
    CHECK(
        convertTo(world.convert, world.json(R"({"a":1})"), record).error.find("missing required field 'b'") !=
        std::string::npos);
    CHECK(convertTo(world.convert, world.json(R"({"a":1,"b":[],"c":1})"), record).error.find("'c'") !=
          std::string::npos);
    const Value frozen = cloneReadOnly(world.convert, world.json(R"({"a":[1]})"));
    CHECK(frozen.object->isReadonly());
    CHECK(get(frozen.mapping(), "a").object->isReadonly());
    CHECK(isOfType(world.context, frozen, world.context.readonlyType()));
    CHECK(toNumericType(world.heap, Value::of(2.5), types::intType)->integer == 2);
    CHECK(!toNumericType(world.heap, Value::of(NAN), types::intType));
}

TEST_CASE("xml reads and writes namespaces, references, comments") {
    World world;
    const auto roundTrip = [&](std::string_view text) {
        const XmlParse parsed = parseXml(world.heap, world.table.stringMap(), text);
        return parsed.xml ? xmlToString(parsed.xml) : "error: " + parsed.error;
    };
    for (const char* same :
         {"<a/>", "<a b=\"1\">x<!--c--><?p q?></a>", "text", "<p:a xmlns:p=\"urn:x\" p:b=\"1\"/>",
          "<a xmlns=\"urn:y\"><b/></a>", "a&lt;b", "<a>1</a><b/>"})
        CHECK(roundTrip(same) == same);
    CHECK(roundTrip("<a>&#65;<![CDATA[<]]></a>") == "<a>A&lt;</a>");
    for (const char* bad : {"<a>", "<a></b>", "<a b=1/>", "<a b=\"u", "&x;", "<p:a/>", "</a>"})
        CHECK(roundTrip(bad).starts_with("error: "));
    const XmlTemplate parts = {
        {{"p", "urn:x"}}, {"<p:a b=\"", "\">", "</p:a>"}, {world.string("<1>"), world.string("x<y")}};
    const XmlParse filled = parseXmlTemplate(world.heap, world.table.stringMap(), parts);
    REQUIRE(filled.xml);
    CHECK(xmlToString(filled.xml) == "<p:a xmlns:p=\"urn:x\" b=\"&lt;1&gt;\">x&lt;y</p:a>");
}

TEST_CASE("long texts find their code points by marks") {
    World world;
    const std::string pieces[] = {"a", "ñ", "€", "😀"};
    std::string bytes;
    std::vector<size_t> offsets;
    for (int i = 0; i < 3000; ++i) {
        offsets.push_back(bytes.size());
        bytes += pieces[(i * i + i / 7) % 4];
    }
    offsets.push_back(bytes.size());
    // One text in its own bytes, one that shares a buffer with a longer one.
    String* plain = makeString(world.heap, bytes);
    String* shared = concat(world.heap, makeString(world.heap, bytes.substr(0, offsets[2990])),
                            makeString(world.heap, bytes.substr(offsets[2990])));
    concat(world.heap, shared, makeString(world.heap, "more"));
    for (String* text : {plain, shared})
        for (int64_t i = int64_t(offsets.size()) - 1; i >= 0; --i) {
            REQUIRE(byteOffset(world.heap, text, i) == offsets[size_t(i)]);
            REQUIRE(codePointIndex(world.heap, text, offsets[size_t(i)]) == i);
        }
    CHECK(substring(world.heap, plain, 1000, 2000)->view() ==
          bytes.substr(offsets[1000], offsets[2000] - offsets[1000]));
}

TEST_CASE("marking in steps misses nothing while structures change") {
    HeapLimits limits;
    limits.stress = GcStress::Steps; // checks the marks at the end of each cycle
    Heap heap(limits);
    types::TypeEnv env;
    TypeTable table(env);
    const Root list(heap, Value::of(makeList(heap, table.anyList())));
    const Root map(heap, Value::of(makeMap(heap, table.anyMap())));
    const auto fresh = [&](int i) { return stringValue(heap, "value " + std::to_string(i)); };
    for (int i = 0; i < 3000; ++i)
        append(heap, list.get().list(), fresh(i));
    for (int i = 0; i < 4000; ++i) {
        // What is at the end of one goes to the begin of the other, which may have been marked already.
        List* members = list.get().list();
        const Value moved = members->at(members->length - 1);
        put(heap, members, members->length - 1, Value::nil());
        put(heap, map.get().mapping(), makeString(heap, "k" + std::to_string(i % 1500)), moved);
        remove(heap, map.get().mapping(), makeString(heap, "k" + std::to_string((i * 7) % 1500)));
        erase(heap, members, uint32_t(i % 3), uint32_t(i % 3) + 2);
        insertGap(heap, members, members->length / 2, 1);
        put(heap, members, members->length / 2, fresh(i));
        append(heap, members, fresh(-i));
        heap.advance();
    }
    CHECK(heap.stats().collections > 3);
    CHECK(list.get().list()->length == 3000);
}

TEST_CASE("the collector keeps what is reachable and frees the rest") {
    HeapLimits limits;
    limits.firstCollection = 1 << 16;
    Heap heap(limits);
    types::TypeEnv env;
    TypeTable table(env);
    Root root(heap, Value::of(makeMap(heap, table.anyMap())));
    for (int i = 0; i < 200; ++i) {
        List* list = makeList(heap, table.anyList());
        for (int k = 0; k < 100; ++k)
            append(heap, list, stringValue(heap, "value " + std::to_string(k)));
        put(heap, root.get().mapping(), makeString(heap, "k" + std::to_string(i % 7)), Value::of(list));
        if (heap.collectionWanted())
            heap.collectAll();
    }
    heap.collectAll();
    CHECK(heap.stats().collections > 3);
    CHECK(heap.liveBytes() < 200'000);
    CHECK(get(root.get().mapping(), "k3").list()->at(99).string()->view() == "value 99");
}
