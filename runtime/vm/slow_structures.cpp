// Slow paths of lists, mappings, tables and objects.
#include "runtime/values/convert.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/values/xml_text.h"
#include "runtime/vm/fillers.h"
#include "runtime/vm/interpreter.h"

#include <algorithm>

namespace barre::runtime {

bool Interpreter::newList(Value& a, const Value* first, uint32_t count, const TypeInfo* type) {
    List* list = makeList(heap, type, count);
    for (uint32_t i = 0; i < count; ++i)
        list->put(list->length++, first[i]);
    a = Value::of(list);
    if (count < type->fixedLength && !fillList(list, int64_t(type->fixedLength), false))
        return false;
    if (type->isReadonly)
        list->flags |= ReadonlyFlag;
    return true;
}

/// A store that may have to fill places. Where that takes code, raise() calls it.
template<class Store>
bool Interpreter::storeWithFillers(const Fill& fill, Store store) {
    Fillers fillers(vm, worker.types());
    StoreContext context = stores();
    context.fillers = &fillers;
    const StoreResult failure = store(context);
    if (fillers.wanted() != noId)
        pendingFill = fill;
    else if (!failure)
        return true;
    return fillers.wanted() == noId && fail(*failure);
}

bool Interpreter::fillList(List* list, int64_t length, bool runsAgain) {
    return storeWithFillers({Value::of(list), Value::of(length), runsAgain},
                            [&](StoreContext& context) { return setLength(context, list, length); });
}

bool Interpreter::listGet(Value& a, const Value& value, int64_t index) {
    const List* list = value.list();
    if (index < 0 || index >= int64_t(list->length))
        return fail(indexFailure(list, index));
    a = list->at(uint32_t(index));
    return true;
}

bool Interpreter::listSet(const Value& list, int64_t index, const Value& value) {
    return storeWithFillers({list, Value::of(index), true}, [&](StoreContext& context) {
        return storeMember(context, list.list(), index, value);
    });
}

bool Interpreter::listPush(const Value& list, const Value& value) {
    StoreContext context = stores();
    const StoreResult result = pushMember(context, list.list(), value);
    return !result || fail(*result);
}

bool Interpreter::listFillGet(Value& a, const Value& value, int64_t index) {
    List* list = value.list();
    if (index >= int64_t(list->length)) {
        if (list->isReadonly())
            return fail(readonlyFailure(value));
        if (!fillList(list, index + 1, true))
            return false;
    }
    return listGet(a, value, index);
}

bool Interpreter::listAppendAll(const Value& list, const Value& source) {
    const List* from = source.list();
    const uint32_t count = from->length;
    if (list.list()->length == 0)
        reserve(heap, list.list(), count);
    for (uint32_t i = 0; i < count; ++i)
        append(heap, list.list(), from->at(i));
    return true;
}

bool Interpreter::listSliceFrom(Value& a, const Value& source, int64_t from) {
    const List* list = source.list();
    types::SemType member = types::neverType;
    types::TypeContext& context = worker.types();
    for (uint64_t i = uint64_t(from); i < list->type->fixedLength && i < 64; ++i)
        member = uniteTypes(context, member, list->type->memberAt(i).type);
    member = uniteTypes(context, member, list->type->rest.type);
    return listRest(a, source, from, vm.typeTable().of(arrayType(context, member)));
}

bool Interpreter::listRest(Value& a, const Value& source, int64_t from, const TypeInfo* type) {
    const List* list = source.list();
    List* rest = makeList(heap, type, list->length);
    for (int64_t i = from; i < int64_t(list->length); ++i)
        append(heap, rest, list->at(uint32_t(i)));
    if (type->isReadonly)
        rest->flags |= ReadonlyFlag;
    a = Value::of(rest);
    return true;
}

bool Interpreter::newMapping(Value& a, const Value* first, Shape* shape, const RecordShapeCode& code) {
    const size_t count = code.keys.size();
    const TypeInfo* type = vm.m_types[code.type];
    const uint8_t flags = type->isReadonly ? ReadonlyFlag : 0;
    bool isComplete = shape != nullptr;
    for (size_t i = 0; i < count && isComplete; ++i)
        isComplete = !first[i].isAbsent();
    if (isComplete) {
        Mapping* record = makeRecord(heap, shape, uint32_t(count));
        std::copy(first, first + count, record->slots());
        record->flags |= flags;
        a = Value::of(record);
        return true;
    }
    Mapping* mapping =
        shape ? makeRecord(heap, vm.shapes().empty(type), uint32_t(count)) : makeMap(heap, type);
    for (size_t i = 0; i < count; ++i)
        if (!first[i].isAbsent())
            put(heap, mapping, vm.m_names[code.keys[i]], first[i]);
    mapping->flags |= flags;
    a = Value::of(mapping);
    return true;
}

bool Interpreter::fieldGet(Value& a, const Value& mapping, const String* name) {
    const Value* found = find(mapping.mapping(), name);
    a = found ? *found : Value::nil();
    return true;
}

bool Interpreter::fieldSet(const Value& mapping, String* name, const Value& value, bool initializing) {
    StoreContext context = stores();
    const StoreResult result = storeField(context, mapping.mapping(), name, value, initializing);
    return !result || fail(*result);
}

bool Interpreter::fieldFillGet(Value& a, const Value& value, String* name) {
    Mapping* mapping = value.mapping();
    const auto store = [&](StoreContext& context) -> StoreResult {
        return find(mapping, name) ? StoreResult() : storeFiller(context, mapping, name);
    };
    if (!storeWithFillers({value, Value::of(name), true}, store))
        return false;
    a = *find(mapping, name);
    return true;
}

bool Interpreter::fieldRemove(Value& a, const Value& mapping, const String* name) {
    if (mapping.mapping()->isReadonly())
        return fail(readonlyFailure(mapping));
    const Value removed = remove(heap, mapping.mapping(), name);
    a = removed.isAbsent() ? Value::nil() : removed;
    return true;
}

bool Interpreter::mappingSpread(const Value& mapping, const Value& source) {
    for (FieldCursor field(source.mapping()); field.next();)
        if (!fieldSet(mapping, field.key(), field.value(), true))
            return false;
    return true;
}

bool Interpreter::mappingRest(Value& a, const Value& source, const Value& names, const TypeInfo* type) {
    Mapping* rest = makeMap(heap, type);
    const List* excluded = names.list();
    for (FieldCursor field(source.mapping()); field.next();) {
        bool isExcluded = false;
        for (uint32_t i = 0; i < excluded->length && !isExcluded; ++i)
            isExcluded = equal(excluded->at(i).string(), field.key());
        if (!isExcluded)
            put(heap, rest, field.key(), field.value());
    }
    a = Value::of(rest);
    return true;
}

bool Interpreter::memberGet(Value& a, const Value& container, const Value& key) {
    switch (container.tag()) {
    case Tag::List: return listGet(a, container, key.integer);
    case Tag::String: return stringGet(a, container, key.integer);
    case Tag::Mapping: return fieldGet(a, container, key.string());
    case Tag::Table: {
        const int64_t row = findRow(container.as<Table>(), key);
        a = row < 0 ? Value::nil() : container.as<Table>()->rows[size_t(row)].row;
        return true;
    }
    case Tag::Xml: {
        const XmlItems items(container.as<Xml>());
        if (key.integer < 0)
            return fail("xml sequence index out of range. Length: '" + std::to_string(items.size()) +
                            "' requested: '" + std::to_string(key.integer) + "'",
                        {});
        a = size_t(key.integer) < items.size() ? Value::of(items[size_t(key.integer)])
                                               : Value::of(xmlSequence(heap, {}));
        return true;
    }
    case Tag::Nil: a = Value::nil(); return true;
    default: return fail("{ballerina}OperationNotSupported", "member access is not possible here");
    }
}

bool Interpreter::memberSet(const Value& container, const Value& key, const Value& value) {
    switch (container.tag()) {
    case Tag::List: return listSet(container, key.integer, value);
    case Tag::Mapping: return fieldSet(container, key.string(), value, false);
    case Tag::Table: {
        StoreContext context = stores();
        const StoreResult result = storeRowByKey(context, container.as<Table>(), key, value);
        return !result || fail(*result);
    }
    default: return fail("{ballerina}OperationNotSupported", "member assignment is not possible here");
    }
}

// Field access on json: errors are values, because `check j.a.b` is how json is read.
bool Interpreter::laxFieldGet(Value& a, const Value& container, const String* name, bool isOptional) {
    if (container.isError() || (isOptional && container.isNil())) {
        a = container;
        return true;
    }
    if (container.is(Tag::Xml))
        return xmlAttribute(a, container.as<Xml>(), name, isOptional);
    if (!container.isMapping()) {
        a = vm.panicError("{ballerina}JSONOperationError", "JSON value is not a mapping");
        fillStack(a.error());
        return true;
    }
    if (const Value* found = find(container.mapping(), name)) {
        a = *found;
    } else if (isOptional) {
        a = Value::nil();
    } else {
        a = vm.panicError("{ballerina/lang.map}KeyNotFound",
                          "key '" + std::string(name->view()) + "' not found in JSON mapping");
        fillStack(a.error());
    }
    return true;
}

bool Interpreter::xmlAttribute(Value& a, Xml* xml, const String* name, bool isOptional) {
    const Value* found = xml->kind == XmlKind::Element ? find(xml->attributes, name) : nullptr;
    if (found) {
        a = *found;
    } else if (isOptional || xml->kind != XmlKind::Element) {
        a = Value::nil();
        if (!isOptional) {
            a = vm.panicError("{ballerina/lang.xml}XMLOperationError", "Invalid xml attribute access on xml");
            fillStack(a.error());
        }
    } else {
        a = vm.panicError("{ballerina/lang.xml}XMLOperationError",
                          "attribute '" + std::string(name->view()) + "' not found");
        fillStack(a.error());
    }
    return true;
}

// A row of a table constructor has just been made, so it may become a record of the table's row type if its
// fields belong there.
Value Interpreter::asRow(const Value& row, const TypeInfo* type) {
    StoreContext context = stores();
    if (!type->isMappingType || isOfType(context.types, row, type->type))
        return row;
    Mapping* source = row.mapping();
    Mapping* result = makeRecord(heap, vm.shapes().empty(type), source->length());
    for (FieldCursor field(source); field.next();) {
        if (!fits(context, type->fieldSlot(field.key()->view()), field.value()))
            return row;
        put(heap, result, field.key(), field.value());
    }
    for (size_t i = 0; i < type->fields.size(); ++i)
        if (!type->fields[i].isOptional && !find(result, std::string_view(type->fieldNames[i])))
            return row;
    return Value::of(result);
}

bool Interpreter::newTable(Value& a, const Value* rows, uint32_t count, const TypeInfo* type) {
    Table* table = makeTable(heap, type);
    StoreContext context = stores();
    const TypeInfo* rowType = vm.typeTable().of(type->row);
    for (uint32_t i = 0; i < count; ++i)
        if (const StoreResult result = storeRow(context, table, asRow(rows[i], rowType), false))
            return fail(*result);
    if (type->isReadonly)
        table->flags |= ReadonlyFlag;
    a = Value::of(table);
    return true;
}

bool Interpreter::objectSet(const Value& object, const String* name, const Value& value,
                            const Instruction* cache) {
    auto* target = object.as<Object>();
    const auto slot = target->info->slotOf.find(name);
    if (slot == target->info->slotOf.end())
        return fail("{ballerina}NoSuchField", name->view());
    const FieldInfo& field = target->info->fields[slot->second];
    if (target->isReadonly() || (field.isFinal && !target->slots()[slot->second].isAbsent()))
        return fail("{ballerina/lang.object}InvalidUpdate",
                    "cannot update 'final' field '" + std::string(name->view()) + "' in object of type '" +
                        target->info->name + "'");
    if (!isOfType(worker.types(), value, field.type))
        return fail("{ballerina/lang.object}InherentTypeViolation",
                    "invalid value for object field '" + std::string(name->view()) +
                        "': expected value of type '" + typeText(worker.types(), field.type) + "', found '" +
                        typeTextOf(worker.types(), value) + "'");
    // Without looking at the value only where the field takes everything of the basic type it was just given;
    // a final field is looked at each time.
    target->slots()[slot->second] = value;
    heap.wrote(value);
    if (!field.isFinal && field.type.isWhole() && field.type.all == types::valueType.all)
        fillCache(cache, target->info->id, uint16_t(slot->second));
    return true;
}

} // namespace barre::runtime
