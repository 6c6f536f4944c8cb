#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime {

/// The rows of comma-separated values (RFC 4180); blank lines are left out.
std::vector<std::vector<std::string>> parseCsv(std::string_view text);
/// The same with other separators.
std::vector<std::vector<std::string>> parseSeparated(std::string_view text, std::string_view fieldSeparator,
                                                     std::string_view recordSeparator);
/// A row as a line, without its end; fields are quoted where they need it.
std::string formatCsvRow(const std::vector<std::string>& fields);

/// Percent-encoding of a part of a URL: letters, digits and `~-._` stay.
std::string encodeUrlPart(std::string_view text);
/// The inverse, which takes `+` for a space; false if a `%` is not followed by two hexadecimal digits.
bool decodeUrlPart(std::string_view text, std::string& decoded);

} // namespace barre::runtime
