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

void List::moveBegin(int32_t by) {
    bytes += ptrdiff_t(by) * ptrdiff_t(memberSize(kind()));
    capacity -= uint32_t(by);
    extra += uint32_t(by) << kindBits;
}

void* List::block() const {
    return bytes - room() * memberSize(kind());
}

size_t List::blockBytes() const {
    return (size_t(room()) + capacity) * memberSize(kind());
}

namespace {

constexpr uint32_t maxRoom = (1u << (32 - List::kindBits)) - 1;

/// Puts the members where the memory begins.
void takeRoom(List* list) {
    const void* members = list->storage;
    list->moveBegin(-int32_t(list->room()));
    std::memmove(list->storage, members, list->length * memberSize(list->kind()));
}

/// Room before the first member for `count` more, and for as many again as there are.
void makeRoom(Heap& heap, List* list, uint32_t count) {
    const uint32_t room = count + list->length / 2;
    reserve(heap, list, room + list->length);
    const void* members = list->storage;
    list->moveBegin(int32_t(room));
    std::memmove(list->storage, members, list->length * memberSize(list->kind()));
}

uint32_t grown(uint32_t capacity) {
    return std::max<uint32_t>(4, capacity + capacity / 2 + 1);
}

} // namespace

void reserve(Heap& heap, List* list, uint32_t capacity) {
    if (capacity <= list->capacity)
        return;
    if (list->room())
        takeRoom(list);
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

// A list that has lost many members at its begin has room for as many at its end.
void append(Heap& heap, List* list, Value value) {
    if (list->length == list->capacity)
        reserve(heap, list, list->room() > list->length ? list->capacity + 1 : grown(list->capacity));
    list->put(list->length++, value);
    heap.wrote(value);
}

void erase(Heap& heap, List* list, uint32_t from, uint32_t to) {
    const uint32_t count = to - from;
    if (from == 0 && list->room() + count <= maxRoom) {
        list->moveBegin(int32_t(count));
    } else {
        const size_t size = memberSize(list->kind());
        std::memmove(list->bytes + from * size, list->bytes + to * size, (list->length - to) * size);
    }
    list->length -= count;
    heap.shifted(list, count);
}

void insertGap(Heap& heap, List* list, uint32_t at, uint32_t count) {
    const size_t size = memberSize(list->kind());
    if (at == 0 && size_t(count) + list->length / 2 <= maxRoom / 2) {
        if (list->room() < count)
            makeRoom(heap, list, count);
        list->moveBegin(-int32_t(count));
    } else {
        if (list->length + count > list->capacity)
            reserve(heap, list, std::max(list->length + count, grown(list->capacity)));
        std::memmove(list->bytes + (at + count) * size, list->bytes + at * size, (list->length - at) * size);
    }
    std::memset(list->bytes + at * size, 0, count * size);
    list->length += count;
}

} // namespace barre::runtime
