#include "app/window/main_window.h"

#include "app/run/live_bridge.h"
#include "app/run/live_state.h"
#include "app/run/service_process.h"
#include "app/run/started_text.h"
#include "app/window/centre.h"
#include "app/window/command_palette.h"
#include "app/window/command_table.h"
#include "app/window/create_actions.h"
#include "app/window/dock.h"
#include "app/window/item_menus.h"
#include "app/window/navigator.h"
#include "app/window/notice_bar.h"
#include "app/window/preferences.h"
#include "app/window/project_actions.h"
#include "app/window/run_actions.h"
#include "app/window/side_panel.h"
#include "app/window/start_page.h"
#include "app/window/title_row.h"
#include "app/window/window_commands.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/focus_order.h"
#include "designer/canvas/icon.h"
#include "designer/code/code_pane.h"
#include "designer/session/design_session.h"
#include "designer/sidebar/sidebar.h"

#include <QtGui/QCloseEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QApplication>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <utility>

namespace barre::app {

using designer::DesignSession;
using designer::Sidebar;
namespace metric = designer::metric;

namespace {
constexpr int titleBar = 32; ///< about what the platform puts above a window
constexpr int leastCentre = 320, leastSplit = 560;

/// A small window leaves the drawing its room: the panel beside it is narrower there.
QList<int> firstColumns(int width) {
    const int panel = int(metric::panel * qBound(0.88, width / 1440.0, 1.0));
    return {metric::sidebar, width - metric::sidebar - panel, panel};
}

} // namespace

MainWindow::MainWindow(Preferences& preferences) {
    auto* session = new DesignSession(this);
    auto* live = new LiveState(this);
    auto* service = new ServiceProcess(this);
    m_workbench =
        std::make_unique<Workbench>(*session, *new Navigator(*session, this), *new CommandTable(this),
                                    *service, *live, preferences, *new StartedText(*service, *session, this));
    setWindowIcon(designer::icon(QStringLiteral("globe"), designer::Colour::Accent));
    setMinimumSize(metric::minimumWidth, metric::minimumHeight);
    makeParts();
    arrange();
    connectParts();
    connectDock();
    restoreLayout();
    showProject();
    qApp->installEventFilter(this);
}

MainWindow::~MainWindow() = default;

void MainWindow::makeParts() {
    Workbench& workbench = *m_workbench;
    m_project = new ProjectActions(workbench, this);
    addCommands();
    m_title = new TitleRow(workbench, this);
    m_notice = new NoticeBar(workbench.session, this);
    m_palette = new CommandPalette(workbench, this);
    m_sidebar = new Sidebar(this);
    m_centre = new Centre(workbench, this);
    m_panel = new SidePanel(this);
    m_dock = new Dock(workbench, this);
    m_start = new StartPage(workbench, this);
}

void MainWindow::arrange() {
    m_columns = new QSplitter(Qt::Horizontal, this);
    for (QWidget* column :
         {static_cast<QWidget*>(m_sidebar), static_cast<QWidget*>(m_centre), static_cast<QWidget*>(m_panel)})
        m_columns->addWidget(column);
    m_columns->setStretchFactor(1, 1);
    m_rows = new QSplitter(Qt::Vertical, this);
    m_rows->addWidget(m_columns);
    m_rows->addWidget(m_dock);
    m_rows->setStretchFactor(0, 1);
    for (QSplitter* splitter : {m_columns, m_rows}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_sidebar->setMinimumWidth(180);
    m_centre->setMinimumWidth(leastCentre);
    m_panel->setMinimumWidth(260);
    m_dock->setMinimumHeight(Dock::tabRow);
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_rows);
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_title);
    column->addWidget(designer::horizontalLine(page));
    column->addWidget(m_notice);
    column->addWidget(m_pages, 1);
    setCentralWidget(page);
}

