#include "runtime/values/xml_text.h"

#include "runtime/values/depth.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/xml_names.h"

#include <algorithm>

namespace barre::runtime {

bool xmlIdentical(const Xml* a, const Xml* b) {
    if (a == b)
        return true;
    if (a->kind != b->kind)
        return false;
    if (a->kind == XmlKind::Text)
        return a->text == b->text;
    if (a->kind != XmlKind::Sequence || a->items.size() != b->items.size())
        return false;
    for (size_t i = 0; i < a->items.size(); ++i)
        if (!xmlIdentical(a->items[i], b->items[i]))
            return false;
    return true;
}

namespace {

bool equalAttributes(Mapping* a, Mapping* b) {
    if (!a || !b)
        return (!a || !a->length()) && (!b || !b->length());
    if (a->length() != b->length())
        return false;
    for (FieldCursor field(a); field.next();) {
        const Value* other = find(b, field.key());
        if (!other || !equal(field.value().string(), other->string()))
            return false;
    }
    return true;
}

bool equalItems(const Xml* a, const Xml* b, int& level) {
    const Depth depth(level);
    if (a->kind != b->kind || a->name != b->name || a->text != b->text || a->items.size() != b->items.size())
        return false;
    if (a->kind == XmlKind::Element && !equalAttributes(a->attributes, b->attributes))
        return false;
    for (size_t i = 0; i < a->items.size(); ++i)
        if (!equalItems(a->items[i], b->items[i], level))
            return false;
    return true;
}

} // namespace

bool xmlEqual(const Xml* a, const Xml* b) {
    int level = 0;
    return equalItems(a, b, level);
}

Xml* xmlText(Heap& heap, std::string_view text) {
    if (text.empty())
        return xmlSequence(heap, {});
    Xml* item = heap.make<Xml>(Tag::Xml);
    item->flags |= ReadonlyFlag;
    item->kind = XmlKind::Text;
    item->text = text;
    return item;
}

Xml* xmlSequence(Heap& heap, const std::vector<Xml*>& parts) {
    std::vector<Xml*> items;
    Xml* joined = nullptr; // text that nobody else has yet
    const auto add = [&](Xml* item) {
        const bool joins =
            item->kind == XmlKind::Text && !items.empty() && items.back()->kind == XmlKind::Text;
        if (!joins)
            return items.push_back(item);
        if (items.back() != joined)
            items.back() = joined = xmlText(heap, items.back()->text);
        joined->text += item->text;
    };
    for (Xml* part : parts)
        for (Xml* item : XmlItems(part))
            if (item->kind != XmlKind::Text || !item->text.empty())
                add(item);
    if (items.size() == 1)
        return items.front();
    Xml* sequence = heap.make<Xml>(Tag::Xml);
    sequence->flags |= std::all_of(items.begin(), items.end(), [](Xml* item) { return item->isReadonly(); })
                           ? ReadonlyFlag
                           : 0;
    sequence->items = std::move(items);
    return sequence;
}

Xml* xmlElement(Heap& heap, std::string_view name, Mapping* attributes, const std::vector<Xml*>& children) {
    Xml* element = heap.make<Xml>(Tag::Xml);
    element->kind = XmlKind::Element;
    element->name = name;
    element->attributes = attributes;
    element->items = children;
    return element;
}

// ---- writing
std::string_view uriOf(std::string_view name) {
    return name.starts_with('{') ? name.substr(1, name.find('}') - 1) : std::string_view();
}

std::string_view localOf(std::string_view name) {
    return name.starts_with('{') ? name.substr(name.find('}') + 1) : name;
}

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
    void element(const Xml* xml) {
        const Depth depth(m_depth);
        const size_t before = m_prefixes.size();
        if (xml->attributes)
            declarations(xml->attributes);
        std::string extra;
        const std::string name = nameOf(xml->name, false, xml->prefix, extra);
        out += "<" + name;
        if (xml->attributes)
            attributes(xml->attributes, before, extra);
        out += extra;
        if (xml->items.empty()) {
            out += "/>";
        } else {
            out += ">";
            for (const Xml* item : xml->items)
                write(item);
            out += "</" + name + ">";
        }
        m_prefixes.resize(before);
    }

    // `xmlns:p="uri"` is an attribute named `{http://www.w3.org/2000/xmlns/}p`.
    void declarations(Mapping* attributes) {
        for (FieldCursor field(attributes); field.next();)
            if (uriOf(field.key()->view()) == xmlnsUri) {
                std::string prefix(localOf(field.key()->view()));
                m_prefixes.push_back(
                    {prefix == "xmlns" ? "" : prefix, std::string(field.value().string()->view())});
            }
    }

    /// Whether the elements around, which have declared the first `count` prefixes, say the same: it is said
    /// once.
    bool isDeclaredAround(const std::string& prefix, std::string_view uri, size_t count) const {
        for (size_t i = count; i-- > 0;)
            if (m_prefixes[i].prefix == prefix)
                return m_prefixes[i].uri == uri;
        return false;
    }

    void attributes(Mapping* attributes, size_t declaredAround, std::string& extra) {
        for (FieldCursor field(attributes); field.next();) {
            const std::string_view key = field.key()->view();
            const std::string prefix(localOf(key) == "xmlns" ? "" : localOf(key));
            if (uriOf(key) == xmlnsUri &&
                isDeclaredAround(prefix, field.value().string()->view(), declaredAround))
                continue;
            out += ' ';
            if (uriOf(key) == xmlnsUri)
                out += localOf(key) == "xmlns" ? "xmlns" : "xmlns:" + std::string(localOf(key));
            else
                out += nameOf(key, true, {}, extra);
            out += "=\"";
            escape(out, field.value().string()->view(), true);
            out += '"';
        }
    }

    // `hint`: the prefix that the name was written with.
    std::string nameOf(std::string_view name, bool isAttribute, const std::string& hint, std::string& extra) {
        const std::string_view uri = uriOf(name);
        const std::string local(localOf(name));
        if (uri.empty())
            return local;
        if (uri == xmlUri)
            return "xml:" + local;
        for (size_t i = m_prefixes.size(); i-- > 0;)
            if (m_prefixes[i].uri == uri && !(isAttribute && m_prefixes[i].prefix.empty()))
                return m_prefixes[i].prefix.empty() ? local : m_prefixes[i].prefix + ":" + local;
        const std::string prefix = hint.empty() || isBound(hint) ? "ns" + std::to_string(m_made++) : hint;
        m_prefixes.push_back({prefix, std::string(uri)});
        extra += " xmlns:" + prefix + "=\"" + std::string(uri) + "\"";
        return prefix + ":" + local;
    }

    bool isBound(const std::string& prefix) const {
        return std::any_of(m_prefixes.begin(), m_prefixes.end(),
                           [&](const XmlPrefix& known) { return known.prefix == prefix; });
    }

    std::vector<XmlPrefix> m_prefixes;
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
