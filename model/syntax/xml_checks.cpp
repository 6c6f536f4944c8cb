#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/template_text.h"

#include <algorithm>
#include <optional>

namespace barre::syntax {

namespace {

using model::DiagnosticCode;

bool isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

bool startsName(char c) {
    return ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || c == '_' ||
           (static_cast<unsigned char>(c) >= 0x80 && c != TemplateText::mark);
}

bool continuesName(char c) {
    return startsName(c) || (c >= '0' && c <= '9') || c == '-' || c == '.' || c == ':';
}

/// Reads elements, comments, instructions and references; stops at the first mistake.
class XmlChecker {
public:
    XmlChecker(const TemplateText& source, std::vector<model::Diagnostic>& diagnostics)
        : m_source(source), m_text(source.text()), m_diagnostics(diagnostics) {}

    void check() {
        while (!atEnd())
            readItem();
        if (!m_failed && !m_open.empty())
            fail(m_open.back().begin, m_open.back().end,
                 "the element '" + nameOf(m_open.back()) + "' is not closed");
    }

private:
    struct Name {
        size_t begin, end;
    };

    bool atEnd() const { return m_failed || m_at >= m_text.size(); }
    char peek(size_t ahead = 0) const { return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0'; }
    bool startsWith(std::string_view prefix) const {
        return m_text.compare(m_at, prefix.size(), prefix) == 0;
    }
    std::string nameOf(Name name) const { return m_text.substr(name.begin, name.end - name.begin); }

    void fail(size_t begin, size_t end, std::string sentence) {
        if (!m_failed)
            m_diagnostics.push_back(model::makeDiagnostic(
                DiagnosticCode::InvalidXml, m_source.sourceRange(begin, std::min(end, m_text.size())),
                {std::move(sentence)}));
        m_failed = true;
    }

    void skipSpace() {
        while (isSpace(peek()))
            ++m_at;
    }

    void readItem() {
        if (startsWith("<!--"))
            return readUntil("-->", 4, "the comment is not closed");
        if (startsWith("<![CDATA["))
            return readUntil("]]>", 9, "the CDATA section is not closed");
        if (startsWith("<?"))
            return readInstruction();
        if (startsWith("</"))
            return readEndTag();
        if (peek() == '<')
            return readStartTag();
        if (peek() == '&')
            return readReference();
        ++m_at;
    }

    void readUntil(std::string_view end, size_t length, const char* sentence) {
        size_t begin = m_at;
        size_t found = m_text.find(end, m_at + length);
        if (found == std::string::npos)
            return fail(begin, begin + length, sentence);
        m_at = found + end.size();
    }

    void readInstruction() {
        size_t begin = m_at;
        m_at += 2;
        if (!readName("the target of a processing instruction is expected"))
            return;
        m_at = begin;
        readUntil("?>", 2, "the processing instruction is not closed");
    }

    std::optional<Name> readName(const char* sentence) {
        size_t begin = m_at;
        if (!startsName(peek())) {
            fail(begin, begin + 1, sentence);
            return std::nullopt;
        }
        while (m_at < m_text.size() && continuesName(peek()))
            ++m_at;
        return Name{begin, m_at};
    }

    void readStartTag() {
        ++m_at;
        std::optional<Name> name = readName("the name of an element is expected");
        if (!name)
            return;
        std::vector<std::string> attributes;
        for (;;) {
            bool hasSpace = isSpace(peek());
            skipSpace();
            if (atEnd())
                return fail(name->begin, name->end, "the tag is not closed");
            if (startsWith("/>")) {
                m_at += 2;
                return;
            }
            if (peek() == '>') {
                ++m_at;
                m_open.push_back(*name);
                return;
            }
            if (!hasSpace)
                return fail(m_at, m_at + 1, "white space or '>' is expected");
            readAttribute(attributes);
        }
    }

    void readAttribute(std::vector<std::string>& known) {
        std::optional<Name> name = readName("the name of an attribute is expected");
        if (!name)
            return;
        std::string text = nameOf(*name);
        const bool isNamespace = text == "xmlns" || text.starts_with("xmlns:");
        if (std::find(known.begin(), known.end(), text) != known.end())
            return fail(name->begin, name->end, "the attribute '" + text + "' is given twice");
        known.push_back(std::move(text));
        skipSpace();
        if (peek() != '=')
            return fail(m_at, m_at + 1, "'=' and a value are expected");
        ++m_at;
        skipSpace();
        char quote = peek();
        if (quote != '"' && quote != '\'')
            return fail(m_at, m_at + 1, "a quoted value is expected");
        size_t open = m_at++;
        while (!atEnd() && peek() != quote) {
            if (peek() == '<')
                return fail(m_at, m_at + 1, "'<' is not allowed in the value of an attribute");
            if (isNamespace && peek() == TemplateText::mark)
                return fail(name->begin, name->end, "the name of a namespace is written as it is");
            if (peek() == '&')
                readReference();
            else
                ++m_at;
        }
        if (atEnd())
            return fail(open, open + 1, "the value is not closed");
        ++m_at;
    }

    void readEndTag() {
        size_t begin = m_at;
        m_at += 2;
        std::optional<Name> name = readName("the name of an element is expected");
        if (!name)
            return;
        skipSpace();
        if (peek() != '>')
            return fail(m_at, m_at + 1, "'>' is expected");
        ++m_at;
        if (m_open.empty())
            return fail(begin, m_at, "there is no element to close");
        if (nameOf(m_open.back()) != nameOf(*name))
            return fail(begin, m_at, "'</" + nameOf(m_open.back()) + ">' is expected");
        m_open.pop_back();
    }

    void readReference() {
        size_t begin = m_at++;
        size_t end = m_at;
        while (end < m_text.size() && (continuesName(m_text[end]) || m_text[end] == '#'))
            ++end;
        std::string name = m_text.substr(m_at, end - m_at);
        bool isKnown = name == "amp" || name == "lt" || name == "gt" || name == "quot" || name == "apos" ||
                       (name.size() > 1 && name[0] == '#');
        if (!isKnown || end >= m_text.size() || m_text[end] != ';')
            return fail(begin, end, "'&' begins a reference such as '&amp;'");
        m_at = end + 1;
    }

    const TemplateText& m_source;
    const std::string& m_text;
    std::vector<model::Diagnostic>& m_diagnostics;
    std::vector<Name> m_open;
    size_t m_at = 0;
    bool m_failed = false;
};

} // namespace

void checkXml(const XmlTemplateExpr* expression, std::vector<model::Diagnostic>& diagnostics) {
    TemplateText text(expression->items());
    XmlChecker(text, diagnostics).check();
}

} // namespace barre::syntax
