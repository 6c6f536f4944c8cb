#include <doctest/doctest.h>

#include "designer/session/edit_history.h"

using namespace barre::designer;
using barre::model::FileTexts;
using barre::model::WorkspaceEdit;

namespace {

/// A text with a history, as the session keeps it.
struct Text {
    FileTexts texts{{"main.bal", "one two three"}};
    EditHistory history;

    void apply(uint32_t begin, uint32_t end, const std::string& text, const std::string& key = {}) {
        const WorkspaceEdit edit{
            {{.path = "main.bal", .edits = {{{begin, end}, text}}, .create = false, .remove = false}}};
        history.push(edit, barre::model::inverseEdit(texts, edit), "Edit", key);
        barre::model::applyEdit(texts, edit);
    }
    void undo() {
        const HistoryStep step = history.undoStep();
        history.movedBack();
        for (auto inverse = step.inverses.rbegin(); inverse != step.inverses.rend(); ++inverse)
            barre::model::applyEdit(texts, *inverse);
    }
    void redo() {
        const HistoryStep step = history.redoStep();
        history.movedForward();
        for (const WorkspaceEdit& edit : step.edits)
            barre::model::applyEdit(texts, edit);
    }
    const std::string& text() { return texts["main.bal"]; }
};

} // namespace

TEST_CASE("undo restores the bytes, step by step, and redo repeats them") {
    Text text;
    text.apply(4, 7, "2");
    text.apply(0, 3, "1");
    CHECK(text.text() == "1 2 three");
    text.undo();
    CHECK(text.text() == "one 2 three");
    text.undo();
    CHECK(text.text() == "one two three");
    CHECK(!text.history.canUndo());
    text.redo();
    text.redo();
    CHECK(text.text() == "1 2 three");
    CHECK(!text.history.canRedo());
}

TEST_CASE("typing in one field is one step; a pause, another field or undo ends it") {
    Text text;
    text.apply(13, 13, "x", "field");
    text.apply(14, 14, "y", "field");
    text.apply(15, 15, "z", "field");
    text.undo();
    CHECK(text.text() == "one two three");
    text.redo();
    text.apply(16, 16, "!", "field");
    text.undo();
    CHECK(text.text() == "one two threexyz");
    text.apply(0, 0, "a", "other");
    text.history.seal();
    text.apply(0, 0, "b", "other");
    text.undo();
    CHECK(text.text() == "aone two threexyz");
}

TEST_CASE("a new step forgets the future") {
    Text text;
    text.apply(0, 3, "1");
    text.undo();
    text.apply(0, 3, "2");
    CHECK(!text.history.canRedo());
    text.undo();
    CHECK(text.text() == "one two three");
}
