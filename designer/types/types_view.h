#pragma once

#include "designer/session/view.h"
#include "model/design/type_graph.h"

class QFrame;
class QStackedWidget;

namespace barre::edits {
struct EditResult;
}

namespace barre::designer {

class CardGraphView;
class TextButton;
class TypePanel;

/// The type diagram: records, enums, unions and classes with their members, and what refers to what. A click
/// selects and shows the type's form; a click on a class opens its designer.
class TypesView : public View {
    Q_OBJECT

public:
    explicit TypesView(DesignSession& session, QWidget* parent = nullptr);

    /// Shows all types with one of them selected.
    void show(const design::SymbolId& symbol) override;
    CanvasView* canvas() override;
    QWidget* panel() override;
    Commands commands() override;

private:
    void refresh();
    void showCard(const QString& key);
    void choose(const QString& key, const QString& row);
    void open(const QString& key, const QString& row);
    void showMenu(const QString& key, const QPoint& position);
    void setFocusType(const design::SymbolId& type);
    void addType();
    void rename(design::SymbolId type);
    void remove(design::SymbolId type);
    void apply(const edits::EditResult& result, const QString& label);
    const design::TypeNode* nodeOf(const QString& key) const;
    const design::TypeNode* selected() const;

    design::TypeGraph m_graph; ///< as drawn
    design::SymbolId m_focus;  ///< empty: all types are drawn
    CardGraphView* m_canvas;
    QStackedWidget* m_stack;
    QFrame* m_tools;
    TextButton* m_showAll;
    TypePanel* m_panel;
};

} // namespace barre::designer
