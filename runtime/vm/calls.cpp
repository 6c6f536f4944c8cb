#include "runtime/values/list_value.h"
#include "runtime/vm/interpreter.h"

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>

namespace barre::runtime {

bool Interpreter::growStack(uint32_t needed) {
    if (needed > vm.options().maxRegisters)
        return fail("{ballerina}StackOverflow", "stack overflow");
    const uint32_t size = std::max({needed, strand.stackSize * 2, 64u});
    auto* stack = static_cast<Value*>(std::realloc(static_cast<void*>(strand.stack), size * sizeof(Value)));
    if (!stack)
        return fail("{ballerina}OutOfMemory", "out of memory");
    std::memset(static_cast<void*>(stack + strand.stackSize), 0, (size - strand.stackSize) * sizeof(Value));
    heap.addExternal(ptrdiff_t((size - strand.stackSize) * sizeof(Value)));
    strand.stack = stack;
    strand.stackSize = size;
    return true;
}

bool Interpreter::growFrames() {
    if (strand.frameCount >= vm.options().maxDepth)
        return fail("{ballerina}StackOverflow", "stack overflow");
    const uint32_t room = std::min(std::max(strand.frameRoom * 2, 8u), vm.options().maxDepth);
    auto* frames = static_cast<Frame*>(std::realloc(strand.frames, room * sizeof(Frame)));
    if (!frames)
        return fail("{ballerina}OutOfMemory", "out of memory");
    strand.frames = frames;
    strand.frameRoom = room;
    return true;
}

// A call that has no room belongs to the function that it calls.
void Interpreter::nameCallee(const LinkedFunction& function) {
    const FunctionCode& code = *function.code;
    std::vector<StackFrame>& stack = thrown.error()->stack;
    if (code.line)
        stack.insert(stack.begin(), {code.name, code.module, code.file, code.line});
}

bool Interpreter::pushFrame(const LinkedFunction& function, uint32_t base, uint32_t flags) {
    if ((base + function.registerCount > strand.stackSize && !growStack(base + function.registerCount)) ||
        (strand.frameCount == strand.frameRoom && !growFrames())) {
        nameCallee(function);
        return false;
    }
    strand.frames[strand.frameCount++] = {&function, function.begin, base, flags};
    return true;
}

Step Interpreter::callFunction(const LinkedFunction& callee, uint32_t base, uint32_t flags) {
    if (callee.code->native.size() || callee.native)
        return callNative(callee, base, flags);
    return pushFrame(callee, base, flags) ? Step::Next : Step::Raise;
}

bool Interpreter::adaptArguments(const LinkedFunction& callee, uint32_t base, uint32_t count, bool hasRest) {
    if (count == callee.paramCount && hasRest == callee.hasRest)
        return true;
    std::vector<Value> args(strand.stack + base, strand.stack + base + count);
    if (hasRest) {
        const List* rest = args.back().list();
        args.pop_back();
        for (uint32_t i = 0; i < rest->length; ++i)
            args.push_back(rest->at(i));
    }
    const uint32_t needed = base + std::max<uint32_t>(callee.registerCount, callee.paramCount);
    if (needed > strand.stackSize && !growStack(needed))
        return false;
    Value* to = strand.stack + base;
    const uint32_t plain = callee.paramCount - callee.hasRest;
    for (uint32_t i = 0; i < plain; ++i)
        to[i] = i < args.size() ? args[i] : Value::absent();
    if (callee.hasRest) {
        List* rest = makeList(heap, vm.restType(callee));
        for (size_t i = plain; i < args.size(); ++i)
            append(heap, rest, args[i]);
        to[plain] = Value::of(rest);
        return true;
    }
    return args.size() <= plain ||
           fail("{ballerina}IncompatibleArguments", "arguments of incompatible argument list cannot be "
                                                    "passed to function expecting parameter list");
}

Step Interpreter::callValue(const Value& function, uint32_t base, uint32_t count, bool hasRest,
                            uint32_t flags) {
    auto* value = function.as<Function>();
    const LinkedFunction& callee = *value->code;
    const uint32_t needed = base + std::max<uint32_t>(callee.registerCount, count + 1) + 1;
    if (needed > strand.stackSize && !growStack(needed))
        return Step::Raise;
    if (!value->self.isAbsent()) {
        std::memmove(static_cast<void*>(strand.stack + base + 1), strand.stack + base, count * sizeof(Value));
        strand.stack[base] = value->self;
        ++count;
    }
    if (!adaptArguments(callee, base, count, hasRest))
        return Step::Raise;
    if (callee.hasCaptures)
        strand.stack[base + callee.paramCount] = Value::of(value);
    return callFunction(callee, base, flags);
}

const LinkedFunction* Interpreter::findMethod(const Value& object, const String* name) {
    const ClassInfo* info = object.as<Object>()->info;
    const auto found = info->methodOf.find(name);
    return found == info->methodOf.end() ? nullptr : found->second;
}

// A field that holds a function is used like a method.
const Value* Interpreter::findField(const Value& object, const String* name) {
    const ClassInfo* info = object.as<Object>()->info;
    const auto slot = info->slotOf.find(name);
    return slot == info->slotOf.end() ? nullptr : &object.as<Object>()->slots()[slot->second];
}

bool Interpreter::bindMethod(Value& result, const Value& object, const String* name) {
    const LinkedFunction* method = findMethod(object, name);
    const Value* field = method ? nullptr : findField(object, name);
    if (!method && !field)
        return fail("{ballerina}MethodNotFound", name->view());
    if (field) {
        result = *field;
        return true;
    }
    Function* function = vm.functionValue(*method);
    function->self = object;
    result = Value::of(function);
    return true;
}

// Word behind CALL_METHOD: op 16 bits, id of the class 24 bits, function 24 bits.
Step Interpreter::callMethod(const Instruction* at, uint32_t base) {
    const Value object = strand.stack[base];
    const uint32_t count = at->b;
    const bool hasRest = at[1].wide() & 1;
    const String* name = vm.m_names[at->c];
    if (!object.is(Tag::Object)) {
        fail("{ballerina}MethodNotFound", name->view());
        return Step::Raise;
    }
    const LinkedFunction* callee = findMethod(object, name);
    if (!callee) {
        const Value* field = findField(object, name);
        if (!field) {
            fail("{ballerina}MethodNotFound", name->view());
            return Step::Raise;
        }
        const Value function = *field;
        std::memmove(static_cast<void*>(strand.stack + base), strand.stack + base + 1,
                     (count - 1) * sizeof(Value));
        return callValue(function, base, count - 1, hasRest, 0);
    }
    const bool isPlain = count == callee->paramCount && hasRest == callee->hasRest;
    if (isPlain && !callee->native && callee->code->native.empty()) {
        const uint64_t word = uint64_t(Opcode::CACHE) | uint64_t(object.as<Object>()->info->id) << 16 |
                              uint64_t(callee->id) << 40;
        __atomic_store_n(reinterpret_cast<uint64_t*>(const_cast<Instruction*>(at + 2)), word,
                         __ATOMIC_RELAXED);
    }
    if (!isPlain && !adaptArguments(*callee, base, count, hasRest))
        return Step::Raise;
    return callFunction(*callee, base, 0);
}

Step Interpreter::callNative(const LinkedFunction& callee, uint32_t base, uint32_t flags) {
    if (!callee.native) {
        fail("{ballerina}UnsupportedFunction",
             "the function '" + callee.code->native + "' has no native body");
        return Step::Raise;
    }
    const uint32_t needed = base + callee.registerCount;
    if (needed > strand.stackSize && !growStack(needed))
        return Step::Raise;
    const uint32_t count = callee.code->name.empty() ? intrinsicArguments : callee.paramCount;
    NativeCall call{worker, strand, strand.stack + base, count, {}, nullptr, {}, {}};
    const NativeResult result = callee.native(call);
    if (result == NativeResult::Return && !flags) [[likely]] {
        if (call.result.isError() && !call.result.error()->hasStack)
            fillStack(call.result.error());
        strand.stack[base] = call.result;
        return Step::Next;
    }
    return afterNative(call, result, callee, base, flags, false);
}

// The native is its own continuation: it is called when the strand first runs, as if a call of its had
// returned.
Step Interpreter::startNative(const Value& function, uint32_t count) {
    auto* value = function.as<Function>();
    const LinkedFunction& callee = *value->code;
    if (!callee.native)
        return callNative(callee, 0, BottomFrame);
    if (!value->self.isAbsent()) {
        std::memmove(static_cast<void*>(strand.stack + 1), strand.stack, count * sizeof(Value));
        strand.stack[0] = value->self;
        ++count;
    }
    if (!adaptArguments(callee, 0, count, false) || !pushFrame(callee, 0, BottomFrame) ||
        !pushFrame(callee, 0, ToNativeFrame))
        return Step::Raise;
    strand.frames[0].next = reinterpret_cast<const Instruction*>(callee.native);
    strand.hasDelivery = true;
    return Step::Next;
}

Step Interpreter::afterNative(NativeCall& call, NativeResult result, const LinkedFunction& callee,
                              uint32_t base, uint32_t flags, bool hasFrame) {
    switch (result) {
    case NativeResult::Return:
        if (!hasFrame && !pushFrame(callee, base, flags))
            return Step::Raise;
        return leave(call.result);
    case NativeResult::Panic:
        if (hasFrame)
            --strand.frameCount;
        thrown = call.result;
        if (thrown.isError() && !thrown.error()->hasStack)
            fillStack(thrown.error());
        return Step::Raise;
    case NativeResult::Suspend:
        if (!hasFrame && !pushFrame(callee, base, flags))
            return Step::Raise;
        strand.top().next = nullptr;
        if (strand.hasDelivery)
            return deliver();
        return Step::Wait;
    case NativeResult::Call: {
        const std::vector<Value> args(call.calleeArgs.begin(), call.calleeArgs.end());
        if (!hasFrame && !pushFrame(callee, base, flags))
            return Step::Raise;
        strand.top().next = reinterpret_cast<const Instruction*>(call.continuation);
        const uint32_t argBase = base + callee.registerCount;
        if (argBase + args.size() + 1 > strand.stackSize && !growStack(argBase + uint32_t(args.size()) + 1))
            return Step::Raise;
        std::copy(args.begin(), args.end(), strand.stack + argBase);
        return callValue(call.callee, argBase, uint32_t(args.size()), false, ToNativeFrame);
    }
    }
    return Step::Raise;
}

Step Interpreter::leave(Value value) {
    const Frame frame = strand.top();
    if (value.isError() && !value.error()->hasStack)
        fillStack(value.error());
    if (frame.flags & PeerFrame)
        endMembership(value, false);
    --strand.frameCount;
    if (frame.flags & BottomFrame) {
        worker.strandEnded(strand, {Outcome::Kind::Value, value});
        return Step::Ended;
    }
    if (!(frame.flags & ToNativeFrame)) {
        strand.stack[frame.base] = value;
        if (frame.flags & AgainFrame)
            --strand.top().next;
        return Step::Next;
    }
    const Frame native = strand.top();
    NativeCall call{worker, strand, strand.stack + native.base, native.function->paramCount, value, nullptr,
                    {},     {}};
    const auto next = reinterpret_cast<NativeFunction>(const_cast<Instruction*>(native.next));
    const NativeResult result = next(call);
    return afterNative(call, result, *native.function, native.base, native.flags, true);
}

Step Interpreter::deliver() {
    strand.hasDelivery = false;
    strand.suspension.reset();
    const Value value = strand.delivery;
    strand.delivery = Value::nil();
    if (!strand.deliversPanic)
        return leave(value);
    --strand.frameCount;
    thrown = value;
    if (thrown.isError() && !thrown.error()->hasStack)
        fillStack(thrown.error());
    if (strand.frameCount == 0) {
        worker.strandEnded(strand, {Outcome::Kind::Panic, thrown});
        return Step::Ended;
    }
    return Step::Raise;
}

// Above the registers of the function whose instruction waits for it.
Step Interpreter::startFill() {
    const Fill fill = std::exchange(pendingFill, {});
    const LinkedFunction& function = vm.fillFunction();
    const uint32_t base = strand.top().base + strand.top().function->registerCount;
    const uint32_t needed = base + function.registerCount;
    if (needed > strand.stackSize && !growStack(needed))
        return Step::Raise;
    Value* args = strand.stack + base;
    args[0] = fill.container;
    args[1] = fill.key;
    args[2] = Value::nil();
    return callNative(function, base, fill.runsAgain ? uint32_t(AgainFrame) : 0);
}

// The registers of frames that end are cleared: those of the frame that goes on lie over them, and what
// filled the heap must not live on there.
Step Interpreter::raise() {
    if (!pendingFill.container.isAbsent())
        return startFill();
    while (strand.frameCount) {
        const Frame& frame = strand.top();
        if (!frame.function->native && frame.next) {
            const auto at = uint32_t(frame.next - frame.function->begin) - 1;
            for (const Handler& handler : frame.function->code->handlers) {
                if (at < handler.begin || at >= handler.end)
                    continue;
                strand.stack[frame.base + handler.reg] = thrown;
                strand.top().next = frame.function->begin + handler.target;
                return Step::Next;
            }
        }
        if (frame.flags & PeerFrame)
            endMembership(thrown, true);
        const uint32_t end = std::min(frame.base + frame.function->registerCount, strand.stackSize);
        std::fill(strand.stack + frame.base, strand.stack + std::max(frame.base, end), Value::nil());
        --strand.frameCount;
    }
    worker.strandEnded(strand, {Outcome::Kind::Panic, thrown});
    return Step::Ended;
}

Step Interpreter::callResource(const Instruction* at, uint32_t base) {
    const Value object = strand.stack[base];
    const List* path = strand.stack[base + 1].list();
    const uint32_t count = at->c;
    const String* accessor = vm.m_names[at[1].wide()];
    std::vector<Value> bound;
    const MethodInfo* method = vm.findResource(worker.types(), object, accessor->view(), path, bound);
    if (!method) {
        fail("{ballerina}NoSuchResource", "no matching resource method");
        return Step::Raise;
    }
    std::vector<Value> args{object};
    args.insert(args.end(), bound.begin(), bound.end());
    for (uint32_t i = 0; i < count; ++i)
        args.push_back(strand.stack[base + 2 + i]);
    const uint32_t needed = base + uint32_t(args.size()) + 1;
    if (needed > strand.stackSize && !growStack(needed))
        return Step::Raise;
    std::copy(args.begin(), args.end(), strand.stack + base);
    const bool hasRest = at[1].a & 1;
    if (!adaptArguments(*method->function, base, uint32_t(args.size()), hasRest))
        return Step::Raise;
    return callFunction(*method->function, base, 0);
}

} // namespace barre::runtime
