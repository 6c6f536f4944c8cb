#include "runtime/values/convert.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/values/depth.h"
#include "runtime/values/equality.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/values/string_value.h"
#include "runtime/values/type_test.h"
#include "runtime/values/xml_text.h"

#include <cmath>
#include <unordered_map>

namespace barre::runtime {

using types::BasicType;
using types::SemType;

types::SemType uniteTypes(types::TypeContext& context, const SemType& a, const SemType& b) {
    return types::unite(context, a, b);
}

types::SemType arrayType(types::TypeContext& context, const SemType& member) {
    return types::arrayOf(context, member);
}

namespace {

std::optional<Value> toInt(const Value& number) {
    if (number.isInt())
        return number;
    if (number.isFloat()) {
        const double rounded = std::nearbyint(number.floating);
        if (!(rounded >= -9223372036854775808.0 && rounded < 9223372036854775808.0))
            return {};
        return Value::of(int64_t(rounded));
    }
    const auto result = decimal::toInt(decimalOf(number));
    return result ? std::optional(Value::of(*result)) : std::nullopt;
}

std::optional<Value> toDecimal(Heap& heap, const Value& number) {
    if (number.is(Tag::Decimal))
        return number;
    const Decimal result =
        number.isInt() ? decimal::fromInt(number.integer) : decimal::fromFloat(number.floating);
    return decimal::isFinite(result) ? std::optional(decimalValue(heap, result)) : std::nullopt;
}

Value toFloat(const Value& number) {
    return number.isFloat() ? number
           : number.isInt() ? Value::of(double(number.integer))
                            : Value::of(decimal::toFloat(decimalOf(number)));
}

constexpr uint32_t numericBits = types::numericType.all;

} // namespace

std::optional<Value> toNumericType(Heap& heap, const Value& number, const SemType& to) {
    if (to.within(BasicType::Int))
        return toInt(number);
    if (to.within(BasicType::Float))
        return toFloat(number);
    return toDecimal(heap, number);
}

NumberCast castNumber(Heap& heap, types::TypeContext& context, const Value& value, const SemType& to) {
    if (!value.isAnyOf(numericBits))
        return {};
    const auto target = types::singleNumericType(to);
    if (!target || target->isNever() || target->has(BasicType(value.tag())))
        return {};
    const auto converted = toNumericType(heap, value, *target);
    if (!converted)
        return {{}, true};
    return {isOfType(context, *converted, to) ? converted : std::nullopt, false};
}

// ---- clone
namespace {

/// Copies a graph of values; what was copied once is not copied again.
class Cloner {
public:
    Cloner(const ConvertContext& context, bool isReadonly) : m_context(context), m_isReadonly(isReadonly) {}

    Value copy(const Value& value) {
        if (!value.isHeap() || value.object->isReadonly())
            return value;
        if (const auto found = m_done.find(value.object); found != m_done.end())
            return found->second;
        const Depth depth(m_depth);
        switch (value.tag()) {
        case Tag::List: return copyList(value.list());
        case Tag::Mapping: return copyMapping(value.mapping());
        case Tag::Table: return copyTable(value.as<Table>());
        case Tag::Xml: return copyXml(value.as<Xml>());
        default: return value;
        }
    }

private:
    const TypeInfo* typeFor(const TypeInfo* type) {
        if (!m_isReadonly)
            return type;
        return m_context.table.of(
            types::intersect(m_context.types, type->type, m_context.types.readonlyType()));
    }
    Value finished(HeapObject* object) {
        if (m_isReadonly)
            object->flags |= ReadonlyFlag;
        return Value::of(object);
    }

    Value copyList(List* list) {
        List* result = makeList(m_context.heap, list->type, list->length);
        m_done.emplace(list, Value::of(result));
        if (m_isReadonly) {
            const TypeInfo* type = typeFor(list->type);
            if (type->storage == list->kind())
                result->type = type;
        }
        for (uint32_t i = 0; i < list->length; ++i)
            append(m_context.heap, result, copy(list->at(i)));
        return finished(result);
    }
    Value copyMapping(Mapping* mapping) {
        Mapping* result = nullptr;
        if (mapping->isDictionary())
            result = makeMap(m_context.heap, typeFor(mapping->dictionaryType));
        else
            result = makeRecord(m_context.heap, mapping->shape->table->empty(typeFor(mapping->shape->type)),
                                mapping->length());
        m_done.emplace(mapping, Value::of(result));
        for (FieldCursor field(mapping); field.next();)
            put(m_context.heap, result, field.key(), copy(field.value()));
        return finished(result);
    }
    Value copyTable(Table* table) {
        Table* result = makeTable(m_context.heap, typeFor(table->type));
        if (result->type->keyFields != table->type->keyFields || !result->type->isTableType)
            result->type = table->type;
        m_done.emplace(table, Value::of(result));
        for (const TableRow& row : table->rows) {
            if (row.row.isAbsent())
                continue;
            if (table->hasKey())
                result->index.emplace(hashValue(row.key), uint32_t(result->rows.size()));
            result->rows.push_back({copy(row.row), copy(row.key)});
            ++result->live;
        }
        return finished(result);
    }
    Value copyXml(Xml* xml) {
        Xml* result = m_context.heap.make<Xml>(Tag::Xml);
        m_done.emplace(xml, Value::of(result));
        result->kind = xml->kind;
        result->name = xml->name;
        result->text = xml->text;
        if (xml->attributes)
            result->attributes = copy(Value::of(xml->attributes)).mapping();
        for (Xml* item : xml->items)
            result->items.push_back(copy(Value::of(item)).as<Xml>());
        return finished(result);
    }

