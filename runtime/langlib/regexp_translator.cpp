#include "runtime/langlib/regexp_translator.h"

#include <algorithm>
#include <vector>

namespace barre::runtime {
namespace {

constexpr std::string_view whiteSpace = "\t\n\r ";
constexpr std::string_view whiteSpaceSet = "\\t\\n\\r ";
constexpr std::string_view otherSet = "\\x{0}-\\x{8}\\x{b}\\x{c}\\x{e}-\\x{1f}\\x{21}-\\x{10ffff}";

/// What differs: `.` and `\s` know the language's line ends and white space, `\u{1F600}`, `\p{sc=Latin}`,
/// `\p{gc=Lu}`, `(?x: )`, `[[]` and `[]`.
class Translator {
public:
    explicit Translator(std::string_view source) : m_source(source) {}

    std::string translate() {
        while (m_at < m_source.size())
            next();
        return std::move(m_out);
    }

private:
    struct Flags {
        bool dotAll = false;
        bool comments = false;
    };

    bool looking(std::string_view text) const { return m_source.substr(m_at).starts_with(text); }

    void next() {
        const char c = m_source[m_at];
        if (m_groups.back().comments && skipComment())
            return;
        switch (c) {
        case '\\': return escape(false);
        case '[': return charClass();
        case '(': return group();
        case ')':
            if (m_groups.size() > 1)
                m_groups.pop_back();
            break;
        case '.':
            ++m_at;
            m_out += m_groups.back().dotAll ? "(?s:.)" : "[^\\n\\r]";
            return;
        default: break;
        }
        m_out += c;
        ++m_at;
    }

    bool skipComment() {
        if (whiteSpace.find(m_source[m_at]) != std::string_view::npos) {
            ++m_at;
            return true;
        }
        if (m_source[m_at] != '#')
            return false;
        m_at = std::min(m_source.find_first_of("\n\r", m_at), m_source.size());
        return true;
    }

    void group() {
        m_groups.push_back(m_groups.back());
        ++m_at;
        m_out += '(';
        if (!looking("?"))
            return;
        ++m_at;
        m_out += '?';
        flags();
    }

    // `i-s:`; the library has no x.
    void flags() {
        bool isOn = true;
        for (; m_at < m_source.size() && m_source[m_at] != ':'; ++m_at) {
            const char c = m_source[m_at];
            isOn = isOn && c != '-';
            if (c == 's')
                m_groups.back().dotAll = isOn;
            if (c == 'x')
                m_groups.back().comments = isOn;
            else
                m_out += c;
        }
        if (m_out.ends_with('-'))
            m_out.pop_back();
    }

    void charClass() {
        ++m_at;
        const bool isInverted = looking("^");
        m_at += isInverted;
        if (looking("]")) {
            ++m_at;
            m_out += isInverted ? "(?s:.)" : "[^\\x{0}-\\x{10ffff}]";
            return;
        }
        m_out += isInverted ? "[^" : "[";
        bool isBehindSet = false;
        while (m_at < m_source.size() && m_source[m_at] != ']') {
            const bool isSet = isSetEscape(m_at);
            if (m_source[m_at] == '\\')
                escape(true);
            else
                classCharacter(isBehindSet);
            isBehindSet = isSet;
        }
        ++m_at;
        m_out += ']';
    }

    /// Whether `\s`, `\D`, `\p{…}` and the like are there: no end of a range.
    bool isSetEscape(size_t at) const {
        return m_source.substr(at).starts_with('\\') && at + 1 < m_source.size() &&
               std::string_view("sSdDwWpP").find(m_source[at + 1]) != std::string_view::npos;
    }

    void classCharacter(bool isBehindSet) {
        const char c = m_source[m_at];
        const bool isPlainHyphen = c == '-' && (isBehindSet || isSetEscape(m_at + 1));
        if (c == '[' || isPlainHyphen)
            m_out += '\\';
        m_out += c;
        ++m_at;
    }

    void escape(bool isInClass) {
        ++m_at;
        const char c = m_source[m_at++];
        switch (c) {
        case 's':
        case 'S': return space(c == 's', isInClass);
        case 'u': m_out += "\\x"; return; // and the braces follow
        case 'p':
        case 'P': return property(c);
        default: m_out += std::string("\\") + c;
        }
    }

    void space(bool isSpace, bool isInClass) {
        const std::string set(isSpace ? whiteSpaceSet : otherSet);
        m_out += isInClass ? set : "[" + set + "]";
    }

    // `{Lu}`, `{gc=Lu}`, `{sc=Greek}`
    void property(char kind) {
        const size_t end = m_source.find('}', m_at);
        const size_t equals = m_source.find('=', m_at);
        const size_t from = equals < end ? equals + 1 : m_at + 1;
        m_out += std::string("\\") + kind + "{" + std::string(m_source.substr(from, end + 1 - from));
        m_at = end + 1;
    }

    std::string_view m_source;
    size_t m_at = 0;
    std::vector<Flags> m_groups{Flags{}};
    std::string m_out;
};

} // namespace

std::string translatePattern(std::string_view source) {
    return Translator(source).translate();
}

} // namespace barre::runtime
