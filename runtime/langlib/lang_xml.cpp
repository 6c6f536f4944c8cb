#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/depth.h"
#include "runtime/values/xml_text.h"

namespace barre::runtime {
namespace {

Xml* self(NativeCall& call) {
    return call.arg(0).as<Xml>();
}

NativeResult giveXml(NativeCall& call, Xml* xml) {
    return call.give(Value::of(xml));
}

NativeResult giveItems(NativeCall& call, const std::vector<Xml*>& items) {
    return giveXml(call, xmlSequence(call.heap(), items));
}

// A string stands for text.
Xml* asXml(NativeCall& call, const Value& value) {
    return value.isString() ? xmlText(call.heap(), value.string()->view()) : value.as<Xml>();
}

NativeResult length(NativeCall& call) {
    return call.give(Value::of(int64_t(XmlItems(self(call)).size())));
}

NativeResult outOfRange(NativeCall& call, int64_t index) {
    return call.panic("{ballerina/lang.xml}XMLOperationError",
                      "xml sequence index out of range. Length: '" +
                          std::to_string(XmlItems(self(call)).size()) + "' requested: '" +
                          std::to_string(index) + "'");
}

NativeResult getItem(NativeCall& call) {
    const XmlItems items(self(call));
    const int64_t index = call.arg(1).integer;
    if (index < 0 || index >= int64_t(items.size()))
        return outOfRange(call, index);
    return giveXml(call, items[size_t(index)]);
}

NativeResult concatAll(NativeCall& call) {
    const List* list = call.arg(0).list();
    std::vector<Xml*> parts;
    for (uint32_t i = 0; i < list->length; ++i)
        parts.push_back(asXml(call, list->at(i)));
    return giveItems(call, parts);
}

NativeResult getName(NativeCall& call) {
    return call.giveString(self(call)->name);
}
NativeResult setName(NativeCall& call) {
    if (self(call)->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    self(call)->name = call.text(1);
    return call.giveNil();
}
NativeResult getAttributes(NativeCall& call) {
    return call.give(Value::of(self(call)->attributes));
}
NativeResult getChildren(NativeCall& call) {
    return giveItems(call, self(call)->items);
}

NativeResult setChildren(NativeCall& call) {
    if (self(call)->isReadonly())
        return panicWith(call, readonlyFailure(call.arg(0)));
    Xml* children = xmlSequence(call.heap(), {asXml(call, call.arg(1))});
    std::vector<Xml*> pending = XmlItems(children).copy();
    // An element must not end up inside of itself.
    while (!pending.empty()) {
        Xml* item = pending.back();
        pending.pop_back();
        if (item == self(call))
            return call.panic("{ballerina/lang.xml}XMLOperationError", "cycle detected in xml");
        pending.insert(pending.end(), item->items.begin(), item->items.end());
    }
    self(call)->items = XmlItems(children).copy();
    call.heap().wroteAll(self(call));
    return call.giveNil();
}

void addDescendants(const Xml* element, std::vector<Xml*>& out, int& level) {
    const Depth depth(level);
    for (Xml* child : element->items) {
        out.push_back(child);
        if (child->kind == XmlKind::Element)
            addDescendants(child, out, level);
    }
}

NativeResult getDescendants(NativeCall& call) {
    std::vector<Xml*> items;
    int level = 0;
    addDescendants(self(call), items, level);
    return giveItems(call, items);
}

void addText(const Xml* xml, std::string& out, int& level) {
    const Depth depth(level);
    if (xml->kind == XmlKind::Text)
        out += xml->text;
    for (const Xml* item : xml->items)
        addText(item, out, level);
}

NativeResult data(NativeCall& call) {
    std::string text;
    int level = 0;
    addText(self(call), text, level);
    return call.giveString(text);
}

NativeResult getContent(NativeCall& call) {
    return call.giveString(self(call)->text);
}

NativeResult createElement(NativeCall& call) {
    Mapping* attributes = makeMap(call.heap(), call.vm().typeTable().stringMap());
    if (call.arg(1).isMapping())
        for (FieldCursor field(call.arg(1).mapping()); field.next();)
            put(call.heap(), attributes, field.key(), field.value());
    std::vector<Xml*> children;
    if (!call.arg(2).isAbsent())
        children = XmlItems(call.arg(2).as<Xml>()).copy();
    return giveXml(call, xmlElement(call.heap(), call.text(0), attributes, children));
}

Xml* newItem(NativeCall& call, XmlKind kind, std::string_view name, std::string_view text) {
    Xml* item = call.heap().make<Xml>(Tag::Xml);
    item->kind = kind;
    item->name = name;
    item->text = text;
    return item;
}

NativeResult createProcessingInstruction(NativeCall& call) {
    return giveXml(call, newItem(call, XmlKind::ProcessingInstruction, call.text(0), call.text(1)));
}
NativeResult createComment(NativeCall& call) {
    return giveXml(call, newItem(call, XmlKind::Comment, {}, call.text(0)));
}
NativeResult createText(NativeCall& call) {
    return giveXml(call, xmlText(call.heap(), call.text(0)));
}

NativeResult slice(NativeCall& call) {
    const XmlItems items(self(call));
    const int64_t from = call.arg(1).integer;
    const int64_t to = call.argOr(2, Value::of(int64_t(items.size()))).integer;
    if (from < 0 || to > int64_t(items.size()) || from > to)
        return outOfRange(call, from < 0 ? from : to);
    return giveItems(call, {items.begin() + from, items.begin() + to});
}

bool isSpace(const Xml* item) {
    return item->text.find_first_not_of(" \t\r\n") == std::string::npos;
}

NativeResult strip(NativeCall& call) {
    std::vector<Xml*> kept;
    for (Xml* item : XmlItems(self(call)))
        if (item->kind == XmlKind::Element || (item->kind == XmlKind::Text && !isSpace(item)))
            kept.push_back(item);
    return giveItems(call, kept);
}

bool isNamed(const Xml* element, const Value& name) {
    return !name.isString() || element->name == name.string()->view();
}

std::vector<Xml*> childrenOf(Xml* xml) {
    std::vector<Xml*> children;
    for (Xml* item : XmlItems(xml))
        children.insert(children.end(), item->items.begin(), item->items.end());
    return children;
}

NativeResult giveElements(NativeCall& call, const std::vector<Xml*>& items) {
    std::vector<Xml*> kept;
    for (Xml* item : items)
        if (item->kind == XmlKind::Element && isNamed(item, call.arg(1)))
            kept.push_back(item);
    return giveItems(call, kept);
}

NativeResult elements(NativeCall& call) {
    return giveElements(call, XmlItems(self(call)).copy());
}
NativeResult children(NativeCall& call) {
    return giveItems(call, childrenOf(self(call)));
}
NativeResult elementChildren(NativeCall& call) {
    return giveElements(call, childrenOf(self(call)));
}

NativeResult text(NativeCall& call) {
    std::string joined;
    for (const Xml* item : XmlItems(self(call)))
        if (item->kind == XmlKind::Text)
            joined += item->text;
    return giveXml(call, xmlText(call.heap(), joined));
}

NativeResult fromString(NativeCall& call) {
    const XmlParse parsed = parseXml(call.heap(), call.vm().typeTable().stringMap(), call.text(0));
    return parsed.xml ? giveXml(call, parsed.xml) : call.giveError("failed to parse xml: " + parsed.error);
}

// ---- what templates and navigation compile to. Names are the arguments behind the sequence: `a`, `{uri}a`,
// `{uri}*` or `*`.
bool matches(NativeCall& call, const Xml* element) {
    if (element->kind != XmlKind::Element)
        return false;
    for (uint32_t i = 1; i < call.count; ++i) {
        const std::string_view name = call.text(i);
        if (name == "*" || name == element->name)
            return true;
        if (name.ends_with("}*") &&
            std::string_view(element->name).starts_with(name.substr(0, name.size() - 1)))
            return true;
    }
    return false;
}

NativeResult giveMatching(NativeCall& call, const std::vector<Xml*>& items) {
    std::vector<Xml*> kept;
    for (Xml* item : items)
        if (matches(call, item))
            kept.push_back(item);
    return giveItems(call, kept);
}

NativeResult filterNamed(NativeCall& call) {
    return giveMatching(call, XmlItems(self(call)).copy());
}
NativeResult childrenNamed(NativeCall& call) {
    return giveMatching(call, childrenOf(self(call)));
}
NativeResult descendantsNamed(NativeCall& call) {
    std::vector<Xml*> all;
    int level = 0;
    for (const Xml* item : XmlItems(self(call)))
        addDescendants(item, all, level);
    return giveMatching(call, all);
}

NativeResult concatTwo(NativeCall& call) {
    return giveItems(call, {asXml(call, call.arg(0)), asXml(call, call.arg(1))});
}

NativeResult xmlTemplate(NativeCall& call) {
    XmlTemplate parts;
    uint32_t at = 0;
    for (; !call.arg(at).isNil(); at += 2)
        parts.namespaces.push_back({std::string(call.text(at)), std::string(call.text(at + 1))});
    parts.strings.push_back(call.text(++at));
    for (++at; at < call.count; at += 2) {
        parts.values.push_back(call.arg(at));
        parts.strings.push_back(call.text(at + 1));
    }
    const XmlParse parsed = parseXmlTemplate(call.heap(), call.vm().typeTable().stringMap(), parts);
    return parsed.xml ? giveXml(call, parsed.xml)
                      : call.panic("{ballerina/lang.xml}XMLOperationError", parsed.error);
}

std::string_view kindName(XmlKind kind) {
    switch (kind) {
    case XmlKind::Sequence: return "sequence";
    case XmlKind::Element: return "element";
    case XmlKind::Text: return "text";
    case XmlKind::ProcessingInstruction: return "pi";
    case XmlKind::Comment: return "comment";
    }
    return {};
}

// x.name and x?.name: the attribute of a single element; the empty sequence has none.
NativeResult attribute(NativeCall& call, bool isOptional) {
    const Xml* element = self(call);
    if (element->kind == XmlKind::Sequence && element->items.empty())
        return isOptional ? call.giveNil()
                          : giveErrorNamed(call, "{ballerina/lang.xml}XMLOperationError",
                                           "empty xml sequence has no attributes");
    if (element->kind != XmlKind::Element)
        return giveErrorNamed(call, "{ballerina/lang.xml}XMLOperationError",
                              "invalid xml attribute access on xml " + std::string(kindName(element->kind)));
    if (const Value* found = find(element->attributes, call.arg(1).string()))
        return call.give(*found);
    if (isOptional)
        return call.giveNil();
    return giveErrorNamed(call, "{ballerina/lang.xml}XMLOperationError",
                          "attribute '" + std::string(call.text(1)) + "' not found");
}
NativeResult requiredAttribute(NativeCall& call) {
    return attribute(call, false);
}
NativeResult optionalAttribute(NativeCall& call) {
    return attribute(call, true);
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.xml:length", length},
    {"ballerina/lang.xml:get", getItem},
    {"ballerina/lang.xml:concat", concatAll},
    {"ballerina/lang.xml:getName", getName},
    {"ballerina/lang.xml:setName", setName},
    {"ballerina/lang.xml:getAttributes", getAttributes},
    {"ballerina/lang.xml:getChildren", getChildren},
    {"ballerina/lang.xml:setChildren", setChildren},
    {"ballerina/lang.xml:getDescendants", getDescendants},
    {"ballerina/lang.xml:data", data},
    {"ballerina/lang.xml:getTarget", getName},
    {"ballerina/lang.xml:getContent", getContent},
    {"ballerina/lang.xml:createElement", createElement},
    {"ballerina/lang.xml:createProcessingInstruction", createProcessingInstruction},
    {"ballerina/lang.xml:createComment", createComment},
    {"ballerina/lang.xml:createText", createText},
    {"ballerina/lang.xml:slice", slice},
    {"ballerina/lang.xml:strip", strip},
    {"ballerina/lang.xml:elements", elements},
    {"ballerina/lang.xml:children", children},
    {"ballerina/lang.xml:elementChildren", elementChildren},
    {"ballerina/lang.xml:text", text},
    {"ballerina/lang.xml:fromString", fromString},
    {"barre:xmlTemplate", xmlTemplate},
    {"barre:xmlConcat", concatTwo},
    {"barre:xmlFilter", filterNamed},
    {"barre:xmlChildren", children},
    {"barre:xmlChildElements", childrenNamed},
    {"barre:xmlDescendants", descendantsNamed},
    {"barre:xmlAttribute", requiredAttribute},
    {"barre:xmlOptionalAttribute", optionalAttribute},
};

} // namespace

std::span<const NativeRow> xmlNatives() {
    return rows;
}

} // namespace barre::runtime
