#pragma once

#include "model/text/text_edit.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <functional>

namespace barre::designer {

/// The unsaved texts of one project, written beside the settings a second after they change, so that they
/// outlive a crash. Gone as soon as everything is saved. What an earlier run left behind is kept, whatever is
/// written meanwhile, until somebody says what shall become of it.
class RecoveryFile : public QObject {
    Q_OBJECT

public:
    /// `unsaved` gives the texts that are not on disk at the moment of writing.
    RecoveryFile(const QString& project, std::function<model::FileTexts()> unsaved,
                 QObject* parent = nullptr);

    /// What an earlier run left behind; empty once it was answered for.
    const model::FileTexts& found() const { return m_found; }
    void forgetFound();
    void writeSoon() { m_delay.start(); }
    /// Writes now; removes the file when nothing is unsaved.
    void write();
    void remove();

    QString path() const { return m_path; }

private:
    model::FileTexts read() const;

    QString m_project;
    QString m_path;
    std::function<model::FileTexts()> m_unsaved;
    model::FileTexts m_found;
    QTimer m_delay;
};

} // namespace barre::designer
