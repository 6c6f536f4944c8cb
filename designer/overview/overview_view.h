#pragma once

#include "designer/session/live_marks.h"
#include "designer/session/view.h"
#include "model/design/design_graph.h"

class QStackedWidget;

namespace barre::designer {

class CardGraphView;
class OverviewPanel;

/// The design canvas: the project's listeners, services, connection classes, state and clients with their
/// edges.
class OverviewView : public View {
    Q_OBJECT

public:
    explicit OverviewView(DesignSession& session, QWidget* parent = nullptr);

    void show(const design::SymbolId& symbol) override;
    void showLive(const LiveMarks& marks) override;
    CanvasView* canvas() override;
    QWidget* panel() override;
    Commands commands() override;

private:
    void refresh();
    void redraw();
    void choose(const QString& key, const QString& row);
    void open(const QString& key, const QString& row);
    void showMenu(const QString& key, const QPoint& position);
    void showInPanel(const QString& key);
    void remove(design::SymbolId id);
    const design::DesignNode* nodeOf(const QString& key) const;
    /// The row of the selected card that was clicked, else the card's own declaration; empty for none.
    design::SymbolId selected() const;
    design::SymbolId selectedRow() const;
    /// What is shown without being drawn, as the panel shows it; without an id when there is nothing.
    design::DesignNode nodeApart(const design::SymbolId& symbol) const;
    /// The card that has a symbol as one of its rows, or the symbol itself.
    design::SymbolId cardOf(const design::SymbolId& symbol) const;
    const design::DesignRow* rowOf(const design::DesignNode& node, const design::SymbolId& symbol) const;

    design::DesignGraph m_graph;
    LiveMarks m_marks;
    design::DesignNode m_apart; ///< a configurable or constant: shown in the panel, not drawn
    CardGraphView* m_canvas;
    QStackedWidget* m_stack;
    OverviewPanel* m_panel;
};

} // namespace barre::designer
