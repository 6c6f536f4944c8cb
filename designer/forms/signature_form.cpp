#include "designer/forms/signature_form.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/completer.h"
#include "designer/forms/free_name.h"
#include "designer/forms/parameter_text.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/edits/services.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::ParameterRole;

namespace {

bool isInPath(const design::Parameter& parameter) {
    return parameter.role == ParameterRole::Path || parameter.role == ParameterRole::PathRest;
}

edits::ParameterText textOf(const design::Parameter& parameter) {
    return {parameter.type, parameter.name, parameter.defaultText, parameter.annotations, parameter.isRest};
}

} // namespace

SignatureForm::SignatureForm(DesignSession& session, QWidget* parent)
    : QWidget(parent), m_session(session),
      m_name(new TextField(tr("Name"), FieldRule::source(syntax::GrammarRule::Identifier))),
      m_path(new TextField(tr("Path"), FieldRule::source(syntax::GrammarRule::ResourcePath))),
      m_rows(new QVBoxLayout), m_add(new TextButton(tr("Parameter"), "row", nullptr, QStringLiteral("plus"))),
      m_returns(new TextField(tr("Returns"), FieldRule::source(syntax::GrammarRule::TypeDescriptor, true))),
      m_documentation(new TextField(tr("Documentation"), FieldRule::prose())) {
    m_rows->setSpacing(6);
    m_add->setToolTip(tr("Add a parameter"));
    m_returns->setPlaceholder(tr("nothing"));
    m_documentation->setPlaceholder(tr("What it does"));
    m_name->setObjectName(QStringLiteral("function-name"));
    m_name->setHelp(tr("A new name is written wherever the function is called."));
    m_name->setContentsMargins(0, 0, 0, 8);
    m_path->setObjectName(QStringLiteral("resource-path"));
    m_path->setHelp(
        tr("Relative to the service's path. [string room] makes a path parameter; . is the path itself."));
    m_path->setContentsMargins(0, 0, 0, 8);
    QVBoxLayout* layout = columnIn(this, 6);
    layout->addWidget(m_name);
    layout->addWidget(m_path);
    layout->addWidget(sectionLabel(tr("Parameters")));
    layout->addLayout(m_rows);
    layout->addWidget(m_add, 0, Qt::AlignLeft);
    layout->addSpacing(8);
    layout->addWidget(m_returns);
    layout->addSpacing(8);
    layout->addWidget(m_documentation);
    complete(*m_path, syntax::GrammarRule::ResourcePath);
    complete(*m_returns, syntax::GrammarRule::TypeDescriptor);
    connectFields();
    connect(&session, &DesignSession::snapshotChanged, this, &SignatureForm::refresh);
}

void SignatureForm::complete(TextField& field, syntax::GrammarRule rule) {
    field.setCompleter(completerAt(m_session, [this, rule] {
        return CompletionPlace{frameOf(rule), design::locate(*m_session.snapshot(), m_function).file};
    }));
}

void SignatureForm::connectFields() {
    connect(m_name, &TextField::committed, this, &SignatureForm::rename);
    connect(m_path, &TextField::committed, this, &SignatureForm::movePath);
    connect(m_add, &QPushButton::clicked, this, &SignatureForm::addParameter);
    connect(m_returns, &TextField::committed, this, [this](const QString& type) {
        const design::FunctionDesign design = design::buildFunctionDesign(*m_session.snapshot(), m_function);
        if (toStdString(type) != design.signature.returns)
            apply(edits::setReturnType(*m_session.snapshot(), m_function, toStdString(type)),
                  tr("Change return type"), m_returns);
    });
    connect(m_documentation, &TextField::committed, this, [this](const QString& text) {
        const design::FunctionDesign design = design::buildFunctionDesign(*m_session.snapshot(), m_function);
        if (toStdString(text) != design.signature.documentation)
            apply(edits::setDocumentation(*m_session.snapshot(), m_function, toStdString(text)),
                  tr("Change documentation"), m_documentation);
    });
}

void SignatureForm::rename(const QString& name) {
    const std::string wanted = toStdString(name.trimmed());
    if (wanted == model::lastNameOf(m_function))
        return;
    const edits::EditResult result = edits::renameSymbol(*m_session.snapshot(), m_function, wanted);
    m_name->setProblem(toQString(result.problem));
    const design::SymbolId renamed = model::renamedTo(m_function, wanted);
    if (result && m_session.apply(result.edit, tr("Rename %1").arg(toQString(model::lastNameOf(m_function)))))
        Q_EMIT moved(renamed);
}

