#include "runtime/program/program_runner.h"

#include "model/types/projections.h"
#include "runtime/library/natives.h"
#include "runtime/values/mapping_value.h"
#include "runtime/vm/stack_trace.h"

#include <algorithm>

namespace barre::runtime {

namespace {

/// "'onTextMessage' (chat.bal:30) keeps others waiting …"
std::string heldUpBy(const Strand& strand) {
    const std::vector<StackFrame> stack = stackOf(strand);
    const std::string where = stack.empty() ? "'" + strand.name + "'"
                                            : "'" + stack.back().function + "' (" + stack.front().file + ":" +
                                                  std::to_string(stack.front().line) + ")";
    return "warning: " + where +
           " keeps others waiting: what is not isolated runs alone. Make the class, its methods and the "
           "state "
           "that they use isolated, and they run side by side.";
}

} // namespace

ProgramRunner::ProgramRunner(Vm& vm, Worker& worker, std::vector<std::string> args, Hooks hooks,
                             std::optional<TestPlan> tests)
    : m_vm(vm), m_worker(worker), m_args(std::move(args)), m_hooks(std::move(hooks)),
      m_tests(std::move(tests)) {
    m_worker.whenHeldUp([this](const Strand& strand) { m_hooks.report(heldUpBy(strand)); });
}

ProgramRunner::~ProgramRunner() {
    m_ended = true;
    m_worker.whenIdle({});
    m_worker.whenHeldUp({});
    m_worker.cancelAll();
}

// A module without init and variables starts by nothing but a return.
bool ProgramRunner::isRunnable(const Program& program) {
    bool startsModule =
        std::any_of(program.modules.begin(), program.modules.end(), [&](const ModuleCode& module) {
            return !module.name.starts_with("ballerina/") && module.initFunction != noId &&
                   program.functions[module.initFunction]->code.size() > 1;
        });
    return program.mainFunction != noId || startsModule || hasListeners(program);
}

bool ProgramRunner::hasListeners(const Program& program) {
    return !program.services.empty() ||
           std::any_of(program.globals.begin(), program.globals.end(),
                       [](const GlobalCode& global) { return global.isListener; }) ||
           std::any_of(program.functions.begin(), program.functions.end(), [](const auto& function) {
               return function->native == "ballerina/lang.runtime:registerListener";
           });
}

void ProgramRunner::run() {
    next();
}

// One step after the other: each module, each service, main, each listener, the tests of each module. Without
// listeners the program goes on until no strand can.
void ProgramRunner::next() {
    const Program& program = m_vm.program();
    while (!m_ended) {
        switch (m_step) {
        case Step::Modules:
            if (m_index < program.modules.size()) {
                FunctionId init = program.modules[m_index++].initFunction;
                if (init == noId)
                    continue;
                return runFunction(init, {}, "init");
            }
            break;
        case Step::Services:
            if (m_index < program.services.size())
                return runFunction(program.services[m_index++].start, {}, "service");
            break;
        case Step::Main:
            if (program.mainFunction != noId && !m_tests && m_index++ == 0)
                return prepareMain();
            collectListeners();
            break;
        case Step::Listeners:
            if (m_index < m_listeners.size())
                return runListener("start");
            if (m_tests)
                break;
            if (m_listeners.empty() && m_vm.dynamicListeners.empty())
                break;
            if (m_hooks.listening)
                m_hooks.listening();
            return;
        case Step::Tests:
            if (m_tests && m_index < m_tests->modules.size())
                return runTests(m_tests->modules[m_index++]);
            break;
        case Step::Strands:
            if (m_index++ == 0 && !m_tests)
                return m_worker.whenIdle([this] { next(); });
            break;
        case Step::Stop:
            if (m_index == 0)
                addDynamicListeners();
            if (m_index < m_listeners.size())
                return runListener("gracefulStop");
            break;
        case Step::Handlers:
            if (m_index++ < m_vm.stopHandlers.size())
                return runValue(m_vm.stopHandlers[m_vm.stopHandlers.size() - m_index].get(), "stop");
            return end(m_exitCode);
        case Step::Done: return;
        }
        m_step = Step(uint8_t(m_step) + 1);
        m_index = 0;
    }
}

StrandOptions ProgramRunner::stepOptions(const char* name) {
    m_stepRuns = true;
    m_worker.whenIdle([this] { deadlocked(); });
    StrandOptions options;
    options.name = name;
    options.observer = observer([this](Worker&, Strand&, const Outcome& outcome) { stepEnded(outcome); });
    return options;
}

void ProgramRunner::runFunction(FunctionId function, std::vector<Value> args, const char* name) {
    m_worker.start(function, args, stepOptions(name));
}

void ProgramRunner::runValue(Value function, const char* name) {
    m_worker.start(function, {}, stepOptions(name));
}

void ProgramRunner::runListener(const char* method) {
    Value listener = m_listeners[m_index++].get();
    if (m_worker.startMethod(listener, method, {}, stepOptions(method)))
        return;
    m_stepRuns = false;
    next();
}

void ProgramRunner::runTests(const TestPlan::Module& module) {
    StrandOptions options = stepOptions("tests");
    options.observer = observer([this](Worker&, Strand&, const Outcome& outcome) { testsEnded(outcome); });
    std::vector<Value> args;
    for (const std::string& text :
         {module.name, module.title, m_tests->tests, m_tests->groups, m_tests->disabledGroups})
        args.push_back(m_vm.string(text));
    args.push_back(Value::of(m_tests->listsGroups));
    m_worker.start(m_vm.findFunction("ballerina/test", "runSuite"), args, std::move(options));
}

void ProgramRunner::testsEnded(const Outcome& outcome) {
    m_stepRuns = false;
    if (m_ended)
        return;
    if (outcome.kind != Outcome::Kind::Value || outcome.isError())
        return fail(outcome);
    if (!outcome.value.boolean())
        m_exitCode = 1;
    next();
}

void ProgramRunner::stepEnded(const Outcome& outcome) {
    m_stepRuns = false;
    if (m_ended)
        return;
    if (outcome.kind != Outcome::Kind::Value || outcome.isError())
        return fail(outcome);
    next();
}

// An error that a function returned was expected by it: it is told without the calls.
void ProgramRunner::fail(const Outcome& outcome) {
    flushOutput();
    if (outcome.kind == Outcome::Kind::Cancelled)
        m_hooks.report("error: the program was cancelled");
    else
        m_hooks.report(m_vm.describe(outcome.value, outcome.kind == Outcome::Kind::Panic));
    end(1);
}

// No strand is ready, and none waits for the world outside: the oldest tells where it stands.
void ProgramRunner::deadlocked() {
    if (m_ended || !m_stepRuns)
        return;
    const Strand* oldest = m_worker.firstStrand();
    while (oldest && oldest->nextLive)
        oldest = oldest->nextLive;
    const Value error = m_vm.error("deadlock: every strand waits for another one");
    if (oldest)
        error.error()->stack = stackOf(*oldest);
    fail({Outcome::Kind::Panic, error});
}

void ProgramRunner::end(int exitCode) {
    m_ended = true;
    m_step = Step::Done;
    if (!flushOutput()) {
        m_hooks.report("error: the output cannot be written");
        exitCode = exitCode ? exitCode : 1;
    }
    m_hooks.ended(exitCode);
}

void ProgramRunner::stop(int exitCode) {
    if (m_ended || m_step >= Step::Stop)
        return;
    m_exitCode = exitCode;
    if (m_step != Step::Listeners)
        return end(exitCode);
    m_worker.cancelAll(); // one that never waits would keep the listeners from being stopped
    m_step = Step::Stop;
    m_index = 0;
    next();
}

void ProgramRunner::collectListeners() {
    const Program& program = m_vm.program();
    for (GlobalId id = 0; id < program.globals.size(); ++id)
        if (Value value = m_vm.global(id); program.globals[id].isListener && value.is(Tag::Object))
            m_listeners.emplace_back(m_vm.heap(), value);
}

// The program has started these itself.
void ProgramRunner::addDynamicListeners() {
    for (const Root& listener : m_vm.dynamicListeners)
        m_listeners.emplace_back(m_vm.heap(), listener.get());
    m_vm.dynamicListeners.clear();
}

void ProgramRunner::prepareMain() {
    MainArguments given = readMainArguments(m_vm, m_worker, m_args);
    if (!given.problem.empty()) {
        m_hooks.report("error: " + given.problem);
        return end(2);
    }
    for (const Value& value : given.values)
        m_mainArgs.emplace_back(m_vm.heap(), value);
    fillDefaults(given.record, std::move(given.defaults));
}

/// Makes one default value of the record of options after the other, then calls main.
void ProgramRunner::fillDefaults(size_t record, std::vector<MainArguments::Default> defaults) {
    if (defaults.empty())
        return runMain();
    const auto next = std::move(defaults.back());
    defaults.pop_back();
    StrandOptions options = stepOptions("main");
    options.observer =
        observer([this, record, field = next.field, defaults](Worker&, Strand&, const Outcome& outcome) {
            if (outcome.kind != Outcome::Kind::Value || outcome.isError())
                return fail(outcome);
            put(m_vm.heap(), m_mainArgs[record].get().mapping(), m_vm.intern(field), outcome.value);
            fillDefaults(record, defaults);
        });
    m_worker.start(next.function, {}, std::move(options));
}

void ProgramRunner::runMain() {
    std::vector<Value> args;
    for (const Root& arg : m_mainArgs)
        args.push_back(arg.get());
    m_mainArgs.clear();
    runFunction(m_vm.program().mainFunction, std::move(args), "main");
}

} // namespace barre::runtime
