// Steps as lines: delete, duplicate, move, comment out.
#include "model/edits/edit_builder.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/places.h"
#include "model/edits/steps.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;

namespace {

/// The text of a step with the comment behind it.
std::string_view textWithComment(const FoundSteps& found) {
    const std::string_view text = found.file->text();
    const SourceRange range = withTrailingComment(text, found.range);
    return text.substr(range.begin, range.length());
}

std::string codeOf(const FoundSteps& found) {
    const std::string_view text = found.file->text();
    return reindented(textWithComment(found), indentationAt(text, found.range.begin), "");
}

bool isCommented(const FoundSteps& found) {
    return std::all_of(found.siblings.begin() + long(found.first),
                       found.siblings.begin() + long(found.last) + 1,
                       [](const design::StepSyntax& step) { return !step.statement; });
}

} // namespace

EditResult deleteSteps(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    const SourceRange removal = removalOf(found->file->text(), found->range);
    EditBuilder builder(snapshot);
    builder.remove(steps.file, removal);
    removeImportsUsedOnlyIn(builder, *found->file, {removal});
    return builder.done();
}

EditResult duplicateSteps(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    const std::string_view text = found->file->text();
    const bool onLines = ownsItsLines(text, found->range);
    const uint32_t at = onLines ? lineEnd(text, found->range.end) : found->range.end;
    const std::string before = onLines ? "\n" + indentationAt(text, found->range.begin) : " ";
    EditBuilder builder(snapshot);
    builder.insert(steps.file, at, before + std::string(onLines ? textWithComment(*found) : found->text()));
    return builder.doneAtInsertion(steps.file, at);
}

EditResult moveStepUp(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    if (found->first == 0)
        return refused("This is the first step of its block.");
    return swapped(snapshot, *found->file, found->range, found->siblings[found->first - 1].range);
}

EditResult moveStepDown(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    if (found->last + 1 == found->siblings.size())
        return refused("This is the last step of its block.");
    return swapped(snapshot, *found->file, found->range, found->siblings[found->last + 1].range);
}

EditResult moveSteps(const Snapshot& snapshot, const Location& steps, const Place& place) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    const std::optional<FoundPlace> target = findPlace(snapshot, place);
    if (!found || place.file != steps.file)
        return noSuchStep();
    if (!target)
        return refused("Steps cannot be put in here.");
    const bool isSameBlock = target->block.node == found->block.node;
    if (isSameBlock && target->index >= found->first && target->index <= found->last + 1)
        return EditBuilder(snapshot).done(steps);
    if (found->range.begin <= place.offset && place.offset <= found->range.end)
        return refused("A step cannot be moved into itself.");
    const Insertion insertion = insertionAt(*target);
    EditBuilder builder(snapshot);
    builder.remove(steps.file, removalOf(found->file->text(), found->range));
    builder.replace(steps.file, insertion.range,
                    insertion.before + reindented(codeOf(*found), "", insertion.indentation) +
                        insertion.after);
    return builder.doneAtInsertion(steps.file, insertion.range.begin, insertion.before, insertion.after);
}

EditResult commentOut(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return noSuchStep();
    const std::string_view text = found->file->text();
    if (isCommented(*found))
        return refused("This is a comment already.");
    if (!ownsItsLines(text, found->range))
        return refused("This step shares its line with other code.");
    const size_t column = indentationAt(text, found->range.begin).size();
    EditBuilder builder(snapshot);
    for (uint32_t at = lineBegin(text, found->range.begin); at < found->range.end; at = nextLine(text, at)) {
        const size_t own = indentationAt(text, at).size();
        const uint32_t place = at + uint32_t(std::min(own, column));
        builder.insert(steps.file, place, place == lineEnd(text, at) ? "//" : "// ");
    }
    EditResult result = builder.done(steps);
    result.focus.range.begin = found->range.begin; // the first slashes belong to it
    return result;
}

EditResult uncomment(const Snapshot& snapshot, const Location& comment) {
    const std::optional<FoundSteps> found = findSteps(snapshot, comment);
    if (!found || !isCommented(*found))
        return noSuchStep();
    if (!design::isCommentedCode(design::commentText(found->text())))
        return refused("This comment is not a step.");
    const std::string_view text = found->file->text();
    EditBuilder builder(snapshot);
    for (uint32_t at = lineBegin(text, found->range.begin); at < found->range.end; at = nextLine(text, at)) {
        const uint32_t slashes = at + uint32_t(indentationAt(text, at).size());
        const uint32_t end = slashes + 2 + (slashes + 2 < text.size() && text[slashes + 2] == ' ');
        builder.remove(comment.file, {slashes, end});
    }
    return builder.done(comment);
}

} // namespace barre::edits
