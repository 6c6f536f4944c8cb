// The program's side of a connection: what a Caller and a Client have in common. Strands that write or close
// wait here.
#pragma once

#include "runtime/vm/native.h"
#include "runtime/websocket/connection.h"
#include "runtime/websocket/waiter.h"

namespace barre::runtime::websocket {

class Endpoint {
public:
    explicit Endpoint(std::string id) : m_id(std::move(id)) {}
    virtual ~Endpoint() = default;
    Endpoint(const Endpoint&) = delete;
    Endpoint& operator=(const Endpoint&) = delete;

    const std::string& id() const { return m_id; }
    bool isOpen() const { return m_connection && m_connection->isOpen(); }
    virtual const std::string& subProtocol() const = 0;
    virtual bool isSecure() const = 0;
    /// How long close() waits for the other side when the program does not say.
    virtual std::chrono::milliseconds closureTimeout() const = 0;

    /// Sends now, or suspends the strand while the connection takes no more.
    virtual NativeResult write(NativeCall& call, Opcode opcode, std::string_view payload);
    /// Closes and suspends the strand until the other side has answered.
    NativeResult close(NativeCall& call, uint16_t code, std::string_view reason,
                       std::chrono::milliseconds timeout);

protected:
    /// The connection takes more again, or is gone: the strands that wait to write go on.
    void resumeWriters();
    /// Closes without anybody waiting for it.
    void closeQuietly(uint16_t code, std::string_view reason, std::chrono::milliseconds timeout);

    std::shared_ptr<Connection> m_connection;
    std::chrono::milliseconds m_writeTimeout{0}; ///< 0: writers wait as long as it takes
    int m_endCode = 1006;                        ///< how it ended, for the live picture
    std::string m_endReason;

private:
    std::string m_id;
    std::vector<std::shared_ptr<Waiter>> m_writers; ///< strands that wait until the socket takes more
};

/// The C++ side of a websocket:Caller or a websocket:Client.
struct EndpointData final : NativeData {
    explicit EndpointData(std::shared_ptr<Endpoint> endpoint) : endpoint(std::move(endpoint)) {}
    std::shared_ptr<Endpoint> endpoint;
};

} // namespace barre::runtime::websocket
