// Bodies of calls, returns and strand instructions. Included inside Interpreter::run only.

TARGET(CALL) {
    const LinkedFunction& callee = vm.m_functions[i->wide()];
    Value* const calleeBase = base + i->a;
    if (calleeBase + callee.registerCount > stackEnd || strand.frameCount == strand.frameRoom || --fuel < 0)
        [[unlikely]] {
        SAVE;
        STEP(callFunction(callee, uint32_t(calleeBase - strand.stack), 0));
    }
    Frame* frame = strand.frames + strand.frameCount++;
    frame[-1].next = pc;
    frame->function = &callee;
    frame->base = uint32_t(calleeBase - strand.stack);
    frame->flags = 0;
    base = calleeBase;
    pc = callee.begin;
    NEXT;
}
TARGET(CALL_NATIVE) {
    SAVE;
    STEP(callNative(vm.m_functions[i->wide()], uint32_t(&A - strand.stack), 0));
}
TARGET(CALL_INTRINSIC) {
    SAVE;
    intrinsicArguments = i->b;
    STEP(callNative(vm.m_intrinsics[i->c], uint32_t(&A - strand.stack), 0));
}
TARGET(CALL_VALUE) {
    const Instruction* extra = pc++;
    const Value function = B;
    const LinkedFunction& callee = *function.as<Function>()->code;
    Value* const calleeBase = base + i->a;
    if (callee.native || callee.hasRest || callee.paramCount != i->c ||
        !function.as<Function>()->self.isAbsent() || extra->wide() ||
        calleeBase + callee.registerCount > stackEnd || strand.frameCount == strand.frameRoom || --fuel < 0)
        [[unlikely]] {
        SAVE;
        STEP(callValue(function, uint32_t(calleeBase - strand.stack), i->c, extra->wide() & 1, 0));
    }
    Frame* frame = strand.frames + strand.frameCount++;
    frame[-1].next = pc;
    frame->function = &callee;
    frame->base = uint32_t(calleeBase - strand.stack);
    frame->flags = 0;
    base = calleeBase;
    if (callee.hasCaptures)
        COPY(base[callee.paramCount], function);
    pc = callee.begin;
    NEXT;
}
TARGET(CALL_METHOD) {
    // The cache: class id in b and c joined, index of the function in x of the EXTRA word's upper part is not
    // enough, so the callee is looked up by the class's id in the word's 48 bits: id (24) and function (24).
    const Instruction* cache = pc + 1;
    const Object* object = A.as<Object>();
    const uint64_t word = __atomic_load_n(reinterpret_cast<const uint64_t*>(cache), __ATOMIC_RELAXED) >> 16;
    if ((word & 0xFFFFFF) == object->info->id) [[likely]] {
        const LinkedFunction& callee = vm.m_functions[word >> 24];
        Value* const calleeBase = base + i->a;
        if (calleeBase + callee.registerCount <= stackEnd && strand.frameCount != strand.frameRoom &&
            --fuel >= 0) [[likely]] {
            pc += 2;
            Frame* frame = strand.frames + strand.frameCount++;
            frame[-1].next = pc;
            frame->function = &callee;
            frame->base = uint32_t(calleeBase - strand.stack);
            frame->flags = 0;
            base = calleeBase;
            pc = callee.begin;
            NEXT;
        }
    }
    pc += 2;
    SAVE;
    STEP(callMethod(i, uint32_t(&A - strand.stack)));
}
TARGET(CALL_RESOURCE) {
    ++pc;
    SAVE;
    STEP(callResource(i, uint32_t(&A - strand.stack)));
}

TARGET(RETURN) {
    Frame* frame = strand.frames + strand.frameCount - 1;
    if (frame->flags) [[unlikely]] {
        SAVE;
        STEP(leave(A));
    }
    COPY(base[0], A);
    --strand.frameCount;
    --frame;
    base = strand.stack + frame->base;
    pc = frame->next;
    NEXT;
}
TARGET(RETURN_NIL) {
    Frame* frame = strand.frames + strand.frameCount - 1;
    if (frame->flags) [[unlikely]] {
        SAVE;
        STEP(leave(Value::nil()));
    }
    SET(base[0], Tag::Nil, 0);
    --strand.frameCount;
    --frame;
    base = strand.stack + frame->base;
    pc = frame->next;
    NEXT;
}
TARGET(RETURN_IF_ERROR) {
    if (!A.isError())
        NEXT;
    SAVE;
    STEP(leave(A));
}

TARGET(NEW_ERROR) {
    SLOW(newError(A, &B, vm.m_types[i->c]));
}
TARGET(PANIC) {
    SAVE;
    thrown = A;
    goto raising;
}

TARGET(NEW_GENERATOR) {
    A = newGenerator();
    NEXT;
}
TARGET(RESUME) {
    if (const Instruction* yielded = resumeGenerator(A))
        pc = yielded;
    NEXT;
}
TARGET(YIELD_VALUE) {
    SAVE;
    suspendGenerator(A);
    STEP(leave(B));
}

TARGET(START) {
    const Instruction* extra = pc++;
    A = newFuture(vm.m_types[extra->a]);
    SLOW(startStrand(A, B, &C, extra->wide()));
}
TARGET(NEW_FUTURE) {
    A = newFuture(vm.m_types[i->wide()]);
    NEXT;
}
TARGET(START_WORKER) {
    const Instruction* extra = pc++;
    SLOW(startWorker(A, B, C, extra->wide()));
}
TARGET(WAIT) {
    AGAIN(wait(A, B));
}
TARGET(WAIT_ANY) {
    AGAIN(waitAny(A, &B, i->c));
}
TARGET(NEW_PEERS) {
    A = newPeers(i->c, i->b);
    NEXT;
}
TARGET(SEND) {
    sendMessage(A, B, i->c, (pc++)->wide());
    NEXT;
}
TARGET(ADVANCE) {
    advanceQueue(*A.as<Peers>(), i->c, (pc++)->wide());
    NEXT;
}
TARGET(RECEIVE) {
    const Instruction* extra = pc++;
    AGAIN(receive(A, B, i->c, extra->wide()));
}
TARGET(RECEIVE_ALL) {
    AGAIN(receiveAll(&A, i->b));
}
TARGET(RECEIVE_ANY) {
    AGAIN(receiveAny(&A, i->b));
}
TARGET(FLUSH) {
    const Instruction* extra = pc++;
    AGAIN(flush(A, B, i->c, extra->wide()));
}
TARGET(LOCK) {
    AGAIN(enterLock(A, {&B, i->c}));
}
TARGET(UNLOCK) {
    worker.leaveLock(strand, size_t(A.integer));
    NEXT;
}
