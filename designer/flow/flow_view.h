#pragma once

#include "designer/canvas/canvas_view.h"
#include "designer/session/view.h"
#include "model/design/completion.h"
#include "model/design/flow_graph.h"
#include "model/edits/edit_result.h"
#include "model/edits/steps.h"

#include <QtCore/QHash>

class QStackedWidget;

namespace barre::designer {

class EmptyState;
class FlowCanvas;
class FlowScene;
class FunctionPanel;
class PalettePopup;
class StepPanel;
class StepsPanel;
struct StepLive;

/// The flow of a function: the drawing, its form, and everything one can do to steps.
class FlowView : public View {
    Q_OBJECT

public:
    explicit FlowView(DesignSession& session, QWidget* parent = nullptr);

    void show(const design::SymbolId& symbol) override;
    CanvasView* canvas() override;
    QWidget* panel() override;
    Commands commands() override;
    void showLive(const LiveMarks& marks) override;

    const design::FlowGraph& graph() const;
    FlowScene& scene() const { return *m_scene; }
    PalettePopup& palettePopup() const { return *m_palette; }
    const std::vector<design::NodeId>& selected() const { return m_selected; }
    void select(const std::vector<design::NodeId>& nodes);
    /// What the running service says of each step.
    void setLive(std::function<StepLive(const design::FlowNode&)> liveOf);

protected:
    void showEvent(QShowEvent* event) override;

private:
    void connectScene();
    void connectPanel();
    void refresh(bool sameFunction);
    void fitGraph();
    void keepSelection(const design::FlowGraph& before);
    void showPanel();
    void followSelection();
    void clickNode(design::NodeId node, Qt::KeyboardModifiers modifiers);
    /// All steps beside the selected one, of the function when there is none.
    void selectBlock();
    void openNode(design::NodeId node);
    void moveSelection(int key, Qt::KeyboardModifiers modifiers);
    void openPalette(uint32_t offset);
    void addAfterSelection();
    void insertEntry(const design::PaletteEntry& entry);
    design::Completions completionsIn(design::Field field, const QString& text, int cursor);
    void editField(design::Field field, const QString& text);
    void copy();
    void paste();
    bool apply(const edits::EditResult& result, const QString& label, const QString& mergeKey = {});
    /// Applies an edit of the selected steps.
    void
    change(const QString& label,
           const std::function<edits::EditResult(const model::Snapshot&, const design::Location&)>& edit);
    void deleteSelected(const QString& label);
    void deleteFunction();
    const design::FlowNode* single() const;
    design::Location selectedPlace() const;
    Commands editCommands();
    Commands structureCommands();

    design::SymbolId m_symbol;
    std::vector<design::NodeId> m_selected;
    design::NodeId m_anchor;
    uint32_t m_insertAt = 0;
    QHash<QString, CanvasPosition> m_positions;
    std::function<StepLive(const design::FlowNode&)> m_liveOf;
    FlowScene* m_scene;
    FlowCanvas* m_canvas;
    EmptyState* m_empty;
    QStackedWidget* m_stack;
    StepPanel* m_stepPanel;
    StepsPanel* m_stepsPanel;
    FunctionPanel* m_functionPanel;
    PalettePopup* m_palette;
    bool m_selecting = false;
    bool m_stale = false;
    bool m_unfitted = false;
};

} // namespace barre::designer
