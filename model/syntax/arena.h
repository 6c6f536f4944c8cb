#pragma once

#include <cstddef>
#include <memory>
#include <vector>

namespace barre::syntax {

/// Memory for the nodes and tokens of one tree, given back all at once; holds trivially destructible things
/// only.
class Arena {
public:
    /// Aligned for pointers; not initialised.
    void* allocate(size_t size) {
        size = (size + alignof(void*) - 1) & ~(alignof(void*) - 1);
        if (size > m_left)
            grow(size);
        void* result = m_next;
        m_next += size;
        m_left -= size;
        return result;
    }

private:
    void grow(size_t size) {
        size_t chunk = size > m_chunkSize ? size : m_chunkSize;
        m_chunks.push_back(std::make_unique_for_overwrite<std::byte[]>(chunk));
        m_next = m_chunks.back().get();
        m_left = chunk;
        if (m_chunkSize < 1u << 20)
            m_chunkSize *= 2;
    }

    std::vector<std::unique_ptr<std::byte[]>> m_chunks;
    std::byte* m_next = nullptr;
    size_t m_left = 0;
    size_t m_chunkSize = 4096;
};

} // namespace barre::syntax
