#pragma once

#include "model/design/completion.h"

#include <QtCore/QPointer>
#include <QtWidgets/QPlainTextEdit>

#include <functional>

namespace barre::designer {

class CompletionPopup;

/// What a field holds: it decides the font, and what Enter does.
enum class FieldText {
    Code,  ///< Ballerina in mono: Enter ends, Shift+Enter makes a line, completions are offered
    Words, ///< one line of words: Enter ends
    Prose, ///< sentences: Enter makes a line
};

/// The editor of every field: as high as its text, without an undo of its own (the session's is the one).
class CodeField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeField(FieldText kind = FieldText::Code, QWidget* parent = nullptr);
    ~CodeField() override;

    QString text() const { return toPlainText(); }
    /// Puts a text in without telling; the cursor stays where it was as far as it can.
    void showText(const QString& text);
    void setWrong(bool wrong);
    /// What is offered while typing, for a text and the place of the cursor in it.
    using Completer = std::function<design::Completions(const QString& text, int cursor)>;
    void setCompleter(Completer completer) { m_completer = std::move(completer); }
    /// Writes at the cursor, as if it were typed.
    void insertName(const QString& name);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited(const QString& text); ///< by the person
    void finished();                  ///< Enter, or the focus went away
    void entered();                   ///< Enter, after finished()

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void insertFromMimeData(const QMimeData* source) override;

private:
    QString wordBeforeCursor() const;
    void offer(bool asked);
    void complete(const design::Completion& item);
    double contentHeight() const;
    void adjustHeight();

    FieldText m_kind;
    QPointer<CompletionPopup> m_popup; ///< a part of the window while it is shown
    Completer m_completer;
    bool m_showing = false;
};

} // namespace barre::designer
