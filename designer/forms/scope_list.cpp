#include "designer/forms/scope_list.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {

constexpr size_t fewItems = 6;
constexpr int leastType = 48;

/// One name: icon, name in mono, type at the right.
class ScopeRow : public QAbstractButton {
public:
    ScopeRow(const design::ScopeItem& item, QWidget* parent)
        : QAbstractButton(parent),
          m_icon(new IconLabel(toQString(item.icon), item.isCaller ? Colour::Call : Colour::Data,
                               metric::iconSmall, this)) {
        auto* row = new QHBoxLayout(this);
        row->setContentsMargins(6, 0, 6, 0);
        row->setSpacing(10);
        auto* name = new TextLabel(toQString(item.name), TextRole::Code, this, true);
        auto* type = new TextLabel(toQString(item.type), TextRole::Caption, this, true);
        type->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        // The name has its width as far as there is room, the type what is left; neither makes the form
        // wider.
        type->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
        type->setMinimumWidth(leastType);
        row->addWidget(m_icon);
        row->addWidget(name);
        row->addWidget(type, 1);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
        setFixedHeight(metric::hitArea);
        setFocusPolicy(Qt::TabFocus);
        setText(toQString(item.name));
        setToolTip(QStringLiteral("%1 %2").arg(toQString(item.type), toQString(item.name)));
    }

protected:
    void paintEvent(QPaintEvent*) override {
        if (!underMouse() && !hasFocus())
            return;
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(DiagramStyle::current().tint(Colour::Text, 0.05));
        painter.drawRoundedRect(rect(), metric::controlRadius, metric::controlRadius);
    }
    void enterEvent(QEnterEvent*) override { update(); }
    void leaveEvent(QEvent*) override { update(); }

private:
    IconLabel* m_icon;
};

} // namespace

ScopeList::ScopeList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout(this)) {
    m_rows->setContentsMargins(0, 0, 0, 0);
    m_rows->setSpacing(0);
}

void ScopeList::setItems(const std::vector<design::ScopeItem>& items) {
    const auto same = [](const design::ScopeItem& a, const design::ScopeItem& b) {
        return a.name == b.name && a.type == b.type;
    };
    if (std::equal(items.begin(), items.end(), m_items.begin(), m_items.end(), same))
        return;
    m_items = items;
    fill();
}

void ScopeList::fill() {
    while (QLayoutItem* item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    setVisible(!m_items.empty());
    auto* title = sectionLabel(tr("In scope"), this);
    m_rows->addWidget(title);
    m_rows->addSpacing(4);
    const size_t count = m_all ? m_items.size() : std::min(m_items.size(), fewItems);
    for (size_t index = 0; index < count; ++index) {
        auto* row = new ScopeRow(m_items[index], this);
        connect(row, &QAbstractButton::clicked, this, [this, row] { Q_EMIT chosen(row->text()); });
        m_rows->addWidget(row);
    }
    if (count == m_items.size())
        return;
    auto* more = new TextButton(tr("Show all %1").arg(m_items.size()), "link", this);
    connect(more, &QPushButton::clicked, this, [this] {
        m_all = true;
        QMetaObject::invokeMethod(
            this, [this] { fill(); }, Qt::QueuedConnection);
    });
    m_rows->addWidget(more, 0, Qt::AlignLeft);
}

} // namespace barre::designer
