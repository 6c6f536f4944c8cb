#include "model/syntax/regexp_checks.h"
#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/template_text.h"
#include "model/text/digits.h"
#include "model/text/utf8.h"

#include <algorithm>
#include <array>
#include <optional>

namespace barre::syntax {

namespace {

using model::DiagnosticCode;

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

bool isWord(char c) {
    return isDigit(c) || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_';
}

bool contains(std::string_view set, char c) {
    return set.find(c) != std::string_view::npos;
}

constexpr std::array<std::string_view, 37> generalCategories = {
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd", "Nl",
    "No", "S",  "Sm", "Sc", "Sk", "So", "P",  "Pc", "Pd", "Ps", "Pe", "Pi", "Pf",
    "Po", "Z",  "Zs", "Zl", "Zp", "C",  "Cc", "Cf", "Co", "Cn", "Cs"};

/// Reads by the grammar of regular expressions; stops at the first mistake.
class RegExpChecker {
public:
    explicit RegExpChecker(std::string_view text) : m_text(text) {}

    std::optional<RegExpProblem> check() {
        readDisjunction();
        if (!m_failed && !atEnd())
            fail(m_at, m_at + 1, "')' has no opening parenthesis");
        return std::move(m_problem);
    }

private:
    bool atEnd() const { return m_failed || m_at >= m_text.size(); }
    char peek(size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }

    void fail(size_t begin, size_t end, std::string sentence) {
        if (!m_failed)
            m_problem = RegExpProblem{begin, std::min(end, m_text.size()), std::move(sentence)};
        m_failed = true;
    }

    void readDisjunction() {
        if (++m_depth > 200)
            return fail(m_at, m_at, "it is nested too deeply");
        while (!atEnd() && peek() != ')') {
            if (peek() == '|')
                ++m_at;
            else
                readTerm();
        }
        --m_depth;
    }

    void readTerm() {
        char c = peek();
        if (c == '^' || c == '$') {
            ++m_at;
            return;
        }
        if (contains("*+?", c))
            return fail(m_at, m_at + 1, std::string("there is nothing before '") + c + "' to repeat");
        readAtom();
        readQuantifier();
    }

    void readAtom() {
        switch (peek()) {
        case '(': return readGroup();
        case '[': return readClass();
        case '\\': return readEscape(false);
        case ']':
        case '{':
        case '}': return fail(m_at, m_at + 1, std::string("'") + peek() + "' needs a backslash");
        default: ++m_at;
        }
    }

    void readGroup() {
        size_t open = m_at++;
        if (peek() == '?')
            readFlags();
        readDisjunction();
        if (peek() != ')' || atEnd())
            return fail(open, open + 1, "'(' has no closing parenthesis");
        ++m_at;
    }

    void readFlags() {
        size_t begin = m_at++;
        bool wasOff = false;
        for (; !atEnd() && peek() != ':'; ++m_at) {
            bool isOff = peek() == '-' && !wasOff;
            wasOff |= isOff;
            if (!isOff && !contains("msix", peek()))
                return fail(begin, m_at + 1, "flags are m, s, i and x, then ':'");
            if (contains(m_text.substr(begin, m_at - begin), peek()))
                return fail(begin, m_at + 1, std::string("the flag ") + peek() + " stands twice");
        }
        if (atEnd())
            return fail(begin, m_at, "flags are m, s, i and x, then ':'");
        ++m_at;
    }

    void readQuantifier() {
        if (atEnd())
            return;
        if (contains("*+?", peek()))
            ++m_at;
        else if (peek() == '{')
            readRepetition();
        else
            return;
        if (peek() == '?')
            ++m_at;
    }

    void readRepetition() {
        size_t begin = m_at++;
        size_t least = m_at;
        readDigits();
        std::string_view low = m_text.substr(least, m_at - least);
        std::string_view high = low;
        if (peek() == ',') {
            size_t most = ++m_at;
            readDigits();
            high = m_text.substr(most, m_at - most);
        }
        if (low.empty() || peek() != '}')
            return fail(begin, m_at + 1, "a repetition is {n}, {n,} or {n,m}");
        ++m_at;
        bool isOrdered =
            high.empty() || low.size() < high.size() || (low.size() == high.size() && low <= high);
        if (!isOrdered)
            fail(begin, m_at, "the least number of a repetition is greater than the most");
    }

