#include "designer/service/service_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/listener_form.h"
#include "designer/forms/option_fields.h"
#include "designer/forms/signature_form.h"
#include "designer/forms/text_field.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/design/service_design.h"
#include "model/edits/services.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QComboBox>
#include <QtWidgets/QVBoxLayout>

#include <algorithm>

namespace barre::designer {

using design::SymbolId;
using syntax::GrammarRule;

namespace {

QStringList listenersOf(const model::Snapshot& snapshot) {
    QStringList names;
    for (const design::TreeGroup& group : design::buildEntryPoints(snapshot).groups)
        if (group.group == design::ItemGroup::Listeners)
            for (const design::TreeItem& item : group.items)
                names << toQString(item.label);
    return names;
}

} // namespace

ServicePanel::ServicePanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent),
      m_session(session), m_pages{buildServicePage(), buildResourcePage(), buildListenerPage()} {
    for (QWidget* page : m_pages)
        add(page);
    connect(&session, &DesignSession::snapshotChanged, this, &ServicePanel::refresh);
}

QWidget* ServicePanel::buildServicePage() {
    auto* page = new QWidget;
    m_path = new TextField(tr("Path"), FieldRule::source(GrammarRule::AttachPoint, true));
    m_path->setObjectName(QStringLiteral("service-path"));
    m_attached = choiceBox();
    m_attached->setAccessibleName(tr("Listener"));
    m_editListener = new TextButton(tr("Edit listener"), "link");
    m_editListener->setObjectName(QStringLiteral("edit-listener"));
    auto* listenerHead = new QHBoxLayout;
    listenerHead->addWidget(captionLabel(tr("Listener")), 1);
    listenerHead->addWidget(m_editListener);
    auto* listener = new QVBoxLayout;
    listener->setSpacing(4);
    listener->addLayout(listenerHead);
    listener->addWidget(m_attached);
    m_serviceOptions = new OptionFields(m_session);
    auto* column = columnIn(page, 12);
    column->addWidget(m_path);
    column->addLayout(listener);
    column->addSpacing(4);
    column->addWidget(sectionLabel(tr("Service options")));
    column->addWidget(m_serviceOptions);
    connect(m_path, &TextField::committed, this, [this](const QString& path) {
        const auto& snapshot = *m_session.snapshot();
        if (design::buildServiceDesign(snapshot, m_service).path == toStdString(path))
            return;
        const edits::EditResult result = edits::setServicePath(snapshot, m_service, toStdString(path));
        if (apply(result, tr("Change path")))
            Q_EMIT placeRequested(
                {QStringLiteral("service"), design::symbolAt(*m_session.snapshot(), result.focus)});
    });
    connect(m_attached, &QComboBox::activated, this, [this] {
        apply(edits::setServiceListener(*m_session.snapshot(), m_service,
                                        toStdString(m_attached->currentText())),
              tr("Attach listener"));
    });
    connect(m_editListener, &QPushButton::clicked, this, [this] {
        for (const auto& attached : design::buildServiceDesign(*m_session.snapshot(), m_service).listeners)
            if (!attached.id.empty())
                return showListener(attached.id);
    });
    connect(m_serviceOptions, &OptionFields::committed, this,
            [this](const QString& option, const QString& text) {
                const auto result = edits::setServiceOption(*m_session.snapshot(), m_service,
                                                            toStdString(option), toStdString(text));
                m_serviceOptions->setProblem(option, toQString(result.problem));
                if (result)
                    m_session.apply(result.edit, tr("Change %1").arg(option));
            });
    return page;
}

QWidget* ServicePanel::buildResourcePage() {
    auto* page = new QWidget;
    m_signature = new SignatureForm(m_session);
    auto* open = new TextButton(tr("Open flow"), "primary");
    auto* column = columnIn(page, 12);
    column->addWidget(m_signature);
    column->addWidget(open, 0, Qt::AlignLeft);
    connect(open, &QPushButton::clicked, this, [this] {
        Q_EMIT placeRequested({QStringLiteral("flow"), m_resource});
    });
    connect(m_signature, &SignatureForm::moved, this, &ServicePanel::showResource);
    return page;
}

