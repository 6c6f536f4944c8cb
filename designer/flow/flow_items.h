#pragma once

#include "designer/canvas/node_item.h"
#include "designer/layout/flow_layout.h"
#include "model/design/flow_graph.h"

namespace barre::designer {

/// The colour token of a step's kind.
Colour colourOf(design::ColourKind kind);
/// The worst of a step's diagnostics.
NodeMark markOf(const design::FlowNode& node);

/// What a step says at its right: how often it ran. Empty for nothing.
struct StepLive {
    QString count;
    bool isRunning = false;
};

/// The pill at the top: the event in words, the signature in mono.
class StartItem : public NodeItem {
    Q_OBJECT

public:
    StartItem(const design::FlowGraph& graph, const QSizeF& size);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    static double widthFor(const design::FlowGraph& graph);

private:
    QString m_title, m_signature, m_icon;
    NodeMark m_mark;
};

/// Everything that stands for a step of the graph.
class FlowNodeItem : public NodeItem {
    Q_OBJECT

public:
    FlowNodeItem(const design::FlowNode& node, const QSizeF& size);

    design::NodeId id() const { return m_id; }
    Colour kindColour() const { return m_colour; }
    void setLive(const StepLive& live);

protected:
    QString tooltip(const design::FlowNode& node) const;

    design::NodeId m_id;
    Colour m_colour;
    QString m_title, m_code, m_icon;
    NodeMark m_mark;
    QString m_message; ///< of the first diagnostic
    StepLive m_live;
};

/// A box: bar and icon in the kind's colour, what it does, its code.
class StepItem : public FlowNodeItem {
    Q_OBJECT

public:
    StepItem(const design::FlowNode& node, const QSizeF& size, FlowShape shape);
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;
    /// The width of all steps of a flow: that of the longest code, within bounds.
    static double widthFor(const design::FlowGraph& graph);

private:
    void paintBar(QPainter& painter) const;
    void paintStep(QPainter& painter) const;
    void paintLines(QPainter& painter, double top) const;

    FlowShape m_shape;
    QStringList m_lines;
};

/// The diamond of an if or a match, with its words at the right.
class DiamondItem : public FlowNodeItem {
    Q_OBJECT

public:
    DiamondItem(const design::FlowNode& node, const QSizeF& size);
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QPolygonF outline(double inset) const;

    QString m_detail;
};

/// The dashed frame of a loop, lock, do, … with its header. Only the header and the border can be clicked.
class ContainerItem : public FlowNodeItem {
    Q_OBJECT

public:
    /// The words begin at `wordsAt`, over the steps, however wide the frame is.
    ContainerItem(const design::FlowNode& node, const QSizeF& size, double wordsAt);
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    double m_wordsAt;
};

/// The round node that a remote call goes to.
class TargetItem : public NodeItem {
    Q_OBJECT

public:
    TargetItem(const design::FlowNode& node, const QSizeF& size);
    QRectF boundingRect() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    QString m_text, m_icon;
};

/// The dot where a path ends.
class EndItem : public QGraphicsItem {
public:
    explicit EndItem(double diameter) : m_diameter(diameter) { setAcceptedMouseButtons(Qt::NoButton); }
    QRectF boundingRect() const override { return {0, 0, m_diameter, m_diameter}; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

private:
    double m_diameter;
};

/// The condition of a branch or the name of a lane, on the link.
class BranchLabelItem : public QGraphicsObject {
    Q_OBJECT

public:
    BranchLabelItem(const FlowLabel& label);
    QRectF boundingRect() const override { return QRectF(QPointF(0, 0), m_size); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

Q_SIGNALS:
    void clicked();

protected:
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;

private:
    QString m_text;
    QSizeF m_size;
    bool m_isError;
};

/// The + on a link, with words beside it where nothing else says what it is for.
class PlusItem : public QGraphicsObject {
    Q_OBJECT

public:
    explicit PlusItem(bool quiet, const QString& words = {});
    QRectF boundingRect() const override;
    QPainterPath shape() const override;
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

Q_SIGNALS:
    void clicked();

protected:
    void hoverEnterEvent(QGraphicsSceneHoverEvent* event) override;
    void hoverLeaveEvent(QGraphicsSceneHoverEvent* event) override;
    void mousePressEvent(QGraphicsSceneMouseEvent* event) override;
    void mouseReleaseEvent(QGraphicsSceneMouseEvent* event) override;

private:
    bool m_quiet; ///< of an empty block: there all the time, so it is drawn lighter until the pointer comes
    QString m_words;
    bool m_hovered = false;
};

} // namespace barre::designer
