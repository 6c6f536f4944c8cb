#pragma once

#include "designer/session/place.h"
#include "model/design/item_kinds.h"

#include <QtWidgets/QFrame>

#include <functional>
#include <optional>

class QLineEdit;
class QMenu;
class QModelIndex;
class QSortFilterProxyModel;
class QTreeView;

namespace barre::design {
struct EntryPoints;
struct TreeItem;
} // namespace barre::design

namespace barre::designer {

class ProjectModel;
class TextLabel;
struct LiveMarks;

/// The project tree with its search field. Says where the person wants to go; shows where one is.
class Sidebar : public QFrame {
    Q_OBJECT

public:
    explicit Sidebar(QWidget* parent = nullptr);

    void setTree(const design::EntryPoints& tree);
    /// Shows how often each handler was called.
    void showLive(const LiveMarks& marks);
    /// Selects the row of the place without asking to go there.
    void showPlace(const Place& place);
    void focusSearch();
    /// Fills the context menu of a row.
    void setMenuFiller(std::function<void(QMenu&, const design::TreeItem&)> filler) {
        m_fillMenu = std::move(filler);
    }
    QTreeView& view() const { return *m_view; }

Q_SIGNALS:
    /// `view` is empty where the symbol's kind decides.
    void placeRequested(const barre::designer::Place& place);
    void deleteRequested(const barre::model::SymbolId& symbol);
    void renameRequested(const barre::model::SymbolId& symbol);
    /// The + of a group's heading.
    void addRequested(barre::design::ItemGroup group, const QPoint& screenPosition);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void activate(const QModelIndex& index);
    void openMenu(const QPoint& point);
    void addTo(const QModelIndex& heading, const QPoint& point);
    QPoint pointBelow(const QModelIndex& row) const;
    void filter(const QString& text);
    QModelIndex testsHeading() const;
    void expand();
    std::optional<design::ItemGroup> groupToShow(const Place& place) const;
    QModelIndex markPlace();
    void takeFirstRow();
    QModelIndex nextHit(QModelIndex from, bool down) const;
    bool filterKey(const QObject* watched, int key);
    const design::TreeItem* itemAt(const QModelIndex& proxyIndex) const;

    QLineEdit* m_search;
    TextLabel* m_nothing; ///< what a filter says that nothing passes
    QTreeView* m_view;
    ProjectModel* m_model;
    QSortFilterProxyModel* m_filtered;
    std::function<void(QMenu&, const design::TreeItem&)> m_fillMenu;
    Place m_place;
    std::optional<design::ItemGroup> m_group; ///< of the row that shows the place
    bool m_testsOpen = false;
};

} // namespace barre::designer
