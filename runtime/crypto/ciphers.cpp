// crypto: signatures, RSA and AES.
#include "runtime/crypto/natives.h"
#include "runtime/crypto/openssl.h"
#include "runtime/crypto/support.h"
#include "runtime/library/natives.h"

#include <openssl/rsa.h>

namespace barre::runtime {
namespace {

using namespace openssl;

std::string textArg(NativeCall& call, uint32_t i) {
    return std::string(call.text(i));
}

NativeResult giveBytes(NativeCall& call, const std::string& bytes) {
    return call.give(call.vm().bytes(bytes));
}

unsigned char* bufferOf(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

/// The padding of a signature, if it is not the usual one of the key.
bool setSignaturePadding(EVP_PKEY_CTX* context, bool isPss) {
    return !isPss || (EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PSS_PADDING) == 1 &&
                      EVP_PKEY_CTX_set_rsa_pss_saltlen(context, RSA_PSS_SALTLEN_DIGEST) == 1);
}

// sign(input, key, digest, isPss)
NativeResult sign(NativeCall& call) {
    const std::string input = bytesOfArg(call, 0);
    const Key key(keyOfArg(call, 1, true));
    const Digest digest(EVP_MD_CTX_new());
    size_t length = 0;
    std::string signature;
    EVP_PKEY_CTX* context = nullptr;
    bool isSigned = key &&
                    EVP_DigestSignInit_ex(digest.get(), &context, textArg(call, 2).c_str(), nullptr, nullptr,
                                          key.get(), nullptr) == 1 &&
                    setSignaturePadding(context, call.arg(3).boolean());
    if (isSigned && EVP_DigestSign(digest.get(), nullptr, &length, bytesOf(input), input.size()) == 1)
        signature.resize(length);
    isSigned = isSigned && length &&
               EVP_DigestSign(digest.get(), bufferOf(signature), &length, bytesOf(input), input.size()) == 1;
    if (!isSigned)
        return giveCryptoError(call, "Error occurred while calculating signature: " + lastError());
    signature.resize(length);
    return giveBytes(call, signature);
}

// verify(input, signature, key, digest, isPss)
NativeResult verify(NativeCall& call) {
    const std::string input = bytesOfArg(call, 0), signature = bytesOfArg(call, 1);
    const Key key(keyOfArg(call, 2, false));
    const Digest digest(EVP_MD_CTX_new());
    EVP_PKEY_CTX* context = nullptr;
    if (!key ||
        EVP_DigestVerifyInit_ex(digest.get(), &context, textArg(call, 3).c_str(), nullptr, nullptr, key.get(),
                                nullptr) != 1 ||
        !setSignaturePadding(context, call.arg(4).boolean()))
        return giveCryptoError(call, "Error occurred while verifying the signature: " + lastError());
    const int fits =
        EVP_DigestVerify(digest.get(), bytesOf(signature), signature.size(), bytesOf(input), input.size());
    ERR_clear_error();
    return call.give(Value::of(fits == 1));
}

struct RsaStep {
    int (*begin)(EVP_PKEY_CTX*);
    int (*run)(EVP_PKEY_CTX*, unsigned char*, size_t*, const unsigned char*, size_t);
};

// With the private key encrypting is signing, and with the public one decrypting is recovering what was
// signed.
constexpr RsaStep rsaSteps[2][2] = {
    {{EVP_PKEY_verify_recover_init, EVP_PKEY_verify_recover}, {EVP_PKEY_decrypt_init, EVP_PKEY_decrypt}},
    {{EVP_PKEY_encrypt_init, EVP_PKEY_encrypt}, {EVP_PKEY_sign_init, EVP_PKEY_sign}}};

// padding: empty for PKCS #1, or the digest of OAEP.
bool setPadding(EVP_PKEY_CTX* context, const std::string& padding) {
    if (padding.empty())
        return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_PADDING) == 1;
    // As Java has it: the mask is made by SHA-1, whatever the digest.
    return EVP_PKEY_CTX_set_rsa_padding(context, RSA_PKCS1_OAEP_PADDING) == 1 &&
           EVP_PKEY_CTX_set_rsa_oaep_md_name(context, padding.c_str(), nullptr) == 1 &&
           EVP_PKEY_CTX_set_rsa_mgf1_md_name(context, "SHA1", nullptr) == 1;
}

// rsa(input, key, isPrivate, encrypts, padding)
NativeResult rsa(NativeCall& call) {
    const std::string input = bytesOfArg(call, 0);
    const bool isPrivate = call.arg(2).boolean(), encrypts = call.arg(3).boolean();
    const Key key(keyOfArg(call, 1, isPrivate));
    const RsaStep& step = rsaSteps[encrypts][isPrivate];
    const KeyContext context(key ? EVP_PKEY_CTX_new(key.get(), nullptr) : nullptr);
    size_t length = key ? size_t(EVP_PKEY_get_size(key.get())) : 0;
    std::string output(length, 0);
    const bool isDone = context && step.begin(context.get()) == 1 &&
                        setPadding(context.get(), textArg(call, 4)) &&
                        step.run(context.get(), bufferOf(output), &length, bytesOf(input), input.size()) == 1;
    if (!isDone)
        return giveCryptoError(call, std::string("Error occurred while RSA ") +
                                         (encrypts ? "encrypt" : "decrypt") + " operation: " + lastError());
    output.resize(length);
    return giveBytes(call, output);
}

/// One run of AES; for GCM the tag stands behind the text.
class Aes {
public:
    Aes(const EVP_CIPHER* cipher, bool encrypts, bool isPadded, size_t tagBytes)
        : m_context(EVP_CIPHER_CTX_new()), m_cipher(cipher), m_encrypts(encrypts), m_isPadded(isPadded),
          m_tagBytes(tagBytes) {}

