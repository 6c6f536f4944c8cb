#include "designer/forms/code_field.h"

#include "designer/canvas/completion_popup.h"
#include "designer/canvas/diagram_style.h"
#include "designer/canvas/text.h"

#include <QtCore/QMimeData>
#include <QtGui/QKeyEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QStyle>

#include <cmath>

namespace barre::designer {

namespace {

constexpr int mostLines = 8;
/// What the style sheet puts around the text: border and padding, above and below.
constexpr int frame = 2 * (1 + 5);

bool isUndoKey(const QKeyEvent* key) {
    return key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo) ||
           (key->key() == Qt::Key_Y && key->modifiers() == Qt::ControlModifier);
}

bool isWordCharacter(QChar c) {
    return c.isLetterOrNumber() || c == u'_' || c == u'\'';
}

} // namespace

CodeField::CodeField(FieldText kind, QWidget* parent)
    : QPlainTextEdit(parent), m_kind(kind), m_popup(new CompletionPopup(this)) {
    setProperty("role", QStringLiteral("field"));
    setFont(fontOf(kind == FieldText::Code ? TextRole::Code : TextRole::Body));
    setUndoRedoEnabled(false);
    setTabChangesFocus(true);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    document()->setDocumentMargin(1);
    connect(m_popup, &CompletionPopup::chosen, this, &CodeField::complete);
    connect(this, &QPlainTextEdit::textChanged, this, [this] {
        adjustHeight();
        if (!m_showing)
            Q_EMIT edited(text());
    });
    adjustHeight();
}

CodeField::~CodeField() {
    delete m_popup;
}

void CodeField::showText(const QString& text) {
    if (text == this->text())
        return;
    m_showing = true;
    const int position = textCursor().position();
    setPlainText(text);
    QTextCursor cursor = textCursor();
    cursor.setPosition(qMin(position, int(text.size())));
    setTextCursor(cursor);
    m_showing = false;
}

void CodeField::setWrong(bool wrong) {
    if (property("wrong").toBool() == wrong)
        return;
    setProperty("wrong", wrong);
    style()->unpolish(this);
    style()->polish(this);
    adjustHeight();
}

void CodeField::insertName(const QString& name) {
    textCursor().insertText(name);
    setFocus(Qt::OtherFocusReason);
}

/// Of the lines that are shown: all of them, or as many as a field may have.
double CodeField::contentHeight() const {
    double all = 0;
    for (QTextBlock block = document()->firstBlock(); block.isValid(); block = block.next())
        all += blockBoundingRect(block).height();
    const double most = mostLines * QFontMetricsF(font()).lineSpacing();
    return qMin(all, most) + 2 * document()->documentMargin();
}

QSize CodeField::sizeHint() const {
    return {160, int(std::ceil(contentHeight())) + frame};
}

void CodeField::adjustHeight() {
    const bool scrolls = document()->size().height() > mostLines;
    setVerticalScrollBarPolicy(scrolls ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
    const int wanted = sizeHint().height();
    // The style sheet sets a minimum of its own when it is applied again.
    if (minimumHeight() != wanted || maximumHeight() != wanted)
        setFixedHeight(wanted);
}

void CodeField::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    adjustHeight();
}

void CodeField::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        adjustHeight();
}

// The keys of the list come first: Tab would move the focus, Esc would close the dialog.
bool CodeField::event(QEvent* event) {
    const bool isKey = event->type() == QEvent::KeyPress;
    if (isKey && m_popup->takesKey(static_cast<QKeyEvent*>(event)))
        return true;
    if (event->type() == QEvent::ShortcutOverride && m_popup->isVisible() &&
        static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (event->type() == QEvent::ShortcutOverride && isUndoKey(static_cast<QKeyEvent*>(event))) {
        event->ignore();
        return false;
    }
    return QPlainTextEdit::event(event);
}

void CodeField::keyPressEvent(QKeyEvent* event) {
    const bool offering = m_popup->isVisible();
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isUndoKey(event)) {
        event->ignore();
        return;
    }
    const bool makesLine =
        m_kind == FieldText::Prose || (m_kind == FieldText::Code && event->modifiers() & Qt::ShiftModifier);
    if (isEnter && !makesLine) {
        event->ignore(); // in a dialog it is the default button's as well
        Q_EMIT finished();
        Q_EMIT entered();
        return;
    }
    QPlainTextEdit::keyPressEvent(event);
    const bool typed = !event->text().isEmpty() && event->text().at(0).isPrint();
    const bool asked = event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier;
    if (m_kind == FieldText::Code && (typed || asked || (offering && event->key() == Qt::Key_Backspace)))
        offer(asked);
    else if (offering && event->text().isEmpty() && event->key() != Qt::Key_Shift)
        m_popup->hide();
}

QString CodeField::wordBeforeCursor() const {
    const QString before = text().left(textCursor().position());
    qsizetype begin = before.size();
    while (begin > 0 && isWordCharacter(before[begin - 1]))
        --begin;
    return before.mid(begin);
}

void CodeField::offer(bool asked) {
    const QString word = wordBeforeCursor();
    const QString before = text().left(textCursor().position() - word.size());
    const bool isMember =
        before.endsWith(u'.') || before.endsWith(u':') || before.endsWith(QStringLiteral("->"));
    if (!asked && word.isEmpty() && !isMember)
        return m_popup->hide();
    if (!m_completer)
        return;
    auto items = design::matching(m_completer(text(), textCursor().position()).items, toStdString(word));
    if (items.size() == 1 && items.front().text == toStdString(word))
        items.clear();
    m_popup->offer(std::move(items), cursorRect().translated(viewport()->pos()));
}

void CodeField::complete(const design::Completion& item) {
    QTextCursor cursor = textCursor();
    cursor.movePosition(QTextCursor::Left, QTextCursor::KeepAnchor, int(wordBeforeCursor().size()));
    cursor.insertText(toQString(item.text));
    cursor.movePosition(QTextCursor::Left, QTextCursor::MoveAnchor, int(item.caretBack));
    setTextCursor(cursor);
}

void CodeField::insertFromMimeData(const QMimeData* source) {
    if (m_kind == FieldText::Words)
        textCursor().insertText(source->text().replace(u'\n', u' '));
    else
        textCursor().insertText(source->text());
}

void CodeField::focusInEvent(QFocusEvent* event) {
    QPlainTextEdit::focusInEvent(event);
    if (event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason)
        selectAll();
}

void CodeField::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (m_popup)
        m_popup->hide();
    if (event->reason() == Qt::PopupFocusReason)
        return;
    QTextCursor cursor = textCursor();
    cursor.clearSelection(); // what Tab selected
    setTextCursor(cursor);
    Q_EMIT finished();
}

} // namespace barre::designer
