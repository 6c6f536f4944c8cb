#pragma once

#include "runtime/values/list_value.h"

#include <optional>
#include <string>
#include <string_view>

namespace barre::runtime {

std::string encodeBase64(std::string_view bytes);
std::string encodeBase16(std::string_view bytes);
/// Nothing if the text is not well formed; padding is needed.
std::optional<std::string> decodeBase64(std::string_view text);
std::optional<std::string> decodeBase16(std::string_view text);
/// The bytes of a list of ints below 256, however it is stored.
std::string bytesOfList(const List* list);

} // namespace barre::runtime
