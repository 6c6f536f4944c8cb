#pragma once

#include "model/syntax/tree.h"

namespace barre::syntax {

/// Says what the parser reads although the grammar forbids it: actions inside expressions, arguments and
/// parameters out of order, statements that are no call, rest parts that are not last. Parts with syntax
/// errors are left alone.
void checkGrammar(const Node* root, std::vector<model::Diagnostic>& diagnostics);

/// Says that the expression is an action, where only an expression may stand.
void checkHasNoAction(const Node* expression, std::vector<model::Diagnostic>& diagnostics);

/// Whether the expression has the form of an lvexpr.
bool isLvalue(const Node* expression);

} // namespace barre::syntax
