#pragma once

#include <QtCore/QString>

namespace barre::designer {

/// `stem`, or with the first number behind it that makes it a name nobody has yet.
template<class IsTaken>
QString freeName(const QString& stem, const IsTaken& isTaken) {
    QString name = stem;
    for (int number = 2; isTaken(name); ++number)
        name = stem + QString::number(number);
    return name;
}

} // namespace barre::designer
