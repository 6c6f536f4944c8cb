// The collector's cycle: marking begins, goes on in steps, and ends; sweeping follows with the allocations.
#include "runtime/values/heap.h"

#include <algorithm>
#include <cassert>
#include <chrono>

namespace barre::runtime {
namespace {

constexpr size_t stepEvery = 256 * 1024; ///< bytes that are allocated between two steps
constexpr size_t markPerByte = 8;        ///< bytes that are marked for each allocated one
constexpr size_t longestStep =
    4u << 20;                       ///< bytes that are marked in one step at most: one or two milliseconds
constexpr uint32_t mostEndings = 8; ///< after so many the rest is marked in one go
constexpr size_t stressStep = 512;

uint64_t now() {
    return uint64_t(std::chrono::nanoseconds(std::chrono::steady_clock::now().time_since_epoch()).count());
}

} // namespace

void Heap::wroteAll(HeapObject* object) {
    if (m_isMarking && object->mark == m_epoch)
        m_tracer.trace(object);
}

void Heap::changesSilently(HeapObject* object) {
    if (m_isMarking && object->mark == m_epoch)
        m_tracer.m_changing.push_back(object);
}

// A heap that is nearly full would collect all the time.
bool Heap::makeRoom() {
    if (liveBytes() <= m_limits.maxBytes)
        return true;
    collectAll();
    return liveBytes() <= m_limits.maxBytes - m_limits.maxBytes / 16;
}

void Heap::advance() {
    const uint64_t began = now();
    if (m_limits.stress == GcStress::Whole) {
        collectAll();
        return;
    }
    const size_t bytes = std::clamp(m_allocated * markPerByte, stepEvery * markPerByte, longestStep);
    if (!m_isMarking)
        beginMarking();
    m_wanted = false;
    m_allocated = 0;
    step(m_limits.stress == GcStress::Steps ? stressStep : bytes);
    endPause(began);
}

void Heap::collect() {
    const uint64_t began = now();
    if (m_isMarking) {
        m_endings = mostEndings;
        step(SIZE_MAX / 2);
    }
    beginMarking();
    m_endings = mostEndings;
    step(SIZE_MAX / 2);
    m_wanted = false;
    endPause(began);
}

void Heap::beginMarking() {
    finishSweep();
    dropEmptyBlocks();
    m_newMark = m_epoch;
    m_epoch = uint8_t(m_epoch % 3 + 1);
    m_isMarking = true;
    m_endings = 0;
    m_trigger = stepEvery;
    m_tracer.begin(m_epoch);
    traceRoots();
}

void Heap::traceRoots() {
    for (RootSource* source : m_roots)
        source->traceRoots(m_tracer);
    for (RootBase* root = m_handles; root; root = root->m_next)
        m_tracer.visit(root->m_value);
}

// Roots and registers change without telling: when all else is marked they are looked at again. If that leads
// to much that is new, marking goes on.
void Heap::step(size_t bytes) {
    if (!m_tracer.drain(bytes))
        return;
    traceRoots();
    m_tracer.revisit();
    if (m_tracer.drain(++m_endings >= mostEndings ? SIZE_MAX / 2 : bytes))
        endMarking();
}

void Heap::endMarking() {
    if (m_limits.stress == GcStress::Steps)
        checkMarks();
    m_isMarking = false;
    m_newMark = m_epoch;
    for (size_t i = 0; i < smallClasses; ++i) {
        m_free[i] = nullptr;
        m_nextBlock[i] = 0;
        for (Block& block : m_blocks[i]) {
            block.isSwept = false;
            block.free = nullptr;
            block.freeCells = 0;
        }
    }
    m_aheadClass = m_aheadBlock = m_sweptLarge = 0;
    m_cellBytes = m_tracer.m_bytes;
    m_allocated = 0;
    ++m_stats.collections;
    m_stats.liveBytes = m_cellBytes + m_tracer.m_external;
    m_trigger = std::max(m_limits.firstCollection, m_stats.liveBytes / 4 * 3);
}

// Everything is marked once more in one go, with the next mark: what the steps have missed shows that
// somebody does not call wrote().
void Heap::checkMarks() {
    const uint8_t found = m_epoch;
    m_epoch = uint8_t(m_epoch % 3 + 1);
    m_newMark = m_epoch;
    m_tracer.begin(m_epoch);
    m_tracer.m_expected = found;
    traceRoots();
    m_tracer.drain(SIZE_MAX / 2);
    m_tracer.m_expected = 0;
}

void Heap::endPause(uint64_t began) {
    const uint64_t pause = now() - began;
    m_stats.totalPauseNs += pause;
    m_stats.longestPauseNs = std::max(m_stats.longestPauseNs, pause);
}

} // namespace barre::runtime
