#include "designer/overview/overview_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/command_menu.h"
#include "designer/overview/overview_cards.h"
#include "designer/overview/overview_panel.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/edits/declarations.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

using design::DesignNode;
using design::DesignRow;
using design::SymbolId;

namespace {

/// The function behind a row, as the panel shows it.
DesignNode functionOf(const DesignNode& owner, const DesignRow& row) {
    DesignNode node;
    node.id = row.id;
    node.kind = design::ItemKind::Function;
    node.title = row.label;
    node.subtitle = owner.isGroup() ? "function" : "in " + owner.title;
    node.icon = row.icon;
    node.location = row.location;
    node.problems = row.problems;
    return node;
}

} // namespace

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
    connect(m_canvas, &CardGraphView::cardSelected, this, &OverviewView::choose);
    connect(m_canvas, &CardGraphView::cardOpened, this, &OverviewView::open);
    connect(m_canvas, &CardGraphView::menuRequested, this, &OverviewView::showMenu);
    connect(m_panel, &OverviewPanel::placeRequested, this, &View::placeRequested);
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void OverviewView::show(const SymbolId& symbol) {
    m_apart = {};
    if (!isVisible())
        m_canvas->reopen();
    refresh();
    if (!symbol.empty()) {
        const SymbolId card = cardOf(symbol);
        m_canvas->select(toQString(card.path), card == symbol ? QString() : toQString(symbol.path));
        m_apart = nodeApart(m_canvas->selectedKey().isEmpty() ? symbol : SymbolId{});
    }
    showInPanel(m_canvas->selectedKey());
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
    m_apart = nodeApart(m_apart.id);
    redraw();
}

void OverviewView::redraw() {
    m_canvas->setGraph(overviewCards(m_graph, m_marks));
    m_stack->setCurrentIndex(m_graph.nodes.empty() ? 0 : 1);
    showInPanel(m_canvas->selectedKey());
}

void OverviewView::showInPanel(const QString& key) {
    const DesignNode* node = nodeOf(key);
    const DesignRow* row = node ? rowOf(*node, selectedRow()) : nullptr;
    const DesignNode function = row ? functionOf(*node, *row) : DesignNode{};
    m_canvas->setSelectsOnEntry(m_apart.id.empty());
    const DesignNode* shown = node || m_apart.id.empty() ? node : &m_apart;
    m_panel->showNode(row ? &function : shown, m_marks);
}

DesignNode OverviewView::nodeApart(const SymbolId& symbol) const {
    DesignNode node;
    if (symbol.empty())
        return node;
    const design::EntryPoints tree = design::buildEntryPoints(*session().snapshot());
    if (const design::TreeItem* item = design::findItem(tree, symbol)) {
        node.id = item->id;
        node.kind = item->kind;
        node.title = item->label;
        node.subtitle = design::rowOf(item->kind).word;
        node.icon = item->icon;
        node.location = item->location;
        node.problems = item->problems;
    }
    return node;
}

SymbolId OverviewView::cardOf(const SymbolId& symbol) const {
    for (const DesignNode& node : m_graph.nodes)
        if (rowOf(node, symbol))
            return node.id;
    return symbol;
}

const DesignRow* OverviewView::rowOf(const DesignNode& node, const SymbolId& symbol) const {
    const auto row = std::ranges::find(node.rows, symbol, &DesignRow::id);
    return symbol.empty() || row == node.rows.end() ? nullptr : &*row;
}

const DesignNode* OverviewView::nodeOf(const QString& key) const {
    const std::string path = toStdString(key);
    for (const DesignNode& node : m_graph.nodes)
        if (!path.empty() && node.id.path == path)
            return &node;
    return nullptr;
}

void OverviewView::choose(const QString& key, const QString& row) {
    m_apart = {};
    showInPanel(key);
    const DesignNode* node = nodeOf(key);
    if (!node)
        return;
    if (const DesignRow* chosen = rowOf(*node, {toStdString(row)}))
        session().select({chosen->id, chosen->location});
    else if (!node->isGroup())
        session().select({node->id, node->location});
}

SymbolId OverviewView::selectedRow() const {
    return {toStdString(m_canvas->selectedRow())};
}

SymbolId OverviewView::selected() const {
    const DesignNode* node = nodeOf(m_canvas->selectedKey());
    if (node && rowOf(*node, selectedRow()))
        return selectedRow();
    if (!node)
        return m_apart.id;
    return node->isGroup() ? SymbolId{} : node->id;
}

void OverviewView::open(const QString& key, const QString& row) {
    const DesignNode* node = nodeOf(key);
    if (node && (!row.isEmpty() || !node->isGroup()))
        Q_EMIT placeRequested({QString(), SymbolId{toStdString(row.isEmpty() ? key : row)}});
}

void OverviewView::showMenu(const QString& key, const QPoint& position) {
    const DesignNode* node = nodeOf(key);
    if (!node)
        return;
    choose(key, m_canvas->selectedRow());
    if (!selected().empty())
        openCommandMenu(this, commands(), position, QStringLiteral("overview.delete"));
}

Commands OverviewView::commands() {
    const QString group = tr("Canvas");
    const auto isSelected = [this] { return !selected().empty(); };
    Commands all{
        Command{QStringLiteral("overview.open"),
                tr("Open"),
                group,
                QStringLiteral("open"),
                {},
                [this] {
                    Q_EMIT placeRequested({QString(), selected()});
                },
                isSelected},
        Command{QStringLiteral("overview.code"),
                tr("Show its code"),
                group,
                QStringLiteral("code"),
                {QKeySequence(Qt::Key_F4)},
                [this] { Q_EMIT codeRequested(); },
                isSelected},
        Command{QStringLiteral("overview.delete"),
                tr("Delete it"),
                group,
                QStringLiteral("trash"),
                {QKeySequence(Qt::Key_Delete)},
                [this] { remove(selected()); },
                isSelected},
    };
    return withReason(std::move(all), tr("Select something in the drawing first."));
}

void OverviewView::remove(SymbolId id) {
    const edits::EditResult result = edits::deleteDeclaration(*session().snapshot(), id);
    if (result)
        session().apply(result.edit, tr("Delete %1").arg(toQString(model::lastNameOf(id))));
    else
        Q_EMIT problemReported(toQString(result.problem));
}

} // namespace barre::designer
