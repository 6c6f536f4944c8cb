#include <doctest/doctest.h>

#include "designer/canvas/icon.h"
#include "designer/canvas/text.h"
#include "model/design/callbacks.h"
#include "model/design/item_kinds.h"
#include "model/design/node_kinds.h"

using namespace barre;
using designer::toQString;

TEST_CASE("every icon that a table names is there") {
    const auto check = [](std::string_view icon) {
        CAPTURE(std::string(icon));
        CHECK(designer::iconExists(toQString(icon)));
    };
    for (const design::NodeKindRow& row : design::nodeKinds())
        check(row.icon);
    for (const design::ItemKindRow& row : design::itemKinds())
        check(row.icon);
    for (const design::CallbackRow& row : design::callbacks())
        check(row.icon);
}
