#pragma once

#include <cstdint>
#include <string>

namespace barre::runtime::http {

/// The program that listens on a TCP port of this machine, as `node (process 4242)`; empty when that cannot
/// be seen.
std::string portOwner(uint16_t port);

} // namespace barre::runtime::http
