#include "designer/forms/panel_page.h"

#include "designer/canvas/controls.h"

#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

PanelPage::PanelPage(QWidget* parent)
    : QScrollArea(parent), m_icon(new IconLabel(QStringLiteral("info"), Colour::TextSecondary)),
      m_title(new TextLabel({}, TextRole::Title)), m_help(new TextLabel({}, TextRole::Caption)),
      m_problem(new TextLabel({}, TextRole::Caption)), m_body(new QVBoxLayout) {
    setWidgetResizable(true);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus); // its fields take it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* page = new QWidget(this);
    page->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred); // what is in it makes it no wider
    auto* head = new QHBoxLayout;
    head->setSpacing(10);
    head->addWidget(m_icon, 0, Qt::AlignTop);
    head->addWidget(m_title, 1);
    m_body->setSpacing(14);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(16, 16, 16, 16);
    column->setSpacing(6);
    column->addLayout(head);
    column->addWidget(m_help);
    column->addWidget(m_problem);
    column->addSpacing(8);
    column->addLayout(m_body);
    column->addStretch(1);
    setWidget(page);
    setRole(m_problem, "error");
    m_problem->hide();
}

void PanelPage::setHead(const QString& iconName, Colour colour, const QString& title, const QString& help) {
    m_icon->setIconName(iconName, colour);
    m_title->setFullText(title);
    m_help->setFullText(help);
    m_help->setVisible(!help.isEmpty());
}

void PanelPage::showProblem(const QString& problem) {
    m_problem->setFullText(problem);
    m_problem->setVisible(!problem.isEmpty());
}

void PanelPage::add(QWidget* widget, Qt::Alignment alignment) {
    m_body->addWidget(widget, 0, alignment);
}

void PanelPage::addSpace(int pixels) {
    m_body->addSpacing(pixels);
}

void PanelPage::showOnly(const QWidget* part) {
    for (int index = 0; index < m_body->count(); ++index)
        if (QWidget* widget = m_body->itemAt(index)->widget())
            widget->setVisible(widget == part);
}

void PanelPage::clearBody() {
    while (QLayoutItem* item = m_body->takeAt(0)) {
        if (item->widget()) {
            item->widget()->hide();
            item->widget()->deleteLater();
        }
        delete item;
    }
}

} // namespace barre::designer
