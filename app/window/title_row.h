#pragma once

#include "app/window/navigator.h"

#include <QtWidgets/QFrame>

class QHBoxLayout;

namespace barre::designer {
class IconButton;
class TextButton;
class TextLabel;
} // namespace barre::designer

namespace barre::app {

struct Workbench;

/// The row at the top: menu, breadcrumb with back and forward, search, run state and its buttons.
class TitleRow : public QFrame {
    Q_OBJECT

public:
    explicit TitleRow(Workbench& workbench, QWidget* parent = nullptr);

    /// The search box: the command palette opens below it.
    QWidget* searchBox() const;

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* makeNavigation();
    QWidget* makeRunControls();
    designer::TextButton* runButton(const char* role, const QString& command, const QString& iconName);
    void showSearch();
    void showCrumbs();
    void addCrumb(const QString& text, const designer::Place& place, const QString& tooltip, bool isFirst,
                  double most);
    double crumbsWidth() const;
    size_t hiddenCrumbs(const std::vector<Crumb>& crumbs) const;
    double crumbRoom(const std::vector<Crumb>& crumbs, size_t hidden) const;
    void showRunState();
    void showTooltips();
    void openMenu();

    Workbench& m_workbench;
    designer::IconButton* m_menu;
    designer::IconButton* m_back;
    designer::IconButton* m_forward;
    QWidget* m_crumbs;
    QHBoxLayout* m_crumbRow;
    designer::TextButton* m_search;
    designer::TextLabel* m_hint;
    designer::TextLabel* m_state;
    QWidget* m_stateDot;
    designer::TextButton* m_run;
    designer::TextButton* m_restart;
    designer::TextButton* m_stop;
    designer::TextButton* m_try;
};

} // namespace barre::app
