#include "designer/flow/flow_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/flow/flow_canvas.h"
#include "designer/flow/flow_scene.h"
#include "designer/flow/flow_selection.h"
#include "designer/flow/function_panel.h"
#include "designer/flow/palette_popup.h"
#include "designer/flow/step_panel.h"
#include "designer/flow/steps_panel.h"
#include "designer/forms/command_menu.h"
#include "designer/session/design_session.h"
#include "designer/session/live_marks.h"
#include "model/design/entry_points.h"
#include "model/edits/declarations.h"

#include <QtCore/QTimer>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>
#include <map>

namespace barre::designer {

FlowView::FlowView(DesignSession& session, QWidget* parent)
    : View(session, parent), m_scene(new FlowScene(this)), m_canvas(new FlowCanvas(*m_scene, this)),
      m_empty(new EmptyState(QStringLiteral("function"), {}, {}, this)), m_stack(new QStackedWidget(this)),
      m_stepPanel(new StepPanel(this)), m_stepsPanel(new StepsPanel(commands(), this)),
      m_functionPanel(new FunctionPanel(session, this)), m_palette(new PalettePopup(this)) {
    m_stack->addWidget(m_canvas);
    m_stack->addWidget(m_empty);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_stack);
    m_canvas->setAccessibleName(tr("Flow"));
    setFocusProxy(m_canvas);
    m_stepPanel->hide();
    m_stepsPanel->hide();
    m_functionPanel->hide();
    connectScene();
    connectPanel();
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh(true);
        else
            m_stale = true;
    });
    connect(&session, &DesignSession::selectionChanged, this, &FlowView::followSelection);
    connect(&session, &DesignSession::opened, this, [this] { m_positions.clear(); });
    connect(m_palette, &PalettePopup::chosen, this, &FlowView::insertEntry);
}

// What opens, moves or adds something rebuilds the scene, and must not do so below the item that told of it.
void FlowView::connectScene() {
    const auto later = [this](auto action) { QTimer::singleShot(0, this, action); };
    connect(m_scene, &FlowScene::nodeClicked, this, &FlowView::clickNode);
    connect(m_scene, &FlowScene::startClicked, this, [this] { select({}); });
    connect(m_scene, &FlowScene::nodeOpened, this,
            [this, later](design::NodeId node) { later([this, node] { openNode(node); }); });
    connect(m_scene, &FlowScene::targetOpened, this, [this, later](design::NodeId node) {
        const design::FlowNode* step = design::findNode(graph(), node);
        if (step && !step->target.id.empty())
            later([this, id = step->target.id] { Q_EMIT placeRequested({{}, id}); });
    });
    connect(m_scene, &FlowScene::nodeMenuRequested, this,
            [this, later](design::NodeId node, const QPoint& point) {
                if (std::find(m_selected.begin(), m_selected.end(), node) == m_selected.end())
                    select({node});
                later([this, point] {
                    openCommandMenu(this, commands(), point, QStringLiteral("flow.comment"));
                });
            });
    connect(m_scene, &FlowScene::insertRequested, this,
            [this, later](uint32_t offset) { later([this, offset] { openPalette(offset); }); });
    connect(m_canvas, &CanvasView::emptyAreaClicked, this, [this] { select({}); });
    connect(m_canvas, &CanvasView::enteredByKey, this, [this] {
        if (m_selected.empty())
            moveSelection(Qt::Key_Home, {});
    });
    connect(m_canvas, &FlowCanvas::escapePressed, this, [this] { select({}); });
    connect(m_canvas, &FlowCanvas::dragStarted, this, [this](design::NodeId node) {
        if (std::find(m_selected.begin(), m_selected.end(), node) == m_selected.end())
            select({node});
    });
    connect(m_canvas, &FlowCanvas::dropped, this, [this, later](uint32_t offset) {
        later([this, offset] {
            change(tr("Move steps"),
                   [this, offset](const model::Snapshot& snapshot, const design::Location& steps) {
                       return edits::moveSteps(snapshot, steps, {graph().location.file, offset});
                   });
        });
    });
    connect(m_canvas, &FlowCanvas::arrowPressed, this, &FlowView::moveSelection);
}

