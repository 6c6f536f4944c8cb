#include "designer/forms/page.h"

#include "designer/canvas/controls.h"

#include <QtCore/QTimer>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {
constexpr int columnWidth = 740;
constexpr int topMargin = 16;
} // namespace

Page::Page(QWidget* parent)
    : QScrollArea(parent), m_title(new TextLabel({}, TextRole::PageTitle, nullptr, true)),
      m_subtitle(new TextLabel({}, TextRole::Caption)) {
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its lists and buttons take it
    setWidgetResizable(true);
    auto* sheet = new QFrame;
    setRole(sheet, "page");
    auto* content = new QWidget;
    content->setMaximumWidth(columnWidth);
    m_column = new QVBoxLayout(content);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(8);
    m_subtitle->setWordWrap(true);
    m_subtitle->setTextFormat(Qt::RichText);
    setRole(m_subtitle, "caption");
    m_column->addWidget(m_title);
    m_column->addWidget(m_subtitle);

    auto* centred = new QHBoxLayout;
    centred->addStretch(1);
    centred->addWidget(content, 100);
    centred->addStretch(1);
    auto* column = new QVBoxLayout(sheet);
    column->setContentsMargins(24, topMargin, 24, 24);
    column->addLayout(centred);
    column->addStretch();
    setWidget(sheet);
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, this, [this] {
        if (m_wanted)
            verticalScrollBar()->setValue(*m_wanted);
    });
}

void Page::showPlace(const QString& key) {
    if (key == m_key)
        return;
    m_places[m_key] = verticalScrollBar()->value();
    m_key = key;
    m_wanted = m_places.value(key, 0);
    verticalScrollBar()->setValue(*m_wanted);
    // What is shown next has its height only when it is laid out.
    QTimer::singleShot(0, this, [this] { m_wanted.reset(); });
}

void Page::setTitle(const QString& title) {
    m_title->setFullText(title);
}

void Page::setSubtitle(const QString& richText) {
    m_subtitle->setText(richText);
}

TextLabel* Page::addSection(const QString& heading, QWidget* button, QWidget* body) {
    auto* row = new QHBoxLayout;
    auto* label = new TextLabel(heading, TextRole::Title);
    row->addWidget(label, 1);
    if (button)
        row->addWidget(button);
    m_column->addSpacing(16);
    m_column->addLayout(row);
    m_column->addWidget(body);
    return label;
}

void Page::addWidget(QWidget* widget) {
    m_column->addWidget(widget);
}

void Page::addSpace(int pixels) {
    m_column->addSpacing(pixels);
}

} // namespace barre::designer
