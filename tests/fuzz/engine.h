// Checks and runs whole programs without an event loop, within limits.
#pragma once

#include "model/project/snapshot.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <memory>
#include <string>

namespace barre::fuzz {

/// The library that all runs share.
const std::shared_ptr<model::Library>& library();

/// A program of one file.
std::shared_ptr<const model::Snapshot> check(std::string text);

/// A program that runs: its modules are initialised on construction. Output goes nowhere.
class Engine {
public:
    explicit Engine(const model::Snapshot& snapshot);
    ~Engine();

    bool isCompiled() const { return m_vm != nullptr; }
    runtime::Vm& vm() { return *m_vm; }
    /// Calls a function until it ends or has used up its time; the error of its panic, or nothing.
    std::string run(runtime::FunctionId function, std::initializer_list<runtime::Value> args = {});

private:
    struct NoLoop : runtime::Scheduler {
        void wake() override {}
        uint64_t callAfter(int64_t, std::function<void()>) override { return 0; }
        void cancelTimer(uint64_t) override {}
    };

    NoLoop m_scheduler;
    std::unique_ptr<runtime::Vm> m_vm;
    std::unique_ptr<runtime::Worker> m_worker;
};

} // namespace barre::fuzz
