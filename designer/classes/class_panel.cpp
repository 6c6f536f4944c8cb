#include "designer/classes/class_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/ask.h"
#include "designer/forms/field_problems.h"
#include "designer/forms/free_name.h"
#include "designer/forms/signature_form.h"
#include "designer/forms/text_field.h"
#include "designer/forms/variable_form.h"
#include "designer/forms/wrap_layout.h"
#include "designer/session/design_session.h"
#include "model/design/class_design.h"
#include "model/design/entry_points.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::ClassDesign;
using design::SymbolId;

namespace {

edits::VariableText textOf(const design::ClassVariable& variable) {
    edits::VariableText text;
    text.name = variable.name;
    text.type = variable.type;
    text.value = variable.defaultText;
    text.visibility = variable.visibility;
    text.isFinal = variable.isFinal;
    text.documentation = variable.documentation;
    return text;
}

bool same(const edits::VariableText& a, const edits::VariableText& b) {
    return a.name == b.name && a.type == b.type && a.value == b.value && a.visibility == b.visibility &&
           a.isFinal == b.isFinal;
}

} // namespace

ClassPanel::ClassPanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session), m_classPage(buildClassPage()),
      m_variablePage(buildVariablePage()), m_methodPage(buildMethodPage()),
      m_newMethodPage(buildNewMethodPage()) {
    for (QWidget* page : {m_classPage, m_variablePage, m_methodPage, m_newMethodPage})
        add(page);
    connect(&session, &DesignSession::snapshotChanged, this, &ClassPanel::refresh);
}

QWidget* ClassPanel::buildClassPage() {
    auto* page = new QWidget;
    m_documentation = new TextField(tr("Documentation"), FieldRule::prose());
    m_documentation->setObjectName(QStringLiteral("class-documentation"));
    m_documentation->setPlaceholder(tr("What it does"));
    auto* renameButton = new TextButton(tr("Rename\u2026"), "");
    auto* remove = new TextButton(tr("Delete"), "danger");
    auto* buttons = new WrapLayout;
    buttons->addWidget(renameButton);
    buttons->addWidget(remove);
    auto* column = columnIn(page, 16);
    column->addWidget(m_documentation);
    column->addLayout(buttons);
    connect(m_documentation, &TextField::committed, this, [this](const QString& text) {
        if (toStdString(text) != design::buildClassDesign(*m_session.snapshot(), m_class).documentation)
            apply(edits::setDocumentation(*m_session.snapshot(), m_class, toStdString(text)),
                  tr("Change documentation"));
    });
    connect(renameButton, &QPushButton::clicked, this, &ClassPanel::rename);
    connect(remove, &QPushButton::clicked, this, &ClassPanel::removeShown);
    return page;
}

QWidget* ClassPanel::buildVariablePage() {
    auto* page = new QWidget;
    m_variable = new VariableForm(m_session, VariableForm::Owner::Class);
    m_addVariable = new TextButton(tr("Add"), "primary");
    m_addVariable->setObjectName(QStringLiteral("variable-add"));
    auto* remove = new TextButton(tr("Delete"), "danger");
    m_variableTools = new QWidget;
    auto* tools = rowIn(m_variableTools, 8);
    tools->addWidget(remove);
    tools->addStretch();
    auto* column = columnIn(page, 16);
    column->addWidget(m_variable);
    column->addWidget(m_addVariable, 0, Qt::AlignLeft);
    column->addWidget(m_variableTools);
    connect(m_variable, &VariableForm::committed, this, &ClassPanel::commitVariable);
    connect(m_variable, &VariableForm::typed, this, &ClassPanel::judgeNewVariable);
    connect(m_variable, &VariableForm::entered, this, &ClassPanel::addVariable);
    connect(m_addVariable, &QPushButton::clicked, this, &ClassPanel::addVariable);
    connect(remove, &QPushButton::clicked, this, &ClassPanel::removeShown);
    return page;
}

QWidget* ClassPanel::buildMethodPage() {
    auto* page = new QWidget;
    m_signature = new SignatureForm(m_session);
    auto* open = new TextButton(tr("Open flow"), "primary");
    auto* remove = new TextButton(tr("Delete"), "danger");
    auto* buttons = new WrapLayout;
    for (QPushButton* button : {open, remove})
        buttons->addWidget(button);
    auto* column = columnIn(page, 16);
    column->addWidget(m_signature);
    column->addLayout(buttons);
    connect(open, &QPushButton::clicked, this, [this] {
        Q_EMIT placeRequested({QStringLiteral("flow"), m_shown});
    });
    connect(m_signature, &SignatureForm::moved, this, [this](const SymbolId& method) {
        showMethod(method);
        Q_EMIT renamed(method);
    });
    connect(remove, &QPushButton::clicked, this, &ClassPanel::removeShown);
    return page;
}

