#pragma once

#include "model/design/run_needs.h"

#include <QtCore/QStringList>

#include <optional>
#include <utility>
#include <vector>

class QWidget;

namespace barre::designer {
class DesignSession;
}

namespace barre::app {

/// What somebody gave before a run: values for Config.toml, and the words of main's arguments.
struct RunAnswers {
    std::vector<std::pair<model::SymbolId, QString>> settings;
    QStringList arguments;
};

/// Asks for what a run needs; `arguments` are those of the last run. Nothing when it was cancelled.
std::optional<RunAnswers> askRunNeeds(QWidget* parent, designer::DesignSession& session,
                                      const design::RunNeeds& needs, const QStringList& arguments);

/// The words of the command line for main: one field for each parameter, the last ones may be empty.
QStringList wordsOf(const std::vector<design::Parameter>& parameters, const QStringList& fields);

} // namespace barre::app
