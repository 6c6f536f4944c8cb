#include "model/project/toml_text.h"

#include "model/text/utf8.h"

#include <algorithm>
#include <string>

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

/// Follows a text as far as it takes to tell where a string begins. Behind a mistake it may be wrong, but
/// then so that it sees fewer strings than there are.
class Outline {
public:
    /// Whether a quote here opens a string: it stands where a key or value begins, or where a dotted key goes
    /// on.
    bool opensString() const {
        return std::string_view("\n=[{,").find(m_before) != std::string_view::npos ||
               (m_before == '.' && !m_isValue);
    }

    void pass(char c) {
        switch (c) {
        case ' ':
        case '\t':
        case '\r': return;
        case '=': m_isValue = true; break;
        case '\n': m_isValue = m_isValue && !m_open.empty(); break;
        case ',': m_isValue = isIn('['); break;
        case '[':
            if (m_isValue)
                m_open += c;
            break;
        case '{':
            m_open += c;
            m_isValue = false;
            break;
        case ']': close('['); break;
        case '}': close('{'); break;
        default: break;
        }
        m_before = c;
    }

private:
    bool isIn(char bracket) const { return !m_open.empty() && m_open.back() == bracket; }

    void close(char bracket) {
        if (!isIn(bracket))
            return;
        m_open.pop_back();
        m_isValue = true;
    }

    char m_before = '\n'; ///< the last character that is no blank
    bool m_isValue = false;
    std::string m_open; ///< the brackets of arrays and inline tables
};

} // namespace

std::optional<TomlProblem> characterOutsideToml(std::string_view text) {
    if (const auto found = std::ranges::find_if(text, isControl); found != text.end()) {
        const auto at = uint32_t(found - text.begin());
        return TomlProblem{{at, at + 1}, "a control character is not allowed"};
    }
    Outline outline;
    size_t at = text.starts_with(byteOrderMark) ? byteOrderMark.size() : 0;
    while (at < text.size()) {
        const char c = text[at];
        if (static_cast<unsigned char>(c) >= 0x80) {
            const auto end = uint32_t(at + decodeUtf8(text, at).length);
            return TomlProblem{{uint32_t(at), end}, "outside of quotes, only ASCII characters are allowed"};
        }
        if (c == '#')
            at = std::min(text.find('\n', at), text.size());
        else if ((c == '"' || c == '\'') && outline.opensString())
            at = pastString(text, at);
        else
            ++at;
        if (c != '#')
            outline.pass(c);
    }
    return std::nullopt;
}

} // namespace barre::model
