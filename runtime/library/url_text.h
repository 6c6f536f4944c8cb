#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace barre::runtime {

enum class Charset { Utf8, Latin1, Ascii, Utf16, Utf16Be, Utf16Le };

/// `UTF-8`, `iso-8859-1` and the like; nothing for a name that is not known.
std::optional<Charset> charsetNamed(std::string_view name);

/// Percent-encoding of a part of a URL: letters, digits and `~-._` stay. What the charset does not have
/// becomes a question mark.
std::string encodeUrlPart(std::string_view text, Charset charset);

/// The inverse, which takes `+` for a space; nothing if a `%` is not followed by two hexadecimal digits, or
/// if the bytes are no text of the charset.
std::optional<std::string> decodeUrlPart(std::string_view text, Charset charset);

} // namespace barre::runtime
