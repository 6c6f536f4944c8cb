#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace barre::runtime {

using BcryptHash = std::array<uint8_t, 24>;

/// Hashes a password of 1 to 72 bytes with a salt of 16 bytes, by 2^cost rounds.
BcryptHash bcrypt(std::string_view password, std::string_view salt, unsigned cost);

} // namespace barre::runtime
