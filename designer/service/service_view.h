#pragma once

#include "designer/session/live_marks.h"
#include "designer/session/view.h"
#include "model/design/service_design.h"

namespace barre::edits {
struct EditResult;
}

namespace barre::designer {

class Page;
class RowList;
class ServicePanel;
class TextButton;

/// The WebSocket Service designer: the upgrade resource, the connection class it makes, the attached
/// listener, and whatever else the service has. Its options are in the right panel.
class ServiceView : public View {
    Q_OBJECT

public:
    explicit ServiceView(DesignSession& session, QWidget* parent = nullptr);

    void show(const design::SymbolId& symbol) override;
    void showLive(const LiveMarks& marks) override;
    QWidget* panel() override;

private:
    void refresh();
    void showTitle();
    QString portOf(const design::AttachedListener& listener) const;
    void showResources();
    void showClasses();
    void showListeners();
    void showMembers();
    void open(const QString& key);
    void showMenu(const QString& key, const QPoint& position);
    void chooseResource(const QString& key);
    void chooseListener(const QString& key);
    void addResource();
    void remove(const QString& key);
    bool apply(const edits::EditResult& result, const QString& label, const QString& mergeKey = {});

    design::SymbolId m_service;
    design::ServiceDesign m_design;
    LiveMarks m_marks;
    Page* m_page;
    RowList* m_resources;
    RowList* m_classes;
    RowList* m_listeners;
    RowList* m_members;
    QWidget* m_membersTitle = nullptr;
    QWidget* m_noResources;
    QWidget* m_noClasses;
    TextButton* m_addResource;
    ServicePanel* m_panel;
};

} // namespace barre::designer
