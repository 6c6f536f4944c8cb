#include "designer/forms/text_field.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"

namespace barre::designer {

namespace {

struct RuleAdvice {
    syntax::GrammarRule rule;
    const char* sentence;
};

/// What to write where the parser's words would say little to somebody who fills in a form.
constexpr RuleAdvice advices[] = {
    {syntax::GrammarRule::Identifier,
     QT_TRANSLATE_NOOP("TextField", "A name is letters, digits and _, not a digit first.")},
    {syntax::GrammarRule::AttachPoint,
     QT_TRANSLATE_NOOP("TextField", "Write / and names, such as /chat or /rooms/main.")},
    {syntax::GrammarRule::ResourcePath,
     QT_TRANSLATE_NOOP("TextField", "Write a path such as . or rooms/[string room].")},
    {syntax::GrammarRule::Param,
     QT_TRANSLATE_NOOP("TextField", "Write a type and a name, such as string message.")},
};

QString adviceOf(syntax::GrammarRule rule, const syntax::ParsedFragment& fragment) {
    for (const RuleAdvice& advice : advices)
        if (advice.rule == rule)
            return TextField::tr(advice.sentence);
    return toQString(fragment.tree->diagnostics().front().message());
}

} // namespace

TextField::TextField(const QString& caption, FieldRule rule, QWidget* parent)
    : FormField(caption, parent), m_rule(rule), m_editor(new CodeField(rule.kind, this)) {
    setEditor(m_editor);
    connect(m_editor, &CodeField::edited, this, &TextField::change);
    connect(m_editor, &CodeField::finished, this, &TextField::finish);
    connect(m_editor, &CodeField::entered, this, &TextField::entered);
    check();
}

// Losing the focus while it goes away is no longer a matter of this field.
TextField::~TextField() {
    m_editor->disconnect(this);
}

QString TextField::text() const {
    return m_editor->text();
}

void TextField::setText(const QString& text) {
    m_shown = text;
    m_touched = false;
    m_editor->showText(text);
    check();
}

void TextField::showText(const QString& text) {
    const bool isKnown = text == m_shown || text.trimmed() == this->text().trimmed();
    if (!m_editor->hasFocus() || !isKnown)
        setText(text);
    m_shown = text;
}

// Qt takes the new one and goes on showing the old one.
void TextField::setPlaceholder(const QString& text) {
    m_editor->setPlaceholderText(text);
    m_editor->viewport()->update();
}

void TextField::setReadOnly(bool readOnly) {
    m_editor->setReadOnly(readOnly);
    setRole(m_editor, "field"); // its look depends on it
}

void TextField::setCheck(std::function<QString(const QString&)> check) {
    m_check = std::move(check);
    this->check();
}

void TextField::showNote(const QString& note, NoteKind kind, const QString& good) {
    m_note = {note, kind, good};
    showProblem();
}

void TextField::setProblem(const QString& problem) {
    m_givenProblem = problem;
    showProblem();
}

void TextField::change(const QString& text) {
    m_touched = true;
    m_givenProblem.clear();
    check();
    Q_EMIT typed(text);
    if (isValid())
        Q_EMIT edited(text);
}

void TextField::finish() {
    if (m_reverting && !isValid() && !m_editor->hasFocus())
        setText(m_shown);
    if (isValid())
        Q_EMIT committed(text());
    Q_EMIT finished();
}

void TextField::check() {
    m_ownProblem = problemOf(m_editor->text());
    showProblem();
}

QString TextField::problem() const {
    // An empty field says what it needs only after somebody has been in it.
    const QString own = m_touched ? m_ownProblem : QString();
    return own.isEmpty() ? m_givenProblem : own;
}

void TextField::showProblem() {
    const QString problem = this->problem();
    m_editor->setWrong(!problem.isEmpty() || m_note.kind == NoteKind::Problem);
    if (problem.isEmpty())
        FormField::showNote(m_note.text, m_note.kind, m_note.good);
    else
        FormField::showNote(problem, NoteKind::Problem);
}

QString TextField::problemOf(const QString& text) const {
    if (text.trimmed().isEmpty() && m_rule.optional && !m_check)
        return {};
    if (text.trimmed().isEmpty() && !m_rule.optional)
        return tr("This is needed.");
    if (m_rule.rule) {
        const syntax::ParsedFragment fragment = syntax::parseAs(*m_rule.rule, toStdString(text));
        if (!fragment.isValid())
            return adviceOf(*m_rule.rule, fragment);
    }
    return m_check ? m_check(text) : QString();
}

} // namespace barre::designer
