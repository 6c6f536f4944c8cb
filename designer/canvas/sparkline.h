#pragma once

#include "designer/canvas/diagram_style.h"

#include <QtWidgets/QWidget>

#include <vector>

namespace barre::designer {

/// A small curve of recent numbers, the newest at the right, on a hairline.
class Sparkline : public QWidget {
    Q_OBJECT

public:
    explicit Sparkline(QWidget* parent = nullptr);

    void setValues(std::vector<int> values);
    QSize sizeHint() const override { return {200, 56}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<int> m_values;
};

} // namespace barre::designer
