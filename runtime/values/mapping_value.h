#pragma once

#include "runtime/values/heap.h"
#include "runtime/values/string_value.h"
#include "runtime/values/type_info.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

/// Which fields a small mapping has, in the order in which they were added. Shapes form a tree: adding a
/// field leads from one to the next. Interned, never freed before the Vm.
struct Shape {
    uint32_t id = 0;                ///< never 0
    const TypeInfo* type = nullptr; ///< inherent type of the mappings that have it
    class ShapeTable* table = nullptr;
    Shape* parent = nullptr;
    std::vector<String*> keys; ///< interned
    std::vector<const SlotInfo*> slots;
    std::unordered_map<String*, Shape*> next;

    /// The slot of a key, or -1.
    int find(const String* key) const {
        for (size_t i = 0; i < keys.size(); ++i)
            if (keys[i] == key)
                return int(i);
        return findSlow(key);
    }
    int findSlow(const String* key) const;
};

/// One field of a dictionary.
struct MapEntry {
    String* key; ///< null: removed
    Value value;
};

/// What an iterator asks of a mapping or table that may change under it.
struct Mutations {
    uint32_t additions = 0;    ///< how often a member was added
    uint32_t removedBelow = 0; ///< behind the last place that has lost its member since an iterator has begun

    void removed(uint32_t at) { removedBelow = std::max(removedBelow, at + 1); }
};

/// Insertion-ordered hash table of a mapping that is used as a dictionary.
struct MapTable {
    uint32_t used = 0; ///< entries in use, removed ones included
    uint32_t live = 0;
    uint32_t capacity = 0;
    uint32_t buckets = 0; ///< a power of two, or 0: searched one after the other
    MapEntry* entries = nullptr;
    uint32_t* index = nullptr; ///< entry + 1, 0: empty
    Mutations mutations;
};

/// A mapping: record or map. Either fields in slots given by its shape, or a dictionary (DictionaryFlag).
/// `extra` is the number of slots that there is room for.
struct Mapping : HeapObject {
    union {
        Shape* shape; ///< while it has slots
        const TypeInfo* dictionaryType;
    };

    bool isDictionary() const { return flags & DictionaryFlag; }
    const TypeInfo* type() const { return isDictionary() ? dictionaryType : shape->type; }
    Value* slots() { return reinterpret_cast<Value*>(this + 1); }
    const Value* slots() const { return reinterpret_cast<const Value*>(this + 1); }
    MapTable& table() { return **reinterpret_cast<MapTable**>(this + 1); }
    const MapTable& table() const { return **reinterpret_cast<MapTable* const*>(this + 1); }
    uint32_t length() const { return isDictionary() ? table().live : uint32_t(shape->keys.size()); }
};

/// Makes and keeps shapes and the interned names of fields.
class ShapeTable : public RootSource {
public:
    explicit ShapeTable(Heap& heap);
    ~ShapeTable() override;
    Shape* empty(const TypeInfo* type);
    /// The shape with one field more; null: too many to be a shape.
    Shape* with(Shape* shape, String* key);
    /// The one String for these characters: keys of shapes are compared by address first.
    String* intern(std::string_view name);
    void traceRoots(Tracer& tracer) override;

private:
    Heap& m_heap;
    std::mutex m_mutex;
    std::vector<std::unique_ptr<Shape>> m_shapes;
    std::unordered_map<const TypeInfo*, Shape*> m_empty;
    std::unordered_map<std::string_view, String*> m_names;
};

/// An empty dictionary.
Mapping* makeMap(Heap& heap, const TypeInfo* type);
/// A record with room for `capacity` slots.
Mapping* makeRecord(Heap& heap, Shape* shape, uint32_t capacity);
/// The value, or null.
Value* find(Mapping* mapping, const String* key);
Value* find(Mapping* mapping, std::string_view key);
/// The value, or nil.
Value get(Mapping* mapping, std::string_view key);
/// Stores without any check; adds the key at the end if it is new.
void put(Heap& heap, Mapping* mapping, String* key, Value value);
/// The removed value, or Absent.
Value remove(Heap& heap, Mapping* mapping, const String* key);
void clear(Heap& heap, Mapping* mapping);
/// Bytes that a dictionary has outside of the heap's cells.
size_t tableBytes(const MapTable& table);
/// For the collector.
void freeTable(Heap& heap, Mapping* mapping);
/// Fields in slots become a dictionary.
void toDictionary(Heap& heap, Mapping* mapping);

/// Walks over the fields in order: `for (FieldCursor f(mapping); f.next();) f.key(), f.value()`.
class FieldCursor {
public:
    explicit FieldCursor(Mapping* mapping) : m_mapping(mapping) {}
    bool next() {
        if (!m_mapping->isDictionary())
            return uint32_t(++m_at) < m_mapping->shape->keys.size();
        const MapTable& table = m_mapping->table();
        while (uint32_t(++m_at) < table.used)
            if (table.entries[m_at].key)
                return true;
        return false;
    }
    String* key() const {
        return m_mapping->isDictionary() ? m_mapping->table().entries[m_at].key
                                         : m_mapping->shape->keys[size_t(m_at)];
    }
    Value& value() const {
        return m_mapping->isDictionary() ? m_mapping->table().entries[m_at].value : m_mapping->slots()[m_at];
    }

private:
    Mapping* m_mapping;
    int64_t m_at = -1;
};

} // namespace barre::runtime
