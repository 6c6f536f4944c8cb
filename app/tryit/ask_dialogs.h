#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <optional>

class QWidget;

namespace barre::app {

struct Closing {
    int code = 1000;
    QString reason;
};

/// Asks for bytes in hexadecimal; nothing when the person thought better of it.
std::optional<QByteArray> askBytes(QWidget* parent);

/// Asks with which code and reason to close.
std::optional<Closing> askClosing(QWidget* parent);

} // namespace barre::app
