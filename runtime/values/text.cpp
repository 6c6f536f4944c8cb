#include "runtime/values/text.h"

#include "model/types/constructors.h"
#include "model/types/projections.h"
#include "runtime/values/depth.h"
#include "runtime/values/error_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"
#include "runtime/values/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace barre::runtime {
namespace {

/// Direct: toString of the value itself; Inner: inside of a structure, where strings are quoted; Bal:
/// toBalString.
enum class Style { Direct, Inner, Bal };

/// The structures that are being written, and what objects say of themselves if they are to be asked.
struct Walk {
    std::vector<const HeapObject*> open;
    SpokenTexts* spoken = nullptr;
};

void write(std::string& out, const Value& value, Style style, Walk& walk);

bool isIdentifier(std::string_view text) {
    if (text.empty() || (text[0] >= '0' && text[0] <= '9'))
        return false;
    return std::all_of(text.begin(), text.end(), [](char c) {
        return c == '_' || (c >= '0' && c <= '9') || ((c | 32) >= 'a' && (c | 32) <= 'z') ||
               uint8_t(c) >= 0x80;
    });
}

// A structure that contains itself prints `...` where it comes again.
class Nesting {
public:
    Nesting(std::vector<const HeapObject*>& open, const HeapObject* object) : m_open(open) {
        if (open.size() > deepestWalk)
            throw NestedTooDeeply();
        m_isNew = std::find(open.begin(), open.end(), object) == open.end();
        open.push_back(object);
    }
    ~Nesting() { m_open.pop_back(); }
    bool isNew() const { return m_isNew; }
    /// How far out the object is that comes again, as the reference counts: two for a mapping, one for a
    /// list.
    int distance() const {
        int distance = 0;
        for (auto at = m_open.rbegin() + 1; *at != m_open.back(); ++at)
            distance += (*at)->tag == Tag::Mapping ? 2 : 1;
        return distance;
    }

private:
    std::vector<const HeapObject*>& m_open;
    bool m_isNew;
};

void writeList(std::string& out, const List* list, Style inner, Walk& walk) {
    out += '[';
    for (uint32_t i = 0; i < list->length; ++i) {
        if (i)
            out += ',';
        write(out, list->at(i), inner, walk);
    }
    out += ']';
}

void writeMapping(std::string& out, Mapping* mapping, Style inner, Walk& walk) {
    out += '{';
    bool isFirst = true;
    for (FieldCursor field(mapping); field.next();) {
        if (!isFirst)
            out += ',';
        isFirst = false;
        out += quoted(field.key()->view());
        out += ':';
        write(out, field.value(), inner, walk);
    }
    out += '}';
}

void writeTable(std::string& out, const Table* table, Style inner, Walk& walk) {
    if (inner == Style::Bal) {
        out += "table key(";
        for (size_t i = 0; i < table->type->keyFields.size(); ++i)
            out += (i ? "," : "") + table->type->keyFields[i];
        out += ") ";
    }
    out += '[';
    bool isFirst = true;
    for (const TableRow& row : table->rows) {
        if (row.row.isAbsent())
            continue;
        if (!isFirst)
            out += ',';
        isFirst = false;
        write(out, row.row, inner, walk);
    }
    out += ']';
}

void writeError(std::string& out, const Error* error, Style inner, Walk& walk) {
    std::string_view name = error->typeName;
    if (inner != Style::Bal)
        name.remove_prefix(name.find('}') + 1);
    out += name.empty() ? "error(" : "error " + std::string(name) + " (";
    out += quoted(error->message->view());
    if (error->cause.isError()) {
        out += ',';
        write(out, error->cause, inner, walk);
    }
    for (FieldCursor field(error->detail); field.next();) {
        out += ',';
        out += isIdentifier(field.key()->view()) ? std::string(field.key()->view())
                                                 : "'" + std::string(field.key()->view());
        out += '=';
        write(out, field.value(), inner, walk);
    }
    out += ')';
}

void writeFloat(std::string& out, double value, Style style) {
    if (style == Style::Bal && !std::isfinite(value)) {
        out += std::isnan(value) ? "float:NaN" : value < 0 ? "-float:Infinity" : "float:Infinity";
        return;
    }
    out += floatText(value);
}

void writeXml(std::string& out, const Xml* xml, Style style) {
    if (style == Style::Direct)
        out += xmlToString(xml);
    else
        out += (style == Style::Bal ? "xml`" : "`") + xmlToString(xml) + "`";
}

void writeStructure(std::string& out, const Value& value, Style style, Walk& walk) {
    const Nesting nesting(walk.open, value.object);
    if (!nesting.isNew()) {
        out += style == Style::Bal ? "...[" + std::to_string(nesting.distance()) + "]" : "...";
        return;
    }
    const Style inner = style == Style::Direct ? Style::Inner : style;
    switch (value.tag()) {
    case Tag::List: writeList(out, value.list(), inner, walk); break;
    case Tag::Mapping: writeMapping(out, value.mapping(), inner, walk); break;
    case Tag::Table: writeTable(out, value.as<Table>(), inner, walk); break;
    default: writeError(out, value.error(), inner, walk); break;
    }
}

bool isRawTemplate(Object* object) {
    const Value* strings = fieldOf(object, "strings");
    const Value* insertions = fieldOf(object, "insertions");
    return object->info->name.starts_with("$rawTemplate") && strings && insertions && strings->isList() &&
           insertions->isList();
}

// A raw template prints as the string template would.
void writeRawTemplate(std::string& out, Object* object, Walk& walk) {
    const List* strings = fieldOf(object, "strings")->list();
    const List* insertions = fieldOf(object, "insertions")->list();
    for (uint32_t i = 0; i < strings->length; ++i) {
        write(out, strings->at(i), Style::Direct, walk);
        if (i < insertions->length)
            write(out, insertions->at(i), Style::Direct, walk);
    }
}

void writeObject(std::string& out, Object* object, Style style, Walk& walk) {
    if (isRawTemplate(object))
        return writeRawTemplate(out, object, walk);
    if (SpokenTexts* spoken = object->info->toString ? walk.spoken : nullptr) {
        if (const auto told = spoken->told.find(object); told != spoken->told.end()) {
            out += (style == Style::Bal ? "object " : "") + told->second;
            return;
        }
        spoken->unasked.push_back(object);
    }
    out += "object " + object->info->name;
}

void writeString(std::string& out, std::string_view text, Style style) {
    if (style == Style::Direct)
        out += text;
    else
        out += quoted(text);
}

void writeFuture(std::string& out, const Future* future, Walk& walk) {
    out += "future {isDone:";
    out += future->isDone ? "true" : "false";
    if (future->isDone) {
        out += future->isPanic ? ",panic:" : ",result:";
        write(out, future->result, Style::Direct, walk);
    }
    out += '}';
}

// The type of one value is called as the value is printed: without quotes, and without a mark of its type.
std::string describedText(const TypeInfo& info) {
    const types::SemType& type = info.type;
    const auto value = types::singleShape(type);
    if (value && info.table->context().env().nameOf(type).empty()) {
        if (const auto* text = std::get_if<std::string>(&*value))
            return *text;
        if (const auto* number = std::get_if<types::DecimalText>(&*value))
            return number->text;
    }
    return info.table->text(type);
}

void write(std::string& out, const Value& value, Style style, Walk& walk) {
    switch (value.tag()) {
    case Tag::Nil: out += style == Style::Direct ? "" : style == Style::Inner ? "null" : "()"; break;
    case Tag::Boolean: out += value.boolean() ? "true" : "false"; break;
    case Tag::Int: out += std::to_string(value.integer); break;
    case Tag::Float: writeFloat(out, value.floating, style); break;
    case Tag::Decimal:
        out += decimal::toString(decimalOf(value));
        if (style == Style::Bal)
            out += 'd';
        break;
    case Tag::String: writeString(out, value.string()->view(), style); break;
    case Tag::Xml: writeXml(out, value.as<Xml>(), style); break;
    case Tag::List:
    case Tag::Mapping:
    case Tag::Table:
    case Tag::Error: writeStructure(out, value, style, walk); break;
    case Tag::Object: writeObject(out, value.as<Object>(), style, walk); break;
    case Tag::Regexp:
        out += style == Style::Bal ? "re `" + value.as<Regexp>()->source + "`" : value.as<Regexp>()->source;
        break;
    case Tag::Function: out += "function"; break;
    case Tag::Typedesc: out += "typedesc " + describedText(*value.as<Typedesc>()->type); break;
    case Tag::Future: writeFuture(out, value.as<Future>(), walk); break;
    case Tag::Stream: out += "stream"; break;
    case Tag::Handle: out += "handle"; break;
    default: break;
    }
}

} // namespace

