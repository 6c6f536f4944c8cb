// What the listeners and connections of one worker share.
#pragma once

#include "runtime/http/poller.h"
#include "runtime/vm/vm.h"
#include "runtime/vm/worker.h"
#include "runtime/websocket/deflate.h"
#include "runtime/websocket/events.h"
#include "runtime/websocket/handshake.h"

#include <functional>
#include <map>
#include <memory>
#include <unordered_map>

namespace barre::runtime::websocket {

class ClientConnection;
class ConnectionClass;
class ServiceConnection;
class WebSocketListener;

/// How the embedder wants the services to behave.
struct HostOptions {
    bool exitOnPanic = false;       ///< a panic of a handler ends the program, as it does in Ballerina
    EventSink* sink = nullptr;      ///< null: nobody is told
    std::function<void()> runReady; ///< runs the worker's ready strands now, unless they are running
    std::function<void(int)> exit;  ///< ends the program
    std::function<void()> changed;  ///< a listener was started or stopped, a connection ended
};

/// Natives find it as `vm.services["websocket"]`.
class WebSocketHost {
public:
    WebSocketHost(Worker& worker, HostOptions options);
    ~WebSocketHost();
    WebSocketHost(const WebSocketHost&) = delete;
    WebSocketHost& operator=(const WebSocketHost&) = delete;

    static WebSocketHost& of(Vm& vm);

    Worker& worker() const { return m_worker; }
    Vm& vm() const { return m_worker.vm(); }
    const HostOptions& options() const { return m_options; }
    http::Poller& poller() { return m_poller; }
    Handshaker& handshaker() { return m_handshaker; }
    MessageDeflater& deflater() { return m_deflater; }

    /// Calls a module-level function of the library, such as `lang.value:toJsonString`, and then `then`. The
    /// arguments need not be rooted.
    using Then = std::function<void(const Outcome&)>;
    void callLibrary(std::string_view module, std::string_view function, std::span<const Value> args,
                     Then then);
    /// Which remote methods a class has and what they take; remembered.
    const ConnectionClass& connectionClass(const ClassInfo& info);

    std::string newConnectionId();
    void add(std::shared_ptr<ServiceConnection> connection);
    void remove(const std::string& id);
    void add(std::shared_ptr<ClientConnection> client);
    void removeClient(const std::string& id);
    void add(std::shared_ptr<WebSocketListener> listener);
    void remove(const WebSocketListener& listener);
    size_t connectionCount() const { return m_connections.size(); }
    bool isListening() const { return !m_listeners.empty(); }

    /// Closes all ports and every connection with 1001. `changed` is called as they end.
    void stopGracefully(std::string_view reason);
    /// Drops whatever is still there.
    void stopNow();

    void tell(const LiveEvent& event) const;
    bool isWatched() const { return m_options.sink && m_options.sink->isWatching(); }
    /// To standard error, as the reference prints it.
    void printError(const Value& error) const;

private:
    Worker& m_worker;
    HostOptions m_options;
    http::Poller m_poller;
    Handshaker m_handshaker;
    MessageDeflater m_deflater;
    std::unordered_map<const ClassInfo*, std::unique_ptr<ConnectionClass>> m_classes;
    std::unordered_map<std::string, std::shared_ptr<ServiceConnection>> m_connections;
    std::unordered_map<std::string, std::shared_ptr<ClientConnection>> m_clients; ///< connected ones
    std::vector<std::shared_ptr<WebSocketListener>> m_listeners;
    std::map<std::pair<std::string, std::string>, FunctionId> m_libraryFunctions;
    uint64_t m_idSeed;
    uint64_t m_nextId = 1;
};

} // namespace barre::runtime::websocket
