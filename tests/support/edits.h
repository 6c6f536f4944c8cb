#pragma once

#include "model/edits/edit_result.h"
#include "tests/support/project.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace barre::support {

/// The text of a file after an edit. Checks that the edit is valid and that its inverse restores every byte;
/// a refused edit is its sentence after `refused: `.
inline std::string after(const model::Snapshot& snapshot, const edits::EditResult& result,
                         std::string_view file = "main.bal") {
    if (!result)
        return "refused: " + result.problem;
    const model::FileTexts before = textsOf(snapshot);
    model::FileTexts texts = before;
    for (const model::FileEdit& edit : result.edit.files)
        CHECK((edit.create || model::editsAreValid(texts[edit.path], edit.edits)));
    const model::WorkspaceEdit inverse = model::inverseEdit(texts, result.edit);
    model::applyEdit(texts, result.edit);
    model::FileTexts undone = texts;
    model::applyEdit(undone, inverse);
    CHECK(undone == before);
    return texts[std::string(file)];
}

/// Where a piece of text stands in main.bal: its first occurrence.
inline edits::Location at(const model::Snapshot& snapshot, std::string_view piece) {
    const std::string_view text = snapshot.text("main.bal");
    const size_t found = text.find(piece);
    REQUIRE_MESSAGE(found != std::string_view::npos, std::string(piece));
    return {"main.bal", {uint32_t(found), uint32_t(found + piece.size())}};
}

/// The text that an edit's focus is, after the edit.
inline std::string focusText(const model::Snapshot& snapshot, const edits::EditResult& result) {
    if (result.focus.empty())
        return {};
    return after(snapshot, result, result.focus.file)
        .substr(result.focus.range.begin, result.focus.range.length());
}

} // namespace barre::support
