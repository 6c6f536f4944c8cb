#include "designer/canvas/controls.h"

#include "designer/canvas/icon.h"

#include <QtCore/QEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QButtonGroup>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyle>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {

bool isThemeChange(const QEvent* event) {
    return event->type() == QEvent::PaletteChange || event->type() == QEvent::ApplicationPaletteChange;
}

template<class Layout>
Layout* bare(Layout* layout, int spacing) {
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(spacing);
    return layout;
}

} // namespace

QString breakable(const QString& text) {
    constexpr int longWord = 20, part = 4;
    QStringList words = text.split(u' ');
    for (QString& word : words)
        for (qsizetype at = word.size() - part; word.size() > longWord && at > 0; at -= part)
            if (!word[at].isLowSurrogate())
                word.insert(at, QChar(0x200b));
    return words.join(u' ');
}

void setRole(QWidget* widget, const char* role) {
    widget->setProperty("role", QLatin1StringView(role));
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

void setAvailable(QWidget* control, const QString& whyNot) {
    constexpr const char* ownTooltip = "ownTooltip";
    if (control->isEnabled())
        control->setProperty(ownTooltip, control->toolTip());
    control->setToolTip(whyNot.isEmpty() ? control->property(ownTooltip).toString() : whyNot);
    control->setAccessibleDescription(whyNot);
    control->setEnabled(whyNot.isEmpty());
}

IconButton::IconButton(const QString& iconName, const QString& words, QWidget* parent, Colour colour)
    : QToolButton(parent), m_name(iconName), m_colour(colour) {
    setIconSize({metric::iconSmall, metric::iconSmall});
    setToolTip(words);
    setAccessibleName(words);
    setFocusPolicy(Qt::TabFocus);
    setFixedSize(metric::hitArea, metric::hitArea);
    showIcon();
}

void IconButton::setIconName(const QString& name, Colour colour) {
    m_name = name;
    m_colour = colour;
    showIcon();
}

void IconButton::showIcon() {
    setIcon(designer::icon(m_name, m_colour));
}

void IconButton::changeEvent(QEvent* event) {
    QToolButton::changeEvent(event);
    if (isThemeChange(event))
        showIcon();
}

TextButton::TextButton(const QString& words, const char* role, QWidget* parent, const QString& iconName)
    : QPushButton(words, parent), m_icon(iconName), m_colour(Colour::Text) {
    setProperty("role", QLatin1StringView(role));
    setAutoDefault(false);
    setCursor(Qt::ArrowCursor);
    if (!iconName.isEmpty())
        setIconName(iconName, qstrcmp(role, "primary") == 0 ? Colour::OnAccent : Colour::TextSecondary);
}

void TextButton::setIconName(const QString& name, Colour colour) {
    m_icon = name;
    m_colour = colour;
    setIconSize({metric::iconSmall, metric::iconSmall});
    setIcon(designer::icon(name, colour));
}

void TextButton::changeEvent(QEvent* event) {
    QPushButton::changeEvent(event);
    if (isThemeChange(event) && !m_icon.isEmpty())
        setIcon(designer::icon(m_icon, m_colour));
}

IconLabel::IconLabel(const QString& iconName, Colour colour, int size, QWidget* parent)
    : QLabel(parent), m_name(iconName), m_colour(colour), m_size(size) {
    setFixedSize(size, size);
    showIcon();
}

void IconLabel::setIconName(const QString& name, Colour colour) {
    m_name = name;
    m_colour = colour;
    showIcon();
}

void IconLabel::showIcon() {
    setPixmap(iconPixmap(m_name, DiagramStyle::current().colour(m_colour), m_size, devicePixelRatioF()));
}

void IconLabel::changeEvent(QEvent* event) {
    QLabel::changeEvent(event);
    if (isThemeChange(event))
        showIcon();
}

SegmentedControl::SegmentedControl(const QStringList& choices, QWidget* parent)
    : QFrame(parent), m_group(new QButtonGroup(this)),
      m_layout(new QBoxLayout(QBoxLayout::LeftToRight, this)) {
    setProperty("role", QStringLiteral("segments"));
    m_layout->setContentsMargins(1, 1, 1, 1);
    m_layout->setSpacing(0);
    for (int index = 0; index < choices.size(); ++index) {
        auto* button = new QToolButton(this);
        button->setText(choices[index]);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        m_group->addButton(button, index);
        m_layout->addWidget(button);
    }
    setCurrent(0);
    connect(m_group, &QButtonGroup::idClicked, this, &SegmentedControl::chosen);
}

int SegmentedControl::current() const {
    return m_group->checkedId();
}

void SegmentedControl::setCurrent(int index) {
    if (auto* button = m_group->button(index))
        button->setChecked(true);
}

QToolButton* SegmentedControl::button(int index) const {
    return qobject_cast<QToolButton*>(m_group->button(index));
}

/// With all choices side by side.
int SegmentedControl::rowWidth() const {
    int width = 2;
    for (const QAbstractButton* each : m_group->buttons())
        width += each->sizeHint().width();
    return width;
}

QSize SegmentedControl::sizeHint() const {
    return {rowWidth(), m_layout->totalSizeHint().height()};
}

QSize SegmentedControl::minimumSizeHint() const {
    int widest = 0;
    for (const QAbstractButton* each : m_group->buttons())
        widest = qMax(widest, each->sizeHint().width());
    return {widest + 2, m_layout->totalSizeHint().height()};
}

void SegmentedControl::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    m_layout->setDirection(width() < rowWidth() ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
}

TextLabel::TextLabel(const QString& text, TextRole role, QWidget* parent, bool elided)
    : QLabel(parent), m_role(role), m_elided(elided) {
    setFont(fontOf(role));
    setTextFormat(Qt::PlainText);
    setWordWrap(!elided);
    setFullText(text);
    if (role == TextRole::Caption || role == TextRole::CaptionStrong)
        setProperty("role", QStringLiteral("caption"));
}

void TextLabel::setFullText(const QString& text) {
    m_full = text;
    setText(m_elided || textFormat() == Qt::RichText ? text : breakable(text));
    updateGeometry();
}

QSize TextLabel::minimumSizeHint() const {
    return m_elided ? QSize(24, lineHeight(m_role)) : QLabel::minimumSizeHint();
}

QSize TextLabel::sizeHint() const {
    if (!m_elided)
        return QLabel::sizeHint();
    return {int(fontMetrics().horizontalAdvance(m_full)) + 2, lineHeight(m_role)};
}

void TextLabel::paintEvent(QPaintEvent* event) {
    if (!m_elided)
        return QLabel::paintEvent(event);
    QPainter painter(this);
    const QString shown = fontMetrics().elidedText(m_full, Qt::ElideRight, width());
    setToolTip(shown == m_full ? QString() : m_full);
    painter.setFont(font());
    painter.setPen(palette().color(foregroundRole()));
    painter.drawText(rect(), int(alignment()) | Qt::TextSingleLine, shown);
}

EmptyState::EmptyState(const QString& iconName, const QString& line, const QString& buttonText,
                       QWidget* parent)
    : QWidget(parent), m_line(new TextLabel(line, TextRole::Body, this)) {
    auto* column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch(2);
    column->addWidget(new IconLabel(iconName, Colour::TextSecondary, 32, this), 0, Qt::AlignHCenter);
    m_line->setAlignment(Qt::AlignCenter);
    setRole(m_line, "caption");
    column->addWidget(m_line);
    if (!buttonText.isEmpty()) {
        auto* button = new TextButton(buttonText, "primary", this);
        connect(button, &QPushButton::clicked, this, &EmptyState::buttonClicked);
        column->addWidget(button, 0, Qt::AlignHCenter);
    }
    column->addStretch(3);
}

void EmptyState::setLine(const QString& line) {
    m_line->setFullText(line);
}

QComboBox* choiceBox(QWidget* parent) {
    auto* box = new QComboBox(parent);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    box->setItemDelegate(new QStyledItemDelegate(box)); // the style sheet draws its rows
    return box;
}

QVBoxLayout* columnIn(QWidget* widget, int spacing) {
    return bare(new QVBoxLayout(widget), spacing);
}

QHBoxLayout* rowIn(QWidget* widget, int spacing) {
    return bare(new QHBoxLayout(widget), spacing);
}

QFrame* horizontalLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("line"));
    return line;
}

QFrame* verticalLine(QWidget* parent) {
    auto* line = new QFrame(parent);
    line->setProperty("role", QStringLiteral("vline"));
    return line;
}

TextLabel* sectionLabel(const QString& text, QWidget* parent) {
    return new TextLabel(text, TextRole::CaptionStrong, parent);
}

TextLabel* captionLabel(const QString& text, QWidget* parent) {
    return new TextLabel(text, TextRole::Caption, parent);
}

} // namespace barre::designer
