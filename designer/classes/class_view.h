#pragma once

#include "designer/session/live_marks.h"
#include "designer/session/view.h"
#include "model/design/class_design.h"

namespace barre::edits {
struct EditResult;
}

namespace barre::designer {

class ClassPanel;
class Page;
class RowList;

/// The Service Class Designer: class variables, methods whose rows open their flows, and the callbacks that
/// are not handled yet, each added by one click.
class ClassView : public View {
    Q_OBJECT

public:
    explicit ClassView(DesignSession& session, QWidget* parent = nullptr);

    void show(const design::SymbolId& symbol) override;
    void showLive(const LiveMarks& marks) override;
    QWidget* panel() override;
    Commands commands() override;

private:
    void refresh();
    void showTitle();
    void showVariables();
    void showMethods();
    void showMissing();
    void chooseVariable(const QString& key);
    void chooseMethod(const QString& key);
    void selectRow(const QString& key);
    void followSelection();
    void openMethod(const QString& key);
    void remove(const QString& key);
    void showMenu(const QString& key, const QPoint& position);
    void addVariable();
    void addMethod();
    void addCallback(const std::string& name);
    void apply(const edits::EditResult& result, const QString& label);

    design::SymbolId m_class;
    design::ClassDesign m_design;
    LiveMarks m_marks;
    Page* m_page;
    RowList* m_variables;
    RowList* m_methods;
    QWidget* m_noVariables;
    QWidget* m_noMethods;
    QWidget* m_missingTitle;
    QWidget* m_missing;
    ClassPanel* m_panel;
};

} // namespace barre::designer
