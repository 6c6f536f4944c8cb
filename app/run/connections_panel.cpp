#include "app/run/connections_panel.h"

#include "app/run/connections_model.h"
#include "app/run/live_state.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/node_item.h"

#include <QtGui/QPainter>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTableView>
#include <QtWidgets/QVBoxLayout>

namespace barre::app {

namespace {

constexpr int rowHeight = 24;
constexpr int columnWidths[] = {110, 150, 220, 90, 60, 60};

/// Texts stand below their headings; closed connections are shown in the secondary colour.
class ConnectionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const auto style = designer::DiagramStyle::current();
        if (option.state & QStyle::State_Selected)
            painter->fillRect(option.rect, style.tint(designer::Colour::Accent));
        const bool open = index.data(ConnectionsModel::OpenRole).toBool();
        const auto colour = open ? designer::Colour::Text : designer::Colour::TextSecondary;
        designer::paintText(*painter, QRectF(option.rect).adjusted(8, 0, -8, 0), index.data().toString(),
                            designer::TextRole::Code, style.colour(colour),
                            Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt()));
    }
};

QTableView* makeTable(ConnectionsModel* model) {
    auto* table = new QTableView;
    table->setModel(model);
    table->setItemDelegate(new ConnectionDelegate(table));
    table->setFrameShape(QFrame::NoFrame);
    table->setShowGrid(false);
    table->setFont(designer::fontOf(designer::TextRole::Code));
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setAccessibleName(ConnectionsPanel::tr("Connections"));
    table->verticalHeader()->hide();
    table->verticalHeader()->setDefaultSectionSize(rowHeight);
    QHeaderView* header = table->horizontalHeader();
    header->setFont(designer::fontOf(designer::TextRole::Code));
    header->setHighlightSections(false);
    header->setStretchLastSection(true);
    for (int column = 0; column < int(std::size(columnWidths)); ++column)
        table->setColumnWidth(column, columnWidths[column]);
    return table;
}

} // namespace

ConnectionsPanel::ConnectionsPanel(LiveState& state, QWidget* parent)
    : QWidget(parent), m_state(state), m_model(new ConnectionsModel(state, this)),
      m_table(makeTable(m_model)), m_stack(new QStackedWidget) {
    auto* empty = new designer::EmptyState(
        QStringLiteral("connections"), tr("Nobody is connected. Connections appear while the service runs."),
        tr("Open a client"));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_table);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(8, 4, 8, 0);
    layout->addWidget(m_stack);
    connect(empty, &designer::EmptyState::buttonClicked, this, &ConnectionsPanel::clientRequested);
    connect(&state, &LiveState::changed, this, &ConnectionsPanel::refresh);
}

void ConnectionsPanel::refresh() {
    m_stack->setCurrentIndex(m_state.connections().empty() ? 0 : 1);
}

} // namespace barre::app
