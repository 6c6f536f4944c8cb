#include "model/text/line_index.h"
#include "model/text/text_edit.h"

#include <doctest/doctest.h>

using namespace barre::model;

TEST_CASE("line index: offsets and places") {
    std::string text = "ab\nö😀c\r\n\nend";
    LineIndex lines(text);
    CHECK(lines.lineCount() == 4);
    CHECK(lines.place(0) == LineColumn{1, 1});
    CHECK(lines.place(2) == LineColumn{1, 3});
    CHECK(lines.place(3) == LineColumn{2, 1});
    CHECK(lines.place(5) == LineColumn{2, 2});
    CHECK(lines.place(9) == LineColumn{2, 3});
    CHECK(lines.place(1000) == LineColumn{4, 4});
    CHECK(lines.lineRange(2) == SourceRange{3, 10});
    for (uint32_t offset : {0u, 2u, 3u, 5u, 9u, 12u, 13u})
        CHECK(lines.offset(lines.place(offset)) == offset);
    CHECK(lines.offset({2, 99}) == 10);
    CHECK(lines.offset({99, 1}) == text.size());
}

TEST_CASE("text edits: apply and inverse") {
    std::string text = "one two three";
    std::vector<TextEdit> edits = {{{8, 13}, "3"}, {{0, 0}, "("}, {{0, 3}, "1"}, {{13, 13}, ")"}};
    CHECK(editsAreValid(text, edits));
    std::string after = applyEdits(text, edits);
    CHECK(after == "(1 two 3)");
    CHECK(applyEdits(after, inverseEdits(text, edits)) == text);
    CHECK(!editsAreValid(text, {{{0, 4}, ""}, {{3, 5}, ""}}));
    CHECK(!editsAreValid(text, {{{0, 99}, ""}}));
}

TEST_CASE("text edits: ranges are mapped") {
    SourceRange range{4, 7};
    CHECK(mapRange(range, {{{0, 0}, "xx"}}) == SourceRange{6, 9});
    CHECK(mapRange(range, {{{4, 4}, "xx"}}) == SourceRange{6, 9});
    CHECK(mapRange(range, {{{7, 7}, "xx"}}) == SourceRange{4, 7});
    CHECK(mapRange(range, {{{5, 6}, "xxx"}}) == SourceRange{4, 9});
    CHECK(mapRange(range, {{{4, 7}, "x"}}) == SourceRange{4, 5});
    CHECK(mapRange(range, {{{0, 13}, ""}}) == SourceRange{0, 0});
    CHECK(mapRange(range, {{{6, 9}, "x"}}) == SourceRange{4, 6});
    CHECK(mapRange(range, {{{2, 5}, "x"}}) == SourceRange{3, 5});
    CHECK(mapRange({4, 4}, {{{4, 4}, "xx"}}) == SourceRange{6, 6});
}

TEST_CASE("workspace edits: create, change, remove and back") {
    FileTexts texts = {{"a.bal", "old"}, {"b.bal", "gone"}};
    WorkspaceEdit edit{{{.path = "a.bal", .edits = {{{0, 3}, "new"}}},
                        {.path = "b.bal", .edits = {}, .remove = true},
                        {.path = "c.bal", .edits = {{{0, 0}, "made"}}, .create = true}}};
    FileTexts before = texts;
    WorkspaceEdit inverse = inverseEdit(texts, edit);
    applyEdit(texts, edit);
    CHECK(texts == FileTexts{{"a.bal", "new"}, {"c.bal", "made"}});
    WorkspaceEdit again = inverseEdit(texts, inverse);
    applyEdit(texts, inverse);
    CHECK(texts == before);
    applyEdit(texts, again);
    CHECK(texts == FileTexts{{"a.bal", "new"}, {"c.bal", "made"}});
}

TEST_CASE("text edits: the difference of two texts") {
    CHECK(differenceOf("a b c", "a x c") == TextEdit{{2, 3}, "x"});
    CHECK(differenceOf("aaa", "aa") == TextEdit{{2, 3}, ""});
    CHECK(differenceOf("same", "same") == TextEdit{{4, 4}, ""});
}
