#include "runtime/http/tls.h"

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <cstring>

namespace barre::runtime::http {

namespace {

class TlsStream final : public Stream {
public:
    TlsStream(SSL* ssl, int descriptor) : m_ssl(ssl), m_plain(plainStream(descriptor)) {
        SSL_set_fd(m_ssl, descriptor);
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
    bool isHandshaking() const override { return !SSL_is_init_finished(m_ssl); }
    std::string failure() const override { return m_failure; }
    int descriptor() const override { return m_plain->descriptor(); }

private:
    Transfer outcome(int result, size_t moved) {
        if (result > 0)
            return {Transfer::Status::Done, moved};
        switch (SSL_get_error(m_ssl, result)) {
        case SSL_ERROR_WANT_READ:
        case SSL_ERROR_WANT_WRITE: return {Transfer::Status::Blocked};
        case SSL_ERROR_ZERO_RETURN: return {Transfer::Status::Ended};
        default: m_failure = describeFailure(); return {Transfer::Status::Broken};
        }
    }

    /// Empty when it is the network that failed.
    std::string describeFailure() const {
        const long verdict = SSL_get_verify_result(m_ssl);
        if (isHandshaking() && verdict != X509_V_OK)
            return std::string("the certificate is not trusted: ") + X509_verify_cert_error_string(verdict);
        const char* reason = ERR_reason_error_string(ERR_peek_last_error());
        return reason ? reason : "";
    }

    SSL* m_ssl;
    std::unique_ptr<Stream> m_plain;
    std::string m_failure;
};

const unsigned char* bytesOf(const std::string& der) {
    return reinterpret_cast<const unsigned char*>(der.data());
}

X509* certificateOf(const std::string& der) {
    const unsigned char* bytes = bytesOf(der);
    return d2i_X509(nullptr, &bytes, long(der.size()));
}

std::string useIdentity(SSL_CTX* context, const TlsIdentity& identity) {
    if (identity.key.empty())
        return {};
    const unsigned char* bytes = bytesOf(identity.key);
    EVP_PKEY* key = d2i_AutoPrivateKey(nullptr, &bytes, long(identity.key.size()));
    for (size_t i = 0; i < identity.certificates.size(); ++i) {
        X509* certificate = certificateOf(identity.certificates[i]);
        if (i > 0) {
            SSL_CTX_add0_chain_cert(context, certificate); // takes it
            continue;
        }
        SSL_CTX_use_certificate(context, certificate);
        X509_free(certificate);
    }
    const bool fits = SSL_CTX_use_PrivateKey(context, key) == 1 && SSL_CTX_check_private_key(context) == 1;
    EVP_PKEY_free(key);
    ERR_clear_error();
    return fits ? "" : "The private key does not belong to the certificate";
}

void trust(SSL_CTX* context, const std::vector<std::string>& certificates, bool isServer) {
    X509_STORE* store = SSL_CTX_get_cert_store(context);
    for (const std::string& der : certificates) {
        X509* certificate = certificateOf(der);
        if (!certificate)
            continue;
        X509_STORE_add_cert(store, certificate);
        if (isServer)
            SSL_CTX_add_client_CA(context, certificate);
        X509_free(certificate);
    }
    // A certificate that is trusted itself needs no issuer.
    X509_VERIFY_PARAM_set_flags(SSL_CTX_get0_param(context), X509_V_FLAG_PARTIAL_CHAIN);
    ERR_clear_error();
}

int verifyMode(TlsOptions::Verify verify) {
    switch (verify) {
    case TlsOptions::Verify::None: return SSL_VERIFY_NONE;
    case TlsOptions::Verify::Optional: return SSL_VERIFY_PEER;
    case TlsOptions::Verify::Required: break;
    }
    return SSL_VERIFY_PEER | SSL_VERIFY_FAIL_IF_NO_PEER_CERT;
}

std::string useVersions(SSL_CTX* context, const std::vector<std::string>& names) {
    int lowest = names.empty() ? TLS1_2_VERSION : TLS1_3_VERSION;
    int highest = names.empty() ? TLS1_3_VERSION : TLS1_2_VERSION;
    for (const std::string& name : names) {
        const int version = name == "TLSv1.3" ? TLS1_3_VERSION : name == "TLSv1.2" ? TLS1_2_VERSION : 0;
        if (version == 0)
            return "The TLS version '" + name + "' is not supported: use TLSv1.2 or TLSv1.3";
        lowest = std::min(lowest, version);
        highest = std::max(highest, version);
    }
    SSL_CTX_set_min_proto_version(context, lowest);
    SSL_CTX_set_max_proto_version(context, highest);
    return {};
}

/// OpenSSL takes the names of TLS 1.3 as they are and has names of its own for the older ones.
std::string useCiphers(SSL_CTX* context, const std::vector<std::string>& names) {
    std::string older, newer;
    for (const std::string& name : names) {
        const bool isNewer = name.find("_WITH_") == std::string::npos;
        const char* own = isNewer ? name.c_str() : OPENSSL_cipher_name(name.c_str());
        if (std::strcmp(own, "(NONE)") == 0)
            return "The cipher '" + name + "' is not known";
        std::string& list = isNewer ? newer : older;
        if (!list.empty())
            list += ':';
        list += own;
    }
    const bool isTaken = (older.empty() || SSL_CTX_set_cipher_list(context, older.c_str()) == 1) &&
                         (newer.empty() || SSL_CTX_set_ciphersuites(context, newer.c_str()) == 1);
    ERR_clear_error();
    return isTaken ? "" : "None of the ciphers is supported";
}

void useSessions(SSL_CTX* context, const TlsOptions& options) {
    constexpr unsigned char name[] = "barre";
    SSL_CTX_set_session_id_context(context, name, sizeof name - 1);
    if (!options.sharesSessions) {
        SSL_CTX_set_session_cache_mode(context, SSL_SESS_CACHE_OFF);
        SSL_CTX_set_options(context, SSL_OP_NO_TICKET);
    }
    if (options.sessionTimeout.count() > 0)
        SSL_CTX_set_timeout(context, long(options.sessionTimeout.count()));
}

} // namespace

TlsContext::~TlsContext() {
    SSL_CTX_free(static_cast<SSL_CTX*>(m_context));
}

std::shared_ptr<TlsContext> TlsContext::make(void* made, const TlsOptions& options, std::string& failure) {
    auto* context = static_cast<SSL_CTX*>(made);
    std::shared_ptr<TlsContext> result(new TlsContext(made, options.verifiesHostName));
    SSL_CTX_set_mode(context, SSL_MODE_ENABLE_PARTIAL_WRITE | SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER |
                                  SSL_MODE_RELEASE_BUFFERS);
    SSL_CTX_set_dh_auto(context, 1);
    SSL_CTX_set_verify(context, verifyMode(options.verify), nullptr);
    useSessions(context, options);
    failure = useVersions(context, options.versions);
    if (failure.empty())
        failure = useCiphers(context, options.ciphers);
    if (failure.empty())
        failure = useIdentity(context, options.identity);
    return failure.empty() ? result : nullptr;
}

std::shared_ptr<TlsContext> TlsContext::forServer(const TlsOptions& options, std::string& failure) {
    auto result = make(SSL_CTX_new(TLS_server_method()), options, failure);
    if (result)
        trust(static_cast<SSL_CTX*>(result->m_context), options.trusted, true);
    return result;
}

std::shared_ptr<TlsContext> TlsContext::forClient(const TlsOptions& options, std::string& failure) {
    auto result = make(SSL_CTX_new(TLS_client_method()), options, failure);
    if (!result)
        return nullptr;
    auto* context = static_cast<SSL_CTX*>(result->m_context);
    if (options.trusted.empty())
        SSL_CTX_set_default_verify_paths(context);
    else
        trust(context, options.trusted, false);
    return result;
}

std::unique_ptr<Stream> TlsContext::accept(int descriptor) const {
    SSL* ssl = SSL_new(static_cast<SSL_CTX*>(m_context));
    SSL_set_accept_state(ssl);
    return std::make_unique<TlsStream>(ssl, descriptor);
}

std::unique_ptr<Stream> TlsContext::connect(int descriptor, const std::string& hostName) const {
    SSL* ssl = SSL_new(static_cast<SSL_CTX*>(m_context));
    SSL_set_connect_state(ssl);
    X509_VERIFY_PARAM* param = SSL_get0_param(ssl);
    // An address is not sent as a server name, and is looked up in the certificate as an address.
    const bool isAddress = X509_VERIFY_PARAM_set1_ip_asc(param, hostName.c_str()) == 1;
    if (isAddress && !m_verifiesHostName)
        X509_VERIFY_PARAM_set1_ip(param, nullptr, 0);
    if (!isAddress) {
        SSL_set_tlsext_host_name(ssl, hostName.c_str());
        if (m_verifiesHostName)
            SSL_set1_host(ssl, hostName.c_str());
    }
    ERR_clear_error();
    return std::make_unique<TlsStream>(ssl, descriptor);
}

} // namespace barre::runtime::http
