#include "designer/flow/step_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/flow/clause_form.h"
#include "designer/flow/flow_items.h"
#include "designer/forms/scope_list.h"
#include "designer/forms/text_field.h"
#include "designer/forms/wrap_layout.h"
#include "model/edits/steps.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

namespace {

constexpr int widestName = 140; ///< on a button

FormFieldShape shapeOf(const design::FlowField& field) {
    return {toQString(field.label), toQString(field.help), field.editor, field.choices, field.isRequired};
}

/// What the line below a field says: the worst problem, or the type of its expression.
void showNote(FormField& widget, const design::FlowField& field) {
    if (showWorst(widget, field.diagnostics))
        return;
    const QString actual = toQString(field.actualType), expected = toQString(field.expectedType);
    if (!actual.isEmpty())
        return widget.showNote(actual, NoteKind::Plain, field.fits ? StepPanel::tr("matches") : QString());
    widget.showNote(expected);
}

int clauseCount(const design::FlowNode& node) {
    return int(std::ranges::count(node.branches, design::BranchKind::Clause, &design::FlowBranch::kind));
}

/// The last branch of a match takes whatever the others do not.
bool endsInCatchAll(const design::FlowNode& node) {
    const int last = clauseCount(node) - 1;
    const auto textOf = [&](design::FieldId id) {
        for (const design::FlowField& field : node.fields)
            if (field.field.id == id && field.field.index == last)
                return field.text;
        return std::string();
    };
    return textOf(design::FieldId::Patterns) == "_" && textOf(design::FieldId::Guard).empty();
}

/// Which branches a step has, and which can change places; what they are called is shown in place.
QString branchesOf(const design::FlowNode& node) {
    QStringList kinds{QString::number(endsInCatchAll(node))};
    for (const design::FlowBranch& branch : node.branches)
        kinds.append(QStringLiteral("%1/%2").arg(int(branch.kind)).arg(branch.isImplicit));
    return kinds.join(u'\n');
}

bool isOfClause(const design::FlowField& field) {
    return field.field.id == design::FieldId::Patterns || field.field.id == design::FieldId::Guard;
}

/// Which branches can be added to a step.
std::vector<std::pair<QString, QString>> branchCommands(const design::FlowNode& node) {
    const auto has = [&](design::BranchKind kind) {
        return std::any_of(node.branches.begin(), node.branches.end(), [&](const design::FlowBranch& branch) {
            return branch.kind == kind && !branch.isImplicit;
        });
    };
    std::vector<std::pair<QString, QString>> commands;
    if (node.kind == design::NodeKind::If) {
        commands.emplace_back(QStringLiteral("addElseIf"), StepPanel::tr("+ Else if"));
        if (!has(design::BranchKind::Else))
            commands.emplace_back(QStringLiteral("addElse"), StepPanel::tr("+ Else"));
    }
    if (node.kind == design::NodeKind::Match)
        commands.emplace_back(QStringLiteral("addClause"), StepPanel::tr("+ Branch"));
    if (node.kind == design::NodeKind::Fork)
        commands.emplace_back(QStringLiteral("addWorker"), StepPanel::tr("+ Worker"));
    if (node.shape == design::NodeShape::Container && !has(design::BranchKind::OnFail) &&
        node.kind != design::NodeKind::Worker && node.kind != design::NodeKind::Block)
        commands.emplace_back(QStringLiteral("addOnFail"), StepPanel::tr("+ On fail"));
    return commands;
}

} // namespace

StepPanel::StepPanel(QWidget* parent) : PanelPage(parent) {}

void StepPanel::forget() {
    m_id = {};
    m_fields.clear();
}

bool StepPanel::fits(const design::FlowNode& node) const {
    if (node.id != m_id || node.kind != m_kind || node.fields.size() != m_fields.size())
        return false;
    for (size_t index = 0; index < m_fields.size(); ++index)
        if (m_fields[index].field != node.fields[index].field ||
            !(m_fields[index].shape == shapeOf(node.fields[index])))
            return false;
    return m_branches == branchesOf(node);
}

