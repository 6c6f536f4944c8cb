#include "designer/flow/flow_items.h"

#include "designer/canvas/icon.h"
#include "designer/canvas/text.h"

#include <QtGui/QPainter>
#include <QtWidgets/QGraphicsSceneMouseEvent>

namespace barre::designer {

namespace {

constexpr double barLeft = 3, barWidth = 4, iconLeft = 18, textLeft = 50, textRight = 14;
constexpr double smallDiamond = 12;

QFont strongFont() {
    QFont font = fontOf(TextRole::Body);
    font.setWeight(QFont::Medium);
    return font;
}

/// The first line of a node: its words, a little stronger than body text.
double paintWords(QPainter& painter, const QRectF& place, const QString& words, const QColor& colour) {
    const QFontMetricsF metrics(strongFont());
    const QString shown = metrics.elidedText(words, Qt::ElideRight, place.width() + 0.5);
    painter.setFont(strongFont());
    painter.setPen(colour);
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
    return metrics.horizontalAdvance(shown);
}

QString inOneLine(const QString& code) {
    QString line = code.simplified();
    if (line.endsWith(u';'))
        line.chop(1);
    return line;
}

} // namespace

Colour colourOf(design::ColourKind kind) {
    switch (kind) {
    case design::ColourKind::Data: return Colour::Data;
    case design::ColourKind::Control: return Colour::Control;
    case design::ColourKind::Call: return Colour::Call;
    case design::ColourKind::Error: return Colour::ErrorHandling;
    case design::ColourKind::Concurrency: return Colour::Concurrency;
    case design::ColourKind::Log: return Colour::Log;
    }
    return Colour::Log;
}

NodeMark markOf(const design::FlowNode& node) {
    NodeMark mark = NodeMark::None;
    for (const model::Diagnostic& diagnostic : node.diagnostics) {
        if (diagnostic.severity == model::Severity::Error)
            return NodeMark::Error;
        if (diagnostic.severity == model::Severity::Warning)
            mark = NodeMark::Warning;
    }
    return mark;
}

// --- start

StartItem::StartItem(const design::FlowGraph& graph, const QSizeF& size)
    : NodeItem(size), m_title(toQString(graph.title)), m_signature(toQString(graph.signature)),
      m_icon(toQString(graph.icon)), m_mark(graph.diagnostics.empty() ? NodeMark::None : NodeMark::Error) {
    QStringList lines{m_title, toQString(graph.name) + m_signature};
    for (const model::Diagnostic& diagnostic : graph.diagnostics)
        lines.append(toQString(diagnostic.message()));
    setToolTip(lines.join(u'\n'));
}

double StartItem::widthFor(const design::FlowGraph& graph) {
    const double title = QFontMetricsF(strongFont()).horizontalAdvance(toQString(graph.title));
    const double signature = textWidth(toQString(graph.signature), TextRole::Code);
    const double wanted = 48 + std::max(title, signature) + 26;
    return 2 * std::ceil(qBound(200.0, wanted, 400.0) / 2);
}

void StartItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    paintFrame(*painter, m_mark, size().height() / 2);
    const double room = size().width() - 48 - 20;
    paintIcon(*painter, m_icon, style.colour(Colour::Run), QRectF(18, size().height() / 2 - 10, 20, 20));
    const bool single = m_signature.isEmpty();
    paintWords(*painter, QRectF(48, single ? 0 : 5, room, single ? size().height() : 18), m_title,
               style.colour(Colour::Text));
    paintText(*painter, QRectF(48, 23, room, 18), m_signature, TextRole::Code,
              style.colour(Colour::TextSecondary));
}

// --- steps

FlowNodeItem::FlowNodeItem(const design::FlowNode& node, const QSizeF& size)
    : NodeItem(size), m_id(node.id), m_colour(colourOf(node.colour)), m_title(toQString(node.title)),
      m_code(inOneLine(toQString(node.code))), m_icon(toQString(node.icon)), m_mark(markOf(node)) {
    if (!node.diagnostics.empty())
        m_message = toQString(node.diagnostics.front().message());
    setToolTip(tooltip(node));
}

QString FlowNodeItem::tooltip(const design::FlowNode& node) const {
    QStringList lines{m_title, toQString(node.code)};
    if (!node.comment.empty())
        lines.append(QStringLiteral("// ") + toQString(node.comment));
    for (const model::Diagnostic& diagnostic : node.diagnostics)
        lines.append(toQString(diagnostic.message()));
    return lines.join(u'\n');
}

