#pragma once

#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime {

using CsvRow = std::vector<std::string>;

/// The rows of comma-separated values (RFC 4180); blank lines are left out.
std::vector<CsvRow> parseCsv(std::string_view text);
/// The same with other separators.
std::vector<CsvRow> parseSeparated(std::string_view text, std::string_view fieldSeparator,
                                   std::string_view recordSeparator);
/// Takes the next row of a file that is not blank; empty at its end.
CsvRow takeCsvRow(FILE* file);
/// A row as a line, without its end; fields are quoted where they need it.
std::string formatCsvRow(const CsvRow& fields);

/// Percent-encoding of a part of a URL: letters, digits and `~-._` stay.
std::string encodeUrlPart(std::string_view text);
/// The inverse, which takes `+` for a space; false if a `%` is not followed by two hexadecimal digits.
bool decodeUrlPart(std::string_view text, std::string& decoded);

} // namespace barre::runtime
