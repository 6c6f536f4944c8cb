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

/// A name of another module than the default one with the prefix that code gives it: `store:Item`.
inline QString withModule(std::string_view module, std::string_view name) {
    const QString prefix = toQString(module.substr(module.rfind('.') + 1));
    return prefix.isEmpty() ? toQString(name) : prefix + u':' + toQString(name);
}

} // namespace barre::designer
