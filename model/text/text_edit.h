#pragma once

#include "model/text/source_range.h"

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace barre::model {

/// One replacement in one text. The ranges of a list of edits all mean the text before any of them,
/// do not overlap, and insertions at one place keep their order.
struct TextEdit {
    SourceRange range;
    std::string newText;

    friend bool operator==(const TextEdit&, const TextEdit&) = default;
};

/// The edits of one file; `create` makes the file first (its text is empty), `remove` deletes it.
struct FileEdit {
    std::string path;
    std::vector<TextEdit> edits;
    bool create = false;
    bool remove = false;

    friend bool operator==(const FileEdit&, const FileEdit&) = default;
};

/// Everything one step of work changes; a path occurs at most once.
struct WorkspaceEdit {
    std::vector<FileEdit> files;

    bool isEmpty() const { return files.empty(); }
    friend bool operator==(const WorkspaceEdit&, const WorkspaceEdit&) = default;
};

/// Texts of files by path.
using FileTexts = std::map<std::string, std::string, std::less<>>;

/// Orders edits by place; insertions at one place keep their order.
void sortEdits(std::vector<TextEdit>& edits);

/// Whether the edits fit the text: inside it, and none overlaps another.
bool editsAreValid(std::string_view text, std::vector<TextEdit> edits);

/// The text after the edits.
std::string applyEdits(std::string_view text, std::vector<TextEdit> edits);

/// The edits that turn the text after `edits` into `text` again.
std::vector<TextEdit> inverseEdits(std::string_view text, std::vector<TextEdit> edits);

/// Where a range of the text before the edits lies after them. Text inserted at either border
/// stays outside; a range whose text was replaced as a whole becomes the replacement.
SourceRange mapRange(SourceRange range, std::vector<TextEdit> edits);

/// Changes the texts as the edit says.
void applyEdit(FileTexts& texts, const WorkspaceEdit& edit);

/// The edit that undoes `edit`, which has not been applied to `texts` yet.
WorkspaceEdit inverseEdit(const FileTexts& texts, const WorkspaceEdit& edit);

/// The smallest single replacement that turns one text into the other; its range is empty, as its
/// text is, when they are equal.
TextEdit differenceOf(std::string_view before, std::string_view after);

} // namespace barre::model
