#include "runtime/values/store.h"

#include "model/types/constructors.h"
#include "model/types/projections.h"
#include "runtime/values/equality.h"
#include "runtime/values/string_value.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/values/xml_text.h"

#include <algorithm>

namespace barre::runtime {
namespace {

Failure memberFailure(StoreContext& context, const char* name, const types::SemType& expected,
                      const Value& found) {
    return {name, "incompatible types: expected '" + typeText(context.types, expected) + "', found '" +
                      typeTextOf(context.types, found) + "'"};
}

bool isTuple(const TypeInfo* type) {
    return type->members.size() > 1 || (type->fixedLength && !type->isFixedLength());
}

const char* listViolation = "{ballerina/lang.array}InherentTypeViolation";

} // namespace

Failure indexFailure(const List* list, int64_t index) {
    return {"{ballerina/lang.array}IndexOutOfRange",
            std::string(isTuple(list->type) ? "tuple" : "array") + " index out of range: index: " +
                std::to_string(index) + ", size: " + std::to_string(list->length)};
}

Failure readonlyFailure(const Value& container) {
    const char* name = container.isList()          ? "{ballerina/lang.array}InvalidUpdate"
                       : container.is(Tag::Table)  ? "{ballerina/lang.table}InvalidUpdate"
                       : container.is(Tag::Object) ? "{ballerina/lang.object}InvalidUpdate"
                       : container.is(Tag::Xml)    ? "{ballerina/lang.xml}InvalidUpdate"
                                                   : "{ballerina/lang.map}InvalidUpdate";
    return {name, "modification not allowed on readonly value"};
}

bool fits(StoreContext& context, const SlotInfo& slot, const Value& value) {
    return ((slot.wholeBits >> value.bits) & 1) || isOfType(context.types, value, slot.type);
}

StoreResult storeMember(StoreContext& context, List* list, int64_t index, const Value& value) {
    if (list->isReadonly())
        return readonlyFailure(Value::of(list));
    if (index < 0 || index >= maxListLength)
        return indexFailure(list, index);
    if (index >= int64_t(list->length)) {
        if (list->type->isFixedLength())
            return indexFailure(list, index);
        if (index > int64_t(list->length))
            if (auto failure = setLength(context, list, index))
                return failure;
    }
    const SlotInfo& slot = list->type->memberAt(uint64_t(index));
    if (!fits(context, slot, value))
        return memberFailure(context, listViolation, slot.type, value);
    if (index < int64_t(list->length))
        put(context.heap, list, uint32_t(index), value);
    else
        append(context.heap, list, value);
    return {};
}

StoreResult pushMember(StoreContext& context, List* list, const Value& value) {
    if (list->isReadonly())
        return readonlyFailure(Value::of(list));
    if (list->length >= list->type->fixedLength && list->type->isFixedLength())
        return indexFailure(list, list->length);
    const SlotInfo& slot = list->type->memberAt(list->length);
    if (!fits(context, slot, value))
        return memberFailure(context, listViolation, slot.type, value);
    if (list->length == maxListLength)
        return indexFailure(list, list->length);
    append(context.heap, list, value);
    return {};
}

Failure lengthFailure(const List* list, int64_t length) {
    const TypeInfo& type = *list->type;
    const std::string fixed = std::to_string(type.fixedLength),
                      wanted = "' to '" + std::to_string(length) + "'";
    if (!type.isFixedLength())
        return {listViolation, "cannot change the length of a tuple with '" + fixed +
                                   "' mandatory member(s)" + wanted.substr(1)};
    const char* kind = type.members.size() > 1 ? "a tuple" : "an array";
    return {listViolation,
            std::string("cannot change the length of ") + kind + " of fixed length '" + fixed + wanted};
}

StoreResult setLength(StoreContext& context, List* list, int64_t length) {
    if (list->isReadonly())
        return readonlyFailure(Value::of(list));
    if (length < 0 || length > maxListLength)
        return indexFailure(list, length);
    if (length < int64_t(list->length)) {
        if (length < int64_t(list->type->fixedLength))
            return lengthFailure(list, length);
        list->length = uint32_t(length);
        return {};
    }
    if (length > int64_t(list->type->fixedLength) && list->type->isFixedLength() &&
        length > int64_t(list->length))
        return lengthFailure(list, length);
    if (!context.heap.hasRoomFor(size_t(length) * memberSize(list->kind())))
        return Failure{"{ballerina}OutOfMemory", "not enough memory for a list of " + std::to_string(length)};
    reserve(context.heap, list, uint32_t(length));
    while (int64_t(list->length) < length) {
        const SlotInfo& slot = list->type->memberAt(list->length);
        const Value filler = fillerValue(context, slot.type);
        if (filler.isAbsent())
            return Failure{"{ballerina/lang.array}IllegalListInsertion",
                           "array of length " + std::to_string(list->length) +
                               " cannot be expanded into array of length " + std::to_string(length) +
                               " without filler values"};
        append(context.heap, list, filler);
        if (context.fillers)
            context.fillers->used();
        const bool isShared = !filler.isHeap() || filler.object->isReadonly();
        if (isShared && list->length >= list->type->fixedLength)
            while (int64_t(list->length) < length)
                append(context.heap, list, filler);
    }
    return {};
}

namespace {

bool declaresField(const TypeInfo& type, std::string_view name) {
    return std::ranges::binary_search(type.fieldNames, name);
}

Failure readonlyFieldFailure(StoreContext& context, const TypeInfo& type, std::string_view name) {
    return {"{ballerina/lang.map}InherentTypeViolation", "cannot update 'readonly' field '" +
                                                             std::string(name) + "' in record of type '" +
                                                             typeText(context.types, type.type) + "'"};
}

} // namespace

StoreResult storeField(StoreContext& context, Mapping* mapping, String* key, const Value& value,
                       bool initializing) {
    const TypeInfo* type = mapping->type();
    if (mapping->isReadonly() && !initializing)
        return declaresField(*type, key->view()) ? readonlyFieldFailure(context, *type, key->view())
                                                 : readonlyFailure(Value::of(mapping));
    const SlotInfo& slot = type->fieldSlot(key->view());
    const bool isRecord = !type->fieldNames.empty() || type->isClosed();
    if (slot.type.isNever())
        return Failure{"{ballerina/lang.map}KeyNotFound",
                       "invalid field access: field '" + std::string(key->view()) +
                           "' not found in record type '" + typeText(context.types, type->type) + "'"};
    if (slot.isReadonly && !initializing)
        return readonlyFieldFailure(context, *type, key->view());
    if (!fits(context, slot, value)) {
        if (value.isNil() && slot.isOptional && !initializing && declaresField(*type, key->view())) {
            remove(context.heap, mapping,
                   key); // as the value of an optional field, nil means that it is absent
            return {};
        }
        const std::string expected = typeText(context.types, slot.type),
                          found = typeTextOf(context.types, value);
        return Failure{"{ballerina/lang.map}InherentTypeViolation",
                       isRecord ? "invalid value for record field '" + std::string(key->view()) +
                                      "': expected value of type '" + expected + "', found '" + found + "'"
                                : "invalid map insertion: expected value of type '" + expected +
                                      "', found '" + found + "'"};
    }
    put(context.heap, mapping, key, value);
    return {};
}

namespace {

/// Null: a member's filler has to be made by code first.
List* makeTuple(StoreContext& context, const TypeInfo* type) {
    List* tuple = makeList(context.heap, type);
    while (tuple->length < type->fixedLength) {
        const Value member = fillerValue(context, type->memberAt(tuple->length).type);
        if (member.isAbsent())
            return nullptr;
        append(context.heap, tuple, member);
    }
    return tuple;
}

Value emptyStream(StoreContext& context, const TypeInfo* type) {
    auto* stream = static_cast<Stream*>(context.heap.allocate(sizeof(Stream), Tag::Stream));
    stream->type = type;
    stream->source = Value::nil();
    stream->ended = true;
    stream->closed = false;
    return Value::of(stream);
}

} // namespace

Value fillerValue(StoreContext& context, const types::SemType& type) {
    // The common ones without asking for the type's parts.
    if (type.has(types::BasicType::Nil))
        return Value::nil();
    if (type.isWhole()) {
        if (type.all == types::intType.all)
            return Value::of(0);
        if (type.all == types::floatType.all)
            return Value::of(0.0);
        if (type.all == types::stringType.all)
            return stringValue(context.heap, "");
        if (type.all == types::booleanType.all)
            return Value::of(false);
    }
    const types::Filler filler = types::fillerOf(context.types, type, [&](const types::SemType& part) {
        return context.fillers && context.fillers->gives(part);
    });
    const TypeInfo* info = context.table.of(type);
    const auto structure = [&](auto* made) {
        if (info->isReadonly)
            made->flags |= ReadonlyFlag;
        return Value::of(made);
    };
    switch (filler.kind) {
    case types::FillerKind::None: return Value::absent();
    case types::FillerKind::Value: return valueOf(context.heap, filler.value);
    case types::FillerKind::EmptyList: return structure(makeList(context.heap, info));
    case types::FillerKind::Tuple: {
        List* tuple = makeTuple(context, info);
        return tuple ? structure(tuple) : Value::absent();
    }
    case types::FillerKind::EmptyMapping: return structure(makeMap(context.heap, info));
    case types::FillerKind::EmptyTable: return structure(makeTable(context.heap, info));
    case types::FillerKind::EmptyXml: return Value::of(xmlSequence(context.heap, {}));
    case types::FillerKind::EmptyStream: return emptyStream(context, info);
    case types::FillerKind::Code: return context.fillers->give(type);
    }
    return Value::absent();
}

StoreResult storeFiller(StoreContext& context, Mapping* mapping, String* key) {
    if (mapping->isReadonly())
        return readonlyFailure(Value::of(mapping));
    const Value filler = fillerValue(context, mapping->type()->fieldSlot(key->view()).type);
    if (filler.isAbsent())
        return Failure{"{ballerina/lang.map}KeyNotFound", "cannot find key '" + std::string(key->view()) +
                                                              "', for which there is no filler value"};
    put(context.heap, mapping, key, filler);
    return {};
}

Value valueOf(Heap& heap, const types::SingleValue& value) {
    struct Maker {
        Heap& heap;
        Value operator()(std::monostate) const { return Value::nil(); }
        Value operator()(bool v) const { return Value::of(v); }
        Value operator()(int64_t v) const { return Value::of(v); }
        Value operator()(double v) const { return Value::of(v); }
        Value operator()(const types::DecimalText& v) const {
            return decimalValue(heap, decimal::parse(v.text).value_or(Decimal{}));
        }
        Value operator()(const std::string& v) const { return stringValue(heap, v); }
    };
    return std::visit(Maker{heap}, value);
}

Value keyOfRow(Heap& heap, const Table* table, const Value& row) {
    const auto& fields = table->type->keyFields;
    if (fields.size() == 1)
        return get(row.mapping(), fields.front());
    std::vector<Value> parts;
    for (const std::string& field : fields)
        parts.push_back(get(row.mapping(), field));
    List* key = makeList(heap, table->type->table->anyList(), parts);
    key->flags |= ReadonlyFlag; // as its members are
    return Value::of(key);
}

StoreResult storeRow(StoreContext& context, Table* table, const Value& row, bool replace) {
    if (table->isReadonly())
        return readonlyFailure(Value::of(table));
    if (!isOfType(context.types, row, table->type->row))
        return Failure{"{ballerina/lang.table}InherentTypeViolation",
                       "value type inconsistent with the inherent table type '" +
                           typeText(context.types, table->type->type) + "'"};
    if (!table->hasKey()) {
        appendRow(context.heap, table, row, Value::nil());
        return {};
    }
    const Value key = keyOfRow(context.heap, table, row);
    const int64_t at = findRow(table, key);
    if (at >= 0 && !replace)
        return Failure{"{ballerina/lang.table}KeyConstraintViolation",
                       "a value found for key '" + toText(key) + "'"};
    if (at >= 0) {
        table->rows[size_t(at)].row = row;
        context.heap.wrote(row);
        return {};
    }
    appendRow(context.heap, table, row, key);
    return {};
}

StoreResult storeRowByKey(StoreContext& context, Table* table, const Value& key, const Value& row) {
    if (!deepEqual(keyOfRow(context.heap, table, row), key))
        return Failure{"{ballerina/lang.table}KeyConstraintViolation",
                       "key '" + toText(key) + "' not found in value " + toText(row)};
    return storeRow(context, table, row, true);
}

} // namespace barre::runtime
