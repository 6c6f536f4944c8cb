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

std::string_view uriOf(std::string_view name) {
    return name.starts_with('{') ? name.substr(1, name.rfind('}') - 1) : std::string_view();
}

std::string_view localOf(std::string_view name) {
    return name.starts_with('{') ? name.substr(name.rfind('}') + 1) : name;
}

} // namespace barre::runtime
