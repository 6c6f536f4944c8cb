#pragma once

#include "model/semantics/library.h"
#include "model/semantics/package_input.h"
#include "model/semantics/semantic_model.h"

namespace barre::model {

/// Checks a whole package. Never fails: what is wrong is in the diagnostics (those of the parser are not
/// repeated), and the tables know what could be found out.
std::shared_ptr<const PackageModel> analyze(const PackageInput& package,
                                            const std::shared_ptr<Library>& library);

} // namespace barre::model
