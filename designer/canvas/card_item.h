#pragma once

#include "designer/canvas/node_item.h"

namespace barre::designer {

/// One line of a card: a handler, a field, an option.
struct CardRow {
    QString key; ///< what rowClicked tells; rows with an empty key cannot be clicked
    QString icon;
    Colour iconColour = Colour::TextSecondary;
    QString text;
    QString code;      ///< after the text, in mono
    QString trailing;  ///< at the right, secondary
    QString reserve{}; ///< what has room there, so that a card keeps its width while its figures grow
    NodeMark mark = NodeMark::None;
    QString tooltip;
};

/// What a card shows.
struct Card {
    QString icon;
    Colour iconColour = Colour::TextSecondary;
    QString title;
    QString subtitle; ///< in mono
    QString trailing; ///< at the right of the title
    Colour trailingColour = Colour::TextSecondary;
    NodeMark mark = NodeMark::None;
    QString tooltip;
    std::vector<CardRow> rows;
};

/// A node with a header and rows, as the overview and the type diagram draw them. Its height follows from its
/// rows (cardSize), so that a layout can be computed before anything is drawn.
class CardItem : public NodeItem {
    Q_OBJECT

public:
    explicit CardItem(Card card, double width, QGraphicsItem* parent = nullptr);

    const Card& card() const { return m_card; }
    void setCard(Card card);
    /// Shows which row is meant; -1 is the card itself.
    void selectRow(int row);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

    static constexpr double headerHeight = 60;
    static constexpr double rowHeight = 28;
    static QSizeF cardSize(const Card& card, double width);
    /// Width that shows the card's longest row, between `least` and `most`.
    static double fittingWidth(const Card& card, double least, double most);
    /// The middle of a row's height, in the card's own coordinates; -1 is the header.
    double rowCentre(int row) const;
    /// The row that a key names; -1 when there is none.
    int rowCalled(const QString& key) const;
    /// The key of the row that the pointer is on; empty when it is on none.
    QString hoveredKey() const {
        return m_hoveredRow < 0 ? QString() : m_card.rows[size_t(m_hoveredRow)].key;
    }

Q_SIGNALS:
    void rowClicked(const QString& key);
    void rowOpened(const QString& key);

protected:
    void hoverMoveEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseDoubleClickEvent(QGraphicsSceneMouseEvent* event) override;

private:
    int rowAt(const QPointF& point) const;
    void paintHeader(QPainter& painter) const;
    void paintRow(QPainter& painter, int index) const;

    Card m_card;
    int m_hoveredRow = -1, m_selectedRow = -1;
};

} // namespace barre::designer