    void readDigits() {
        while (isDigit(peek()))
            ++m_at;
    }

    void readClass() {
        size_t open = m_at++;
        if (peek() == '^')
            ++m_at;
        while (!atEnd() && peek() != ']')
            readClassRange();
        if (atEnd())
            return fail(open, open + 1, "'[' has no closing bracket");
        ++m_at;
    }

    void readClassRange() {
        size_t begin = m_at;
        std::optional<uint32_t> first = readClassAtom();
        bool isRange = peek() == '-' && peek(1) != ']' && m_at + 1 < m_text.size();
        if (!isRange || m_failed)
            return;
        ++m_at;
        std::optional<uint32_t> last = readClassAtom();
        if (first && last && *first > *last)
            fail(begin, m_at, "the range of characters is empty");
    }

    /// The character, unless it is a class of characters or an interpolation.
    std::optional<uint32_t> readClassAtom() {
        if (peek() == TemplateText::mark) {
            ++m_at;
            return std::nullopt;
        }
        if (peek() == '\\') {
            char c = peek(1);
            readEscape(true);
            return isWord(c) ? std::nullopt : std::optional<uint32_t>(static_cast<unsigned char>(c));
        }
        model::CodePoint codePoint = model::decodeUtf8(m_text, m_at);
        m_at += codePoint.length;
        return codePoint.value;
    }

    void readEscape(bool inClass) {
        size_t begin = m_at++;
        char c = peek();
        if (c == 'u')
            return readNumericEscape(begin);
        if (c == 'p' || c == 'P')
            return readProperty(begin);
        bool isValid = contains("rntdDsSwW^$\\.*+?()[]{}|", c) || (inClass && c == '-');
        if (!isValid || atEnd())
            return fail(begin, m_at + 1, "this escapes nothing that needs it");
        ++m_at;
    }

    void readNumericEscape(size_t begin) {
        size_t close = m_text.find('}', m_at);
        uint32_t value = 0;
        bool isValid = peek(1) == '{' && close != std::string::npos && close > m_at + 2;
        for (size_t i = m_at + 2; isValid && i < close; ++i) {
            int digit = model::hexDigitValue(m_text[i]);
            value = value * 16 + uint32_t(std::max(digit, 0));
            isValid = digit >= 0 && value <= 0x10FFFF;
        }
        if (!isValid || !model::isScalarValue(value))
            return fail(begin, m_at + 1, "\\u{…} needs the hexadecimal number of a code point");
        m_at = close + 1;
    }

    void readProperty(size_t begin) {
        size_t close = m_text.find('}', m_at);
        if (peek(1) != '{' || close == std::string::npos)
            return fail(begin, m_at + 1, "\\p needs a Unicode property in braces");
        std::string_view name = m_text.substr(m_at + 2, close - m_at - 2);
        m_at = close + 1;
        if (name.starts_with("sc=")) {
            name.remove_prefix(3);
            if (name.empty() || !std::all_of(name.begin(), name.end(), isWord))
                fail(begin, m_at, "this is not the name of a script");
            return;
        }
        if (name.starts_with("gc="))
            name.remove_prefix(3);
        if (std::find(generalCategories.begin(), generalCategories.end(), name) == generalCategories.end())
            fail(begin, m_at, "this is not a general category of Unicode");
    }

    std::string_view m_text;
    std::optional<RegExpProblem> m_problem;
    size_t m_at = 0;
    uint32_t m_depth = 0;
    bool m_failed = false;
};

} // namespace

void checkRegExp(const RegExpTemplateExpr* expression, std::vector<model::Diagnostic>& diagnostics) {
    TemplateText text(expression->items());
    if (auto problem = RegExpChecker(text.text()).check())
        diagnostics.push_back(model::makeDiagnostic(DiagnosticCode::InvalidRegExp,
                                                    text.sourceRange(problem->begin, problem->end),
                                                    {std::move(problem->sentence)}));
}

std::optional<RegExpProblem> regExpProblem(std::string_view text) {
    return RegExpChecker(text).check();
}

} // namespace barre::syntax
