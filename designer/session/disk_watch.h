#pragma once

#include <QtCore/QFileSystemWatcher>
#include <QtCore/QObject>
#include <QtCore/QTimer>

namespace barre::designer {

/// Tells, a moment after the last of a burst, that something of a project changed on disk.
class DiskWatch : public QObject {
    Q_OBJECT

public:
    explicit DiskWatch(QObject* parent = nullptr);

    /// Watches these files and folders instead of the ones before. Call it again after a save: an atomic
    /// write replaces the file that was watched.
    void watch(const QStringList& paths);

Q_SIGNALS:
    void changed();

private:
    QFileSystemWatcher m_watcher;
    QTimer m_delay;
};

} // namespace barre::designer
