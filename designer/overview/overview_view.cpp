#include "designer/overview/overview_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/text.h"
#include "designer/overview/overview_cards.h"
#include "designer/overview/overview_panel.h"
#include "designer/session/design_session.h"
#include "model/edits/declarations.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::DesignNode;
using design::SymbolId;

OverviewView::OverviewView(DesignSession& session, QWidget* parent)
    : View(session, parent), m_canvas(new CardGraphView), m_stack(new QStackedWidget),
      m_panel(new OverviewPanel(session, this)) {
    m_panel->hide();
    auto* empty = new EmptyState(QStringLiteral("globe"), tr("This project has no service yet."),
                                 tr("New WebSocket service\u2026"));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_canvas);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    m_canvas->setAccessibleName(tr("Design canvas"));

    connect(empty, &EmptyState::buttonClicked, this,
            [this] { Q_EMIT commandRequested(QStringLiteral("file.newService")); });
    connect(m_canvas, &CardGraphView::cardClicked, this, &OverviewView::choose);
    connect(m_canvas, &CardGraphView::cardOpened, this, &OverviewView::open);
    connect(m_canvas, &CardGraphView::menuRequested, this, &OverviewView::showMenu);
    connect(m_panel, &OverviewPanel::placeRequested, this, &View::placeRequested);
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void OverviewView::show(const SymbolId& symbol) {
    refresh();
    if (!symbol.empty())
        m_canvas->select(toQString(symbol.path));
    m_panel->showNode(nodeOf(m_canvas->selectedKey()), m_marks);
}

void OverviewView::showLive(const LiveMarks& marks) {
    m_marks = marks;
    redraw();
}

CanvasView* OverviewView::canvas() {
    return m_canvas;
}

QWidget* OverviewView::panel() {
    return m_panel;
}

void OverviewView::refresh() {
    m_graph = design::buildDesignGraph(*session().snapshot());
    redraw();
}

void OverviewView::redraw() {
    m_canvas->setGraph(overviewCards(m_graph, m_marks));
    m_stack->setCurrentIndex(m_graph.nodes.empty() ? 0 : 1);
    m_panel->showNode(nodeOf(m_canvas->selectedKey()), m_marks);
}

const DesignNode* OverviewView::nodeOf(const QString& key) const {
    const std::string path = toStdString(key);
    for (const DesignNode& node : m_graph.nodes)
        if (!path.empty() && node.id.path == path)
            return &node;
    return nullptr;
}

void OverviewView::choose(const QString& key, const QString& row) {
    const DesignNode* node = nodeOf(key);
    m_panel->showNode(node, m_marks);
    if (!node)
        return;
    Selection selection{node->id, node->location};
    for (const design::DesignRow& candidate : node->rows)
        if (!row.isEmpty() && toQString(candidate.id.path) == row)
            selection = {candidate.id, candidate.location};
    session().select(selection);
}

void OverviewView::open(const QString& key, const QString& row) {
    Q_EMIT placeRequested({QString(), SymbolId{toStdString(row.isEmpty() ? key : row)}});
}

void OverviewView::showMenu(const QString& key, const QPoint& position) {
    const DesignNode* node = nodeOf(key);
    if (!node)
        return;
    choose(key, {});
    QMenu menu;
    menu.addAction(icon(QStringLiteral("open")), tr("Open"), this, [this, key] { open(key, {}); });
    menu.addAction(icon(QStringLiteral("code")), tr("Show code"), this, &View::codeRequested);
    menu.addSeparator();
    menu.addAction(icon(QStringLiteral("trash"), Colour::Error), tr("Delete"), this, [this, id = node->id] {
        const edits::EditResult result = edits::deleteDeclaration(*session().snapshot(), id);
        if (result)
            session().apply(result.edit, tr("Delete %1").arg(toQString(id.path)));
    });
    menu.exec(position);
}

} // namespace barre::designer