void MainWindow::connectParts() {
    DesignSession& session = m_workbench->session;
    Navigator& navigator = m_workbench->navigator;
    connect(&session, &DesignSession::opened, this, &MainWindow::showProject);
    connect(&session, &DesignSession::closed, this, &MainWindow::showProject);
    connect(&session, &DesignSession::changedOnDisk, m_notice, &NoticeBar::askAboutDisk);
    connect(&session, &DesignSession::deletedOnDisk, m_notice, &NoticeBar::askAboutDeletion);
    connect(&session, &DesignSession::snapshotChanged, m_dock, &Dock::refreshBadges);
    connect(&session, &DesignSession::opened, m_dock, &Dock::refreshBadges);
    connect(&navigator, &Navigator::treeChanged, this,
            [this] { m_sidebar->setTree(m_workbench->navigator.tree()); });
    connect(&navigator, &Navigator::placeChanged, m_sidebar, &Sidebar::showPlace);
    connect(m_sidebar, &Sidebar::placeRequested, &navigator, &Navigator::go);
    connect(m_sidebar, &Sidebar::deleteRequested, m_project, &ProjectActions::deleteDeclaration);
    connect(m_sidebar, &Sidebar::renameRequested, m_project, &ProjectActions::rename);
    connect(m_sidebar, &Sidebar::addRequested, this, [this](design::ItemGroup group, const QPoint& point) {
        openAddMenu(*m_workbench, group, point, this);
    });
    m_sidebar->setMenuFiller([this](QMenu& menu, const design::TreeItem& item) {
        fillItemMenu(*m_workbench, *m_centre, menu, item);
    });
    connect(m_start, &StartPage::openRequested, m_project, &ProjectActions::open);
    connect(m_start, &StartPage::sampleRequested, m_project, &ProjectActions::openSample);
    connect(m_project, &ProjectActions::failed, m_notice, &NoticeBar::showProblem);
    connect(m_project, &ProjectActions::prevented, m_notice, &NoticeBar::showReason);
    connect(m_project, &ProjectActions::succeeded, m_notice, &NoticeBar::forgetProblem);
    connect(m_centre, &Centre::problemReported, m_notice, &NoticeBar::showProblem);
    connect(m_centre, &Centre::modeChanged, this, &MainWindow::makeRoom);
    connect(m_centre, &Centre::panelChanged, m_panel, &SidePanel::showPanel);
    connect(m_panel, &SidePanel::left, this,
            [this] { m_workbench->commands.run(QStringLiteral("go.drawing")); });
    // Later: fields that were just made are shown first.
    connect(
        m_centre, &Centre::panelFocusRequested, this,
        [this] {
            m_panel->setVisible(true);
            m_panel->focusFirstField();
        },
        Qt::QueuedConnection);
    connect(m_centre, &Centre::wrongFieldRequested, m_panel, &SidePanel::focusWrongField,
            Qt::QueuedConnection);
    m_panel->showPanel(nullptr);
}

void MainWindow::connectDock() {
    auto* bridge = new LiveBridge(m_workbench->service, m_workbench->live, m_workbench->session, this);
    connect(bridge, &LiveBridge::marksChanged, m_centre, &Centre::showLive);
    connect(bridge, &LiveBridge::marksChanged, m_sidebar, &Sidebar::showLive);
    connect(&m_workbench->live, &LiveState::changed, m_dock, &Dock::refreshBadges);
    connect(m_dock, &Dock::expandedChanged, this, &MainWindow::expandDock);
    connectRunPanels(*m_workbench, *m_dock, *m_centre);
}

void MainWindow::addCommands() {
    m_workbench->commands.add(m_project->commands(), this);
    m_workbench->commands.add(createCommands(*m_workbench, *m_project, this), this);
    m_workbench->commands.add(
        windowCommands({*m_workbench, this, [this] { m_palette->openBelow(m_title->searchBox()); },
                        [this] { return m_centre; }, [this] { return m_dock; }, [this] { return m_sidebar; },
                        [this] { return m_panel; }, [this](bool next) { focusNextPart(next); }}),
        this);
    m_workbench->commands.add(runCommands(*m_workbench, *m_project, [this] { return m_dock; }), this);
}

void MainWindow::showProject() {
    const bool isOpen = m_workbench->session.isOpen();
    m_pages->setCurrentWidget(isOpen ? static_cast<QWidget*>(m_rows) : m_start);
    setWindowTitle(isOpen ? tr("%1 – Barre").arg(m_workbench->session.projectName()) : tr("Barre"));
    m_notice->clear();
    (isOpen ? static_cast<QWidget*>(&m_sidebar->view()) : m_start)->setFocus();
    if (m_workbench->session.hasRecovery())
        m_notice->askAboutRecovery();
}

// In a narrow window drawing and code take of the panels' room, and give it back.
void MainWindow::makeRoom() {
    const bool isSplit = m_centre->mode() == CentreMode::Split;
    if (isSplit && m_widths.isEmpty())
        m_widths = m_columns->sizes();
    if (!isSplit)
        return giveRoomBack();
    m_centre->setMinimumWidth(leastSplit);
}

