// Bodies of the loads, moves, type tests and jumps. Included inside Interpreter::run only.

TARGET(MOVE) {
    COPY(A, B);
    NEXT;
}
TARGET(LOAD_NIL) {
    SET(A, Tag::Nil, 0);
    NEXT;
}
TARGET(LOAD_ABSENT) {
    SET(A, Tag::Absent, 0);
    NEXT;
}
TARGET(LOAD_BOOLEAN) {
    SET_BOOLEAN(A, i->wideSigned() != 0);
    NEXT;
}
TARGET(LOAD_INT) {
    SET_INT(A, i->wideSigned());
    NEXT;
}
TARGET(LOAD_CONSTANT) {
    COPY(A, vm.m_constants[i->wide()]);
    NEXT;
}
TARGET(LOAD_FUNCTION) {
    SAVE;
    A = Value::of(vm.functionValue(vm.m_functions[i->wide()]));
    NEXT;
}
TARGET(LOAD_TYPEDESC) {
    SAVE;
    A = typedescValue(heap, vm.m_types[i->wide()]);
    NEXT;
}
TARGET(GLOBAL_GET) {
    COPY(A, vm.m_globals[i->wide()]);
    NEXT;
}
TARGET(GLOBAL_SET) {
    COPY(vm.m_globals[i->wide()], A);
    NEXT;
}
TARGET(CELL_NEW) {
    SAVE;
    A = Value::of(makeCell(heap, B));
    NEXT;
}
TARGET(CELL_GET) {
    COPY(A, B.as<Cell>()->value);
    NEXT;
}
TARGET(CELL_SET) {
    COPY(A.as<Cell>()->value, B);
    WROTE(B);
    NEXT;
}
TARGET(CLOSURE) {
    SAVE;
    Function* function = vm.functionValue(vm.m_functions[pc->wide()], i->c);
    for (uint32_t n = 0; n < i->c; ++n)
        function->captures()[n] = base[i->b + n];
    A = Value::of(function);
    ++pc;
    NEXT;
}
TARGET(CAPTURE_GET) {
    COPY(A, base[strand.top().function->paramCount].as<Function>()->captures()[i->wideSigned()]);
    NEXT;
}
TARGET(BIND_METHOD) {
    SLOW(bindMethod(A, B, vm.m_names[i->c]));
}

TARGET(IS) {
    const types::SemType& type = vm.m_types[i->c]->type;
    if ((type.all >> B.bits) & 1) {
        SET_BOOLEAN(A, true);
    } else if (!((type.some >> B.bits) & 1)) {
        SET_BOOLEAN(A, false);
    } else {
        SAVE;
        const bool result = isType(B, vm.m_types[i->c]);
        SET_BOOLEAN(A, result);
    }
    NEXT;
}
TARGET(IS_BASIC) {
    SET_BOOLEAN(A, (uint32_t(i->c) >> B.bits) & 1);
    NEXT;
}
TARGET(CAST) {
    if ((vm.m_types[i->c]->type.all >> B.bits) & 1) {
        COPY(A, B);
        NEXT;
    }
    SLOW(cast(A, B, vm.m_types[i->c]));
}

TARGET(JUMP) {
    pc += i->wideSigned();
    NEXT;
}
TARGET(LOOP) {
    GO_BACK(i->wideSigned());
}

#define JUMP_ON(name, condition)                                                                             \
    TARGET(name) {                                                                                           \
        if (condition)                                                                                       \
            pc += i->wideSigned();                                                                           \
        NEXT;                                                                                                \
    }
JUMP_ON(JUMP_TRUE, A.payload)
JUMP_ON(JUMP_FALSE, !A.payload)
JUMP_ON(JUMP_NIL, A.isNil())
JUMP_ON(JUMP_NOT_NIL, !A.isNil())
JUMP_ON(JUMP_ERROR, A.isError())
JUMP_ON(JUMP_NOT_ERROR, !A.isError())
JUMP_ON(JUMP_ABSENT, A.isAbsent())
JUMP_ON(JUMP_PRESENT, !A.isAbsent())
#undef JUMP_ON

