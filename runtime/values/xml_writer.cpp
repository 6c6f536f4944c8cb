// The text of xml values, with the namespace declarations that make it readable as the same names again.
#include "runtime/values/depth.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/xml_names.h"
#include "runtime/values/xml_text.h"

#include <algorithm>

namespace barre::runtime {

void escape(std::string& out, std::string_view text, bool isAttribute) {
    for (const char c : text) {
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += isAttribute ? "&quot;" : "\""; break;
        case '\t': out += isAttribute ? "&#x9;" : "\t"; break;
        case '\n': out += isAttribute ? "&#xA;" : "\n"; break;
        case '\r': out += "&#xD;"; break;
        default: out += c;
        }
    }
}

namespace {

std::string prefixed(const std::string& prefix, std::string_view local) {
    return prefix.empty() ? std::string(local) : prefix + ":" + std::string(local);
}

class Writer {
public:
    std::string out;

    void write(const Xml* xml) {
        switch (xml->kind) {
        case XmlKind::Sequence:
            for (const Xml* item : xml->items)
                write(item);
            break;
        case XmlKind::Element: element(xml); break;
        case XmlKind::Text: escape(out, xml->text, false); break;
        case XmlKind::Comment: out += "<!--" + xml->text + "-->"; break;
        case XmlKind::ProcessingInstruction: out += "<?" + xml->name + " " + xml->text + "?>"; break;
        }
    }

private:
    /// What the start tag of an element declares.
    struct StartTag {
        size_t around; ///< so many prefixes are declared by the elements around
        std::string declarations = {};
    };

    void element(const Xml* xml) {
        const Depth depth(m_depth);
        StartTag tag{m_prefixes.size()};
        if (xml->attributes)
            ownDeclarations(xml->attributes, tag);
        const std::string name = elementName(xml->name, tag);
        const std::string attributes = xml->attributes ? attributesText(xml->attributes, tag) : std::string();
        out += "<" + name + tag.declarations + attributes;
        if (xml->items.empty()) {
            out += "/>";
        } else {
            out += ">";
            for (const Xml* item : xml->items)
                write(item);
            out += "</" + name + ">";
        }
        m_prefixes.resize(tag.around);
    }

    // `xmlns:p="uri"` is an attribute named `{http://www.w3.org/2000/xmlns/}p`. What the elements around say
    // in the same words is said once.
    void ownDeclarations(Mapping* attributes, StartTag& tag) {
        for (FieldCursor field(attributes); field.next();) {
            const std::string_view key = field.key()->view();
            if (uriOf(key) != xmlnsUri)
                continue;
            const std::string prefix(localOf(key) == "xmlns" ? "" : localOf(key));
            const std::string uri(field.value().string()->view());
            const XmlPrefix* known = meaningOf(prefix, tag.around);
            if (known && known->uri == uri)
                m_prefixes.push_back({prefix, uri});
            else
                declare(prefix, uri, tag);
        }
    }

    void declare(const std::string& prefix, const std::string& uri, StartTag& tag) {
        m_prefixes.push_back({prefix, uri});
        tag.declarations += prefix.empty() ? " xmlns=\"" : " xmlns:" + prefix + "=\"";
        escape(tag.declarations, uri, true);
        tag.declarations += '"';
    }

    /// What a prefix stands for by the first `count` declarations; null: for nothing.
    const XmlPrefix* meaningOf(std::string_view prefix, size_t count) const {
        for (size_t i = count; i-- > 0;)
            if (m_prefixes[i].prefix == prefix)
                return &m_prefixes[i];
        return nullptr;
    }

    const XmlPrefix* meaningOf(std::string_view prefix) const { return meaningOf(prefix, m_prefixes.size()); }

    /// The prefix, not the default one, that stands for a namespace here.
    const XmlPrefix* prefixFor(std::string_view uri) const {
        const auto found = std::find_if(m_prefixes.rbegin(), m_prefixes.rend(), [&](const XmlPrefix& known) {
            return !known.prefix.empty() && known.uri == uri && meaningOf(known.prefix) == &known;
        });
        return found == m_prefixes.rend() ? nullptr : &*found;
    }

    std::string elementName(std::string_view name, StartTag& tag) {
        const std::string uri(uriOf(name));
        const std::string local(localOf(name));
        if (uri == xmlUri)
            return prefixed("xml", local);
        const XmlPrefix* byDefault = meaningOf("");
        if (uri == (byDefault ? byDefault->uri : ""))
            return local;
        const bool declaresDefault = byDefault && byDefault >= m_prefixes.data() + tag.around;
        if (!uri.empty()) {
            if (const XmlPrefix* known = prefixFor(uri))
                return prefixed(known->prefix, local);
            if (declaresDefault)
                return prefixed(newPrefix(uri, tag), local);
        }
        if (!declaresDefault)
            declare("", uri, tag);
        return local;
    }

    std::string newPrefix(const std::string& uri, StartTag& tag) {
        std::string prefix;
        do
            prefix = "ns" + std::to_string(++m_made);
        while (meaningOf(prefix));
        declare(prefix, uri, tag);
        return prefix;
    }

    std::string attributeName(std::string_view name, StartTag& tag) {
        const std::string uri(uriOf(name));
        if (uri.empty())
            return std::string(localOf(name));
        if (uri == xmlUri)
            return prefixed("xml", localOf(name));
        const XmlPrefix* known = prefixFor(uri);
        return prefixed(known ? known->prefix : newPrefix(uri, tag), localOf(name));
    }

    std::string attributesText(Mapping* attributes, StartTag& tag) {
        std::string text;
        for (FieldCursor field(attributes); field.next();) {
            const std::string_view key = field.key()->view();
            if (uriOf(key) == xmlnsUri)
                continue;
            text += " " + attributeName(key, tag) + "=\"";
            escape(text, field.value().string()->view(), true);
            text += '"';
        }
        return text;
    }

    std::vector<XmlPrefix> m_prefixes; ///< the innermost last
    int m_made = 0;
    int m_depth = 0;
};

} // namespace

std::string xmlToString(const Xml* xml) {
    Writer writer;
    writer.write(xml);
    return std::move(writer.out);
}

} // namespace barre::runtime
