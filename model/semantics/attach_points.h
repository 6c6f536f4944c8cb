#pragma once

#include "model/syntax/tree.h"

#include <cstdint>
#include <string_view>

namespace barre::model {

/// A kind of construct that an annotation can be for (section "Annotations" of the specification).
struct AttachPoint {
    std::string_view text; ///< as an annotation declaration writes it
    std::string_view noun; ///< for messages
};

/// All attach points; bit i of a mask stands for row i.
inline constexpr AttachPoint attachPoints[] = {
    {"type", "a type"},
    {"class", "a class"},
    {"function", "a function"},
    {"object function", "a method"},
    {"service remote function", "a remote method of a service"},
    {"parameter", "a parameter"},
    {"return", "a return type"},
    {"service", "a service"},
    {"field", "a field"},
    {"object field", "a field of an object"},
    {"record field", "a field of a record"},
    {"annotation", "an annotation"},
    {"external", "an external function body"},
    {"var", "a variable"},
    {"const", "a constant"},
    {"listener", "a listener"},
    {"client", "a client"},
    {"worker", "a worker"},
};

/// The bit of an attach point by its text; 0 if there is none of that name.
uint32_t attachPointBit(std::string_view text);
/// The attach points that a construct with annotations has; 0 if it is not known to have any.
uint32_t attachPointsOf(const syntax::Node* construct);
/// What a construct with these attach points is.
std::string_view attachPointNoun(uint32_t points);

} // namespace barre::model
