#include "designer/service/service_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/problem_mark.h"
#include "designer/canvas/text.h"
#include "designer/forms/page.h"
#include "designer/forms/row_list.h"
#include "designer/service/service_panel.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/edits/declarations.h"
#include "model/edits/services.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QMenu>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::ResourceDesign;
using design::SymbolId;

namespace {

QString parametersOf(const ResourceDesign& resource) {
    QStringList names;
    for (const design::Parameter& parameter : resource.parameters)
        if (parameter.role != design::ParameterRole::Path &&
            parameter.role != design::ParameterRole::PathRest)
            names << toQString(parameter.type + " " + parameter.name);
    return QLatin1Char('(') + names.join(QStringLiteral(", ")) + QStringLiteral(") \u2192 ") +
           toQString(resource.returns);
}

ListRow rowOf(const ResourceDesign& resource, const LiveMarks& marks) {
    ListRow row;
    row.key = toQString(resource.id.path);
    row.icon = QStringLiteral("upgrade");
    row.iconColour = Colour::Call;
    row.text = (resource.isUpgrade ? ServiceView::tr("Upgrade ") : QString()) +
               toQString(resource.accessor + " " + resource.path);
    row.code = parametersOf(resource);
    const LiveMarks::Handler* handler = marks.handler(resource.id.path);
    row.trailing = stepsText(resource.steps, handler ? handler->calls : 0);
    row.mark = markOf(resource.problems);
    return row;
}

std::string connectionClassIn(const model::Snapshot& snapshot) {
    for (const design::TreeGroup& group : design::buildEntryPoints(snapshot).groups)
        for (const design::TreeItem& item : group.items)
            if (item.kind == design::ItemKind::ConnectionClass && item.id.path == item.label)
                return item.label;
    return {};
}

} // namespace

ServiceView::ServiceView(DesignSession& session, QWidget* parent)
    : View(session, parent), m_page(new Page), m_resources(new RowList(tr("Upgrade resource"))),
      m_classes(new RowList(tr("Connection service"))), m_listeners(new RowList(tr("Attached listener"))),
      m_members(new RowList(tr("Other members"))),
      m_noResources(captionLabel(tr("Nothing answers the upgrade request yet."))),
      m_noClasses(
          captionLabel(tr("The upgrade resource returns no class of this project. Open its flow and set the "
                          "Return step."))),
      m_addResource(new TextButton(tr("Upgrade resource"), "", nullptr, QStringLiteral("plus"))),
      m_panel(new ServicePanel(session, this)) {
    m_panel->hide();
    m_page->addSection(tr("Upgrade resource"), m_addResource, m_resources);
    m_page->addWidget(m_noResources);
    m_page->addSection(tr("Connection service"), nullptr, m_classes);
    m_page->addWidget(m_noClasses);
    m_page->addSection(tr("Attached listener"), nullptr, m_listeners);
    m_membersTitle = m_page->addSection(tr("Other members"), nullptr, m_members);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_page);

    connect(m_addResource, &QPushButton::clicked, this, &ServiceView::addResource);
    // What has a page of its own opens with a click, as the rows of a class do; an arrow key only selects.
    for (RowList* list : {m_resources, m_classes, m_members}) {
        connect(list, &RowList::rowClicked, this, &ServiceView::open);
        connect(list, &RowList::rowOpened, this, &ServiceView::open);
        connect(list, &RowList::menuRequested, this, &ServiceView::showMenu);
    }
    connect(m_resources, &RowList::rowSelected, this, &ServiceView::chooseResource);
    connect(m_listeners, &RowList::rowClicked, this, &ServiceView::chooseListener);
    connect(m_listeners, &RowList::rowSelected, this, &ServiceView::chooseListener);
    connect(m_listeners, &RowList::rowOpened, this, [this](const QString& key) {
        chooseListener(key);
        Q_EMIT panelFocusRequested();
    });
    for (RowList* list : {m_resources, m_members})
        connect(list, &RowList::removeRequested, this, &ServiceView::remove);
    connect(m_panel, &ServicePanel::placeRequested, this, &View::placeRequested);
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void ServiceView::show(const SymbolId& symbol) {
    m_page->showPlace(toQString(symbol.path));
    m_service = symbol;
    refresh();
    m_panel->showService(m_service);
}

void ServiceView::showLive(const LiveMarks& marks) {
    m_marks = marks;
    showResources();
}

QWidget* ServiceView::panel() {
    return m_panel;
}

void ServiceView::refresh() {
    m_design = design::buildServiceDesign(*session().snapshot(), m_service);
    showTitle();
    showResources();
    showClasses();
    showListeners();
    showMembers();
}

/// The port as a number where it is known, else as it is written.
QString ServiceView::portOf(const design::AttachedListener& listener) const {
    const design::EntryPoints tree = design::buildEntryPoints(*session().snapshot());
    const design::TreeItem* item = listener.id.empty() ? nullptr : design::findItem(tree, listener.id);
    return toQString(item && !item->detail.empty() ? item->detail : listener.port);
}

