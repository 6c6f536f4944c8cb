// The garbage collected heap: mark-sweep in steps, size classes, objects do not move.
#pragma once

#include "runtime/values/tracer.h"
#include "runtime/values/value.h"

#include <cstddef>
#include <memory>
#include <mutex>
#include <new>
#include <utility>
#include <vector>

namespace barre::runtime {

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

/// For tests: what happens at every safepoint.
enum class GcStress : uint8_t {
    None,
    Whole, ///< a whole collection
    Steps  ///< a small step of marking; at the end of each cycle it is checked that no object was missed
};

struct HeapLimits {
    size_t maxBytes = size_t(4) << 30;  ///< beyond it the program panics with OutOfMemory
    size_t firstCollection = 32u << 20; ///< bytes allocated before the first collection
    GcStress stress = GcStress::None;
};

struct HeapStats {
    uint64_t collections = 0;
    uint64_t longestPauseNs = 0;
    uint64_t totalPauseNs = 0;
    size_t liveBytes = 0; ///< after the last collection
};

/// Owns every heap object. Allocation never collects; it only asks for a collection, which happens at the
/// next safepoint of the interpreter. C++ code between two safepoints may hold plain pointers.
///
/// A collection marks in short steps, with the program running in between, and sweeps when memory is needed.
/// An object that is stored into another one while marking goes on would be missed if the other one had been
/// looked at already: whoever stores into an object that is not new calls wrote(). New objects count as not
/// reached until they are found.
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
        if (bytes > 0)
            allocated(size_t(bytes));
    }
    /// False: so much more would break the limit; the caller panics with OutOfMemory.
    bool hasRoomFor(size_t bytes) const { return liveBytes() + bytes <= m_limits.maxBytes; }
    size_t liveBytes() const { return size_t(ptrdiff_t(m_cellBytes) + m_external); }

    /// The value has been stored into an object that was there before.
    void wrote(const Value& value) {
        if (m_isMarking) [[unlikely]]
            m_tracer.visit(value);
    }
    template<class T>
    void wrote(T* object) {
        if (m_isMarking) [[unlikely]]
            m_tracer.visit(object);
    }
    /// What the object refers to has changed in a way of its own.
    void wroteAll(HeapObject* object);
    /// From now on the object changes without telling.
    void changesSilently(HeapObject* object);
    /// Members of a list, dictionary or table have moved towards its begin, by so many places at most.
    void shifted(const HeapObject* object, uint32_t by = UINT32_MAX) {
        if (m_isMarking) [[unlikely]]
            m_tracer.shifted(object, by);
    }

    bool collectionWanted() const { return m_wanted || isStressed(); }
    bool isStressed() const { return m_limits.stress != GcStress::None; }
    void requestCollection();
    /// A counter that is set to 0 when a safepoint is wanted: the fuel of the worker that runs.
    void setFuel(int32_t* fuel) { m_fuel = fuel; }
    // Only at a safepoint: no other thread runs, no C++ frame holds unrooted values.
    /// A step of the collection that is wanted.
    void advance();
    /// A whole collection; what it frees is swept later.
    void collect();
    /// The same, and frees at once what else would be freed bit by bit.
    void collectAll() {
        collect();
        finishSweep();
    }
    /// Collects everything when the limit has been reached. False: that does not help.
    bool makeRoom();
    /// Bytes of an object in the heap's cells.
    static size_t bytesOf(const HeapObject* object) {
        return object->sizeClass ? size_t(object->sizeClass) * 16
                                 : reinterpret_cast<const LargeHead*>(object)[-1].bytes;
    }

    void addRoots(RootSource* source) { m_roots.push_back(source); }
    void removeRoots(RootSource* source);
    const HeapStats& stats() const { return m_stats; }
    const HeapLimits& limits() const { return m_limits; }

private:
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
        uint32_t freeCells; ///< in the list that sweeping has made
        FreeCell* free;
    };
    /// Stands before an object that is too long for a cell.
    struct alignas(16) LargeHead {
        size_t bytes;
    };
    static constexpr size_t smallClasses = 33; ///< 16 … 512 bytes in steps of 16
    static constexpr size_t blockBytes = 128 * 1024;

    void* begin(void* memory, Tag tag, uint8_t flags, uint8_t sizeClass) {
        auto* object = static_cast<HeapObject*>(memory);
        object->tag = tag;
        object->mark = m_newMark;
        object->flags = flags;
        object->sizeClass = sizeClass;
        object->extra = 0;
        return memory;
    }
    void* allocateSlow(size_t bytes, Tag tag, uint8_t flags);
    void* allocateLarge(size_t bytes, Tag tag, uint8_t flags);
    void allocated(size_t bytes);
    // heap.cpp: cells
    void refill(size_t classIndex);
    Block newBlock(size_t classIndex);
    void dropEmptyBlocks();
    void sweepBlock(Block& block);
    bool sweepAhead();
    bool sweepLarge();
    void finishSweep();
    void finalize(HeapObject* object);
    // collection.cpp: the cycle
    void beginMarking();
    void step(size_t bytes);
    void traceRoots();
    void endMarking();
    void checkMarks();
    void endPause(uint64_t began);

    HeapLimits m_limits;
    HeapStats m_stats;
    Tracer m_tracer;
    uint8_t m_epoch = 1;   ///< the mark of objects that are reachable
    uint8_t m_newMark = 1; ///< the mark of new objects
    bool m_isMarking = false;
    bool m_wanted = false;
    int32_t* m_fuel = nullptr;
    size_t m_cellBytes = 0;
    ptrdiff_t m_external = 0;
    size_t m_allocated = 0; ///< since the last step or the end of the last collection
    size_t m_trigger = 0;   ///< how many of these ask for the next step
    uint32_t m_endings = 0; ///< how often marking seemed to be at its end
    FreeCell* m_free[smallClasses] = {};
    std::vector<Block> m_blocks[smallClasses];
    size_t m_nextBlock[smallClasses] = {}; ///< the next block of the class that may have free cells
    size_t m_aheadClass = smallClasses;    ///< where sweeping ahead of need goes on
    size_t m_aheadBlock = 0;
    std::vector<char*> m_spare; ///< blocks that are not used
    std::vector<LargeHead*> m_large;
    size_t m_sweptLarge = 0;
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
