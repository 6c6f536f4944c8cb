#pragma once

#include "model/design/type_graph.h"
#include "model/edits/types.h"

#include <optional>

namespace barre::designer {

/// A member of a type as one line, the way it is written.
std::string memberLine(const design::TypeMember& member);

/// Reads the line of a record field (`readonly string name?`, `int age = 0`); nothing when it is none.
std::optional<edits::RecordFieldText> readField(std::string_view line);

} // namespace barre::designer