void MainWindow::giveRoomBack() {
    m_centre->setMinimumWidth(leastCentre);
    if (!m_widths.isEmpty())
        m_columns->setSizes(std::exchange(m_widths, {}));
}

// The splitter keeps the height of an open dock; a collapsed one has its row of tabs and no more.
void MainWindow::expandDock(bool expanded) {
    const QList<int> sizes = m_rows->sizes();
    if (!expanded)
        m_dockHeight = qMax(sizes.value(1), 120);
    const int wanted = expanded ? qMax(m_dockHeight, metric::dock) : Dock::tabRow;
    m_rows->setSizes({sizes.value(0) + sizes.value(1) - wanted, wanted});
    m_rows->handle(1)->setEnabled(expanded);
}

void MainWindow::restoreLayout() {
    const Preferences& preferences = m_workbench->preferences;
    resize(QSize(1440, 900).boundedTo(screen()->availableSize() - QSize(0, titleBar)));
    restoreGeometry(preferences.bytes(QStringLiteral("window/geometry")));
    if (!m_columns->restoreState(preferences.bytes(QStringLiteral("window/columns"))))
        m_columns->setSizes(firstColumns(width()));
    if (!m_rows->restoreState(preferences.bytes(QStringLiteral("window/rows"))))
        m_rows->setSizes({height() - metric::dock, metric::dock});
    m_sidebar->setVisible(preferences.flag(QStringLiteral("window/sidebar"), true));
    m_panel->setVisible(preferences.flag(QStringLiteral("window/panel"), true));
    m_dock->setExpanded(preferences.flag(QStringLiteral("window/dock"), true));
}

void MainWindow::saveLayout() {
    giveRoomBack();
    Preferences& preferences = m_workbench->preferences;
    preferences.setBytes(QStringLiteral("window/geometry"), saveGeometry());
    preferences.setBytes(QStringLiteral("window/columns"), m_columns->saveState());
    if (m_dock->isExpanded())
        preferences.setBytes(QStringLiteral("window/rows"), m_rows->saveState());
    preferences.setFlag(QStringLiteral("window/sidebar"), m_sidebar->isVisibleTo(m_columns));
    preferences.setFlag(QStringLiteral("window/panel"), m_panel->isVisibleTo(m_columns));
    preferences.setFlag(QStringLiteral("window/dock"), m_dock->isExpanded());
}

void MainWindow::closeEvent(QCloseEvent* event) {
    if (!m_project->mayLeave())
        return event->ignore();
    saveLayout();
    m_workbench->service.stop();
    event->accept();
}

// What went away with the focus and has no heir, as a notice has none, leaves it to the drawing.
bool MainWindow::focusNextPrevChild(bool next) {
    if (!designer::focusNeighbour(*this, next) && m_centre->isVisible())
        m_centre->focusContent(Qt::OtherFocusReason);
    return true;
}

// Rings are drawn for keys, not for the mouse.
bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    // A shortcut is a key as well, and comes as no other event than the question whether it is one.
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if ((isKey || event->type() == QEvent::MouseButtonPress) &&
        testAttribute(Qt::WA_KeyboardFocusChange) != isKey) {
        setAttribute(Qt::WA_KeyboardFocusChange, isKey);
        if (QWidget* focus = QApplication::focusWidget())
            focus->update();
    }
    return QMainWindow::eventFilter(watched, event);
}

/// F6: the next of tree, drawing or code, panel and dock.
void MainWindow::focusNextPart(bool next) {
    std::vector<QWidget*> parts;
    for (QWidget* part : {static_cast<QWidget*>(m_sidebar), static_cast<QWidget*>(m_centre),
                          static_cast<QWidget*>(m_panel), static_cast<QWidget*>(m_dock)})
        if (part->isVisible() && !designer::focusOrder(*part).empty())
            parts.push_back(part);
    if (parts.empty())
        return;
    const auto here = std::ranges::find_if(
        parts, [](const QWidget* part) { return part->isAncestorOf(QApplication::focusWidget()); });
    const size_t count = parts.size(), at = size_t(here - parts.begin());
    QWidget* part = parts[here == parts.end() ? 0 : (at + (next ? 1 : count - 1)) % count];
    if (part == m_centre)
        return m_centre->focusContent(Qt::TabFocusReason);
    QWidget* first = part == m_sidebar ? &m_sidebar->view() : designer::focusOrder(*part).front();
    first->setFocus(Qt::TabFocusReason);
}

} // namespace barre::app
