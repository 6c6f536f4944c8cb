#include "app/window/dock.h"

#include "app/window/view_table.h"
#include "app/window/workbench.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/node_item.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyleOption>
#include <QtWidgets/QTabBar>
#include <QtWidgets/QVBoxLayout>

namespace barre::app {

namespace {

/// Shows keys where they are: around the current tab.
class RingedTabBar : public QTabBar {
public:
    using QTabBar::QTabBar;

protected:
    void paintEvent(QPaintEvent* event) override {
        QTabBar::paintEvent(event);
        QStyleOption option;
        option.initFrom(this);
        if (!designer::isFocusShown(option))
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        designer::paintFocus(painter, QRectF(tabRect(currentIndex())).adjusted(2, 4, -2, -4),
                             designer::metric::controlRadius);
    }
};

} // namespace

Dock::Dock(Workbench& workbench, QWidget* parent)
    : QFrame(parent), m_workbench(workbench), m_tabs(new RingedTabBar(this)),
      m_stack(new QStackedWidget(this)) {
    setProperty("role", QStringLiteral("surface"));
    m_tabs->setExpanding(false);
    m_tabs->setDrawBase(false);
    m_tabs->setFocusPolicy(Qt::TabFocus);
    m_toggle =
        new designer::IconButton(QStringLiteral("chevron-down"), tr("Show or hide the dock (Ctrl+J)"), this);
    for (const DockRow& row : dockTable()) {
        m_tabs->addTab(tr(row.title));
        m_tabs->setTabData(m_tabs->count() - 1, QLatin1StringView(row.id));
        m_stack->addWidget(row.create(workbench, m_stack));
    }
    auto* top = new QHBoxLayout;
    top->setContentsMargins(5, 0, 8, 0);
    top->addWidget(m_tabs);
    top->addStretch(1);
    top->addWidget(m_toggle);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(designer::horizontalLine(this));
    column->addWidget(m_stack, 1);
    connect(m_tabs, &QTabBar::currentChanged, m_stack, &QStackedWidget::setCurrentIndex);
    connect(m_tabs, &QTabBar::tabBarClicked, this, [this](int index) {
        if (index >= 0)
            setExpanded(!m_expanded || index != m_tabs->currentIndex());
    });
    connect(m_toggle, &QToolButton::clicked, this, [this] { setExpanded(!m_expanded); });
    refreshBadges();
}

int Dock::indexOf(const QString& id) const {
    for (int index = 0; index < m_tabs->count(); ++index)
        if (m_tabs->tabData(index).toString() == id)
            return index;
    return -1;
}

QWidget* Dock::panel(const QString& id) const {
    return m_stack->widget(indexOf(id));
}

void Dock::showTab(const QString& id) {
    m_tabs->setCurrentIndex(indexOf(id));
    setExpanded(true);
}

void Dock::setExpanded(bool expanded) {
    m_toggle->setIconName(expanded ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"),
                          designer::Colour::TextSecondary);
    m_stack->setVisible(expanded);
    setMaximumHeight(expanded ? QWIDGETSIZE_MAX : tabRow);
    if (expanded == m_expanded)
        return;
    m_expanded = expanded;
    Q_EMIT expandedChanged(expanded);
}

void Dock::refreshBadges() {
    int index = 0;
    for (const DockRow& row : dockTable()) {
        const QString badge = row.badge ? row.badge(m_workbench) : QString();
        m_tabs->setTabText(index++, badge.isEmpty() ? tr(row.title) : tr(row.title) + u' ' + badge);
    }
}

} // namespace barre::app
