#include "model/edits/places.h"

#include "model/edits/edit_builder.h"
#include "model/edits/lines.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::BlockSyntax;
using design::StepSyntax;
using model::SourceFile;

namespace {

bool isBlock(const Node* node) {
    return is<StatementBlock>(node) || is<BlockFunctionBody>(node);
}

std::string_view textOf(const BlockSyntax& block) {
    return block.node->tree().text();
}

bool isWhiteSpace(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

uint32_t endOfBlanks(std::string_view text, uint32_t offset) {
    while (offset < text.size() && (text[offset] == ' ' || text[offset] == '\t'))
        ++offset;
    return offset;
}

uint32_t beginOfBlanks(std::string_view text, uint32_t offset) {
    while (offset > 0 && (text[offset - 1] == ' ' || text[offset - 1] == '\t'))
        --offset;
    return offset;
}

Insertion intoNewElse(const IfElseStmt* statement) {
    const std::string_view text = statement->tree().text();
    const BlockSyntax block = design::blockOf(statement->ifBlock());
    const std::string outer = ownerIndentation(block);
    const uint32_t at = statement->ifBlock()->range().end;
    const std::string inner = outer + indentationUnitOf(text);
    return {{at, at}, " else {\n" + inner, "\n" + outer + "}", inner};
}

Insertion beforeStep(std::string_view text, const StepSyntax& step, const std::string& indentation) {
    const uint32_t at = step.range.begin;
    if (isFirstOnLine(text, at))
        return {{lineBegin(text, at), lineBegin(text, at)}, indentation, "\n", indentation};
    return {{beginOfBlanks(text, at), at}, "\n" + indentation, "\n" + indentation, indentation};
}

Insertion behindStep(std::string_view text, const StepSyntax& step, const std::string& indentation,
                     const std::string& outer) {
    const uint32_t end = step.range.end;
    if (isLastOnLine(text, end))
        return {{lineEnd(text, end), lineEnd(text, end)}, "\n" + indentation, "", indentation};
    return {{end, endOfBlanks(text, end)}, "\n" + indentation, "\n" + outer, indentation};
}

} // namespace

std::string_view FoundSteps::text() const {
    return file->tree->text(range);
}

std::optional<FoundSteps> findSteps(const Snapshot& snapshot, const Location& location) {
    const SourceFile* file = snapshot.file(location.file);
    if (!file || location.range.end > file->text().size())
        return std::nullopt;
    const Node* node = file->tree->nodeAt(location.range.begin);
    for (; node; node = node->parent()) {
        if (!isBlock(node))
            continue;
        FoundSteps found;
        found.file = file;
        found.block = design::blockOf(node);
        found.siblings = design::stepsOf(found.block);
        found.range = location.range;
        const auto first = std::ranges::find(found.siblings, location.range.begin,
                                             [](const StepSyntax& step) { return step.range.begin; });
        const auto last = std::ranges::find(found.siblings, location.range.end,
                                            [](const StepSyntax& step) { return step.range.end; });
        if (first == found.siblings.end() || last == found.siblings.end() || last < first)
            continue;
        found.first = size_t(first - found.siblings.begin());
        found.last = size_t(last - found.siblings.begin());
        return found;
    }
    return std::nullopt;
}

EditResult noSuchStep() {
    return refused("This step is not there any more.");
}

std::optional<FoundPlace> findPlace(const Snapshot& snapshot, const Place& place) {
    const SourceFile* file = snapshot.file(place.file);
    if (!file || place.offset > file->text().size())
        return std::nullopt;
    for (const Node* node : file->tree->nodes()) {
        const SourceRange range = node->range();
        if (place.offset < range.begin || range.end < place.offset)
            continue;
        if (const auto* ifElse = cast<IfElseStmt>(node))
            if (!ifElse->elseBlock() && ifElse->condition()->range().begin == place.offset)
                return FoundPlace{file, {}, {}, 0, ifElse};
        if (!isBlock(node))
            continue;
        FoundPlace found{file, design::blockOf(node), {}, 0, nullptr};
        found.steps = design::stepsOf(found.block);
        const auto at = std::ranges::find(found.steps, place.offset,
                                          [](const StepSyntax& step) { return step.range.begin; });
        found.index = size_t(at - found.steps.begin());
        const uint32_t last =
            found.steps.empty() ? found.block.openBrace->range().end : found.steps.back().range.end;
        if (at != found.steps.end() || place.offset == last)
            return found;
    }
    return std::nullopt;
}

std::string ownerIndentation(const BlockSyntax& block) {
    const std::string_view text = textOf(block);
    const uint32_t close = block.closeBrace->range().begin;
    if (!block.closeBrace->isMissing() && isFirstOnLine(text, close))
        return indentationAt(text, close);
    const Node* owner = block.node->parent() ? block.node->parent() : block.node;
    return indentationAt(text, owner->range().begin);
}

std::string stepIndentation(const BlockSyntax& block, const std::vector<StepSyntax>& steps) {
    const std::string_view text = textOf(block);
    for (const StepSyntax& step : steps)
        if (isFirstOnLine(text, step.range.begin))
            return indentationAt(text, step.range.begin);
    return ownerIndentation(block) + indentationUnitOf(text);
}

Insertion insertionBeforeBrace(std::string_view text, const Token* open, const Token* close,
                               const std::string& indentation) {
    const uint32_t begin = open->range().end, end = std::max(begin, close->range().begin);
    if (isFirstOnLine(text, end) && lineBegin(text, end) > begin) {
        const uint32_t at = lineEnd(text, lineBegin(text, lineBegin(text, end) - 1));
        return {{at, at}, "\n" + indentation, "", indentation};
    }
    const uint32_t from = isWhiteSpace(text.substr(begin, end - begin)) ? begin : beginOfBlanks(text, end);
    return {{from, end}, "\n" + indentation, "\n" + indentationAt(text, begin), indentation};
}

Insertion insertionAt(const FoundPlace& place) {
    if (place.withoutElse)
        return intoNewElse(place.withoutElse);
    const std::string_view text = place.file->text();
    const std::string indentation = stepIndentation(place.block, place.steps);
    const std::string outer = ownerIndentation(place.block);
    if (place.index < place.steps.size())
        return beforeStep(text, place.steps[place.index], indentation);
    if (!place.steps.empty())
        return behindStep(text, place.steps.back(), indentation, outer);
    const uint32_t open = place.block.openBrace->range().end;
    if (place.block.closeBrace->range().begin > lineEnd(text, open))
        return {{lineEnd(text, open), lineEnd(text, open)}, "\n" + indentation, "", indentation};
    Insertion insertion =
        insertionBeforeBrace(text, place.block.openBrace, place.block.closeBrace, indentation);
    insertion.after = "\n" + outer;
    return insertion;
}

SourceRange withTrailingComment(std::string_view text, SourceRange range) {
    if (isLastOnLine(text, range.end) && endOfBlanks(text, range.end) < lineEnd(text, range.end))
        range.end = lineEnd(text, range.end);
    return range;
}

bool ownsItsLines(std::string_view text, SourceRange range) {
    return isFirstOnLine(text, range.begin) && isLastOnLine(text, range.end);
}

SourceRange removalOf(std::string_view text, SourceRange range) {
    if (ownsItsLines(text, range))
        return {lineBegin(text, range.begin), nextLine(text, range.end)};
    if (isLastOnLine(text, range.end) || isFirstOnLine(text, range.begin) == false)
        return {beginOfBlanks(text, range.begin), range.end};
    return {range.begin, endOfBlanks(text, range.end)};
}

EditResult swapped(const Snapshot& snapshot, const model::SourceFile& file, SourceRange moved,
                   SourceRange neighbour) {
    const std::string_view text = file.text();
    const SourceRange a = withTrailingComment(text, moved), b = withTrailingComment(text, neighbour);
    const bool needsLines = isLastOnLine(text, a.end) != isLastOnLine(text, b.end);
    if (needsLines && (a.end != moved.end || b.end != neighbour.end))
        return refused("These share a line; move them in the code.");
    EditBuilder builder(snapshot);
    builder.replace(file.path, a, text.substr(b.begin, b.length()));
    builder.replace(file.path, b, text.substr(a.begin, a.length()));
    EditResult result = builder.done();
    const int64_t shift = a.begin < b.begin ? int64_t(b.length()) - int64_t(a.length()) : 0;
    const uint32_t begin = uint32_t(int64_t(b.begin) + shift);
    result.focus = {file.path, {begin, begin + moved.length()}};
    return result;
}

} // namespace barre::edits
