#include "model/text/text_edit.h"

#include <algorithm>
#include <cstddef>

namespace barre::model {

void sortEdits(std::vector<TextEdit>& edits) {
    std::stable_sort(edits.begin(), edits.end(),
                     [](const TextEdit& a, const TextEdit& b) { return a.range < b.range; });
}

bool editsAreValid(std::string_view text, std::vector<TextEdit> edits) {
    sortEdits(edits);
    uint32_t done = 0;
    for (const TextEdit& edit : edits) {
        if (edit.range.begin < done || edit.range.end < edit.range.begin || edit.range.end > text.size())
            return false;
        done = edit.range.end;
    }
    return true;
}

std::string applyEdits(std::string_view text, std::vector<TextEdit> edits) {
    sortEdits(edits);
    std::string result;
    size_t done = 0;
    for (const TextEdit& edit : edits) {
        result.append(text.substr(done, edit.range.begin - done));
        result.append(edit.newText);
        done = edit.range.end;
    }
    result.append(text.substr(done));
    return result;
}

std::vector<TextEdit> inverseEdits(std::string_view text, std::vector<TextEdit> edits) {
    sortEdits(edits);
    std::vector<TextEdit> inverse;
    int64_t shift = 0;
    for (const TextEdit& edit : edits) {
        auto begin = uint32_t(edit.range.begin + shift);
        auto end = uint32_t(begin + edit.newText.size());
        inverse.push_back({{begin, end}, std::string(text.substr(edit.range.begin, edit.range.length()))});
        shift += int64_t(edit.newText.size()) - edit.range.length();
    }
    return inverse;
}

SourceRange mapRange(SourceRange range, std::vector<TextEdit> edits) {
    sortEdits(edits);
    int64_t shift = 0;
    int64_t begin = range.begin, end = range.end;
    for (const TextEdit& edit : edits) {
        int64_t growth = int64_t(edit.newText.size()) - edit.range.length();
        bool isBefore = edit.range.end <= range.begin && !(edit.range == range && !range.isEmpty());
        bool isAfter = edit.range.begin >= range.end;
        if (isBefore) {
            begin += growth;
            end += growth;
        } else if (!isAfter) {
            // Touches the range: a border inside the replaced text moves to that side of the new text.
            if (edit.range.begin < range.begin)
                begin = edit.range.begin + shift + int64_t(edit.newText.size());
            if (edit.range.end <= range.end)
                end += growth;
            else
                end = edit.range.begin + shift;
            end = std::max(begin, end);
        }
        shift += growth;
    }
    return {uint32_t(begin), uint32_t(end)};
}

namespace {

void applyFileEdit(FileTexts& texts, const FileEdit& edit) {
    if (edit.remove) {
        texts.erase(edit.path);
        return;
    }
    std::string& text = texts[edit.path];
    text = applyEdits(edit.create ? std::string_view() : std::string_view(text), edit.edits);
}

FileEdit inverseFileEdit(const FileTexts& texts, const FileEdit& edit) {
    auto found = texts.find(edit.path);
    std::string_view text = found == texts.end() ? std::string_view() : std::string_view(found->second);
    FileEdit inverse{.path = edit.path, .edits = {}};
    if (edit.remove) {
        inverse.create = true;
        inverse.edits = {{{0, 0}, std::string(text)}};
    } else if (edit.create) {
        inverse.remove = true;
    } else {
        inverse.edits = inverseEdits(text, edit.edits);
    }
    return inverse;
}

} // namespace

void applyEdit(FileTexts& texts, const WorkspaceEdit& edit) {
    for (const FileEdit& file : edit.files)
        applyFileEdit(texts, file);
}

WorkspaceEdit inverseEdit(const FileTexts& texts, const WorkspaceEdit& edit) {
    WorkspaceEdit inverse;
    for (const FileEdit& file : edit.files)
        inverse.files.push_back(inverseFileEdit(texts, file));
    return inverse;
}

TextEdit differenceOf(std::string_view before, std::string_view after) {
    size_t shared = std::min(before.size(), after.size());
    auto head =
        size_t(std::mismatch(before.begin(), before.begin() + std::ptrdiff_t(shared), after.begin()).first -
               before.begin());
    size_t tail = 0;
    while (tail < shared - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return {{uint32_t(head), uint32_t(before.size() - tail)},
            std::string(after.substr(head, after.size() - tail - head))};
}

} // namespace barre::model
