// uuid, random, os, url.
#include "runtime/library/natives.h"
#include "runtime/library/url_text.h"
#include "runtime/values/mapping_value.h"
#include "runtime/vm/worker.h"

#include <cstdlib>
#include <ctime>
#include <pwd.h>
#include <random>
#include <unistd.h>

extern char** environ;

namespace barre::runtime {
namespace {

uint64_t randomBits() {
    std::random_device device;
    return uint64_t(device()) << 32 | device();
}

/// Writes a UUID of 128 bits, version and variant put in.
std::string uuidText(uint64_t high, uint64_t low, int version) {
    high = (high & ~0xF000ull) | uint64_t(version) << 12;
    low = (low & 0x3FFFFFFFFFFFFFFFull) | 0x8000000000000000ull;
    char text[40];
    std::snprintf(text, sizeof text, "%08x-%04x-%04x-%04x-%012llx", unsigned(high >> 32),
                  unsigned(high >> 16 & 0xFFFF), unsigned(high & 0xFFFF), unsigned(low >> 48),
                  static_cast<unsigned long long>(low & 0xFFFFFFFFFFFF));
    return text;
}

NativeResult uuidType4(NativeCall& call) {
    return call.giveString(randomUuid());
}

// Time in steps of 100 ns since 1582-10-15, low part first; a random node with its multicast bit set.
NativeResult uuidType1(NativeCall& call) {
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    uint64_t ticks = uint64_t(now.tv_sec) * 10'000'000 + uint64_t(now.tv_nsec) / 100 + 0x01B21DD213814000ull;
    uint64_t high = (ticks & 0xFFFFFFFF) << 32 | (ticks >> 32 & 0xFFFF) << 16 | (ticks >> 48 & 0xFFF);
    return call.giveString(uuidText(high, randomBits() | 0x010000000000ull, 1));
}

NativeResult uuidValidate(NativeCall& call) {
    std::string_view text = call.text(0);
    bool valid = text.size() == 36;
    for (size_t i = 0; valid && i < text.size(); ++i) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        valid = dash ? text[i] == '-' : std::isxdigit(uint8_t(text[i])) != 0;
    }
    return call.give(Value::of(valid));
}

NativeResult randomFloat(NativeCall& call) {
    return call.give(Value::of(double(randomBits() >> 11) * 0x1.0p-53));
}

NativeResult randomInteger(NativeCall& call) {
    uint64_t span = uint64_t(call.arg(1).integer) - uint64_t(call.arg(0).integer);
    uint64_t limit = UINT64_MAX - UINT64_MAX % span;
    uint64_t bits = randomBits();
    while (bits >= limit)
        bits = randomBits();
    return call.give(Value::of(int64_t(uint64_t(call.arg(0).integer) + bits % span)));
}

NativeResult getEnv(NativeCall& call) {
    const char* value = std::getenv(std::string(call.text(0)).c_str());
    return call.giveString(value && isValidUtf8(value) ? value : "");
}

// putEnv(key, value): nil removes the variable.
NativeResult putEnv(NativeCall& call) {
    const std::string key(call.text(0));
    const bool hasFailed = call.arg(1).isNil()
                               ? unsetenv(key.c_str()) != 0
                               : setenv(key.c_str(), std::string(call.text(1)).c_str(), 1) != 0;
    return hasFailed ? call.giveError("The parameter key is not the name of a variable", "ballerina/os:Error")
                     : call.giveNil();
}

NativeResult listEnv(NativeCall& call) {
    Mapping* map =
        makeMap(call.heap(), call.vm().typeTable().of(types::mapOf(call.worker.types(), types::stringType)));
    for (char** entry = environ; *entry; ++entry) {
        std::string_view text = *entry;
        size_t equal = text.find('=');
        if (equal != std::string_view::npos && isValidUtf8(text))
            put(call.heap(), map, makeString(call.heap(), text.substr(0, equal)),
                call.vm().string(text.substr(equal + 1)));
    }
    return call.give(Value::of(map));
}

NativeResult getUsername(NativeCall& call) {
    const passwd* user = getpwuid(getuid());
    return call.giveString(user ? user->pw_name : "");
}

NativeResult getUserHome(NativeCall& call) {
    const passwd* user = getpwuid(getuid());
    const char* home = std::getenv("HOME");
    return call.giveString(home ? home : user ? user->pw_dir : "");
}

NativeResult urlEncode(NativeCall& call) {
    const std::optional<Charset> charset = charsetNamed(call.text(1));
    if (!charset)
        return call.giveError("Error occurred while encoding. " + std::string(call.text(1)),
                              "ballerina/url:Error");
    return call.giveString(encodeUrlPart(call.text(0), *charset));
}

NativeResult urlDecode(NativeCall& call) {
    const std::optional<Charset> charset = charsetNamed(call.text(1));
    if (!charset)
        return call.giveError("Error occurred while decoding. " + std::string(call.text(1)),
                              "ballerina/url:Error");
    const std::optional<std::string> decoded = decodeUrlPart(call.text(0), *charset);
    if (!decoded || !isValidUtf8(*decoded))
        return call.giveError("Error occurred while decoding. This is no encoded text: " +
                                  std::string(call.text(0)),
                              "ballerina/url:Error");
    return call.giveString(*decoded);
}

constexpr NativeRow rows[] = {
    {"ballerina/uuid:createType1AsString", uuidType1},
    {"ballerina/uuid:createType4AsString", uuidType4},
    {"ballerina/uuid:validate", uuidValidate},
    {"ballerina/random:createDecimal", randomFloat},
    {"ballerina/random:nextInteger", randomInteger},
    {"ballerina/os:getEnv", getEnv},
    {"ballerina/os:putEnv", putEnv},
    {"ballerina/os:listEnv", listEnv},
    {"ballerina/os:getUsername", getUsername},
    {"ballerina/os:getUserHome", getUserHome},
    {"ballerina/url:encode", urlEncode},
    {"ballerina/url:decode", urlDecode},
};

} // namespace

std::string randomUuid() {
    return uuidText(randomBits(), randomBits(), 4);
}

std::span<const NativeRow> systemNatives() {
    return rows;
}

} // namespace barre::runtime
