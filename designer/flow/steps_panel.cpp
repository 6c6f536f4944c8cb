#include "designer/flow/steps_panel.h"

#include "designer/canvas/controls.h"

#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {

const QStringList& shownCommands() {
    static const QStringList ids{
        QStringLiteral("flow.cut"),       QStringLiteral("flow.copy"),     QStringLiteral("flow.duplicate"),
        QStringLiteral("flow.delete"),    QStringLiteral("flow.comment"),  QStringLiteral("flow.wrapIf"),
        QStringLiteral("flow.wrapWhile"), QStringLiteral("flow.wrapLock"), QStringLiteral("flow.wrapDo")};
    return ids;
}

} // namespace

StepsPanel::StepsPanel(const Commands& commands, QWidget* parent) : PanelPage(parent) {
    auto* rows = new QWidget(this);
    QVBoxLayout* column = columnIn(rows, 2);
    for (const Command& command : commands) {
        if (!shownCommands().contains(command.id))
            continue;
        auto* button = new TextButton(command.words, "row", rows, command.icon);
        button->setToolTip(wordsWithKeys(command));
        connect(button, &QPushButton::clicked, this, [this, run = command.run] {
            run();
            Q_EMIT done();
        });
        column->addWidget(button);
    }
    add(rows);
}

void StepsPanel::showSteps(int count) {
    setHead(QStringLiteral("wrap"), Colour::Control, tr("%1 steps").arg(count),
            tr("What is done here is done with all of them."));
}

} // namespace barre::designer
