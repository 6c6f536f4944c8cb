// Reading: content of documents and of templates.
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/xml_names.h"
#include "runtime/values/xml_text.h"

#include <algorithm>
#include <charconv>

namespace barre::runtime {
namespace {

/// Stands in the text of a template where a value is put into content; XML does not allow it in documents.
constexpr char insertionMark = '\x01';

/// `xml` and `xmlns`.
constexpr size_t predeclared = 2;

class Parser {
public:
    Parser(Heap& heap, const TypeInfo* attributeMap, std::string_view text,
           const std::vector<Value>* insertions = nullptr, const std::vector<XmlPrefix>& around = {})
        : m_heap(heap), m_attributeMap(attributeMap), m_text(text), m_insertions(insertions) {
        m_prefixes.push_back({"xml", std::string(xmlUri)});
        m_prefixes.push_back({"xmlns", std::string(xmlnsUri)});
        m_prefixes.insert(m_prefixes.end(), around.begin(), around.end());
        m_around = m_prefixes.size();
    }

    XmlParse parse() {
        if (m_text.starts_with("<?xml "))
            skipUntil("?>");
        std::vector<Xml*> items;
        content(items, 0);
        if (m_error.empty() && m_at < m_text.size())
            fail("unexpected end tag");
        if (!m_error.empty())
            return {nullptr, m_error};
        return {xmlSequence(m_heap, items), {}};
    }

private:
    bool fail(std::string message) {
        if (m_error.empty())
            m_error = std::move(message);
        return false;
    }
    bool looking(std::string_view text) const { return m_text.substr(m_at).starts_with(text); }
    bool skipUntil(std::string_view end) {
        const size_t found = m_text.find(end, m_at);
        if (found == std::string_view::npos)
            return fail("unexpected end of text, expected '" + std::string(end) + "'");
        m_at = found + end.size();
        return true;
    }
    void space() {
        while (m_at < m_text.size() &&
               (m_text[m_at] == ' ' || m_text[m_at] == '\t' || m_text[m_at] == '\n' || m_text[m_at] == '\r'))
            ++m_at;
    }

    std::string reference() {
        const size_t end = m_text.find(';', m_at);
        if (end == std::string_view::npos || end - m_at > 12) {
            fail("'&' without ';'");
            return {};
        }
        const std::string_view name = m_text.substr(m_at + 1, end - m_at - 1);
        m_at = end + 1;
        if (name == "lt")
            return "<";
        if (name == "gt")
            return ">";
        if (name == "amp")
            return "&";
        if (name == "quot")
            return "\"";
        if (name == "apos")
            return "'";
        if (name.starts_with('#'))
            return character(name.substr(1));
        fail("undeclared entity '" + std::string(name) + "'");
        return {};
    }

    // `65` or `x41`, one of the characters that XML allows.
    std::string character(std::string_view number) {
        const bool isHex = number.starts_with('x');
        number.remove_prefix(isHex);
        uint32_t code = 0;
        const auto read =
            std::from_chars(number.data(), number.data() + number.size(), code, isHex ? 16 : 10);
        const bool isControl = code < 0x20 && code != '\t' && code != '\n' && code != '\r';
        const bool isNumber = read.ec == std::errc() && read.ptr == number.data() + number.size();
        std::string text;
        if (!isNumber || isControl || code > 0x10FFFF || (code >= 0xD800 && code < 0xE000))
            fail("no such character");
        else
            appendCodePoint(text, code);
        return text;
    }

    void content(std::vector<Xml*>& items, int depth) {
        std::string text;
        const auto flush = [&] {
            if (!text.empty())
                items.push_back(xmlText(m_heap, text));
            text.clear();
        };
        while (m_at < m_text.size() && m_error.empty()) {
            if (m_text[m_at] == '&') {
                text += reference();
            } else if (m_text[m_at] == insertionMark && m_insertions) {
                flush();
                items.push_back(nextInsertion());
            } else if (looking("]]>")) {
                fail("']]>' in text");
            } else if (m_text[m_at] != '<') {
                const char c = m_text[m_at++];
                if (c == '\r') {
                    text += '\n';
                    m_at += m_at < m_text.size() && m_text[m_at] == '\n';
                } else {
                    text += c;
                }
            } else if (looking("</")) {
                break;
            } else if (looking("<![CDATA[")) {
                const size_t from = m_at += 9;
                if (skipUntil("]]>"))
                    text += m_text.substr(from, m_at - 3 - from);
            } else if (looking("<!DOCTYPE")) {
                skipUntil(">");
            } else {
                flush();
                if (Xml* item = markup(depth))
                    items.push_back(item);
            }
        }
        flush();
    }

