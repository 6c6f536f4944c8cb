#pragma once

#include "designer/canvas/popup.h"
#include "model/design/palette.h"

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace barre::designer {

/// What can be put in at a place: search on top, sections below. Enter or a click chooses.
class PalettePopup : public Popup {
    Q_OBJECT

public:
    explicit PalettePopup(QWidget* parent = nullptr);

    void open(std::vector<design::PaletteSection> sections, const QPoint& screenPosition, QWidget* over);
    QLineEdit& query() const { return *m_query; }
    int shownEntries() const;

Q_SIGNALS:
    void chosen(const barre::design::PaletteEntry& entry);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void showMatches(const QString& query);
    void addRow(size_t section, size_t index, bool isFirst);
    void setCurrent(int row);
    void step(int rows);
    void choose();

    std::vector<design::PaletteSection> m_sections;
    QLineEdit* m_query;
    QListView* m_list;
    QStandardItemModel* m_model;
};

} // namespace barre::designer
