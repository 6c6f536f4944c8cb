// os: processes.
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/vm/worker.h"

#include <cerrno>
#include <csignal>
#include <cstring>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace barre::runtime {
namespace {

/// The reading end of a pipe, and what has been read.
struct Pipe {
    int fd = -1;
    std::string text;

    ~Pipe() { close(); }
    void close() {
        if (fd >= 0)
            ::close(fd);
        fd = -1;
    }
    /// Reads what is there now; closes the pipe at its end.
    void drain() {
        char buffer[16384];
        while (fd >= 0) {
            const ssize_t count = ::read(fd, buffer, sizeof buffer);
            if (count > 0)
                text.append(buffer, size_t(count));
            else if (count == 0 || (errno != EAGAIN && errno != EINTR))
                close();
            else if (errno == EAGAIN)
                return;
        }
    }
};

/// A process that is not waited for becomes nobody's when the program ends.
struct ProcessData final : NativeData {
    pid_t pid = 0;
    Pipe output, error;
    bool hasEnded = false;
    int status = 0;
    bool wasRead[2] = {};

    void poll() {
        output.drain();
        error.drain();
        if (!hasEnded && waitpid(pid, &status, WNOHANG) == pid)
            hasEnded = true;
    }
};

/// Both ends of two pipes; the writing ends belong to the child.
struct ChildPipes {
    int output[2] = {-1, -1};
    int error[2] = {-1, -1};

    bool open() { return pipe2(output, O_CLOEXEC) == 0 && pipe2(error, O_CLOEXEC) == 0; }
    void closeWriting() {
        ::close(output[1]);
        ::close(error[1]);
    }
};

std::vector<std::string> variablesWith(Mapping* own) {
    std::vector<std::string> all;
    for (char** entry = environ; *entry; ++entry) {
        const std::string_view text = *entry;
        if (!find(own, text.substr(0, text.find('='))))
            all.emplace_back(text);
    }
    for (FieldCursor field(own); field.next();)
        all.push_back(std::string(field.key()->view()) + "=" + std::string(field.value().string()->view()));
    return all;
}

std::vector<char*> pointersTo(std::vector<std::string>& texts) {
    std::vector<char*> pointers;
    for (std::string& text : texts)
        pointers.push_back(text.data());
    pointers.push_back(nullptr);
    return pointers;
}

/// 0, or what went wrong.
int spawn(std::vector<std::string> command, std::vector<std::string> variables, const ChildPipes& pipes,
          pid_t& pid) {
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipes.output[1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes.error[1], STDERR_FILENO);
    const int result = posix_spawnp(&pid, command.front().c_str(), &actions, nullptr,
                                    pointersTo(command).data(), pointersTo(variables).data());
    posix_spawn_file_actions_destroy(&actions);
    return result;
}

NativeResult giveFailure(NativeCall& call, const std::string& program, int error) {
    return call.giveError("Failed to retrieve the process object: Cannot run program \"" + program +
                              "\": error=" + std::to_string(error) + ", " + std::strerror(error),
                          "ballerina/os:ProcessExecError");
}

// startProcess(command, variables)
NativeResult startProcess(NativeCall& call) {
    std::vector<std::string> command;
    const List* words = call.arg(0).list();
    for (uint32_t i = 0; i < words->length; ++i)
        command.emplace_back(words->at(i).string()->view());
    ChildPipes pipes;
    if (!pipes.open())
        return giveFailure(call, command.front(), errno);
    auto data = std::make_unique<ProcessData>();
    data->output.fd = pipes.output[0];
    data->error.fd = pipes.error[0];
    fcntl(pipes.output[0], F_SETFL, O_NONBLOCK);
    fcntl(pipes.error[0], F_SETFL, O_NONBLOCK);
    const int error = spawn(command, variablesWith(call.arg(1).mapping()), pipes, data->pid);
    pipes.closeWriting();
    if (error)
        return giveFailure(call, command.front(), error);
    Object* process = call.vm().object(*call.vm().findClass("ballerina/os", "Process"));
    setNative(call.heap(), process, std::move(data));
    return call.give(Value::of(process));
}

// The output counts too, unless a grandchild keeps it open.
NativeResult hasEnded(NativeCall& call) {
    auto* data = nativeOf<ProcessData>(call.arg(0));
    if (data)
        data->poll();
    return call.give(Value::of(!data || data->hasEnded));
}

// As a shell does: 128 and the signal that ended it.
NativeResult exitCode(NativeCall& call) {
    const auto* data = nativeOf<ProcessData>(call.arg(0));
    const int status = data ? data->status : 0;
    return call.give(Value::of(int64_t(WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status))));
}

// written(process, 1 or 2): once, as the stream is closed then; never after exit().
NativeResult written(NativeCall& call) {
    auto* data = nativeOf<ProcessData>(call.arg(0));
    const bool isOutput = call.arg(1).integer == STDOUT_FILENO;
    if (!data || std::exchange(data->wasRead[isOutput ? 0 : 1], true))
        return call.giveError("Failed to read the output of the process: Stream closed",
                              "ballerina/os:ProcessExecError");
    data->poll();
    return call.give(call.vm().bytes(isOutput ? data->output.text : data->error.text));
}

NativeResult endProcess(NativeCall& call) {
    auto* data = nativeOf<ProcessData>(call.arg(0));
    if (!data)
        return call.giveNil();
    if (!data->hasEnded)
        kill(data->pid, SIGTERM);
    data->wasRead[0] = data->wasRead[1] = true;
    return call.giveNil();
}

constexpr NativeRow rows[] = {
    {"ballerina/os:startProcess", startProcess}, {"ballerina/os:hasEnded", hasEnded},
    {"ballerina/os:exitCode", exitCode},         {"ballerina/os:written", written},
    {"ballerina/os:Process.exit", endProcess},
};

} // namespace

std::span<const NativeRow> processNatives() {
    return rows;
}

} // namespace barre::runtime
