#pragma once

#include <QtWidgets/QLayout>

#include <vector>

namespace barre::designer {

/// Puts its items side by side and starts a new line where the width ends.
class WrapLayout : public QLayout {
public:
    explicit WrapLayout(QWidget* parent = nullptr, int spacing = 8);
    ~WrapLayout() override;

    void addItem(QLayoutItem* item) override { m_items.push_back(item); }
    int count() const override { return int(m_items.size()); }
    QLayoutItem* itemAt(int index) const override;
    QLayoutItem* takeAt(int index) override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSize() const override;
    void setGeometry(const QRect& rectangle) override;

private:
    int arrange(const QRect& rectangle, bool place) const;

    std::vector<QLayoutItem*> m_items;
};

} // namespace barre::designer
