#include "runtime/crypto/natives.h"

namespace barre::runtime {

std::vector<std::span<const NativeRow>> cryptoNatives() {
    return {cryptoHashNatives(), cryptoKeyNatives(), cryptoCipherNatives(), cryptoPasswordNatives()};
}

} // namespace barre::runtime
