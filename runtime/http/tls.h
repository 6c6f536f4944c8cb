// TLS by OpenSSL on the same non-blocking sockets.
#pragma once

#include "runtime/http/stream.h"
#include "runtime/http/tls_files.h"

#include <chrono>
#include <memory>
#include <string>
#include <vector>

namespace barre::runtime::http {

/// How one side of TLS behaves.
struct TlsOptions {
    enum class Verify : uint8_t { None, Optional, Required };

    TlsIdentity identity; ///< servers have one, clients may
    std::vector<std::string>
        trusted;                  ///< certificates in DER; a client without any trusts what the system does
    Verify verify = Verify::None; ///< of the other side's certificate
    bool verifiesHostName = true; ///< of a server
    std::vector<std::string> versions; ///< `TLSv1.2`, `TLSv1.3`; empty: both
    std::vector<std::string> ciphers;  ///< by their IANA names; empty: what OpenSSL chooses
    bool sharesSessions = true;
    std::chrono::seconds sessionTimeout{0}; ///< 0: OpenSSL's
};

/// Shared by the connections of a listener or of a client.
class TlsContext {
public:
    ~TlsContext();
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;

    /// Null: `failure` says what is wrong.
    static std::shared_ptr<TlsContext> forServer(const TlsOptions& options, std::string& failure);
    static std::shared_ptr<TlsContext> forClient(const TlsOptions& options, std::string& failure);

    /// Streams that own the descriptor; the handshake is part of their first reads and writes.
    std::unique_ptr<Stream> accept(int descriptor) const;
    std::unique_ptr<Stream> connect(int descriptor, const std::string& hostName) const;

private:
    TlsContext(void* context, bool verifiesHostName)
        : m_context(context), m_verifiesHostName(verifiesHostName) {}
    static std::shared_ptr<TlsContext> make(void* context, const TlsOptions& options, std::string& failure);

    void* m_context;
    bool m_verifiesHostName;
};

} // namespace barre::runtime::http
