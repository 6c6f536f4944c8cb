#pragma once

#include "designer/forms/form_field.h"
#include "model/design/location.h"

#include <QtCore/QStringList>

#include <vector>

namespace barre::model {
class Snapshot;
}

namespace barre::designer {

/// A field and the place of the text that it edits; empty while it is not written.
struct PlacedField {
    FormField* field = nullptr;
    model::SourceRange range;
};

/// Says at each field what the checker says of its place. What is wrong with `whole` besides, and not with
/// one of its `parts`, which have forms of their own, is the answer.
QStringList showProblems(const model::Snapshot& snapshot, const design::Location& whole,
                         const std::vector<PlacedField>& fields,
                         const std::vector<model::SourceRange>& parts = {});

} // namespace barre::designer
