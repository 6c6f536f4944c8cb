#include "runtime/websocket/host.h"

#include "runtime/websocket/client_connection.h"
#include "runtime/websocket/close_code.h"
#include "runtime/websocket/connection_class.h"
#include "runtime/websocket/listener.h"
#include "runtime/websocket/service_connection.h"

#include <cstdio>
#include <random>

namespace barre::runtime::websocket {

namespace {

/// A bijection that spreads consecutive numbers (splitmix64).
uint64_t scattered(uint64_t number) {
    number += 0x9E3779B97F4A7C15ull;
    number = (number ^ (number >> 30)) * 0xBF58476D1CE4E5B9ull;
    number = (number ^ (number >> 27)) * 0x94D049BB133111EBull;
    return number ^ (number >> 31);
}

} // namespace

WebSocketHost::WebSocketHost(Worker& worker, HostOptions options)
    : m_worker(worker), m_options(std::move(options)), m_idSeed(std::random_device()()) {
    m_idSeed = m_idSeed << 32;
    vm().services["websocket"] = std::shared_ptr<void>(this, [](void*) {});
}

WebSocketHost::~WebSocketHost() {
    stopNow();
    vm().services.erase("websocket");
}

WebSocketHost& WebSocketHost::of(Vm& vm) {
    return *static_cast<WebSocketHost*>(vm.services.at("websocket").get());
}

void WebSocketHost::callLibrary(std::string_view module, std::string_view function,
                                std::span<const Value> args, Then then) {
    const auto key = std::make_pair(std::string(module), std::string(function));
    auto found = m_libraryFunctions.find(key);
    if (found == m_libraryFunctions.end())
        found = m_libraryFunctions.emplace(key, vm().findFunction(module, function)).first;
    if (found->second == noId) {
        Outcome outcome;
        outcome.value = vm().error("the function " + key.first + ":" + key.second + " is not available");
        return then(outcome);
    }
    StrandOptions options;
    options.isIsolated = true;
    options.observer =
        observer([then = std::move(then)](Worker&, Strand&, const Outcome& outcome) { then(outcome); });
    m_worker.start(found->second, args, std::move(options));
    m_options.runReady();
}

const ConnectionClass& WebSocketHost::connectionClass(const ClassInfo& info) {
    auto& entry = m_classes[&info];
    if (!entry)
        entry = std::make_unique<ConnectionClass>(vm(), m_worker.types(), info);
    return *entry;
}

std::string WebSocketHost::newConnectionId() {
    char text[17];
    std::snprintf(text, sizeof text, "%016llx",
                  static_cast<unsigned long long>(scattered(m_idSeed + m_nextId++)));
    return text;
}

void WebSocketHost::add(std::shared_ptr<ServiceConnection> connection) {
    m_connections[connection->id()] = std::move(connection);
}

void WebSocketHost::remove(const std::string& id) {
    m_connections.erase(id);
    m_options.changed();
}

void WebSocketHost::add(std::shared_ptr<ClientConnection> client) {
    m_clients[client->id()] = std::move(client);
}

void WebSocketHost::removeClient(const std::string& id) {
    m_clients.erase(id);
}

void WebSocketHost::add(std::shared_ptr<WebSocketListener> listener) {
    m_listeners.push_back(std::move(listener));
    m_options.changed();
}

void WebSocketHost::remove(const WebSocketListener& listener) {
    std::erase_if(m_listeners, [&](const auto& entry) { return entry.get() == &listener; });
    m_options.changed();
}

void WebSocketHost::stopGracefully(std::string_view reason) {
    const auto listeners = m_listeners;
    for (const auto& listener : listeners)
        listener->close();
    const auto connections = m_connections;
    for (const auto& [id, connection] : connections)
        connection->goAway(close_code::goingAway, reason);
    const auto clients = m_clients;
    for (const auto& [id, client] : clients)
        client->goAway();
}

void WebSocketHost::stopNow() {
    const auto listeners = m_listeners;
    for (const auto& listener : listeners)
        listener->close();
    const auto connections = m_connections;
    for (const auto& [id, connection] : connections)
        connection->abandon();
    m_connections.clear();
    m_poller.flushAll(); // what clients have written is still sent
    const auto clients = m_clients;
    for (const auto& [id, client] : clients)
        client->abandon();
    m_clients.clear();
}

void WebSocketHost::tell(const LiveEvent& event) const {
    if (m_options.sink)
        m_options.sink->happened(event);
}

void WebSocketHost::printError(const Value& error) const {
    std::fprintf(stderr, "%s\n", vm().describe(error).c_str());
}

} // namespace barre::runtime::websocket
