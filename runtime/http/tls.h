// TLS on the server's side, by OpenSSL on the same non-blocking sockets.
#pragma once

#include "runtime/http/stream.h"

#include <memory>
#include <string>

namespace barre::runtime::http {

/// Which certificate a listener shows.
struct TlsOptions {
    std::string certFile;
    std::string keyFile;
    std::string keyPassword;
};

/// A certificate with its key, shared by the connections of a listener.
class TlsContext {
public:
    ~TlsContext();
    TlsContext(const TlsContext&) = delete;
    TlsContext& operator=(const TlsContext&) = delete;

    /// Reads the files. Null: `failure` says what is wrong.
    static std::shared_ptr<TlsContext> load(const TlsOptions& options, std::string& failure);
    /// A stream that owns the descriptor; the handshake is part of its first reads and writes.
    std::unique_ptr<Stream> accept(int descriptor) const;

private:
    explicit TlsContext(void* context) : m_context(context) {}
    void* m_context;
};

} // namespace barre::runtime::http