    const ConvertContext& m_context;
    bool m_isReadonly;
    int m_depth = 0;
    std::unordered_map<const HeapObject*, Value> m_done;
};

} // namespace

Value clone(const ConvertContext& context, const Value& value) {
    return Cloner(context, false).copy(value);
}

Value cloneReadOnly(const ConvertContext& context, const Value& value) {
    return Cloner(context, true).copy(value);
}

// ---- cloneWithType
namespace {

class Converter {
public:
    explicit Converter(const ConvertContext& context) : m_context(context) {}

    /// A value of the type, or Absent; the first reason is kept in error().
    Value convert(const Value& value, const SemType& type, const std::string& path) {
        types::TypeContext& types = m_context.types;
        if (++m_depth > 2000) {
            --m_depth;
            return failed(path, value, type);
        }
        Value result = Value::absent();
        switch (value.tag()) {
        case Tag::List: result = convertList(value.list(), type, path); break;
        case Tag::Mapping: result = convertMapping(value.mapping(), type, path); break;
        case Tag::Table: result = convertTable(value, type, path); break;
        default:
            if (isOfType(types, value, type))
                result = clone(m_context, value);
            else if (const auto number = castNumber(m_context.heap, types, value, type); number.value)
                result = *number.value;
            else
                result = failed(path, value, type);
        }
        --m_depth;
        return result;
    }
    const std::string& error() const { return m_error; }

private:
    Value failed(const std::string& path, const Value& value, const SemType& type) {
        if (m_error.empty()) {
            const std::string expected = typeText(m_context.types, type),
                              found = typeTextOf(m_context.types, value);
            m_error = path.empty() ? "'" + found + "' value cannot be converted to '" + expected + "'"
                                   : "'" + m_rootFound + "' value cannot be converted to '" + m_rootExpected +
                                         "': \n\t\tfield '" + path + "' in record '" + m_rootExpected +
                                         "' should be of type '" + expected + "', found '" + found + "'";
        }
        return Value::absent();
    }

    // Tries the alternatives of a union: those that take the value as it is first.
    template<class Try>
    Value firstOf(const std::vector<SemType>& alternatives, const Value& value, const SemType& type,
                  const std::string& path, Try attempt) {
        const std::string before = m_error;
        for (const SemType& alternative : alternatives) {
            const Value result = attempt(alternative);
            if (!result.isAbsent()) {
                m_error = before;
                return result;
            }
            if (alternatives.size() > 1)
                m_error = before;
        }
        return failed(path, value, type);
    }

    Value convertList(List* list, const SemType& type, const std::string& path) {
        if (m_rootFound.empty())
            remember(Value::of(list), type);
        if (type.hasAll(BasicType::List))
            return convertListTo(list, m_context.table.anydataList(), path);
        return firstOf(types::listAlternatives(m_context.types, type), Value::of(list), type, path,
                       [&](const SemType& alternative) {
                           const TypeInfo* info = m_context.table.of(alternative);
                           return info->isListType ? convertListTo(list, info, path) : Value::absent();
                       });
    }

    Value convertListTo(List* list, const TypeInfo* info, const std::string& path) {
        if (list->length < info->fixedLength || (list->length > info->fixedLength && info->isFixedLength())) {
            StoreContext stores{m_context.heap, m_context.types, m_context.table};
            if (list->length > info->fixedLength ||
                fillerValue(stores, info->memberAt(list->length).type).isAbsent())
                return failed(path, Value::of(list), info->type);
        }
        std::vector<Value> members;
        for (uint32_t i = 0; i < list->length; ++i) {
            const Value member =
                convert(list->at(i), info->memberAt(i).type, path + "[" + std::to_string(i) + "]");
            if (member.isAbsent())
                return member;
            members.push_back(member);
        }
        List* result = makeList(m_context.heap, info, members);
        StoreContext stores{m_context.heap, m_context.types, m_context.table};
        if (list->length < info->fixedLength && setLength(stores, result, int64_t(info->fixedLength)))
            return failed(path, Value::of(list), info->type);
        return frozen(Value::of(result), info->type);
    }

