// Certificates and private keys from PEM files and PKCS #12 key stores.
#pragma once

#include <string>
#include <vector>

namespace barre::runtime::http {

/// What one side shows of itself. Everything is DER, so that nothing depends on where it was read from.
struct TlsIdentity {
    std::string key;                       ///< empty: none
    std::vector<std::string> certificates; ///< its own first, then the chain
};

// Each returns a sentence that says what is wrong, empty if nothing is.

std::string readPemIdentity(const std::string& certFile, const std::string& keyFile,
                            const std::string& keyPassword, TlsIdentity& identity);
std::string readPemCertificates(const std::string& file, std::vector<std::string>& certificates);
/// A key store gives a key with its certificates, a trust store just certificates.
std::string readKeyStore(const std::string& file, const std::string& password, TlsIdentity& identity);
std::string readTrustStore(const std::string& file, const std::string& password,
                           std::vector<std::string>& certificates);

} // namespace barre::runtime::http
