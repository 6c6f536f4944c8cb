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

#include <algorithm>
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
            appendRow(m_context.heap, result, copy(row.row), copy(row.key));
        }
        return finished(result);
    }
    Value copyXml(Xml* xml) {
        Xml* result = m_context.heap.make<Xml>(Tag::Xml);
        m_done.emplace(xml, Value::of(result));
        result->kind = xml->kind;
        result->name = xml->name;
        result->prefix = xml->prefix;
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

constexpr uint32_t structureBits = tagBit(Tag::List) | tagBit(Tag::Mapping) | tagBit(Tag::Table);

/// A structure that is being walked over, with those around it.
class Opened {
public:
    Opened(std::vector<const HeapObject*>& open, const Value& value)
        : m_open(open), m_isCycle(std::find(open.begin(), open.end(), value.object) != open.end()) {
        m_open.push_back(value.object);
    }
    ~Opened() { m_open.pop_back(); }
    Opened(const Opened&) = delete;
    bool isCycle() const { return m_isCycle; }

private:
    std::vector<const HeapObject*>& m_open;
    bool m_isCycle;
};

class Converter {
public:
    explicit Converter(const ConvertContext& context) : m_context(context) {}

    /// A value of the type, or Absent; the first reason is kept in error().
    Value convert(const Value& value, const SemType& type, const std::string& path) {
        const Depth depth(m_depth);
        if (!value.isAnyOf(structureBits))
            return convertSimple(value, type, path);
        const Opened opened(m_open, value);
        if (opened.isCycle()) {
            m_isCyclic = true;
            m_error = "'" + typeTextOf(m_context.types, value) + "' value has cyclic reference";
            return Value::absent();
        }
        switch (value.tag()) {
        case Tag::List: return convertList(value.list(), type, path);
        case Tag::Mapping: return convertMapping(value.mapping(), type, path);
        default: return convertTable(value.as<Table>(), type, path);
        }
    }
    const std::string& error() const { return m_error; }
    bool isCyclic() const { return m_isCyclic; }

private:
    Value convertSimple(const Value& value, const SemType& type, const std::string& path) {
        types::TypeContext& types = m_context.types;
        if (isOfType(types, value, type))
            return clone(m_context, value);
        if (const auto number = castNumber(m_context.heap, types, value, type); number.value)
            return *number.value;
        if (m_context.fromJson && value.isString() && type.has(BasicType::Xml))
            if (const XmlParse parsed =
                    parseXml(m_context.heap, m_context.table.stringMap(), value.string()->view());
                parsed.xml && isOfType(types, Value::of(parsed.xml), type))
                return Value::of(parsed.xml);
        return failed(path, value, type);
    }

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
        if (!type.has(BasicType::List) && type.has(BasicType::Table)) {
            std::vector<Value> rows;
            for (uint32_t i = 0; i < list->length; ++i)
                rows.push_back(list->at(i));
            return convertRows(rows, Value::of(list), type, path);
        }
        if (type.hasAll(BasicType::List))
            return convertListTo(list, m_context.table.anydataList(), path);
        return firstOf(types::listAlternatives(m_context.types, type), Value::of(list), type, path,
                       [&](const SemType& alternative) {
                           const TypeInfo* info = m_context.table.of(alternative);
                           return info->isListType ? convertListTo(list, info, path) : Value::absent();
                       });
    }

    /// Whether a list so short can be filled up: an array can, if its members have a filler; a tuple is not.
    bool isFillable(const TypeInfo* info, uint32_t length) {
        for (const SlotInfo& member : info->members)
            if (!(member.type == info->members.front().type))
                return false;
        StoreContext stores{m_context.heap, m_context.types, m_context.table};
        return !fillerValue(stores, info->memberAt(length).type).isAbsent();
    }

    Value convertListTo(List* list, const TypeInfo* info, const std::string& path) {
        const bool isTooLong = list->length > info->fixedLength && info->isFixedLength();
        if (isTooLong || (list->length < info->fixedLength && !isFillable(info, list->length)))
            return failed(path, Value::of(list), info->type);
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

    using Fields = std::vector<std::pair<String*, Value>>;

    Value convertMappingTo(Mapping* mapping, const TypeInfo* info, const std::string& path) {
        Fields fields;
        if (!convertFields(mapping, info, path, fields) || !addDefaults(mapping, info, path, fields))
            return Value::absent();
        if (!info->fieldNames.empty() && m_context.order)
            inOrder(fields, m_context.order(info));
        Mapping* result = info->fieldNames.empty() ? makeMap(m_context.heap, info)
                                                   : makeRecord(m_context.heap, m_context.shapes->empty(info),
                                                                uint32_t(fields.size()));
        for (const auto& [name, value] : fields)
            put(m_context.heap, result, name, value);
        return frozen(Value::of(result), info->type);
    }

    bool convertFields(Mapping* mapping, const TypeInfo* info, const std::string& path, Fields& fields) {
        for (FieldCursor field(mapping); field.next();) {
            const std::string inner = path.empty() ? std::string(field.key()->view())
                                                   : path + "." + std::string(field.key()->view());
            const SlotInfo& slot = info->fieldSlot(field.key()->view());
            if (slot.type.isNever())
                return refuse("field '" + inner + "' cannot be added to the closed record '" +
                              typeText(m_context.types, info->type) + "'");
            const Value member = convert(field.value(), slot.type, inner);
            if (member.isAbsent())
                return false;
            fields.emplace_back(field.key(), member);
        }
        return true;
    }

    bool addDefaults(Mapping* mapping, const TypeInfo* info, const std::string& path, Fields& fields) {
        for (size_t i = 0; i < info->fieldNames.size(); ++i) {
            const std::string& name = info->fieldNames[i];
            if (info->fields[i].isOptional || find(mapping, name))
                continue;
            const Value value = defaultOf(info, name);
            if (value.isAbsent())
                return refuse("missing required field '" + (path.empty() ? "" : path + ".") + name +
                              "' of type '" + typeText(m_context.types, info->fields[i].type) +
                              "' in record '" + typeText(m_context.types, info->type) + "'");
            fields.emplace_back(makeString(m_context.heap, name), value);
        }
        return true;
    }

    bool refuse(const std::string& reason) {
        if (m_error.empty())
            m_error = "'" + m_rootFound + "' value cannot be converted to '" + m_rootExpected + "': \n\t\t" +
                      reason;
        return false;
    }

    /// The fields that the type declares, then the others.
    static void inOrder(Fields& fields, const std::vector<std::string_view>& order) {
        const auto rank = [&](const auto& field) {
            return std::find(order.begin(), order.end(), field.first->view()) - order.begin();
        };
        std::stable_sort(fields.begin(), fields.end(),
                         [&](const auto& a, const auto& b) { return rank(a) < rank(b); });
    }

    Value defaultOf(const TypeInfo* info, const std::string& field) {
        const Value value = m_context.defaults ? m_context.defaults(info, field) : Value::absent();
        const bool isFrozen = !value.isAbsent() && types::isReadonly(m_context.types, info->type);
        return isFrozen ? cloneReadOnly(m_context, value) : value;
    }

    Value convertTable(Table* table, const SemType& type, const std::string& path) {
        if (m_rootFound.empty())
            remember(Value::of(table), type);
        if (type.hasAll(BasicType::Table))
            return clone(m_context, Value::of(table));
        std::vector<Value> rows;
        for (const TableRow& row : table->rows)
            if (!row.row.isAbsent())
                rows.push_back(row.row);
        return convertRows(rows, Value::of(table), type, path);
    }

    /// A table of the type, of rows that are converted.
    Value convertRows(const std::vector<Value>& rows, const Value& whole, const SemType& type,
                      const std::string& path) {
        const TypeInfo* info = m_context.table.of(types::partOf(m_context.types, type, BasicType::Table));
        if (!info->isTableType)
            return failed(path, whole, type);
        StoreContext stores{m_context.heap, m_context.types, m_context.table};
        Table* table = makeTable(m_context.heap, info);
        for (size_t i = 0; i < rows.size(); ++i) {
            const Value row = convert(rows[i], info->row, path + "[" + std::to_string(i) + "]");
            if (row.isAbsent())
                return row;
            if (storeRow(stores, table, row, false))
                return failed(path, whole, type);
        }
        return frozen(Value::of(table), info->type);
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
    std::vector<const HeapObject*> m_open;
    bool m_isCyclic = false;
    int m_depth = 0;
};

} // namespace

Converted convertTo(const ConvertContext& context, const Value& value, const SemType& type) {
    Converter converter(context);
    const Value result = converter.convert(value, type, "");
    if (result.isAbsent())
        return {Value::nil(), converter.error().empty() ? "the value cannot be converted" : converter.error(),
                converter.isCyclic()};
    return {result, {}};
}

// ---- toJson
namespace {

class JsonMaker {
public:
    explicit JsonMaker(const ConvertContext& context) : m_context(context) {}

    /// The value as json, or Absent if it contains itself.
    Value make(const Value& value) {
        if (value.is(Tag::Xml))
            return stringValue(m_context.heap, xmlToString(value.as<Xml>()));
        if (value.is(Tag::Regexp))
            return stringValue(m_context.heap, value.as<Regexp>()->source);
        if (!value.isAnyOf(structureBits))
            return value;
        const Depth depth(m_depth);
        const Opened opened(m_open, value);
        if (opened.isCycle()) {
            m_cycle = "'" + typeTextOf(m_context.types, value) + "' value has cyclic reference";
            return Value::absent();
        }
        return value.isList()      ? makeOfList(value.list())
               : value.isMapping() ? makeOfMapping(value.mapping())
                                   : makeOfTable(value.as<Table>());
    }
    const std::string& cycle() const { return m_cycle; }

private:
    Value makeOfList(const List* list) {
        List* result = makeList(m_context.heap, m_context.table.jsonList(), list->length);
        for (uint32_t i = 0; i < list->length; ++i)
            append(m_context.heap, result, make(list->at(i)));
        return Value::of(result);
    }
    Value makeOfMapping(Mapping* mapping) {
        Mapping* result = makeMap(m_context.heap, m_context.table.jsonMap());
        for (FieldCursor field(mapping); field.next();)
            put(m_context.heap, result, field.key(), make(field.value()));
        return Value::of(result);
    }
    Value makeOfTable(const Table* table) {
        List* result = makeList(m_context.heap, m_context.table.jsonList());
        for (const TableRow& row : table->rows)
            if (!row.row.isAbsent())
                append(m_context.heap, result, make(row.row));
        return Value::of(result);
    }

    const ConvertContext& m_context;
    std::vector<const HeapObject*> m_open;
    std::string m_cycle;
    int m_depth = 0;
};

} // namespace

Converted toJson(const ConvertContext& context, const Value& value) {
    JsonMaker maker(context);
    const Value json = maker.make(value);
    return {json, maker.cycle(), !maker.cycle().empty()};
}

} // namespace barre::runtime