    Xml* markup(int depth) {
        if (looking("<!--")) {
            const size_t from = m_at += 4;
            if (!skipUntil("-->"))
                return nullptr;
            const std::string_view text = m_text.substr(from, m_at - 3 - from);
            if (text.find("--") != std::string_view::npos || text.ends_with('-'))
                fail("'--' in a comment");
            return item(XmlKind::Comment, {}, text);
        }
        if (looking("<?")) {
            m_at += 2;
            const std::string target = name();
            space();
            const size_t from = m_at;
            if (!skipUntil("?>"))
                return nullptr;
            return item(XmlKind::ProcessingInstruction, target, m_text.substr(from, m_at - 2 - from));
        }
        return element(depth);
    }

    Xml* item(XmlKind kind, std::string name, std::string_view text) {
        Xml* result = m_heap.make<Xml>(Tag::Xml);
        result->kind = kind;
        result->name = std::move(name);
        result->text = text;
        return result;
    }

    std::string name() {
        const size_t from = m_at;
        while (m_at < m_text.size()) {
            const char c = m_text[m_at];
            const bool begins =
                ((c | 32) >= 'a' && (c | 32) <= 'z') || c == '_' || c == ':' || uint8_t(c) >= 0x80;
            const bool goesOn = (c >= '0' && c <= '9') || c == '-' || c == '.';
            if (!begins && !(goesOn && m_at > from))
                break;
            ++m_at;
        }
        if (from == m_at)
            fail("expected a name");
        return std::string(m_text.substr(from, m_at - from));
    }

    const XmlPrefix* declared(const std::string& prefix) {
        for (size_t i = m_prefixes.size(); i-- > 0;) {
            if (m_prefixes[i].prefix != prefix)
                continue;
            if (i >= predeclared && i < (prefix.empty() ? m_around : m_own))
                m_used.push_back(m_prefixes[i]);
            return &m_prefixes[i];
        }
        return nullptr;
    }

    std::string expanded(const std::string& name, bool isAttribute) {
        const size_t colon = name.find(':');
        const std::string prefix = colon == std::string::npos ? "" : name.substr(0, colon);
        if (prefix.empty() && isAttribute)
            return name == "xmlns" ? "{" + std::string(xmlnsUri) + "}xmlns" : name;
        if (const XmlPrefix* found = declared(prefix)) {
            const std::string local = prefix.empty() ? name : name.substr(colon + 1);
            return found->uri.empty() ? local : "{" + found->uri + "}" + local;
        }
        if (!prefix.empty())
            fail("undeclared prefix '" + prefix + "'");
        return name;
    }

    std::string attributeValue() {
        space();
        if (m_at >= m_text.size() || m_text[m_at++] != '=') {
            fail("expected '='");
            return {};
        }
        space();
        const char quote = m_at < m_text.size() ? m_text[m_at++] : 0;
        if (quote != '"' && quote != '\'') {
            fail("expected a quoted value");
            return {};
        }
        std::string value;
        while (m_at < m_text.size() && m_text[m_at] != quote && m_error.empty()) {
            if (m_text[m_at] == '&')
                value += reference();
            else if (m_text[m_at] == '<')
                fail("'<' in the value of an attribute");
            else
                value += attributeCharacter();
        }
        if (m_at < m_text.size())
            ++m_at;
        else
            fail("unexpected end of text in the value of an attribute");
        return value;
    }

    // White space is a space there, the end of a line one of them.
    char attributeCharacter() {
        const char c = m_text[m_at++];
        if (c == '\r' && m_at < m_text.size() && m_text[m_at] == '\n')
            ++m_at;
        return c == '\t' || c == '\n' || c == '\r' ? ' ' : c;
    }

    // The prefixes that the names here use are declared here, wherever that has been done, so that they stay
    // when the element is taken out; and so is the default namespace from around the text.
    Mapping* attributesOf(const std::vector<std::pair<std::string, std::string>>& raw) {
        std::vector<std::pair<std::string, std::string>> all;
        for (const auto& [key, value] : raw)
            all.emplace_back(expanded(key, true), value);
        Mapping* attributes = makeMap(m_heap, m_attributeMap);
        for (const XmlPrefix& used : m_used) {
            const std::string key =
                "{" + std::string(xmlnsUri) + "}" + (used.prefix.empty() ? "xmlns" : used.prefix);
            put(m_heap, attributes, makeString(m_heap, key), stringValue(m_heap, used.uri));
            m_prefixes.push_back(used);
        }
        for (const auto& [name, value] : all) {
            String* key = makeString(m_heap, name);
            if (find(attributes, key->view()))
                fail("attribute '" + std::string(localOf(name)) + "' is given twice");
            put(m_heap, attributes, key, stringValue(m_heap, value));
        }
        return attributes;
    }

