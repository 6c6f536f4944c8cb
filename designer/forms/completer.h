#pragma once

#include "designer/forms/code_field.h"
#include "model/syntax/parser.h"

#include <functional>
#include <string>
#include <string_view>

namespace barre::designer {

class DesignSession;

/// What stands around the text of a field where it is completed: a declaration that is not in the project.
struct FieldFrame {
    std::string before, after;
};

/// The declaration that has a part of this rule; of an expression, one that wants `type`.
FieldFrame frameOf(syntax::GrammarRule rule, std::string_view type = {});
/// A field of a record.
FieldFrame recordFieldFrame();

/// Where a field's text is completed, asked at each completion: what stands around it, and in which file.
struct CompletionPlace {
    FieldFrame frame;
    std::string file{}; ///< the first of the project when empty
};

/// Offers what the project offers at a place: the same as in the code there.
CodeField::Completer completerAt(DesignSession& session, std::function<CompletionPlace()> place);

} // namespace barre::designer