void ServiceView::showTitle() {
    m_page->setTitle(m_design.path.empty() ? tr("Service") : toQString(m_design.path));
    QStringList listeners;
    for (const design::AttachedListener& listener : m_design.listeners)
        listeners << QStringLiteral("<b>%1</b>").arg(toQString(listener.text).toHtmlEscaped()) +
                         (portOf(listener).isEmpty() ? QString()
                                                     : tr(", port %1").arg(portOf(listener).toHtmlEscaped()));
    const QString kind = m_design.isWebSocket ? tr("WebSocket service") : tr("Service");
    m_page->setSubtitle(listeners.isEmpty() ? kind
                                            : tr("%1 on %2").arg(kind, listeners.join(QStringLiteral("; "))));
}

void ServiceView::showResources() {
    std::vector<ListRow> rows;
    for (const ResourceDesign& resource : m_design.resources)
        rows.push_back(rowOf(resource, m_marks));
    m_resources->setRows(rows);
    m_resources->setVisible(!rows.empty());
    m_noResources->setVisible(rows.empty());
    m_addResource->setVisible(rows.empty());
}

void ServiceView::showClasses() {
    std::vector<ListRow> rows;
    for (const ResourceDesign& resource : m_design.resources)
        for (const design::ReturnedClass& returned : resource.classes) {
            ListRow row;
            row.key = toQString(returned.id.path);
            row.icon = QStringLiteral("class");
            row.iconColour = Colour::Data;
            row.text = toQString(returned.name);
            row.trailing = tr("Open designer");
            row.tooltip = tr("The class whose methods answer each connection");
            if (!row.key.isEmpty())
                rows.push_back(row);
        }
    m_classes->setRows(rows);
    m_classes->setVisible(!rows.empty());
    m_noClasses->setVisible(rows.empty());
}

void ServiceView::showListeners() {
    std::vector<ListRow> rows;
    for (const design::AttachedListener& listener : m_design.listeners) {
        ListRow row;
        row.key = toQString(listener.id.empty() ? listener.text : listener.id.path);
        row.icon = QStringLiteral("listener");
        row.iconColour = Colour::Run;
        row.text = toQString(listener.text);
        row.trailing = portOf(listener).isEmpty() ? QString() : tr("port %1").arg(portOf(listener));
        row.tooltip = tr("Click to edit port and options");
        rows.push_back(row);
    }
    m_listeners->setRows(rows);
}

void ServiceView::showMembers() {
    std::vector<ListRow> rows;
    for (const design::ServiceMember& member : m_design.members) {
        ListRow row;
        row.key = toQString(member.id.path);
        row.icon = toQString(member.icon);
        row.text = toQString(member.label);
        row.code = toQString(member.detail);
        row.mark = markOf(member.problems);
        rows.push_back(row);
    }
    m_members->setRows(rows);
    m_members->setVisible(!rows.empty());
    m_membersTitle->setVisible(!rows.empty());
}

void ServiceView::open(const QString& key) {
    Q_EMIT placeRequested({QString(), SymbolId{toStdString(key)}});
}

void ServiceView::showMenu(const QString& key, const QPoint& position) {
    QMenu menu;
    menu.addAction(icon(QStringLiteral("open")), tr("Open"), this, [this, key] { open(key); });
    if (m_resources->selectedKey() == key)
        menu.addAction(icon(QStringLiteral("edit")), tr("Edit path and parameters"), this, [this, key] {
            chooseResource(key);
            Q_EMIT panelFocusRequested();
        });
    if (m_classes->selectedKey() != key) {
        menu.addSeparator();
        menu.addAction(icon(QStringLiteral("trash"), Colour::Error), tr("Delete"), this,
                       [this, key] { remove(key); });
    }
    menu.exec(position);
}

void ServiceView::chooseResource(const QString& key) {
    m_listeners->selectKey({});
    for (const ResourceDesign& resource : m_design.resources)
        if (toQString(resource.id.path) == key) {
            session().select({resource.id, resource.location});
            m_panel->showResource(resource.id);
        }
}

void ServiceView::chooseListener(const QString& key) {
    m_resources->selectKey({});
    for (const design::AttachedListener& listener : m_design.listeners)
        if (!listener.id.empty() && toQString(listener.id.path) == key)
            m_panel->showListener(listener.id);
}

// It returns a connection class: one that there is, else a new one; one step of the history in any case.
void ServiceView::addResource() {
    const QString label = tr("Add upgrade resource"), oneStep = QStringLiteral("upgrade:") + label;
    std::string className = connectionClassIn(*session().snapshot());
    if (className.empty()) {
        className = "ConnectionService";
        const std::string file = design::locate(*session().snapshot(), m_service).file;
        if (!apply(edits::addClass(*session().snapshot(), file, className, true), label, oneStep))
            return;
    }
    apply(edits::addUpgradeResource(*session().snapshot(), m_service, ".", className), label, oneStep);
    session().endMerge();
}

void ServiceView::remove(const QString& key) {
    apply(edits::deleteDeclaration(*session().snapshot(), SymbolId{toStdString(key)}),
          tr("Delete %1").arg(key));
}

bool ServiceView::apply(const edits::EditResult& result, const QString& label, const QString& mergeKey) {
    m_panel->showProblem(toQString(result.problem));
    return result && session().apply(result.edit, label, mergeKey);
}

} // namespace barre::designer
