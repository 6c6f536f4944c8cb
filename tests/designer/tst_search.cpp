// What search finds, and what it puts first.
#include <doctest/doctest.h>

#include "designer/canvas/search.h"

using namespace barre::designer;

namespace {

int score(const char* query, const char* words, const char* also = "") {
    return matchScore(QString::fromUtf8(query), {QString::fromUtf8(words), QString::fromUtf8(also)});
}

} // namespace

TEST_CASE("search finds words by their beginnings first") {
    CHECK(score("zoom", "Back") == 0);
    CHECK(score("", "Back") > 0);
    CHECK(score("on", "onOpen") > score("on", "Show connections"));
    CHECK(score("text on", "onTextMessage") > 0);
}

TEST_CASE("search finds by other words, after those that are seen") {
    CHECK(score("loop", "While", "loop repeat") > 0);
    CHECK(score("loop", "Leave the loop") > score("loop", "While", "loop repeat"));
    CHECK(score("repeat while", "While", "loop repeat") > 0);
}

TEST_CASE("search takes what is similar when nothing has the letters") {
    const std::vector<Searchable> all{{QStringLiteral("Export the drawing")}, {QStringLiteral("Expert")}};
    CHECK(matchScores(QStringLiteral("expert"), all) == std::vector<int>{0, 101});
    CHECK(matchScores(QStringLiteral("exprot"), all)[0] > 0);
    CHECK(matchScores(QStringLiteral("exports"), all)[0] > 0);
    CHECK(matchScores(QStringLiteral("thm"), {{QStringLiteral("Dark theme")}})[0] > 0);
    CHECK(matchScores(QStringLiteral("xp"), {{QStringLiteral("Dark theme")}})[0] == 0);
}
