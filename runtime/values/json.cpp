#include "runtime/values/json.h"

#include "model/types/constructors.h"
#include "runtime/values/depth.h"
#include "runtime/values/json_problem.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/xml_text.h"

#include <charconv>
#include <cmath>

namespace barre::runtime {
namespace {

constexpr int maxDepth = 2000;

class Reader {
public:
    Reader(const ConvertContext& context, std::string_view text, JsonNumbers numbers)
        : m_heap(context.heap), m_at(text.data()), m_begin(text.data()), m_end(text.data() + text.size()),
          m_numbers(numbers) {
        m_list = numbers == JsonNumbers::Mixed ? context.table.jsonList() : typed(context, true);
        m_map = numbers == JsonNumbers::Mixed ? context.table.jsonMap() : typed(context, false);
        m_keys.resize(256);
    }

    Converted read() {
        Value result;
        space();
        if (!value(result, 0))
            return {{}, problem()};
        space();
        if (m_at != m_end) {
            unexpected();
            return {{}, problem()};
        }
        return {result, {}};
    }

private:
    // JsonFloat[] and JsonDecimal[] are written as json[] with other numbers.
    static const TypeInfo* typed(const ConvertContext& context, bool isList) {
        return isList ? context.table.jsonList() : context.table.jsonMap();
    }

    bool fail(const std::string& message) {
        if (m_error.empty()) {
            int line = 1;
            const char* lineStart = m_begin;
            for (const char* p = m_begin; p < m_at && p < m_end; ++p)
                if (*p == '\n') {
                    ++line;
                    lineStart = p + 1;
                }
            m_error = message + " at line: " + std::to_string(line) +
                      " column: " + std::to_string(m_at - lineStart + 1);
        }
        return false;
    }
    std::string problem() const {
        const std::string told =
            m_isUnexpected ? problemOfJson({m_begin, size_t(m_end - m_begin)}) : std::string();
        return told.empty() ? m_error : told;
    }
    bool unexpected() {
        m_isUnexpected = m_error.empty();
        if (m_at >= m_end)
            return fail("unexpected end of JSON document");
        size_t length = 1;
        while (m_at + length < m_end && (m_at[length] & 0xC0) == 0x80)
            ++length;
        return fail("unrecognized token '" + std::string(m_at, length) + "'");
    }

    void space() {
        while (m_at < m_end && (*m_at == ' ' || *m_at == '\n' || *m_at == '\t' || *m_at == '\r'))
            ++m_at;
    }

    bool word(std::string_view text, Value result, Value& out) {
        if (size_t(m_end - m_at) < text.size() || std::string_view(m_at, text.size()) != text)
            return unexpected();
        m_at += text.size();
        out = result;
        return true;
    }

    bool value(Value& out, int depth) {
        if (m_at >= m_end)
            return unexpected();
        switch (*m_at) {
        case '{': return object(out, depth);
        case '[': return array(out, depth);
        case '"': {
            String* text = nullptr;
            if (!string(text))
                return false;
            out = Value::of(text);
            return true;
        }
        case 't': return word("true", Value::of(true), out);
        case 'f': return word("false", Value::of(false), out);
        case 'n': return word("null", Value::nil(), out);
        default: return number(out);
        }
    }

    bool array(Value& out, int depth) {
        if (depth > maxDepth)
            return fail("JSON is nested too deeply");
        ++m_at;
        List* list = makeList(m_heap, m_list);
        out = Value::of(list);
        space();
        if (m_at < m_end && *m_at == ']') {
            ++m_at;
            return true;
        }
        for (;;) {
            Value member;
            space();
            if (!value(member, depth + 1))
                return false;
            append(m_heap, list, member);
            space();
            if (m_at < m_end && *m_at == ',') {
                ++m_at;
                continue;
            }
            if (m_at < m_end && *m_at == ']') {
                ++m_at;
                return true;
            }
            return unexpected();
        }
    }

    bool object(Value& out, int depth) {
        if (depth > maxDepth)
            return fail("JSON is nested too deeply");
        ++m_at;
        Mapping* mapping = makeMap(m_heap, m_map);
        out = Value::of(mapping);
        space();
        if (m_at < m_end && *m_at == '}') {
            ++m_at;
            return true;
        }
        for (;;) {
            space();
            if (m_at >= m_end || *m_at != '"')
                return unexpected();
            String* key = nullptr;
            if (!string(key, true))
                return false;
            space();
            if (m_at >= m_end || *m_at != ':')
                return unexpected();
            ++m_at;
            space();
            Value member;
            if (!value(member, depth + 1))
                return false;
            put(m_heap, mapping, key, member);
            space();
            if (m_at < m_end && *m_at == ',') {
                ++m_at;
                continue;
            }
            if (m_at < m_end && *m_at == '}') {
                ++m_at;
                return true;
            }
            return unexpected();
        }
    }

