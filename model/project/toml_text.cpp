#include "model/project/toml_text.h"

#include "model/text/utf8.h"

#include <algorithm>

namespace barre::model {

namespace {

constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";

bool isControl(unsigned char c) {
    return (c < 0x20 && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
}

/// Past the three quotes at `at`, and the one or two before them that belong to the string ("String").
size_t pastThreeQuotes(std::string_view text, size_t at) {
    const size_t end = std::min(text.find_first_not_of(text[at], at), text.size());
    return std::min(end, at + 5);
}

/// Where the string that begins at `begin` ends; an unclosed one of a line ends with the line.
size_t pastString(std::string_view text, size_t begin) {
    const char quote = text[begin];
    const std::string threeQuotes(3, quote);
    const bool manyLines = text.substr(begin).starts_with(threeQuotes);
    for (size_t at = begin + (manyLines ? 3 : 1); at < text.size(); ++at) {
        if (text[at] == '\\' && quote == '"')
            ++at;
        else if (manyLines && text.substr(at).starts_with(threeQuotes))
            return pastThreeQuotes(text, at);
        else if (!manyLines && (text[at] == quote || text[at] == '\n'))
            return at + 1;
    }
    return text.size();
}

} // namespace

std::optional<TomlProblem> characterOutsideToml(std::string_view text) {
    if (const auto found = std::ranges::find_if(text, isControl); found != text.end()) {
        const auto at = uint32_t(found - text.begin());
        return TomlProblem{{at, at + 1}, "a control character is not allowed"};
    }
    size_t at = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    while (at < text.size()) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c >= 0x80) {
            const auto end = uint32_t(at + decodeUtf8(text, at).length);
            return TomlProblem{{uint32_t(at), end}, "outside of quotes, only ASCII characters are allowed"};
        }
        if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else if (c == '"' || c == '\'')
            at = pastString(text, at);
        else
            ++at;
    }
    return std::nullopt;
}

} // namespace barre::model
