// Marking: what the collector does while it looks for the objects that are reachable.
#pragma once

#include "runtime/values/value.h"

#include <cstddef>
#include <vector>

namespace barre::runtime {

/// Told of every value that an object reaches; objects are put on a work list, not followed at once. Marking
/// goes on in steps, between which the program runs: long lists, dictionaries and tables are walked over
/// piece by piece.
class Tracer {
public:
    void visit(const Value& value) {
        if (value.isHeap())
            visit(value.object);
    }
    void visit(HeapObject* object) {
        if (object)
            m_pending.push_back(object);
    }
    template<class T>
    void visit(T* object) {
        visit(reinterpret_cast<HeapObject*>(object));
    }
    void visit(const Value* values, size_t count) {
        for (size_t i = 0; i < count; ++i)
            visit(values[i]);
    }
    /// Visits the members of a list, dictionary or table, piece by piece if there are many.
    void walk(HeapObject* object, uint32_t length);

private:
    friend class Heap;
    /// A long object whose members from `next` on are still to be visited.
    struct Walk {
        HeapObject* object;
        uint32_t next;
    };

    void begin(uint8_t epoch);
    /// Follows what is pending until about so many bytes have been marked. True: nothing is left.
    bool drain(size_t bytes);
    /// Once more through what may change without telling the heap.
    void revisit();
    void shifted(const HeapObject* object, uint32_t by);
    void mark(HeapObject* object);
    void trace(HeapObject* object);
    void walkOn();

    uint8_t m_epoch = 0;
    uint8_t m_expected = 0; ///< not 0: the mark that every object must have already
    size_t m_bytes = 0;     ///< marked in this cycle, of cells
    size_t m_external = 0;  ///< of what belongs to marked objects
    size_t m_walked = 0;    ///< bytes of members visited in this cycle
    std::vector<HeapObject*> m_pending;
    std::vector<Walk> m_walks;
    std::vector<HeapObject*> m_changing; ///< marked objects to revisit at the end
};

} // namespace barre::runtime
