#include "tests/vm/engine_fixture.h"

#include "runtime/values/text.h"

#include <doctest/doctest.h>

using namespace barre::runtime;
using namespace barre::runtime::test;
using barre::types::SemType;
namespace types = barre::types;
using enum Opcode;

namespace barre::runtime::test {

std::string Bench::run(FunctionId id, std::vector<Value> args) {
    const auto result = std::make_shared<std::string>("did not end"); // the strand may end later
    StrandOptions strandOptions;
    strandOptions.observer = observer([result](Worker& w, Strand&, const Outcome& outcome) {
        *result = outcome.isPanic()                          ? "panic: " + w.vm().describe(outcome.value)
                  : outcome.kind == Outcome::Kind::Cancelled ? "cancelled"
                                                             : toBalText(outcome.value);
    });
    worker->start(id, args, std::move(strandOptions));
    for (int rounds = 0; rounds < 1000 && worker->runSome(); ++rounds) {
    }
    return *result;
}

} // namespace barre::runtime::test

namespace {

FunctionId makeFib(Bench& bench) {
    const FunctionId fib = bench.builder.declareFunction();
    bench.define(fib, "fib", 1, 4, [&](Assembler& a) {
        const Label more = a.label();
        a.compareJump(JUMP_GE_INT_K, 0, 2, more);
        a.abc(RETURN, 0);
        a.bind(more);
        a.abi(ADD_INT_K, 1, 0, -1);
        a.ak(CALL, 1, fib);
        a.abi(ADD_INT_K, 2, 0, -2);
        a.ak(CALL, 2, fib);
        a.abc(ADD_INT, 1, 1, 2);
        a.abc(RETURN, 1);
    });
    return fib;
}

} // namespace

TEST_CASE("every opcode has a row that reads") {
    for (int i = 0; i < opcodeCount(); ++i) {
        CHECK(std::string_view(info(Opcode(i)).name).size() > 1);
        CHECK(std::string_view(info(Opcode(i)).text).size() > 1);
        CHECK(operandWords(Opcode(i)) <= 2);
    }
}

TEST_CASE("calls and arithmetic") {
    Bench bench;
    const FunctionId fib = makeFib(bench);
    bench.link();
    CHECK(bench.run(fib, {Value::of(20)}) == "6765");
}

TEST_CASE("int operations panic where there is no result") {
    const auto binary = [](Opcode op, int64_t left, int64_t right) {
        Bench bench;
        const FunctionId f = bench.function("f", 2, 3, [&](Assembler& a) {
            a.at({0, 7, 1, 0, 0});
            a.abc(op, 2, 0, 1);
            a.abc(RETURN, 2);
        });
        bench.link();
        return bench.run(f, {Value::of(left), Value::of(right)});
    };
    CHECK(binary(ADD_INT, 2, 3) == "5");
    CHECK(binary(ADD_INT, INT64_MAX, 1) ==
          "panic: error: {ballerina}NumberOverflow {\"message\":\"int range overflow\"}\n\tat f(test.bal:7)");
    CHECK(binary(DIV_INT, 7, -2) == "-3");
    CHECK(binary(REM_INT, -7, 3) == "-1");
    CHECK(binary(REM_INT, INT64_MIN, -1) == "0");
    CHECK(binary(DIV_INT, 7, -1) == "-7");
    CHECK(binary(DIV_INT, INT64_MIN, -1).find("NumberOverflow") != std::string::npos);
    CHECK(binary(DIV_INT, 7, 0) ==
          "panic: error: {ballerina}DivisionByZero {\"message\":\" / by zero\"}\n\tat f(test.bal:7)");
    CHECK(binary(MUL_INT, INT64_MAX, 2).find("NumberOverflow") != std::string::npos);
    CHECK(binary(SHL_INT, 1, 65) == "2");
    CHECK(binary(USHR_INT, -1, 60) == "15");
}

TEST_CASE("loops, lists and the collector at every safepoint") {
    for (const GcStress stress : {GcStress::None, GcStress::Whole, GcStress::Steps}) {
        Bench bench;
        const bool isStressed = stress != GcStress::None;
        bench.options.heap.stress = stress;
        const TypeId strings = bench.builder.type(types::arrayOf(bench.types, types::stringType));
        const uint32_t piece = bench.builder.stringConstant("pï");
        const FunctionId f = bench.function("build", 1, 8, [&](Assembler& a) {
            a.abc(NEW_LIST, 1, 0, 0);
            a.extra(strings);
            a.ak(LOAD_CONSTANT, 2, piece);
            a.ak(LOAD_CONSTANT, 5, piece);
            a.ai(LOAD_INT, 3, 0);
            const Label loop = a.here();
            a.abc(CONCAT, 2, 2, 5);
            a.abc(LIST_PUSH, 1, 2);
            a.compareJump(FOR_RANGE, 3, 0, loop);
            a.ai(LOAD_INT, 4, 3);
            a.abc(LIST_GET, 6, 1, 4);
            a.abc(STRING_LENGTH, 7, 2);
            a.abc(CONCAT_MANY, 6, 6, 2);
            a.abc(RETURN, 6);
        });
        bench.link();
        CHECK(bench.run(f, {Value::of(100)}) == "\"pïpïpïpïpï202\"");
        CHECK((bench.vm->heap().stats().collections != 0) == isStressed);
    }
}

