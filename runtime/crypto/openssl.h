// Objects of OpenSSL that free themselves, and what it says of a failure.
#pragma once

#include <openssl/err.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/x509.h>

#include <algorithm>
#include <memory>
#include <string>
#include <string_view>

namespace barre::runtime::openssl {

template<auto free>
struct Free {
    template<class T>
    void operator()(T* object) const {
        free(object);
    }
};
inline void freeCertificates(STACK_OF(X509) * certificates) {
    sk_X509_pop_free(certificates, X509_free);
}
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using KeyContext = std::unique_ptr<EVP_PKEY_CTX, Free<EVP_PKEY_CTX_free>>;
using Digest = std::unique_ptr<EVP_MD_CTX, Free<EVP_MD_CTX_free>>;
using Cipher = std::unique_ptr<EVP_CIPHER_CTX, Free<EVP_CIPHER_CTX_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Certificates = std::unique_ptr<STACK_OF(X509), Free<freeCertificates>>;
using Store = std::unique_ptr<PKCS12, Free<PKCS12_free>>;

/// Old stores are encrypted with RC2, which OpenSSL has only in its legacy provider. A context of its own
/// keeps that out of the connections.
class LegacyContext {
public:
    LegacyContext()
        : m_context(OSSL_LIB_CTX_new()), m_standard(OSSL_PROVIDER_load(m_context, "default")),
          m_legacy(OSSL_PROVIDER_load(m_context, "legacy")) {}
    ~LegacyContext() {
        OSSL_PROVIDER_unload(m_legacy);
        OSSL_PROVIDER_unload(m_standard);
        OSSL_LIB_CTX_free(m_context);
    }
    LegacyContext(const LegacyContext&) = delete;
    OSSL_LIB_CTX* get() const { return m_context; }

private:
    OSSL_LIB_CTX* m_context;
    OSSL_PROVIDER* m_standard;
    OSSL_PROVIDER* m_legacy;
};

/// Why the last call has failed; forgets it.
inline std::string lastError() {
    char text[256];
    ERR_error_string_n(ERR_peek_last_error(), text, sizeof text);
    ERR_clear_error();
    return text;
}

template<class T>
std::string derOf(T* object, int (*encode)(const T*, unsigned char**)) {
    unsigned char* bytes = nullptr;
    const int size = encode(object, &bytes);
    std::string der(reinterpret_cast<char*>(bytes), size > 0 ? size_t(size) : 0);
    OPENSSL_free(bytes);
    return der;
}

inline const unsigned char* bytesOf(std::string_view text) {
    return reinterpret_cast<const unsigned char*>(text.data());
}

/// For the functions that read PEM; `password` is a std::string.
inline int givePassword(char* buffer, int size, int, void* password) {
    const auto& text = *static_cast<const std::string*>(password);
    const int length = std::min(size, int(text.size()));
    text.copy(buffer, size_t(length));
    return length;
}

} // namespace barre::runtime::openssl
