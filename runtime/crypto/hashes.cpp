// crypto: hashes, authentication codes, checksums.
#include "runtime/crypto/keccak.h"
#include "runtime/crypto/natives.h"
#include "runtime/crypto/support.h"
#include "runtime/langlib/encodings.h"
#include "runtime/library/natives.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"

#include <openssl/evp.h>
#include <openssl/hmac.h>
#include <zlib.h>

namespace barre::runtime {
namespace {

const EVP_MD* algorithmOf(NativeCall& call) {
    return EVP_get_digestbyname(std::string(call.text(0)).c_str());
}

NativeResult giveBytes(NativeCall& call, const unsigned char* bytes, unsigned length) {
    return call.give(call.vm().bytes(std::string_view(reinterpret_cast<const char*>(bytes), length)));
}

// hash(algorithm, input, salt)
NativeResult hash(NativeCall& call) {
    const std::string bytes = bytesOfArg(call, 2) + bytesOfArg(call, 1);
    unsigned char result[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    EVP_Digest(bytes.data(), bytes.size(), result, &length, algorithmOf(call), nullptr);
    return giveBytes(call, result, length);
}

// hashKeccak256(input, salt)
NativeResult keccak(NativeCall& call) {
    const std::array<uint8_t, 32> result = keccak256(bytesOfArg(call, 1) + bytesOfArg(call, 0));
    return giveBytes(call, result.data(), unsigned(result.size()));
}

// authenticate(algorithm, input, key)
NativeResult authenticate(NativeCall& call) {
    const std::string input = bytesOfArg(call, 1), key = bytesOfArg(call, 2);
    unsigned char result[EVP_MAX_MD_SIZE];
    unsigned length = 0;
    HMAC(algorithmOf(call), key.data(), int(key.size()), reinterpret_cast<const unsigned char*>(input.data()),
         input.size(), result, &length);
    return giveBytes(call, result, length);
}

NativeResult crc32b(NativeCall& call) {
    const std::string input = bytesOfArg(call, 0);
    const uLong sum = crc32(0, reinterpret_cast<const Bytef*>(input.data()), uInt(input.size()));
    char text[16];
    std::snprintf(text, sizeof text, "%lx", sum);
    return call.giveString(text);
}

constexpr NativeRow rows[] = {
    {"ballerina/crypto:hash", hash},
    {"ballerina/crypto:hashKeccak256", keccak},
    {"ballerina/crypto:authenticate", authenticate},
    {"ballerina/crypto:crc32b", crc32b},
};

} // namespace

std::span<const NativeRow> cryptoHashNatives() {
    return rows;
}

} // namespace barre::runtime
