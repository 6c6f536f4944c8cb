#pragma once

#include "designer/forms/panel_page.h"
#include "model/design/class_design.h"
#include "model/design/form_field.h"
#include "model/edits/edit_result.h"

namespace barre::designer {

class DesignSession;
class FormField;

/// The signature and documentation of a function, resource or method, editable.
class FunctionPanel : public PanelPage {
    Q_OBJECT

public:
    explicit FunctionPanel(DesignSession& session, QWidget* parent = nullptr);

    /// Shows the function from the current snapshot.
    void showFunction(const design::SymbolId& function);

Q_SIGNALS:
    void problemReported(const QString& sentence);

private:
    void rebuild();
    void update();
    FormField* addField(const QString& label, const QString& help, design::FieldEditor editor,
                        bool isRequired);
    void setParameter(size_t index, const QString& text);
    void removeParameter(size_t index);
    void addParameter();
    void setReturns(const QString& text);
    void setDocumentation(const QString& text);
    void apply(const edits::EditResult& result, const QString& label, const QString& mergeKey);

    DesignSession& m_session;
    design::SymbolId m_function;
    design::FunctionDesign m_design;
    std::vector<FormField*> m_parameters;
    FormField* m_returns = nullptr;
    FormField* m_documentation = nullptr;
};

} // namespace barre::designer
