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

} // namespace barre::runtime
