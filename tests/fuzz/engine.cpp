#include "tests/fuzz/engine.h"

#include "model/semantics/library.h"
#include "runtime/compiler/compiler.h"
#include "runtime/langlib/langlib.h"
#include "runtime/vm/native.h"

namespace barre::fuzz {

namespace {

constexpr int mostSlices = 20; ///< of 100,000 calls and loop rounds each

runtime::NativeResult printNothing(runtime::NativeCall& call) {
    return call.giveNil();
}

constexpr runtime::NativeRow output[] = {{"ballerina/io:print", printNothing},
                                         {"ballerina/io:println", printNothing}};

runtime::VmOptions limits() {
    runtime::VmOptions options;
    options.heap.maxBytes = size_t(256) << 20;
    options.heap.firstCollection = size_t(1) << 20;
    options.maxDepth = 1'000;
    return options;
}

} // namespace

const std::shared_ptr<model::Library>& library() {
    static const auto shared = std::make_shared<model::Library>();
    return shared;
}

std::shared_ptr<const model::Snapshot> check(std::string text) {
    return model::takeSnapshot(model::workspaceOf({{"main.bal", std::move(text)}}, "/fuzz"), library());
}

Engine::Engine(const model::Snapshot& snapshot) {
    const runtime::CompileResult compiled = runtime::compile(snapshot.package());
    if (!compiled.program)
        return;
    m_vm = std::make_unique<runtime::Vm>(compiled.program, limits());
    m_vm->bind(runtime::langlibNatives());
    m_vm->bind(output);
    m_worker = std::make_unique<runtime::Worker>(*m_vm, m_scheduler);
    for (const runtime::ModuleCode& module : compiled.program->modules)
        if (module.initFunction != runtime::noId)
            run(module.initFunction);
}

Engine::~Engine() = default;

std::string Engine::run(runtime::FunctionId function, std::initializer_list<runtime::Value> args) {
    std::string panic;
    runtime::StrandOptions options;
    options.observer =
        runtime::observer([&](runtime::Worker&, runtime::Strand&, const runtime::Outcome& outcome) {
            if (outcome.isPanic())
                panic = m_vm->describe(outcome.value);
        });
    m_worker->start(function, std::vector<runtime::Value>(args), std::move(options));
    for (int slice = 0; slice < mostSlices && m_worker->runSome(100'000); ++slice)
        continue;
    m_worker->cancelAll();
    m_worker->runSome();
    return panic;
}

} // namespace barre::fuzz
