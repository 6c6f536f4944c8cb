#pragma once

#include <QtWidgets/QLineEdit>

namespace barre::app {

/// An address: while nobody writes in it, what does not fit is left out in the middle, where it says least.
class AddressField : public QLineEdit {
    Q_OBJECT

public:
    explicit AddressField(QWidget* parent = nullptr);

protected:
    void paintEvent(QPaintEvent* event) override;
};

} // namespace barre::app
