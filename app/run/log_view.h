#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtCore/QDateTime>
#include <QtWidgets/QPlainTextEdit>

#include <deque>
#include <vector>

namespace barre::app {

/// Lines with their times, in colours of the theme; follows the newest line while it is in sight.
class LogView : public QPlainTextEdit {
    Q_OBJECT

public:
    struct Piece {
        QString text;
        designer::Colour colour = designer::Colour::Text;
    };
    struct Line {
        QDateTime time;
        std::vector<Piece> pieces;
    };

    explicit LogView(QWidget* parent = nullptr);

    void append(const Line& line);
    void setLines(const std::vector<Line>& lines);
    void clearLines();
    /// Shows only lines that contain `text`; an empty text shows all.
    void setFilter(const QString& text);
    bool isEmpty() const { return m_lines.empty(); }

Q_SIGNALS:
    /// A place such as `main.bal:12` or `main.bal:12:3` was clicked.
    void placeActivated(const QString& file, int line, int column);

protected:
    void changeEvent(QEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;

private:
    struct Place {
        QString file;
        int line = 0, column = 1;
    };

    bool passes(const Line& line) const;
    void render(const Line& line);
    void renderAll();
    std::optional<Place> placeAt(const QPoint& position) const;

    std::deque<Line> m_lines;
    QString m_filter;
};

} // namespace barre::app
