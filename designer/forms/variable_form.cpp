#include "designer/forms/variable_form.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/completer.h"
#include "designer/forms/text_field.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using syntax::GrammarRule;

namespace {

/// A configurable may leave its value to Config.toml by a question mark.
QString problemOfValue(VariableForm::Owner owner, const QString& text) {
    if (text.isEmpty() || (owner == VariableForm::Owner::Module && text == u"?"))
        return {};
    const auto parsed = syntax::parseAs(GrammarRule::Expression, toStdString(text));
    return parsed.isValid() ? QString() : toQString(parsed.tree->diagnostics().front().message());
}

} // namespace

VariableForm::VariableForm(DesignSession& session, Owner owner, QWidget* parent)
    : QWidget(parent), m_name(new TextField(tr("Name"), FieldRule::source(GrammarRule::Identifier))),
      m_type(new TextField(tr("Type"), FieldRule::source(GrammarRule::TypeDescriptor))),
      m_value(new TextField(tr("Value"), FieldRule::code())), m_visibility(choiceBox()),
      m_final(new QCheckBox(tr("Final: set once"))) {
    m_name->setObjectName(QStringLiteral("variable-name"));
    m_type->setObjectName(QStringLiteral("variable-type"));
    m_value->setObjectName(QStringLiteral("variable-value"));
    m_value->setCheck([owner](const QString& text) { return problemOfValue(owner, text.trimmed()); });
    m_value->setPlaceholder(tr("set in init"));
    m_type->setCompleter(
        completerAt(session, [] { return CompletionPlace{frameOf(GrammarRule::TypeDescriptor)}; }));
    m_value->setCompleter(completerAt(session, [this] {
        return CompletionPlace{frameOf(GrammarRule::Expression, toStdString(m_type->text()))};
    }));
    if (owner == Owner::Class)
        m_visibility->addItem(tr("Private: only this class"), QStringLiteral("private"));
    m_visibility->addItem(tr("Module: this package"), QString());
    m_visibility->addItem(tr("Public"), QStringLiteral("public"));
    m_visibility->setAccessibleName(tr("Visibility"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_name);
    layout->addWidget(m_type);
    layout->addWidget(m_value);
    auto* visibility = new QVBoxLayout;
    visibility->setSpacing(4);
    visibility->addWidget(captionLabel(tr("Visibility")));
    visibility->addWidget(m_visibility);
    layout->addLayout(visibility);
    layout->addWidget(m_final);
    for (TextField* field : {m_name, m_type, m_value}) {
        connect(field, &TextField::committed, this, &VariableForm::committed);
        connect(field, &TextField::typed, this, &VariableForm::typed);
        connect(field, &TextField::entered, this, &VariableForm::entered);
    }
    connect(m_visibility, &QComboBox::activated, this, &VariableForm::committed);
    connect(m_final, &QCheckBox::clicked, this, &VariableForm::committed);
}

void VariableForm::setVariable(const edits::VariableText& variable) {
    m_variable = variable;
    const std::pair<TextField*, const std::string*> texts[] = {
        {m_name, &variable.name}, {m_type, &variable.type}, {m_value, &variable.value}};
    for (const auto& [field, text] : texts)
        field->showText(toQString(*text));
    m_visibility->setCurrentIndex(m_visibility->findData(toQString(variable.visibility)));
    m_final->setChecked(variable.isFinal);
}

edits::VariableText VariableForm::variable() const {
    edits::VariableText variable = m_variable;
    variable.name = toStdString(m_name->text().trimmed());
    variable.type = toStdString(m_type->text().trimmed());
    variable.value = toStdString(m_value->text().trimmed());
    variable.visibility = toStdString(m_visibility->currentData().toString());
    variable.isFinal = m_final->isChecked();
    return variable;
}

void VariableForm::offerFinal(bool offered) {
    m_final->setVisible(offered);
}

bool VariableForm::isValid() const {
    return m_name->isValid() && m_type->isValid() && m_value->isValid();
}

void VariableForm::setProblem(const QString& problem) {
    m_name->setProblem(problem);
}

void VariableForm::showDiagnostics(const design::VariableDiagnostics& diagnostics) {
    const std::pair<TextField*, const std::vector<model::Diagnostic>*> fields[] = {
        {m_name, &diagnostics.name}, {m_type, &diagnostics.type}, {m_value, &diagnostics.value}};
    for (const auto& [field, problems] : fields)
        if (!showWorst(*field, *problems))
            field->showNote({});
}

void VariableForm::focusName() {
    m_name->setFocus();
    m_name->selectAll();
}

} // namespace barre::designer