void FlowView::connectPanel() {
    connect(m_functionPanel, &FunctionPanel::stepRequested, this, &FlowView::addAfterSelection);
    connect(m_functionPanel, &FunctionPanel::deleteRequested, this, &FlowView::deleteFunction);
    connect(m_stepsPanel, &StepsPanel::done, this, [this] { m_canvas->setFocus(); });
    connect(m_stepPanel, &StepPanel::fieldEdited, this, &FlowView::editField);
    m_stepPanel->setCompleter([this](design::Field field, const QString& text, int cursor) {
        return completionsIn(field, text, cursor);
    });
    connect(m_stepPanel, &StepPanel::fieldFinished, this, [this] { this->session().endMerge(); });
    connect(m_stepPanel, &StepPanel::commentEdited, this, [this](const QString& text) {
        apply(edits::setStepComment(*session().snapshot(), selectedPlace(), toStdString(text)),
              tr("Edit remark"), QStringLiteral("remark"));
    });
    connect(m_stepPanel, &StepPanel::openRequested, this, [this] {
        if (const design::FlowNode* node = single())
            Q_EMIT placeRequested({{}, node->opens});
    });
    connect(m_stepPanel, &StepPanel::commandRequested, this, [this](const QString& id) {
        for (const Command& command : structureCommands())
            if (command.id == QStringLiteral("flow.") + id)
                QTimer::singleShot(0, this, command.run);
    });
    connect(m_stepPanel, &StepPanel::moveClauseRequested, this, [this](int clause, bool up) {
        QTimer::singleShot(0, this, [this, clause, up] {
            change(tr("Move branch"), [clause, up](const model::Snapshot& snapshot,
                                                   const design::Location& step) {
                return (up ? edits::moveClauseUp : edits::moveClauseDown)(snapshot, step, size_t(clause));
            });
        });
    });
    connect(m_stepPanel, &StepPanel::removeBranchRequested, this, [this](int branch) {
        QTimer::singleShot(0, this, [this, branch] {
            change(tr("Remove branch"),
                   [branch](const model::Snapshot& snapshot, const design::Location& step) {
                       return edits::removeBranch(snapshot, step, size_t(branch));
                   });
        });
    });
}

const design::FlowGraph& FlowView::graph() const {
    return m_scene->graph();
}

CanvasView* FlowView::canvas() {
    return m_canvas;
}

QWidget* FlowView::panel() {
    if (m_selected.size() > 1)
        return m_stepsPanel;
    return single() ? static_cast<QWidget*>(m_stepPanel) : m_functionPanel;
}

void FlowView::show(const design::SymbolId& symbol) {
    const bool same = symbol == m_symbol;
    if (!same) {
        if (!m_symbol.empty())
            m_positions[toQString(m_symbol.path)] = m_canvas->position();
        m_symbol = symbol;
        m_selected.clear();
        m_stepPanel->forget();
    }
    m_stale = false;
    refresh(same);
    if (same)
        return;
    fitGraph();
    followSelection();
}

void FlowView::showEvent(QShowEvent* event) {
    View::showEvent(event);
    if (m_stale)
        refresh(true);
    m_stale = false;
    if (m_unfitted)
        fitGraph();
}

void FlowView::fitGraph() {
    m_unfitted = !isVisible();
    if (m_unfitted)
        return;
    const CanvasPosition known = m_positions.value(toQString(m_symbol.path));
    if (known.isSet)
        m_canvas->setPosition(known);
    else
        m_canvas->fitOrTop(0);
}

void FlowView::refresh(bool sameFunction) {
    design::FlowGraph next = design::buildFlowGraph(*session().snapshot(), m_symbol);
    if (sameFunction)
        design::keepIds(graph(), next);
    m_scene->setGraph(std::move(next), sameFunction);
    m_canvas->setContent(m_scene->layout().bounds);
    std::erase_if(m_selected, [this](design::NodeId id) { return !design::findNode(graph(), id); });
    m_scene->showSelected(m_selected);
    if (m_liveOf)
        m_scene->showLive(m_liveOf);
    const bool drawn = !graph().function.empty() && !graph().isExternal;
    m_empty->setLine(graph().isExternal ? tr("This function is written outside of Ballerina.")
                                        : tr("This function is not in the project any more."));
    m_stack->setCurrentIndex(drawn ? 0 : 1);
    showPanel();
}

