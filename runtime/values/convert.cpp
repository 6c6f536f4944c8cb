#include "runtime/values/convert.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/values/conversion_problem.h"
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

    /// A value of the type, or Absent.
    Value convert(const Value& value, const SemType& type) {
        const Depth depth(m_depth);
        if (!value.isAnyOf(structureBits))
            return convertSimple(value, type);
        const Opened opened(m_open, value);
        if (opened.isCycle()) {
            m_cycle = "'" + typeTextOf(m_context.types, value) + "' value has cyclic reference";
            return Value::absent();
        }
        switch (value.tag()) {
        case Tag::List: return convertList(value.list(), type);
        case Tag::Mapping: return convertMapping(value.mapping(), type);
        default: return convertTable(value.as<Table>(), type);
        }
    }
    /// Why the value contains itself; empty if it does not.
    const std::string& cycle() const { return m_cycle; }

private:
    Value convertSimple(const Value& value, const SemType& type) {
        types::TypeContext& types = m_context.types;
        if (isOfType(types, value, type))
            return clone(m_context, value);
        if (const auto number = castNumber(m_context.heap, types, value, type); number.value)
            return *number.value;
        return value.isString() && type.has(BasicType::Xml) ? xmlOf(value.string(), type) : Value::absent();
    }

    Value xmlOf(const String* text, const SemType& type) {
        const XmlParse parsed = parseXml(m_context.heap, m_context.table.stringMap(), text->view());
        if (!parsed.xml)
            return Value::absent();
        const Value xml = Value::of(parsed.xml);
        if (isOfType(m_context.types, xml, type))
            return xml;
        const Value frozen = cloneReadOnly(m_context, xml);
        return isOfType(m_context.types, frozen, type) ? frozen : Value::absent();
    }

    /// What the first of a union's alternatives makes of the value.
    template<class Try>
    static Value firstOf(const std::vector<SemType>& alternatives, Try attempt) {
        for (const SemType& alternative : alternatives)
            if (const Value result = attempt(alternative); !result.isAbsent())
                return result;
        return Value::absent();
    }

    Value convertList(List* list, const SemType& type) {
        if (!type.has(BasicType::List) && type.has(BasicType::Table)) {
            std::vector<Value> rows;
            for (uint32_t i = 0; i < list->length; ++i)
                rows.push_back(list->at(i));
            return convertRows(rows, type);
        }
        if (type.hasAll(BasicType::List))
            return convertListTo(list, m_context.table.anydataList());
        return firstOf(types::listAlternatives(m_context.types, type), [&](const SemType& alternative) {
            const TypeInfo* info = m_context.table.of(alternative);
            return info->isListType ? convertListTo(list, info) : Value::absent();
        });
    }

    /// Whether a list so short can be filled up: an array can, if its members have a filler; a tuple is not.
    bool isFillable(const TypeInfo* info, uint32_t length) {
        for (const SlotInfo& member : info->members)
            if (!(member.type == info->members.front().type))
                return false;
        StoreContext stores{m_context.heap, m_context.types, m_context.table, m_context.fillers};
        return !fillerValue(stores, info->memberAt(length).type).isAbsent();
    }

    Value convertListTo(List* list, const TypeInfo* info) {
        const bool isTooLong = list->length > info->fixedLength && info->isFixedLength();
        if (isTooLong || (list->length < info->fixedLength && !isFillable(info, list->length)))
            return Value::absent();
        std::vector<Value> members;
        for (uint32_t i = 0; i < list->length; ++i) {
            const Value member = convert(list->at(i), info->memberAt(i).type);
            if (member.isAbsent())
                return member;
            members.push_back(member);
        }
        List* result = makeList(m_context.heap, info, members);
        StoreContext stores{m_context.heap, m_context.types, m_context.table, m_context.fillers};
        if (list->length < info->fixedLength && setLength(stores, result, int64_t(info->fixedLength)))
            return Value::absent();
        return frozen(Value::of(result), info->type);
    }

    Value convertMapping(Mapping* mapping, const SemType& type) {
        if (type.hasAll(BasicType::Mapping))
            return convertMappingTo(mapping, m_context.table.anydataMap());
        return firstOf(types::mappingAlternatives(m_context.types, type), [&](const SemType& alternative) {
            const TypeInfo* info = m_context.table.of(alternative);
            return info->isMappingType ? convertMappingTo(mapping, info) : Value::absent();
        });
    }

    using Fields = std::vector<std::pair<String*, Value>>;

    Value convertMappingTo(Mapping* mapping, const TypeInfo* info) {
        Fields fields;
        if (!convertFields(mapping, info, fields) || !addDefaults(mapping, info, fields))
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

    bool convertFields(Mapping* mapping, const TypeInfo* info, Fields& fields) {
        for (FieldCursor field(mapping); field.next();) {
            const SlotInfo& slot = info->fieldSlot(field.key()->view());
            if (slot.type.isNever())
                return false;
            const Value member = convert(field.value(), slot.type);
            if (member.isAbsent())
                return false;
            fields.emplace_back(field.key(), member);
        }
        return true;
    }

    bool addDefaults(Mapping* mapping, const TypeInfo* info, Fields& fields) {
        for (size_t i = 0; i < info->fieldNames.size(); ++i) {
            const std::string& name = info->fieldNames[i];
            if (info->fields[i].isOptional || find(mapping, name))
                continue;
            const Value value = defaultOf(info, name);
            if (value.isAbsent())
                return false;
            fields.emplace_back(makeString(m_context.heap, name), value);
        }
        return true;
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

    Value convertTable(Table* table, const SemType& type) {
        if (type.hasAll(BasicType::Table))
            return clone(m_context, Value::of(table));
        std::vector<Value> rows;
        for (const TableRow& row : table->rows)
            if (!row.row.isAbsent())
                rows.push_back(row.row);
        return convertRows(rows, type);
    }

    /// A table of the type, of rows that are converted.
    Value convertRows(const std::vector<Value>& rows, const SemType& type) {
        const TypeInfo* info = m_context.table.of(types::partOf(m_context.types, type, BasicType::Table));
        if (!info->isTableType)
            return Value::absent();
        StoreContext stores{m_context.heap, m_context.types, m_context.table, m_context.fillers};
        Table* table = makeTable(m_context.heap, info);
        for (size_t i = 0; i < rows.size(); ++i) {
            const Value row = convert(rows[i], info->row);
            if (row.isAbsent())
                return row;
            if (storeRow(stores, table, row, false))
                return Value::absent();
        }
        return frozen(Value::of(table), info->type);
    }

    Value frozen(const Value& value, const SemType& type) {
        if (types::isReadonly(m_context.types, type))
            value.object->flags |= ReadonlyFlag;
        return value;
    }

    const ConvertContext& m_context;
    std::string m_cycle;
    std::vector<const HeapObject*> m_open;
    int m_depth = 0;
};

} // namespace

Converted convertTo(const ConvertContext& context, const Value& value, const SemType& type, Explain explain) {
    Converter converter(context);
    const Value result = converter.convert(value, type);
    if (!result.isAbsent())
        return {result, {}};
    if (!converter.cycle().empty())
        return {Value::nil(), converter.cycle(), true};
    const bool isExplained = explain == Explain::Yes;
    return {Value::nil(),
            isExplained ? problemOfConversion(context, value, type) : "the value cannot be converted"};
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
