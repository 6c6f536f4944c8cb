#pragma once

#include "designer/session/place.h"
#include "model/design/entry_points.h"

#include <QtCore/QObject>

#include <vector>

namespace barre::model {
struct WorkspaceEdit;
}
namespace barre::designer {
class DesignSession;
}

namespace barre::app {

/// A step of the way from the project to what is shown.
struct Crumb {
    QString text;
    designer::Place place;
};

/// Which view shows a declaration of that kind.
QString viewOf(design::ItemKind kind);

/// Where one is and was: the current place with its history, like a browser's. A place whose declaration was
/// renamed is followed, one whose declaration is gone is left.
class Navigator : public QObject {
    Q_OBJECT

public:
    explicit Navigator(designer::DesignSession& session, QObject* parent = nullptr);

    const designer::Place& place() const { return m_places[m_current]; }
    /// Goes there; a place without a view gets the one that fits its symbol.
    void go(designer::Place place);
    void back();
    void forward();
    bool canGoBack() const { return m_current > 0; }
    bool canGoForward() const { return m_current + 1 < m_places.size(); }
    /// Forgets the history and shows the project.
    void reset();

    /// The project tree of the current snapshot, computed once per snapshot.
    const design::EntryPoints& tree() const { return m_tree; }
    /// From the project to the current place.
    std::vector<Crumb> crumbs() const;

Q_SIGNALS:
    void placeChanged(const barre::designer::Place& place);
    void treeChanged();

private:
    QString viewFor(const model::SymbolId& symbol) const;
    void followEdit(const model::WorkspaceEdit& edit);
    void followSnapshot();
    void arrive();

    designer::DesignSession& m_session;
    std::vector<designer::Place> m_places;
    size_t m_current = 0;
    design::Location m_location; ///< of the current place's declaration, mapped through edits
    design::EntryPoints m_tree;
};

} // namespace barre::app
