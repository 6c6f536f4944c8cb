#pragma once

#include "designer/forms/panel_page.h"
#include "designer/session/place.h"
#include "model/edits/edit_result.h"

#include <array>

class QComboBox;

namespace barre::designer {

class DesignSession;
class ListenerForm;
class OptionFields;
class SignatureForm;
class TextButton;
class TextField;

/// The right panel of the service designer: the service's path, listener and options, its upgrade resource,
/// or the listener's port and options.
class ServicePanel : public PanelPage {
    Q_OBJECT

public:
    explicit ServicePanel(DesignSession& session, QWidget* parent = nullptr);

    void showService(const design::SymbolId& service);
    void showResource(const design::SymbolId& resource);
    void showListener(const design::SymbolId& listener);

Q_SIGNALS:
    void placeRequested(const barre::designer::Place& place);

private:
    enum Shown { Service, Resource, Listener };

    QWidget* buildServicePage();
    QWidget* buildResourcePage();
    QWidget* buildListenerPage();
    void show(Shown what);
    void refresh();
    void refreshService();
    void refreshResource();
    void refreshListener();
    bool apply(const edits::EditResult& result, const QString& label);

    DesignSession& m_session;
    Shown m_shown = Service;
    design::SymbolId m_service;
    design::SymbolId m_resource;
    design::SymbolId m_listener;
    TextField* m_path = nullptr;
    QComboBox* m_attached = nullptr;
    TextButton* m_editListener = nullptr;
    OptionFields* m_serviceOptions = nullptr;
    SignatureForm* m_signature = nullptr;
    ListenerForm* m_listenerForm = nullptr;
    std::array<QWidget*, 3> m_pages; ///< by Shown; after what they are built of
};

} // namespace barre::designer