void FlowView::setLive(std::function<StepLive(const design::FlowNode&)> liveOf) {
    m_liveOf = std::move(liveOf);
    m_scene->showLive(m_liveOf);
}

void FlowView::showLive(const LiveMarks& marks) {
    std::map<model::SourceRange, int64_t> counts;
    for (const LiveMarks::Step& step : marks.steps)
        if (step.file == graph().location.file)
            counts[step.range] += step.count;
    if (!marks.running)
        return setLive([](const design::FlowNode&) { return StepLive{}; });
    setLive([counts = std::move(counts)](const design::FlowNode& node) {
        const auto it = counts.find(node.range);
        return StepLive{it == counts.end() ? QString() : QStringLiteral("%1\u00D7").arg(it->second), false};
    });
}

// --- selection

const design::FlowNode* FlowView::single() const {
    return m_selected.size() == 1 ? design::findNode(graph(), m_selected.front()) : nullptr;
}

design::Location FlowView::selectedPlace() const {
    return {graph().location.file, rangeOf(graph(), m_selected)};
}

void FlowView::select(const std::vector<design::NodeId>& nodes) {
    m_selected = nodes;
    m_scene->showSelected(nodes);
    m_canvas->announceSelection();
    m_selecting = true;
    session().select({m_symbol, nodes.empty() ? graph().location : selectedPlace()});
    m_selecting = false;
    showPanel();
}

void FlowView::showPanel() {
    if (const design::FlowNode* node = single())
        m_stepPanel->showStep(
            *node, design::scopeAt(*session().snapshot(), graph().location.file, node->range.begin));
    else if (m_selected.size() > 1)
        m_stepsPanel->showSteps(int(m_selected.size()));
    else
        m_functionPanel->showFunction(m_symbol, graph().diagnostics);
    Q_EMIT panelChanged();
}

void FlowView::followSelection() {
    const design::Location& place = session().selection().location;
    if (m_selecting || !isVisible() || place.file != graph().location.file || place == graph().location)
        return;
    const design::FlowNode* node = design::findNode(graph(), place.range);
    m_selected = node ? std::vector{node->id} : std::vector<design::NodeId>{};
    m_scene->showSelected(m_selected);
    if (node)
        m_canvas->reveal(m_scene->frameOf(node->id));
    showPanel();
}

void FlowView::clickNode(design::NodeId node, Qt::KeyboardModifiers modifiers) {
    if (modifiers & (Qt::ShiftModifier | Qt::ControlModifier) && !m_selected.empty())
        return select(stepsBetween(graph(), m_anchor, node));
    m_anchor = node;
    select({node});
}

void FlowView::selectBlock() {
    const auto place = m_selected.empty() ? std::nullopt : placeOf(graph(), m_selected.front());
    std::vector<design::NodeId> all;
    for (const design::FlowNode& node : place ? place->block->nodes : graph().root.nodes)
        all.push_back(node.id);
    if (all.empty())
        return;
    m_anchor = all.front();
    select(all);
}

void FlowView::openNode(design::NodeId node) {
    select({node});
    Q_EMIT panelFocusRequested();
}

void FlowView::moveSelection(int key, Qt::KeyboardModifiers modifiers) {
    const design::FlowBlock& root = graph().root;
    if (root.nodes.empty())
        return;
    std::optional<design::NodeId> next;
    if (key == Qt::Key_Home || (m_selected.empty() && key != Qt::Key_End))
        next = root.nodes.front().id;
    else if (key == Qt::Key_End)
        next = root.nodes.back().id;
    else
        next = m_scene->neighbour(key == Qt::Key_Up ? m_selected.front() : m_selected.back(), Qt::Key(key));
    if (!next)
        return;
    clickNode(*next, modifiers);
    m_canvas->reveal(m_scene->frameOf(*next));
}

// --- changes

bool FlowView::apply(const edits::EditResult& result, const QString& label, const QString& mergeKey) {
    if (!result) {
        Q_EMIT problemReported(toQString(result.problem));
        return false;
    }
    if (!session().apply(result.edit, label, mergeKey))
        return false;
    const design::FlowNode* made =
        result.focus.empty() || !mergeKey.isEmpty() ? nullptr : design::findNode(graph(), result.focus.range);
    if (made) {
        m_anchor = made->id;
        select({made->id});
        m_canvas->reveal(m_scene->frameOf(made->id));
    }
    return true;
}