void FlowNodeItem::setLive(const StepLive& live) {
    m_live = live;
    update();
}

double StepItem::widthFor(const design::FlowGraph& graph) {
    double code = 0;
    design::forEachStep(graph.root, [&](const design::FlowNode& node) {
        if (node.shape == design::NodeShape::Step)
            code = std::max(code, textWidth(inOneLine(toQString(node.code)), TextRole::Code));
    });
    constexpr double stride = 20; // not another width with every letter that is typed
    const double wanted = std::ceil((textLeft + code + textRight) / stride) * stride;
    return qBound<double>(metric::stepWidth, wanted, metric::widestStep);
}

StepItem::StepItem(const design::FlowNode& node, const QSizeF& size, FlowShape shape)
    : FlowNodeItem(node, size), m_shape(shape), m_lines(shownLines(node)) {}

void StepItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    paintFrame(*painter, m_mark);
    paintBar(*painter);
    if (m_shape == FlowShape::Note) {
        paintIcon(*painter, m_icon, style.colour(m_colour), QRectF(iconLeft, 8, 20, 20));
        return paintLines(*painter, 9);
    }
    paintStep(*painter);
}

void StepItem::paintBar(QPainter& painter) const {
    const DiagramStyle style = DiagramStyle::current();
    painter.setPen(Qt::NoPen);
    painter.setBrush(style.colour(m_live.isRunning ? Colour::Run : m_colour));
    painter.drawRoundedRect(QRectF(barLeft, 4, barWidth, size().height() - 8), 2, 2);
}

void StepItem::paintStep(QPainter& painter) const {
    const DiagramStyle style = DiagramStyle::current();
    paintIcon(painter, m_icon, style.colour(m_colour), QRectF(iconLeft, 16, 20, 20));
    double right = size().width() - textRight;
    if (m_mark != NodeMark::None) {
        const bool isError = m_mark == NodeMark::Error;
        paintIcon(painter, isError ? QStringLiteral("error") : QStringLiteral("warning"),
                  style.colour(isError ? Colour::Error : Colour::Warn), QRectF(right - 16, 8, 16, 16));
        right -= 22;
    }
    if (!m_live.count.isEmpty()) {
        const double width = textWidth(m_live.count, TextRole::Caption) + 1;
        paintText(painter, QRectF(right - width, 8, width, 18), m_live.count, TextRole::Caption,
                  style.colour(Colour::TextSecondary), Qt::AlignRight | Qt::AlignVCenter);
        right -= width + 8;
    }
    const bool single = m_code.isEmpty() && m_shape == FlowShape::Step;
    paintWords(painter, QRectF(textLeft, single ? 17 : 8, right - textLeft, 18), m_title,
               style.colour(Colour::Text));
    if (m_shape == FlowShape::Code)
        return paintLines(painter, 27);
    paintText(painter, QRectF(textLeft, 27, size().width() - textRight - textLeft, 18), m_code,
              TextRole::Code, style.colour(Colour::TextSecondary));
}

void StepItem::paintLines(QPainter& painter, double top) const {
    const DiagramStyle style = DiagramStyle::current();
    const bool isNote = m_shape == FlowShape::Note;
    const double room = size().width() - textRight - textLeft;
    for (const QString& line : m_lines) {
        paintText(painter, QRectF(textLeft, top, room, 18), line, isNote ? TextRole::Caption : TextRole::Code,
                  style.colour(Colour::TextSecondary));
        top += 18;
    }
}

// --- if and match

DiamondItem::DiamondItem(const design::FlowNode& node, const QSizeF& size) : FlowNodeItem(node, size) {
    const auto count = int(node.branches.size());
    m_detail = node.kind == design::NodeKind::Match && !node.fields.empty()
                   ? toQString(node.fields.front().text)
               : count == 1 ? tr("1 branch")
                            : tr("%1 branches").arg(count);
}

QRectF DiamondItem::boundingRect() const {
    return NodeItem::boundingRect().adjusted(0, -6, 150, 6);
}

QPolygonF DiamondItem::outline(double inset) const {
    const double side = size().width(), middle = side / 2;
    return QPolygonF({{middle, inset}, {side - inset, middle}, {middle, side - inset}, {inset, middle}});
}

