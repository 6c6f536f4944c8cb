#pragma once

#include "designer/session/command.h"

#include <QtCore/QObject>

#include <memory>
#include <vector>

class QAction;
class QMenu;
class QWidget;

namespace barre::app {

/// Everything one can do in the window: one list that feeds the menus, the command palette, the shortcuts and
/// the tooltips.
class CommandTable : public QObject {
    Q_OBJECT

public:
    struct Row {
        designer::Command command;
        QWidget* context; ///< where its shortcut counts: the window, or a view
        QAction* action;
    };

    explicit CommandTable(QObject* parent = nullptr) : QObject(parent) {}

    /// Adds commands; their shortcuts work while `context` or a child of it has the focus, everywhere in the
    /// window when it is the window.
    void add(const designer::Commands& commands, QWidget* context);

    const std::vector<Row>& rows() const { return m_rows; }
    const Row* find(const QString& id) const;
    /// Whether the command belongs to the window, or to a view that is on screen.
    static bool isHere(const Row& row);
    /// Whether the command can be run now: it is here, and enabled.
    static bool isAvailable(const Row& row);
    /// Runs it when it is available.
    void run(const QString& id) const;
    /// "Undo (Ctrl+Z)".
    QString tooltip(const QString& id) const;
    /// Adds the rows that are wanted and here to a menu, with what is unavailable greyed, and why.
    void fillMenu(QMenu& menu, const std::function<bool(const Row&)>& isWanted) const;
    /// Of what is here.
    QStringList groups() const;

private:
    std::vector<Row> m_rows;
};

} // namespace barre::app
