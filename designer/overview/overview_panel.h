#pragma once

#include "designer/forms/panel_page.h"
#include "designer/session/live_marks.h"
#include "designer/session/place.h"
#include "model/design/class_design.h"
#include "model/design/design_graph.h"

#include <array>

class QGridLayout;

namespace barre::designer {

class DesignSession;
class ListenerForm;
class Sparkline;
class TextButton;
class TextField;
class TextLabel;
class VariableForm;

/// The right panel beside the canvas: what is selected, its live figures, its options, and how to open it.
class OverviewPanel : public PanelPage {
    Q_OBJECT

public:
    explicit OverviewPanel(DesignSession& session, QWidget* parent = nullptr);

    /// Shows a node of the canvas; null shows the project.
    void showNode(const design::DesignNode* node, const LiveMarks& marks);

Q_SIGNALS:
    void placeRequested(const barre::designer::Place& place);

private:
    struct Tile {
        TextLabel* value;
        TextLabel* words;
    };

    QWidget* buildLive();
    void showLive(const LiveMarks& marks);
    void showFacts(const std::vector<std::pair<QString, QString>>& facts, const QString& title);
    void showForms();
    void showVariable(const design::VariableDesign& design);
    void commitVariable();
    void commitConfigured(const QString& value);
    std::vector<std::pair<QString, QString>> factsOf(const design::DesignNode* node) const;

    DesignSession& m_session;
    design::SymbolId m_shown;
    quint64 m_revision = 0; ///< of the text that is shown
    design::ItemKind m_kind{};
    std::array<Tile, 3> m_tiles{};
    Sparkline* m_curve = nullptr;
    QWidget* m_live; // after what it is built of
    TextLabel* m_factsTitle;
    QWidget* m_facts;
    QGridLayout* m_factGrid;
    ListenerForm* m_listener;
    VariableForm* m_variable;
    TextField* m_configured; ///< of a configurable: what Config.toml says
    TextButton* m_open;
};

} // namespace barre::designer
