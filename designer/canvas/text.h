#pragma once

#include <QtCore/QString>

#include <string>
#include <string_view>

namespace barre::designer {

/// The one place where the model's UTF-8 becomes Qt's text and back.
inline QString toQString(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}
inline std::string toStdString(const QString& text) {
    const QByteArray bytes = text.toUtf8();
    return std::string(bytes.constData(), static_cast<size_t>(bytes.size()));
}

} // namespace barre::designer
