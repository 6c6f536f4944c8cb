#pragma once

#include "model/design/location.h"

#include <QtCore/QMetaType>
#include <QtCore/QString>

namespace barre::designer {

/// A view and the declaration that it shows: what a navigation goes to and a history keeps.
struct Place {
    QString
        view; ///< row of the view table: "overview", "flow", …; empty lets the navigator choose by the symbol
    design::SymbolId symbol;

    friend bool operator==(const Place&, const Place&) = default;
};

} // namespace barre::designer

Q_DECLARE_METATYPE(barre::designer::Place)