    bool string(String*& out, bool isKey = false) {
        const char* from = ++m_at;
        uint8_t any = 0;
        while (m_at < m_end && *m_at != '"' && *m_at != '\\' && uint8_t(*m_at) >= 0x20)
            any |= uint8_t(*m_at++);
        if (m_at < m_end && *m_at == '"') {
            const std::string_view text(from, size_t(m_at++ - from));
            if (isKey) {
                out = cachedKey(text);
                return true;
            }
            out = any < 0x80 ? makeString(m_heap, text, uint32_t(text.size())) : makeString(m_heap, text);
            return true;
        }
        std::string text(from, size_t(m_at - from));
        while (m_at < m_end && *m_at != '"') {
            if (uint8_t(*m_at) < 0x20)
                return unexpected();
            if (*m_at != '\\')
                text += *m_at++;
            else if (!escape(text))
                return false;
        }
        if (m_at >= m_end)
            return unexpected();
        ++m_at;
        out = makeString(m_heap, text);
        return true;
    }

    // The same few keys come again and again.
    String* cachedKey(std::string_view text) {
        String*& entry = m_keys[hashBytes(text) & 255];
        if (!entry || entry->view() != text) {
            entry = makeString(m_heap, text);
            hashOf(entry);
        }
        return entry;
    }

    bool escape(std::string& text) {
        ++m_at;
        if (m_at >= m_end)
            return unexpected();
        switch (*m_at++) {
        case '"': text += '"'; return true;
        case '\\': text += '\\'; return true;
        case '/': text += '/'; return true;
        case 'b': text += '\b'; return true;
        case 'f': text += '\f'; return true;
        case 'n': text += '\n'; return true;
        case 'r': text += '\r'; return true;
        case 't': text += '\t'; return true;
        case 'u': return unicode(text);
        default: --m_at; return unexpected();
        }
    }

    bool hex4(uint32_t& code) {
        if (m_end - m_at < 4)
            return unexpected();
        const auto [end, error] = std::from_chars(m_at, m_at + 4, code, 16);
        if (end != m_at + 4 || error != std::errc())
            return unexpected();
        m_at += 4;
        return true;
    }

    bool unicode(std::string& text) {
        uint32_t code = 0;
        if (!hex4(code))
            return false;
        if (code >= 0xD800 && code < 0xDC00 && m_end - m_at >= 6 && m_at[0] == '\\' && m_at[1] == 'u') {
            m_at += 2;
            uint32_t low = 0;
            if (!hex4(low))
                return false;
            if (low >= 0xDC00 && low < 0xE000) {
                code = 0x10000 + ((code - 0xD800) << 10) + (low - 0xDC00);
            } else {
                appendCodePoint(text, 0xFFFD);
                code = low;
            }
        }
        if (code >= 0xD800 && code < 0xE000)
            code = 0xFFFD;
        appendCodePoint(text, code);
        return true;
    }

    bool digits() {
        const char* from = m_at;
        while (m_at < m_end && *m_at >= '0' && *m_at <= '9')
            ++m_at;
        return m_at != from || unexpected();
    }

    bool number(Value& out) {
        const char* from = m_at;
        if (*m_at == '-')
            ++m_at;
        const char* first = m_at;
        if (!digits())
            return false;
        if (*first == '0' && m_at - first > 1) {
            m_at = first + 1;
            return unexpected();
        }
        bool isInt = true;
        if (m_at < m_end && *m_at == '.') {
            isInt = false;
            ++m_at;
            if (!digits())
                return false;
        }
        if (m_at < m_end && (*m_at | 32) == 'e') {
            isInt = false;
            ++m_at;
            if (m_at < m_end && (*m_at == '+' || *m_at == '-'))
                ++m_at;
            if (!digits())
                return false;
        }
        return numberValue({from, size_t(m_at - from)}, isInt, out);
    }

