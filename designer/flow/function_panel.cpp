#include "designer/flow/function_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/form_field.h"
#include "designer/session/design_session.h"
#include "model/edits/services.h"
#include "model/syntax/parser.h"

#include <QtCore/QTimer>
#include <QtWidgets/QHBoxLayout>

namespace barre::designer {

namespace {

QString textOf(const design::Parameter& parameter) {
    QStringList words;
    for (const std::string& part :
         {parameter.annotations, parameter.type + (parameter.isRest ? "..." : ""), parameter.name})
        if (!part.empty())
            words.append(toQString(part));
    const QString text = words.join(u' ');
    return parameter.defaultText.empty() ? text
                                         : text + QStringLiteral(" = ") + toQString(parameter.defaultText);
}

edits::ParameterText asText(const design::Parameter& parameter) {
    return {parameter.type, parameter.name, parameter.defaultText, parameter.annotations, parameter.isRest};
}

/// `string name = "x"` in its parts; the text has been checked to be a parameter.
edits::ParameterText partsOf(const QString& text) {
    const qsizetype equals = text.indexOf(u'=');
    const QString left = (equals < 0 ? text : text.left(equals)).trimmed();
    const qsizetype blank = left.lastIndexOf(u' ');
    QString type = left.left(blank).trimmed();
    const bool isRest = type.endsWith(QLatin1StringView("..."));
    if (isRest)
        type.chop(3);
    return {toStdString(type),
            toStdString(left.mid(blank + 1)),
            equals < 0 ? std::string() : toStdString(text.mid(equals + 1).trimmed()),
            {},
            isRest};
}

bool isPathParameter(const design::Parameter& parameter) {
    return parameter.role == design::ParameterRole::Path || parameter.role == design::ParameterRole::PathRest;
}

QString check(syntax::GrammarRule rule, const QString& text, const QString& problem) {
    return syntax::parseAs(rule, toStdString(text)).isValid() ? QString() : problem;
}

} // namespace

FunctionPanel::FunctionPanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session) {}

void FunctionPanel::showFunction(const design::SymbolId& function) {
    const design::FunctionDesign next = design::buildFunctionDesign(*m_session.snapshot(), function);
    const bool same = function == m_function && m_returns &&
                      next.signature.parameters.size() == m_design.signature.parameters.size();
    m_function = function;
    m_design = next;
    if (!same)
        rebuild();
    update();
}

FormField* FunctionPanel::addField(const QString& label, const QString& help, design::FieldEditor editor,
                                   bool isRequired) {
    auto* field = new FormField({label, help, editor, {}, isRequired}, this);
    connect(field, &FormField::finished, this, [this] { m_session.endMerge(); });
    add(field);
    return field;
}

void FunctionPanel::rebuild() {
    clearBody();
    m_parameters.clear();
    using design::FieldEditor;
    for (size_t index = 0; index < m_design.signature.parameters.size(); ++index) {
        if (isPathParameter(m_design.signature.parameters[index])) {
            m_parameters.push_back(nullptr);
            continue;
        }
        FormField* field =
            addField(index == 0 ? tr("Parameters") : QString(),
                     tr("Type and name; empty removes the parameter."), FieldEditor::Binding, true);
        field->setCheck([](const QString& text) {
            if (text.trimmed().isEmpty())
                return QString();
            return check(syntax::GrammarRule::Param, text,
                         tr("Write a type and a name, such as string message."));
        });
        connect(field, &FormField::edited, this,
                [this, index](const QString& text) { setParameter(index, text); });
        m_parameters.push_back(field);
    }
    auto* more = new TextButton(tr("+ Parameter"), "dashed", this);
    connect(more, &QPushButton::clicked, this,
            [this] { QTimer::singleShot(0, this, &FunctionPanel::addParameter); });
    auto* row = new QWidget(this);
    auto* rowLayout = new QHBoxLayout(row);
    rowLayout->setContentsMargins(0, 0, 0, 0);
    rowLayout->addWidget(more);
    rowLayout->addStretch(1);
    add(row);
    m_returns = addField(tr("Returns"), tr("The type of the value that is given back; empty for none."),
                         FieldEditor::Type, true);
    m_returns->setCheck([](const QString& text) {
        return text.trimmed().isEmpty()
                   ? QString()
                   : check(syntax::GrammarRule::TypeDescriptor, text, tr("This is not a type."));
    });
    connect(m_returns, &FormField::edited, this, &FunctionPanel::setReturns);
    m_documentation = addField(tr("Documentation"), tr("What the function is for."), FieldEditor::Text, true);
    connect(m_documentation, &FormField::edited, this, &FunctionPanel::setDocumentation);
}

void FunctionPanel::update() {
    const design::MethodDesign& signature = m_design.signature;
    const QString help =
        signature.callback ? toQString(signature.callback->help) : toQString(signature.qualifiers);
    const QString name = toQString(signature.name);
    setHead(toQString(signature.icon), Colour::Call, name, help);
    for (size_t index = 0; index < m_parameters.size(); ++index)
        if (m_parameters[index])
            m_parameters[index]->showText(textOf(signature.parameters[index]));
    m_returns->showText(toQString(signature.returns));
    m_documentation->showText(toQString(signature.documentation));
}

void FunctionPanel::setParameter(size_t index, const QString& text) {
    // Text that is being deleted may be empty for a moment; the field leaves it so until it is finished.
    if (text.trimmed().isEmpty())
        return QTimer::singleShot(0, this, [this, index] { removeParameter(index); });
    std::vector<edits::ParameterText> parameters;
    for (size_t other = 0; other < m_design.signature.parameters.size(); ++other)
        if (!isPathParameter(m_design.signature.parameters[other]))
            parameters.push_back(other == index ? partsOf(text)
                                                : asText(m_design.signature.parameters[other]));
    apply(edits::setParameters(*m_session.snapshot(), m_function, parameters), tr("Edit parameter"),
          QStringLiteral("parameter:%1").arg(index));
}

void FunctionPanel::removeParameter(size_t index) {
    std::vector<edits::ParameterText> parameters;
    for (size_t other = 0; other < m_design.signature.parameters.size(); ++other)
        if (other != index && !isPathParameter(m_design.signature.parameters[other]))
            parameters.push_back(asText(m_design.signature.parameters[other]));
    apply(edits::setParameters(*m_session.snapshot(), m_function, parameters), tr("Remove parameter"), {});
}

void FunctionPanel::addParameter() {
    std::vector<edits::ParameterText> parameters;
    for (const design::Parameter& parameter : m_design.signature.parameters)
        if (!isPathParameter(parameter))
            parameters.push_back(asText(parameter));
    const std::string name =
        "value" + (parameters.empty() ? std::string() : std::to_string(parameters.size()));
    parameters.push_back({"string", name, {}, {}, false});
    apply(edits::setParameters(*m_session.snapshot(), m_function, parameters), tr("Add parameter"), {});
}

void FunctionPanel::setReturns(const QString& text) {
    apply(edits::setReturnType(*m_session.snapshot(), m_function, toStdString(text.trimmed())),
          tr("Edit return type"), QStringLiteral("returns"));
}

void FunctionPanel::setDocumentation(const QString& text) {
    apply(edits::setDocumentation(*m_session.snapshot(), m_function, toStdString(text)),
          tr("Edit documentation"), QStringLiteral("documentation"));
}

void FunctionPanel::apply(const edits::EditResult& result, const QString& label, const QString& mergeKey) {
    if (!result)
        Q_EMIT problemReported(toQString(result.problem));
    else
        m_session.apply(result.edit, label, mergeKey);
}

} // namespace barre::designer
