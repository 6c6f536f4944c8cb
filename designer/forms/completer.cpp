#include "designer/forms/completer.h"

#include "designer/canvas/text.h"
#include "designer/session/design_session.h"
#include "model/project/snapshot.h"

namespace barre::designer {

using syntax::GrammarRule;

namespace {
constexpr std::string_view frameName = "_field"; ///< of every declaration below; it is never offered
}

// Expressions stand in a function: what may be written there is what may be written in an initialiser.
FieldFrame frameOf(GrammarRule rule, std::string_view type) {
    switch (rule) {
    case GrammarRule::TypeDescriptor: return {"function _field() returns ", " { }"};
    case GrammarRule::Param: return {"function _field(", ") { }"};
    case GrammarRule::ResourcePath: return {"service class _field { resource function get ", "() { } }"};
    default: return {"function _field() { " + std::string(type.empty() ? "var" : type) + " _field = ", "; }"};
    }
}

FieldFrame recordFieldFrame() {
    return {"type _field record {| ", " |};"};
}

namespace {

std::string firstFile(const DesignSession& session) {
    const auto& files = session.snapshot()->files();
    return files.empty() ? std::string() : files.front().path;
}

design::Completions completeIn(DesignSession& session, CompletionPlace place, const QString& text,
                               int cursor) {
    design::Completions found;
    const std::string file = place.file.empty() ? firstFile(session) : place.file;
    if (file.empty())
        return found;
    const auto end = uint32_t(session.snapshot()->text(file).size());
    const std::string before = "\n" + place.frame.before;
    const model::TextEdit edit{{end, end}, before + toStdString(text) + place.frame.after};
    const uint32_t offset = end + uint32_t(before.size() + toStdString(text.left(cursor)).size());
    session.imagine(
        {{{.path = file, .edits = {edit}, .create = false, .remove = false}}},
        [&](const model::Snapshot& snapshot) { found = design::completionsAt(snapshot, file, offset); });
    std::erase_if(found.items, [](const design::Completion& item) { return item.name == frameName; });
    return found;
}

} // namespace

CodeField::Completer completerAt(DesignSession& session, std::function<CompletionPlace()> place) {
    return [&session, place = std::move(place)](const QString& text, int cursor) {
        return completeIn(session, place(), text, cursor);
    };
}

} // namespace barre::designer