    Value convertMapping(Mapping* mapping, const SemType& type, const std::string& path) {
        if (m_rootFound.empty())
            remember(Value::of(mapping), type);
        if (type.hasAll(BasicType::Mapping))
            return convertMappingTo(mapping, m_context.table.anydataMap(), path);
        return firstOf(types::mappingAlternatives(m_context.types, type), Value::of(mapping), type, path,
                       [&](const SemType& alternative) {
                           const TypeInfo* info = m_context.table.of(alternative);
                           return info->isMappingType ? convertMappingTo(mapping, info, path)
                                                      : Value::absent();
                       });
    }

    Value convertMappingTo(Mapping* mapping, const TypeInfo* info, const std::string& path) {
        Mapping* result = info->fieldNames.empty()
                              ? makeMap(m_context.heap, info)
                              : makeRecord(m_context.heap, m_context.shapes->empty(info), mapping->length());
        for (FieldCursor field(mapping); field.next();) {
            const std::string inner = path.empty() ? std::string(field.key()->view())
                                                   : path + "." + std::string(field.key()->view());
            const SlotInfo& slot = info->fieldSlot(field.key()->view());
            if (slot.type.isNever()) {
                if (m_error.empty())
                    m_error = "'" + m_rootFound + "' value cannot be converted to '" + m_rootExpected +
                              "': \n\t\tfield '" + inner + "' cannot be added to the closed record '" +
                              typeText(m_context.types, info->type) + "'";
                return Value::absent();
            }
            const Value member = convert(field.value(), slot.type, inner);
            if (member.isAbsent())
                return member;
            put(m_context.heap, result, field.key(), member);
        }
        for (size_t i = 0; i < info->fieldNames.size(); ++i) {
            if (info->fields[i].isOptional || find(result, info->fieldNames[i]))
                continue;
            const Value value = defaultOf(info, info->fieldNames[i]);
            if (value.isAbsent()) {
                if (m_error.empty())
                    m_error = "'" + m_rootFound + "' value cannot be converted to '" + m_rootExpected +
                              "': \n\t\tmissing required field '" + (path.empty() ? "" : path + ".") +
                              info->fieldNames[i] + "' of type '" +
                              typeText(m_context.types, info->fields[i].type) + "' in record '" +
                              typeText(m_context.types, info->type) + "'";
                return value;
            }
            put(m_context.heap, result, makeString(m_context.heap, info->fieldNames[i]), value);
        }
        return frozen(Value::of(result), info->type);
    }

    Value defaultOf(const TypeInfo* info, const std::string& field) {
        const Value value = m_context.defaults ? m_context.defaults(info, field) : Value::absent();
        const bool isFrozen = !value.isAbsent() && types::isReadonly(m_context.types, info->type);
        return isFrozen ? cloneReadOnly(m_context, value) : value;
    }

    Value convertTable(const Value& value, const SemType& type, const std::string& path) {
        if (isOfType(m_context.types, value, type))
            return clone(m_context, value);
        return failed(path, value, type);
    }

    Value frozen(const Value& value, const SemType& type) {
        if (types::isReadonly(m_context.types, type))
            value.object->flags |= ReadonlyFlag;
        return value;
    }

    void remember(const Value& value, const SemType& type) {
        m_rootFound = typeTextOf(m_context.types, value);
        m_rootExpected = typeText(m_context.types, type);
    }

    const ConvertContext& m_context;
    std::string m_error, m_rootFound, m_rootExpected;
    int m_depth = 0;
};

} // namespace

Converted convertTo(const ConvertContext& context, const Value& value, const SemType& type) {
    Converter converter(context);
    const Value result = converter.convert(value, type, "");
    if (result.isAbsent())
        return {Value::nil(),
                converter.error().empty() ? "the value cannot be converted" : converter.error()};
    return {result, {}};
}

Converted toJson(const ConvertContext& context, const Value& value) {
    switch (value.tag()) {
    case Tag::Xml: return {stringValue(context.heap, xmlToString(value.as<Xml>())), {}};
    case Tag::List: {
        List* result = makeList(context.heap, context.table.jsonList(), value.list()->length);
        for (uint32_t i = 0; i < value.list()->length; ++i) {
            const Converted member = toJson(context, value.list()->at(i));
            if (!member)
                return member;
            append(context.heap, result, member.value);
        }
        return {Value::of(result), {}};
    }
    case Tag::Mapping: {
        Mapping* result = makeMap(context.heap, context.table.jsonMap());
        for (FieldCursor field(value.mapping()); field.next();) {
            const Converted member = toJson(context, field.value());
            if (!member)
                return member;
            put(context.heap, result, field.key(), member.value);
        }
        return {Value::of(result), {}};
    }
    case Tag::Table: {
        List* result = makeList(context.heap, context.table.jsonList());
        for (const TableRow& row : value.as<Table>()->rows) {
            if (row.row.isAbsent())
                continue;
            const Converted member = toJson(context, row.row);
            if (!member)
                return member;
            append(context.heap, result, member.value);
        }
        return {Value::of(result), {}};
    }
    case Tag::Regexp: return {stringValue(context.heap, value.as<Regexp>()->source), {}};
    default: return {value, {}};
    }
}

} // namespace barre::runtime
