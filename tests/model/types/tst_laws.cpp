// The laws of sets, on random types; answers do not depend on what was asked before; threads share an
// environment.
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"
#include "tests/model/types/type_notation.h"

#include <doctest/doctest.h>

#include <chrono>
#include <random>
#include <string>
#include <thread>
#include <vector>

using namespace barre::types;
using barre::tests::TypeNotation;

namespace {

/// Random types in the notation.
class Generator {
public:
    explicit Generator(uint32_t seed) : m_random(seed) {}

    std::string type(int depth) {
        static const char* const leaves[] = {
            "int",   "string", "()",   "boolean", "1", "2|3", "\"a\"",   "true",  "float",   "any",
            "never", "json",   "byte", "error",   "R", "xml", "anydata", "\"b\"", "readonly"};
        if (depth == 0)
            return leaves[below(std::size(leaves))];
        const std::string a = type(depth - 1);
        switch (below(11)) {
        case 0: return "(" + a + "|" + type(depth - 1) + ")";
        case 1: return "(" + a + "&" + type(depth - 1) + ")";
        case 2: return "(" + a + ")[]";
        case 3: return "[" + a + ", " + type(depth - 1) + "]";
        case 4: return "[" + a + ", " + type(depth - 1) + "...]";
        case 5: return "map<" + a + ">";
        case 6: return "record {| (" + a + ") a; (" + type(depth - 1) + ") b?; |}";
        case 7: return "function (" + a + ") returns " + type(0);
        case 8: return "(readonly & " + a + ")";
        case 9: return "(" + a + "& !" + type(depth - 1) + ")";
        default: return "table<record {| readonly (" + a + ") k; |}>";
        }
    }

private:
    size_t below(size_t limit) { return m_random() % limit; }
    std::mt19937 m_random;
};

struct Fixture {
    TypeEnv env;
    TypeContext context{env};
    TypeNotation notation{context};
    Fixture() { notation.define("type R = record {| int v; R? next; |};"); }

    std::vector<SemType> types(uint32_t seed, size_t count, int depth) {
        Generator generator(seed);
        std::vector<SemType> result;
        for (size_t i = 0; i < count; ++i)
            result.push_back(notation.read(generator.type(depth)));
        return result;
    }
};

} // namespace

TEST_CASE("types: laws of sets") {
    Fixture f;
    TypeContext& cx = f.context;
    const auto types = f.types(7, 40, 2);
    int failures = 0;
    const auto same = [&](const SemType& a, const SemType& b, const char* law) {
        if (isSameType(cx, a, b))
            return;
        ++failures;
        MESSAGE(law << ": " << toString(cx, a) << " and " << toString(cx, b));
    };
    for (const SemType& a : types) {
        CHECK(isSubtype(cx, a, a));
        same(complement(cx, complement(cx, a)), a, "not not");
        CHECK(isEmpty(cx, intersect(cx, a, complement(cx, a))));
        for (const SemType& b : types) {
            same(unite(cx, a, b), unite(cx, b, a), "a|b = b|a");
            same(complement(cx, unite(cx, a, b)), intersect(cx, complement(cx, a), complement(cx, b)),
                 "De Morgan");
            same(unite(cx, diff(cx, a, b), intersect(cx, a, b)), a, "(a-b)|(a&b) = a");
            CHECK(isSubtype(cx, intersect(cx, a, b), a));
            CHECK(isSubtype(cx, a, unite(cx, a, b)));
            CHECK(isEmpty(cx, diff(cx, a, b)) == isSubtype(cx, a, b));
        }
    }
    CHECK(failures == 0);
}

TEST_CASE("types: subtyping is transitive") {
    Fixture f;
    const auto types = f.types(11, 60, 2);
    for (const SemType& a : types)
        for (const SemType& b : types)
            if (isSubtype(f.context, a, b))
                for (const SemType& c : types)
                    if (isSubtype(f.context, b, c))
                        CHECK(isSubtype(f.context, a, c));
}

TEST_CASE("types: an answer does not depend on earlier questions") {
    Fixture f;
    const auto types = f.types(13, 60, 2);
    for (const SemType& a : types) {
        TypeContext fresh(f.env);
        for (const SemType& b : types)
            CHECK(isSubtype(fresh, a, b) == isSubtype(f.context, a, b));
    }
}

TEST_CASE("types: what a union has, one of its alternatives has") {
    Fixture f;
    for (const SemType& type : f.types(17, 80, 2)) {
        const SemType lists = partOf(f.context, type, BasicType::List);
        SemType all = neverType;
        for (const SemType& each : listAlternatives(f.context, type))
            all = unite(f.context, all, each);
        CHECK(isSameType(f.context, all, lists));
        const SemType member = listAllMemberTypes(f.context, type);
        CHECK(isSubtype(f.context, lists, arrayOf(f.context, member)));
    }
}

TEST_CASE("types: threads share an environment") {
    Fixture f;
    const auto types = f.types(19, 40, 2);
    std::vector<std::vector<bool>> answers(4);
    std::vector<std::thread> threads;
    for (auto& answer : answers)
        threads.emplace_back([&f, &types, &answer] {
            TypeContext context(f.env);
            for (const SemType& a : types)
                for (const SemType& b : types)
                    answer.push_back(
                        isSubtype(context, arrayOf(context, a), unite(context, mapOf(context, b), b)));
        });
    for (std::thread& thread : threads)
        thread.join();
    for (const auto& answer : answers)
        CHECK(answer == answers.front());
}

TEST_CASE("types: thousands of tests in a blink") {
    Fixture f;
    const auto types = f.types(23, 100, 1);
    size_t count = 0;
    const auto ask = [&] {
        for (const SemType& a : types)
            for (const SemType& b : types)
                count += isSubtype(f.context, a, b);
    };
    ask();
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < 10; ++i)
        ask();
    const auto spent = std::chrono::steady_clock::now() - begin;
    CHECK(count > 0);
    // 100,000 questions whose answers are known; the bound allows for unoptimised builds under sanitizers.
    CHECK(std::chrono::duration_cast<std::chrono::milliseconds>(spent).count() < 2000);
}
