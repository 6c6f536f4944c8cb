// crypto: what is derived from passwords and other secrets.
#include "runtime/crypto/bcrypt.h"
#include "runtime/crypto/natives.h"
#include "runtime/crypto/openssl.h"
#include "runtime/crypto/support.h"
#include "runtime/library/background.h"
#include "runtime/library/natives.h"
#include "runtime/vm/worker.h"

#include <algorithm>
#include <argon2.h>
#include <openssl/crypto.h>
#include <openssl/kdf.h>
#include <openssl/rand.h>

namespace barre::runtime {
namespace {

using namespace openssl;

unsigned char* bufferOf(std::string& bytes) {
    return reinterpret_cast<unsigned char*>(bytes.data());
}

NativeResult equalBytes(NativeCall& call) {
    const std::string one = bytesOfArg(call, 0), other = bytesOfArg(call, 1);
    return call.give(
        Value::of(one.size() == other.size() && CRYPTO_memcmp(one.data(), other.data(), one.size()) == 0));
}

NativeResult randomBytes(NativeCall& call) {
    std::string bytes(size_t(call.arg(0).integer), 0);
    if (RAND_bytes(bufferOf(bytes), int(bytes.size())) != 1)
        return call.panic(call.vm().error("there are no random numbers: " + lastError()));
    return call.give(call.vm().bytes(bytes));
}

ReplyTo::Answer bytesAnswer(std::string bytes) {
    return [bytes = std::move(bytes)](Worker& worker) { return worker.vm().bytes(bytes); };
}

ReplyTo::Answer errorAnswer(std::string message) {
    return [message = std::move(message)](Worker& worker) {
        return worker.vm().error(message, "ballerina/crypto:Error");
    };
}

// pbkdf2(password, salt, iterations, algorithm)
NativeResult pbkdf2(NativeCall& call) {
    const EVP_MD* algorithm = EVP_get_digestbyname(std::string(call.text(3)).c_str());
    return inBackground(call, [password = std::string(call.text(0)), salt = bytesOfArg(call, 1),
                               iterations = int(call.arg(2).integer), algorithm] {
        std::string hash(size_t(EVP_MD_get_size(algorithm)), 0);
        PKCS5_PBKDF2_HMAC(password.data(), int(password.size()), bytesOf(salt), int(salt.size()), iterations,
                          algorithm, int(hash.size()), bufferOf(hash));
        return bytesAnswer(std::move(hash));
    });
}

// bcryptOf(password, salt, cost)
NativeResult bcryptOf(NativeCall& call) {
    return inBackground(call, [password = bytesOfArg(call, 0), salt = bytesOfArg(call, 1),
                               cost = unsigned(call.arg(2).integer)] {
        const BcryptHash hash = bcrypt(password, salt, cost);
        return bytesAnswer(std::string(hash.begin(), hash.end()));
    });
}

struct Argon2Settings {
    uint32_t iterations, memory, lanes;
};

ReplyTo::Answer argon2(const std::string& password, const std::string& salt, Argon2Settings settings) {
    constexpr uint32_t leastBlocksOfLane = 8;
    const uint32_t memory = std::max(settings.memory, leastBlocksOfLane * settings.lanes);
    std::string hash(32, 0);
    const int problem =
        argon2id_hash_raw(settings.iterations, memory, settings.lanes, password.data(), password.size(),
                          salt.data(), salt.size(), hash.data(), hash.size());
    return problem == ARGON2_OK ? bytesAnswer(std::move(hash)) : errorAnswer(argon2_error_message(problem));
}

// argon2Of(password, salt, iterations, memory, parallelism)
NativeResult argon2Of(NativeCall& call) {
    const auto number = [&call](uint32_t i) { return uint32_t(call.arg(i).integer); };
    return inBackground(call, [password = std::string(call.text(0)), salt = bytesOfArg(call, 1),
                               settings = Argon2Settings{number(2), number(3), number(4)}] {
        return argon2(password, salt, settings);
    });
}

// derive(input, length, salt, info): HKDF with SHA-256.
NativeResult derive(NativeCall& call) {
    const std::string input = bytesOfArg(call, 0), salt = bytesOfArg(call, 2), info = bytesOfArg(call, 3);
    const KeyContext context(EVP_PKEY_CTX_new_id(EVP_PKEY_HKDF, nullptr));
    size_t length = size_t(std::max<int64_t>(call.arg(1).integer, 0));
    std::string key(length, 0);
    const bool isDone = length > 0 && EVP_PKEY_derive_init(context.get()) == 1 &&
                        EVP_PKEY_CTX_set_hkdf_md(context.get(), EVP_sha256()) == 1 &&
                        EVP_PKEY_CTX_set1_hkdf_salt(context.get(), bytesOf(salt), int(salt.size())) == 1 &&
                        EVP_PKEY_CTX_set1_hkdf_key(context.get(), bytesOf(input), int(input.size())) == 1 &&
                        EVP_PKEY_CTX_add1_hkdf_info(context.get(), bytesOf(info), int(info.size())) == 1 &&
                        EVP_PKEY_derive(context.get(), bufferOf(key), &length) == 1;
    if (!isDone)
        return giveCryptoError(call, "Error occurred while deriving the key: " + lastError());
    return call.give(call.vm().bytes(key));
}

constexpr NativeRow rows[] = {
    {"ballerina/crypto:equalBytes", equalBytes}, {"ballerina/crypto:randomBytes", randomBytes},
    {"ballerina/crypto:pbkdf2", pbkdf2},         {"ballerina/crypto:bcryptOf", bcryptOf},
    {"ballerina/crypto:argon2Of", argon2Of},     {"ballerina/crypto:derive", derive},
};

} // namespace

std::span<const NativeRow> cryptoPasswordNatives() {
    return rows;
}

} // namespace barre::runtime
