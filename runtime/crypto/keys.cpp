// crypto: keys and certificates. A key is its DER form: PKCS #8 of a private one, SubjectPublicKeyInfo of a
// public one.
#include "model/project/workspace.h"
#include "runtime/crypto/natives.h"
#include "runtime/crypto/openssl.h"
#include "runtime/crypto/support.h"
#include "runtime/langlib/encodings.h"
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"

#include <openssl/core_names.h>
#include <openssl/param_build.h>

#include <filesystem>

namespace barre::runtime {

using namespace openssl;

std::string bytesOfArg(NativeCall& call, uint32_t i) {
    return call.arg(i).isList() ? bytesOfList(call.arg(i).list()) : std::string();
}

NativeResult giveCryptoError(NativeCall& call, const std::string& message) {
    return call.giveError(message, "ballerina/crypto:Error");
}

EVP_PKEY* keyOfArg(NativeCall& call, uint32_t i, bool isPrivate) {
    const std::string der = bytesOfArg(call, i);
    const unsigned char* at = openssl::bytesOf(der);
    return isPrivate ? d2i_AutoPrivateKey(nullptr, &at, long(der.size()))
                     : d2i_PUBKEY(nullptr, &at, long(der.size()));
}

namespace {

using KeyInfo = std::unique_ptr<PKCS8_PRIV_KEY_INFO, Free<PKCS8_PRIV_KEY_INFO_free>>;

Value bytesValue(NativeCall& call, std::string_view bytes) {
    return call.vm().bytes(bytes);
}

// [algorithm, DER]
NativeResult givePrivateKey(NativeCall& call, EVP_PKEY* key) {
    const KeyInfo info(EVP_PKEY2PKCS8(key));
    const Value members[] = {call.vm().string(EVP_PKEY_get0_type_name(key)),
                             bytesValue(call, derOf(info.get(), i2d_PKCS8_PRIV_KEY_INFO))};
    return call.give(anyTuple(call, members));
}

// content(path, what)
NativeResult content(NativeCall& call) {
    const std::string path(call.text(0));
    std::error_code error;
    if (!std::filesystem::exists(path, error))
        return giveCryptoError(call, std::string(call.text(1)) +
                                         " not found at: " + std::filesystem::absolute(path, error).string());
    const auto bytes = model::readFile(path);
    return bytes ? call.give(bytesValue(call, *bytes)) : giveCryptoError(call, bytes.problem);
}

// readPrivateKey(pem, password)
NativeResult readPrivateKey(NativeCall& call) {
    const std::string pem = bytesOfArg(call, 0);
    std::string password(call.arg(1).isString() ? call.text(1) : "");
    if (!call.arg(1).isString() && pem.find("ENCRYPTED") != std::string::npos)
        return giveCryptoError(call, "Failed to read the encrypted private key without a password.");
    const Bio bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    const Key key(PEM_read_bio_PrivateKey(bio.get(), nullptr, givePassword, &password));
    if (!key)
        return giveCryptoError(call, "Unable to do private key operations: " + lastError());
    return givePrivateKey(call, key.get());
}

std::string textOf(const X509_NAME* name) {
    const Bio bio(BIO_new(BIO_s_mem()));
    X509_NAME_print_ex(bio.get(), name, 0, XN_FLAG_RFC2253);
    char* text = nullptr;
    const long length = BIO_get_mem_data(bio.get(), &text);
    return {text, size_t(length)};
}

int64_t secondsOf(const ASN1_TIME* time) {
    tm fields{};
    ASN1_TIME_to_tm(time, &fields);
    return timegm(&fields);
}

/// `SHA256withRSA`, as Java names what signs.
std::string signatureName(int algorithm) {
    int digest = NID_undef, key = NID_undef;
    if (OBJ_find_sigid_algs(algorithm, &digest, &key) != 1 || digest == NID_undef)
        return OBJ_nid2ln(algorithm);
    const std::string keyName = key == NID_rsaEncryption          ? "RSA"
                                : key == NID_X9_62_id_ecPublicKey ? "ECDSA"
                                                                  : OBJ_nid2sn(key);
    return std::string(OBJ_nid2sn(digest)) + "with" + keyName;
}

// [algorithm, DER, [version, serial, issuer, subject, not before, not after, signature, algorithm of the
// signature]]
NativeResult givePublicKey(NativeCall& call, X509* certificate) {
    EVP_PKEY* key = X509_get0_pubkey(certificate);
    if (!key)
        return giveCryptoError(call, "Certificate without a usable public key: " + lastError());
    const ASN1_BIT_STRING* signature = nullptr;
    X509_get0_signature(&signature, nullptr, certificate);
    int64_t serial = 0;
    ASN1_INTEGER_get_int64(&serial, X509_get0_serialNumber(certificate));
    ERR_clear_error(); // serial numbers may be longer than an int
    const Value parts[] = {
        Value::of(int64_t(X509_get_version(certificate) + 1)),
        Value::of(serial),
        call.vm().string(textOf(X509_get_issuer_name(certificate))),
        call.vm().string(textOf(X509_get_subject_name(certificate))),
        Value::of(secondsOf(X509_get0_notBefore(certificate))),
        Value::of(secondsOf(X509_get0_notAfter(certificate))),
        bytesValue(call, {reinterpret_cast<const char*>(signature->data), size_t(signature->length)}),
        call.vm().string(signatureName(X509_get_signature_nid(certificate))),
    };
    const Value members[] = {call.vm().string(EVP_PKEY_get0_type_name(key)),
                             bytesValue(call, derOf(key, i2d_PUBKEY)), anyTuple(call, parts)};
    return call.give(anyTuple(call, members));
}

// readCertificate(pem)
NativeResult readCertificate(NativeCall& call) {
    const std::string pem = bytesOfArg(call, 0);
    const Bio bio(BIO_new_mem_buf(pem.data(), int(pem.size())));
    const Certificate certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
    if (!certificate)
        return giveCryptoError(call, "Unable to do public key operations: " + lastError());
    return givePublicKey(call, certificate.get());
}

/// What a PKCS #12 store has; the alias picks among several certificates.
struct StoreContent {
    Key key;
    Certificate own;
    Certificates others;

