#pragma once

#include "designer/forms/panel_page.h"
#include "model/design/class_design.h"
#include "model/diagnostics/diagnostic.h"

namespace barre::designer {

class DesignSession;
class SignatureForm;

/// What the right panel shows while no step is selected: the function's signature and documentation, and what
/// can be done with the whole of it.
class FunctionPanel : public PanelPage {
    Q_OBJECT

public:
    explicit FunctionPanel(DesignSession& session, QWidget* parent = nullptr);

    /// Shows the function from the current snapshot, and what is wrong with its signature.
    void showFunction(const design::SymbolId& function, const std::vector<model::Diagnostic>& problems);

Q_SIGNALS:
    /// A step is to be added at the end.
    void stepRequested();
    void deleteRequested();

private:
    QWidget* buildTools();

    DesignSession& m_session;
    SignatureForm* m_form;
};

} // namespace barre::designer
