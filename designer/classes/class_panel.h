#pragma once

#include "designer/forms/panel_page.h"
#include "designer/session/place.h"
#include "model/edits/declarations.h"

class QCheckBox;

namespace barre::design {
struct ClassDesign;
}

namespace barre::designer {

class DesignSession;
class SignatureForm;
class TextButton;
class TextField;
class VariableForm;

/// The right panel of the Service Class Designer: the class, one of its variables or methods, or a new one.
class ClassPanel : public PanelPage {
    Q_OBJECT

public:
    explicit ClassPanel(DesignSession& session, QWidget* parent = nullptr);

    void showClass(const design::SymbolId& classId);
    /// The class, or the member of it, that is shown now.
    const design::SymbolId& shown() const { return m_shown; }
    void showVariable(const design::SymbolId& variable);
    void showMethod(const design::SymbolId& method);
    /// Forms for what is not there yet; nothing is written before Add.
    void startVariable(const design::SymbolId& classId);
    void startMethod(const design::SymbolId& classId);

Q_SIGNALS:
    void placeRequested(const barre::designer::Place& place);
    void added(const barre::model::SymbolId& member);   ///< a variable or method, by its form
    void renamed(const barre::model::SymbolId& member); ///< the one that is shown

private:
    enum class Mode { Class, Variable, NewVariable, Method, NewMethod };

    QWidget* buildClassPage();
    QWidget* buildVariablePage();
    QWidget* buildMethodPage();
    QWidget* buildNewMethodPage();
    QWidget* pageOf(Mode mode) const;
    void setMode(Mode mode);
    void refresh();
    void showClassProblems(const design::ClassDesign& design);
    void commitVariable();
    void judgeNewVariable();
    void addVariable();
    void addMethod();
    void rename();
    void removeShown();
    bool apply(const edits::EditResult& result, const QString& label);
    QString freeName(const QString& stem) const;

    DesignSession& m_session;
    Mode m_mode = Mode::Class;
    design::SymbolId m_class;
    design::SymbolId m_shown;
    TextField* m_documentation = nullptr;
    VariableForm* m_variable = nullptr;
    TextButton* m_addVariable = nullptr;
    QWidget* m_variableTools = nullptr;
    SignatureForm* m_signature = nullptr;
    TextField* m_methodName = nullptr;
    QCheckBox* m_methodRemote = nullptr;
    TextButton* m_addMethod = nullptr;
    QWidget* m_classPage; // after what they are built of
    QWidget* m_variablePage;
    QWidget* m_methodPage;
    QWidget* m_newMethodPage;
};

} // namespace barre::designer
