#include "runtime/values/heap.h"

#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"

#include <algorithm>
#include <cstdlib>

namespace barre::runtime {
namespace {

constexpr size_t maxSpareBlocks = 64;
constexpr int blocksAhead = 3; ///< swept for each one that is needed, so that all are by the next collection

HeapObject* cellAt(char* memory, uint32_t index, uint32_t cellBytes) {
    return reinterpret_cast<HeapObject*>(memory + size_t(index) * cellBytes);
}

} // namespace

Heap::Heap(HeapLimits limits) : m_limits(limits), m_trigger(limits.firstCollection) {}

Heap::~Heap() {
    for (auto& blocks : m_blocks)
        for (Block& block : blocks) {
            for (uint32_t i = 0; i < block.cells; ++i) {
                HeapObject* object = cellAt(block.memory, i, block.cellBytes);
                if (object->tag != Tag::Free && (object->flags & FinalizeFlag))
                    finalize(object);
            }
            std::free(block.memory);
        }
    for (LargeHead* head : m_large) {
        auto* object = reinterpret_cast<HeapObject*>(head + 1);
        if (object->flags & FinalizeFlag)
            finalize(object);
        std::free(head);
    }
    for (char* memory : m_spare)
        std::free(memory);
}

void Heap::requestCollection() {
    m_wanted = true;
    if (m_fuel)
        *m_fuel = 0;
}

void Heap::allocated(size_t bytes) {
    m_allocated += bytes;
    if (m_allocated >= m_trigger || liveBytes() > m_limits.maxBytes)
        requestCollection();
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
    sweepLarge();
    auto* head = static_cast<LargeHead*>(std::malloc(sizeof(LargeHead) + bytes));
    if (!head)
        throw std::bad_alloc();
    head->bytes = bytes;
    m_large.push_back(head);
    m_cellBytes += bytes;
    allocated(bytes);
    return begin(head + 1, tag, flags, 0);
}

// Takes the free cells of the next block of the class that has some, else of a new block.
void Heap::refill(size_t classIndex) {
    auto& blocks = m_blocks[classIndex];
    for (int i = 0; i < blocksAhead; ++i)
        sweepAhead();
    Block* block = nullptr;
    while (!block && m_nextBlock[classIndex] < blocks.size()) {
        Block& next = blocks[m_nextBlock[classIndex]++];
        if (!next.isSwept)
            sweepBlock(next);
        if (next.free)
            block = &next;
    }
    if (!block) {
        blocks.push_back(newBlock(classIndex));
        m_nextBlock[classIndex] = blocks.size();
        block = &blocks.back();
    }
    m_free[classIndex] = block->free;
    const size_t bytes = size_t(block->freeCells) * block->cellBytes;
    block->free = nullptr;
    block->freeCells = 0;
    m_cellBytes += bytes;
    allocated(bytes);
}

Heap::Block Heap::newBlock(size_t classIndex) {
    char* memory = nullptr;
    if (m_spare.empty()) {
        memory = static_cast<char*>(std::aligned_alloc(64, blockBytes));
    } else {
        memory = m_spare.back();
        m_spare.pop_back();
    }
    if (!memory)
        throw std::bad_alloc();
    const auto cellBytes = uint32_t(classIndex * 16);
    Block block{memory, uint32_t(blockBytes / cellBytes), cellBytes, false, 0, nullptr};
    for (uint32_t i = 0; i < block.cells; ++i)
        cellAt(memory, i, cellBytes)->tag = Tag::Free;
    sweepBlock(block);
    return block;
}

// Gives back blocks that nothing has been allocated from since they were found to be empty.
void Heap::dropEmptyBlocks() {
    for (size_t i = 0; i < smallClasses; ++i) {
        const auto isEmpty = [](const Block& block) { return block.freeCells == block.cells; };
        const auto from = m_blocks[i].begin() + ptrdiff_t(m_nextBlock[i]);
        const auto empty =
            std::partition(from, m_blocks[i].end(), [&](const Block& block) { return !isEmpty(block); });
        for (auto block = empty; block != m_blocks[i].end(); ++block) {
            if (m_spare.size() < maxSpareBlocks)
                m_spare.push_back(block->memory);
            else
                std::free(block->memory);
        }
        m_blocks[i].erase(empty, m_blocks[i].end());
    }
}

void Heap::sweepBlock(Block& block) {
    FreeCell* list = nullptr;
    uint32_t free = 0;
    for (uint32_t i = block.cells; i-- > 0;) {
        HeapObject* object = cellAt(block.memory, i, block.cellBytes);
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
    block.free = list;
    block.freeCells = free;
    block.isSwept = true;
}

// Sweeps one block that nobody has asked for yet. False: all are swept.
bool Heap::sweepAhead() {
    for (; m_aheadClass < smallClasses; ++m_aheadClass, m_aheadBlock = 0) {
        auto& blocks = m_blocks[m_aheadClass];
        while (m_aheadBlock < blocks.size())
            if (Block& block = blocks[m_aheadBlock++]; !block.isSwept) {
                sweepBlock(block);
                return true;
            }
    }
    return false;
}

// Looks at a few of the objects that are too long for cells. False: all are swept.
bool Heap::sweepLarge() {
    for (int i = 0; i < blocksAhead && m_sweptLarge < m_large.size() && !m_isMarking; ++i) {
        LargeHead*& head = m_large[m_sweptLarge];
        auto* object = reinterpret_cast<HeapObject*>(head + 1);
        if (object->mark == m_epoch) {
            ++m_sweptLarge;
            continue;
        }
        if (object->flags & FinalizeFlag)
            finalize(object);
        std::free(head);
        head = m_large.back();
        m_large.pop_back();
    }
    return m_sweptLarge < m_large.size();
}

void Heap::finishSweep() {
    while (sweepAhead()) {
    }
    while (sweepLarge()) {
    }
}

void Heap::finalize(HeapObject* object) {
    switch (object->tag) {
    case Tag::Buffer: {
        auto* buffer = reinterpret_cast<StringBuffer*>(object);
        m_external -= ptrdiff_t(buffer->capacity);
        if (buffer->marks)
            m_external -= ptrdiff_t(buffer->marks->size() / 1024 * 1024 * sizeof(uint32_t));
        delete buffer->marks;
        std::free(buffer->bytes);
        break;
    }
    case Tag::List: {
        auto* list = reinterpret_cast<List*>(object);
        m_external -= ptrdiff_t(list->blockBytes());
        std::free(list->block());
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
    default: static_cast<ManagedObject*>(object)->ops->destroy(object); break;
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