void appendText(std::string& out, const Value& value) {
    if (value.isString()) {
        out += value.string()->view();
        return;
    }
    Walk walk;
    write(out, value, Style::Direct, walk);
}

void appendText(std::string& out, const Value& value, SpokenTexts& spoken) {
    Walk walk{{}, &spoken};
    write(out, value, Style::Direct, walk);
}

std::string toText(const Value& value) {
    std::string out;
    appendText(out, value);
    return out;
}

std::string toBalText(const Value& value) {
    SpokenTexts spoken;
    return toBalText(value, spoken);
}

std::string toBalText(const Value& value, SpokenTexts& spoken) {
    std::string out;
    Walk walk{{}, &spoken};
    write(out, value, Style::Bal, walk);
    return out;
}

// As Java's Double.toString does: digits that name the value, an exponent below 10^-3 and from 10^7 on.
std::string floatText(double value) {
    if (std::isnan(value))
        return "NaN";
    if (std::isinf(value))
        return value < 0 ? "-Infinity" : "Infinity";
    char buffer[40];
    auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    // Where one digit would do, two may be nearer: the least float is 4.9E-324.
    if (std::string_view(buffer, size_t(end - buffer)).find('.') == std::string_view::npos) {
        char two[40];
        const auto endOfTwo =
            std::to_chars(two, two + sizeof two, value, std::chars_format::scientific, 1).ptr;
        if (two[value < 0 ? 3 : 2] != '0')
            end = std::copy(two, endOfTwo, buffer);
    }
    const std::string_view text(buffer, size_t(end - buffer));
    const size_t e = text.find('e');
    int exponent = 0;
    const char* digitsOfExponent = text.data() + e + 1 + (text[e + 1] == '+');
    std::from_chars(digitsOfExponent, text.data() + text.size(), exponent);
    std::string digits(text.substr(0, e));
    const bool isNegative = digits[0] == '-';
    if (isNegative)
        digits.erase(0, 1);
    if (value == 0)
        return isNegative ? "-0.0" : "0.0";
    if (exponent < -3 || exponent >= 7) {
        if (digits.find('.') == std::string::npos)
            digits += ".0";
        return (isNegative ? "-" : "") + digits + "E" + std::to_string(exponent);
    }
    std::erase(digits, '.');
    std::string plain;
    if (exponent < 0) {
        plain = "0." + std::string(size_t(-exponent - 1), '0') + digits;
    } else {
        if (digits.size() < size_t(exponent) + 2)
            digits.append(size_t(exponent) + 2 - digits.size(), '0');
        plain = digits.insert(size_t(exponent) + 1, 1, '.');
    }
    return (isNegative ? "-" : "") + plain;
}

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (const char c : text) {
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default: out += c;
        }
    }
    return out += '"';
}

} // namespace barre::runtime
