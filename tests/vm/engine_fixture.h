// A small program made by hand, and a scheduler that does nothing.
#pragma once

#include "runtime/bytecode/assembler.h"
#include "runtime/bytecode/program_builder.h"
#include "runtime/langlib/langlib.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <map>
#include <optional>

namespace barre::runtime::test {

/// Timers run when the test says so.
struct ManualScheduler : Scheduler {
    int wakes = 0;
    uint64_t nextId = 1;
    std::map<uint64_t, std::function<void()>> timers;
    void wake() override { ++wakes; }
    uint64_t callAfter(int64_t, std::function<void()> callback) override {
        timers[nextId] = std::move(callback);
        return nextId++;
    }
    void cancelTimer(uint64_t id) override { timers.erase(id); }
    std::chrono::steady_clock::time_point clock;
    std::chrono::steady_clock::time_point steadyTime() const override { return clock; }
    void fire() {
        auto due = std::move(timers);
        timers.clear();
        for (auto& [id, callback] : due)
            callback();
    }
};

/// Builds functions one after the other and runs them.
struct Bench {
    std::shared_ptr<types::TypeEnv> env = std::make_shared<types::TypeEnv>();
    types::TypeContext types{*env};
    ProgramBuilder builder{env};
    VmOptions options;
    ManualScheduler scheduler;
    std::unique_ptr<Vm> vm;
    std::unique_ptr<Worker> worker;

    template<class F>
    FunctionId function(std::string name, uint16_t params, uint16_t registers, F body) {
        const FunctionId id = builder.declareFunction();
        define(id, std::move(name), params, registers, body);
        return id;
    }
    template<class F>
    void define(FunctionId id, std::string name, uint16_t params, uint16_t registers, F body) {
        FunctionCode code;
        code.name = std::move(name);
        code.file = "test.bal";
        code.paramCount = params;
        code.registerCount = registers;
        code.type = types::functionType;
        Assembler a(code);
        body(a);
        a.finish();
        builder.defineFunction(id, std::move(code));
    }
    void link() {
        vm = std::make_unique<Vm>(builder.finish(), options);
        vm->bind(langlibNatives());
        worker = std::make_unique<Worker>(*vm, scheduler);
    }
    /// Runs a function to its end, and says how it ended: the value as text, or the error.
    std::string run(FunctionId id, std::vector<Value> args = {});
};

} // namespace barre::runtime::test
