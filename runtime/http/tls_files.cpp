#include "runtime/http/tls_files.h"

#include <openssl/err.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>

#include <algorithm>
#include <memory>

namespace barre::runtime::http {

namespace {

template<auto free>
struct Free {
    template<class T>
    void operator()(T* object) const {
        free(object);
    }
};
using Bio = std::unique_ptr<BIO, Free<BIO_free_all>>;
using Key = std::unique_ptr<EVP_PKEY, Free<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Free<X509_free>>;
using Store = std::unique_ptr<PKCS12, Free<PKCS12_free>>;

void freeCertificates(STACK_OF(X509) * certificates) {
    sk_X509_pop_free(certificates, X509_free);
}
using Certificates = std::unique_ptr<STACK_OF(X509), Free<freeCertificates>>;

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
    OSSL_LIB_CTX* get() const { return m_context; }

private:
    OSSL_LIB_CTX* m_context;
    OSSL_PROVIDER* m_standard;
    OSSL_PROVIDER* m_legacy;
};

std::string lastError() {
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

Bio openFile(const std::string& file) {
    return Bio(BIO_new_file(file.c_str(), "rb"));
}

int givePassword(char* buffer, int size, int, void* password) {
    const auto& text = *static_cast<const std::string*>(password);
    const int length = std::min(size, int(text.size()));
    text.copy(buffer, size_t(length));
    return length;
}

std::string readPemKey(const std::string& file, std::string password, std::string& der) {
    const Bio bio = openFile(file);
    const Key key(bio ? PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassword, &password) : nullptr);
    if (!key)
        return "Cannot read the private key '" + file + "': " + lastError();
    der = derOf(key.get(), i2d_PrivateKey);
    return {};
}

std::string readStore(const std::string& file, const std::string& password, TlsIdentity& identity) {
    const LegacyContext context;
    const Bio bio = openFile(file);
    if (!bio)
        return "Cannot read the store '" + file + "': " + lastError();
    PKCS12* into = PKCS12_init_ex(NID_pkcs7_data, context.get(), nullptr);
    const Store store(d2i_PKCS12_bio(bio.get(), &into));
    if (!store) {
        ERR_clear_error();
        return "The store '" + file + "' is not a PKCS #12 file";
    }
    EVP_PKEY* key = nullptr;
    X509* own = nullptr;
    STACK_OF(X509)* others = nullptr;
    if (PKCS12_parse(store.get(), password.c_str(), &key, &own, &others) != 1)
        return "Cannot open the store '" + file + "', perhaps the password is wrong: " + lastError();
    const Key keepKey(key);
    const Certificate keepOwn(own);
    const Certificates keepOthers(others);
    if (key)
        identity.key = derOf(key, i2d_PrivateKey);
    if (own)
        identity.certificates.push_back(derOf(own, i2d_X509));
    for (int i = 0; others && i < sk_X509_num(others); ++i)
        identity.certificates.push_back(derOf(sk_X509_value(others, i), i2d_X509));
    return {};
}

} // namespace

std::string readPemCertificates(const std::string& file, std::vector<std::string>& certificates) {
    const Bio bio = openFile(file);
    const size_t before = certificates.size();
    while (bio) {
        const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
        if (!certificate)
            break;
        certificates.push_back(derOf(certificate.get(), i2d_X509));
    }
    if (certificates.size() == before)
        return "Cannot read the certificate '" + file + "': " + lastError();
    ERR_clear_error();
    return {};
}

std::string readPemIdentity(const std::string& certFile, const std::string& keyFile,
                            const std::string& keyPassword, TlsIdentity& identity) {
    if (std::string failure = readPemCertificates(certFile, identity.certificates); !failure.empty())
        return failure;
    return readPemKey(keyFile, keyPassword, identity.key);
}

std::string readKeyStore(const std::string& file, const std::string& password, TlsIdentity& identity) {
    if (std::string failure = readStore(file, password, identity); !failure.empty())
        return failure;
    return identity.key.empty() ? "The key store '" + file + "' has no private key" : "";
}

std::string readTrustStore(const std::string& file, const std::string& password,
                           std::vector<std::string>& certificates) {
    TlsIdentity content;
    if (std::string failure = readStore(file, password, content); !failure.empty())
        return failure;
    if (content.certificates.empty())
        return "The trust store '" + file + "' has no certificate";
    certificates.insert(certificates.end(), content.certificates.begin(), content.certificates.end());
    return {};
}

} // namespace barre::runtime::http
