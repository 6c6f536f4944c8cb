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
    struct StartTag {
        size_t around;                 ///< so many prefixes are declared by the elements around
        std::string declarations = {}; ///< of what none of its attributes declares
    };

    void element(const Xml* xml) {
        const Depth depth(m_depth);
        StartTag tag{m_prefixes.size()};
        if (xml->attributes)
            ownDeclarations(xml->attributes);
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

    // `xmlns:p="uri"` is an attribute named `{http://www.w3.org/2000/xmlns/}p`.
    void ownDeclarations(Mapping* attributes) {
        for (FieldCursor field(attributes); field.next();)
            if (uriOf(field.key()->view()) == xmlnsUri)
                m_prefixes.push_back(
                    {declaredPrefix(field.key()->view()), std::string(field.value().string()->view())});
    }

    static std::string declaredPrefix(std::string_view name) {
        return std::string(localOf(name) == "xmlns" ? "" : localOf(name));
    }

    void declare(const std::string& prefix, const std::string& uri, StartTag& tag) {
        m_prefixes.push_back({prefix, uri});
        tag.declarations += attributeText(prefix.empty() ? "xmlns" : "xmlns:" + prefix, uri);
    }

    static std::string attributeText(const std::string& name, std::string_view value) {
        std::string text = " " + name + "=\"";
        escape(text, value, true);
        return text + '"';
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
        if (uri == xmlnsUri)
            return declaredPrefix(name).empty() ? "xmlns" : prefixed("xmlns", localOf(name));
        const XmlPrefix* known = prefixFor(uri);
        return prefixed(known ? known->prefix : newPrefix(uri, tag), localOf(name));
    }

    /// What the elements around declare in the same words is said once.
    bool isSaid(std::string_view name, std::string_view value, const StartTag& tag) const {
        if (uriOf(name) != xmlnsUri)
            return false;
        const XmlPrefix* around = meaningOf(declaredPrefix(name), tag.around);
        return around && around->uri == value;
    }

    std::string attributesText(Mapping* attributes, StartTag& tag) {
        std::string text;
        for (FieldCursor field(attributes); field.next();) {
            const std::string_view key = field.key()->view(), value = field.value().string()->view();
            if (!isSaid(key, value, tag))
                text += attributeText(attributeName(key, tag), value);
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