#define COMPARE_JUMP(name, condition)                                                                        \
    TARGET(name) {                                                                                           \
        if (condition)                                                                                       \
            pc += i->immediate();                                                                            \
        NEXT;                                                                                                \
    }
COMPARE_JUMP(JUMP_EQ_INT, A.integer == B.integer)
COMPARE_JUMP(JUMP_NE_INT, A.integer != B.integer)
COMPARE_JUMP(JUMP_LT_INT, A.integer < B.integer)
COMPARE_JUMP(JUMP_LE_INT, A.integer <= B.integer)
COMPARE_JUMP(JUMP_EQ_INT_K, A.integer == i->immediateB())
COMPARE_JUMP(JUMP_NE_INT_K, A.integer != i->immediateB())
COMPARE_JUMP(JUMP_LT_INT_K, A.integer < i->immediateB())
COMPARE_JUMP(JUMP_LE_INT_K, A.integer <= i->immediateB())
COMPARE_JUMP(JUMP_GT_INT_K, A.integer > i->immediateB())
COMPARE_JUMP(JUMP_GE_INT_K, A.integer >= i->immediateB())
COMPARE_JUMP(JUMP_LT_FLOAT, A.floating < B.floating)
COMPARE_JUMP(JUMP_LE_FLOAT, A.floating <= B.floating)
COMPARE_JUMP(JUMP_NOT_LT_FLOAT, !(A.floating < B.floating))
COMPARE_JUMP(JUMP_NOT_LE_FLOAT, !(A.floating <= B.floating))
COMPARE_JUMP(JUMP_EQ_STRING, equal(A.string(), B.string()))
COMPARE_JUMP(JUMP_NE_STRING, !equal(A.string(), B.string()))
#undef COMPARE_JUMP

#define COMPARE_LOOP(name, condition, offset)                                                                \
    TARGET(name) {                                                                                           \
        if (condition)                                                                                       \
            GO_BACK(i->offset());                                                                            \
        NEXT;                                                                                                \
    }
COMPARE_LOOP(LOOP_TRUE, A.payload, wideSigned)
COMPARE_LOOP(LOOP_LT_INT, A.integer < B.integer, immediate)
COMPARE_LOOP(LOOP_LE_INT, A.integer <= B.integer, immediate)
COMPARE_LOOP(LOOP_LT_INT_K, A.integer < i->immediateB(), immediate)
COMPARE_LOOP(LOOP_LE_INT_K, A.integer <= i->immediateB(), immediate)
COMPARE_LOOP(FOR_RANGE, ++A.integer < B.integer, immediate)
#undef COMPARE_LOOP

TARGET(FOR_LIST) {
    const List* list = C.list();
    const int64_t index = ++B.integer;
    const Instruction* behind = pc + 1;
    if (index < base[i->b + 1].integer) {
        if (index >= int64_t(list->length)) [[unlikely]]
            SLOW(listGet(A, C, index));
        if (list->kind() == ListStorage::Values) {
            COPY(A, list->values[index]);
        } else if (list->kind() == ListStorage::Ints) {
            SET_INT(A, list->ints[index]);
        } else if (list->kind() == ListStorage::Floats) {
            SET_FLOAT(A, list->floats[index]);
        } else {
            SET_INT(A, list->bytes[index]);
        }
        const int32_t offset = pc->wideSigned();
        pc = behind;
        GO_BACK(offset);
    }
    pc = behind;
    NEXT;
}
TARGET(STATEMENT) {
    if (vm.debugHook) {
        SAVE;
        if (atStatement(i))
            return Stop::Waiting;
    }
    NEXT;
}
TARGET(YIELD) {
    SAVE;
    worker.makeReady(strand);
    strand.state = StrandState::Ready;
    return Stop::Waiting;
}
TARGET(EXTRA)
TARGET(CACHE) {
    NEXT;
}
