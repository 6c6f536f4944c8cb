#include "app/run/log_view.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QMouseEvent>
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>

namespace barre::app {

namespace {

constexpr size_t mostKept = 10000;

QTextCharFormat formatOf(designer::Colour colour) {
    QTextCharFormat format;
    format.setForeground(designer::DiagramStyle::current().colour(colour));
    return format;
}

} // namespace

LogView::LogView(QWidget* parent) : QPlainTextEdit(parent) {
    setReadOnly(true);
    setFrameShape(QFrame::NoFrame);
    setFont(designer::fontOf(designer::TextRole::Code));
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setMaximumBlockCount(int(mostKept));
    setUndoRedoEnabled(false);
    setMouseTracking(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    document()->setDocumentMargin(12);
}

void LogView::append(const Line& line) {
    if (m_lines.size() >= mostKept)
        m_lines.pop_front();
    m_lines.push_back(line);
    if (passes(line))
        render(line);
}

void LogView::setLines(const std::vector<Line>& lines) {
    m_lines.assign(lines.begin(), lines.end());
    renderAll();
}

void LogView::clearLines() {
    m_lines.clear();
    clear();
}

void LogView::setFilter(const QString& text) {
    m_filter = text;
    renderAll();
}

bool LogView::passes(const Line& line) const {
    if (m_filter.isEmpty())
        return true;
    QString whole;
    for (const Piece& piece : line.pieces)
        whole += piece.text;
    return whole.contains(m_filter, Qt::CaseInsensitive);
}

void LogView::render(const Line& line) {
    QScrollBar* bar = verticalScrollBar();
    const bool follow = bar->value() >= bar->maximum() - 2;
    QTextCursor cursor(document());
    cursor.movePosition(QTextCursor::End);
    if (!document()->isEmpty())
        cursor.insertBlock();
    cursor.insertText(line.time.toString(QStringLiteral("HH:mm:ss.zzz ")),
                      formatOf(designer::Colour::TextSecondary));
    for (const Piece& piece : line.pieces)
        cursor.insertText(piece.text, formatOf(piece.colour));
    if (follow)
        bar->setValue(bar->maximum());
}

void LogView::renderAll() {
    clear();
    for (const Line& line : m_lines)
        if (passes(line))
            render(line);
    verticalScrollBar()->setValue(verticalScrollBar()->maximum());
}

void LogView::changeEvent(QEvent* event) {
    QPlainTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange) {
        setFont(designer::fontOf(designer::TextRole::Code));
        renderAll();
    }
}

std::optional<LogView::Place> LogView::placeAt(const QPoint& position) const {
    static const QRegularExpression pattern(QStringLiteral("([\\w./-]+\\.(?:bal|toml)):(\\d+)(?::(\\d+))?"));
    const QTextCursor cursor = cursorForPosition(position);
    auto matches = pattern.globalMatch(cursor.block().text());
    while (matches.hasNext()) {
        const QRegularExpressionMatch match = matches.next();
        const int at = cursor.positionInBlock();
        if (at >= match.capturedStart() && at <= match.capturedEnd())
            return Place{match.captured(1), match.captured(2).toInt(),
                         std::max(1, match.captured(3).toInt())};
    }
    return std::nullopt;
}

void LogView::mouseMoveEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseMoveEvent(event);
    viewport()->setCursor(placeAt(event->pos()) ? Qt::PointingHandCursor : Qt::IBeamCursor);
}

void LogView::mouseReleaseEvent(QMouseEvent* event) {
    QPlainTextEdit::mouseReleaseEvent(event);
    if (event->button() != Qt::LeftButton || textCursor().hasSelection())
        return;
    if (const auto place = placeAt(event->pos()))
        Q_EMIT placeActivated(place->file, place->line, place->column);
}

} // namespace barre::app
