#include "runtime/values/conversion_problem.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"

#include <algorithm>
#include <bit>

namespace barre::runtime {
namespace {

using types::BasicType;
using types::SemType;

constexpr size_t mostLines = 20;
constexpr size_t mostOfValue = 20; ///< bytes of it that are shown
constexpr int deepestTold = 100;   ///< what is wrong further inside is told of what is around it

/// A value as a line shows it.
std::string shortText(const Value& value) {
    if (value.isNil())
        return "()";
    std::string text = value.isString() ? '"' + toText(value) + '"' : toText(value);
    if (text.size() <= mostOfValue)
        return text;
    size_t end = mostOfValue;
    while (end > 0 && (uint8_t(text[end]) & 0xC0) == 0x80)
        --end;
    return text.substr(0, end) + "...";
}

class Explainer {
public:
    explicit Explainer(const ConvertContext& context) : m_context(context) {}

    /// Adds a line for each place that does not fit. False: the value does not fit, even if there is no line
    /// for it.
    bool explain(const Value& value, const SemType& type, const std::string& path) {
        if (m_depth == deepestTold)
            return isConvertible(value, type);
        ++m_depth;
        const bool fits = explainParts(value, type, path);
        --m_depth;
        return fits;
    }
    std::string text() const {
        std::string text;
        for (size_t i = 0; i < std::min(m_lines.size(), mostLines); ++i)
            text += "\n\t\t" + m_lines[i];
        return m_lines.size() > mostLines ? text + "\n\t\t..." : text;
    }

private:
    bool isConvertible(const Value& value, const SemType& type) {
        return bool(convertTo(m_context, value, type, Explain::No));
    }

    bool explainParts(const Value& value, const SemType& type, const std::string& path) {
        switch (value.tag()) {
        case Tag::List: return explainList(value.list(), type, path);
        case Tag::Mapping: return explainMapping(value.mapping(), type, path);
        case Tag::Table: return explainTable(value.as<Table>(), type, path);
        default: return isConvertible(value, type);
        }
    }

    std::string textOf(const SemType& type) { return typeText(m_context.types, type); }
    void add(const std::string& line) { m_lines.push_back(m_indent + line); }

    /// A part of the value; `what` says which one and how it should be, if nothing inside of it is told.
    template<class What>
    bool part(const Value& value, const SemType& type, const std::string& path, What what) {
        const size_t before = m_lines.size();
        if (explain(value, type, path))
            return true;
        if (m_lines.size() == before)
            add(what() + " should be of type '" + textOf(type) + "', found '" + shortText(value) + "'");
        return false;
    }

    /// Of a union in braces, one type after the other, unless one of them fits.
    template<class Try>
    bool oneOf(const SemType& type, const std::vector<SemType>& alternatives, Try attempt) {
        if (alternatives.size() == 1 && std::popcount(type.bits()) == 1)
            return attempt(m_context.table.of(alternatives.front()));
        const size_t before = m_lines.size();
        const std::string indent = m_indent;
        add("{");
        bool fits = false, isFirst = true;
        for (size_t i = 0; i < alternatives.size() && !fits; ++i) {
            const size_t start = m_lines.size();
            m_indent = indent + "  ";
            fits = attempt(m_context.table.of(alternatives[i]));
            if (m_lines.size() > start && !std::exchange(isFirst, false))
                m_lines.insert(m_lines.begin() + ptrdiff_t(start), indent + "or");
        }
        m_indent = indent;
        if (fits || isFirst)
            m_lines.resize(before);
        else
            add("}");
        return fits;
    }

    bool takesAll(const SemType& type, BasicType kind) {
        return type.hasAll(kind) || type == m_context.types.jsonType() ||
               type == m_context.types.anydataType();
    }

    bool explainList(List* list, const SemType& type, const std::string& path) {
        if (!type.has(BasicType::List) && type.has(BasicType::Table)) {
            std::vector<Value> rows;
            for (uint32_t i = 0; i < list->length; ++i)
                rows.push_back(list->at(i));
            return rowsFit(rows, type, path) && isConvertible(Value::of(list), type);
        }
        if (takesAll(type, BasicType::List) || !type.has(BasicType::List))
            return isConvertible(Value::of(list), type);
        return oneOf(type, types::listAlternatives(m_context.types, type),
                     [&](const TypeInfo* info) { return info->isListType && listFits(list, info, path); });
    }

    static bool isTuple(const TypeInfo* info) {
        return std::any_of(info->members.begin(), info->members.end(), [&](const SlotInfo& member) {
            return !(member.type == info->members.front().type);
        });
    }

    bool sizeFits(List* list, const TypeInfo* info) {
        if (list->length >= info->fixedLength)
            return list->length == info->fixedLength || !info->isFixedLength();
        StoreContext stores{m_context.heap, m_context.types, m_context.table, m_context.fillers};
        if (isTuple(info) || !fillerValue(stores, info->memberAt(list->length).type).isAbsent())
            return !isTuple(info);
        add("array cannot be expanded to size '" + std::to_string(info->fixedLength) +
            "' because, the target type '" + textOf(info->type) + "' does not have a filler value");
        return false;
    }

