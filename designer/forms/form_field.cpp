#include "designer/forms/form_field.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/choice_field.h"
#include "designer/forms/text_field.h"

#include <QtCore/QEvent>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

FormField::FormField(const QString& caption, QWidget* parent)
    : QWidget(parent), m_column(new QVBoxLayout(this)), m_caption(captionLabel(caption, this)),
      m_note(new TextLabel({}, TextRole::Caption, this)) {
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(4);
    m_column->addWidget(m_caption);
    m_column->addWidget(m_note);
    m_caption->setVisible(!caption.isEmpty());
    m_note->setTextFormat(Qt::RichText);
    m_note->hide();
}

void FormField::setEditor(QWidget* editor, Qt::Alignment alignment) {
    m_editor = editor;
    m_column->insertWidget(1, editor, 0, alignment);
    m_caption->setBuddy(editor);
    editor->setAccessibleName(m_caption->fullText());
    setFocusProxy(editor);
}

void FormField::setCaption(const QString& caption) {
    m_caption->setFullText(caption);
    m_editor->setAccessibleName(caption);
}

void FormField::setHelp(const QString& help) {
    m_caption->setToolTip(help);
    m_editor->setToolTip(help);
}

void FormField::keepNoteRoom() {
    QSizePolicy policy = m_note->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_note->setSizePolicy(policy);
    m_note->setMinimumHeight(lineHeight(TextRole::Caption));
    m_note->setWordWrap(false);
    m_hasOneLine = true;
}

QString FormField::caption() const {
    return m_caption->fullText();
}

void FormField::showNote(const QString& note, NoteKind kind, const QString& good) {
    static constexpr const char* roles[] = {"caption", "warning", "error"};
    m_noteText = note;
    m_goodText = good;
    drawNote();
    setRole(m_note, roles[size_t(kind)]);
    m_note->setVisible(!note.isEmpty());
}

void FormField::drawNote() {
    const QString line = m_note->fontMetrics().elidedText(m_noteText, Qt::ElideRight, width());
    QString shown = (m_hasOneLine ? line : breakable(m_noteText)).toHtmlEscaped();
    if (m_hasOneLine)
        m_note->setToolTip(line == m_noteText ? QString() : m_noteText);
    if (!m_goodText.isEmpty()) {
        const QString colour = DiagramStyle::current().colour(Colour::Run).name();
        shown +=
            QStringLiteral(" · <span style='color:%1'>%2</span>").arg(colour, m_goodText.toHtmlEscaped());
    }
    m_note->setFullText(shown);
}

void FormField::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    if (m_hasOneLine)
        drawNote();
}

// The green within the text is no matter of the style sheet.
void FormField::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_goodText.isEmpty())
        drawNote();
}

bool showWorst(FormField& field, const std::vector<model::Diagnostic>& problems) {
    const auto isError = [](const model::Diagnostic& diagnostic) {
        return diagnostic.severity == model::Severity::Error;
    };
    const auto worst = std::ranges::max_element(problems, {}, isError);
    if (worst == problems.end())
        return false;
    field.showNote(toQString(worst->message()), isError(*worst) ? NoteKind::Problem : NoteKind::Warning);
    return true;
}

FormField* makeField(const FormFieldShape& shape, QWidget* parent) {
    FormField* field = nullptr;
    switch (shape.editor) {
    case design::FieldEditor::Choice: field = new ChoiceField(shape.label, shape.choices, parent); break;
    case design::FieldEditor::Flag: field = new FlagField(shape.label, parent); break;
    default: {
        const QString caption =
            shape.isRequired ? shape.label : FormField::tr("%1 (optional)").arg(shape.label);
        const bool isText = shape.editor == design::FieldEditor::Text;
        auto* text = new TextField(caption, isText ? FieldRule::prose() : FieldRule::code(), parent);
        text->setReverting(true);
        field = text;
    }
    }
    field->setHelp(shape.help);
    return field;
}

} // namespace barre::designer
