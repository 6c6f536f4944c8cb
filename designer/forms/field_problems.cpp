#include "designer/forms/field_problems.h"

#include "designer/canvas/text.h"
#include "model/project/snapshot.h"

#include <algorithm>

namespace barre::designer {

QStringList showProblems(const model::Snapshot& snapshot, const design::Location& whole,
                         const std::vector<PlacedField>& fields,
                         const std::vector<model::SourceRange>& parts) {
    QStringList besides;
    std::vector<std::vector<model::Diagnostic>> found(fields.size());
    for (const model::Diagnostic& problem : snapshot.diagnostics()) {
        const auto holds = [&](model::SourceRange range) { return range.contains(problem.range); };
        const auto field = std::ranges::find_if(fields, holds, &PlacedField::range);
        if (problem.path != whole.file || !holds(whole.range) || std::ranges::any_of(parts, holds))
            continue;
        if (field != fields.end())
            found[size_t(field - fields.begin())].push_back(problem);
        else if (problem.severity == model::Severity::Error)
            besides.append(toQString(problem.message()));
    }
    for (size_t index = 0; index < fields.size(); ++index)
        if (!showWorst(*fields[index].field, found[index]))
            fields[index].field->showNote({});
    return besides;
}

} // namespace barre::designer
