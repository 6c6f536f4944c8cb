#include "designer/code/find_bar.h"

#include "designer/canvas/controls.h"
#include "designer/code/code_editor.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

namespace barre::designer {

FindBar::FindBar(CodeEditor& editor, QWidget* parent)
    : QFrame(parent), m_editor(editor), m_query(new QLineEdit(this)), m_replacement(new QLineEdit(this)),
      m_count(new TextLabel({}, TextRole::Caption, this, true)),
      m_replaceOne(new TextButton(tr("Replace"), "", this)),
      m_replaceAll(new TextButton(tr("All"), "", this)) {
    m_query->setPlaceholderText(tr("Find"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    auto* previous = new IconButton(QStringLiteral("chevron-up"), tr("Previous (Shift+Enter)"), this);
    auto* next = new IconButton(QStringLiteral("chevron-down"), tr("Next (Enter)"), this);
    auto* close = new IconButton(QStringLiteral("close"), tr("Close (Esc)"), this);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(12, 0, 8, 8);
    row->setSpacing(6);
    row->addWidget(m_query, 2);
    row->addWidget(m_count);
    row->addWidget(previous);
    row->addWidget(next);
    row->addWidget(m_replacement, 2);
    row->addWidget(m_replaceOne);
    row->addWidget(m_replaceAll);
    row->addWidget(close);
    connect(m_query, &QLineEdit::textChanged, this, &FindBar::findFirst);
    connect(previous, &QToolButton::clicked, this, [this] { find(false); });
    connect(next, &QToolButton::clicked, this, [this] { find(true); });
    connect(m_replaceOne, &QPushButton::clicked, this, &FindBar::replaceOne);
    connect(m_replaceAll, &QPushButton::clicked, this, &FindBar::replaceAll);
    connect(close, &QToolButton::clicked, this, &FindBar::close);
}

void FindBar::open(bool replace) {
    for (QWidget* widget : {static_cast<QWidget*>(m_replacement), static_cast<QWidget*>(m_replaceOne),
                            static_cast<QWidget*>(m_replaceAll)})
        widget->setVisible(replace);
    const QString selected = m_editor.selectedText();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_query->setText(selected);
    show();
    m_query->setFocus();
    m_query->selectAll();
    showCount();
}

void FindBar::close() {
    hide();
    m_editor.setFocus();
}

void FindBar::find(bool forward) {
    int line = 0, column = 0, endLine = 0, endColumn = 0;
    m_editor.getSelection(&line, &column, &endLine, &endColumn);
    if (line < 0)
        m_editor.getCursorPosition(&line, &column);
    m_editor.findFirst(m_query->text(), false, false, false, true, forward,
                       forward && endLine >= 0 ? endLine : line,
                       forward && endColumn >= 0 ? endColumn : column);
    showCount();
}

void FindBar::findFirst() {
    int line = 0, column = 0, endLine = 0, endColumn = 0;
    m_editor.getSelection(&line, &column, &endLine, &endColumn);
    m_editor.findFirst(m_query->text(), false, false, false, true, true, qMax(0, line), qMax(0, column));
    showCount();
}

void FindBar::showCount() {
    const QString query = m_query->text();
    const auto count = query.isEmpty() ? 0 : m_editor.text().count(query, Qt::CaseInsensitive);
    m_count->setFullText(query.isEmpty() ? QString()
                         : count == 1    ? tr("1 match")
                                         : tr("%1 matches").arg(count));
    m_query->setProperty("wrong", !query.isEmpty() && count == 0);
    setRole(m_query, "");
}

void FindBar::replaceOne() {
    if (m_editor.selectedText().compare(m_query->text(), Qt::CaseInsensitive) == 0 &&
        !m_query->text().isEmpty())
        m_editor.replaceSelectedText(m_replacement->text());
    find(true);
}

void FindBar::replaceAll() {
    const QString query = m_query->text();
    if (query.isEmpty())
        return;
    QString text = m_editor.text();
    text.replace(query, m_replacement->text(), Qt::CaseInsensitive);
    m_editor.selectAll();
    m_editor.replaceSelectedText(text);
    showCount();
}

void FindBar::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Escape: return close();
    case Qt::Key_Return:
    case Qt::Key_Enter: return find(!(event->modifiers() & Qt::ShiftModifier));
    default: QFrame::keyPressEvent(event);
    }
}

} // namespace barre::designer
