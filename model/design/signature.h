#pragma once

#include "model/design/class_design.h"
#include "model/design/declarations.h"

namespace barre::design {

/// The parameters of a function as they are written; those of a resource's path come first.
std::vector<Parameter> parametersOf(const syntax::FunctionLike* function);

/// The return type as it is written, in one line; empty when there is none.
std::string returnTypeOf(const syntax::FunctionLike* function);
/// Where it is written; empty behind the parameters when there is none.
SourceRange returnRangeOf(const syntax::FunctionLike* function);

/// `(caller, string message)`: what a flow's start shows. Callers are known by their name alone.
std::string startSignature(const syntax::FunctionLike* function);

/// The words of a flow's start: "When a text message arrives".
std::string startWords(const Declaration& function);

/// The icon of a function: that of its callback or of its kind.
std::string iconOf(const Declaration& declaration);

/// Everything that a list of methods shows of one.
MethodDesign methodDesign(const model::Snapshot& snapshot, const Declaration& method);

/// How many steps the flow of a function has.
int stepsIn(const syntax::FunctionLike* function);

} // namespace barre::design
