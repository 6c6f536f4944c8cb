// links: barre_runtime
// The pauses of the collector while collector.bal keeps about 1 GB alive and allocates all the time.
#include "model/project/snapshot.h"
#include "model/project/workspace.h"
#include "model/semantics/library.h"
#include "runtime/compiler/compiler.h"
#include "runtime/library/natives.h"
#include "runtime/program/plain_loop.h"
#include "runtime/program/program_runner.h"

#include <cstdio>
#include <mutex>

using namespace barre;

namespace {

std::shared_ptr<runtime::Program> compileFile(const char* path) {
    auto workspace = model::openWorkspace(path);
    if (!workspace)
        return nullptr;
    const auto snapshot = model::takeSnapshot(*workspace, std::make_shared<model::Library>());
    return snapshot->package() ? runtime::compile(snapshot->package(), {}).program : nullptr;
}

void report(const runtime::HeapStats& stats, size_t mostLive) {
    std::printf("with %.2f GB live: longest pause %.1f ms, %llu collections, %.2f s in all pauses\n",
                double(mostLive) / 1e9, double(stats.longestPauseNs) / 1e6,
                static_cast<unsigned long long>(stats.collections), double(stats.totalPauseNs) / 1e9);
}

} // namespace

int main() {
    const auto program = compileFile(BARRE_SOURCE_DIR "/benchmarks/collector.bal");
    if (!program)
        return 1;
    runtime::PlainLoop loop;
    runtime::Vm vm(program);
    runtime::bindLibrary(vm);
    const std::lock_guard lock(vm.execution());
    runtime::Worker worker(vm, loop);
    int exitCode = 1;
    runtime::ProgramRunner runner(vm, worker, {},
                                  {.listening = {},
                                   .ended =
                                       [&](int code) {
                                           exitCode = code;
                                           loop.quit();
                                       },
                                   .report = {}});
    runner.run();
    loop.run(worker);
    runtime::flushOutput();
    report(vm.heap().stats(), vm.heap().stats().liveBytes);
    return exitCode;
}
