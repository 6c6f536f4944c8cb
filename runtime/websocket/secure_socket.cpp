#include "runtime/websocket/secure_socket.h"

#include "runtime/websocket/service_config.h"

namespace barre::runtime::websocket {

namespace {

constexpr auto noCertificate = "Certificate file location must be provided for secure connection";

/// Which texts a key or trust store must have.
std::string missingInStore(Mapping* store, const std::string& kind) {
    if (textOf(get(store, "path")).empty())
        return kind + " file location must be provided for secure connection";
    if (textOf(get(store, "password")).empty())
        return kind + " password must be provided for secure connection";
    return {};
}

/// A crypto:KeyStore or an http:CertKey.
std::string readKey(Mapping* key, http::TlsIdentity& identity) {
    if (find(key, "path")) {
        if (std::string failure = missingInStore(key, "KeyStore"); !failure.empty())
            return failure;
        return http::readKeyStore(textOf(get(key, "path")), textOf(get(key, "password")), identity);
    }
    const std::string certificate = textOf(get(key, "certFile")), file = textOf(get(key, "keyFile"));
    if (certificate.empty())
        return noCertificate;
    if (file.empty())
        return "Private key file location must be provided for secure connection";
    return http::readPemIdentity(certificate, file, textOf(get(key, "keyPassword")), identity);
}

/// A crypto:TrustStore or the name of a PEM file.
std::string readTrusted(const Value& cert, std::vector<std::string>& trusted) {
    if (cert.isMapping()) {
        if (std::string failure = missingInStore(cert.mapping(), "TrustStore"); !failure.empty())
            return failure;
        return http::readTrustStore(textOf(get(cert.mapping(), "path")),
                                    textOf(get(cert.mapping(), "password")), trusted);
    }
    const std::string file = textOf(cert);
    return file.empty() ? noCertificate : http::readPemCertificates(file, trusted);
}

/// What listeners and clients have in common.
std::string readCommon(Mapping* socket, http::TlsOptions& options) {
    if (const Value protocol = get(socket, "protocol"); protocol.isMapping()) {
        const std::string name = textOf(get(protocol.mapping(), "name"));
        if (name != "TLS")
            return "The protocol '" + name + "' of secureSocket is not supported: use http:TLS";
        options.versions = stringsOf(get(protocol.mapping(), "versions"));
    }
    if (get(socket, "certValidation").isMapping())
        return "The field 'certValidation' of secureSocket is not supported yet";
    options.ciphers = stringsOf(get(socket, "ciphers"));
    const Value shares = get(socket, "shareSession");
    options.sharesSessions = !shares.is(Tag::Boolean) || shares.boolean();
    const auto timeout = milliseconds(get(socket, "sessionTimeout"), {});
    options.sessionTimeout = std::chrono::duration_cast<std::chrono::seconds>(timeout);
    return {};
}

std::string readMutual(Mapping* mutual, http::TlsOptions& options) {
    const bool isOptional = textOf(get(mutual, "verifyClient")) == "OPTIONAL";
    options.verify = isOptional ? http::TlsOptions::Verify::Optional : http::TlsOptions::Verify::Required;
    return readTrusted(get(mutual, "cert"), options.trusted);
}

} // namespace

std::string readListenerSocket(Mapping* socket, http::TlsOptions& options) {
    if (const Value mutual = get(socket, "mutualSsl"); mutual.isMapping())
        if (std::string failure = readMutual(mutual.mapping(), options); !failure.empty())
            return failure;
    const Value key = get(socket, "key");
    if (std::string failure = readKey(key.mapping(), options.identity); !failure.empty())
        return failure;
    return readCommon(socket, options);
}

std::string readClientSocket(Mapping* socket, http::TlsOptions& options) {
    options.verify = http::TlsOptions::Verify::Required;
    if (const Value enable = get(socket, "enable"); enable.is(Tag::Boolean) && !enable.boolean())
        options.verify = http::TlsOptions::Verify::None;
    const Value verifies = get(socket, "verifyHostName");
    options.verifiesHostName = options.verify == http::TlsOptions::Verify::Required &&
                               (!verifies.is(Tag::Boolean) || verifies.boolean());
    if (const Value cert = get(socket, "cert"); !cert.isNil() && !cert.isAbsent())
        if (std::string failure = readTrusted(cert, options.trusted); !failure.empty())
            return failure;
    if (const Value key = get(socket, "key"); key.isMapping())
        if (std::string failure = readKey(key.mapping(), options.identity); !failure.empty())
            return failure;
    return readCommon(socket, options);
}

} // namespace barre::runtime::websocket
