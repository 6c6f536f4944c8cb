#pragma once

#include "designer/session/edit_history.h"
#include "model/design/location.h"
#include "model/project/workspace.h"

#include <QtCore/QObject>
#include <QtCore/QStringList>

#include <functional>
#include <memory>
#include <set>

class QTimer;

namespace barre::model {
class Library;
class Snapshot;
} // namespace barre::model

namespace barre::designer {

class DiskWatch;
class RecoveryFile;

/// What is selected, the same for diagram, code and panel: a place in the text, and the declaration it is in.
struct Selection {
    design::SymbolId symbol;
    design::Location location;

    friend bool operator==(const Selection&, const Selection&) = default;
};

/// The open project: its text, the one history of its changes and the snapshot of this moment.
/// apply() is the only function of the designer that changes text.
class DesignSession : public QObject {
    Q_OBJECT

public:
    explicit DesignSession(QObject* parent = nullptr);
    ~DesignSession() override;

    /// Opens a package folder or a .bal file in place of what was open; on failure keeps what was and answers
    /// the sentence.
    QString open(const QString& path);
    /// Opens texts that are not on disk (tests, previews).
    void openTexts(model::FileTexts texts);
    void close();
    bool isOpen() const { return m_isOpen; }
    /// The folder, or the single file, as it was opened.
    QString path() const;
    QString projectName() const;

    const model::Workspace& workspace() const { return m_workspace; }
    /// The texts on disk, as far as we know.
    const model::FileTexts& savedTexts() const { return m_saved; }
    /// Never null; empty while nothing is open.
    const std::shared_ptr<const model::Snapshot>& snapshot() const { return m_snapshot; }
    /// Counts up with every change of text.
    quint64 revision() const { return m_revision; }

    /// What the project would be with an edit that is not made; the snapshot is there for the call alone.
    void imagine(const model::WorkspaceEdit& edit, const std::function<void(const model::Snapshot&)>& look);
    /// Changes the text as one step of the history. Steps with the same non-empty merge key that follow each
    /// other become one. False when the edit is empty or does not fit the text.
    bool apply(const model::WorkspaceEdit& edit, const QString& label, const QString& mergeKey = {});
    void undo();
    void redo();
    bool canUndo() const { return m_history.canUndo(); }
    bool canRedo() const { return m_history.canRedo(); }
    QString undoLabel() const;
    QString redoLabel() const;
    /// Ends the merging of steps: what comes now can be undone by itself.
    void endMerge() { m_history.seal(); }

    bool isDirty() const;
    bool isDirty(const std::string& file) const;
    /// The files that save() would write.
    QStringList unsavedFiles() const;
    /// Writes every changed file; answers the sentence of one that could not be written.
    QString save();
    /// Takes the disk's text of a file whose change was announced by changedOnDisk.
    void takeDiskVersion(const std::string& file);
    /// Keeps the own text of such a file; saving will overwrite the disk's.
    void keepOwnVersion(const std::string& file);

    /// Whether a crash left unsaved text of this project behind.
    bool hasRecovery() const;
    void restoreRecovery();
    void forgetRecovery();
    /// Writes the unsaved text now instead of in a moment.
    void writeRecovery();
    /// Forgets all unsaved text, of this run as well.
    void discardRecovery();

    const Selection& selection() const { return m_selection; }
    void select(const Selection& selection);

Q_SIGNALS:
    void opened();
    void closed();
    /// Text changed, by any way; the edit's ranges mean the text before it. Comes before snapshotChanged.
    void textChanged(const barre::model::WorkspaceEdit& edit);
    void snapshotChanged();
    void historyChanged();
    void dirtyChanged(bool dirty);
    void selectionChanged();
    /// A file was changed by another program while it has unsaved changes here.
    void changedOnDisk(const QString& file);
    /// A file was deleted by another program. It stays here until somebody says whether it shall.
    void deletedOnDisk(const QString& file);

private:
    void start(model::Workspace workspace);
    void change(const model::WorkspaceEdit& edit);
    void refresh();
    void announceDirty();
    void mapSelection(const model::WorkspaceEdit& edit);
    void compareWithDisk();
    void askAbout(const std::string& file);
    void askAboutDeletion(const std::string& file);
    bool takeOver(const std::string& file, const std::string* diskText);

    model::Workspace m_workspace;
    model::FileTexts m_saved;          ///< what is on disk, as far as we know
    std::set<std::string> m_conflicts; ///< changed here and on disk, and nobody said yet what shall stay
    EditHistory m_history;
    std::shared_ptr<model::Library> m_library;
    std::shared_ptr<const model::Snapshot> m_snapshot;
    Selection m_selection;
    std::unique_ptr<DiskWatch> m_watch;
    std::unique_ptr<RecoveryFile> m_recovery;
    quint64 m_revision = 0;
    bool m_isOpen = false;
    bool m_wasDirty = false;
};

} // namespace barre::designer
