#include "designer/code/find_bar.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/code/code_editor.h"

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>

#include <algorithm>

namespace barre::designer {

using model::SourceRange;
using Matches = std::vector<SourceRange>;

namespace {

QHBoxLayout* rowOf(const std::vector<QWidget*>& widgets) {
    QHBoxLayout* row = rowIn(nullptr, 6);
    for (QWidget* widget : widgets)
        row->addWidget(widget);
    return row;
}

} // namespace

FindBar::FindBar(CodeEditor& editor, QWidget* parent)
    : QFrame(parent), m_editor(editor), m_query(new QLineEdit(this)), m_replacement(new QLineEdit(this)),
      m_case(new QToolButton(this)), m_count(new TextLabel({}, TextRole::Caption, this, true)),
      m_replaceOne(new TextButton(tr("Replace"), "", this)),
      m_replaceAll(new TextButton(tr("All"), "", this)) {
    m_query->setPlaceholderText(tr("Find"));
    m_query->setAccessibleName(tr("Find"));
    m_replacement->setPlaceholderText(tr("Replace with"));
    m_replacement->setAccessibleName(tr("Replace with"));
    m_replaceAll->setToolTip(tr("Replace all matches in this file"));
    m_case->setText(QStringLiteral("Aa"));
    m_case->setToolTip(tr("Distinguish capital and small letters (Alt+C)"));
    m_case->setShortcut(QKeySequence(QStringLiteral("Alt+C")));
    m_case->setCheckable(true);
    auto* previous = new IconButton(QStringLiteral("chevron-up"), tr("Previous (Shift+Enter)"), this);
    auto* next = new IconButton(QStringLiteral("chevron-down"), tr("Next (Enter)"), this);
    auto* close = new IconButton(QStringLiteral("close"), tr("Close (Esc)"), this);
    auto* rows = new QGridLayout(this); // two rows: beside a drawing there is little room
    rows->setContentsMargins(12, 0, 8, 8);
    rows->setSpacing(6);
    rows->setColumnStretch(0, 1);
    rows->addWidget(m_query, 0, 0);
    rows->addLayout(rowOf({m_case, m_count, previous, next, close}), 0, 1);
    rows->addWidget(m_replacement, 1, 0);
    rows->addLayout(rowOf({m_replaceOne, m_replaceAll}), 1, 1, Qt::AlignLeft);
    for (QLineEdit* field : {m_query, m_replacement})
        field->setMinimumWidth(80);
    connect(m_query, &QLineEdit::textChanged, this, &FindBar::findFirst);
    connect(m_case, &QToolButton::toggled, this, &FindBar::findFirst);
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
    m_from = m_editor.selectedRange().begin;
    if (!m_editor.isInSight(m_from))
        m_from = m_editor.firstInSight();
    const QString selected = m_editor.selectedText();
    show();
    if (!selected.isEmpty() && !selected.contains(u'\n'))
        m_query->setText(selected);
    m_query->setFocus();
    m_query->selectAll();
    showCount(matches());
}

void FindBar::close() {
    hide();
    m_editor.setFocus();
}

Matches FindBar::matches() const {
    return m_editor.findAll(toStdString(m_query->text()), m_case->isChecked());
}

void FindBar::find(bool forward) {
    const Matches all = matches();
    const SourceRange now = m_editor.selectedRange();
    const auto isBefore = [](const SourceRange& match, uint32_t offset) { return match.begin < offset; };
    const auto after = std::lower_bound(all.begin(), all.end(), forward ? now.end : now.begin, isBefore);
    const size_t index = size_t(after - all.begin());
    if (forward)
        go(all, index == all.size() ? 0 : index);
    else
        go(all, index == 0 ? all.size() - 1 : index - 1);
}

void FindBar::findFirst() {
    const Matches all = matches();
    const auto isHere = [this](const SourceRange& match) { return match.begin >= m_from; };
    const auto first = std::find_if(all.begin(), all.end(), isHere);
    go(all, first == all.end() ? 0 : size_t(first - all.begin()));
}

void FindBar::go(const Matches& matches, size_t index) {
    if (index < matches.size())
        m_editor.selectRange(matches[index]);
    showCount(matches);
}

void FindBar::showCount(const Matches& matches) {
    const bool isEmpty = m_query->text().isEmpty();
    const auto current = std::find(matches.begin(), matches.end(), m_editor.selectedRange());
    m_count->setFullText(isEmpty           ? QString()
                         : matches.empty() ? tr("nothing")
                         : current != matches.end()
                             ? tr("%1 of %2").arg(current - matches.begin() + 1).arg(matches.size())
                         : matches.size() == 1 ? tr("1 match")
                                               : tr("%1 matches").arg(matches.size()));
    m_query->setProperty("wrong", !isEmpty && matches.empty());
    setRole(m_query, "");
}

void FindBar::replaceOne() {
    const Matches all = matches();
    const SourceRange selected = m_editor.selectedRange();
    if (std::find(all.begin(), all.end(), selected) != all.end())
        m_editor.replace({selected}, toStdString(m_replacement->text()), tr("Replace"));
    find(true);
}

void FindBar::replaceAll() {
    m_editor.replace(matches(), toStdString(m_replacement->text()), tr("Replace all"));
    showCount(matches());
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
