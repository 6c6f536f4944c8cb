// For the files of the module crypto.
#pragma once

#include "runtime/vm/native.h"

#include <openssl/types.h>

#include <string>

namespace barre::runtime {

/// The bytes of a byte[]? argument.
std::string bytesOfArg(NativeCall& call, uint32_t i);
/// Returns a crypto:Error.
NativeResult giveCryptoError(NativeCall& call, const std::string& message);
/// The key whose DER form is an argument, the caller's own; null if it is none.
EVP_PKEY* keyOfArg(NativeCall& call, uint32_t i, bool isPrivate);

} // namespace barre::runtime
