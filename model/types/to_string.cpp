#include "model/types/to_string.h"

#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/type_memo.h"

#include <algorithm>
#include <bit>
#include <charconv>

namespace barre::types {

namespace {

/// How tightly a text binds, so that it can be bracketed where needed.
enum class Binding : uint8_t { Union, Intersection, Prefix, Postfix };

struct Text {
    std::string text;
    Binding binding = Binding::Postfix;
};

std::string quoted(std::string_view value) {
    std::string result = "\"";
    for (const char c : value) {
        switch (c) {
        case '"': result += "\\\""; break;
        case '\\': result += "\\\\"; break;
        case '\n': result += "\\n"; break;
        case '\r': result += "\\r"; break;
        case '\t': result += "\\t"; break;
        default: result += c;
        }
    }
    return result + "\"";
}

std::string floatText(double value) {
    char buffer[40];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value).ptr;
    std::string text(buffer, end);
    if (text.find_first_of(".en") == std::string::npos)
        text += ".0";
    return text == "nan"    ? "float:NaN"
           : text == "inf"  ? "float:Infinity"
           : text == "-inf" ? "-float:Infinity"
                            : text;
}

std::string valueText(const SingleValue& value) {
    struct Writer {
        std::string operator()(std::monostate) const { return "()"; }
        std::string operator()(bool v) const { return v ? "true" : "false"; }
        std::string operator()(int64_t v) const { return std::to_string(v); }
        std::string operator()(double v) const { return floatText(v); }
        std::string operator()(const DecimalText& v) const { return v.text + "d"; }
        std::string operator()(const std::string& v) const { return quoted(v); }
    };
    return std::visit(Writer{}, value);
}

/// So many types, within each other, have no text of their own but through `...`: text that holds every type
/// in every other would be endless for people and machines.
constexpr size_t mostTypes = 10000, mostTypesOfMessage = 40;

class Writer {
public:
    explicit Writer(TypeContext& context, size_t limit = mostTypes) : m_context(context), m_left(limit) {}
    Writer(TypeContext& context, const SemType& unnamed) : m_context(context), m_unnamed(unnamed) {}

    Text type(const SemType& type);

private:
    /// The name to write for a type, or an empty text.
    std::string_view nameOf(const SemType& type) const {
        return type == m_unnamed ? std::string_view() : m_context.env().nameOf(type);
    }
    Text part(const SemType& type, BasicType basicType);
    Text bddPart(BasicType basicType, const SemType& type);
    Text conjunction(BasicType basicType, const SemType& type);
    Text atomic(BasicType basicType, const SemType& type);
    Text ints(const SemType& type);
    Text strings(const SemType& type);
    Text values(const SemType& type, const char* top);
    Text xml(const SemType& type);
    Text list(const ListAtomicType& list);
    std::string arrayText(const ListAtomicType& list);
    bool isOpen(const SemType& type) const {
        return std::find(m_open.begin(), m_open.end(), type) != m_open.end();
    }
    Text mapping(const MappingAtomicType& mapping);
    Text function(const SemType& type);
    Text object(const ObjectAtomicType& object);
    Text table(const TableAtomicType& table);
    std::string signatureText(const FunctionSignature& signature);
    std::string memberText(const ObjectMember& member);
    std::string fieldText(const std::string& name, const Slot& slot);
    std::string bracketed(const SemType& type, Binding least);

