#pragma once

#include "app/window/workbench.h"
#include "designer/session/command.h"
#include "model/edits/edit_result.h"

#include <QtCore/QObject>

#include <functional>

class QWidget;

namespace barre::app {

/// Open, save, close, and what is done with whole declarations (rename, delete).
class ProjectActions : public QObject {
    Q_OBJECT

public:
    ProjectActions(Workbench& workbench, QWidget* window);

    designer::Commands commands();

    /// Opens a folder or file; asks first when unsaved work would be lost.
    void open(const QString& path);
    void openSample(const QString& name);
    bool save();
    /// Whether what is open may be left: saved, or the person says so.
    bool mayLeave();
    void rename(const model::SymbolId& symbol);
    void deleteDeclaration(const model::SymbolId& symbol);
    /// Applies the edit of a result, or tells its problem.
    bool apply(const edits::EditResult& result, const QString& label);

Q_SIGNALS:
    void failed(const QString& sentence);
    /// Something in the project keeps it from being done, for as long as `reason` answers a sentence.
    void prevented(const std::function<QString()>& reason);
    void succeeded();

private:
    void askForFolder();
    void askForFile();
    void close();

    Workbench& m_workbench;
    QWidget* m_window;
};

} // namespace barre::app