    bool numberValue(std::string_view text, bool isInt, Value& out) {
        if (m_numbers == JsonNumbers::Floats)
            return floatValue(text, out);
        if (isInt && m_numbers == JsonNumbers::Mixed && text != "-0") {
            int64_t value = 0;
            if (std::from_chars(text.data(), text.data() + text.size(), value).ec == std::errc()) {
                out = Value::of(value);
                return true;
            }
        }
        const auto value = decimal::parse(text);
        if (!value || !decimal::isFinite(*value))
            return fail("number '" + std::string(text) + "' is too large for a decimal");
        const bool isNegativeZero = text.front() == '-' && decimal::isZero(*value);
        out = isNegativeZero && m_numbers == JsonNumbers::Mixed ? Value::of(-0.0)
                                                                : decimalValue(m_heap, *value);
        return true;
    }

    bool floatValue(std::string_view text, Value& out) {
        double value = 0;
        const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
        if (result.ec == std::errc::result_out_of_range && value == 0 &&
            text.find("e-") == std::string_view::npos && text.find("E-") == std::string_view::npos)
            value = text.front() == '-' ? -INFINITY : INFINITY;
        out = Value::of(value);
        return true;
    }

    Heap& m_heap;
    const char* m_at;
    const char* m_begin;
    const char* m_end;
    JsonNumbers m_numbers;
    const TypeInfo* m_list;
    const TypeInfo* m_map;
    std::vector<String*> m_keys;
    std::string m_error;
    bool m_isUnexpected = false; ///< the error is a character in a wrong place
};

void writeString(std::string& out, std::string_view text) {
    static constexpr char hex[] = "0123456789abcdef";
    out += '"';
    size_t from = 0;
    for (size_t i = 0; i < text.size(); ++i) {
        const auto c = uint8_t(text[i]);
        if (c >= 0x20 && c != '"' && c != '\\')
            continue;
        out.append(text, from, i - from);
        from = i + 1;
        switch (c) {
        case '"': out += "\\\""; break;
        case '\\': out += "\\\\"; break;
        case '\b': out += "\\b"; break;
        case '\f': out += "\\f"; break;
        case '\n': out += "\\n"; break;
        case '\r': out += "\\r"; break;
        case '\t': out += "\\t"; break;
        default:
            out += "\\u00";
            out += hex[c >> 4];
            out += hex[c & 15];
        }
    }
    out.append(text, from);
    out += '"';
}

void writeInt(std::string& out, int64_t value) {
    char buffer[24];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, value).ptr);
}

void write(std::string& out, const Value& value, int& depth);

void writeList(std::string& out, const List* list, int& depth) {
    out += '[';
    for (uint32_t i = 0; i < list->length; ++i) {
        if (i)
            out += ", ";
        write(out, list->at(i), depth);
    }
    out += ']';
}

void writeMapping(std::string& out, Mapping* mapping, int& depth) {
    out += '{';
    bool isFirst = true;
    for (FieldCursor field(mapping); field.next();) {
        if (!isFirst)
            out += ", ";
        isFirst = false;
        writeString(out, field.key()->view());
        out += ':';
        write(out, field.value(), depth);
    }
    out += '}';
}

void writeTable(std::string& out, const Table* table, int& depth) {
    out += '[';
    bool isFirst = true;
    for (const TableRow& row : table->rows) {
        if (row.row.isAbsent())
            continue;
        if (!isFirst)
            out += ", ";
        isFirst = false;
        write(out, row.row, depth);
    }
    out += ']';
}

void write(std::string& out, const Value& value, int& depth) {
    const Depth guard(depth);
    switch (value.tag()) {
    case Tag::Nil: out += "null"; break;
    case Tag::Boolean: out += value.boolean() ? "true" : "false"; break;
    case Tag::Int: writeInt(out, value.integer); break;
    case Tag::Float: out += floatText(value.floating); break;
    case Tag::Decimal: out += decimal::toString(decimalOf(value)); break;
    case Tag::String: writeString(out, value.string()->view()); break;
    case Tag::List: writeList(out, value.list(), depth); break;
    case Tag::Mapping: writeMapping(out, value.mapping(), depth); break;
    case Tag::Table: writeTable(out, value.as<Table>(), depth); break;
    case Tag::Xml: writeString(out, xmlToString(value.as<Xml>())); break;
    default: writeString(out, toText(value)); break;
    }
}

} // namespace

Converted parseJson(const ConvertContext& context, std::string_view text, JsonNumbers numbers) {
    return Reader(context, text, numbers).read();
}

std::string jsonText(const Value& value) {
    std::string out;
    int depth = 0;
    write(out, value, depth);
    return out;
}

} // namespace barre::runtime
