#pragma once

#include <QtCore/QString>
#include <QtGui/QKeySequence>

#include <functional>
#include <vector>

namespace barre::designer {

/// Something the person can do: one row feeds menus, the command palette, tooltips and shortcuts.
struct Command {
    QString id;    ///< `flow.delete`
    QString words; ///< "Delete step", as in a menu
    QString group; ///< heading in the palette and name of the menu
    QString icon;
    QList<QKeySequence> shortcuts;
    std::function<void()> run;
    std::function<bool()> isEnabled; ///< empty means always
    /// What it would be done to now, or what it would do besides: "Undo" of "Move up"; may be empty.
    std::function<QString()> object{};
    QString also{};   ///< other words that a search finds it by
    QString whyNot{}; ///< why it cannot be done while it is not enabled
};

using Commands = std::vector<Command>;

/// Gives a reason to those that may not be enabled and have none of their own.
Commands withReason(Commands commands, const QString& whyNot);

/// The words, and what it would be done to now.
QString fullWords(const Command& command);
/// The words with the first shortcut: "Move up (Alt+Up)".
QString wordsWithKeys(const Command& command);

} // namespace barre::designer
