#pragma once

#include "model/design/flow_graph.h"

#include <QtWidgets/QWidget>

class QCheckBox;
class QComboBox;

namespace barre::designer {

class CodeField;
class SegmentedControl;
class TextLabel;

/// What a form field shows; the same for steps, services, classes.
struct FormFieldShape {
    QString label;
    QString help;
    design::FieldEditor editor{};
    std::vector<design::FieldChoice> choices; ///< of a Choice
    bool isRequired = true;

    friend bool operator==(const FormFieldShape& a, const FormFieldShape& b) {
        return a.label == b.label && a.help == b.help && a.editor == b.editor && a.isRequired == b.isRequired;
    }
};

/// Label, editor and a line about the text: its type, or what is wrong with it. A text that does not parse
/// stays in the field and is told, but is not emitted.
class FormField : public QWidget {
    Q_OBJECT

public:
    explicit FormField(const FormFieldShape& shape, QWidget* parent = nullptr);

    const FormFieldShape& shape() const { return m_shape; }
    /// Why a text cannot be written; empty when it can. Asked at every keystroke.
    void setCheck(std::function<QString(const QString&)> check) { m_check = std::move(check); }
    /// What the text of the project says now. A field that is being typed into keeps what is typed.
    void showText(const QString& text);
    /// The line below: `isProblem` makes it red, `isGood` green.
    void showNote(const QString& note, bool isProblem, const QString& good = {});
    void setNames(const QStringList& names);
    QString text() const;
    CodeField* codeField() const { return m_code; }

Q_SIGNALS:
    /// The person changed it to a text that can be written.
    void edited(const QString& text);
    void finished();

private:
    QWidget* makeEditor();
    QWidget* makeChoice();
    void tryText(const QString& text);
    void showChoice(const QString& value);
    void settle();

    FormFieldShape m_shape;
    CodeField* m_code = nullptr;
    SegmentedControl* m_choices = nullptr;
    QComboBox* m_list = nullptr;
    QCheckBox* m_flag = nullptr;
    TextLabel* m_note;
    std::function<QString(const QString&)> m_check;
    QString m_written; ///< the last text that is in the project
    QString m_noteText, m_good;
    bool m_noteIsProblem = false;
    bool m_unwritten = false; ///< what is in the field could not be written
};

} // namespace barre::designer
