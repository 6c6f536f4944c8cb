#include "model/edits/edit_builder.h"

#include "model/edits/lines.h"

#include <algorithm>

namespace barre::edits {

using model::FileEdit;
using model::TextEdit;

namespace {

std::string withLineBreaks(std::string_view text, std::string_view lineBreak) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isBare = text[i] == '\n' && (i == 0 || text[i - 1] != '\r');
        if (isBare)
            result += lineBreak;
        else
            result += text[i];
    }
    return result;
}

/// The inserted text without white space around it.
SourceRange trimmed(SourceRange range, std::string_view text) {
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {range.begin, range.begin};
    const size_t last = text.find_last_not_of(" \t\r\n");
    return {range.begin + uint32_t(first), range.begin + uint32_t(last) + 1};
}

} // namespace

void EditBuilder::replace(const std::string& file, SourceRange range, std::string_view text) {
    const std::string_view source = m_snapshot.text(file);
    if (source.substr(range.begin, range.length()) == text)
        return;
    FileEdit& edit = m_files[file];
    edit.path = file;
    edit.edits.push_back({range, withLineBreaks(text, lineBreakOf(source))});
}

void EditBuilder::insert(const std::string& file, uint32_t offset, std::string_view text) {
    replace(file, {offset, offset}, text);
}

void EditBuilder::remove(const std::string& file, SourceRange range) {
    replace(file, range, {});
}

void EditBuilder::add(const std::string& file, const std::vector<TextEdit>& edits) {
    for (const TextEdit& edit : edits)
        replace(file, edit.range, edit.newText);
}

void EditBuilder::create(const std::string& file, std::string_view text) {
    FileEdit& edit = m_files[file];
    edit.path = file;
    edit.create = true;
    edit.edits = {{{0, 0}, std::string(text)}};
}

bool EditBuilder::isFirstImport(const std::string& file, std::string_view module) {
    return m_imports.insert(file + ":" + std::string(module)).second;
}

void EditBuilder::add(const EditResult& other) {
    for (const FileEdit& file : other.edit.files) {
        FileEdit& edit = m_files[file.path];
        edit.path = file.path;
        edit.create = edit.create || file.create;
        edit.remove = edit.remove || file.remove;
        for (const TextEdit& part : file.edits)
            if (std::ranges::find(edit.edits, part) == edit.edits.end() || part.range.isEmpty())
                edit.edits.push_back(part);
    }
}

EditResult EditBuilder::done(const Location& before) const {
    EditResult result;
    for (const auto& [path, file] : m_files) {
        FileEdit edit = file;
        model::sortEdits(edit.edits);
        if (!edit.create && !model::editsAreValid(m_snapshot.text(path), edit.edits))
            return refused("This cannot be done in one step: its parts overlap.");
        result.edit.files.push_back(std::move(edit));
    }
    result.focus = before;
    if (const auto found = m_files.find(before.file); found != m_files.end() && !found->second.create)
        result.focus.range = model::mapRange(before.range, found->second.edits);
    return result;
}

EditResult EditBuilder::doneAtInsertion(const std::string& file, uint32_t offset, std::string_view before,
                                        std::string_view after) const {
    EditResult result = done();
    const std::string_view lineBreak = lineBreakOf(m_snapshot.text(file));
    const auto skipBefore = uint32_t(withLineBreaks(before, lineBreak).size());
    const auto skipAfter = uint32_t(withLineBreaks(after, lineBreak).size());
    int64_t shift = 0;
    for (const FileEdit& edit : result.edit.files) {
        if (edit.path != file)
            continue;
        for (const TextEdit& part : edit.edits) {
            if (part.range.begin == offset) {
                const uint32_t begin = uint32_t(int64_t(offset) + shift);
                const size_t size =
                    part.newText.size() - std::min(part.newText.size(), size_t(skipBefore + skipAfter));
                const SourceRange inserted{begin + skipBefore, begin + skipBefore + uint32_t(size)};
                result.focus = {file, trimmed(inserted, part.newText.substr(skipBefore, size))};
                return result;
            }
            shift += int64_t(part.newText.size()) - int64_t(part.range.length());
        }
    }
    return result;
}

EditResult refused(std::string sentence) {
    EditResult result;
    result.problem = std::move(sentence);
    return result;
}

} // namespace barre::edits
