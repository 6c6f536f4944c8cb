#pragma once

#include "designer/canvas/popup.h"
#include "designer/session/place.h"

#include <functional>
#include <vector>

class QLineEdit;
class QListView;
class QStandardItemModel;

namespace barre::app {

struct Workbench;

/// Search over commands and declarations in one list (Ctrl+K).
class CommandPalette : public designer::Popup {
    Q_OBJECT

public:
    explicit CommandPalette(Workbench& workbench, QWidget* parent);

    void openBelow(QWidget* anchor);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Entry {
        QString icon;
        QString words;
        QString also;
        QString detail;
        std::function<void()> run;
    };

    void collect();
    void showMatches(const QString& query);
    void choose();

    Workbench& m_workbench;
    QLineEdit* m_query;
    QListView* m_list;
    QStandardItemModel* m_model;
    std::vector<Entry> m_entries;
};

} // namespace barre::app
