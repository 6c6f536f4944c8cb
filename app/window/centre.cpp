#include "app/window/centre.h"

#include "app/window/command_table.h"
#include "app/window/navigator.h"
#include "app/window/view_table.h"
#include "app/window/workbench.h"
#include "designer/canvas/canvas_view.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/focus_order.h"
#include "designer/canvas/zoom_control.h"
#include "designer/code/code_editor.h"
#include "designer/code/code_pane.h"
#include "designer/session/design_session.h"
#include "designer/session/view.h"

#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QApplication>
#include <QtWidgets/QMenu>
#include <QtWidgets/QSplitter>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::app {

using designer::View;

namespace {
constexpr int barHeight = 48, barMargin = 12;
}

Centre::Centre(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_drawing(new QWidget(m_splitter)), m_views(new QStackedWidget(m_drawing)),
      m_code(new designer::CodePane(workbench.session, m_splitter)),
      m_switch(new designer::SegmentedControl({tr("Design"), tr("Code"), tr("Split")}, this)),
      m_zoom(new designer::ZoomControl(this)) {
    setProperty("role", QStringLiteral("page"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_splitter);
    auto* drawing = designer::columnIn(m_drawing, 0);
    drawing->addSpacing(barHeight);
    drawing->addWidget(designer::horizontalLine(m_drawing));
    drawing->addWidget(m_views, 1);
    m_splitter->addWidget(m_drawing);
    m_splitter->addWidget(m_code);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    for (int index = 0; index < 3; ++index)
        m_switch->button(index)->setToolTip(
            workbench.commands.tooltip(QStringLiteral("view.mode%1").arg(index + 1)));
    connect(m_switch, &designer::SegmentedControl::chosen, this,
            [this](int index) { setMode(CentreMode(index)); });
    m_drawing->installEventFilter(this);
    connect(&workbench.navigator, &Navigator::placeChanged, this, &Centre::showPlace);
    connect(&workbench.session, &designer::DesignSession::selectionChanged, this, &Centre::followCode);
    // Later, when the views have seen it: a drawing may have come or gone.
    connect(&workbench.session, &designer::DesignSession::snapshotChanged, this, &Centre::placeBar,
            Qt::QueuedConnection);
    setMode(CentreMode::Design);
    showPlace(workbench.navigator.place());
}

View* Centre::view() const {
    return qobject_cast<View*>(m_views->currentWidget());
}

View* Centre::viewCalled(const QString& id) {
    if (View* made = m_made.value(id))
        return made;
    for (const ViewRow& row : viewTable()) {
        if (id != QLatin1StringView(row.id))
            continue;
        View* view = row.create(m_workbench, m_views);
        m_views->addWidget(view);
        m_made.insert(id, view);
        connectView(view);
        return view;
    }
    return nullptr;
}

void Centre::connectView(View* view) {
    m_workbench.commands.add(view->commands(), view);
    // Whoever goes on from a drawing or its panel goes on working in what opens.
    connect(view, &View::placeRequested, this, [this](const designer::Place& place) {
        m_workbench.navigator.go(place);
        focusContent(Qt::OtherFocusReason);
    });
    connect(view, &View::commandRequested, this, [this](const QString& id) { m_workbench.commands.run(id); });
    connect(view, &View::panelChanged, this, [this, view] {
        if (view == this->view())
            announcePanel();
    });
    if (designer::CanvasView* canvas = view->canvas())
        connect(canvas, &designer::CanvasView::emptyAreaMenuRequested, this,
                [this, view](const QPoint& point) { openCanvasMenu(view, point); });
    connect(view, &View::problemReported, this, &Centre::problemReported);
    connect(view, &View::panelFocusRequested, this, &Centre::panelFocusRequested);
    connect(view, &View::codeRequested, this, [this] {
        if (m_mode == CentreMode::Design)
            setMode(CentreMode::Split);
        m_code->setFocus();
    });
}

/// What can be done in a view while nothing is selected, and with every drawing.
void Centre::openCanvasMenu(const View* view, const QPoint& point) {
    const CommandTable& commands = m_workbench.commands;
    QMenu menu(this);
    commands.fillMenu(menu, [view](const CommandTable::Row& row) {
        return row.context == view && CommandTable::isAvailable(row);
    });
    menu.addSeparator();
    commands.fillMenu(menu, [](const CommandTable::Row& row) {
        static const QStringList drawing{QStringLiteral("view.zoomReset"), QStringLiteral("view.fit"),
                                         QStringLiteral("file.exportSvg"), QStringLiteral("file.exportPng")};
        return drawing.contains(row.command.id);
    });
    menu.exec(point);
}

void Centre::showPlace(const designer::Place& place) {
    View* view = viewCalled(place.view);
    if (!view)
        return;
    const bool hadFocus = m_views->isAncestorOf(QApplication::focusWidget());
    view->show(place.symbol);
    view->showLive(m_marks);
    m_views->setCurrentWidget(view);
    if (hadFocus)
        focusContent(Qt::OtherFocusReason);
    m_zoom->setCanvas(view->canvas());
    m_code->reveal(design::locate(*m_workbench.session.snapshot(), place.symbol));
    placeBar();
    announcePanel();
}

// Whoever moves through the code beside a flow sees the flow of the function that the cursor is in.
void Centre::followCode() {
    const Navigator& navigator = m_workbench.navigator;
    const model::SymbolId& symbol = m_workbench.session.selection().symbol;
    if (m_mode != CentreMode::Split || !m_code->editor().hasFocus() || symbol == navigator.place().symbol)
        return;
    const design::TreeItem* item = symbol.empty() ? nullptr : design::findItem(navigator.tree(), symbol);
    if (item && navigator.place().view == QStringLiteral("flow") &&
        viewOf(item->kind) == navigator.place().view)
        m_workbench.navigator.go({navigator.place().view, symbol});
}

void Centre::focusContent(Qt::FocusReason reason) {
    designer::CanvasView* canvas = m_mode != CentreMode::Code && view() ? view()->canvas() : nullptr;
    if (canvas && canvas->isVisible())
        return canvas->setFocus(reason);
    if (m_mode == CentreMode::Code)
        return m_code->setFocus(reason);
    const auto stops = designer::focusOrder(*m_views);
    const auto isList = [](const QWidget* stop) { return qobject_cast<const QAbstractItemView*>(stop); };
    const auto list = std::ranges::find_if(stops, isList);
    if (!stops.empty())
        (list == stops.end() ? stops.front() : *list)->setFocus(reason);
}

void Centre::showLive(const designer::LiveMarks& marks) {
    m_marks = marks;
    if (View* current = view())
        current->showLive(m_marks);
}

void Centre::announcePanel() {
    Q_EMIT panelChanged(view() ? view()->panel() : nullptr);
}

void Centre::setMode(CentreMode mode) {
    if (m_mode == CentreMode::Split)
        m_splitSizes = m_splitter->sizes();
    const bool splits = mode == CentreMode::Split && m_mode != mode;
    const QWidget* focus = QApplication::focusWidget();
    const bool hadFocus = m_splitter->isAncestorOf(focus);
    m_mode = mode;
    m_switch->setCurrent(int(mode));
    m_drawing->setVisible(mode != CentreMode::Code);
    m_code->setVisible(mode != CentreMode::Design);
    m_code->setHeaderIndent(mode == CentreMode::Code ? m_switch->sizeHint().width() + barMargin + 4 : 0);
    if (splits)
        m_splitter->setSizes(m_splitSizes.isEmpty() ? QList<int>{width() / 2, width() / 2} : m_splitSizes);
    if (hadFocus && !focus->isVisible())
        focusContent(Qt::OtherFocusReason);
    placeBar();
    Q_EMIT modeChanged();
}

// The switch and the zoom have the bar above the drawing to themselves, the switch alone has the head of the
// code; in a narrow window there is room for the zoom only below.
void Centre::placeBar() {
    m_switch->adjustSize();
    m_switch->move(barMargin, (barHeight - m_switch->height()) / 2);
    m_switch->raise();
    const View* shown = view();
    const designer::CanvasView* canvas = shown ? view()->canvas() : nullptr;
    m_zoom->setVisible(m_mode != CentreMode::Code && canvas && canvas->isVisibleTo(shown));
    m_zoom->adjustSize();
    const int right = m_mode == CentreMode::Split ? m_drawing->width() : width();
    const bool fits = m_switch->width() + m_zoom->width() + 3 * barMargin <= right;
    m_zoom->move(right - m_zoom->width() - barMargin,
                 fits ? (barHeight - m_zoom->height()) / 2 : height() - m_zoom->height() - barMargin);
    m_zoom->raise();
}

// However the drawing gets another width: by the person, by the window, by the code that needs room.
bool Centre::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_drawing && event->type() == QEvent::Resize)
        placeBar();
    return QFrame::eventFilter(watched, event);
}

void Centre::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    placeBar();
}

} // namespace barre::app