QWidget* ClassPanel::buildNewMethodPage() {
    auto* page = new QWidget;
    m_methodName = new TextField(tr("Name"), FieldRule::source(syntax::GrammarRule::Identifier));
    m_methodName->setObjectName(QStringLiteral("method-name"));
    m_methodRemote = new QCheckBox(tr("Remote: called by clients"));
    m_addMethod = new TextButton(tr("Add"), "primary");
    m_addMethod->setObjectName(QStringLiteral("method-add"));
    auto* column = columnIn(page, 16);
    column->addWidget(m_methodName);
    column->addWidget(m_methodRemote);
    column->addWidget(m_addMethod, 0, Qt::AlignLeft);
    connect(m_methodName, &TextField::typed, this, [this] {
        setAvailable(m_addMethod, m_methodName->isValid() ? QString() : tr("Give it a name first."));
    });
    connect(m_methodName, &TextField::entered, this, &ClassPanel::addMethod);
    connect(m_addMethod, &QPushButton::clicked, this, &ClassPanel::addMethod);
    return page;
}

QWidget* ClassPanel::pageOf(Mode mode) const {
    switch (mode) {
    case Mode::Class: return m_classPage;
    case Mode::Variable:
    case Mode::NewVariable: return m_variablePage;
    case Mode::Method: return m_methodPage;
    case Mode::NewMethod: return m_newMethodPage;
    }
    return nullptr;
}

void ClassPanel::setMode(Mode mode) {
    m_mode = mode;
    showOnly(pageOf(mode));
    m_addVariable->setVisible(mode == Mode::NewVariable);
    m_variableTools->setVisible(mode == Mode::Variable);
    showProblem({});
}

void ClassPanel::showClass(const SymbolId& classId) {
    m_class = m_shown = classId;
    setMode(Mode::Class);
    refresh();
}

void ClassPanel::showVariable(const SymbolId& variable) {
    m_shown = variable;
    setMode(Mode::Variable);
    refresh();
}

void ClassPanel::showMethod(const SymbolId& method) {
    m_shown = method;
    setMode(Mode::Method);
    m_signature->showFunction(method);
    refresh();
}

void ClassPanel::startVariable(const SymbolId& classId) {
    m_class = m_shown = classId;
    setMode(Mode::NewVariable);
    setHead(QStringLiteral("variable"), Colour::Data, tr("New class variable"),
            tr("State that every handler of a connection can use."));
    edits::VariableText variable;
    variable.name = toStdString(freeName(QStringLiteral("value")));
    variable.type = "int";
    variable.value = "0";
    variable.visibility = "private";
    m_variable->setVariable(variable);
    judgeNewVariable();
    m_variable->focusName();
}

void ClassPanel::startMethod(const SymbolId& classId) {
    m_class = m_shown = classId;
    setMode(Mode::NewMethod);
    setHead(QStringLiteral("function"), Colour::Call, tr("New method"),
            tr("A function of the class; its parameters can be added when it is there."));
    m_methodName->setText(freeName(QStringLiteral("method")));
    m_methodRemote->setChecked(false);
    setAvailable(m_addMethod, {});
    m_methodName->setFocus();
    m_methodName->selectAll();
}

void ClassPanel::refresh() {
    const ClassDesign design = design::buildClassDesign(*m_session.snapshot(), m_class);
    if (m_mode == Mode::Class) {
        setHead(QStringLiteral("class"), Colour::Data, toQString(design.name),
                tr("Click a variable to edit it, a method to open its flow."));
        m_documentation->showText(toQString(design.documentation));
        showClassProblems(design);
    }
    for (const design::ClassVariable& variable : design.variables)
        if (m_mode == Mode::Variable && variable.id == m_shown) {
            setHead(QStringLiteral("variable"), Colour::Data, toQString(variable.name),
                    toQString(variable.documentation));
            m_variable->setVariable(textOf(variable));
            m_variable->showDiagnostics(variable.diagnostics);
        }
    for (const design::MethodDesign& method : design.methods)
        if (m_mode == Mode::Method && method.id == m_shown)
            setHead(toQString(method.icon), Colour::Call, toQString(method.name),
                    toQString(method.callback ? std::string(method.callback->help) : method.documentation));
}

