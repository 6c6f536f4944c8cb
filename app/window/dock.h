#pragma once

#include <QtWidgets/QFrame>

#include <vector>

class QStackedWidget;
class QTabBar;

namespace barre::designer {
class IconButton;
}

namespace barre::app {

struct Workbench;

/// The tabs at the bottom; collapses to its row of tabs.
class Dock : public QFrame {
    Q_OBJECT

public:
    explicit Dock(Workbench& workbench, QWidget* parent = nullptr);

    /// The panel of a row of dockTable().
    QWidget* panel(const QString& id) const;
    template<class Panel>
    Panel* find() const {
        return findChild<Panel*>();
    }
    /// Opens the dock at that tab.
    void showTab(const QString& id);
    bool isExpanded() const { return m_expanded; }
    void setExpanded(bool expanded);
    /// Reads the badges again.
    void refreshBadges();

    static constexpr int tabRow = 36;

Q_SIGNALS:
    void expandedChanged(bool expanded);

private:
    int indexOf(const QString& id) const;

    Workbench& m_workbench;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    designer::IconButton* m_toggle;
    bool m_expanded = true;
};

} // namespace barre::app
