#include "designer/forms/choice_field.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"

#include <QtWidgets/QCheckBox>
#include <QtWidgets/QComboBox>

namespace barre::designer {

namespace {
constexpr qsizetype mostSegments = 4; ///< more choices become a list
}

ChoiceField::ChoiceField(const QString& caption, std::vector<design::FieldChoice> choices, QWidget* parent)
    : FormField(caption, parent), m_choices(std::move(choices)) {
    QStringList words;
    for (const design::FieldChoice& choice : m_choices)
        words.append(toQString(choice.words));
    const auto choose = [this](int index) { Q_EMIT edited(toQString(m_choices[size_t(index)].value)); };
    if (words.size() > mostSegments) {
        m_list = choiceBox(this);
        m_list->addItems(words);
        connect(m_list, &QComboBox::activated, this, choose);
        setEditor(m_list);
        return;
    }
    m_segments = new SegmentedControl(words, this);
    connect(m_segments, &SegmentedControl::chosen, this, choose);
    setEditor(m_segments, Qt::AlignLeft);
}

int ChoiceField::current() const {
    return qMax(0, m_segments ? m_segments->current() : m_list->currentIndex());
}

QString ChoiceField::text() const {
    return toQString(m_choices[size_t(current())].value);
}

void ChoiceField::showText(const QString& text) {
    const auto isShown = [&](const design::FieldChoice& choice) { return toQString(choice.value) == text; };
    const auto found = std::find_if(m_choices.begin(), m_choices.end(), isShown);
    if (found == m_choices.end())
        return;
    const int index = int(found - m_choices.begin());
    if (m_segments)
        m_segments->setCurrent(index);
    else
        m_list->setCurrentIndex(index);
}

FlagField::FlagField(const QString& words, QWidget* parent)
    : FormField({}, parent), m_box(new QCheckBox(words, this)) {
    setEditor(m_box);
    connect(m_box, &QCheckBox::clicked, this,
            [this](bool on) { Q_EMIT edited(on ? QStringLiteral("yes") : QString()); });
}

QString FlagField::text() const {
    return m_box->isChecked() ? QStringLiteral("yes") : QString();
}

void FlagField::showText(const QString& text) {
    m_box->setChecked(!text.isEmpty());
}

} // namespace barre::designer
