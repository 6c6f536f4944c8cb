#pragma once

#include "designer/forms/code_field.h"
#include "designer/forms/form_field.h"
#include "model/syntax/parser.h"

#include <functional>
#include <optional>

namespace barre::designer {

/// What a field takes: words, sentences, or source text of a grammar rule in mono.
struct FieldRule {
    std::optional<syntax::GrammarRule> rule{}; ///< nothing: any text
    bool optional = false;                     ///< empty is allowed
    FieldText kind = FieldText::Words;

    static FieldRule plain(bool optional = true) { return {std::nullopt, optional, FieldText::Words}; }
    static FieldRule prose() { return {std::nullopt, true, FieldText::Prose}; }
    /// Source text that setCheck() judges.
    static FieldRule code(bool optional = true) { return {std::nullopt, optional, FieldText::Code}; }
    static FieldRule source(syntax::GrammarRule rule, bool optional = false) {
        return {rule, optional, FieldText::Code};
    }
};

/// A field to write in. Tells of texts only when they are complete: half an expression is never passed on.
class TextField : public FormField {
    Q_OBJECT

public:
    TextField(const QString& caption, FieldRule rule, QWidget* parent = nullptr);
    ~TextField() override;

    QString text() const override;
    void showText(const QString& text) override;
    void showNote(const QString& note, NoteKind kind = NoteKind::Plain, const QString& good = {}) override;
    /// Shows a text whatever is being typed; tells nobody.
    void setText(const QString& text);
    void setCaption(const QString& caption) { FormField::setCaption(caption); }
    void setPlaceholder(const QString& text);
    void setReadOnly(bool readOnly);
    /// Offers what may be written while typing.
    void setCompleter(CodeField::Completer completer) { m_editor->setCompleter(std::move(completer)); }
    /// Why a text cannot be used, empty when it can, beyond what the rule says; asked at every keystroke.
    void setCheck(std::function<QString(const QString&)> check);
    /// Whether a text that cannot be used goes away with the focus: the field shows again what is so.
    void setReverting(bool reverting) { m_reverting = reverting; }
    /// Shows a problem that the field itself does not know of; empty takes it back.
    void setProblem(const QString& problem);
    /// What is said to be wrong with it now.
    QString problem() const;
    /// Whether the text may be used.
    bool isValid() const { return m_ownProblem.isEmpty(); }
    void selectAll() { m_editor->selectAll(); }
    CodeField* editor() const { return m_editor; }

Q_SIGNALS:
    /// Every change by the person, also of texts that are not complete.
    void typed(const QString& text);
    /// Enter was pressed, or the field was left, with a complete text.
    void committed(const QString& text);
    void entered(); ///< Enter was pressed

private:
    void change(const QString& text);
    void finish();
    void check();
    void showProblem();
    QString problemOf(const QString& text) const;

    struct Note {
        QString text;
        NoteKind kind = NoteKind::Plain;
        QString good;
    };

    FieldRule m_rule;
    CodeField* m_editor;
    std::function<QString(const QString&)> m_check;
    QString m_shown; ///< what the project says
    Note m_note;     ///< what is said while nothing is wrong
    QString m_ownProblem, m_givenProblem;
    bool m_reverting = false;
    bool m_touched = false; ///< the person changed it since setText()
};

} // namespace barre::designer
