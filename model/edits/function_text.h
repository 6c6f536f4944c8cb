#pragma once

#include "model/edits/declarations.h"

#include <string>

namespace barre::edits {

/// The first thing that is wrong with what a form says; empty when it can be written.
std::string problemOf(const ParameterText& parameter);
std::string problemOf(const FunctionText& function);
std::string problemOf(const VariableText& variable);

/// `websocket:Caller caller, string message`
std::string textOf(const ParameterText& parameter);
std::string textOf(const std::vector<ParameterText>& parameters);

/// Documentation, signature and an empty body, indented by four blanks.
std::string textOf(const FunctionText& function);

} // namespace barre::edits
