#pragma once

#include "designer/session/live_marks.h"

#include <QtCore/QHash>
#include <QtWidgets/QFrame>

class QSplitter;
class QStackedWidget;

namespace barre::designer {
class CodePane;
class SegmentedControl;
class View;
class ZoomControl;
struct Place;
} // namespace barre::designer

namespace barre::app {

struct Workbench;

enum class CentreMode { Design, Code, Split };

/// The middle of the window: the view of the current place, the code beside or instead of it.
class Centre : public QFrame {
    Q_OBJECT

public:
    explicit Centre(Workbench& workbench, QWidget* parent = nullptr);

    CentreMode mode() const { return m_mode; }
    /// Gives the focus to the drawing, to the code that stands in its place, else to the page: its first
    /// list, or what comes first.
    void focusContent(Qt::FocusReason reason);
    void setMode(CentreMode mode);
    designer::View* view() const;
    designer::CodePane& code() const { return *m_code; }
    /// The view of a row of viewTable(), made at first use; null when the table has no such row.
    designer::View* viewCalled(const QString& id);
    /// Keeps the marks of the running service and shows them on the current view.
    void showLive(const designer::LiveMarks& marks);

Q_SIGNALS:
    void panelChanged(QWidget* panel);
    void panelFocusRequested();
    /// A problem is shown: its field is wanted.
    void wrongFieldRequested();
    void problemReported(const QString& sentence);
    void modeChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void showPlace(const designer::Place& place);
    void connectView(designer::View* view);
    void openCanvasMenu(const designer::View* view, const QPoint& point);
    void followCode();
    void placeBar();
    void announcePanel();

    Workbench& m_workbench;
    QSplitter* m_splitter;
    QWidget* m_drawing; ///< the views below the bar
    QStackedWidget* m_views;
    designer::CodePane* m_code;
    designer::SegmentedControl* m_switch;
    designer::ZoomControl* m_zoom;
    QHash<QString, designer::View*> m_made;
    designer::LiveMarks m_marks;
    CentreMode m_mode = CentreMode::Design;
    QList<int> m_splitSizes; ///< as the person last had them
};

} // namespace barre::app
