#pragma once

#include <QtCore/QString>

#include <functional>
#include <optional>

class QWidget;

namespace barre::designer {

/// Asks for a name. `problemOf` answers what is wrong with a text, empty when it may be used; it is asked
/// with every key. Nothing when the person thought better of it.
std::optional<QString> askForName(QWidget* parent, const QString& title, const QString& caption,
                                  const QString& name, const QString& acceptText,
                                  const std::function<QString(const QString&)>& problemOf);

} // namespace barre::designer