    TypeContext& m_context;
    size_t m_left = mostTypes;   ///< types that may still be written out
    SemType m_unnamed;           ///< to be written out, even if it has a name
    std::vector<SemType> m_open; ///< being written: a recursive type without a name ends here
};

std::string join(const std::vector<std::string>& texts, const char* between) {
    std::string result;
    for (const std::string& text : texts)
        result += (result.empty() ? "" : between) + text;
    return result;
}

Text unionOf(std::vector<Text> texts) {
    if (texts.size() == 1)
        return texts.front();
    std::vector<std::string> parts;
    for (const Text& text : texts)
        parts.push_back(text.binding == Binding::Prefix ? "(" + text.text + ")" : text.text);
    return {join(parts, "|"), Binding::Union};
}

std::string Writer::bracketed(const SemType& t, Binding least) {
    const Text text = type(t);
    return text.binding < least ? "(" + text.text + ")" : text.text;
}

Text Writer::ints(const SemType& t) {
    const IntBounds bounds = *intBounds(t);
    const std::pair<const char*, std::pair<int, bool>> names[] = {
        {"byte", {8, false}},         {"int:Signed8", {8, true}},      {"int:Unsigned16", {16, false}},
        {"int:Signed16", {16, true}}, {"int:Unsigned32", {32, false}}, {"int:Signed32", {32, true}}};
    for (const auto& [name, width] : names)
        if (t == intWidth(m_context, width.first, width.second))
            return {name};
    if (bounds.isRange && bounds.max - bounds.min > 16)
        return {"int (" + std::to_string(bounds.min) + " ... " + std::to_string(bounds.max) + ")"};
    return values(t, "int");
}

/// Listed values, or the whole type without those.
Text Writer::values(const SemType& t, const char* top) {
    if (const auto listed = finiteValues(t)) {
        std::vector<Text> texts;
        for (const SingleValue& value : *listed)
            texts.push_back({valueText(value)});
        return unionOf(std::move(texts));
    }
    const auto missing = finiteValues(diff(m_context, widenToBasicTypes(t), t));
    if (!missing)
        return {top};
    std::vector<std::string> texts;
    for (const SingleValue& value : *missing)
        texts.push_back(valueText(value));
    return {std::string(top) + " & !(" + join(texts, "|") + ")", Binding::Intersection};
}

Text Writer::strings(const SemType& t) {
    const SemType chars = charType(m_context);
    if (t == chars)
        return {"string:Char"};
    if (isSubtype(m_context, chars, t) && finiteValues(diff(m_context, t, chars)))
        return unionOf({{"string:Char"}, values(diff(m_context, t, chars), "string")});
    return values(t, "string");
}

Text Writer::xml(const SemType& t) {
    const std::pair<const char*, XmlItem> names[] = {
        {"xml:Element", XmlItem::Element},
        {"xml:ProcessingInstruction", XmlItem::ProcessingInstruction},
        {"xml:Comment", XmlItem::Comment},
        {"xml:Text", XmlItem::Text}};
    if (t == xmlEmptyType(m_context))
        return {"xml<never>"};
    std::vector<Text> texts;
    SemType written = neverType, items = neverType;
    for (const auto& [name, item] : names) {
        const SemType each = xmlItemType(m_context, item);
        if (isSubtype(m_context, each, t)) {
            texts.push_back({name});
            written = unite(m_context, written, each);
        }
        if (overlaps(m_context, diff(m_context, each, xmlEmptyType(m_context)), xmlItemTypes(m_context, t)))
            items = unite(m_context, items, each);
    }
    if (written == t)
        return unionOf(std::move(texts));
    if (t == xmlOf(m_context, items))
        return {"xml<" + type(items).text + ">"};
    if (!isReadonly(m_context, t))
        return {"xml"};
    const SemType sequence = intersect(m_context, xmlOf(m_context, items), m_context.readonlyType());
    return {items == xmlItemTypes(m_context, xmlType) || t != sequence
                ? "readonly & xml"
                : "readonly & xml<" + type(items).text + ">",
            Binding::Intersection};
}

bool isArray(const ListAtomicType& list) {
    return list.fixedLength == 0 || (list.isClosed() && list.initial.size() == 1 && list.fixedLength > 3);
}

/// The outermost dimension stands first: `int[5][]` is a list of five lists.
std::string Writer::arrayText(const ListAtomicType& outermost) {
    std::string dimensions;
    for (ListAtomicType list = outermost;;) {
        const bool isFixed = list.fixedLength > 0;
        const SemType member = isFixed ? list.initial[0].type : list.rest.type;
        dimensions += isFixed ? "[" + std::to_string(list.fixedLength) + "]" : "[]";
        const bool mayBeArray = member.within(BasicType::List) && !member.isWhole() && nameOf(member).empty();
        const auto inner = mayBeArray ? listAtomicType(m_context, member) : std::nullopt;
        if (!inner || !isArray(*inner) ||
            (inner->isClosed() ? inner->initial.empty() : inner->rest.isReadonly) || isOpen(member))
            return bracketed(member, Binding::Postfix) + dimensions;
        list = *inner;
    }
}

Text Writer::list(const ListAtomicType& l) {
    if (l.fixedLength == 0 && l.isClosed())
        return {"[]"};
    const bool isReadonlyList =
        (l.isClosed() || l.rest.isReadonly) &&
        std::all_of(l.initial.begin(), l.initial.end(), [](const Slot& slot) { return slot.isReadonly; });
    std::string text;
    if (isArray(l)) {
        text = arrayText(l);
    } else {
        std::vector<std::string> members;
        for (uint64_t i = 0; i < l.fixedLength && i < l.initial.size() + 8; ++i)
            members.push_back(type(l.memberAt(i).type).text);
        if (members.size() < l.fixedLength)
            members.push_back("... up to " + std::to_string(l.fixedLength));
        if (!l.isClosed())
            members.push_back(type(l.rest.type).text + "...");
        text = "[" + join(members, ", ") + "]";
    }
    if (!isReadonlyList || l.rest.type == m_context.readonlyType())
        return {text};
    return {"readonly & " + text, Binding::Intersection};
}

std::string Writer::fieldText(const std::string& name, const Slot& slot) {
    return std::string(slot.isReadonly && !(slot.type == undefType) ? "readonly " : "") +
           type(slot.valueType()).text + " " + name + (slot.isOptional() ? "?" : "") + ";";
}

Text Writer::mapping(const MappingAtomicType& m) {
    const SemType rest = m.rest.valueType();
    const bool isReadonlyMapping =
        m.rest.isReadonly &&
        std::all_of(m.slots.begin(), m.slots.end(), [](const Slot& slot) { return slot.isReadonly; }) &&
        !(m.isClosed() && m.names.empty());
    if (m.names.empty() && !m.isClosed()) {
        const std::string text = "map<" + type(rest).text + ">";
        return isReadonlyMapping ? Text{"readonly & " + text, Binding::Intersection} : Text{text};
    }
    const bool isOpen = rest == m_context.anydataType();
    std::string text = isOpen ? "record {" : "record {|";
    for (size_t i = 0; i < m.names.size(); ++i) {
        Slot slot = m.slots[i];
        slot.isReadonly &= !isReadonlyMapping;
        text += " " + fieldText(m.names[i], slot);
    }
    if (!isOpen && !m.isClosed())
        text += " " + type(rest).text + "...;";
    text += isOpen ? " }" : " |}";
    return isReadonlyMapping ? Text{"readonly & " + text, Binding::Intersection} : Text{text};
}

std::string Writer::signatureText(const FunctionSignature& signature) {
    std::vector<std::string> params;
    for (const SemType& param : signature.params)
        params.push_back(type(param).text);
    if (signature.rest)
        params.push_back(type(*signature.rest).text + "...");
    std::string text = "(" + join(params, ", ") + ")";
    if (!(signature.returns == nilType))
        text += " returns " + bracketed(signature.returns, Binding::Union);
    return text;
}

Text Writer::function(const SemType& t) {
    const auto atom = functionAtomicType(m_context, t);
    if (atom && atom->isIsolated && atom->params.isNever())
        return {"isolated function", Binding::Prefix};
    const auto signature = functionSignature(m_context, t);
    if (!signature)
        return {"function"};
    return {std::string(signature->isIsolated ? "isolated " : "") +
                (signature->isTransactional ? "transactional " : "") + "function " +
                signatureText(*signature),
            Binding::Prefix};
}

std::string Writer::memberText(const ObjectMember& member) {
    const std::string visibility = member.visibility == "public" ? "public " : "";
    if (member.kind == MemberKind::Field)
        return visibility + (member.isFinal ? "final " : "") + type(member.type).text + " " + member.name +
               ";";
    const auto signature = functionSignature(m_context, member.type);
    const std::string rest = member.name + (signature ? " " + signatureText(*signature) : " ()") + ";";
    switch (member.kind) {
    case MemberKind::RemoteMethod: return "remote function " + rest;
    case MemberKind::ResourceMethod: return "resource function " + rest;
    default: return visibility + (signature && signature->isIsolated ? "isolated " : "") + "function " + rest;
    }
}

Text Writer::object(const ObjectAtomicType& o) {
    std::string text = o.distinctIds.empty() ? "" : "distinct ";
    text += o.isIsolated ? "isolated " : "";
    text += o.isService ? "service " : "";
    text += o.isClient ? "client " : "";
    text += "object {";
    for (const ObjectMember& member : o.members)
        text += " " + memberText(member);
    return {text + (o.members.empty() ? "}" : " }"),
            o.distinctIds.empty() ? Binding::Postfix : Binding::Prefix};
}

Text Writer::table(const TableAtomicType& t) {
    std::string text = "table<" + type(t.row).text + ">";
    if (t.keyFields)
        text += " key(" + join(*t.keyFields, ", ") + ")";
    else if (t.keyType)
        text += " key<" + type(*t.keyType).text + ">";
    return t.isReadonly ? Text{"readonly & " + text, Binding::Intersection} : Text{text};
}

Text Writer::atomic(BasicType basicType, const SemType& t) {
    switch (basicType) {
    case BasicType::List:
        if (const auto view = listAtomicType(m_context, t))
            return list(*view);
        break;
    case BasicType::Mapping:
        if (const auto view = mappingAtomicType(m_context, t))
            return mapping(*view);
        break;
    case BasicType::Object:
        if (const auto view = objectAtomicType(m_context, t))
            return object(*view);
        break;
    case BasicType::Table:
        if (const auto view = tableAtomicType(m_context, t))
            return table(*view);
        break;
    case BasicType::Error: {
        const SemType detail = errorDetailType(m_context, t);
        const std::string text = isSubtype(m_context, errorType, errorOf(m_context, detail))
                                     ? "error"
                                     : "error<" + type(detail).text + ">";
        return distinctIds(t).empty() ? Text{text} : Text{"distinct " + text, Binding::Prefix};
    }
    case BasicType::Stream: {
        const SemType completion = streamCompletionType(m_context, t), value = streamValueType(m_context, t);
        if (value == valueType && completion == unite(m_context, errorType, nilType))
            return {"stream"};
        return {"stream<" + type(value).text + (completion == nilType ? "" : ", " + type(completion).text) +
                ">"};
    }
    case BasicType::Future: return {"future<" + type(futureValueType(m_context, t)).text + ">"};
    case BasicType::Typedesc: return {"typedesc<" + type(typedescDescribedType(m_context, t)).text + ">"};
    case BasicType::Function: return function(t);
    default: break;
    }
    return {basicTypeRows[static_cast<size_t>(basicType)].text};
}

/// A named type, alone or together with others, or what its atoms say.
Text Writer::conjunction(BasicType basicType, const SemType& t) {
    const std::string_view name = nameOf(t);
    if (!name.empty())
        return {std::string(name)};
    if (isOpen(t))
        return {"..."};
    m_open.push_back(t);
    Text text = atomic(basicType, t);
    m_open.pop_back();
    return text;
}

Text Writer::bddPart(BasicType basicType, const SemType& t) {
    std::vector<SemType> each;
    switch (basicType) {
    case BasicType::List: each = listAlternatives(m_context, t); break;
    case BasicType::Mapping: each = mappingAlternatives(m_context, t); break;
    case BasicType::Object: each = objectAlternatives(m_context, t); break;
    case BasicType::Function: each = functionAlternatives(m_context, t); break;
    case BasicType::Table: each = tableAlternatives(m_context, t); break;
    case BasicType::Error: each = errorAlternatives(m_context, t); break;
    default: each = {t};
    }
    if (each.empty())
        return {"never"};
    std::vector<Text> texts;
    for (const SemType& alternative : each) {
        Text text = conjunction(basicType, positivePart(m_context, basicType, alternative));
        const bool isNew = std::none_of(texts.begin(), texts.end(),
                                        [&](const Text& other) { return other.text == text.text; });
        if (isNew)
            texts.push_back(std::move(text));
    }
    return unionOf(std::move(texts));
}

Text Writer::part(const SemType& t, BasicType basicType) {
    if (t.isWhole())
        return {basicTypeRows[static_cast<size_t>(basicType)].text};
    const std::string_view name = nameOf(t);
    if (!name.empty())
        return {std::string(name)};
    switch (representationOf(basicType)) {
    case Representation::Ranges: return ints(t);
    case Representation::StringSets: return strings(t);
    case Representation::Xml: return xml(t);
    case Representation::None:
    case Representation::Boolean:
    case Representation::Set: return values(t, basicTypeRows[static_cast<size_t>(basicType)].text);
    default: return bddPart(basicType, t);
    }
}

Text Writer::type(const SemType& t) {
    const std::string_view name = nameOf(t);
    if (!name.empty())
        return {std::string(name)};
    if (t.isNever())
        return {"never"};
    if (t.bits() == nilType.all)
        return {"()"};
    if (m_left == 0)
        return {"..."};
    --m_left;
    std::vector<Text> texts;
    SemType rest = Slot{t, false}.valueType();
    // Well-known unions are not taken apart.
    struct Known {
        SemType type;
        const char* text;
        Binding binding = Binding::Postfix;
    };
    const SemType immutable = m_context.readonlyType();
    const Known known[] = {
        {valueType, "any|error", Binding::Union},
        {anyType, "any"},
        {m_context.anydataType(), "anydata"},
        {m_context.jsonType(), "json"},
        {immutable, "readonly"},
        {intersect(m_context, m_context.anydataType(), immutable), "readonly & anydata",
         Binding::Intersection},
        {intersect(m_context, m_context.jsonType(), immutable), "readonly & json", Binding::Intersection}};
    for (const auto& [whole, text, binding] : known) {
        if ((whole.bits() & ~rest.bits()) || !isSubtype(m_context, whole, rest))
            continue;
        texts.push_back({text, binding});
        rest = diff(m_context, rest, whole);
        if (isEmpty(m_context, rest))
            rest = neverType;
        break;
    }
    const bool isNilable = containsNil(rest);
    for (const SemType& each : splitByBasicType(m_context, withoutNil(rest)))
        texts.push_back(part(each, static_cast<BasicType>(std::countr_zero(each.bits()))));
    Text result = unionOf(std::move(texts));
    if (!isNilable)
        return result;
    if (result.binding == Binding::Postfix)
        return {result.text + "?"};
    return {(result.binding == Binding::Prefix || result.binding == Binding::Intersection
                 ? "(" + result.text + ")"
                 : result.text) +
                (result.binding == Binding::Union ? "|()" : "?"),
            result.binding == Binding::Union ? Binding::Union : Binding::Postfix};
}

} // namespace

std::string toString(TypeContext& context, const SemType& type) {
    return Writer(context).type(type).text;
}

std::string toShortString(TypeContext& context, const SemType& type) {
    return Writer(context, mostTypesOfMessage).type(type).text;
}

std::string toStringExpanded(TypeContext& context, const SemType& type) {
    return Writer(context, type).type(type).text;
}

} // namespace barre::types