    Xml* element(int depth) {
        if (depth > 1000) {
            fail("elements are nested too deeply");
            return nullptr;
        }
        ++m_at;
        const std::string tag = name();
        const size_t before = m_prefixes.size();
        std::vector<std::pair<std::string, std::string>> raw;
        for (space(); m_error.empty() && m_at < m_text.size() && m_text[m_at] != '>' && m_text[m_at] != '/';
             space()) {
            std::string key = name();
            std::string value = attributeValue();
            if (key == "xmlns")
                m_prefixes.push_back({"", value});
            else if (key.starts_with("xmlns:"))
                m_prefixes.push_back({key.substr(6), value});
            raw.emplace_back(std::move(key), std::move(value));
        }
        m_used.clear();
        m_own = before;
        const std::string full = expanded(tag, false);
        Mapping* attributes = attributesOf(raw);
        Xml* result = xmlElement(m_heap, full, attributes, {});
        if (looking("/>")) {
            m_at += 2;
        } else if (m_at < m_text.size() && m_text[m_at] == '>') {
            ++m_at;
            content(result->items, depth + 1);
            result->items = XmlItems(xmlSequence(m_heap, result->items)).copy();
            endTag(tag);
        } else {
            fail("expected '>'");
        }
        m_prefixes.resize(before);
        return m_error.empty() ? result : nullptr;
    }

    void endTag(const std::string& tag) {
        if (!looking("</")) {
            fail("expected '</" + tag + ">'");
            return;
        }
        m_at += 2;
        if (name() != tag)
            fail("expected '</" + tag + ">'");
        space();
        if (m_at >= m_text.size() || m_text[m_at++] != '>')
            fail("expected '>'");
    }

    Xml* nextInsertion() {
        ++m_at;
        const Value& value = (*m_insertions)[m_nextInsertion++];
        return value.is(Tag::Xml) ? value.as<Xml>() : xmlText(m_heap, toText(value));
    }

    Heap& m_heap;
    const TypeInfo* m_attributeMap;
    std::string_view m_text;
    const std::vector<Value>* m_insertions;
    size_t m_nextInsertion = 0;
    size_t m_at = 0;
    std::string m_error;
    std::vector<XmlPrefix> m_prefixes;
    size_t m_around = 0;           ///< so many prefixes are declared around the text
    size_t m_own = 0;              ///< so many are declared around the element
    std::vector<XmlPrefix> m_used; ///< of these the ones that its names need
};

} // namespace

namespace {

/// Where in a template's text a value stands.
enum class TemplatePlace { Content, Attribute, Raw };

TemplatePlace placeBehind(std::string_view text) {
    TemplatePlace place = TemplatePlace::Content;
    char quote = 0;
    bool inTag = false;
    for (size_t i = 0; i < text.size(); ++i) {
        if (place == TemplatePlace::Raw) {
            if (text.substr(i).starts_with("-->") || text.substr(i).starts_with("?>") ||
                text.substr(i).starts_with("]]>"))
                place = TemplatePlace::Content;
        } else if (quote) {
            if (text[i] == quote)
                quote = 0;
        } else if (inTag) {
            if (text[i] == '"' || text[i] == '\'')
                quote = text[i];
            else if (text[i] == '>')
                inTag = false;
        } else if (text[i] == '<') {
            const std::string_view rest = text.substr(i);
            if (rest.starts_with("<!--") || rest.starts_with("<?") || rest.starts_with("<![CDATA["))
                place = TemplatePlace::Raw;
            else
                inTag = true;
        }
    }
    return quote ? TemplatePlace::Attribute : place;
}

} // namespace

XmlParse parseXmlTemplate(Heap& heap, const TypeInfo* attributeMap, const XmlTemplate& parts) {
    const auto& [namespaces, strings, values] = parts;
    std::string text(strings.front());
    std::vector<Value> insertions;
    for (size_t i = 0; i < values.size(); ++i) {
        const TemplatePlace place = placeBehind(text);
        if (place == TemplatePlace::Content) {
            text += insertionMark;
            insertions.push_back(values[i]);
        } else if (place == TemplatePlace::Attribute) {
            escape(text, toText(values[i]), true);
        } else {
            text += toText(values[i]);
        }
        text += strings[i + 1];
    }
    return Parser(heap, attributeMap, text, &insertions, namespaces).parse();
}

XmlParse parseXml(Heap& heap, const TypeInfo* attributeMap, std::string_view text) {
    return Parser(heap, attributeMap, text).parse();
}

} // namespace barre::runtime
