#pragma once

#include "designer/session/place.h"
#include "model/edits/edit_result.h"

#include <QtWidgets/QScrollArea>

class QComboBox;
class QStackedWidget;

namespace barre::designer {

class DesignSession;
class ListenerForm;
class OptionFields;
class SignatureForm;
class TextField;
class TextLabel;

/// The right panel of the service designer: the service's path, listener and options, its upgrade resource,
/// or the listener's port and options.
class ServicePanel : public QScrollArea {
    Q_OBJECT

public:
    explicit ServicePanel(DesignSession& session, QWidget* parent = nullptr);

    void showService(const design::SymbolId& service);
    void showResource(const design::SymbolId& resource);
    void showListener(const design::SymbolId& listener);
    void showProblem(const QString& problem);

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
    void setHead(const QString& title, const QString& words);
    bool apply(const edits::EditResult& result, const QString& label);

    DesignSession& m_session;
    Shown m_shown = Service;
    design::SymbolId m_service;
    design::SymbolId m_resource;
    design::SymbolId m_listener;
    TextLabel* m_title;
    TextLabel* m_words;
    TextLabel* m_problem;
    QStackedWidget* m_pages;
    TextField* m_path = nullptr;
    QComboBox* m_attached = nullptr;
    OptionFields* m_serviceOptions = nullptr;
    TextField* m_resourcePath = nullptr;
    SignatureForm* m_signature = nullptr;
    ListenerForm* m_listenerForm = nullptr;
};

} // namespace barre::designer
