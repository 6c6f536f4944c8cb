#include "designer/session/design_session.h"

#include "designer/session/disk_watch.h"
#include "designer/session/recovery_file.h"
#include "model/design/entry_points.h"
#include "model/project/snapshot.h"
#include "model/semantics/library.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>

#include <set>

namespace barre::designer {

namespace {

QString fromUtf8(const std::string& text) {
    return QString::fromUtf8(text.data(), qsizetype(text.size()));
}

const std::string* find(const model::FileTexts& texts, const std::string& file) {
    const auto it = texts.find(file);
    return it == texts.end() ? nullptr : &it->second;
}

bool same(const std::string* a, const std::string* b) {
    return a && b ? *a == *b : a == b;
}

std::set<std::string> namesOf(const model::FileTexts& a, const model::FileTexts& b) {
    std::set<std::string> names;
    for (const auto& [name, text] : a)
        names.insert(name);
    for (const auto& [name, text] : b)
        names.insert(name);
    return names;
}

bool fits(const model::FileTexts& texts, const model::WorkspaceEdit& edit) {
    for (const model::FileEdit& file : edit.files) {
        const std::string* text = find(texts, file.path);
        if (!text && !file.create)
            return false;
        if (!model::editsAreValid(text && !file.create ? *text : std::string(), file.edits))
            return false;
    }
    return !edit.isEmpty();
}

/// The edit that makes one file what `text` says; removes it for null.
model::WorkspaceEdit replacing(const model::FileTexts& texts, const std::string& file,
                               const std::string* text) {
    const std::string* now = find(texts, file);
    if (!text)
        return {{{.path = file, .edits = {}, .create = false, .remove = true}}};
    model::FileEdit edit{.path = file, .edits = {}, .create = !now, .remove = false};
    edit.edits.push_back(model::differenceOf(now ? *now : std::string(), *text));
    return {{edit}};
}

QStringList watchedPaths(const model::Workspace& workspace) {
    std::set<QString> paths;
    for (const auto& [name, text] : workspace.texts) {
        const QString path = fromUtf8(workspace.pathOf(name));
        paths.insert(path);
        paths.insert(QFileInfo(path).path());
    }
    if (!workspace.isSingleFile())
        paths.insert(fromUtf8(workspace.root));
    return QStringList(paths.begin(), paths.end());
}

} // namespace

DesignSession::DesignSession(QObject* parent)
    : QObject(parent), m_library(std::make_shared<model::Library>()), m_watch(std::make_unique<DiskWatch>()) {
    connect(m_watch.get(), &DiskWatch::changed, this, &DesignSession::compareWithDisk);
    m_workspace = model::workspaceOf({});
    m_snapshot = model::takeSnapshot(m_workspace, m_library);
}

DesignSession::~DesignSession() = default;

QString DesignSession::open(const QString& path) {
    const QByteArray bytes = QFile::encodeName(QFileInfo(path).absoluteFilePath());
    model::Result<model::Workspace> workspace =
        model::openWorkspace(bytes.toStdString(), model::TestSources::Beside);
    if (!workspace)
        return fromUtf8(workspace.problem);
    m_saved = workspace->texts;
    m_conflicts.clear();
    start(std::move(*workspace));
    m_recovery = std::make_unique<RecoveryFile>(this->path(), [this] {
        model::FileTexts unsaved;
        for (const auto& [name, text] : m_workspace.texts)
            if (isDirty(name))
                unsaved[name] = text;
        return unsaved;
    });
    if (!hasRecovery())
        m_recovery->forgetFound();
    m_watch->watch(watchedPaths(m_workspace));
    Q_EMIT opened();
    return {};
}

void DesignSession::openTexts(model::FileTexts texts) {
    m_saved = texts;
    m_recovery.reset();
    start(model::workspaceOf(std::move(texts)));
    Q_EMIT opened();
}

void DesignSession::start(model::Workspace workspace) {
    m_workspace = std::move(workspace);
    m_history.clear();
    m_selection = {};
    m_isOpen = true;
    m_snapshot = model::takeSnapshot(m_workspace, m_library);
    ++m_revision;
    announceDirty();
    Q_EMIT historyChanged();
}

void DesignSession::close() {
    if (m_recovery && isDirty())
        m_recovery->remove();
    m_recovery.reset();
    m_watch->watch({});
    m_saved.clear();
    m_conflicts.clear();
    start(model::workspaceOf({}));
    m_isOpen = false;
    Q_EMIT closed();
}

QString DesignSession::path() const {
    return fromUtf8(m_workspace.isSingleFile() ? m_workspace.pathOf(m_workspace.onlyFile) : m_workspace.root);
}

QString DesignSession::projectName() const {
    if (m_workspace.isSingleFile())
        return fromUtf8(m_workspace.onlyFile);
    return fromUtf8(m_snapshot->manifest().name);
}

bool DesignSession::apply(const model::WorkspaceEdit& edit, const QString& label, const QString& mergeKey) {
    if (!fits(m_workspace.texts, edit))
        return false;
    m_history.push(edit, model::inverseEdit(m_workspace.texts, edit), label.toStdString(),
                   mergeKey.toStdString());
    change(edit);
    refresh();
    return true;
}

void DesignSession::imagine(const model::WorkspaceEdit& edit,
                            const std::function<void(const model::Snapshot&)>& look) {
    if (!fits(m_workspace.texts, edit))
        return;
    model::Workspace imagined = m_workspace;
    model::applyEdit(imagined.texts, edit);
    m_snapshot = model::takeSnapshot(imagined, m_library, std::move(m_snapshot));
    look(*m_snapshot);
    m_snapshot = model::takeSnapshot(m_workspace, m_library, std::move(m_snapshot));
}

void DesignSession::undo() {
    if (!canUndo())
        return;
    const HistoryStep step = m_history.undoStep();
    m_history.movedBack();
    for (auto inverse = step.inverses.rbegin(); inverse != step.inverses.rend(); ++inverse)
        change(*inverse);
    refresh();
}

void DesignSession::redo() {
    if (!canRedo())
        return;
    const HistoryStep step = m_history.redoStep();
    m_history.movedForward();
    for (const model::WorkspaceEdit& edit : step.edits)
        change(edit);
    refresh();
}

QString DesignSession::undoLabel() const {
    return canUndo() ? fromUtf8(m_history.undoStep().label) : QString();
}

QString DesignSession::redoLabel() const {
    return canRedo() ? fromUtf8(m_history.redoStep().label) : QString();
}

void DesignSession::change(const model::WorkspaceEdit& edit) {
    model::applyEdit(m_workspace.texts, edit);
    ++m_revision;
    mapSelection(edit);
    Q_EMIT textChanged(edit);
}

void DesignSession::refresh() {
    m_snapshot = model::takeSnapshot(m_workspace, m_library, std::move(m_snapshot));
    if (m_recovery)
        m_recovery->writeSoon();
    announceDirty();
    Q_EMIT historyChanged();
    Q_EMIT snapshotChanged();
}

void DesignSession::announceDirty() {
    const bool dirty = isDirty();
    if (dirty == m_wasDirty)
        return;
    m_wasDirty = dirty;
    Q_EMIT dirtyChanged(dirty);
}

bool DesignSession::isDirty() const {
    return m_workspace.texts != m_saved;
}

bool DesignSession::isDirty(const std::string& file) const {
    return !same(find(m_workspace.texts, file), find(m_saved, file));
}

QStringList DesignSession::unsavedFiles() const {
    QStringList files;
    for (const std::string& file : namesOf(m_workspace.texts, m_saved))
        if (isDirty(file))
            files.append(fromUtf8(file));
    return files;
}

QString DesignSession::save() {
    QString problem;
    for (const std::string& file : namesOf(m_workspace.texts, m_saved)) {
        if (!isDirty(file))
            continue;
        if (m_conflicts.contains(file)) {
            problem =
                tr("%1 was changed by another program. Say first whose changes stay.").arg(fromUtf8(file));
            continue;
        }
        const auto written = model::saveFile(m_workspace, file);
        if (!written) {
            problem = problem.isEmpty() ? fromUtf8(written.problem) : problem;
            continue;
        }
        if (const std::string* text = find(m_workspace.texts, file))
            m_saved[file] = *text;
        else
            m_saved.erase(file);
    }
    m_history.seal();
    if (m_recovery)
        m_recovery->write();
    m_watch->watch(watchedPaths(m_workspace));
    announceDirty();
    return problem;
}

void DesignSession::compareWithDisk() {
    if (!m_isOpen || !m_recovery)
        return;
    const auto disk = model::openWorkspace(path().toStdString(), model::TestSources::Beside);
    m_watch->watch(watchedPaths(m_workspace));
    if (!disk && QFileInfo::exists(path()))
        return; // it cannot be read now
    const model::FileTexts texts = disk ? disk->texts : model::FileTexts();
    bool changed = false;
    for (const std::string& file : namesOf(texts, m_saved)) {
        const std::string* there = find(texts, file);
        if (same(there, find(m_saved, file)))
            m_conflicts.erase(file);
        else if (!there && find(m_workspace.texts, file))
            askAboutDeletion(file);
        else if (!isDirty(file) || same(there, find(m_workspace.texts, file)))
            changed |= takeOver(file, there);
        else
            askAbout(file);
    }
    if (changed)
        refresh();
}

void DesignSession::askAbout(const std::string& file) {
    m_conflicts.insert(file);
    Q_EMIT changedOnDisk(fromUtf8(file));
}

void DesignSession::askAboutDeletion(const std::string& file) {
    m_conflicts.insert(file);
    Q_EMIT deletedOnDisk(fromUtf8(file));
}

// A change from outside is a step of the history like any other: it can be undone, and edits made before it
// can still be undone after it.
bool DesignSession::takeOver(const std::string& file, const std::string* diskText) {
    if (diskText)
        m_saved[file] = *diskText;
    else
        m_saved.erase(file);
    if (same(diskText, find(m_workspace.texts, file)))
        return true;
    const model::WorkspaceEdit edit = replacing(m_workspace.texts, file, diskText);
    m_history.push(edit, model::inverseEdit(m_workspace.texts, edit), tr("Change on disk").toStdString(), {});
    change(edit);
    return true;
}

void DesignSession::takeDiskVersion(const std::string& file) {
    m_conflicts.erase(file);
    const auto text = model::readFile(m_workspace.pathOf(file));
    takeOver(file, text ? &*text : nullptr);
    refresh();
}

void DesignSession::keepOwnVersion(const std::string& file) {
    m_conflicts.erase(file);
    const auto text = model::readFile(m_workspace.pathOf(file));
    if (text)
        m_saved[file] = *text;
    else
        m_saved.erase(file);
    announceDirty();
}

bool DesignSession::hasRecovery() const {
    if (!m_recovery)
        return false;
    for (const auto& [name, text] : m_recovery->found())
        if (!same(&text, find(m_workspace.texts, name)))
            return true;
    return false;
}

void DesignSession::restoreRecovery() {
    if (!m_recovery)
        return;
    model::WorkspaceEdit edit;
    for (const auto& [name, text] : m_recovery->found())
        if (!same(&text, find(m_workspace.texts, name)))
            edit.files.push_back(replacing(m_workspace.texts, name, &text).files.front());
    apply(edit, tr("Restore unsaved work"));
    m_recovery->forgetFound();
}

void DesignSession::forgetRecovery() {
    if (m_recovery)
        m_recovery->forgetFound();
}

void DesignSession::writeRecovery() {
    if (m_recovery)
        m_recovery->write();
}

void DesignSession::discardRecovery() {
    if (m_recovery)
        m_recovery->remove();
}

void DesignSession::select(const Selection& selection) {
    if (selection == m_selection)
        return;
    m_selection = selection;
    m_history.seal();
    Q_EMIT selectionChanged();
}

void DesignSession::mapSelection(const model::WorkspaceEdit& edit) {
    for (const model::FileEdit& file : edit.files) {
        if (file.path != m_selection.location.file)
            continue;
        if (file.remove)
            m_selection.location = {};
        else
            m_selection.location.range = model::mapRange(m_selection.location.range, file.edits);
    }
}

} // namespace barre::designer
