#include "runtime/values/tracer.h"

#include "runtime/values/error_value.h"
#include "runtime/values/function_value.h"
#include "runtime/values/heap.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"

#include <algorithm>
#include <cassert>

namespace barre::runtime {
namespace {

constexpr uint32_t pieceLength = 512; ///< members that are visited in one go
constexpr size_t windowLength = 16;   ///< objects that are on their way from memory

ManagedObject* managed(HeapObject* object) {
    return static_cast<ManagedObject*>(object);
}

/// How many members a long object has now.
uint32_t lengthOf(const HeapObject* object) {
    switch (object->tag) {
    case Tag::List: return reinterpret_cast<const List*>(object)->length;
    case Tag::Mapping: return reinterpret_cast<const Mapping*>(object)->table().used;
    default: return uint32_t(static_cast<const Table*>(object)->rows.size());
    }
}

void visitMembers(Tracer& tracer, HeapObject* object, uint32_t from, uint32_t to) {
    if (object->tag == Tag::List)
        return tracer.visit(reinterpret_cast<List*>(object)->values + from, to - from);
    if (object->tag == Tag::Mapping) {
        const MapTable& table = reinterpret_cast<Mapping*>(object)->table();
        for (; from < to; ++from) {
            if (table.entries[from].key)
                tracer.visit(table.entries[from].value);
            tracer.visit(table.entries[from].key);
        }
        return;
    }
    const auto& rows = static_cast<Table*>(object)->rows;
    for (; from < to; ++from) {
        tracer.visit(rows[from].row);
        tracer.visit(rows[from].key);
    }
}

/// What such an object refers to changes without Heap::wrote().
bool changesSilently(const HeapObject* object) {
    constexpr uint32_t tags = tagBit(Tag::Strand) | tagBit(Tag::Peers) | tagBit(Tag::Native) |
                              tagBit(Tag::Future) | tagBit(Tag::Iterator) | tagBit(Tag::Stream);
    return ((tags >> uint32_t(object->tag)) & 1) ||
           (object->tag == Tag::Object && reinterpret_cast<const Object*>(object)->native);
}

void traceFunction(Tracer& tracer, Function* function) {
    tracer.visit(function->self);
    tracer.visit(function->captures(), function->captureCount);
}

void traceObject(Tracer& tracer, Object* object) {
    tracer.visit(object->slots(), object->slotCount());
    if (object->native)
        object->native->trace(tracer);
}

void traceFuture(Tracer& tracer, Future* future) {
    tracer.visit(future->result);
    tracer.visit(future->strand);
    tracer.visit(future->waiting);
}

} // namespace

void Tracer::begin(uint8_t epoch) {
    m_epoch = epoch;
    m_bytes = m_external = m_walked = 0;
    m_changing.clear();
}

// An object that was put on the list is not touched at once: it waits in the window until its first bytes
// have come from memory.
bool Tracer::drain(size_t bytes) {
    HeapObject* window[windowLength] = {};
    size_t at = 0, waiting = 0;
    const size_t end = m_bytes + m_walked + bytes;
    while (m_bytes + m_walked < end) {
        HeapObject* next = nullptr;
        if (!m_pending.empty()) {
            next = m_pending.back();
            m_pending.pop_back();
            __builtin_prefetch(next, 1);
            ++waiting;
        } else if (!waiting) {
            if (m_walks.empty())
                return true;
            walkOn();
            continue;
        }
        std::swap(next, window[at++ % windowLength]);
        if (!next)
            continue;
        --waiting;
        mark(next);
    }
    for (HeapObject* object : window)
        visit(object);
    return m_pending.empty() && m_walks.empty();
}

void Tracer::mark(HeapObject* object) {
    if (object->mark == m_epoch)
        return;
    assert(!m_expected || object->mark == m_expected);
    object->mark = m_epoch;
    m_bytes += Heap::bytesOf(object);
    if (changesSilently(object))
        m_changing.push_back(object);
    trace(object);
}

void Tracer::revisit() {
    for (HeapObject* object : m_changing)
        trace(object);
}

void Tracer::walk(HeapObject* object, uint32_t length) {
    if (length <= pieceLength)
        visitMembers(*this, object, 0, length);
    else
        m_walks.push_back({object, 0});
}

void Tracer::walkOn() {
    Walk& walk = m_walks.back();
    HeapObject* object = walk.object;
    const uint32_t from = walk.next, length = lengthOf(object);
    const uint32_t to = std::min(length, from + pieceLength);
    walk.next = to;
    if (to >= length)
        m_walks.pop_back();
    if (from < to) {
        m_walked += (to - from) * sizeof(Value);
        visitMembers(*this, object, from, to);
    }
}

// Members that were still to come may now stand where the walk has been.
void Tracer::shifted(const HeapObject* object, uint32_t by) {
    for (Walk& walk : m_walks)
        if (walk.object == object)
            walk.next -= std::min(walk.next, by);
}

void Tracer::trace(HeapObject* object) {
    switch (object->tag) {
    case Tag::String: visit(reinterpret_cast<String*>(object)->buffer); break;
    case Tag::List: {
        auto* list = reinterpret_cast<List*>(object);
        m_external += list->blockBytes();
        if (list->kind() == ListStorage::Values)
            walk(list, list->length);
        break;
    }
    case Tag::Mapping: {
        auto* mapping = reinterpret_cast<Mapping*>(object);
        if (!mapping->isDictionary()) {
            visit(mapping->slots(), mapping->shape->keys.size());
            break;
        }
        m_external += tableBytes(mapping->table());
        walk(mapping, mapping->table().used);
        break;
    }
    case Tag::Buffer: m_external += reinterpret_cast<StringBuffer*>(object)->capacity; break;
    case Tag::Function: traceFunction(*this, reinterpret_cast<Function*>(object)); break;
    case Tag::Object: traceObject(*this, reinterpret_cast<Object*>(object)); break;
    case Tag::Future: traceFuture(*this, reinterpret_cast<Future*>(object)); break;
    case Tag::Stream: visit(reinterpret_cast<Stream*>(object)->source); break;
    case Tag::Iterator:
        visit(reinterpret_cast<Iterator*>(object)->source);
        visit(reinterpret_cast<Iterator*>(object)->extra);
        break;
    case Tag::Cell: visit(reinterpret_cast<Cell*>(object)->value); break;
    case Tag::Error:
    case Tag::Table:
    case Tag::Xml:
    case Tag::Regexp:
    case Tag::Strand:
    case Tag::Peers:
    case Tag::Native: managed(object)->ops->trace(object, *this); break;
    default: break;
    }
}

} // namespace barre::runtime