void SignatureForm::movePath(const QString& path) {
    const edits::EditResult result =
        edits::setResourcePath(*m_session.snapshot(), m_function, toStdString(path));
    m_path->setProblem(toQString(result.problem));
    if (!result || !m_session.apply(result.edit, tr("Change path")))
        return;
    const design::SymbolId function = design::symbolAt(*m_session.snapshot(), result.focus);
    if (!function.empty())
        Q_EMIT moved(function);
}

void SignatureForm::showFunction(const design::SymbolId& function) {
    m_function = function;
    m_parameters.clear();
    rebuildParameters();
    refresh();
}

void SignatureForm::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void SignatureForm::refresh() {
    if (m_function.empty() || !isVisibleTo(window()))
        return;
    const design::FunctionDesign design = design::buildFunctionDesign(*m_session.snapshot(), m_function);
    std::vector<edits::ParameterText> parameters;
    for (const design::Parameter& parameter : design.signature.parameters)
        if (!isInPath(parameter))
            parameters.push_back(textOf(parameter));
    const bool sameCount = parameters.size() == m_parameters.size();
    m_parameters = std::move(parameters);
    if (!sameCount)
        rebuildParameters();
    for (size_t i = 0; i < m_fields.size(); ++i)
        m_fields[i]->showText(toQString(parameterLine(m_parameters[i])));
    m_name->setVisible(design::rowOf(design.signature.kind).isNamed);
    m_name->showText(toQString(design.signature.name));
    m_path->setVisible(!design.resourcePath.empty());
    m_path->showText(toQString(design.resourcePath));
    m_returns->showText(toQString(design.signature.returns));
    m_documentation->showText(toQString(design.signature.documentation));
}

void SignatureForm::rebuildParameters() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        if (QWidget* widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    m_fields.clear();
    for (int i = 0; i < int(m_parameters.size()); ++i)
        addParameterRow(i);
}

void SignatureForm::addParameterRow(int index) {
    auto* row = new QWidget;
    auto* field = new TextField({}, FieldRule::source(syntax::GrammarRule::Param));
    field->editor()->setAccessibleName(tr("Parameter %1").arg(index + 1));
    complete(*field, syntax::GrammarRule::Param);
    field->setText(toQString(parameterLine(m_parameters[size_t(index)])));
    auto* remove = new IconButton(QStringLiteral("trash"), tr("Remove this parameter"));
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field, 1);
    layout->addWidget(remove, 0, Qt::AlignTop);
    m_rows->addWidget(row);
    m_fields.push_back(field);
    connect(field, &TextField::committed, this,
            [this, index](const QString& line) { editParameter(index, line); });
    connect(remove, &QToolButton::clicked, this, [this, index] { removeParameter(index); });
}

void SignatureForm::editParameter(int index, const QString& line) {
    if (toStdString(line) == parameterLine(m_parameters[size_t(index)]))
        return;
    const auto parameter = readParameter(toStdString(line));
    if (!parameter) {
        m_fields[size_t(index)]->setProblem(tr("Write a type and a name, such as string message."));
        return;
    }
    std::vector<edits::ParameterText> parameters = m_parameters;
    parameters[size_t(index)] = *parameter;
    applyParameters(parameters, tr("Change parameter"));
}

void SignatureForm::removeParameter(int index) {
    std::vector<edits::ParameterText> parameters = m_parameters;
    parameters.erase(parameters.begin() + index);
    applyParameters(parameters, tr("Remove parameter"));
}

QString SignatureForm::newParameterName() const {
    return freeName(QStringLiteral("value"), [&](const QString& name) {
        return std::any_of(
            m_parameters.begin(), m_parameters.end(),
            [&](const edits::ParameterText& parameter) { return toQString(parameter.name) == name; });
    });
}

void SignatureForm::addParameter() {
    std::vector<edits::ParameterText> parameters = m_parameters;
    parameters.push_back({"string", toStdString(newParameterName()), {}, {}, false});
    applyParameters(parameters, tr("Add parameter"));
    if (!m_fields.empty())
        m_fields.back()->setFocus();
}

void SignatureForm::applyParameters(const std::vector<edits::ParameterText>& parameters,
                                    const QString& label) {
    apply(edits::setParameters(*m_session.snapshot(), m_function, parameters), label,
          m_fields.empty() ? m_returns : m_fields.back());
}

void SignatureForm::apply(const edits::EditResult& result, const QString& label, TextField* field) {
    if (result)
        m_session.apply(result.edit, label);
    else
        field->setProblem(toQString(result.problem));
}

} // namespace barre::designer
