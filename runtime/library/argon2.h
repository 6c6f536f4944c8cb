#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace barre::runtime {

struct Argon2Cost {
    uint32_t passes = 0;
    uint32_t kibibytes = 0; ///< of memory; 8 for each lane if they are less
    uint32_t lanes = 0;
};

/// Hashes a password with a salt by Argon2id, version 1.3.
std::string argon2id(std::string_view password, std::string_view salt, const Argon2Cost& cost,
                     uint32_t length);

} // namespace barre::runtime