QPainterPath DiamondItem::shape() const {
    QPainterPath path;
    path.addPolygon(outline(0));
    path.closeSubpath();
    return path;
}

void DiamondItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    const QColor kind = style.colour(m_mark == NodeMark::Error ? Colour::Error : m_colour);
    painter->setPen(QPen(isSelected() ? style.colour(Colour::Accent) : kind, isSelected()  ? 2
                                                                             : isHovered() ? 1.5
                                                                                           : 1));
    painter->setBrush(isSelected() ? style.tint(Colour::Accent) : style.colour(Colour::Surface));
    painter->drawPolygon(outline(isSelected() ? 0 : 0.5));
    const double middle = size().width() / 2;
    paintIcon(*painter, m_icon, kind,
              QRectF(middle - smallDiamond / 2 - 1, middle - smallDiamond / 2 - 1, smallDiamond + 2,
                     smallDiamond + 2));
    const double left = size().width() + 10;
    paintWords(*painter, QRectF(left, middle - 18, 130, 16), m_title, style.colour(Colour::Text));
    paintText(*painter, QRectF(left, middle + 2, 130, 16), m_detail,
              m_detail.contains(u' ') ? TextRole::Caption : TextRole::Code,
              style.colour(Colour::TextSecondary));
}

// --- containers

ContainerItem::ContainerItem(const design::FlowNode& node, const QSizeF& size, double wordsAt)
    : FlowNodeItem(node, size), m_wordsAt(std::max(12.0, wordsAt)) {
    m_code.clear();
    for (const design::FlowField& field : node.fields) {
        if (field.text.empty() || field.editor == design::FieldEditor::Choice ||
            field.field.id == design::FieldId::ErrorVariable)
            continue;
        const bool isCollection = field.field.id == design::FieldId::Collection;
        m_code += (m_code.isEmpty() ? QString()
                   : isCollection   ? QStringLiteral(" in ")
                                    : QStringLiteral(" ")) +
                  inOneLine(toQString(field.text));
    }
}

QPainterPath ContainerItem::shape() const {
    const QRectF frame(QPointF(0, 0), size());
    QPainterPath path;
    path.addRect(frame.adjusted(-4, -4, 4, 4));
    QPainterPath inside;
    inside.addRect(frame.adjusted(4, metric::containerHeader, -4, -4));
    return path.subtracted(inside);
}

void ContainerItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    QColor line = style.colour(isSelected()                ? Colour::Accent
                               : m_mark == NodeMark::Error ? Colour::Error
                                                           : m_colour);
    if (!isSelected() && !isHovered())
        line.setAlphaF(0.6f);
    QPen pen(line, isSelected() ? 2 : 1);
    if (!isSelected())
        pen.setDashPattern({4, 3});
    painter->setPen(pen);
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(QRectF(QPointF(0, 0), size()).adjusted(0.5, 0.5, -0.5, -0.5), metric::nodeRadius,
                             metric::nodeRadius);
    constexpr double header = metric::containerHeader;
    paintIcon(*painter, m_icon, style.colour(m_colour), QRectF(m_wordsAt, header / 2 - 8 + 1, 16, 16));
    double right = size().width() - 12;
    if (m_mark != NodeMark::None) {
        paintIcon(*painter, QStringLiteral("error"),
                  style.colour(m_mark == NodeMark::Error ? Colour::Error : Colour::Warn),
                  QRectF(right - 16, header / 2 - 7, 16, 16));
        right -= 22;
    }
    const double used = paintWords(*painter, QRectF(m_wordsAt + 24, 1, right - m_wordsAt - 24, header),
                                   m_title, style.colour(Colour::Text));
    const double left = m_wordsAt + 24 + used + 8;
    if (right - left > 24)
        paintText(*painter, QRectF(left, 1, right - left, header), m_code, TextRole::Code,
                  style.colour(Colour::TextSecondary));
}

// --- targets, ends, labels, +

TargetItem::TargetItem(const design::FlowNode& node, const QSizeF& size)
    : NodeItem(size), m_text(toQString(node.target.text)),
      m_icon(node.target.isCaller ? QStringLiteral("caller") : QStringLiteral("client")) {
    setFlag(QGraphicsItem::ItemIsSelectable, false);
    setToolTip(node.target.type.empty() ? m_text
                                        : QStringLiteral("%1: %2").arg(m_text, toQString(node.target.type)));
}

