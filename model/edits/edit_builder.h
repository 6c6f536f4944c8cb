#pragma once

#include "model/edits/edit_result.h"
#include "model/project/snapshot.h"

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// Collects the replacements of one edit. New text is given with "\n" and takes the line breaks of its file.
class EditBuilder {
public:
    explicit EditBuilder(const Snapshot& snapshot) : m_snapshot(snapshot) {}

    void replace(const std::string& file, SourceRange range, std::string_view text);
    void insert(const std::string& file, uint32_t offset, std::string_view text);
    void remove(const std::string& file, SourceRange range);
    void add(const std::string& file, const std::vector<model::TextEdit>& edits);
    void create(const std::string& file, std::string_view text);
    /// True the first time that a file is to import a module.
    bool isFirstImport(const std::string& file, std::string_view module);
    /// Takes over what another edit does.
    void add(const EditResult& other);

    /// The edit; its focus is a range of the text before it, mapped through it.
    EditResult done(const Location& before = {}) const;
    /// The edit; its focus is the text that an insertion at `offset` puts there, without what it has been put
    /// between.
    EditResult doneAtInsertion(const std::string& file, uint32_t offset, std::string_view before = {},
                               std::string_view after = {}) const;

private:
    const Snapshot& m_snapshot;
    std::map<std::string, model::FileEdit> m_files;
    std::set<std::string> m_imports;
};

/// A sentence instead of an edit.
EditResult refused(std::string sentence);

} // namespace barre::edits
