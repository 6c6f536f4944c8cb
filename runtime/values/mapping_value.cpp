#include "runtime/values/mapping_value.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace barre::runtime {
namespace {

constexpr size_t maxShapeKeys = 64;
constexpr size_t maxTransitions = 64;
constexpr uint32_t linearUpTo = 8;

void rebuildIndex(MapTable& table) {
    std::memset(table.index, 0, table.buckets * sizeof(uint32_t));
    for (uint32_t i = 0; i < table.used; ++i) {
        if (!table.entries[i].key)
            continue;
        uint32_t at = hashOf(table.entries[i].key) & (table.buckets - 1);
        while (table.index[at])
            at = (at + 1) & (table.buckets - 1);
        table.index[at] = i + 1;
    }
}

void compact(MapTable& table) {
    uint32_t to = 0;
    for (uint32_t i = 0; i < table.used; ++i)
        if (table.entries[i].key)
            table.entries[to++] = table.entries[i];
    table.used = to;
}

void grow(Heap& heap, Mapping* mapping) {
    MapTable& table = mapping->table();
    const size_t before = tableBytes(table);
    if (table.live < table.used - table.used / 4 && table.used > linearUpTo) {
        compact(table);
        heap.shifted(mapping);
    } else {
        table.capacity = std::max<uint32_t>(4, table.capacity * 2);
        table.entries =
            static_cast<MapEntry*>(std::realloc(table.entries, table.capacity * sizeof(MapEntry)));
    }
    if (table.capacity > linearUpTo) {
        table.buckets = table.capacity * 2;
        table.index = static_cast<uint32_t*>(std::realloc(table.index, table.buckets * sizeof(uint32_t)));
        rebuildIndex(table);
    }
    heap.addExternal(ptrdiff_t(tableBytes(table)) - ptrdiff_t(before));
}

// The entry of a key, or -1; hash 0: look at the entries one by one.
int64_t findEntry(const MapTable& table, std::string_view key, uint32_t hash, const String* same) {
    if (!table.buckets) {
        for (uint32_t i = 0; i < table.used; ++i) {
            const String* found = table.entries[i].key;
            if (found && (found == same || found->view() == key))
                return i;
        }
        return -1;
    }
    for (uint32_t at = hash & (table.buckets - 1); table.index[at]; at = (at + 1) & (table.buckets - 1)) {
        MapEntry& entry = table.entries[table.index[at] - 1];
        if (entry.key && (entry.key == same || (entry.key->extra == hash && entry.key->view() == key)))
            return int64_t(table.index[at]) - 1;
    }
    return -1;
}

int64_t findEntry(const MapTable& table, const String* key) {
    return findEntry(table, key->view(), table.buckets ? hashOf(const_cast<String*>(key)) : 0, key);
}

void addEntry(Heap& heap, Mapping* mapping, String* key, Value value) {
    MapTable& table = mapping->table();
    hashOf(key);
    if (table.used == table.capacity)
        grow(heap, mapping);
    table.entries[table.used] = {key, value};
    if (table.buckets) {
        uint32_t at = hashOf(key) & (table.buckets - 1);
        while (table.index[at])
            at = (at + 1) & (table.buckets - 1);
        table.index[at] = table.used + 1;
    }
    ++table.used;
    ++table.live;
    ++table.mutations.additions;
    heap.wrote(key);
}

} // namespace

int Shape::findSlow(const String* key) const {
    for (size_t i = 0; i < keys.size(); ++i)
        if (keys[i]->byteLength == key->byteLength && keys[i]->view() == key->view())
            return int(i);
    return -1;
}

ShapeTable::ShapeTable(Heap& heap) : m_heap(heap) {
    heap.addRoots(this);
}

ShapeTable::~ShapeTable() {
    m_heap.removeRoots(this);
}

Shape* ShapeTable::empty(const TypeInfo* type) {
    const std::lock_guard lock(m_mutex);
    Shape*& shape = m_empty[type];
    if (!shape) {
        m_shapes.push_back(std::make_unique<Shape>());
        shape = m_shapes.back().get();
        shape->id = uint32_t(m_shapes.size());
        shape->type = type;
        shape->table = this;
    }
    return shape;
}

Shape* ShapeTable::with(Shape* shape, String* key) {
    key = intern(key->view());
    const std::lock_guard lock(m_mutex);
    if (const auto found = shape->next.find(key); found != shape->next.end())
        return found->second;
    if (shape->keys.size() >= maxShapeKeys || shape->next.size() >= maxTransitions)
        return nullptr;
    m_shapes.push_back(std::make_unique<Shape>());
    Shape* next = m_shapes.back().get();
    next->id = uint32_t(m_shapes.size());
    next->type = shape->type;
    next->table = this;
    next->parent = shape;
    next->keys = shape->keys;
    next->keys.push_back(key);
    next->slots = shape->slots;
    next->slots.push_back(&shape->type->fieldSlot(key->view()));
    shape->next.emplace(key, next);
    return next;
}

