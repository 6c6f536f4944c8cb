#pragma once

#include "model/semantics/library.h"
#include "model/semantics/package_input.h"
#include "model/semantics/semantic_model.h"
#include "model/syntax/reparse.h"

namespace barre::model {

/// Checks a whole package. Never fails: what is wrong is in the diagnostics (those of the parser are not
/// repeated), and the tables know what could be found out.
std::shared_ptr<PackageModel> analyze(PackageInput package, const std::shared_ptr<Library>& library);

/// Brings tree and model up to a change of one function body: only this body is checked, and the rules that
/// look at the module as a whole. For a package that nobody else holds. False, and nothing has happened, if
/// the change may matter elsewhere, too.
bool recheck(PackageModel& package, syntax::SyntaxTree& tree, const syntax::BodyChange& change);

} // namespace barre::model
