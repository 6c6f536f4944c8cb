#include "app/window/project_actions.h"

#include "app/window/navigator.h"
#include "app/window/preferences.h"
#include "app/window/start_page.h"
#include "designer/canvas/text.h"
#include "designer/forms/ask.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/edits/declarations.h"

#include <QtCore/QDir>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

namespace barre::app {

using designer::Command;
using designer::DesignSession;

ProjectActions::ProjectActions(Workbench& workbench, QWidget* window)
    : QObject(window), m_workbench(workbench), m_window(window) {}

designer::Commands ProjectActions::commands() {
    DesignSession& session = m_workbench.session;
    const auto isOpen = [&session] { return session.isOpen(); };
    const QString file = tr("File");
    designer::Commands all{
        Command{QStringLiteral("file.open"),
                tr("Open project…"),
                file,
                QStringLiteral("folder"),
                {QKeySequence::Open},
                [this] { askForFolder(); },
                {}},
        Command{QStringLiteral("file.openFile"),
                tr("Open file…"),
                file,
                QStringLiteral("file"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+O"))},
                [this] { askForFile(); },
                {}},
        Command{QStringLiteral("file.save"),
                tr("Save"),
                file,
                QStringLiteral("save"),
                {QKeySequence::Save},
                [this] { save(); },
                [&session] { return session.isDirty(); },
                {},
                {},
                tr("All is saved.")},
        Command{QStringLiteral("file.close"),
                tr("Close project"),
                file,
                QStringLiteral("close"),
                {QKeySequence(QStringLiteral("Ctrl+W"))},
                [this] { close(); },
                isOpen},
        Command{QStringLiteral("file.quit"),
                tr("Quit"),
                file,
                {},
                {QKeySequence(QStringLiteral("Ctrl+Q"))},
                [this] { m_window->close(); },
                {}},
        Command{QStringLiteral("edit.undo"),
                tr("Undo"),
                tr("Edit"),
                QStringLiteral("undo"),
                {QKeySequence::Undo},
                [&session] { session.undo(); },
                [&session] { return session.canUndo(); },
                [&session] { return session.undoLabel(); },
                {},
                tr("There is nothing to undo.")},
        Command{QStringLiteral("edit.redo"),
                tr("Redo"),
                tr("Edit"),
                QStringLiteral("redo"),
                {QKeySequence(QStringLiteral("Ctrl+Shift+Z")), QKeySequence(QStringLiteral("Ctrl+Y"))},
                [&session] { session.redo(); },
                [&session] { return session.canRedo(); },
                [&session] { return session.redoLabel(); },
                {},
                tr("Nothing was undone.")},
    };
    return designer::withReason(std::move(all), tr("Open a project first."));
}

void ProjectActions::open(const QString& path) {
    if (!mayLeave())
        return;
    const QString problem = m_workbench.session.open(path);
    if (!problem.isEmpty()) {
        Q_EMIT failed(problem);
        return;
    }
    Q_EMIT succeeded();
    m_workbench.preferences.addRecentProject(m_workbench.session.path());
}

void ProjectActions::openSample(const QString& name) {
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    QString problem;
    const QString folder = copySample(name, documents + QStringLiteral("/Barre"), &problem);
    if (folder.isEmpty())
        Q_EMIT failed(problem);
    else
        open(folder);
}

void ProjectActions::askForFolder() {
    const QString folder = QFileDialog::getExistingDirectory(m_window, tr("Open a Ballerina package"));
    if (!folder.isEmpty())
        open(folder);
}

void ProjectActions::askForFile() {
    const QString path = QFileDialog::getOpenFileName(m_window, tr("Open a Ballerina file"), {},
                                                      tr("Ballerina files (*.bal)"));
    if (!path.isEmpty())
        open(path);
}

bool ProjectActions::save() {
    const QString problem = m_workbench.session.save();
    if (!problem.isEmpty())
        Q_EMIT failed(problem);
    return problem.isEmpty();
}

void ProjectActions::close() {
    if (mayLeave())
        m_workbench.session.close();
}

bool ProjectActions::mayLeave() {
    if (!m_workbench.session.isDirty())
        return true;
    QMessageBox box(QMessageBox::NoIcon, tr("Unsaved changes"),
                    tr("%1 has unsaved changes.").arg(m_workbench.session.projectName()),
                    QMessageBox::NoButton, m_window);
    const QAbstractButton* saves = box.addButton(tr("Save"), QMessageBox::AcceptRole);
    const QAbstractButton* discards = box.addButton(tr("Discard"), QMessageBox::DestructiveRole);
    box.addButton(tr("Cancel"), QMessageBox::RejectRole);
    box.exec();
    if (box.clickedButton() == saves)
        return save();
    if (box.clickedButton() != discards)
        return false;
    m_workbench.session.discardRecovery();
    return true;
}

bool ProjectActions::apply(const edits::EditResult& result, const QString& label) {
    if (!result) {
        Q_EMIT failed(designer::toQString(result.problem));
        return false;
    }
    Q_EMIT succeeded();
    return m_workbench.session.apply(result.edit, label);
}

void ProjectActions::rename(const model::SymbolId& symbol) {
    const design::TreeItem* item = design::findItem(m_workbench.navigator.tree(), symbol);
    if (!item)
        return;
    const QString before = designer::toQString(item->label);
    const auto renaming = [this, symbol](const QString& name) {
        return edits::renameSymbol(*m_workbench.session.snapshot(), symbol, designer::toStdString(name));
    };
    const auto name = designer::askForName(
        m_window, tr("Rename %1").arg(before), tr("New name"), before, tr("Rename"),
        [&](const QString& text) { return designer::toQString(renaming(text).problem); });
    if (name)
        apply(renaming(*name), tr("Rename %1").arg(before));
}

// No question: undo brings it back.
void ProjectActions::deleteDeclaration(const model::SymbolId& symbol) {
    const design::TreeItem* item = design::findItem(m_workbench.navigator.tree(), symbol);
    const QString label = item ? designer::toQString(item->label) : QString();
    apply(edits::deleteDeclaration(*m_workbench.session.snapshot(), symbol), tr("Delete %1").arg(label));
}

} // namespace barre::app
