#pragma once

#include "model/syntax/nodes.h"

namespace barre::syntax {

/// The bytes of a byte array literal; characters that are no digits are left out.
std::string byteArrayValue(const ByteArrayLiteral* literal);

} // namespace barre::syntax
