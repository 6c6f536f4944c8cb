// The garbage collected heap: mark-sweep, size classes, objects do not move.
#pragma once

#include "runtime/values/value.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace barre::runtime {

class Heap;

/// Told of every value that an object reaches; objects are put on a work list, not followed at once.
class Tracer {
public:
    explicit Tracer(Heap& heap) : m_heap(heap) {}
    void visit(const Value& value) {
        if (value.isHeap())
            visit(value.object);
    }
    void visit(HeapObject* object);
    template<class T>
    void visit(T* object) {
        visit(reinterpret_cast<HeapObject*>(object));
    }
    void visit(const Value* values, size_t count) {
        for (size_t i = 0; i < count; ++i)
            visit(values[i]);
    }

private:
    friend class Heap;
    Heap& m_heap;
    std::vector<HeapObject*> m_pending;
};

/// What the heap asks of those that hold values outside of it.
struct RootSource {
    virtual ~RootSource() = default;
    virtual void traceRoots(Tracer& tracer) = 0;
};

/// What the collector does with an object that has C++ members.
struct ManagedOps {
    void (*trace)(HeapObject* object, Tracer& tracer);
    void (*destroy)(HeapObject* object);
};

/// A heap object with C++ members: Heap::make calls its constructor, the collector its destructor and its
/// `void trace(Tracer&)`. It must not have virtual functions: the header stands first.
struct ManagedObject : HeapObject {
    const ManagedOps* ops;
};

struct HeapLimits {
    size_t maxBytes = size_t(4) << 30;  ///< beyond it the program panics with OutOfMemory
    size_t firstCollection = 32u << 20; ///< bytes allocated before the first collection
    bool collectAlways = false;         ///< stress: at every safepoint
};

struct HeapStats {
    uint64_t collections = 0;
    uint64_t longestPauseNs = 0;
    uint64_t totalPauseNs = 0;
    size_t liveBytes = 0; ///< after the last collection
};

/// Owns every heap object. Allocation never collects; it only asks for a collection, which happens at the
/// next safepoint of the interpreter. C++ code between two safepoints may hold plain pointers.
class Heap {
public:
    explicit Heap(HeapLimits limits = {});
    ~Heap();
    Heap(const Heap&) = delete;
    Heap& operator=(const Heap&) = delete;

    /// Memory of which only the header is set.
    void* allocate(size_t bytes, Tag tag, uint8_t flags = 0) {
        const size_t classIndex = (bytes + 15) / 16;
        if (classIndex < smallClasses) [[likely]] {
            FreeCell*& list = m_free[classIndex];
            if (list) [[likely]] {
                FreeCell* cell = list;
                list = cell->next;
                return begin(cell, tag, flags, uint8_t(classIndex));
            }
        }
        return allocateSlow(bytes, tag, flags);
    }
    /// An object of a C++ type that derives from ManagedObject.
    template<class T, class... Args>
    T* make(Tag tag, Args&&... args) {
        static constexpr ManagedOps ops = {
            [](HeapObject* object, Tracer& tracer) { static_cast<T*>(object)->trace(tracer); },
            [](HeapObject* object) { static_cast<T*>(object)->~T(); }};
        void* memory = allocate(sizeof(T), tag, FinalizeFlag);
        const HeapObject header = *static_cast<HeapObject*>(memory);
        T* object = new (memory) T(std::forward<Args>(args)...);
        static_cast<HeapObject&>(*object) = header;
        object->ops = &ops;
        return object;
    }

    /// Memory outside of the cells that belongs to objects (list storage, hash tables): counted for the pace
    /// of collections and the limit.
    void addExternal(ptrdiff_t bytes) {
        m_external += bytes;
        if (bytes > 0 && (m_sinceCollection += size_t(bytes)) >= m_threshold)
            requestCollection();
    }
    /// False: so much more would break the limit; the caller panics with OutOfMemory.
    bool hasRoomFor(size_t bytes) const { return liveBytes() + bytes <= m_limits.maxBytes; }
    size_t liveBytes() const { return size_t(ptrdiff_t(m_cellBytes) + m_external); }