    bool run(std::string input, const std::string& key, const std::string& iv, std::string& output) {
        if (!begin(key, iv) || (m_tagBytes && !m_encrypts && !takeTag(input)))
            return false;
        output.resize(input.size() + 2 * size_t(EVP_MAX_BLOCK_LENGTH));
        int length = 0, rest = 0;
        if (EVP_CipherUpdate(m_context.get(), bufferOf(output), &length, bytesOf(input), int(input.size())) !=
                1 ||
            EVP_CipherFinal_ex(m_context.get(), bufferOf(output) + length, &rest) != 1)
            return false;
        output.resize(size_t(length + rest));
        return !m_tagBytes || !m_encrypts || addTag(output);
    }

private:
    bool begin(const std::string& key, const std::string& iv) {
        const bool hasLength =
            !m_tagBytes ||
            (EVP_CipherInit_ex(m_context.get(), m_cipher, nullptr, nullptr, nullptr, m_encrypts) == 1 &&
             EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_GCM_SET_IVLEN, int(iv.size()), nullptr) == 1);
        return hasLength &&
               EVP_CipherInit_ex(m_context.get(), m_tagBytes ? nullptr : m_cipher, nullptr, bytesOf(key),
                                 iv.empty() ? nullptr : bytesOf(iv), m_encrypts) == 1 &&
               EVP_CIPHER_CTX_set_padding(m_context.get(), m_isPadded) == 1;
    }

    bool takeTag(std::string& input) {
        if (input.size() < m_tagBytes)
            return false;
        std::string tag = input.substr(input.size() - m_tagBytes);
        input.resize(input.size() - m_tagBytes);
        return EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_GCM_SET_TAG, int(tag.size()), tag.data()) == 1;
    }

    bool addTag(std::string& output) {
        std::string tag(m_tagBytes, 0);
        if (EVP_CIPHER_CTX_ctrl(m_context.get(), EVP_CTRL_GCM_GET_TAG, int(tag.size()), tag.data()) != 1)
            return false;
        output += tag;
        return true;
    }

    Cipher m_context;
    const EVP_CIPHER* m_cipher;
    bool m_encrypts, m_isPadded;
    size_t m_tagBytes;
};

NativeResult giveAesError(NativeCall& call, const std::string& problem) {
    return giveCryptoError(call, "Error occurred while AES encrypt/decrypt: " + problem);
}

// aes(mode, input, key, iv, encrypts, isPadded, tagBits): mode is CBC, ECB or GCM.
NativeResult aes(NativeCall& call) {
    const std::string mode = textArg(call, 0), key = bytesOfArg(call, 2), iv = bytesOfArg(call, 3);
    const bool encrypts = call.arg(4).boolean();
    const int64_t tagBits = mode == "GCM" ? call.arg(6).integer : 0;
    if (key.size() != 16 && key.size() != 24 && key.size() != 32)
        return giveCryptoError(call, "Invalid key size. Valid key sizes in bytes: [16, 24, 32]");
    if (mode == "CBC" && iv.size() != 16)
        return giveAesError(call, "Wrong IV length: must be 16 bytes long");
    if (mode != "GCM" && call.arg(1).list()->length % 16 && (!encrypts || !call.arg(5).boolean()))
        return giveAesError(
            call, encrypts ? "Input length not multiple of 16 bytes"
                           : "Input length must be multiple of 16 when decrypting with padded cipher");
    if (mode == "GCM" && (iv.empty() || tagBits % 8 || tagBits < 96 || tagBits > 128))
        return giveCryptoError(
            call, iv.empty() ? "IV must not be empty"
                             : "Invalid tag size. Valid tag sizes in bytes: [96, 104, 112, 120, 128]");
    const std::string name = "AES-" + std::to_string(key.size() * 8) + "-" + mode;
    std::string output;
    if (!Aes(EVP_get_cipherbyname(name.c_str()), encrypts, call.arg(5).boolean(), size_t(tagBits / 8))
             .run(bytesOfArg(call, 1), key, iv, output))
        return giveAesError(call, lastError());
    return giveBytes(call, output);
}

constexpr NativeRow rows[] = {
    {"ballerina/crypto:sign", sign},
    {"ballerina/crypto:verify", verify},
    {"ballerina/crypto:rsa", rsa},
    {"ballerina/crypto:aes", aes},
};

} // namespace

std::span<const NativeRow> cryptoCipherNatives() {
    return rows;
}

} // namespace barre::runtime
