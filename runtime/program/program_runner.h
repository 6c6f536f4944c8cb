#pragma once

#include "runtime/program/main_arguments.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace barre::runtime {

/// Which tests of a program are run. Lists are as the command line gives them: with commas.
struct TestPlan {
    struct Module {
        std::string name;  ///< `org/name`
        std::string title; ///< as the report calls it
    };
    std::vector<Module> modules;
    std::string tests, groups, disabledGroups; ///< empty: all, none
    bool listsGroups = false;                  ///< only tell which groups there are
};

/// Runs a program: initialises its modules, makes and attaches its services, calls main, starts its
/// listeners; or, instead of main, runs its tests once the listeners run. Each step is a strand; the next
/// begins when it ends. In the end it stops the listeners and calls the handlers of runtime:onGracefulStop.
/// Knows no event loop: the worker's Scheduler does.
class ProgramRunner {
public:
    struct Hooks {
        /// All listeners run; the program stays until stop(). Not called if it has none.
        std::function<void()> listening;
        /// The program has ended, for whatever reason, once. Its exit code.
        std::function<void(int exitCode)> ended;
        /// A line for people on the standard error output.
        std::function<void(const std::string& line)> report;
    };

    ProgramRunner(Vm& vm, Worker& worker, std::vector<std::string> args, Hooks hooks,
                  std::optional<TestPlan> tests = {});
    /// Cancels what still runs, as the strands of the program tell the runner of their end.
    ~ProgramRunner();
    ProgramRunner(const ProgramRunner&) = delete;
    ProgramRunner& operator=(const ProgramRunner&) = delete;

    /// Begins; the hooks tell the rest.
    void run();
    /// Ends a listening program: gracefulStop of its listeners, then the end.
    void stop(int exitCode = 0);

    /// Whether the program has something to run at all: main, a service, a listener, or modules that do
    /// something when they start.
    static bool isRunnable(const Program& program);
    /// Whether it may stay after main: it has listeners, or registers some.
    static bool hasListeners(const Program& program);

private:
    enum class Step : uint8_t { Modules, Services, Main, Listeners, Tests, Strands, Stop, Handlers, Done };

    void next();
    void runFunction(FunctionId function, std::vector<Value> args, const char* name);
    void runValue(Value function, const char* name);
    void runListener(const char* method);
    void runTests(const TestPlan::Module& module);
    void testsEnded(const Outcome& outcome);
    void stepEnded(const Outcome& outcome);
    void fail(const Outcome& outcome);
    void end(int exitCode);
    StrandOptions stepOptions(const char* name);
    void deadlocked();
    void prepareMain();
    void fillDefaults(size_t record, std::vector<MainArguments::Default> defaults);
    void runMain();
    void collectListeners();
    void addDynamicListeners();

    Vm& m_vm;
    Worker& m_worker;
    std::vector<std::string> m_args;
    Hooks m_hooks;
    std::optional<TestPlan> m_tests;
    Step m_step = Step::Modules;
    size_t m_index = 0;
    int m_exitCode = 0;
    bool m_ended = false;
    bool m_stepRuns = false; ///< a strand does the step, and the next step waits for it
    std::vector<Root> m_mainArgs;
    std::vector<Root> m_listeners;
};

} // namespace barre::runtime