/// What is wrong with the class itself: its members have forms of their own.
void ClassPanel::showClassProblems(const ClassDesign& design) {
    std::vector<model::SourceRange> members;
    for (const design::ClassVariable& variable : design.variables)
        members.push_back(variable.location.range);
    for (const design::MethodDesign& method : design.methods)
        members.push_back(method.location.range);
    const design::Location place = design::locate(*m_session.snapshot(), m_class);
    showProblem(showProblems(*m_session.snapshot(), place, {}, members).join(u'\n'));
}

void ClassPanel::commitVariable() {
    if (m_mode != Mode::Variable || !m_variable->isValid())
        return;
    const edits::VariableText text = m_variable->variable();
    for (const design::ClassVariable& variable :
         design::buildClassDesign(*m_session.snapshot(), m_class).variables) {
        if (variable.id != m_shown || same(textOf(variable), text))
            continue;
        const edits::EditResult result = edits::setClassVariable(*m_session.snapshot(), variable.id, text);
        if (result)
            m_shown = model::renamedTo(m_shown, text.name);
        apply(result, tr("Change %1").arg(toQString(variable.name)));
        Q_EMIT renamed(m_shown);
        return;
    }
}

/// What is wrong with the new variable is said before it is added, as if it were there.
void ClassPanel::judgeNewVariable() {
    if (m_mode != Mode::NewVariable)
        return;
    setAvailable(m_addVariable, m_variable->isValid() ? QString() : tr("Mend the fields marked red first."));
    m_variable->showDiagnostics({});
    const edits::VariableText text = m_variable->variable();
    const edits::EditResult result = edits::addClassVariable(*m_session.snapshot(), m_class, text);
    if (!m_variable->isValid() || !result)
        return;
    m_session.imagine(result.edit, [&](const model::Snapshot& snapshot) {
        for (const design::ClassVariable& variable : design::buildClassDesign(snapshot, m_class).variables)
            if (variable.name == text.name)
                m_variable->showDiagnostics(variable.diagnostics);
    });
}

void ClassPanel::addVariable() {
    const edits::VariableText text = m_variable->variable();
    if (m_mode != Mode::NewVariable || !m_variable->isValid() ||
        !apply(edits::addClassVariable(*m_session.snapshot(), m_class, text),
               tr("Add %1").arg(toQString(text.name))))
        return;
    showVariable(SymbolId{m_class.path + "." + text.name});
    Q_EMIT added(m_shown);
}

void ClassPanel::addMethod() {
    if (m_mode != Mode::NewMethod || !m_methodName->isValid())
        return;
    edits::FunctionText text;
    text.name = toStdString(m_methodName->text().trimmed());
    text.isRemote = m_methodRemote->isChecked();
    text.returns = "error?";
    if (!apply(edits::addMethod(*m_session.snapshot(), m_class, text),
               tr("Add %1").arg(toQString(text.name))))
        return;
    showMethod(SymbolId{m_class.path + "." + text.name});
    Q_EMIT added(m_shown);
}

void ClassPanel::rename() {
    const QString name = toQString(model::lastNameOf(m_shown));
    const auto wanted = askForName(
        this, tr("Rename %1").arg(name), tr("New name"), name, tr("Rename"), [this](const QString& text) {
            return toQString(edits::renameSymbol(*m_session.snapshot(), m_shown, toStdString(text)).problem);
        });
    if (!wanted)
        return;
    apply(edits::renameSymbol(*m_session.snapshot(), m_shown, toStdString(*wanted)),
          tr("Rename %1").arg(name)); // the window follows the class
}

void ClassPanel::removeShown() {
    const QString name = toQString(model::lastNameOf(m_shown));
    if (apply(edits::deleteDeclaration(*m_session.snapshot(), m_shown), tr("Delete %1").arg(name)))
        showClass(m_class);
}

bool ClassPanel::apply(const edits::EditResult& result, const QString& label) {
    showProblem(toQString(result.problem));
    return result && m_session.apply(result.edit, label);
}

QString ClassPanel::freeName(const QString& stem) const {
    const ClassDesign design = design::buildClassDesign(*m_session.snapshot(), m_class);
    return designer::freeName(stem, [&](const QString& name) {
        const auto isName = [&](const auto& member) { return toQString(member.name) == name; };
        return std::any_of(design.variables.begin(), design.variables.end(), isName) ||
               std::any_of(design.methods.begin(), design.methods.end(), isName);
    });
}

} // namespace barre::designer
