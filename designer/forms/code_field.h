#pragma once

#include <QtWidgets/QPlainTextEdit>

class QCompleter;

namespace barre::designer {

/// A field for a piece of Ballerina: mono, as high as its text, without an undo of its own (the session's is
/// the one). Enter ends the editing; Shift+Enter makes a line.
class CodeField : public QPlainTextEdit {
    Q_OBJECT

public:
    explicit CodeField(QWidget* parent = nullptr);

    QString text() const { return toPlainText(); }
    /// Puts a text in without telling; the cursor stays where it was as far as it can.
    void showText(const QString& text);
    void setWrong(bool wrong);
    /// Names that are offered while typing.
    void setNames(const QStringList& names);
    /// Writes at the cursor, as if it were typed.
    void insertName(const QString& name);
    /// Free text: Enter makes a line, no names are offered.
    void setProse(bool prose);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void edited(const QString& text); ///< by the person
    void finished();                  ///< Enter, or the focus went away

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    QString wordBeforeCursor() const;
    void offerNames();
    void complete(const QString& name);
    void adjustHeight();

    QCompleter* m_completer;
    bool m_showing = false;
    bool m_prose = false;
};

} // namespace barre::designer