String* ShapeTable::intern(std::string_view name) {
    const std::lock_guard lock(m_mutex);
    if (const auto found = m_names.find(name); found != m_names.end())
        return found->second;
    String* string = makeString(m_heap, name);
    hashOf(string);
    m_names.emplace(string->view(), string);
    return string;
}

void ShapeTable::traceRoots(Tracer& tracer) {
    for (const auto& [name, string] : m_names)
        tracer.visit(string);
}

Mapping* makeMap(Heap& heap, const TypeInfo* type) {
    auto* mapping = static_cast<Mapping*>(
        heap.allocate(sizeof(Mapping) + sizeof(Value), Tag::Mapping, FinalizeFlag | DictionaryFlag));
    mapping->extra = 1;
    mapping->dictionaryType = type;
    *reinterpret_cast<MapTable**>(mapping + 1) = new MapTable;
    return mapping;
}

Mapping* makeRecord(Heap& heap, Shape* shape, uint32_t capacity) {
    capacity = std::max<uint32_t>(capacity, 1);
    auto* mapping =
        static_cast<Mapping*>(heap.allocate(sizeof(Mapping) + capacity * sizeof(Value), Tag::Mapping, 0));
    mapping->extra = capacity;
    mapping->shape = shape;
    return mapping;
}

size_t tableBytes(const MapTable& table) {
    return sizeof(MapTable) + table.capacity * sizeof(MapEntry) + table.buckets * sizeof(uint32_t);
}

void freeTable(Heap& heap, Mapping* mapping) {
    MapTable& table = mapping->table();
    heap.addExternal(-ptrdiff_t(tableBytes(table) - sizeof(MapTable)));
    std::free(table.entries);
    std::free(table.index);
    delete &table;
}

void toDictionary(Heap& heap, Mapping* mapping) {
    const Shape* shape = mapping->shape;
    const std::vector<Value> values(mapping->slots(), mapping->slots() + shape->keys.size());
    mapping->flags |= DictionaryFlag | FinalizeFlag;
    mapping->dictionaryType = shape->type;
    *reinterpret_cast<MapTable**>(mapping + 1) = new MapTable;
    for (size_t i = 0; i < values.size(); ++i)
        addEntry(heap, mapping, shape->keys[i], values[i]);
}

Value* find(Mapping* mapping, const String* key) {
    if (!mapping->isDictionary()) {
        const int slot = mapping->shape->find(key);
        return slot < 0 ? nullptr : &mapping->slots()[slot];
    }
    const int64_t at = findEntry(mapping->table(), key);
    return at < 0 ? nullptr : &mapping->table().entries[at].value;
}

Value* find(Mapping* mapping, std::string_view key) {
    if (!mapping->isDictionary()) {
        const auto& keys = mapping->shape->keys;
        for (size_t i = 0; i < keys.size(); ++i)
            if (keys[i]->view() == key)
                return &mapping->slots()[i];
        return nullptr;
    }
    const MapTable& table = mapping->table();
    const int64_t at = findEntry(table, key, table.buckets ? hashBytes(key) : 0, nullptr);
    return at < 0 ? nullptr : &mapping->table().entries[at].value;
}

Value get(Mapping* mapping, std::string_view key) {
    const Value* found = find(mapping, key);
    return found ? *found : Value::nil();
}

void put(Heap& heap, Mapping* mapping, String* key, Value value) {
    heap.wrote(value);
    if (Value* found = find(mapping, key)) {
        *found = value;
        return;
    }
    if (!mapping->isDictionary()) {
        const size_t count = mapping->shape->keys.size();
        Shape* next = count < mapping->extra ? mapping->shape->table->with(mapping->shape, key) : nullptr;
        if (next) {
            mapping->slots()[count] = value;
            mapping->shape = next;
            return;
        }
        toDictionary(heap, mapping);
    }
    addEntry(heap, mapping, key, value);
}

Value remove(Heap& heap, Mapping* mapping, const String* key) {
    if (!mapping->isDictionary()) {
        if (mapping->shape->find(key) < 0)
            return Value::absent();
        toDictionary(heap, mapping);
    }
    MapTable& table = mapping->table();
    const int64_t at = findEntry(table, key);
    if (at < 0)
        return Value::absent();
    const Value value = table.entries[at].value;
    table.entries[at] = {nullptr, {}};
    table.mutations.removed(uint32_t(at));
    // What the index says of the entry stays as a tombstone; entries at the end can be used again.
    if (--table.live == 0) {
        table.used = 0;
        if (table.buckets)
            std::memset(table.index, 0, table.buckets * sizeof(uint32_t));
    }
    return value;
}

void clear(Heap& heap, Mapping* mapping) {
    if (!mapping->isDictionary())
        toDictionary(heap, mapping);
    MapTable& table = mapping->table();
    if (table.used)
        table.mutations.removed(table.used - 1);
    table.used = table.live = 0;
    if (table.buckets)
        std::memset(table.index, 0, table.buckets * sizeof(uint32_t));
}

} // namespace barre::runtime
