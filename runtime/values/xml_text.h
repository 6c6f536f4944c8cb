#pragma once

#include "runtime/values/other_values.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime {

/// `==` on xml: the same items in order.
bool xmlEqual(const Xml* a, const Xml* b);
/// `===` on xml: the same items.
bool xmlIdentical(const Xml* a, const Xml* b);
/// The items of a sequence, or the item itself as a sequence of one; empty text has none. Looks at the value:
/// what is changed meanwhile needs a copy().
class XmlItems {
public:
    explicit XmlItems(Xml* xml) : m_xml(xml) {}
    size_t size() const {
        return isSequence() ? m_xml->items.size() : m_xml->kind != XmlKind::Text || !m_xml->text.empty();
    }
    bool empty() const { return size() == 0; }
    Xml* operator[](size_t index) const { return begin()[index]; }
    Xml* const* begin() const { return isSequence() ? m_xml->items.data() : &m_xml; }
    Xml* const* end() const { return begin() + size(); }
    std::vector<Xml*> copy() const { return {begin(), end()}; }

private:
    bool isSequence() const { return m_xml->kind == XmlKind::Sequence; }

    Xml* m_xml;
};
/// A sequence: adjacent text joined, nested sequences flattened, one item as itself.
Xml* xmlSequence(Heap& heap, const std::vector<Xml*>& parts);
/// Without characters it is the empty sequence.
Xml* xmlText(Heap& heap, std::string_view text);
Xml* xmlElement(Heap& heap, std::string_view name, Mapping* attributes, const std::vector<Xml*>& children);
/// As XML is written, with namespace declarations where they are needed.
std::string xmlToString(const Xml* xml);
/// What parsing gave: the items, or what is wrong.
struct XmlParse {
    Xml* xml = nullptr;
    std::string error;
};
/// Parses content: text, elements, comments, processing instructions. `attributeMap` is the type map<string>.
XmlParse parseXml(Heap& heap, const TypeInfo* attributeMap, std::string_view text);
/// What a prefix stands for; the default namespace has an empty one.
struct XmlPrefix {
    std::string prefix;
    std::string uri;
};
/// strings[0] values[0] strings[1] …; a value is xml or text, in content or in the value of an attribute.
struct XmlTemplate {
    std::vector<XmlPrefix> namespaces; ///< declared around it, the innermost last
    std::vector<std::string_view> strings;
    std::vector<Value> values;
};
XmlParse parseXmlTemplate(Heap& heap, const TypeInfo* attributeMap, const XmlTemplate& parts);

} // namespace barre::runtime
