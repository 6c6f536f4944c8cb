#include "designer/flow/function_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/signature_form.h"
#include "designer/forms/wrap_layout.h"
#include "designer/session/design_session.h"

namespace barre::designer {

namespace {

/// What a documentation says before it goes into details.
std::string firstSentence(const std::string& documentation) {
    return documentation.substr(0, documentation.find('\n'));
}

} // namespace

FunctionPanel::FunctionPanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session), m_form(new SignatureForm(session, this)) {
    add(m_form);
    addSpace(8);
    add(buildTools());
}

QWidget* FunctionPanel::buildTools() {
    auto* tools = new QWidget;
    auto* step = new TextButton(tr("Step"), "", tools, QStringLiteral("plus"));
    step->setObjectName(QStringLiteral("function-add-step"));
    step->setToolTip(tr("Add a step at the end (Ins)"));
    auto* remove = new TextButton(tr("Delete"), "danger", tools);
    remove->setObjectName(QStringLiteral("function-delete"));
    remove->setToolTip(tr("Delete the whole function"));
    auto* row = new WrapLayout(tools);
    row->addWidget(step);
    row->addWidget(remove);
    connect(step, &QPushButton::clicked, this, &FunctionPanel::stepRequested);
    connect(remove, &QPushButton::clicked, this, &FunctionPanel::deleteRequested);
    return tools;
}

void FunctionPanel::showFunction(const design::SymbolId& function,
                                 const std::vector<model::Diagnostic>& problems) {
    const design::MethodDesign signature =
        design::buildFunctionDesign(*m_session.snapshot(), function).signature;
    const std::string help =
        signature.callback ? std::string(signature.callback->help) : firstSentence(signature.documentation);
    setHead(toQString(signature.icon), Colour::Call, toQString(signature.name), toQString(help));
    QStringList messages;
    for (const model::Diagnostic& problem : problems)
        messages.append(toQString(problem.message()));
    showProblem(messages.join(u'\n'));
    if (m_form->function() != function)
        m_form->showFunction(function);
}

} // namespace barre::designer