TEST_CASE("deep recursion ends in StackOverflow, an endless loop can be cancelled") {
    Bench bench;
    const FunctionId deep = bench.builder.declareFunction();
    bench.define(deep, "deep", 0, 2, [&](Assembler& a) {
        a.ak(CALL, 1, deep);
        a.abc(RETURN, 1);
    });
    const FunctionId endless = bench.function("endless", 0, 1, [&](Assembler& a) {
        const Label loop = a.here();
        a.jump(loop, LOOP);
    });
    bench.link();
    CHECK(bench.run(deep).starts_with("panic: error: {ballerina}StackOverflow"));
    std::string ended;
    StrandOptions options;
    options.observer = observer([&](Worker&, Strand&, const Outcome& outcome) {
        ended = outcome.kind == Outcome::Kind::Cancelled ? "cancelled" : "?";
    });
    Strand& strand = bench.worker->start(endless, {}, std::move(options));
    CHECK(bench.worker->runSome(100'000));
    CHECK(ended.empty());
    bench.worker->cancel(strand);
    CHECK(!bench.worker->runSome());
    CHECK(ended == "cancelled");
    CHECK(bench.worker->liveStrands() == 0);
}

TEST_CASE("a strand that holds up others for two seconds is told once") {
    Bench bench;
    const FunctionId endless = bench.function("endless", 0, 1, [&](Assembler& a) {
        const Label loop = a.here();
        a.jump(loop, LOOP);
    });
    bench.link();
    std::vector<std::string> told;
    bench.worker->whenHeldUp([&](const Strand& strand) { told.push_back(strand.name); });
    const auto later = [&](int milliseconds) {
        bench.scheduler.clock += std::chrono::milliseconds(milliseconds);
        bench.worker->runSome(100'000);
        return told.size();
    };
    bench.worker->start(endless, {}, {.name = "first", .observer = {}});
    CHECK(later(0) == 0);
    CHECK(later(5000) == 0); // nobody waits
    bench.worker->start(endless, {}, {.name = "isolated", .isIsolated = true, .observer = {}});
    CHECK(later(5000) == 0); // an isolated one may run beside it
    bench.worker->start(endless, {}, {.name = "second", .observer = {}});
    CHECK(later(0) + later(1500) + later(400) == 0);
    while (later(200) == 0 && bench.scheduler.clock.time_since_epoch() < std::chrono::minutes(1))
        ;
    CHECK(later(5000) == 1);
    CHECK(told == std::vector<std::string>{"first"});
    bench.worker->cancelAll();
}

TEST_CASE("trap puts the error into its register") {
    Bench bench;
    const FunctionId f = bench.function("f", 1, 3, [&](Assembler& a) {
        const Label begin = a.here(), end = a.label(), caught = a.label();
        a.ai(LOAD_INT, 2, 1);
        a.abc(DIV_INT, 1, 2, 0);
        a.bind(end);
        a.bind(caught);
        a.abc(RETURN, 1);
        a.handler(begin, end, caught, 1);
    });
    bench.link();
    CHECK(bench.run(f, {Value::of(1)}) == "1");
    CHECK(bench.run(f, {Value::of(0)}) == "error(\"{ballerina}DivisionByZero\",message=\" / by zero\")");
}

TEST_CASE("futures: start, wait, a native that suspends") {
    Bench bench;
    const uint16_t sleep = bench.builder.intrinsic("ballerina/lang.runtime:sleep");
    const uint32_t second = bench.builder.decimalConstant("1.5");
    const FunctionId child = bench.function("child", 1, 3, [&](Assembler& a) {
        a.ak(LOAD_CONSTANT, 1, second);
        a.abc(CALL_INTRINSIC, 1, 1, sleep);
        a.abc(RETURN, 0);
    });
    const FunctionId parent = bench.function("parent", 0, 4, [&](Assembler& a) {
        a.ak(LOAD_FUNCTION, 0, child);
        a.ai(LOAD_INT, 1, 42);
        a.abc(START, 2, 0, 1);
        a.extra(1, bench.builder.type(types::futureType));
        a.abc(WAIT, 3, 2);
        a.abc(RETURN, 3);
    });
    bench.link();
    CHECK(bench.run(parent) == "did not end");
    CHECK(bench.worker->liveStrands() == 2);
    std::string late;
    bench.scheduler.fire();
    while (bench.worker->runSome()) {
    }
    CHECK(bench.worker->liveStrands() == 0);
}

TEST_CASE("far jumps are widened") {
    Bench bench;
    const FunctionId f = bench.function("far", 1, 3, [&](Assembler& a) {
        const Label far = a.label();
        a.compareJump(JUMP_LT_INT_K, 0, 5, far);
        for (int i = 0; i < 40'000; ++i)
            a.abi(ADD_INT_K, 0, 0, 1);
        a.bind(far);
        a.abc(RETURN, 0);
    });
    bench.link();
    CHECK(bench.run(f, {Value::of(3)}) == "3");
    CHECK(bench.run(f, {Value::of(6)}) == "40006");
}