void StepPanel::showStep(const design::FlowNode& node, const std::vector<design::ScopeItem>& scope) {
    if (!fits(node))
        rebuild(node);
    update(node);
    m_scope->setItems(scope);
}

void StepPanel::rebuild(const design::FlowNode& node) {
    clearBody();
    m_id = node.id;
    m_kind = node.kind;
    m_fields.clear();
    const design::NodeKindRow& row = design::rowOf(node.kind);
    setHead(toQString(node.icon), colourOf(node.colour), toQString(node.title), toQString(row.help));
    m_open = new TextButton({}, "", this, QStringLiteral("arrow-right"));
    connect(m_open, &QPushButton::clicked, this, &StepPanel::openRequested);
    addFields(node);
    add(m_open, Qt::AlignLeft);
    addBranches(node);
    m_comment = new TextField(tr("Remark (optional)"), FieldRule::plain(), this);
    m_comment->setHelp(tr("A comment at the end of the line."));
    connect(m_comment, &FormField::edited, this, &StepPanel::commentEdited);
    connect(m_comment, &FormField::finished, this, &StepPanel::fieldFinished);
    if (node.shape == design::NodeShape::Step)
        add(m_comment);
    else
        m_comment->hide();
    m_problems = new QWidget(this);
    add(m_problems);
    m_scope = new ScopeList(this);
    connect(m_scope, &ScopeList::chosen, this, [this](const QString& name) {
        if (m_lastField)
            m_lastField->insertName(name);
    });
    addSpace(4);
    add(m_scope);
}

void StepPanel::addFields(const design::FlowNode& node) {
    m_lastField = nullptr;
    std::vector<FormField*> rows;
    for (const design::FlowField& field : node.fields)
        rows.push_back(makeRow(field));
    for (size_t index = 0; index < rows.size(); ++index)
        if (!isOfClause(node.fields[index]))
            add(rows[index]);
    const std::vector<ClauseForm*> clauses = addClauses(node);
    for (size_t index = 0; index < rows.size(); ++index)
        if (isOfClause(node.fields[index]))
            clauses.at(node.fields[index].field.index)->add(rows[index]);
}

FormField* StepPanel::makeRow(const design::FlowField& field) {
    const FormFieldShape shape = shapeOf(field);
    FormField* widget = makeField(shape, this);
    const design::Field which = field.field;
    if (auto* text = qobject_cast<TextField*>(widget))
        connectText(*text, field);
    connect(widget, &FormField::edited, this,
            [this, which](const QString& text) { Q_EMIT fieldEdited(which, text); });
    connect(widget, &FormField::finished, this, &StepPanel::fieldFinished);
    m_fields.push_back({which, shape, widget});
    return widget;
}

/// One form for each branch of a match, in the order in which they are tried.
std::vector<ClauseForm*> StepPanel::addClauses(const design::FlowNode& node) {
    std::vector<ClauseForm*> clauses;
    const int count = clauseCount(node);
    for (int index = 0; index < count; ++index) {
        auto* clause = new ClauseForm(index, count, endsInCatchAll(node), this);
        addSpace(4);
        add(clause);
        connect(clause, &ClauseForm::moveRequested, this,
                [this, index](bool up) { Q_EMIT moveClauseRequested(index, up); });
        connect(clause, &ClauseForm::removeRequested, this,
                [this, index] { Q_EMIT removeBranchRequested(index); });
        clauses.push_back(clause);
    }
    return clauses;
}

/// The field that was written in last is the one that a name in scope is put into.
void StepPanel::connectText(TextField& text, const design::FlowField& field) {
    text.setCheck([id = field.field.id, required = field.isRequired](const QString& written) {
        if (written.trimmed().isEmpty() && !required)
            return QString();
        return toQString(edits::checkField(id, toStdString(written)));
    });
    CodeField* code = text.editor();
    if (!m_lastField)
        m_lastField = code;
    code->setCompleter([this, which = field.field](const QString& written, int cursor) {
        return m_completer ? m_completer(which, written, cursor) : design::Completions();
    });
    connect(code, &CodeField::edited, this, [this, code] { m_lastField = code; });
    connect(code, &CodeField::cursorPositionChanged, this, [this, code] {
        if (code->hasFocus())
            m_lastField = code;
    });
}

