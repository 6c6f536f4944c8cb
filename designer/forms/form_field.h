#pragma once

#include "model/design/flow_graph.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace barre::designer {

class TextField;
class TextLabel;

/// What a line below a field is.
enum class NoteKind { Plain, Warning, Problem };

/// A caption, something to edit, and a line about it: its type, or what is wrong with it.
class FormField : public QWidget {
    Q_OBJECT

public:
    explicit FormField(const QString& caption, QWidget* parent = nullptr);

    virtual QString text() const = 0;
    /// What the text of the project says now, without telling of it. A field that is being typed into keeps
    /// what is typed.
    virtual void showText(const QString& text) = 0;
    /// The line below, in the colour of its kind; `good` follows it in green.
    virtual void showNote(const QString& note, NoteKind kind = NoteKind::Plain, const QString& good = {});
    /// Keeps one line free for the note, which is cut to it (with all of it as tooltip): what is below stays
    /// where it is when one comes or goes.
    void keepNoteRoom();
    /// What is known when the pointer rests on it.
    void setHelp(const QString& help);
    QString caption() const;

Q_SIGNALS:
    /// The person changed it to a text that can be written.
    void edited(const QString& text);
    void finished();

protected:
    void setEditor(QWidget* editor, Qt::Alignment alignment = {});
    void setCaption(const QString& caption);
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void drawNote();

    QVBoxLayout* m_column;
    TextLabel* m_caption;
    QWidget* m_editor = nullptr;
    TextLabel* m_note;
    QString m_noteText, m_goodText;
    bool m_hasOneLine = false;
};

/// What a field of a form shows; the same for steps, services, classes.
struct FormFieldShape {
    QString label;
    QString help;
    design::FieldEditor editor{};
    std::vector<design::FieldChoice> choices; ///< of a Choice
    bool isRequired = true;

    friend bool operator==(const FormFieldShape& a, const FormFieldShape& b) {
        return a.label == b.label && a.help == b.help && a.editor == b.editor && a.choices == b.choices &&
               a.isRequired == b.isRequired;
    }
};

/// Says the worst of the problems below a field; false when there is none.
bool showWorst(FormField& field, const std::vector<model::Diagnostic>& problems);

FormField* makeField(const FormFieldShape& shape, QWidget* parent = nullptr);

} // namespace barre::designer
