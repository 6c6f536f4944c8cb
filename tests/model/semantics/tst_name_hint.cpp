// What an unknown name may have been meant for.
#include <doctest/doctest.h>

#include "model/semantics/name_hint.h"

using namespace barre::model;

namespace {

std::string hintFor(std::string_view name, std::initializer_list<std::string_view> candidates) {
    NameHint hint(name);
    for (std::string_view candidate : candidates)
        hint.offer(candidate);
    hint.offerWords();
    return hint.text();
}

} // namespace

TEST_CASE("edit distance") {
    CHECK(editDistance("count", "count") == 0);
    CHECK(editDistance("Count", "count") == 0);
    CHECK(editDistance("cuont", "count") == 1); // neighbours exchanged
    CHECK(editDistance("cont", "count") == 1);
    CHECK(editDistance("counter", "count") == 2);
    CHECK(editDistance("", "abc") == 3);
}

TEST_CASE("the nearest name is offered, if it is near") {
    CHECK(hintFor("cuont", {"amount", "count"}) == "did you mean 'count'?");
    CHECK(hintFor("compte", {"compute", "computer"}) == "did you mean 'compute'?");
    CHECK(hintFor("xyz", {"count"}).empty());
    CHECK(hintFor("a", {"b", "c"}).empty());
    CHECK(hintFor("retrun", {}) == "did you mean 'return'?");
}

TEST_CASE("words of other languages") {
    CHECK(hintFor("val", {"vale"}) == "use 'final', or 'var'");
    CHECK(hintFor("String", {}) == "use 'string'");
}
