// A strand: registers and frames as data, so that it can stop anywhere and go on later.
#pragma once

#include "runtime/bytecode/program.h"
#include "runtime/values/other_values.h"
#include "runtime/vm/native.h"

#include <memory>
#include <vector>

namespace barre::runtime {

/// A function of the program as the interpreter runs it.
struct LinkedFunction {
    FunctionCode* code = nullptr;
    Instruction* begin = nullptr;
    uint32_t registerCount = 0;
    uint16_t paramCount = 0;
    bool hasRest = false;
    bool hasCaptures = false;
    NativeFunction native = nullptr; ///< not null: the function is external
    FunctionId id = 0;
};

enum FrameFlag : uint32_t {
    BottomFrame = 1,   ///< the strand ends when it returns
    ToNativeFrame = 2, ///< the frame below is a native that goes on with what this one returns
    PeerFrame = 4,     ///< workers exchange messages with it: they are told how it ends
    AgainFrame = 8,    ///< the instruction that has called runs again when it returns
};

/// One call. A native has a frame only while it waits for something; its `next` is the continuation.
struct Frame {
    const LinkedFunction* function;
    const Instruction* next; ///< where it goes on
    uint32_t base;           ///< index of its register 0 on the strand's stack
    uint32_t flags;
};

enum class StrandState : uint8_t { Ready, Running, Waiting, Ended };

/// How a strand ended.
struct Outcome {
    enum class Kind : uint8_t { Value, Panic, Cancelled } kind = Kind::Value;
    Value value; ///< what it returned (maybe an error value), or the error of the panic

    bool isPanic() const { return kind == Kind::Panic; }
    bool isError() const { return kind == Kind::Value && value.isError(); }
};

/// Told when a strand ends. Values are valid during the call; keep them in Roots.
struct StrandObserver {
    virtual ~StrandObserver() = default;
    virtual void strandEnded(Worker& worker, Strand& strand, const Outcome& outcome) = 0;
    virtual void trace(Tracer&) {}
};

/// Makes an observer of a lambda `(Worker&, Strand&, const Outcome&)`.
template<class F>
std::unique_ptr<StrandObserver> observer(F function) {
    struct Holder final : StrandObserver {
        F function;
        explicit Holder(F f) : function(std::move(f)) {}
        void strandEnded(Worker& worker, Strand& strand, const Outcome& outcome) override {
            function(worker, strand, outcome);
        }
    };
    return std::make_unique<Holder>(std::move(function));
}

/// What a strand that waits is cancelled with; a native that suspends may set it.
struct Suspension {
    virtual ~Suspension() = default;
    /// The strand is cancelled or the Vm stops: take back timers and the like. Do not resume.
    virtual void cancelled(Worker&) {}
    virtual void trace(Tracer&) {}
};

/// A frame that is a member of Peers.
struct Membership {
    Value peers;
    uint32_t member;
    uint32_t frame; ///< its index
};

/// A thread of execution of the program; a heap object.
struct Strand : ManagedObject {
    StrandState state = StrandState::Ready;
    bool isIsolated = false;
    bool cancelRequested = false;
    bool isQueued = false;
    bool hasDelivery = false; ///< `delivery` is to be given to the native on top
    bool deliversPanic = false;
    uint64_t id = 0;
    Worker* worker = nullptr; ///< the worker it belongs to
    Value* stack = nullptr;
    uint32_t stackSize = 0;
    uint32_t frameCount = 0;
    uint32_t frameRoom = 0;
    Frame* frames = nullptr;
    Value delivery; ///< what a resumed native returns
    Future* future = nullptr;
    Strand* nextReady = nullptr;
    Strand* previousLive = nullptr; ///< the worker's list of strands that have not ended
    Strand* nextLive = nullptr;
    std::vector<Value> transactions; ///< innermost last; see lang.transaction
    std::vector<Value>
        locks; ///< keys of the lock statements it is in: numbers of variables, objects, nil for all
    std::vector<Membership> memberships; ///< innermost last
    std::unique_ptr<StrandObserver> observer;
    std::unique_ptr<Suspension> suspension;
    std::string name; ///< of the worker or what the embedder says, for stack traces and debuggers

    Strand() = default;
    ~Strand();
    Frame& top() { return frames[frameCount - 1]; }
    Value* registers(const Frame& frame) { return stack + frame.base; }
    void trace(Tracer& tracer);
    /// When it has ended.
    void freeStack(Heap& heap);
};

/// Keeps a strand alive and reachable from C++.
class StrandRef {
public:
    explicit StrandRef(Heap& heap, Strand& strand) : m_root(heap, Value::of(&strand)) {}
    Strand& get() const { return *m_root.get().as<Strand>(); }

private:
    Root m_root;
};

} // namespace barre::runtime
