#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace barre::runtime {

/// Keccak-256 as it was before SHA-3 changed its padding.
std::array<uint8_t, 32> keccak256(std::string_view bytes);

} // namespace barre::runtime
