#include "runtime/values/equality.h"

#include "runtime/values/depth.h"
#include "runtime/values/function_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"
#include "runtime/values/xml_text.h"

#include <cmath>
#include <cstring>
#include <set>

namespace barre::runtime {
namespace {

struct Pairs : std::set<std::pair<const HeapObject*, const HeapObject*>> {
    int depth = 0;
};

bool deepEqual(const Value& a, const Value& b, Pairs*& seen, Pairs& store);

bool equalLists(const List* a, const List* b, Pairs*& seen, Pairs& store) {
    if (a->length != b->length)
        return false;
    if (a->kind() == b->kind() && (a->kind() == ListStorage::Bytes || a->kind() == ListStorage::Ints))
        return std::memcmp(a->storage, b->storage, a->length * memberSize(a->kind())) == 0;
    for (uint32_t i = 0; i < a->length && i < b->length; ++i)
        if (!deepEqual(a->at(i), b->at(i), seen, store))
            return false;
    return true;
}

bool equalMappings(Mapping* a, Mapping* b, Pairs*& seen, Pairs& store) {
    if (a->length() != b->length())
        return false;
    for (FieldCursor field(a); field.next();) {
        const Value* other = find(b, field.key());
        if (!other || !deepEqual(field.value(), *other, seen, store))
            return false;
    }
    return true;
}

bool equalTables(Table* a, Table* b, Pairs*& seen, Pairs& store) {
    if (a->live != b->live)
        return false;
    size_t j = 0;
    for (const TableRow& row : a->rows) {
        if (row.row.isAbsent())
            continue;
        while (j < b->rows.size() && b->rows[j].row.isAbsent())
            ++j;
        if (j == b->rows.size() || !deepEqual(row.row, b->rows[j++].row, seen, store))
            return false;
    }
    return true;
}

bool equalStructures(const Value& a, const Value& b, Pairs*& seen, Pairs& store) {
    // A pair that is being compared already is taken as equal: structures may contain themselves.
    seen = &store;
    const Depth depth(store.depth);
    if (!store.insert({a.object, b.object}).second)
        return true;
    switch (a.tag()) {
    case Tag::List: return equalLists(a.list(), b.list(), seen, store);
    case Tag::Mapping: return equalMappings(a.mapping(), b.mapping(), seen, store);
    case Tag::Table: return equalTables(a.as<Table>(), b.as<Table>(), seen, store);
    default: return false;
    }
}

bool deepEqual(const Value& a, const Value& b, Pairs*& seen, Pairs& store) {
    if (a.bits != b.bits)
        return false;
    switch (a.tag()) {
    case Tag::Nil:
    case Tag::Absent: return true;
    case Tag::Boolean:
    case Tag::Int: return a.payload == b.payload;
    case Tag::Float: return a.floating == b.floating || (std::isnan(a.floating) && std::isnan(b.floating));
    case Tag::Decimal: return decimal::compare(decimalOf(a), decimalOf(b)) == 0;
    case Tag::String: return equal(a.string(), b.string());
    case Tag::Xml: return a.object == b.object || xmlEqual(a.as<Xml>(), b.as<Xml>());
    case Tag::Regexp: return a.as<Regexp>()->source == b.as<Regexp>()->source;
    case Tag::List:
    case Tag::Mapping:
    case Tag::Table: return a.object == b.object || equalStructures(a, b, seen, store);
    default: return a.object == b.object;
    }
}

uint32_t mix(uint32_t hash, uint32_t more) {
    return (hash ^ more) * 0x9E3779B1u + (hash >> 15);
}

uint32_t hashInt(uint64_t value) {
    value *= 0x9E3779B97F4A7C15ull;
    return uint32_t(value >> 32);
}

// The same code without variables of its own, bound to the same object.
bool sameFunction(Function* a, Function* b) {
    return a == b || (a->code == b->code && !a->captureCount && a->self.bits == b->self.bits &&
                      a->self.payload == b->self.payload);
}

Order orderOf(int comparison) {
    return comparison < 0 ? Order::Less : comparison > 0 ? Order::Greater : Order::Equal;
}

Order compareLists(const List* a, const List* b) {
    for (uint32_t i = 0; i < a->length && i < b->length; ++i) {
        const Order order = compareOrdered(a->at(i), b->at(i));
        if (order != Order::Equal)
            return order;
    }
    return a->length < b->length ? Order::Less : a->length > b->length ? Order::Greater : Order::Equal;
}

} // namespace

bool deepEqual(const Value& a, const Value& b) {
    Pairs store;
    Pairs* seen = nullptr;
    return deepEqual(a, b, seen, store);
}

bool sameValue(const Value& a, const Value& b) {
    if (a.bits != b.bits)
        return false;
    switch (a.tag()) {
    case Tag::Float: return a.payload == b.payload || (std::isnan(a.floating) && std::isnan(b.floating));
    case Tag::Decimal: return decimal::identical(decimalOf(a), decimalOf(b));
    case Tag::String: return equal(a.string(), b.string());
    case Tag::Nil: return true;
    case Tag::Xml: {
        const Xml* x = a.as<Xml>();
        const Xml* y = b.as<Xml>();
        return x == y || xmlIdentical(x, y);
    }
    case Tag::Function: return sameFunction(a.as<Function>(), b.as<Function>());
    case Tag::Regexp: return a.as<Regexp>()->source == b.as<Regexp>()->source;
    case Tag::Typedesc: return a.as<Typedesc>()->type == b.as<Typedesc>()->type;
    default: return a.payload == b.payload;
    }
}

namespace {

// What lies deep inside makes no difference: two values that differ there only are told apart by comparing
// them.
uint32_t hashDown(const Value& value, int levels) {
    if (levels == 0)
        return 1;
    switch (value.tag()) {
    case Tag::Boolean:
    case Tag::Int: return hashInt(value.payload + uint64_t(value.bits));
    case Tag::Float:
        return value.floating == 0 ? 7 : std::isnan(value.floating) ? 11 : hashInt(value.payload);
    case Tag::Decimal: return decimal::hash(decimalOf(value));
    case Tag::String: return hashOf(value.string());
    case Tag::List: {
        uint32_t hash = value.list()->length;
        for (uint32_t i = 0; i < value.list()->length; ++i)
            hash = mix(hash, hashDown(value.list()->at(i), levels - 1));
        return hash;
    }
    case Tag::Mapping: {
        uint32_t hash = 17;
        for (FieldCursor field(value.mapping()); field.next();)
            hash += mix(hashOf(field.key()), hashDown(field.value(), levels - 1));
        return hash;
    }
    default: return uint32_t(value.bits) * 31;
    }
}

} // namespace

uint32_t hashValue(const Value& value) {
    return hashDown(value, 16);
}

Order compareOrdered(const Value& a, const Value& b) {
    if (a.bits != b.bits)
        return Order::Unordered;
    switch (a.tag()) {
    case Tag::Nil: return Order::Equal;
    case Tag::Boolean:
    case Tag::Int:
        return a.integer < b.integer ? Order::Less : a.integer > b.integer ? Order::Greater : Order::Equal;
    case Tag::Float:
        return a.floating < b.floating    ? Order::Less
               : a.floating > b.floating  ? Order::Greater
               : a.floating == b.floating ? Order::Equal
                                          : Order::Unordered;
    case Tag::Decimal: return orderOf(decimal::compare(decimalOf(a), decimalOf(b)));
    case Tag::String: return orderOf(compare(a.string(), b.string()));
    case Tag::List: return compareLists(a.list(), b.list());
    default: return Order::Unordered;
    }
}

int compareForSort(const Value& a, const Value& b, bool descending) {
    if (a.isList() && b.isList()) {
        const List* x = a.list();
        const List* y = b.list();
        for (uint32_t i = 0; i < x->length && i < y->length; ++i)
            if (const int order = compareForSort(x->at(i), y->at(i), descending))
                return order;
        const int order = x->length < y->length ? -1 : x->length > y->length;
        return descending ? -order : order;
    }
    const auto rank = [](const Value& v) {
        return v.isNil() ? 2 : v.isFloat() && std::isnan(v.floating) ? 1 : 0;
    };
    const int left = rank(a), right = rank(b);
    if (left || right)
        return left - right;
    const Order order = compareOrdered(a, b);
    const int result = order == Order::Unordered ? 0 : int(order);
    return descending ? -result : result;
}

} // namespace barre::runtime