    bool listFits(List* list, const TypeInfo* info, const std::string& path) {
        if (!sizeFits(list, info))
            return false;
        const std::string what = isTuple(info) ? "tuple element '" : "array element '";
        bool fits = true;
        for (uint32_t i = 0; i < list->length && m_lines.size() <= mostLines; ++i) {
            const std::string inner = path + "[" + std::to_string(i) + "]";
            fits &= part(list->at(i), info->memberAt(i).type, inner, [&] { return what + inner + "'"; });
        }
        return fits;
    }

    bool explainMapping(Mapping* mapping, const SemType& type, const std::string& path) {
        if (takesAll(type, BasicType::Mapping) || !type.has(BasicType::Mapping))
            return isConvertible(Value::of(mapping), type);
        return oneOf(type, types::mappingAlternatives(m_context.types, type), [&](const TypeInfo* info) {
            if (!info->isMappingType)
                return false;
            const bool isRecord = !info->fieldNames.empty() || info->isClosed();
            const bool hasFields = !isRecord || requiredFieldsExist(mapping, info, path);
            return fieldsFit(mapping, info, isRecord, path) && hasFields;
        });
    }

    bool explainTable(Table* table, const SemType& type, const std::string& path) {
        if (takesAll(type, BasicType::Table) || !type.has(BasicType::Table))
            return isConvertible(Value::of(table), type);
        std::vector<Value> rows;
        for (const TableRow& row : table->rows)
            if (!row.row.isAbsent())
                rows.push_back(row.row);
        return rowsFit(rows, type, path) && isConvertible(Value::of(table), type);
    }

    bool rowsFit(const std::vector<Value>& rows, const SemType& type, const std::string& path) {
        return oneOf(type, types::tableAlternatives(m_context.types, type), [&](const TypeInfo* info) {
            bool fit = info->isTableType;
            for (size_t i = 0; i < rows.size() && info->isTableType && m_lines.size() <= mostLines; ++i) {
                const std::string inner = path + "[" + std::to_string(i) + "]";
                fit &= part(rows[i], info->row, inner, [&] { return "table row '" + inner + "'"; });
            }
            return fit;
        });
    }

    bool hasDefault(const TypeInfo* record, const std::string& name) {
        if (m_context.hasDefault)
            return m_context.hasDefault(record, name);
        return m_context.defaults && !m_context.defaults(record, name).isAbsent();
    }

    std::vector<std::string> fieldsInOrder(const TypeInfo* record) {
        std::vector<std::string> names;
        if (m_context.order)
            for (const std::string_view name : m_context.order(record))
                names.emplace_back(name);
        return names.empty() ? record->fieldNames : names;
    }

    bool requiredFieldsExist(Mapping* mapping, const TypeInfo* record, const std::string& path) {
        bool exist = true;
        for (const std::string& name : fieldsInOrder(record)) {
            const SlotInfo& slot = record->fieldSlot(name);
            if (slot.isOptional || find(mapping, name) || hasDefault(record, name))
                continue;
            add("missing required field '" + innerPath(path, name) + "' of type '" + textOf(slot.type) +
                "' in record '" + textOf(record->type) + "'");
            exist = false;
        }
        return exist;
    }

    bool fieldsFit(Mapping* mapping, const TypeInfo* info, bool isRecord, const std::string& path) {
        bool fit = true;
        for (FieldCursor field(mapping); field.next() && m_lines.size() <= mostLines;) {
            const std::string name(field.key()->view());
            const SemType& type = info->fieldSlot(name).type;
            const std::string inner = innerPath(path, name);
            if (type.isNever()) {
                add("field '" + inner + "' cannot be added to the closed record '" + textOf(info->type) +
                    "'");
                fit = false;
                continue;
            }
            fit &= part(field.value(), type, inner, [&] {
                return isRecord ? whatOfField(info, name, inner) : "map field '" + inner + "'";
            });
        }
        return fit;
    }

    std::string whatOfField(const TypeInfo* record, const std::string& name, const std::string& path) {
        const bool isDeclared =
            std::binary_search(record->fieldNames.begin(), record->fieldNames.end(), name);
        return isDeclared
                   ? "field '" + path + "' in record '" + textOf(record->type) + "'"
                   : "value of field '" + name + "' adding to the record '" + textOf(record->type) + "'";
    }

    static std::string innerPath(const std::string& path, const std::string& name) {
        return path.empty() ? name : path + "." + name;
    }

    const ConvertContext& m_context;
    std::vector<std::string> m_lines;
    std::string m_indent;
    int m_depth = 0;
};

} // namespace

std::string problemOfConversion(const ConvertContext& context, const Value& value, const SemType& type) {
    const std::string expected = typeText(context.types, type);
    if (value.isNil())
        return "cannot convert '()' to type '" + expected + "'";
    Explainer explainer(context);
    explainer.explain(value, type, "");
    const std::string lines = explainer.text();
    return "'" + typeTextOf(context.types, value) + "' value cannot be converted to '" + expected + "'" +
           (lines.empty() ? "" : ": " + lines);
}

} // namespace barre::runtime
