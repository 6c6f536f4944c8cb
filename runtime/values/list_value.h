#pragma once

#include "runtime/values/heap.h"
#include "runtime/values/type_info.h"

#include <span>
#include <string_view>

namespace barre::runtime {

/// A list. Its storage is chosen by the inherent type: ints, floats and bytes lie densely. `extra` is the
/// ListStorage and, above it, how many members there is room for before the first one.
struct List : HeapObject {
    const TypeInfo* type; ///< inherent type
    uint32_t length;
    uint32_t capacity; ///< counted from the first member
    union {
        Value* values;
        int64_t* ints;
        double* floats;
        uint8_t* bytes;
        void* storage;
    };

    static constexpr uint32_t kindBits = 2;

    ListStorage kind() const { return ListStorage(extra & ((1u << kindBits) - 1)); }
    uint32_t room() const { return extra >> kindBits; }
    /// Begins `by` members further on, or further back in its room.
    void moveBegin(int32_t by);
    /// The memory that the list has, room included.
    void* block() const;
    size_t blockBytes() const;
    /// The member; the index is in range.
    Value at(uint32_t index) const {
        switch (kind()) {
        case ListStorage::Values: return values[index];
        case ListStorage::Ints: return Value::of(ints[index]);
        case ListStorage::Floats: return Value::of(floats[index]);
        case ListStorage::Bytes: return Value::of(int64_t(bytes[index]));
        }
        return {};
    }
    /// Stores into a list that nobody else has yet, without any check; the index is in range.
    void put(uint32_t index, Value value) {
        switch (kind()) {
        case ListStorage::Values: values[index] = value; break;
        case ListStorage::Ints: ints[index] = value.integer; break;
        case ListStorage::Floats: floats[index] = value.floating; break;
        case ListStorage::Bytes: bytes[index] = uint8_t(value.integer); break;
        }
    }
    std::string_view byteView() const { return {reinterpret_cast<const char*>(bytes), length}; }
};

inline constexpr uint32_t maxListLength = 0x7FFFFFFF;

/// An empty list with room for some members.
List* makeList(Heap& heap, const TypeInfo* type, uint32_t capacity = 0);
/// A list of these members, not checked against the type.
List* makeList(Heap& heap, const TypeInfo* type, std::span<const Value> members);
/// byte[] of these bytes (type: TypeTable::byteList()).
List* makeByteList(Heap& heap, const TypeInfo* type, std::string_view bytes);
/// Stores without a check in a list that is not new; the index is in range.
inline void put(Heap& heap, List* list, uint32_t index, Value value) {
    list->put(index, value);
    heap.wrote(value);
}
/// Appends without a check.
void append(Heap& heap, List* list, Value value);
/// Makes room for `capacity` members.
void reserve(Heap& heap, List* list, uint32_t capacity);
/// Takes out [from, to).
void erase(Heap& heap, List* list, uint32_t from, uint32_t to);
/// Puts a hole of `count` nil values before `at`.
void insertGap(Heap& heap, List* list, uint32_t at, uint32_t count);
size_t memberSize(ListStorage kind);

} // namespace barre::runtime
