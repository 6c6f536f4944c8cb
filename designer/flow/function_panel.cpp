#include "designer/flow/function_panel.h"

#include "designer/canvas/text.h"
#include "designer/forms/signature_form.h"
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
