// Reading one function body again, in place.
#pragma once

#include "model/syntax/nodes.h"
#include "model/text/text_edit.h"

namespace barre::syntax {

/// An edit of a text that stays between the braces of one function of module level or one method, with the
/// body as it is then.
struct BodyChange {
    const FunctionLike* function = nullptr;
    SourceRange before;               ///< of the body with its trivia, in the old text
    uint32_t close = 0;               ///< where its closing brace was
    uint32_t length = 0;              ///< of the body with its trivia, in the new text
    std::shared_ptr<SyntaxTree> body; ///< its root is the body, its text the whole new text

    /// Where a place outside of the body lies in the new text.
    SourceRange moved(SourceRange range) const;
};

/// The change of a body that the edit amounts to. No function if there is none: the edit is elsewhere,
/// reaches across the braces, or might make the rest of the file mean something else.
BodyChange bodyChange(const SyntaxTree& tree, const model::TextEdit& edit);

/// Puts the new body in the place of the old one, whose nodes are gone then; all other nodes stay and move.
/// Only for a tree that nobody else holds. The result is the tree that the parser makes of the new text.
void replaceBody(SyntaxTree& tree, const BodyChange& change);

} // namespace barre::syntax
