#include "runtime/http/tls_files.h"

#include "runtime/crypto/openssl.h"

namespace barre::runtime::http {

namespace {

using namespace openssl;

Bio openFile(const std::string& file) {
    return Bio(BIO_new_file(file.c_str(), "rb"));
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
