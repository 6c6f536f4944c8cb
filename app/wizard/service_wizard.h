#pragma once

#include "model/design/callbacks.h"
#include "model/edits/services.h"
#include "model/project/workspace.h"

#include <QtWidgets/QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace barre::model {
class Snapshot;
}

namespace barre::designer {
class DesignSession;
class TextButton;
class TextField;
class TextLabel;
} // namespace barre::designer

namespace barre::app {

class CodePreview;

/// Makes a WebSocket service in the open project, or in a new one: listener, path, connection class,
/// callbacks. The code that will be written stands beside the form while it is filled in.
class ServiceWizard : public QDialog {
    Q_OBJECT

public:
    enum class Into { OpenProject, NewProject };

    ServiceWizard(designer::DesignSession& session, Into into, QWidget* parent = nullptr);

    /// The folder of the new project; empty for the open one.
    QString projectFolder() const;

public Q_SLOTS:
    /// Writes the service; stays open and says why when that cannot be done.
    void accept() override;

private:
    QWidget* buildForm();
    QWidget* buildProjectFields();
    QWidget* buildServiceFields();
    QWidget* buildCallbacks();
    QWidget* buildPreview();
    void chooseCallback(const design::CallbackRow& callback, bool on);
    void fillListeners();
    void chooseFolder();
    void suggestPath();
    void suggestClassName();
    void refresh();
    edits::WebSocketServiceText text() const;
    edits::EditResult serviceEdit() const;
    QString problem() const;
    QString projectProblem() const;
    bool writeProject();

    designer::DesignSession& m_session;
    Into m_into;
    model::Workspace m_workspace; ///< what the service is added to
    std::shared_ptr<const model::Snapshot> m_snapshot;
    designer::TextField* m_name = nullptr;
    designer::TextField* m_folder = nullptr;
    QComboBox* m_listener = nullptr;
    designer::TextField* m_port = nullptr;
    designer::TextField* m_path = nullptr;
    designer::TextField* m_resourcePath = nullptr;
    designer::TextField* m_className = nullptr;
    bool m_classNameTyped = false, m_pathTyped = false;
    std::vector<QCheckBox*> m_callbacks;
    QCheckBox* m_echo = nullptr;
    CodePreview* m_preview = nullptr;
    designer::TextLabel* m_problem = nullptr;
    designer::TextButton* m_create = nullptr;
};

/// `/chat/rooms` becomes `ChatRoomsService`.
QString classNameFor(const QString& path);

} // namespace barre::app
