#pragma once

#include "model/design/declarations.h"
#include "model/design/step_syntax.h"
#include "model/edits/steps.h"

#include <optional>
#include <string>
#include <vector>

namespace barre::edits {

/// A step, while its snapshot is at hand: one or several neighbours in a block.
struct FoundSteps {
    const model::SourceFile* file = nullptr;
    design::BlockSyntax block;
    std::vector<design::StepSyntax> siblings; ///< all steps of the block
    size_t first = 0, last = 0;               ///< the steps that were asked for, both included
    SourceRange range;                        ///< from the begin of the first to the end of the last

    const design::StepSyntax& step() const { return siblings[first]; }
    std::string_view text() const;
};

/// The steps at a location; nothing when it is not exactly one or several whole steps.
std::optional<FoundSteps> findSteps(const Snapshot& snapshot, const Location& location);

/// The sentence for steps that are not there.
EditResult noSuchStep();

/// A place for steps.
struct FoundPlace {
    const model::SourceFile* file = nullptr;
    design::BlockSyntax block;
    std::vector<design::StepSyntax> steps;
    size_t index = 0;                                ///< before this step; steps.size() is behind the last
    const syntax::IfElseStmt* withoutElse = nullptr; ///< the place is in its else, which is not written
};

std::optional<FoundPlace> findPlace(const Snapshot& snapshot, const Place& place);

/// How lines of code are put in at a place: `before` and `after` stand around them.
struct Insertion {
    SourceRange range; ///< what is replaced; mostly empty
    std::string before, after;
    std::string indentation;
};

Insertion insertionAt(const FoundPlace& place);

/// The indentation of the lines that hold a block, and of the steps in it.
std::string ownerIndentation(const design::BlockSyntax& block);
std::string stepIndentation(const design::BlockSyntax& block, const std::vector<design::StepSyntax>& steps);

/// How an empty or filled pair of braces takes lines at its end; for classes and match clauses, too.
Insertion insertionBeforeBrace(std::string_view text, const syntax::Token* open, const syntax::Token* close,
                               const std::string& indentation);

/// Steps with the comment behind them.
SourceRange withTrailingComment(std::string_view text, SourceRange range);
/// Two neighbours of a file change places, each with the comment behind it; what stands between them stays.
EditResult swapped(const Snapshot& snapshot, const model::SourceFile& file, SourceRange moved,
                   SourceRange neighbour);
/// Nothing else stands on the lines of a range.
bool ownsItsLines(std::string_view text, SourceRange range);
/// What is removed with a range: its lines, or white space on one side.
SourceRange removalOf(std::string_view text, SourceRange range);

} // namespace barre::edits
