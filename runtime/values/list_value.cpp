#include "runtime/values/list_value.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>

namespace barre::runtime {

size_t memberSize(ListStorage kind) {
    switch (kind) {
    case ListStorage::Values: return sizeof(Value);
    case ListStorage::Ints:
    case ListStorage::Floats: return 8;
    case ListStorage::Bytes: return 1;
    }
    return sizeof(Value);
}

List* makeList(Heap& heap, const TypeInfo* type, uint32_t capacity) {
    auto* list = static_cast<List*>(heap.allocate(sizeof(List), Tag::List, FinalizeFlag));
    list->extra = uint32_t(type->storage);
    list->type = type;
    list->length = list->capacity = 0;
    list->storage = nullptr;
    if (capacity)
        reserve(heap, list, capacity);
    return list;
}

List* makeList(Heap& heap, const TypeInfo* type, std::span<const Value> members) {
    List* list = makeList(heap, type, uint32_t(members.size()));
    for (const Value& member : members)
        list->put(list->length++, member);
    return list;
}

List* makeByteList(Heap& heap, const TypeInfo* type, std::string_view bytes) {
    List* list = makeList(heap, type, uint32_t(bytes.size()));
    if (!bytes.empty()) // then there is no storage
        std::memcpy(list->bytes, bytes.data(), bytes.size());
    list->length = uint32_t(bytes.size());
    return list;
}

void reserve(Heap& heap, List* list, uint32_t capacity) {
    if (capacity <= list->capacity)
        return;
    const size_t size = memberSize(list->kind());
    void* storage = std::realloc(list->storage, capacity * size);
    if (!storage)
        throw std::bad_alloc();
    list->storage = storage;
    heap.addExternal(ptrdiff_t((capacity - list->capacity) * size));
    list->capacity = capacity;
}

void append(Heap& heap, List* list, Value value) {
    if (list->length == list->capacity)
        reserve(heap, list, std::max<uint32_t>(4, list->capacity + list->capacity / 2 + 1));
    list->put(list->length++, value);
    heap.wrote(value);
}

void erase(Heap& heap, List* list, uint32_t from, uint32_t to) {
    const size_t size = memberSize(list->kind());
    std::memmove(list->bytes + from * size, list->bytes + to * size, (list->length - to) * size);
    list->length -= to - from;
    heap.shifted(list, to - from);
}

void insertGap(Heap& heap, List* list, uint32_t at, uint32_t count) {
    if (list->length + count > list->capacity)
        reserve(heap, list, std::max(list->length + count, list->capacity + list->capacity / 2 + 1));
    const size_t size = memberSize(list->kind());
    std::memmove(list->bytes + (at + count) * size, list->bytes + at * size, (list->length - at) * size);
    std::memset(list->bytes + at * size, 0, count * size);
    list->length += count;
}

} // namespace barre::runtime
