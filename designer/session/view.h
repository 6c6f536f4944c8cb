#pragma once

#include "designer/session/command.h"
#include "designer/session/place.h"

#include <QtWidgets/QWidget>

namespace barre::designer {

class CanvasView;
struct LiveMarks;
class DesignSession;

/// What the window shows in its centre: a drawing or a page about one declaration, or about the project.
/// A view reads the session's snapshot, emits wishes and applies edits through the session; it knows no other
/// view. designer/README.md tells how to add one.
class View : public QWidget {
    Q_OBJECT

public:
    explicit View(DesignSession& session, QWidget* parent = nullptr) : QWidget(parent), m_session(session) {}

    /// Shows the declaration (empty: the project), from the current snapshot. Called at navigation; after a
    /// change of the snapshot the view refreshes itself.
    virtual void show(const design::SymbolId& symbol) = 0;
    using QWidget::show;

    /// Marks what the running service tells; comes at most 30 times a second, and when the view is shown.
    virtual void showLive(const LiveMarks&) {}
    /// The canvas that the zoom control steers; null when there is none.
    virtual CanvasView* canvas() { return nullptr; }
    /// What the right panel shows while this view is open; null for nothing. The view owns it.
    virtual QWidget* panel() { return nullptr; }
    /// What one can do in this view; asked once, after construction.
    virtual Commands commands() { return {}; }

Q_SIGNALS:
    /// The person wants to see something else.
    void placeRequested(const barre::designer::Place& place);
    /// The person asked for a command of the window, by its id.
    void commandRequested(const QString& id);
    /// panel() would answer something else now.
    void panelChanged();
    /// The person asked for the text of the selection.
    void codeRequested();
    /// The person asked for an edit of what is selected: the right panel is shown and gets the focus.
    void panelFocusRequested();
    /// Something could not be done; a sentence that says why.
    void problemReported(const QString& sentence);

protected:
    DesignSession& session() const { return m_session; }

private:
    DesignSession& m_session;
};

} // namespace barre::designer
