#include "designer/forms/text_field.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"

#include <QtCore/QStringListModel>
#include <QtWidgets/QAbstractItemView>
#include <QtWidgets/QCompleter>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

TextField::TextField(const QString& caption, FieldRule rule, QWidget* parent)
    : QWidget(parent), m_rule(rule), m_line(new QLineEdit), m_problem(new TextLabel({}, TextRole::Caption)),
      m_caption(captionLabel(caption)) {
    if (rule.rule)
        m_line->setFont(fontOf(TextRole::Code));
    m_line->setAccessibleName(caption);
    m_caption->setBuddy(m_line);
    m_caption->setVisible(!caption.isEmpty());
    setRole(m_problem, "error");
    m_problem->setWordWrap(true);
    m_problem->hide();
    setFocusProxy(m_line);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_caption);
    layout->addWidget(m_line);
    layout->addWidget(m_problem);

    connect(m_line, &QLineEdit::textEdited, this, [this](const QString& text) {
        m_givenProblem.clear();
        check();
        Q_EMIT typed(text);
        if (isValid())
            Q_EMIT edited(text);
    });
    connect(m_line, &QLineEdit::editingFinished, this, [this] {
        if (isValid())
            Q_EMIT committed(text());
    });
    check();
    m_problem->hide();
}

QString TextField::text() const {
    return m_line->text();
}

void TextField::setText(const QString& text) {
    if (m_line->text() != text)
        m_line->setText(text);
    m_line->setToolTip(text);
    check();
}

void TextField::setPlaceholder(const QString& text) {
    m_line->setPlaceholderText(text);
}

void TextField::setHelp(const QString& help) {
    m_caption->setToolTip(help);
    m_line->setToolTip(help);
}

void TextField::setReadOnly(bool readOnly) {
    m_line->setReadOnly(readOnly);
}

void TextField::setSuggestions(const QStringList& words) {
    if (m_words) {
        m_words->setStringList(words);
        return;
    }
    m_words = new QStringListModel(words, this);
    auto* completer = new QCompleter(m_words, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->popup()->setFont(fontOf(TextRole::Code));
    m_line->setCompleter(completer);
    connect(completer, qOverload<const QString&>(&QCompleter::activated), this, [this](const QString& word) {
        m_line->setText(word);
        check();
        Q_EMIT edited(word);
    });
}

void TextField::setProblem(const QString& problem) {
    m_givenProblem = problem;
    showProblem();
}

void TextField::check() {
    m_ownProblem = problemOf(m_line->text());
    showProblem();
}

void TextField::showProblem() {
    const QString problem = m_ownProblem.isEmpty() ? m_givenProblem : m_ownProblem;
    m_problem->setText(problem);
    // An empty field says what it needs only after somebody has been in it.
    m_problem->setVisible(!problem.isEmpty() && (m_line->isModified() || !m_givenProblem.isEmpty()));
}

QString TextField::problemOf(const QString& text) const {
    if (text.trimmed().isEmpty())
        return m_rule.optional ? QString() : tr("This is needed.");
    if (!m_rule.rule)
        return {};
    const syntax::ParsedFragment fragment = syntax::parseAs(*m_rule.rule, toStdString(text));
    return fragment.isValid() ? QString() : toQString(fragment.tree->diagnostics().front().message());
}

} // namespace barre::designer
