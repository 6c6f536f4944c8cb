// The loop that runs one strand. For the files of this folder only.
#pragma once

#include "runtime/values/function_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/store.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

namespace barre::runtime {

struct Peers;

/// Why the loop stopped.
enum class Stop : uint8_t { Ended, Waiting, OutOfFuel };

/// What a step outside of the fast loop says about how to go on.
enum class Step : uint8_t {
    Next,  ///< the next instruction of the frame on top
    Raise, ///< `thrown` is to be raised
    Wait,  ///< the strand waits
    Ended  ///< the strand has ended
};

/// What a safepoint says.
enum class Poll : uint8_t { GoOn, Throw, Cancel, OutOfFuel };

/// A place whose filler takes code: list and length, or mapping and key.
struct Fill {
    Value container = Value::absent();
    Value key = Value::nil();
    bool runsAgain = false; ///< the instruction, when the place is filled
};

/// The state of the loop and its slow paths, which stand outside of it so that it stays small.
struct Interpreter {
    Worker& worker;
    Vm& vm;
    Heap& heap;
    Strand& strand;
    Value thrown;
    uint32_t intrinsicArguments = 0;
    Fill pendingFill; ///< set instead of `thrown` where an instruction cannot go on before code has run

    Interpreter(Worker& w, Strand& s) : worker(w), vm(w.vm()), heap(vm.heap()), strand(s) {}

    /// Runs until the strand ends, waits or has used up the worker's fuel.
    Stop run();

    // ---- frames (calls.cpp)
    bool growStack(uint32_t needed);
    /// Room for one frame more; false: StackOverflow is thrown.
    bool growFrames();
    void nameCallee(const LinkedFunction& function);
    bool pushFrame(const LinkedFunction& function, uint32_t base, uint32_t flags);
    /// Puts arguments into the form that a function takes, at `base`; false: they do not fit.
    bool adaptArguments(const LinkedFunction& callee, uint32_t base, uint32_t count, bool hasRest);
    /// Calls a function value whose arguments stand from `base` on.
    Step callValue(const Value& function, uint32_t base, uint32_t count, bool hasRest, uint32_t flags);
    Step callFunction(const LinkedFunction& callee, uint32_t base, uint32_t flags);
    /// A strand whose bottom is a native: it runs when the strand does.
    Step startNative(const Value& function, uint32_t count);
    Step callNative(const LinkedFunction& callee, uint32_t base, uint32_t flags);
    Step callMethod(const Instruction* at, uint32_t base);
    Step callResource(const Instruction* at, uint32_t base);
    /// After a native function or continuation has run; its frame is on top if `hasFrame`.
    Step afterNative(NativeCall& call, NativeResult result, const LinkedFunction& callee, uint32_t base,
                     uint32_t flags, bool hasFrame);
    /// The frame on top returns a value.
    Step leave(Value value);
    /// Gives what a resumed native waited for.
    Step deliver();
    /// Finds the handler of `thrown`; the frames above it are gone. Or calls what a pending fill needs.
    Step raise();
    Step startFill();
    const LinkedFunction* findMethod(const Value& object, const String* name);
    static const Value* findField(const Value& object, const String* name);
    bool bindMethod(Value& result, const Value& object, const String* name);

    // ---- errors (errors.cpp)
    bool fail(std::string_view name, std::string_view message);
    bool fail(const Failure& failure) { return fail(failure.name, failure.message); }
    void fillStack(Error* error);
    bool integerOverflow() { return fail("{ballerina}NumberOverflow", "int range overflow"); }
    bool divisionByZero() { return fail("{ballerina}DivisionByZero", " / by zero"); }

    // ---- safepoints (safepoint.cpp)
    Poll safepoint();
    void endCancelled();
    /// True: a debugger wants the strand to stop here.
    bool atStatement(const Instruction* at);
    /// Remembers what was found for an id; other workers may do so at the same time.
    static void fillCache(const Instruction* cache, uint32_t id, uint16_t slot);