    bool collectionWanted() const { return m_wanted; }
    void requestCollection();
    /// A counter that is set to 0 when a safepoint is wanted: the fuel of the worker that runs.
    void setFuel(int32_t* fuel) { m_fuel = fuel; }
    /// Only at a safepoint: no other thread runs, no C++ frame holds unrooted values.
    void collect();
    /// The same, and frees at once what else would be freed bit by bit.
    void collectAll() {
        collect();
        finishSweep();
    }

    void addRoots(RootSource* source) { m_roots.push_back(source); }
    void removeRoots(RootSource* source);
    const HeapStats& stats() const { return m_stats; }
    const HeapLimits& limits() const { return m_limits; }

private:
    friend class Tracer;
    friend class RootBase;
    struct FreeCell {
        HeapObject header;
        FreeCell* next;
    };
    struct Block {
        char* memory;
        uint32_t cells;
        uint32_t cellBytes;
        bool isSwept;
    };
    struct Large {
        HeapObject* object;
        size_t bytes;
    };
    static constexpr size_t smallClasses = 33; ///< 16 … 512 bytes in steps of 16
    static constexpr size_t blockBytes = 128 * 1024;

    void* begin(void* memory, Tag tag, uint8_t flags, uint8_t sizeClass) {
        auto* object = static_cast<HeapObject*>(memory);
        object->tag = tag;
        object->mark = m_epoch;
        object->flags = flags;
        object->sizeClass = sizeClass;
        object->extra = 0;
        return memory;
    }
    void* allocateSlow(size_t bytes, Tag tag, uint8_t flags);
    void* allocateLarge(size_t bytes, Tag tag, uint8_t flags);
    bool refill(size_t classIndex);
    size_t sweepBlock(Block& block, size_t classIndex);
    void sweepLarge();
    void finishSweep();
    void finalize(HeapObject* object);
    void trace(Tracer& tracer, HeapObject* object);
    size_t bytesOf(const HeapObject* object) const;

    HeapLimits m_limits;
    HeapStats m_stats;
    uint8_t m_epoch = 1;
    bool m_wanted = false;
    int32_t* m_fuel = nullptr;
    size_t m_cellBytes = 0;
    size_t m_markedBytes = 0;    ///< of cells
    size_t m_markedExternal = 0; ///< of what belongs to marked objects
    ptrdiff_t m_external = 0;
    size_t m_sinceCollection = 0;
    size_t m_threshold = 0;
    FreeCell* m_free[smallClasses] = {};
    std::vector<Block> m_blocks[smallClasses];
    size_t m_sweepAt[smallClasses] = {}; ///< the next block of the class that may have free cells
    std::vector<Large> m_large;
    std::vector<RootSource*> m_roots;
    class RootBase* m_handles = nullptr;
};

/// A link of the list of values that C++ keeps alive.
class RootBase {
public:
    explicit RootBase(Heap& heap);
    RootBase(Heap& heap, Value value) : RootBase(heap) { m_value = value; }
    RootBase(const RootBase& other) : RootBase(*other.m_heap, other.m_value) {}
    RootBase& operator=(const RootBase& other) {
        m_value = other.m_value;
        return *this;
    }
    ~RootBase();

protected:
    friend class Heap;
    Heap* m_heap;
    Value m_value;
    RootBase* m_next = nullptr;
    RootBase* m_previous = nullptr;
};

/// Keeps a value alive while it exists. Copyable; must end before the heap does.
class Root : public RootBase {
public:
    using RootBase::RootBase;
    Value get() const { return m_value; }
    void set(Value value) { m_value = value; }
    Root& operator=(Value value) {
        m_value = value;
        return *this;
    }
};

} // namespace barre::runtime
