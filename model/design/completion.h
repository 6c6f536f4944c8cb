#pragma once

#include "model/text/source_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::design {

/// Something that may be written at a place.
struct Completion {
    std::string name = {}; ///< as it is shown
    std::string text = {}; ///< as it is written
    std::string type = {}; ///< or signature
    std::string help = {}; ///< the first paragraph of its documentation
    std::string icon = {};
    uint32_t caretBack = 0;  ///< how far before the end of the text the cursor belongs
    bool isExpected = false; ///< its type is what the place asks for
};

struct Completions {
    model::SourceRange word;       ///< what is written already, up to the cursor, and will be replaced
    std::vector<Completion> items; ///< what is expected first, then the nearest
};

/// What may be written at an offset of a file: members behind a dot or an arrow, what a module has behind its
/// prefix, fields of a record that is being made, names of arguments, else names in scope, types, values that
/// the place asks for, and the words of the language. Not filtered by the word. Nothing inside comments and
/// literals.
Completions completionsAt(const model::Snapshot& snapshot, std::string_view path, uint32_t offset);

/// Those whose names the word may stand for: they begin with it, or have its letters in order. Best first.
std::vector<Completion> matching(const std::vector<Completion>& items, std::string_view word);

} // namespace barre::design
