#include "runtime/library/line_difference.h"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace barre::runtime {

namespace {

constexpr size_t lineLength = 80;
constexpr size_t mostLines = 2000; // the table of common lines is quadratic

using Lines = std::vector<std::string>;

/// The byte after `count` characters, or the end.
size_t endOfCharacters(std::string_view text, size_t count) {
    size_t at = 0;
    for (; at < text.size() && count > 0; --count)
        do
            ++at;
        while (at < text.size() && (uint8_t(text[at]) & 0xC0) == 0x80);
    return at;
}

void addPieces(Lines& lines, std::string_view line) {
    do {
        const size_t end = endOfCharacters(line, lineLength);
        lines.emplace_back(line.substr(0, end));
        line.remove_prefix(end);
    } while (!line.empty());
}

Lines linesOf(std::string_view text) {
    Lines lines;
    while (lines.size() < mostLines) {
        const size_t end = text.find('\n');
        addPieces(lines, text.substr(0, end));
        if (end == std::string_view::npos)
            break;
        text.remove_prefix(end + 1);
    }
    return lines;
}

/// For all i and j the number of lines that the texts from line i and line j on have in common, in order.
std::vector<std::vector<uint32_t>> commonLines(const Lines& a, const Lines& b) {
    std::vector table(a.size() + 1, std::vector<uint32_t>(b.size() + 1));
    for (size_t i = a.size(); i-- > 0;)
        for (size_t j = b.size(); j-- > 0;)
            table[i][j] = a[i] == b[j] ? table[i + 1][j + 1] + 1 : std::max(table[i + 1][j], table[i][j + 1]);
    return table;
}

/// A line each: in both texts, only in `a` (`-`), only in `b` (`+`).
std::string changes(const Lines& a, const Lines& b) {
    const auto common = commonLines(a, b);
    std::string text;
    size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            text += ' ' + a[i++] + '\n';
            ++j;
        } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
            text += '-' + a[i++] + '\n';
        } else {
            text += '+' + b[j++] + '\n';
        }
    }
    return text;
}

} // namespace

std::string lineDifference(std::string_view actual, std::string_view expected) {
    const Lines given = linesOf(actual), wanted = linesOf(expected);
    return "\n--- actual\n+++ expected \n \n @@ -1," + std::to_string(given.size()) + " +1," +
           std::to_string(wanted.size()) + " @@ \n \n " + changes(given, wanted);
}

} // namespace barre::runtime