    X509* find(std::string_view alias) const {
        if (isCalled(own.get(), alias))
            return own.get();
        for (int i = 0; i < sk_X509_num(others.get()); ++i)
            if (isCalled(sk_X509_value(others.get(), i), alias))
                return sk_X509_value(others.get(), i);
        return nullptr;
    }
    /// The alias of a key is the one of its certificate.
    bool hasKey(std::string_view alias) const { return key && (!own || isCalled(own.get(), alias)); }

private:
    /// A certificate without a name goes by any. Java does not look at the case of letters.
    static bool isCalled(X509* certificate, std::string_view alias) {
        int length = 0;
        const unsigned char* name = certificate ? X509_alias_get0(certificate, &length) : nullptr;
        return certificate && (!name || (size_t(length) == alias.size() &&
                                         OPENSSL_strncasecmp(reinterpret_cast<const char*>(name),
                                                             alias.data(), alias.size()) == 0));
    }
};

// Reads the store of the first two arguments: its bytes and its password.
bool readStore(NativeCall& call, const LegacyContext& context, StoreContent& content) {
    const std::string bytes = bytesOfArg(call, 0);
    const unsigned char* at = openssl::bytesOf(bytes);
    PKCS12* into = PKCS12_init_ex(NID_pkcs7_data, context.get(), nullptr);
    const Store store(d2i_PKCS12(&into, &at, long(bytes.size())));
    EVP_PKEY* key = nullptr;
    X509* own = nullptr;
    STACK_OF(X509)* others = nullptr;
    if (!store || PKCS12_parse(store.get(), std::string(call.text(1)).c_str(), &key, &own, &others) != 1)
        return false;
    content.key.reset(key);
    content.own.reset(own);
    content.others.reset(others);
    return true;
}

// privateKeyOfStore(bytes, password, alias)
NativeResult privateKeyOfStore(NativeCall& call) {
    const LegacyContext context;
    StoreContent content;
    if (!readStore(call, context, content))
        return giveCryptoError(call, "Unable to open KeyStore: " + lastError());
    return content.hasKey(call.text(2))
               ? givePrivateKey(call, content.key.get())
               : giveCryptoError(call, "Key cannot be recovered by using given key alias: " +
                                           std::string(call.text(2)));
}

// certificateOfStore(bytes, password, alias)
NativeResult certificateOfStore(NativeCall& call) {
    const LegacyContext context;
    StoreContent content;
    if (!readStore(call, context, content))
        return giveCryptoError(call, "Unable to open KeyStore: " + lastError());
    X509* found = content.find(call.text(2));
    return found ? givePublicKey(call, found)
                 : giveCryptoError(call, "Certificate cannot be recovered by using given key alias: " +
                                             std::string(call.text(2)));
}

constexpr int leastRsaBits = 512;

// rsaPublicKey(modulus, exponent): the DER of the key.
NativeResult rsaPublicKey(NativeCall& call) {
    const std::string modulus = bytesOfArg(call, 0), exponent = bytesOfArg(call, 1);
    using Number = std::unique_ptr<BIGNUM, Free<BN_free>>;
    using Builder = std::unique_ptr<OSSL_PARAM_BLD, Free<OSSL_PARAM_BLD_free>>;
    using Params = std::unique_ptr<OSSL_PARAM, Free<OSSL_PARAM_free>>;
    const Number n(BN_bin2bn(openssl::bytesOf(modulus), int(modulus.size()), nullptr));
    const Number e(BN_bin2bn(openssl::bytesOf(exponent), int(exponent.size()), nullptr));
    const Builder builder(OSSL_PARAM_BLD_new());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_N, n.get());
    OSSL_PARAM_BLD_push_BN(builder.get(), OSSL_PKEY_PARAM_RSA_E, e.get());
    const Params params(OSSL_PARAM_BLD_to_param(builder.get()));
    const KeyContext context(EVP_PKEY_CTX_new_from_name(nullptr, "RSA", nullptr));
    EVP_PKEY* made = nullptr;
    if (EVP_PKEY_fromdata_init(context.get()) != 1 ||
        EVP_PKEY_fromdata(context.get(), &made, EVP_PKEY_PUBLIC_KEY, params.get()) != 1)
        return giveCryptoError(call, "Invalid modulus or exponent: " + lastError());
    const Key key(made);
    if (EVP_PKEY_get_bits(key.get()) < leastRsaBits)
        return giveCryptoError(call, "Invalid modulus or exponent: RSA keys must be at least 512 bits long");
    return call.give(bytesValue(call, derOf(key.get(), i2d_PUBKEY)));
}

constexpr NativeRow rows[] = {
    {"ballerina/crypto:content", content},
    {"ballerina/crypto:readPrivateKey", readPrivateKey},
    {"ballerina/crypto:readCertificate", readCertificate},
    {"ballerina/crypto:privateKeyOfStore", privateKeyOfStore},
    {"ballerina/crypto:certificateOfStore", certificateOfStore},
    {"ballerina/crypto:rsaPublicKey", rsaPublicKey},
};

} // namespace

std::span<const NativeRow> cryptoKeyNatives() {
    return rows;
}

} // namespace barre::runtime
