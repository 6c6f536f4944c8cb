#pragma once

#include "model/design/class_design.h"
#include "model/edits/declarations.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;

namespace barre::designer {

class DesignSession;
class TextField;

/// Name, type, value, visibility and `final` of a variable.
class VariableForm : public QWidget {
    Q_OBJECT

public:
    enum class Owner { Class, Module };

    VariableForm(DesignSession& session, Owner owner, QWidget* parent = nullptr);

    void setVariable(const edits::VariableText& variable);
    edits::VariableText variable() const;
    /// Whether it can be final: configurables and constants are anyway.
    void offerFinal(bool offered);
    bool isValid() const;
    void setProblem(const QString& problem);
    /// What the checker says about the variable, each below its field.
    void showDiagnostics(const design::VariableDiagnostics& diagnostics);
    void focusName();

Q_SIGNALS:
    /// A field was changed and left, or a choice was made.
    void committed();
    /// Something was typed; isValid() may have changed.
    void typed();
    void entered(); ///< Enter was pressed in a field

private:
    TextField* m_name;
    TextField* m_type;
    TextField* m_value;
    QComboBox* m_visibility;
    QCheckBox* m_final;
    edits::VariableText m_variable;
};

} // namespace barre::designer
