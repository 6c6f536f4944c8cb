#pragma once

#include "model/text/source_range.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

using model::SourceRange;

/// The offset where the line of an offset begins, and where it ends (before its line break).
uint32_t lineBegin(std::string_view text, uint32_t offset);
uint32_t lineEnd(std::string_view text, uint32_t offset);
/// The offset where the next line begins; the end of the text on the last line.
uint32_t nextLine(std::string_view text, uint32_t offset);

/// The white space that the line of an offset begins with.
std::string indentationAt(std::string_view text, uint32_t offset);

/// Only white space stands before the offset on its line.
bool isFirstOnLine(std::string_view text, uint32_t offset);
/// Only white space or a comment stands behind the offset on its line.
bool isLastOnLine(std::string_view text, uint32_t offset);
/// The line of an offset has only white space.
bool isBlankLine(std::string_view text, uint32_t offset);

/// How a file breaks its lines: "\n" or "\r\n".
std::string_view lineBreakOf(std::string_view text);
/// What a file indents by: a tab, or two or four blanks.
std::string indentationUnitOf(std::string_view text);

/// Code of Barre's own (indented by four blanks) as lines of a file: every line but the first is indented.
std::string asLinesOf(std::string_view code, std::string_view indentation, std::string_view unit);

/// The begins of those lines in a range of statements whose indentation may be changed: not those inside of
/// templates, and not blank ones. The line that holds the begin of the range counts.
std::vector<uint32_t> indentedLines(std::string_view text, SourceRange range);

/// Lines of code (the first without its indentation) from one indentation to another; lines inside of
/// templates stay.
std::string reindented(std::string_view code, std::string_view from, std::string_view to);

} // namespace barre::edits
