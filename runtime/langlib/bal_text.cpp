#include "runtime/langlib/bal_text.h"

#include "model/types/constructors.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/values/string_value.h"
#include "runtime/values/xml_text.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace barre::runtime {
namespace {

class Reader {
public:
    Reader(const ConvertContext& context, std::string_view text) : m_context(context), m_text(text) {}

    Converted read() {
        Value result;
        if (!value(result, 0) || (space(), m_at != m_text.size()))
            return {{}, "unexpected '" + std::string(m_text.substr(std::min(m_at, m_text.size()), 10)) + "'"};
        return {result, {}};
    }

private:
    void space() {
        while (m_at < m_text.size() && (m_text[m_at] == ' ' || m_text[m_at] == '\n' || m_text[m_at] == '\t'))
            ++m_at;
    }
    bool eat(std::string_view text) {
        space();
        if (!m_text.substr(m_at).starts_with(text))
            return false;
        m_at += text.size();
        return true;
    }
    bool give(Value& out, Value value) {
        out = value;
        return true;
    }

    bool value(Value& out, int depth) {
        if (depth > 1000)
            return false;
        if (eat("()") || eat("null"))
            return give(out, Value::nil());
        if (eat("true"))
            return give(out, Value::of(true));
        if (eat("false"))
            return give(out, Value::of(false));
        if (eat("float:NaN"))
            return give(out, Value::of(double(NAN)));
        if (eat("float:Infinity"))
            return give(out, Value::of(double(INFINITY)));
        if (eat("-float:Infinity"))
            return give(out, Value::of(-double(INFINITY)));
        if (eat("xml"))
            return eat("`") && xml(out);
        if (eat("table key("))
            return table(out, depth);
        if (eat("["))
            return list(out, depth);
        if (eat("{"))
            return mapping(out, depth);
        if (m_at < m_text.size() && m_text[m_at] == '"')
            return string(out);
        return number(out);
    }

    bool xml(Value& out) {
        const size_t end = m_text.find('`', m_at);
        if (end == std::string_view::npos)
            return false;
        const XmlParse parsed =
            parseXml(m_context.heap, m_context.table.stringMap(), m_text.substr(m_at, end - m_at));
        m_at = end + 1;
        return parsed.xml && give(out, Value::of(parsed.xml));
    }

    // `table key(a,b) [rows]`, after the opening parenthesis.
    bool table(Value& out, int depth) {
        const size_t end = m_text.find(')', m_at);
        if (end == std::string_view::npos)
            return false;
        const std::string_view names = m_text.substr(m_at, end - m_at);
        m_at = end + 1;
        Value rows;
        return eat("[") && list(rows, depth) && tableOf(out, keyFields(names), rows.list());
    }

    static std::vector<std::string> keyFields(std::string_view names) {
        std::vector<std::string> fields;
        while (!names.empty()) {
            const size_t comma = std::min(names.find(','), names.size());
            fields.emplace_back(names.substr(0, comma));
            names.remove_prefix(std::min(comma + 1, names.size()));
        }
        return fields;
    }

    types::SemType tableType(std::vector<std::string> keys) {
        types::TypeContext& context = m_context.types;
        types::TableAtomicType type{types::mapOf(context, context.anydataType()), false, {}, {}};
        if (!keys.empty()) {
            type.keyType = context.anydataType();
            type.keyFields = std::move(keys);
        }
        return types::tableOf(context, type);
    }

    bool tableOf(Value& out, std::vector<std::string> keys, const List* rows) {
        const TypeInfo* type = m_context.table.of(tableType(std::move(keys)));
        StoreContext stores{m_context.heap, m_context.types, m_context.table};
        Table* table = makeTable(m_context.heap, type);
        for (uint32_t i = 0; i < rows->length; ++i)
            if (!rows->at(i).isMapping() || storeRow(stores, table, rows->at(i), false))
                return false;
        return give(out, Value::of(table));
    }

    bool list(Value& out, int depth) {
        List* list = makeList(m_context.heap, m_context.table.anydataList());
        out = Value::of(list);
        if (eat("]"))
            return true;
        do {
            Value member;
            if (!value(member, depth + 1))
                return false;
            append(m_context.heap, list, member);
        } while (eat(","));
        return eat("]");
    }

    bool mapping(Value& out, int depth) {
        Mapping* mapping = makeMap(m_context.heap, m_context.table.anydataMap());
        out = Value::of(mapping);
        if (eat("}"))
            return true;
        do {
            Value key, member;
            space();
            if (!string(key) || !eat(":") || !value(member, depth + 1))
                return false;
            put(m_context.heap, mapping, key.string(), member);
        } while (eat(","));
        return eat("}");
    }

    bool string(Value& out) {
        if (m_at >= m_text.size() || m_text[m_at] != '"')
            return false;
        std::string text;
        for (++m_at; m_at < m_text.size() && m_text[m_at] != '"'; ++m_at) {
            if (m_text[m_at] != '\\' || m_at + 1 >= m_text.size()) {
                text += m_text[m_at];
                continue;
            }
            const char c = m_text[++m_at];
            if (c == 'u') {
                if (!codePoint(text))
                    return false;
                continue;
            }
            text += c == 'n' ? '\n' : c == 'r' ? '\r' : c == 't' ? '\t' : c;
        }
        if (m_at >= m_text.size())
            return false;
        ++m_at;
        return give(out, stringValue(m_context.heap, text));
    }

    // `u{1F600}`, up to its brace.
    bool codePoint(std::string& text) {
        const size_t end = std::min(m_text.find('}', m_at), m_text.size());
        if (end == m_text.size() || m_text[m_at + 1] != '{')
            return false;
        uint32_t code = 0;
        const auto read = std::from_chars(m_text.data() + m_at + 2, m_text.data() + end, code, 16);
        if (read.ec != std::errc() || read.ptr != m_text.data() + end || code > 0x10FFFF ||
            (code >= 0xD800 && code < 0xE000))
            return false;
        appendCodePoint(text, code);
        m_at = end;
        return true;
    }

    bool number(Value& out) {
        const size_t from = m_at;
        while (m_at < m_text.size() &&
               std::string_view("+-.0123456789eE").find(m_text[m_at]) != std::string_view::npos)
            ++m_at;
        const std::string_view text = m_text.substr(from, m_at - from);
        if (text.empty())
            return false;
        if (m_at < m_text.size() && m_text[m_at] == 'd') {
            ++m_at;
            const auto value = decimal::parse(text);
            return value && give(out, decimalValue(m_context.heap, *value));
        }
        int64_t integer = 0;
        if (const auto r = std::from_chars(text.data(), text.data() + text.size(), integer);
            r.ec == std::errc() && r.ptr == text.data() + text.size())
            return give(out, Value::of(integer));
        double floating = 0;
        const auto r = std::from_chars(text.data(), text.data() + text.size(), floating);
        return r.ec == std::errc() && r.ptr == text.data() + text.size() && give(out, Value::of(floating));
    }

    const ConvertContext& m_context;
    std::string_view m_text;
    size_t m_at = 0;
};

} // namespace

Converted parseBalText(const ConvertContext& context, std::string_view text) {
    return Reader(context, text).read();
}

} // namespace barre::runtime
