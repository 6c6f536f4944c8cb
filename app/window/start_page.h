#pragma once

#include <QtWidgets/QFrame>

class QVBoxLayout;

namespace barre::app {

struct Workbench;

/// What the window shows while no project is open: open, create, samples, recent projects.
class StartPage : public QFrame {
    Q_OBJECT

public:
    explicit StartPage(Workbench& workbench, QWidget* parent = nullptr);

Q_SIGNALS:
    void openRequested(const QString& path);
    void sampleRequested(const QString& name);

private:
    void showRecent();

    Workbench& m_workbench;
    QVBoxLayout* m_recent;
};

/// The samples that are linked into the program, by name of their folder.
QStringList sampleNames();
/// Writes a sample into a new folder below `parent`; answers the folder, or an empty text and the sentence.
QString copySample(const QString& name, const QString& parent, QString* problem);

} // namespace barre::app
