#pragma once

#include "designer/forms/form_field.h"
#include "designer/forms/panel_page.h"
#include "model/design/completion.h"
#include "model/design/flow_graph.h"
#include "model/design/palette.h"

#include <QtCore/QPointer>

#include <functional>

class QVBoxLayout;

namespace barre::designer {

class ClauseForm;
class CodeField;
class ScopeList;
class TextButton;
class TextField;
class TextLabel;

/// The form of one step. Shows values, emits wishes. A new revision of the same step updates the fields in
/// place, so that the one being typed into keeps its cursor.
class StepPanel : public PanelPage {
    Q_OBJECT

public:
    explicit StepPanel(QWidget* parent = nullptr);

    /// What may be written in a field, for a text that is not in the project yet and the place of the cursor
    /// in it.
    using Completer =
        std::function<design::Completions(design::Field field, const QString& text, int cursor)>;
    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    void showStep(const design::FlowNode& node, const std::vector<design::ScopeItem>& scope);
    /// Nothing is shown: the next showStep builds the form anew.
    void forget();

Q_SIGNALS:
    void fieldEdited(barre::design::Field field, const QString& text);
    void commentEdited(const QString& text);
    void fieldFinished();
    /// The declaration that the step leads to.
    void openRequested();
    /// "addElse", "addElseIf", "addClause", "addOnFail", "addWorker" – commands of the view.
    void commandRequested(const QString& id);
    void removeBranchRequested(int branch);
    void moveClauseRequested(int clause, bool up);

private:
    struct Row {
        design::Field field;
        FormFieldShape shape;
        FormField* widget;
    };

    bool fits(const design::FlowNode& node) const;
    void rebuild(const design::FlowNode& node);
    void addFields(const design::FlowNode& node);
    FormField* makeRow(const design::FlowField& field);
    std::vector<ClauseForm*> addClauses(const design::FlowNode& node);
    void addBranchRow(QVBoxLayout& column, const design::FlowBranch& branch, int index);
    QWidget* branchButtons(const std::vector<std::pair<QString, QString>>& commands);
    void connectText(TextField& text, const design::FlowField& field);
    void addBranches(const design::FlowNode& node);
    void update(const design::FlowNode& node);
    void showProblems(const design::FlowNode& node);

    design::NodeId m_id;
    design::NodeKind m_kind{};
    QString m_branches;                                        ///< what addBranches showed
    std::vector<std::pair<TextLabel*, size_t>> m_branchLabels; ///< with the places of their branches
    std::vector<Row> m_fields;
    TextField* m_comment = nullptr;
    TextButton* m_open = nullptr;
    QWidget* m_problems = nullptr;
    ScopeList* m_scope = nullptr;
    QPointer<CodeField> m_lastField;
    Completer m_completer;
};

} // namespace barre::designer
