#pragma once

#include <string>
#include <string_view>

namespace barre::runtime {

constexpr std::string_view xmlnsUri = "http://www.w3.org/2000/xmlns/";
constexpr std::string_view xmlUri = "http://www.w3.org/XML/1998/namespace";

/// The two parts of `{uri}name`; without braces there is no uri.
std::string_view uriOf(std::string_view name);
std::string_view localOf(std::string_view name);
/// Adds text as content or as the value of an attribute.
void escape(std::string& out, std::string_view text, bool isAttribute);

} // namespace barre::runtime
