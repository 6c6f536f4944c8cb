#include "model/edits/lines.h"

#include "model/syntax/parser.h"

#include <algorithm>

namespace barre::edits {

namespace {

bool isBlank(char c) {
    return c == ' ' || c == '\t' || c == '\r';
}

/// The ranges of a text in which line breaks belong to values: contents of templates.
std::vector<SourceRange> templateContents(std::string_view code, uint32_t shift) {
    std::vector<SourceRange> ranges;
    const auto fragment = syntax::parseAs(syntax::GrammarRule::Statements, code);
    for (const syntax::Token* token : fragment.tree->tokens())
        if (token->kind() == syntax::TokenKind::TemplateContent)
            ranges.push_back({token->range().begin + shift, token->range().end + shift});
    return ranges;
}

bool isInside(const std::vector<SourceRange>& ranges, uint32_t offset) {
    return std::ranges::any_of(
        ranges, [&](SourceRange range) { return range.begin < offset && offset <= range.end; });
}

} // namespace

uint32_t lineBegin(std::string_view text, uint32_t offset) {
    while (offset > 0 && text[offset - 1] != '\n')
        --offset;
    return offset;
}

uint32_t lineEnd(std::string_view text, uint32_t offset) {
    const size_t found = text.find('\n', offset);
    uint32_t end = uint32_t(found == std::string_view::npos ? text.size() : found);
    if (found != std::string_view::npos && end > offset && text[end - 1] == '\r')
        --end;
    return end;
}

uint32_t nextLine(std::string_view text, uint32_t offset) {
    const size_t found = text.find('\n', offset);
    return uint32_t(found == std::string_view::npos ? text.size() : found + 1);
}

std::string indentationAt(std::string_view text, uint32_t offset) {
    const uint32_t begin = lineBegin(text, offset);
    uint32_t end = begin;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
        ++end;
    return std::string(text.substr(begin, end - begin));
}

bool isFirstOnLine(std::string_view text, uint32_t offset) {
    const uint32_t begin = lineBegin(text, offset);
    return std::ranges::all_of(text.substr(begin, offset - begin), isBlank);
}

bool isLastOnLine(std::string_view text, uint32_t offset) {
    const uint32_t end = lineEnd(text, offset);
    while (offset < end && isBlank(text[offset]))
        ++offset;
    return offset == end || text.substr(offset).starts_with("//");
}

bool isBlankLine(std::string_view text, uint32_t offset) {
    const uint32_t begin = lineBegin(text, offset);
    return std::ranges::all_of(text.substr(begin, lineEnd(text, begin) - begin), isBlank);
}

std::string_view lineBreakOf(std::string_view text) {
    const size_t found = text.find('\n');
    return found != std::string_view::npos && found > 0 && text[found - 1] == '\r' ? "\r\n" : "\n";
}

std::string indentationUnitOf(std::string_view text) {
    size_t smallest = 8;
    for (uint32_t at = 0; at < text.size(); at = nextLine(text, at)) {
        if (text[at] == '\t')
            return "\t";
        const size_t blanks = std::min(text.find_first_not_of(' ', at), text.size()) - at;
        if (blanks > 1 && !isBlankLine(text, at))
            smallest = std::min(smallest, blanks);
    }
    return std::string(smallest == 2 || smallest == 3 ? smallest : 4, ' ');
}

std::string asLinesOf(std::string_view code, std::string_view indentation, std::string_view unit) {
    std::string lines;
    bool first = true;
    while (true) {
        const size_t found = code.find('\n');
        std::string_view line = code.substr(0, found);
        if (!first && !line.empty()) {
            lines += indentation;
            for (; line.starts_with("    "); line.remove_prefix(4))
                lines += unit;
        }
        first = false;
        lines += line;
        if (found == std::string_view::npos)
            return lines;
        lines += '\n';
        code.remove_prefix(found + 1);
    }
}

std::vector<uint32_t> indentedLines(std::string_view text, SourceRange range) {
    const std::vector<SourceRange> contents =
        templateContents(text.substr(range.begin, range.length()), range.begin);
    std::vector<uint32_t> lines;
    for (uint32_t at = lineBegin(text, range.begin); at < range.end; at = nextLine(text, at))
        if (!isBlankLine(text, at) && !isInside(contents, at))
            lines.push_back(at);
    return lines;
}

std::string reindented(std::string_view code, std::string_view from, std::string_view to) {
    const std::vector<SourceRange> contents = templateContents(code, 0);
    std::string result(code.substr(0, nextLine(code, 0)));
    for (uint32_t at = nextLine(code, 0); at < code.size(); at = nextLine(code, at)) {
        std::string_view line = code.substr(at, nextLine(code, at) - at);
        if (!isInside(contents, at) && !isBlankLine(code, at)) {
            result += to;
            if (line.starts_with(from))
                line.remove_prefix(from.size());
            else
                line.remove_prefix(std::min(line.size(), line.find_first_not_of(" \t")));
        }
        result += line;
    }
    return result;
}

} // namespace barre::edits
