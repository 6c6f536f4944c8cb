// Bytes to and from one client, without blocking. Knows no protocol.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace barre::runtime::http {

/// How a read or a write went.
struct Transfer {
    enum class Status : uint8_t { Done, Blocked, Ended, Broken } status = Status::Done;
    size_t size = 0; ///< bytes moved, with Done
};

/// A non-blocking socket; closes its descriptor when destroyed.
class Stream {
public:
    virtual ~Stream() = default;
    virtual Transfer read(char* bytes, size_t size) = 0;
    /// Writes the first piece and then the second, as far as they go.
    virtual Transfer write(std::string_view first, std::string_view second = {}) = 0;
    /// Tells the client that nothing more will be written.
    virtual void finish() = 0;
    /// Makes the destructor drop the connection at once (TCP reset).
    virtual void abort() = 0;
    virtual bool isSecure() const = 0;
    /// The handshake of TLS is not done yet.
    virtual bool isHandshaking() const { return false; }
    /// What TLS said when it broke; empty when the network did.
    virtual std::string failure() const { return {}; }
    virtual int descriptor() const = 0;
};

/// A stream over a connected TCP socket, which it owns.
std::unique_ptr<Stream> plainStream(int descriptor);

/// Non-blocking, sent without delay, closed on exec.
void prepareSocket(int descriptor);

/// `127.0.0.1:51122`, `[::1]:51122`; empty when unknown.
std::string peerAddress(int descriptor);

} // namespace barre::runtime::http
