#include "designer/flow/function_panel.h"

#include "designer/canvas/text.h"
#include "designer/forms/signature_form.h"
#include "designer/session/design_session.h"

namespace barre::designer {

FunctionPanel::FunctionPanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session), m_form(new SignatureForm(session, this)) {
    add(m_form);
}

void FunctionPanel::showFunction(const design::SymbolId& function) {
    const design::MethodDesign signature =
        design::buildFunctionDesign(*m_session.snapshot(), function).signature;
    const std::string help =
        signature.callback ? std::string(signature.callback->help) : signature.qualifiers;
    setHead(toQString(signature.icon), Colour::Call, toQString(signature.name), toQString(help));
    if (m_form->function() != function)
        m_form->showFunction(function);
}

} // namespace barre::designer
