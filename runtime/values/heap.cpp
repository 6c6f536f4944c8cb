#include "runtime/values/heap.h"

#include "runtime/values/error_value.h"
#include "runtime/values/function_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>

namespace barre::runtime {

void Tracer::visit(HeapObject* object) {
    if (!object || object->mark == m_heap.m_epoch)
        return;
    object->mark = m_heap.m_epoch;
    m_heap.m_markedBytes += m_heap.bytesOf(object);
    m_pending.push_back(object);
}

Heap::Heap(HeapLimits limits) : m_limits(limits), m_threshold(limits.firstCollection) {}

Heap::~Heap() {
    for (auto& blocks : m_blocks)
        for (Block& block : blocks) {
            for (uint32_t i = 0; i < block.cells; ++i) {
                auto* object = reinterpret_cast<HeapObject*>(block.memory + size_t(i) * block.cellBytes);
                if (object->tag != Tag::Free && (object->flags & FinalizeFlag))
                    finalize(object);
            }
            std::free(block.memory);
        }
    for (Large& large : m_large) {
        if (large.object->flags & FinalizeFlag)
            finalize(large.object);
        std::free(large.object);
    }
}

void Heap::requestCollection() {
    m_wanted = true;
    if (m_fuel)
        *m_fuel = 0;
}

void Heap::removeRoots(RootSource* source) {
    std::erase(m_roots, source);
}

void* Heap::allocateSlow(size_t bytes, Tag tag, uint8_t flags) {
    const size_t classIndex = (bytes + 15) / 16;
    if (classIndex >= smallClasses)
        return allocateLarge(bytes, tag, flags);
    refill(classIndex);
    FreeCell* cell = m_free[classIndex];
    m_free[classIndex] = cell->next;
    return begin(cell, tag, flags, uint8_t(classIndex));
}

void* Heap::allocateLarge(size_t bytes, Tag tag, uint8_t flags) {
    auto* object = static_cast<HeapObject*>(std::malloc(bytes));
    if (!object)
        throw std::bad_alloc();
    m_large.push_back({object, bytes});
    m_cellBytes += bytes;
    if ((m_sinceCollection += bytes) >= m_threshold)
        requestCollection();
    return begin(object, tag, flags, 0);
}

// Sweeps blocks of the class until one has free cells, else takes a new block.
bool Heap::refill(size_t classIndex) {
    auto& blocks = m_blocks[classIndex];
    size_t free = 0;
    while (!free && m_sweepAt[classIndex] < blocks.size())
        free = sweepBlock(blocks[m_sweepAt[classIndex]++], classIndex);
    if (!free) {
        const auto cellBytes = uint32_t(classIndex * 16);
        auto* memory = static_cast<char*>(std::aligned_alloc(64, blockBytes));
        if (!memory)
            throw std::bad_alloc();
        const auto cells = uint32_t(blockBytes / cellBytes);
        for (uint32_t i = 0; i < cells; ++i)
            reinterpret_cast<HeapObject*>(memory + size_t(i) * cellBytes)->tag = Tag::Free;
        blocks.push_back({memory, cells, cellBytes, false});
        m_sweepAt[classIndex] = blocks.size();
        free = sweepBlock(blocks.back(), classIndex);
    }
    const size_t bytes = free * classIndex * 16;
    m_cellBytes += bytes;
    if ((m_sinceCollection += bytes) >= m_threshold || m_limits.collectAlways)
        requestCollection();
    return true;
}

size_t Heap::sweepBlock(Block& block, size_t classIndex) {
    FreeCell* list = m_free[classIndex];
    size_t free = 0;
    for (uint32_t i = block.cells; i-- > 0;) {
        auto* object = reinterpret_cast<HeapObject*>(block.memory + size_t(i) * block.cellBytes);
        if (object->tag != Tag::Free) {
            if (object->mark == m_epoch)
                continue;
            if (object->flags & FinalizeFlag)
                finalize(object);
            object->tag = Tag::Free;
        }
        auto* cell = reinterpret_cast<FreeCell*>(object);
        cell->next = list;
        list = cell;
        ++free;
    }
    m_free[classIndex] = list;
    block.isSwept = true;
    return free;
}

void Heap::sweepLarge() {
    std::erase_if(m_large, [&](const Large& large) {
        if (large.object->mark == m_epoch)
            return false;
        if (large.object->flags & FinalizeFlag)
            finalize(large.object);
        std::free(large.object);
        return true;
    });
}

void Heap::finishSweep() {
    for (size_t i = 1; i < smallClasses; ++i)
        while (m_sweepAt[i] < m_blocks[i].size())
            sweepBlock(m_blocks[i][m_sweepAt[i]++], i);
}

void Heap::collect() {
    const auto began = std::chrono::steady_clock::now();
    finishSweep();
    m_epoch = uint8_t(3 - m_epoch);
    m_markedBytes = m_markedExternal = 0;
    Tracer tracer(*this);
    for (RootSource* source : m_roots)
        source->traceRoots(tracer);
    for (RootBase* root = m_handles; root; root = root->m_next)
        tracer.visit(root->m_value);
    while (!tracer.m_pending.empty()) {
        HeapObject* object = tracer.m_pending.back();
        tracer.m_pending.pop_back();
        trace(tracer, object);
    }
    sweepLarge();
    for (size_t i = 0; i < smallClasses; ++i) {
        m_free[i] = nullptr;
        m_sweepAt[i] = 0;
        for (Block& block : m_blocks[i])
            block.isSwept = false;
    }
    m_cellBytes = m_markedBytes;
    for (const Large& large : m_large)
        m_cellBytes += large.bytes;
    m_sinceCollection = 0;
    m_wanted = false;
    m_stats.liveBytes = m_cellBytes + m_markedExternal;
    m_threshold = std::max(m_limits.firstCollection, m_stats.liveBytes);
    if (m_limits.collectAlways) {
        finishSweep();
        m_threshold = 0;
    }
    const auto pause = std::chrono::steady_clock::now() - began;
    const auto ns = uint64_t(std::chrono::duration_cast<std::chrono::nanoseconds>(pause).count());
    ++m_stats.collections;
    m_stats.totalPauseNs += ns;
    m_stats.longestPauseNs = std::max(m_stats.longestPauseNs, ns);
}

size_t Heap::bytesOf(const HeapObject* object) const {
    return size_t(object->sizeClass) * 16;
}

namespace {

ManagedObject* managed(HeapObject* object) {
    return static_cast<ManagedObject*>(object);
}

void traceMapping(Tracer& tracer, Mapping* mapping) {
    if (!mapping->isDictionary()) {
        tracer.visit(mapping->slots(), mapping->shape->keys.size());
        return;
    }
    const MapTable& table = mapping->table();
    for (uint32_t i = 0; i < table.used; ++i)
        if (table.entries[i].key) {
            tracer.visit(table.entries[i].key);
            tracer.visit(table.entries[i].value);
        }
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

void Heap::trace(Tracer& tracer, HeapObject* object) {
    switch (object->tag) {
    case Tag::String: tracer.visit(reinterpret_cast<String*>(object)->buffer); break;
    case Tag::List: {
        auto* list = reinterpret_cast<List*>(object);
        m_markedExternal += list->capacity * memberSize(list->kind());
        if (list->kind() == ListStorage::Values)
            tracer.visit(list->values, list->length);
        break;
    }
    case Tag::Mapping: {
        auto* mapping = reinterpret_cast<Mapping*>(object);
        if (mapping->isDictionary())
            m_markedExternal += tableBytes(mapping->table());
        traceMapping(tracer, mapping);
        break;
    }
    case Tag::Buffer: m_markedExternal += reinterpret_cast<StringBuffer*>(object)->capacity; break;
    case Tag::Function: traceFunction(tracer, reinterpret_cast<Function*>(object)); break;
    case Tag::Object: traceObject(tracer, reinterpret_cast<Object*>(object)); break;
    case Tag::Future: traceFuture(tracer, reinterpret_cast<Future*>(object)); break;
    case Tag::Stream: tracer.visit(reinterpret_cast<Stream*>(object)->source); break;
    case Tag::Iterator:
        tracer.visit(reinterpret_cast<Iterator*>(object)->source);
        tracer.visit(reinterpret_cast<Iterator*>(object)->extra);
        break;
    case Tag::Cell: tracer.visit(reinterpret_cast<Cell*>(object)->value); break;
    case Tag::Error:
    case Tag::Table:
    case Tag::Xml:
    case Tag::Regexp:
    case Tag::Strand:
    case Tag::Channel:
    case Tag::Native: managed(object)->ops->trace(object, tracer); break;
    default: break;
    }
}

void Heap::finalize(HeapObject* object) {
    switch (object->tag) {
    case Tag::Buffer: {
        auto* buffer = reinterpret_cast<StringBuffer*>(object);
        m_external -= buffer->capacity;
        std::free(buffer->bytes);
        break;
    }
    case Tag::List: {
        auto* list = reinterpret_cast<List*>(object);
        m_external -= ptrdiff_t(list->capacity * memberSize(list->kind()));
        std::free(list->storage);
        break;
    }
    case Tag::Mapping: freeTable(*this, reinterpret_cast<Mapping*>(object)); break;
    case Tag::Object: delete reinterpret_cast<Object*>(object)->native; break;
    case Tag::Handle: {
        auto* handle = reinterpret_cast<Handle*>(object);
        if (handle->destroy)
            handle->destroy(handle->data);
        break;
    }
    default: managed(object)->ops->destroy(object); break;
    }
}

RootBase::RootBase(Heap& heap) : m_heap(&heap), m_next(heap.m_handles) {
    if (m_next)
        m_next->m_previous = this;
    heap.m_handles = this;
}

RootBase::~RootBase() {
    (m_previous ? m_previous->m_next : m_heap->m_handles) = m_next;
    if (m_next)
        m_next->m_previous = m_previous;
}

} // namespace barre::runtime