QRectF TargetItem::boundingRect() const {
    return NodeItem::boundingRect().adjusted(-24, 0, 24, 20);
}

void TargetItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    painter->setPen(QPen(style.colour(isHovered() ? Colour::TextSecondary : Colour::Hairline), 1));
    painter->setBrush(style.colour(Colour::Surface));
    painter->drawEllipse(QRectF(QPointF(0, 0), size()).adjusted(0.5, 0.5, -0.5, -0.5));
    const double side = size().width();
    paintIcon(*painter, m_icon, style.colour(Colour::Call), QRectF(side / 2 - 8, side / 2 - 8, 16, 16));
    paintText(*painter, QRectF(-20, side + 2, side + 40, 16), m_text, TextRole::Caption,
              style.colour(Colour::TextSecondary), Qt::AlignHCenter | Qt::AlignVCenter);
}

void EndItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    painter->setPen(Qt::NoPen);
    painter->setBrush(DiagramStyle::current().colour(Colour::TextSecondary));
    painter->drawEllipse(boundingRect());
}

BranchLabelItem::BranchLabelItem(const FlowLabel& label)
    : m_text(label.text), m_size(label.place.size()), m_isError(label.isError) {
    setToolTip(m_text);
    setCursor(Qt::PointingHandCursor);
}

// The label lies on the link: its background interrupts the line.
void BranchLabelItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    painter->setPen(Qt::NoPen);
    painter->setBrush(style.colour(Colour::Canvas));
    painter->drawRoundedRect(boundingRect(), 4, 4);
    paintText(*painter, boundingRect().adjusted(6, 0, -6, 0), m_text, TextRole::Code,
              style.colour(m_isError ? Colour::ErrorHandling : Colour::TextSecondary),
              Qt::AlignHCenter | Qt::AlignVCenter);
}

void BranchLabelItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
    Q_EMIT clicked();
}

PlusItem::PlusItem(bool quiet, const QString& words) : m_quiet(quiet), m_words(words) {
    setZValue(5);
    setAcceptHoverEvents(true);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("Add a step here (Ins)"));
}

QRectF PlusItem::boundingRect() const {
    constexpr double half = metric::hitArea / 2.0;
    const double words = m_words.isEmpty() ? 0 : textWidth(m_words, TextRole::Caption) + 8;
    return {-half, -half, 2 * half + words, 2 * half};
}

QPainterPath PlusItem::shape() const {
    QPainterPath path;
    path.addRoundedRect(boundingRect(), metric::hitArea / 2.0, metric::hitArea / 2.0);
    return path;
}

void PlusItem::paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) {
    const DiagramStyle style = DiagramStyle::current();
    const bool light = m_quiet && !m_hovered;
    const QColor colour = style.colour(light ? Colour::Link : Colour::Accent);
    constexpr double radius = metric::plusButton / 2.0;
    painter->setPen(QPen(colour, metric::linkWidth));
    painter->setBrush(m_hovered ? style.tint(Colour::Accent, 0.12) : style.colour(Colour::Surface));
    painter->drawEllipse(QPointF(0, 0), radius, radius);
    painter->setPen(QPen(colour, metric::linkWidth, Qt::SolidLine, Qt::RoundCap));
    painter->drawLine(QPointF(-4, 0), QPointF(4, 0));
    painter->drawLine(QPointF(0, -4), QPointF(0, 4));
    const QRectF area = boundingRect();
    paintText(*painter, area.adjusted(metric::hitArea + 2, 0, 0, 0), m_words, TextRole::Caption,
              light ? style.colour(Colour::TextSecondary) : colour);
}

void PlusItem::hoverEnterEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = true;
    update();
}

void PlusItem::hoverLeaveEvent(QGraphicsSceneHoverEvent*) {
    m_hovered = false;
    update();
}

void PlusItem::mousePressEvent(QGraphicsSceneMouseEvent* event) {
    event->accept();
}

void PlusItem::mouseReleaseEvent(QGraphicsSceneMouseEvent* event) {
    if (event->button() == Qt::LeftButton && shape().contains(event->pos()))
        Q_EMIT clicked();
}

} // namespace barre::designer
