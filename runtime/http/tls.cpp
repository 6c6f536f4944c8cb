#include "runtime/http/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <unistd.h>

namespace barre::runtime::http {

namespace {

class TlsStream final : public Stream {
public:
    TlsStream(SSL* ssl, int descriptor) : m_ssl(ssl), m_plain(plainStream(descriptor)) {
        SSL_set_fd(m_ssl, descriptor);
        SSL_set_accept_state(m_ssl);
    }
    ~TlsStream() override { SSL_free(m_ssl); }

    Transfer read(char* bytes, size_t size) override {
        size_t moved = 0;
        ERR_clear_error();
        const int result = SSL_read_ex(m_ssl, bytes, size, &moved);
        return outcome(result, moved);
    }

    Transfer write(std::string_view first, std::string_view second) override {
        const std::string_view piece = first.empty() ? second : first;
        if (piece.empty())
            return {};
        size_t moved = 0;
        ERR_clear_error();
        const int result = SSL_write_ex(m_ssl, piece.data(), piece.size(), &moved);
        return outcome(result, moved);
    }

    void finish() override {
        ERR_clear_error();
        if (SSL_is_init_finished(m_ssl))
            SSL_shutdown(m_ssl);
        m_plain->finish();
    }
    void abort() override { m_plain->abort(); }
    bool isSecure() const override { return true; }
    int descriptor() const override { return m_plain->descriptor(); }

private:
    Transfer outcome(int result, size_t moved) const {
        if (result > 0)
            return {Transfer::Status::Done, moved};
        switch (SSL_get_error(m_ssl, result)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE: return {Transfer::Status::Blocked};
        case SSL_ERROR_ZERO_RETURN: return {Transfer::Status::Ended};
        default: return {Transfer::Status::Broken};
        }
    }

    SSL* m_ssl;
    std::unique_ptr<Stream> m_plain;
};

std::string lastError() {
    char text[256];
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

int givePassword(char* buffer, int size, int, void* password) {
    const auto& text = *static_cast<const std::string*>(password);
    const int length = std::min(size, int(text.size()));
    text.copy(buffer, size_t(length));
    return length;
}

} // namespace

TlsContext::~TlsContext() {
    SSL_CTX_free(static_cast<SSL_CTX*>(m_context));
}

std::shared_ptr<TlsContext> TlsContext::load(const TlsOptions& options, std::string& failure) {
    SSL_CTX* context = SSL_CTX_new(TLS_server_method());
    std::shared_ptr<TlsContext> result(new TlsContext(context));
    std::string password = options.keyPassword;
    SSL_CTX_set_min_proto_version(context, TLS1_2_VERSION);
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_default_passwd_cb(context, givePassword);
    SSL_CTX_set_default_passwd_cb_userdata(context, &password);
    if (SSL_CTX_use_certificate_chain_file(context, options.certFile.c_str()) != 1)
        failure = "Cannot read the certificate '" + options.certFile + "': " + lastError();
    else if (SSL_CTX_use_PrivateKey_file(context, options.keyFile.c_str(), SSL_FILETYPE_PEM) != 1)
        failure = "Cannot read the private key '" + options.keyFile + "': " + lastError();
    else if (SSL_CTX_check_private_key(context) != 1)
        failure = "The private key '" + options.keyFile + "' does not belong to the certificate";
    SSL_CTX_set_default_passwd_cb_userdata(context, nullptr);
    return failure.empty() ? result : nullptr;
}

std::unique_ptr<Stream> TlsContext::accept(int descriptor) const {
    return std::make_unique<TlsStream>(SSL_new(static_cast<SSL_CTX*>(m_context)), descriptor);
}

} // namespace barre::runtime::http
