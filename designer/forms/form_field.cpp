#include "designer/forms/form_field.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/code_field.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {
constexpr qsizetype mostSegments = 4; ///< more choices become a list
}

FormField::FormField(const FormFieldShape& shape, QWidget* parent)
    : QWidget(parent), m_shape(shape), m_note(new TextLabel({}, TextRole::Caption, this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(4);
    if (shape.editor != design::FieldEditor::Flag && !shape.label.isEmpty()) {
        auto* label =
            captionLabel(shape.isRequired ? shape.label : tr("%1 (optional)").arg(shape.label), this);
        label->setToolTip(shape.help);
        column->addWidget(label);
    }
    QWidget* editor = makeEditor();
    editor->setToolTip(shape.help);
    editor->setAccessibleName(shape.label);
    column->addWidget(editor, 0, m_choices ? Qt::AlignLeft : Qt::Alignment());
    column->addWidget(m_note);
    m_note->setTextFormat(Qt::RichText);
    m_note->hide();
}

QWidget* FormField::makeChoice() {
    QStringList words;
    for (const design::FieldChoice& choice : m_shape.choices)
        words.append(toQString(choice.words));
    const auto choose = [this](int index) { Q_EMIT edited(toQString(m_shape.choices[size_t(index)].value)); };
    if (words.size() > mostSegments) {
        m_list = new QComboBox(this);
        m_list->addItems(words);
        connect(m_list, &QComboBox::activated, this, choose);
        return m_list;
    }
    m_choices = new SegmentedControl(words, this);
    connect(m_choices, &SegmentedControl::chosen, this, choose);
    return m_choices;
}

QWidget* FormField::makeEditor() {
    if (m_shape.editor == design::FieldEditor::Choice)
        return makeChoice();
    if (m_shape.editor == design::FieldEditor::Flag) {
        m_flag = new QCheckBox(m_shape.label, this);
        connect(m_flag, &QCheckBox::clicked, this,
                [this](bool on) { Q_EMIT edited(on ? QStringLiteral("yes") : QString()); });
        return m_flag;
    }
    m_code = new CodeField(this);
    m_code->setProse(m_shape.editor == design::FieldEditor::Text);
    setFocusProxy(m_code);
    connect(m_code, &CodeField::edited, this, &FormField::tryText);
    connect(m_code, &CodeField::finished, this, &FormField::settle);
    return m_code;
}

QString FormField::text() const {
    if (m_choices || m_list)
        return toQString(
            m_shape.choices[size_t(qMax(0, m_choices ? m_choices->current() : m_list->currentIndex()))]
                .value);
    if (m_flag)
        return m_flag->isChecked() ? QStringLiteral("yes") : QString();
    return m_code->text();
}

void FormField::tryText(const QString& text) {
    const QString problem = m_check ? m_check(text) : QString();
    m_unwritten = !problem.isEmpty();
    m_code->setWrong(m_unwritten);
    if (m_unwritten) {
        m_note->setFullText(problem.toHtmlEscaped());
        setRole(m_note, "error");
        m_note->show();
        return;
    }
    m_written = text;
    Q_EMIT edited(text);
    showNote(m_noteText, m_noteIsProblem, m_good);
}

// A text that could not be written does not outlive the editing: the field shows again what is so.
void FormField::settle() {
    if (m_unwritten && !m_code->hasFocus()) {
        m_unwritten = false;
        m_code->showText(m_written);
        m_code->setWrong(false);
        showNote(m_noteText, m_noteIsProblem, m_good);
    }
    Q_EMIT finished();
}

void FormField::showChoice(const QString& value) {
    for (size_t index = 0; index < m_shape.choices.size(); ++index) {
        if (toQString(m_shape.choices[index].value) != value)
            continue;
        if (m_choices)
            m_choices->setCurrent(int(index));
        else
            m_list->setCurrentIndex(int(index));
    }
}

void FormField::showText(const QString& text) {
    if (m_choices || m_list)
        return showChoice(text);
    if (m_flag)
        return m_flag->setChecked(!text.isEmpty());
    if (m_unwritten && m_code->hasFocus() && text == m_written)
        return;
    m_unwritten = false;
    m_written = text;
    m_code->setWrong(false);
    m_code->showText(text);
}

void FormField::showNote(const QString& note, bool isProblem, const QString& good) {
    m_noteText = note;
    m_noteIsProblem = isProblem;
    m_good = good;
    if (m_unwritten)
        return;
    QString shown = note.toHtmlEscaped();
    if (!good.isEmpty()) {
        const QString colour = DiagramStyle::current().colour(Colour::Run).name();
        shown += QStringLiteral(" · <span style='color:%1'>%2</span>").arg(colour, good.toHtmlEscaped());
    }
    m_note->setFullText(shown);
    setRole(m_note, isProblem ? "error" : "caption");
    m_note->setVisible(!note.isEmpty());
}

void FormField::setNames(const QStringList& names) {
    if (m_code && m_shape.editor != design::FieldEditor::Text)
        m_code->setNames(names);
}

} // namespace barre::designer