QWidget* ServicePanel::buildListenerPage() {
    auto* page = new QWidget;
    auto* back = new TextButton(tr("Back to the service"), "link");
    m_listenerForm = new ListenerForm(m_session);
    auto* column = columnIn(page, 12);
    column->addWidget(back, 0, Qt::AlignLeft);
    column->addWidget(m_listenerForm);
    connect(back, &QPushButton::clicked, this, [this] { showService(m_service); });
    connect(m_listenerForm, &ListenerForm::renamed, this, &ServicePanel::showListener);
    return page;
}

void ServicePanel::showService(const SymbolId& service) {
    m_service = service;
    show(Service);
}

void ServicePanel::showResource(const SymbolId& resource) {
    m_resource = resource;
    m_signature->showFunction(resource);
    show(Resource);
}

void ServicePanel::showListener(const SymbolId& listener) {
    m_listener = listener;
    m_listenerForm->showListener(listener);
    show(Listener);
}

void ServicePanel::show(Shown what) {
    m_shown = what;
    showOnly(m_pages[what]);
    showProblem({});
    refresh();
}

void ServicePanel::refresh() {
    switch (m_shown) {
    case Service: return refreshService();
    case Resource: return refreshResource();
    case Listener: return refreshListener();
    }
}

void ServicePanel::refreshService() {
    const design::ServiceDesign design = design::buildServiceDesign(*m_session.snapshot(), m_service);
    setHead(QStringLiteral("globe"), Colour::Call,
            design.path.empty() ? tr("Service") : toQString(design.path), toQString(design.documentation));
    m_path->showText(toQString(design.path));
    QStringList names = listenersOf(*m_session.snapshot());
    const QString attached = design.listeners.empty() ? QString() : toQString(design.listeners.front().text);
    if (!attached.isEmpty() && !names.contains(attached))
        names << attached;
    m_attached->clear();
    m_attached->addItems(names);
    m_attached->setCurrentText(attached);
    const bool isDeclared = std::ranges::any_of(
        design.listeners, [](const design::AttachedListener& listener) { return !listener.id.empty(); });
    setAvailable(m_editListener, isDeclared ? QString()
                                            : tr("This listener is made in the service itself: change it in "
                                                 "the code, or choose another one."));
    m_serviceOptions->setOptions(design.options);
    std::vector<PlacedField> fields = m_serviceOptions->placed(design.options);
    fields.push_back({m_path, design.pathRange});
    std::vector<model::SourceRange> members;
    for (const design::ResourceDesign& resource : design.resources)
        members.push_back(resource.location.range);
    for (const design::ServiceMember& member : design.members)
        members.push_back(member.location.range);
    showProblem(showProblems(*m_session.snapshot(), design.location, fields, members).join(u'\n'));
}

void ServicePanel::refreshResource() {
    for (const design::ResourceDesign& resource :
         design::buildServiceDesign(*m_session.snapshot(), m_service).resources)
        if (resource.id == m_resource)
            setHead(QStringLiteral("upgrade"), Colour::Call,
                    toQString(resource.accessor + " " + resource.path),
                    resource.isUpgrade
                        ? tr("Answers the request that upgrades a connection to WebSocket, and makes the "
                             "service that goes on with it.")
                        : QString());
}

void ServicePanel::refreshListener() {
    const design::ListenerDesign design = design::buildListenerDesign(*m_session.snapshot(), m_listener);
    setHead(QStringLiteral("listener"), Colour::Run, toQString(design.name), toQString(design.type));
}

bool ServicePanel::apply(const edits::EditResult& result, const QString& label) {
    showProblem(toQString(result.problem));
    return result && m_session.apply(result.edit, label);
}

} // namespace barre::designer