    // ---- slow paths of instructions (slow_*.cpp). False: `thrown` is set
    bool decimalOp(Opcode op, Value& a, const Value& b, const Value& c);
    bool convertNumber(Opcode op, Value& a, const Value& b);
    bool cast(Value& a, const Value& b, const TypeInfo* type);
    bool divide(Opcode op, Value& a, int64_t b, int64_t c);
    bool listGet(Value& a, const Value& list, int64_t index);
    bool listSet(const Value& list, int64_t index, const Value& value);
    bool listPush(const Value& list, const Value& value);
    bool listFillGet(Value& a, const Value& list, int64_t index);
    /// The instruction that fills may run again when code had to make a filler, or not: `runsAgain`.
    bool fillList(List* list, int64_t length, bool runsAgain);
    template<class Store>
    bool storeWithFillers(const Fill& fill, Store store);
    bool listRest(Value& a, const Value& source, int64_t from, const TypeInfo* type);
    bool listSliceFrom(Value& a, const Value& list, int64_t from);
    bool listAppendAll(const Value& list, const Value& source);
    bool newList(Value& a, const Value* first, uint32_t count, const TypeInfo* type);
    bool newMapping(Value& a, const Value* first, Shape* shape, const RecordShapeCode& code);
    bool fieldGet(Value& a, const Value& mapping, const String* name);
    bool fieldSet(const Value& mapping, String* name, const Value& value, bool initializing);
    bool fieldFillGet(Value& a, const Value& mapping, String* name);
    bool mappingSpread(const Value& mapping, const Value& source);
    bool fieldRemove(Value& a, const Value& mapping, const String* name);
    bool mappingRest(Value& a, const Value& source, const Value& names, const TypeInfo* type);
    bool memberGet(Value& a, const Value& container, const Value& key);
    bool memberSet(const Value& container, const Value& key, const Value& value);
    bool laxFieldGet(Value& a, const Value& container, const String* name, bool isOptional);
    bool xmlAttribute(Value& a, Xml* xml, const String* name, bool isOptional);
    Value asRow(const Value& row, const TypeInfo* type);
    bool newTable(Value& a, const Value* rows, uint32_t count, const TypeInfo* type);
    bool objectSet(const Value& object, const String* name, const Value& value, const Instruction* cache);
    bool newError(Value& a, const Value* parts, const TypeInfo* type);
    bool stringGet(Value& a, const Value& string, int64_t index);
    bool concatMany(Value& a, const Value* parts, uint32_t count);
    bool newStream(Value& a, const Value& source, const TypeInfo* type);
    bool iterate(Value& a, const Value& source);
    /// False: at the end.
    bool iterateNext(Iterator* iterator, Value& out, bool& isEnd);
    bool isType(const Value& value, const TypeInfo* type);
    StoreContext stores() { return {heap, worker.types(), vm.typeTable()}; }

    // ---- generators (generator.cpp)
    Value newGenerator();
    /// Puts the registers of the frame on top back; null: it has not yielded yet.
    const Instruction* resumeGenerator(const Value& generator);
    void suspendGenerator(const Value& generator);

    // ---- strands (slow_strands.cpp)
    Value newFuture(const TypeInfo* type);
    bool startStrand(const Value& future, const Value& function, const Value* args, uint32_t count);
    bool startWorker(const Value& future, const Value& function, const Value& peers, uint32_t member);
    Step wait(Value& a, const Value& future);
    Step waitAny(Value& a, const Value* futures, uint32_t count);
    Step enterLock(Value& a, std::span<const Value> keys);

    // ---- messages between workers (slow_messages.cpp)
    Value newPeers(uint32_t members, bool isMember);
    void sendMessage(const Value& peers, const Value& message, uint32_t queue, uint32_t slot);
    Step receive(Value& a, const Value& peers, uint32_t queue, uint32_t slot);
    Step receiveAll(Value* operands, uint32_t count);
    Step receiveAny(Value* operands, uint32_t count);
    Step flush(Value& a, const Value& peers, uint32_t queue, uint32_t count);
    Step awaitPeers(Peers& peers);
    Value noMessage();
    /// The frame on top ends: its peers are told.
    void endMembership(const Value& value, bool isPanic);
};

} // namespace barre::runtime
