// file: the listener. The system's notifications are read about ten times a second by a strand of the
// listener.
#include "runtime/library/natives.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/vm/worker.h"

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <filesystem>
#include <map>
#include <sys/inotify.h>
#include <unistd.h>

namespace barre::runtime {
namespace {

namespace fs = std::filesystem;

struct FileChange {
    std::string path;
    const char* operation; ///< as FileEvent says it
    const char* handler;

    bool operator==(const FileChange&) const = default;
};

/// The folders that are watched, and who is told.
class FolderWatch final : public NativeData {
public:
    FolderWatch(fs::path root, bool isRecursive) : m_root(std::move(root)), m_isRecursive(isRecursive) {}
    ~FolderWatch() override { close(); }

    std::vector<Value> services;

    void trace(Tracer& tracer) override { tracer.visit(services.data(), services.size()); }
    bool isOpen() const { return m_fd >= 0; }

    bool open() {
        m_fd = isOpen() ? m_fd : inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
        return isOpen() && watch(m_root, nullptr);
    }
    void close() {
        if (isOpen())
            ::close(m_fd);
        m_fd = -1;
        m_folders.clear();
    }

    /// What has happened since; what happens to a file several times at once is told once.
    std::vector<FileChange> changes() {
        std::vector<FileChange> found;
        alignas(inotify_event) char buffer[16384];
        for (ssize_t count; (count = ::read(m_fd, buffer, sizeof buffer)) > 0;)
            for (ssize_t at = 0; at < count;) {
                const auto& event = *reinterpret_cast<const inotify_event*>(buffer + at);
                at += ssize_t(sizeof event + event.len);
                note(event, found);
            }
        return found;
    }

private:
    static constexpr uint32_t created = IN_CREATE | IN_MOVED_TO;
    static constexpr uint32_t deleted = IN_DELETE | IN_MOVED_FROM;
    static constexpr uint32_t modified = IN_MODIFY | IN_ATTRIB;

    /// With `found`, the folder is new, and what is in it already counts as created.
    bool watch(const fs::path& folder, std::vector<FileChange>* found) {
        const int id = inotify_add_watch(m_fd, folder.c_str(), created | deleted | modified | IN_ONLYDIR);
        if (id < 0)
            return false;
        m_folders[id] = folder;
        if (!m_isRecursive)
            return true;
        std::error_code ignored;
        for (const auto& entry : fs::directory_iterator(folder, ignored)) {
            if (found)
                add({entry.path().string(), "create", "onCreate"}, *found);
            if (entry.is_directory(ignored) && !entry.is_symlink(ignored))
                watch(entry.path(), found);
        }
        return true;
    }

    void note(const inotify_event& event, std::vector<FileChange>& found) {
        const auto folder = m_folders.find(event.wd);
        if (folder == m_folders.end() || !event.len)
            return;
        const std::string path = (folder->second / event.name).string();
        if (event.mask & created)
            add({path, "create", "onCreate"}, found);
        else if (event.mask & deleted)
            add({path, "delete", "onDelete"}, found);
        else if (event.mask & modified)
            add({path, "modify", "onModify"}, found);
        if (m_isRecursive && (event.mask & created) && (event.mask & IN_ISDIR))
            watch(path, &found);
    }

    static void add(FileChange change, std::vector<FileChange>& found) {
        for (size_t i = found.size(); i-- > 0;)
            if (found[i].path == change.path) {
                if (found[i] == change)
                    return;
                break;
            }
        found.push_back(std::move(change));
    }

    fs::path m_root;
    bool m_isRecursive;
    int m_fd = -1;
    std::map<int, fs::path> m_folders;
};

FolderWatch& watchOf(NativeCall& call) {
    return *nativeOf<FolderWatch>(call.arg(0));
}

NativeResult giveFailure(NativeCall& call, const std::string& message) {
    return call.giveError(message, "ballerina/file:FileSystemError");
}

// watchFolder(self, path, recursive)
NativeResult watchFolder(NativeCall& call) {
    std::error_code error;
    const fs::path path = fs::absolute(std::string(call.text(1)), error);
    if (call.text(1).empty())
        return giveFailure(call, "'path' field is empty");
    if (!fs::exists(path, error))
        return giveFailure(call, "Folder does not exist: " + std::string(call.text(1)));
    if (!fs::is_directory(path, error))
        return giveFailure(call, "Unable to find a directory: " + std::string(call.text(1)));
    setNative(call.heap(), call.arg(0).as<Object>(),
              std::make_unique<FolderWatch>(path.lexically_normal(), call.arg(2).boolean()));
    return call.giveNil();
}

constexpr const char* handlerNames[] = {"onCreate", "onDelete", "onModify"};

bool hasHandler(NativeCall& call, const Value& service) {
    const auto& methods = service.as<Object>()->info->methodOf;
    return std::any_of(std::begin(handlerNames), std::end(handlerNames),
                       [&](const char* name) { return methods.contains(call.vm().intern(name)); });
}

NativeResult attach(NativeCall& call) {
    if (!hasHandler(call, call.arg(1)))
        return call.panic(
            call.vm().error("At least a single resource required from following: onCreate ,onDelete "
                            ",onModify. Parameter should be of type - file:FileEvent"));
    watchOf(call).services.push_back(call.arg(1));
    return call.giveNil();
}

NativeResult detach(NativeCall& call) {
    std::erase_if(watchOf(call).services,
                  [&](const Value& service) { return service.object == call.arg(1).object; });
    return call.giveNil();
}

NativeResult open(NativeCall& call) {
    return watchOf(call).open()
               ? call.giveNil()
               : giveFailure(call, std::string("Unable to watch the folder: ") + std::strerror(errno));
}

NativeResult close(NativeCall& call) {
    watchOf(call).close();
    return call.giveNil();
}

Value eventOf(NativeCall& call, const FileChange& change) {
    Vm& vm = call.vm();
    Mapping* event = makeRecord(vm.heap(), vm.shapes().empty(vm.findType("ballerina/file", "FileEvent")), 2);
    put(vm.heap(), event, vm.intern("name"), vm.string(change.path));
    put(vm.heap(), event, vm.intern("operation"), vm.string(change.operation));
    return Value::of(event);
}

// A handler that fails is told; the others go on.
void tell(NativeCall& call, const Value& service, const FileChange& change) {
    StrandOptions options;
    options.name = change.handler;
    options.observer = observer([](Worker& worker, Strand&, const Outcome& outcome) {
        if (outcome.isPanic() || outcome.isError())
            std::fprintf(stderr, "%s\n", worker.vm().describe(outcome.value).c_str());
    });
    const Value args[] = {eventOf(call, change)};
    call.worker.startMethod(service, change.handler, args, std::move(options));
}

NativeResult dispatch(NativeCall& call) {
    FolderWatch& watch = watchOf(call);
    if (watch.isOpen())
        for (const FileChange& change : watch.changes())
            for (const Value& service : watch.services)
                tell(call, service, change);
    return call.give(Value::of(watch.isOpen()));
}

constexpr NativeRow rows[] = {
    {"ballerina/file:Listener.watchFolder", watchFolder},
    {"ballerina/file:Listener.attach", attach},
    {"ballerina/file:Listener.detach", detach},
    {"ballerina/file:Listener.open", open},
    {"ballerina/file:Listener.close", close},
    {"ballerina/file:Listener.dispatch", dispatch},
};

} // namespace

std::span<const NativeRow> fileWatchNatives() {
    return rows;
}

} // namespace barre::runtime
