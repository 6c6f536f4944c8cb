#include "designer/session/disk_watch.h"

namespace barre::designer {

DiskWatch::DiskWatch(QObject* parent) : QObject(parent) {
    m_delay.setSingleShot(true);
    m_delay.setInterval(120);
    const auto later = [this] { m_delay.start(); };
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, later);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, later);
    connect(&m_delay, &QTimer::timeout, this, &DiskWatch::changed);
}

void DiskWatch::watch(const QStringList& paths) {
    const QStringList before = m_watcher.files() + m_watcher.directories();
    if (!before.isEmpty())
        m_watcher.removePaths(before);
    if (!paths.isEmpty())
        m_watcher.addPaths(paths);
}

} // namespace barre::designer