void StepPanel::addBranches(const design::FlowNode& node) {
    m_branches = branchesOf(node);
    m_branchLabels.clear();
    const auto commands = branchCommands(node);
    auto* box = new QWidget(this);
    auto* column = columnIn(box, 6);
    const bool hasFirst = node.kind == design::NodeKind::Fork;
    for (size_t index = hasFirst ? 0 : 1; index < node.branches.size(); ++index)
        if (!node.branches[index].isImplicit && node.branches[index].kind != design::BranchKind::Clause)
            addBranchRow(*column, node.branches[index], int(index));
    if (!m_branchLabels.empty() && node.kind != design::NodeKind::Match)
        column->insertWidget(0, captionLabel(tr("Branches"), box));
    if (!commands.empty())
        column->addWidget(branchButtons(commands));
    if (column->count() > 0)
        add(box);
    else
        delete box;
}

void StepPanel::addBranchRow(QVBoxLayout& column, const design::FlowBranch& branch, int index) {
    auto* label = new TextLabel(toQString(branch.label), TextRole::Code, this, true);
    auto* remove = new IconButton(QStringLiteral("trash"), tr("Remove this branch"), this);
    connect(remove, &QToolButton::clicked, this, [this, index] { Q_EMIT removeBranchRequested(index); });
    auto* row = new QHBoxLayout;
    row->addWidget(label, 1);
    row->addWidget(remove);
    column.addLayout(row);
    m_branchLabels.emplace_back(label, size_t(index));
}

QWidget* StepPanel::branchButtons(const std::vector<std::pair<QString, QString>>& commands) {
    auto* box = new QWidget(this);
    auto* buttons = new WrapLayout(box);
    for (const auto& [id, words] : commands) {
        auto* button = new TextButton(words, "dashed", box);
        connect(button, &QPushButton::clicked, this, [this, id = id] { Q_EMIT commandRequested(id); });
        buttons->addWidget(button);
    }
    return box;
}

void StepPanel::update(const design::FlowNode& node) {
    for (size_t index = 0; index < m_fields.size(); ++index) {
        m_fields[index].widget->showText(toQString(node.fields[index].text));
        showNote(*m_fields[index].widget, node.fields[index]);
    }
    for (const auto& [label, branch] : m_branchLabels)
        label->setFullText(toQString(node.branches[branch].label));
    m_comment->showText(toQString(node.comment));
    m_open->setVisible(!node.opens.empty());
    const QString name = toQString(node.opensLabel);
    m_open->setText(tr("Open %1").arg(m_open->fontMetrics().elidedText(name, Qt::ElideMiddle, widestName)));
    m_open->setToolTip(tr("Open %1").arg(name));
    showProblems(node);
}

void StepPanel::showProblems(const design::FlowNode& node) {
    delete m_problems->layout();
    qDeleteAll(m_problems->findChildren<QWidget*>(Qt::FindDirectChildrenOnly));
    auto* column = new QVBoxLayout(m_problems);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    QStringList shown;
    for (const design::FlowField& field : node.fields)
        for (const model::Diagnostic& diagnostic : field.diagnostics)
            shown.append(toQString(diagnostic.message()));
    for (const model::Diagnostic& diagnostic : node.diagnostics) {
        const QString message = toQString(diagnostic.message());
        if (shown.contains(message))
            continue;
        auto* label = captionLabel(message, m_problems);
        setRole(label, diagnostic.severity == model::Severity::Error ? "error" : "warning");
        column->addWidget(label);
    }
    m_problems->setVisible(column->count() > 0);
}

} // namespace barre::designer
