// The programs of tests/corpus/run with a collector that makes a small step at every safepoint and checks at
// the end of each cycle that it has missed nothing (an assertion of Heap::checkMarks).
#include "model/project/snapshot.h"
#include "model/project/workspace.h"
#include "model/semantics/library.h"
#include "runtime/compiler/compiler.h"
#include "runtime/library/natives.h"
#include "runtime/program/plain_loop.h"
#include "runtime/program/program_runner.h"
#include "runtime/service/whole_library.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fcntl.h>
#include <filesystem>
#include <iostream>
#include <mutex>
#include <unistd.h>
#include <vector>

using namespace barre;

namespace {

namespace fs = std::filesystem;

/// What programs print goes nowhere meanwhile.
class SilentOutput {
public:
    SilentOutput() : m_output(dup(STDOUT_FILENO)) {
        std::cout.flush();
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDOUT_FILENO);
        close(nothing);
    }
    ~SilentOutput() {
        runtime::flushOutput();
        dup2(m_output, STDOUT_FILENO);
        close(m_output);
    }

private:
    int m_output;
};

std::vector<std::string> programs() {
    std::vector<std::string> files;
    for (const auto& entry : fs::recursive_directory_iterator(BARRE_SOURCE_DIR "/tests/corpus/run"))
        if (entry.path().extension() == ".bal")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    return files;
}

/// Runs a program and returns its exit code; -1 if it does not compile.
int run(const model::Workspace& workspace, runtime::HeapLimits limits, runtime::HeapStats& stats) {
    const auto snapshot = model::takeSnapshot(workspace, std::make_shared<model::Library>());
    const auto program = runtime::compile(snapshot->package(), {}).program;
    if (!program)
        return -1;
    runtime::VmOptions options;
    options.heap = limits;
    runtime::PlainLoop loop;
    runtime::Vm vm(program, options);
    runtime::bindWholeLibrary(vm);
    const std::lock_guard lock(vm.execution());
    runtime::Worker worker(vm, loop);
    int exitCode = -1;
    runtime::ProgramRunner runner(vm, worker, {},
                                  {.listening = {},
                                   .ended =
                                       [&](int code) {
                                           exitCode = code;
                                           loop.quit();
                                       },
                                   .report = [](const std::string&) {}});
    const SilentOutput silent;
    runner.run();
    loop.run(worker);
    stats = vm.heap().stats();
    return exitCode;
}

} // namespace

TEST_CASE("a collector that works between any two instructions misses nothing") {
    uint64_t most = 0;
    for (const std::string& file : programs()) {
        CAPTURE(file);
        const auto workspace = model::openWorkspace(file);
        REQUIRE(workspace);
        runtime::HeapLimits limits;
        limits.stress = runtime::GcStress::Steps;
        runtime::HeapStats stats;
        const int exitCode = run(*workspace, limits, stats);
        CHECK(exitCode == (file.ends_with("-p.bal") ? 1 : 0));
        most = std::max(most, stats.collections);
    }
    CHECK(most > 10);
}

// What has filled the memory is gone when the panic has been caught.
TEST_CASE("a full heap is a panic, and the program can go on") {
    const auto workspace = model::workspaceOf({{"main.bal", R"(
type Node record {|
    string text;
    Node? next;
|};

function fill() returns int {
    Node? first = ();
    int count = 0;
    while count >= 0 {
        first = {text: count.toString(), next: first};
        count += 1;
    }
    return count;
}

public function main() returns error? {
    foreach int round in 0 ..< 5 {
        int|error result = trap fill();
        if result is int || result.message() != "{ballerina}OutOfMemory" {
            return error("not full");
        }
    }
}
)"}},
                                              "/project");
    runtime::HeapLimits limits;
    limits.firstCollection = 1 << 18;
    limits.maxBytes = 1 << 22;
    runtime::HeapStats stats;
    CHECK(run(workspace, limits, stats) == 0);
    CHECK(stats.collections > 5);
}