void FlowView::change(
    const QString& label,
    const std::function<edits::EditResult(const model::Snapshot&, const design::Location&)>& edit) {
    if (m_selected.empty())
        return;
    apply(edit(*session().snapshot(), selectedPlace()), label);
}

/// As if the field's text were in the project, which it is only when it is complete.
design::Completions FlowView::completionsIn(design::Field field, const QString& text, int cursor) {
    design::Completions found;
    const design::FlowNode* node = single();
    const auto shown = node ? std::ranges::find(node->fields, field, &design::FlowField::field)
                            : std::vector<design::FlowField>::const_iterator();
    if (!node || shown == node->fields.end())
        return found;
    const std::string file = graph().location.file, before = shown->isPresent ? "" : " ";
    const model::SourceRange range = shown->range;
    const model::TextEdit edit{range, before + toStdString(text)};
    const uint32_t offset = range.begin + uint32_t(before.size() + toStdString(text.left(cursor)).size());
    session().imagine(
        {{{.path = file, .edits = {edit}, .create = false, .remove = false}}},
        [&](const model::Snapshot& snapshot) { found = design::completionsAt(snapshot, file, offset); });
    return found;
}

// What follows is selected then, else what was before: the next key finds something to work on.
void FlowView::deleteSelected(const QString& label) {
    const auto last = m_selected.empty() ? std::nullopt : placeOf(graph(), m_selected.back());
    const auto first = m_selected.empty() ? std::nullopt : placeOf(graph(), m_selected.front());
    std::optional<design::NodeId> next;
    if (last && last->index + 1 < last->block->nodes.size())
        next = last->block->nodes[last->index + 1].id;
    else if (first && first->index > 0)
        next = first->block->nodes[first->index - 1].id;
    else if (first && first->owner)
        next = first->owner->id;
    change(label, edits::deleteSteps);
    if (m_selected.empty() && next && design::findNode(graph(), *next))
        clickNode(*next, {});
}

// No question: undo brings it back.
void FlowView::deleteFunction() {
    apply(edits::deleteDeclaration(*session().snapshot(), m_symbol),
          tr("Delete %1").arg(toQString(graph().name)));
}

void FlowView::editField(design::Field field, const QString& text) {
    const design::FlowNode* node = single();
    if (!node)
        return;
    const QString key =
        QStringLiteral("field:%1:%2:%3").arg(node->id.value).arg(int(field.id)).arg(field.index);
    apply(edits::setField(*session().snapshot(), selectedPlace(), field, toStdString(text)),
          tr("Edit %1").arg(toQString(node->title).toLower()), key);
}

void FlowView::openPalette(uint32_t offset) {
    m_insertAt = offset;
    const auto point = m_scene->insertPoint(offset);
    if (point)
        m_canvas->reveal(QRectF(*point, QSizeF(1, 1)).adjusted(-20, -20, 20, 20));
    const QPointF shown = point.value_or(m_canvas->mapToScene(m_canvas->viewport()->rect().center()));
    const QPoint place = m_canvas->viewport()->mapToGlobal(m_canvas->mapFromScene(shown) + QPoint(20, -16));
    m_palette->open(design::buildPalette(*session().snapshot(), graph().location.file, offset), place, this);
}

void FlowView::addAfterSelection() {
    if (const auto offset = insertOffset(graph(), m_selected))
        openPalette(*offset);
}

void FlowView::insertEntry(const design::PaletteEntry& entry) {
    const auto result = edits::insertStep(*session().snapshot(), {graph().location.file, m_insertAt},
                                          entry.kind, entry.values);
    if (apply(result, tr("Add %1").arg(toQString(entry.label).toLower())))
        Q_EMIT panelFocusRequested();
}

void FlowView::copy() {
    const std::string text = edits::copySteps(*session().snapshot(), selectedPlace());
    QGuiApplication::clipboard()->setText(toQString(text));
}

void FlowView::paste() {
    const auto offset = insertOffset(graph(), m_selected);
    const QString text = QGuiApplication::clipboard()->text();
    if (offset && !text.isEmpty())
        apply(edits::pasteSteps(*session().snapshot(), {graph().location.file, *offset}, toStdString(text)),
              tr("Paste steps"));
}

} // namespace barre::designer
