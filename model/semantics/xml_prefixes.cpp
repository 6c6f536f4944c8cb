#include "model/semantics/xml_prefixes.h"

namespace barre::model {

namespace {

/// Reads tags; keeps its place between the texts around interpolations.
class TagReader {
public:
    explicit TagReader(XmlPrefixes& result) : m_result(result) {}

    void read(std::string_view text, uint32_t begin) {
        m_text = text;
        m_begin = begin;
        m_at = 0;
        while (m_at < text.size())
            m_isInTag ? readInTag() : readContent();
    }

private:
    void readContent() {
        const size_t open = m_text.find('<', m_at);
        m_at = open == std::string_view::npos ? m_text.size() : open + 1;
        const std::string_view rest = m_text.substr(std::min(m_at, m_text.size()));
        if (open == std::string_view::npos)
            return;
        if (rest.starts_with("!--"))
            return skipBehind("-->");
        if (rest.starts_with("?"))
            return skipBehind("?>");
        m_at += rest.starts_with("/");
        m_isInTag = true;
        readName();
    }

    void readInTag() {
        const char c = m_text[m_at];
        if (m_quote) {
            const size_t close = m_text.find(m_quote, m_at);
            m_at = close == std::string_view::npos ? m_text.size() : close + 1;
            if (close != std::string_view::npos)
                m_quote = 0;
        } else if (c == '"' || c == '\'') {
            m_quote = c;
            ++m_at;
        } else if (c == '>') {
            m_isInTag = false;
            ++m_at;
        } else if (isNameEnd(c)) {
            ++m_at;
        } else {
            readName();
        }
    }

    void readName() {
        const size_t from = m_at;
        while (m_at < m_text.size() && !isNameEnd(m_text[m_at]) && m_text[m_at] != '>')
            ++m_at;
        const std::string_view name = m_text.substr(from, m_at - from);
        const size_t colon = name.find(':');
        if (colon == std::string_view::npos)
            return;
        const std::string prefix(name.substr(0, colon));
        if (prefix == "xmlns")
            m_result.declared.emplace(name.substr(colon + 1));
        else if (prefix != "xml")
            m_result.used.push_back({prefix, {m_begin + uint32_t(from), m_begin + uint32_t(from + colon)}});
    }

    void skipBehind(std::string_view end) {
        const size_t found = m_text.find(end, m_at);
        m_at = found == std::string_view::npos ? m_text.size() : found + end.size();
    }

    static bool isNameEnd(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '=' || c == '/';
    }

    XmlPrefixes& m_result;
    std::string_view m_text;
    uint32_t m_begin = 0; ///< of the text in the file
    size_t m_at = 0;
    bool m_isInTag = false;
    char m_quote = 0;
};

} // namespace

XmlPrefixes xmlPrefixes(const syntax::XmlTemplateExpr* expr) {
    XmlPrefixes result;
    TagReader reader(result);
    for (const syntax::TemplateItem* item : expr->items())
        if (const auto* text = syntax::TemplateString::cast(item))
            reader.read(text->content()->text(), text->content()->range().begin);
    return result;
}

} // namespace barre::model
