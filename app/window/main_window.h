#pragma once

#include "app/window/workbench.h"

#include <QtWidgets/QMainWindow>

#include <memory>

class QSplitter;
class QStackedWidget;

namespace barre::designer {
class Sidebar;
}

namespace barre::app {

class Centre;
class CommandPalette;
class Dock;
class NoticeBar;
class ProjectActions;
class SidePanel;
class StartPage;
class TitleRow;

/// Puts the parts of the window in their places and ties their wishes to those who fulfil them. Decides
/// nothing by itself.
class MainWindow : public QMainWindow {
    Q_OBJECT

public:
    explicit MainWindow(Preferences& preferences);
    ~MainWindow() override;

    Workbench& workbench() { return *m_workbench; }
    Centre& centre() const { return *m_centre; }
    Dock& dock() const { return *m_dock; }
    designer::Sidebar& sidebar() const { return *m_sidebar; }
    ProjectActions& project() const { return *m_project; }

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void makeParts();
    void arrange();
    void connectParts();
    void connectDock();
    void addCommands();
    void showProject();
    void restoreLayout();
    void saveLayout();
    void expandDock(bool expanded);
    void makeRoom();
    void giveRoomBack();
    void focusNextPart(bool next);

    std::unique_ptr<Workbench> m_workbench;
    ProjectActions* m_project = nullptr;
    TitleRow* m_title = nullptr;
    NoticeBar* m_notice = nullptr;
    CommandPalette* m_palette = nullptr;
    designer::Sidebar* m_sidebar = nullptr;
    Centre* m_centre = nullptr;
    SidePanel* m_panel = nullptr;
    Dock* m_dock = nullptr;
    StartPage* m_start = nullptr;
    QStackedWidget* m_pages = nullptr;
    QSplitter* m_columns = nullptr;
    QList<int> m_widths; ///< of the columns, before drawing and code needed their room
    QSplitter* m_rows = nullptr;
    int m_dockHeight = 0;
};

} // namespace barre::app
