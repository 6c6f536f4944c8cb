#include "app/window/command_table.h"

#include "designer/canvas/icon.h"

#include <QtGui/QAction>
#include <QtWidgets/QMenu>
#include <QtWidgets/QWidget>

namespace barre::app {

void CommandTable::add(const designer::Commands& commands, QWidget* context) {
    for (const designer::Command& command : commands) {
        auto* action = new QAction(command.words, context);
        action->setShortcuts(command.shortcuts);
        action->setShortcutContext(context->isWindow() ? Qt::WindowShortcut : Qt::WidgetWithChildrenShortcut);
        context->addAction(action);
        const QString id = command.id;
        connect(action, &QAction::triggered, this, [this, id] { run(id); });
        connect(context, &QObject::destroyed, this,
                [this, id] { std::erase_if(m_rows, [&](const Row& row) { return row.command.id == id; }); });
        m_rows.push_back({command, context, action});
    }
}

const CommandTable::Row* CommandTable::find(const QString& id) const {
    for (const Row& row : m_rows)
        if (row.command.id == id)
            return &row;
    return nullptr;
}

bool CommandTable::isHere(const Row& row) {
    return row.context->isWindow() || row.context->isVisible();
}

bool CommandTable::isAvailable(const Row& row) {
    return isHere(row) && (!row.command.isEnabled || row.command.isEnabled());
}

void CommandTable::run(const QString& id) const {
    const Row* row = find(id);
    if (row && isAvailable(*row)) {
        const auto run = row->command.run; // the row may go away while it runs
        run();
    }
}

QString CommandTable::tooltip(const QString& id) const {
    const Row* row = find(id);
    return row ? designer::wordsWithKeys(row->command) : QString();
}

void CommandTable::fillMenu(QMenu& menu, const std::function<bool(const Row&)>& isWanted) const {
    menu.setToolTipsVisible(true);
    for (const Row& row : m_rows) {
        if (!isHere(row) || !isWanted(row))
            continue;
        const QString words = designer::fullWords(row.command);
        auto* item = menu.addAction(words, [this, id = row.command.id] { run(id); });
        if (!row.command.icon.isEmpty())
            item->setIcon(designer::icon(row.command.icon));
        if (!row.command.shortcuts.isEmpty())
            item->setText(words + u'\t' + row.command.shortcuts.first().toString(QKeySequence::NativeText));
        item->setEnabled(isAvailable(row));
        if (!item->isEnabled())
            item->setToolTip(row.command.whyNot);
    }
}

QStringList CommandTable::groups() const {
    QStringList names;
    for (const Row& row : m_rows)
        if (isHere(row) && !names.contains(row.command.group))
            names.append(row.command.group);
    return names;
}

} // namespace barre::app
