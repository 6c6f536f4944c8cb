// Reads once more a text that has turned out to be no JSON. That the mistake is told with the words and the
// columns of the reference matters to clients that see it: the first character of a number or a word counts
// twice there, and so does the end of the text.
#include "runtime/values/json_problem.h"

#include <algorithm>

namespace barre::runtime {
namespace {

constexpr int endOfText = -1;

bool isSpace(int c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

/// Leaves out digits at the beginning; false if there are none.
bool dropDigits(std::string_view& text) {
    const size_t count = size_t(std::find_if_not(text.begin(), text.end(), isDigit) - text.begin());
    text.remove_prefix(count);
    return count > 0;
}

bool isNumber(std::string_view text) {
    if (text.starts_with('-'))
        text.remove_prefix(1);
    if (text.size() > 1 && text[0] == '0' && isDigit(text[1]))
        return false;
    if (!dropDigits(text))
        return false;
    if (text.starts_with('.') && (text.remove_prefix(1), !dropDigits(text)))
        return false;
    if (text.empty() || (text[0] | 32) != 'e')
        return text.empty();
    text.remove_prefix(1);
    if (text.starts_with('+') || text.starts_with('-'))
        text.remove_prefix(1);
    return dropDigits(text) && text.empty();
}

bool isToken(std::string_view text) {
    return text == "true" || text == "false" || text == "null" || isNumber(text);
}

/// Where a value stands: that decides what may follow it, and how a wrong one is called.
enum class Place { Document, FirstMember, Member, Field };

class Explainer {
public:
    explicit Explainer(std::string_view text) : m_text(text) {}

    std::string explain() {
        if (value(Place::Document) && nextVisible() != endOfText)
            fail("input stream has already ended");
        return m_problem;
    }

private:
    bool fail(const std::string& problem) {
        m_problem = problem + " at line: " + std::to_string(m_line) + " column: " + std::to_string(m_column);
        return false;
    }
    bool failExpecting(const char* what) { return fail(std::string("expected ") + what); }

    /// Columns are counted in characters.
    int next() {
        const int c = m_at < m_text.size() ? uint8_t(m_text[m_at++]) : endOfText;
        if (c == '\n') {
            ++m_line;
            m_column = 0;
        } else if ((c & 0xC0) != 0x80 || c == endOfText) {
            ++m_column;
        }
        return c;
    }
    int nextVisible() {
        int c = next();
        while (isSpace(c))
            c = next();
        return c;
    }

    bool value(Place place) { return value(place, nextVisible()); }
    bool value(Place place, int c) {
        switch (c) {
        case '{': return object();
        case '[': return list();
        case '"': return string();
        default: break;
        }
        if (place == Place::Document && c == endOfText)
            return fail("empty JSON document");
        if (place == Place::Member && c == ']')
            return failExpecting("an array element");
        if (place == Place::Field && (c == ']' || c == '}'))
            return failExpecting("a field value");
        ++m_column;
        return token(place, c);
    }

    static bool endsToken(Place place, int c) {
        if (isSpace(c))
            return true;
        if (place == Place::Document)
            return c == endOfText;
        return c == ',' || c == ']' || (place == Place::Field && c == '}');
    }
    bool token(Place place, int c) {
        std::string text;
        for (; !endsToken(place, c); c = next()) {
            if (c == endOfText)
                return fail("unexpected end of input stream");
            text += char(c);
        }
        if (!isToken(text))
            return fail("unrecognized token '" + text + "'");
        m_follows = c;
        return true;
    }
    /// What comes after a value. A number or a word has taken it already.
    int following() {
        const int c = m_follows;
        m_follows = ' ';
        return isSpace(c) ? nextVisible() : c;
    }

    bool object() {
        int c = nextVisible();
        if (c == '}')
            return true;
        if (c != '"')
            return failExpecting("'\"' or '}'");
        for (;;) {
            if (!string())
                return false;
            if (nextVisible() != ':')
                return failExpecting("':'");
            if (!value(Place::Field))
                return false;
            c = following();
            if (c != ',')
                return c == '}' || failExpecting("',' or '}'");
            if (nextVisible() != '"')
                return failExpecting("'\"'");
        }
    }
    bool list() {
        int c = nextVisible();
        if (c == ']')
            return true;
        for (Place place = Place::FirstMember;; place = Place::Member, c = nextVisible()) {
            if (!value(place, c))
                return false;
            c = following();
            if (c != ',')
                return c == ']' || failExpecting("',' or ']'");
        }
    }

    bool string() {
        for (int c = next(); c != '"'; c = next())
            if (c == endOfText)
                return fail("unexpected end of the input stream");
            else if (c == '\\' && !escape())
                return false;
        return true;
    }
    bool escape() {
        const int c = next();
        if (c != 'u')
            return (c > 0 && std::string_view("\"\\/bfnrt").find(char(c)) != std::string_view::npos) ||
                   failExpecting("escaped characters");
        for (int i = 0; i < 4; ++i)
            if (const int digit = next();
                digit < 0 ||
                std::string_view("0123456789abcdefABCDEF").find(char(digit)) == std::string_view::npos)
                return failExpecting("the hexadecimal value of a unicode character");
        return true;
    }

    std::string_view m_text;
    size_t m_at = 0;
    int m_line = 1;
    int m_column = 0;
    int m_follows = ' ';
    std::string m_problem;
};

} // namespace

std::string problemOfJson(std::string_view text) {
    return Explainer(text).explain();
}

} // namespace barre::runtime
