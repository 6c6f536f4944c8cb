#pragma once

#include "model/design/palette.h"

#include <QtWidgets/QWidget>

class QVBoxLayout;

namespace barre::designer {

/// "In scope": the names that can be used at a place, with their types; a click writes one into the field
/// that had the focus last.
class ScopeList : public QWidget {
    Q_OBJECT

public:
    explicit ScopeList(QWidget* parent = nullptr);

    void setItems(const std::vector<design::ScopeItem>& items);

Q_SIGNALS:
    void chosen(const QString& name);

private:
    void fill();

    std::vector<design::ScopeItem> m_items;
    QVBoxLayout* m_rows;
    bool m_all = false;
};

} // namespace barre::designer
