// Bodies of the instructions on numbers and comparisons. Included inside Interpreter::run only.

#define INT_OP(name, builtin)                                                                                \
    TARGET(name) {                                                                                           \
        int64_t result;                                                                                      \
        if (builtin(B.integer, C.integer, &result)) [[unlikely]]                                             \
            SLOW(integerOverflow());                                                                         \
        SET_INT(A, result);                                                                                  \
        NEXT;                                                                                                \
    }
INT_OP(ADD_INT, __builtin_add_overflow)
INT_OP(SUB_INT, __builtin_sub_overflow)
INT_OP(MUL_INT, __builtin_mul_overflow)
#undef INT_OP

TARGET(DIV_INT) {
    SLOW_UNLESS(uint64_t(C.integer) + 1 > 1, divide(i->op, A, B.integer, C.integer));
    SET_INT(A, B.integer / C.integer);
    NEXT;
}
TARGET(REM_INT) {
    SLOW_UNLESS(uint64_t(C.integer) + 1 > 1, divide(i->op, A, B.integer, C.integer));
    SET_INT(A, B.integer % C.integer);
    NEXT;
}
TARGET(NEG_INT) {
    int64_t result;
    if (__builtin_sub_overflow(int64_t(0), B.integer, &result)) [[unlikely]]
        SLOW(integerOverflow());
    SET_INT(A, result);
    NEXT;
}
TARGET(ADD_INT_K) {
    int64_t result;
    if (__builtin_add_overflow(B.integer, int64_t(i->immediate()), &result)) [[unlikely]]
        SLOW(integerOverflow());
    SET_INT(A, result);
    NEXT;
}
TARGET(MUL_INT_K) {
    int64_t result;
    if (__builtin_mul_overflow(B.integer, int64_t(i->immediate()), &result)) [[unlikely]]
        SLOW(integerOverflow());
    SET_INT(A, result);
    NEXT;
}
TARGET(REM_INT_K) {
    SET_INT(A, B.integer % i->immediate());
    NEXT;
}
TARGET(AND_INT) {
    SET_INT(A, B.integer & C.integer);
    NEXT;
}
TARGET(OR_INT) {
    SET_INT(A, B.integer | C.integer);
    NEXT;
}
TARGET(XOR_INT) {
    SET_INT(A, B.integer ^ C.integer);
    NEXT;
}
TARGET(NOT_INT) {
    SET_INT(A, ~B.integer);
    NEXT;
}
TARGET(SHL_INT) {
    SET_INT(A, int64_t(B.payload << (C.payload & 63)));
    NEXT;
}
TARGET(SHR_INT) {
    SET_INT(A, B.integer >> (C.payload & 63));
    NEXT;
}
TARGET(USHR_INT) {
    SET_INT(A, int64_t(B.payload >> (C.payload & 63)));
    NEXT;
}

#define FLOAT_OP(name, sign)                                                                                 \
    TARGET(name) {                                                                                           \
        SET_FLOAT(A, B.floating sign C.floating);                                                            \
        NEXT;                                                                                                \
    }
FLOAT_OP(ADD_FLOAT, +)
FLOAT_OP(SUB_FLOAT, -)
FLOAT_OP(MUL_FLOAT, *)
FLOAT_OP(DIV_FLOAT, /)
#undef FLOAT_OP
TARGET(REM_FLOAT) {
    SET_FLOAT(A, std::fmod(B.floating, C.floating));
    NEXT;
}
TARGET(NEG_FLOAT) {
    SET_FLOAT(A, -B.floating);
    NEXT;
}

TARGET(ADD_DECIMAL)
TARGET(SUB_DECIMAL)
TARGET(MUL_DECIMAL)
TARGET(DIV_DECIMAL)
TARGET(REM_DECIMAL)
TARGET(NEG_DECIMAL) {
    SLOW(decimalOp(i->op, A, B, i->op == Opcode::NEG_DECIMAL ? B : C));
}

TARGET(INT_TO_FLOAT) {
    SET_FLOAT(A, double(B.integer));
    NEXT;
}
TARGET(INT_TO_DECIMAL)
TARGET(FLOAT_TO_INT)
TARGET(FLOAT_TO_DECIMAL)
TARGET(DECIMAL_TO_INT)
TARGET(DECIMAL_TO_FLOAT) {
    SLOW(convertNumber(i->op, A, B));
}

TARGET(NOT_BOOLEAN) {
    SET_BOOLEAN(A, !B.payload);
    NEXT;
}

#define COMPARE_OP(name, member, sign)                                                                       \
    TARGET(name) {                                                                                           \
        SET_BOOLEAN(A, B.member sign C.member);                                                              \
        NEXT;                                                                                                \
    }
COMPARE_OP(EQ_INT, integer, ==)
COMPARE_OP(NE_INT, integer, !=)
COMPARE_OP(LT_INT, integer, <)
COMPARE_OP(LE_INT, integer, <=)
COMPARE_OP(LT_FLOAT, floating, <)
COMPARE_OP(LE_FLOAT, floating, <=)
#undef COMPARE_OP
TARGET(EQ_FLOAT) {
    SET_BOOLEAN(A, B.floating == C.floating || (B.floating != B.floating && C.floating != C.floating));
    NEXT;
}
TARGET(NE_FLOAT) {
    SET_BOOLEAN(A, !(B.floating == C.floating || (B.floating != B.floating && C.floating != C.floating)));
    NEXT;
}
TARGET(EQ_STRING) {
    SET_BOOLEAN(A, equal(B.string(), C.string()));
    NEXT;
}
TARGET(NE_STRING) {
    SET_BOOLEAN(A, !equal(B.string(), C.string()));
    NEXT;
}
TARGET(LT) {
    SAVE;
    SET_BOOLEAN(A, compareOrdered(B, C) == Order::Less);
    NEXT;
}
TARGET(LE) {
    SAVE;
    const Order order = compareOrdered(B, C);
    SET_BOOLEAN(A, order == Order::Less || order == Order::Equal);
    NEXT;
}
TARGET(GT) {
    SAVE;
    SET_BOOLEAN(A, compareOrdered(B, C) == Order::Greater);
    NEXT;
}
TARGET(GE) {
    SAVE;
    const Order order = compareOrdered(B, C);
    SET_BOOLEAN(A, order == Order::Greater || order == Order::Equal);
    NEXT;
}
TARGET(EQ) {
    SAVE;
    SET_BOOLEAN(A, deepEqual(B, C));
    NEXT;
}
TARGET(NE) {
    SAVE;
    SET_BOOLEAN(A, !deepEqual(B, C));
    NEXT;
}
TARGET(EQ_REF) {
    SAVE;
    SET_BOOLEAN(A, sameValue(B, C));
    NEXT;
}
TARGET(NE_REF) {
    SAVE;
    SET_BOOLEAN(A, !sameValue(B, C));
    NEXT;
}
