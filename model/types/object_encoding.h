// An object type as a mapping type: each member, under its key, is a tuple of "field" or "method", its
// visibility and its value's type. For the files of this folder only.
#pragma once

#include "model/types/atoms.h"

#include <string>
#include <string_view>

namespace barre::types {

inline constexpr const char* isolatedMark = "@isolated";
inline constexpr const char* serviceMark = "@service";
inline constexpr const char* clientMark = "@client";

/// Remote and resource methods have name spaces of their own.
std::string memberKey(std::string_view name, MemberKind kind);

} // namespace barre::types
