#include "app/window/navigator.h"

#include "designer/canvas/text.h"
#include "designer/session/design_session.h"

namespace barre::app {

using design::ItemKind;
using designer::Place;
using designer::toQString;

namespace {

const QString overview = QStringLiteral("overview");

/// The items from a group's top down to `id`, empty when it is not below `items`.
std::vector<const design::TreeItem*> pathTo(const std::vector<design::TreeItem>& items,
                                            const model::SymbolId& id) {
    for (const design::TreeItem& item : items) {
        if (item.id == id)
            return {&item};
        if (auto below = pathTo(item.children, id); !below.empty()) {
            below.insert(below.begin(), &item);
            return below;
        }
    }
    return {};
}

bool isType(const design::TreeGroup& group) {
    return group.group == design::ItemGroup::Types;
}

} // namespace

QString viewOf(ItemKind kind) {
    switch (kind) {
    case ItemKind::Service: return QStringLiteral("service");
    case ItemKind::UpgradeResource:
    case ItemKind::Resource:
    case ItemKind::Handler:
    case ItemKind::RemoteMethod:
    case ItemKind::Method:
    case ItemKind::Init:
    case ItemKind::Main:
    case ItemKind::Function: return QStringLiteral("flow");
    case ItemKind::ConnectionClass: return QStringLiteral("class");
    case ItemKind::Record:
    case ItemKind::Enum:
    case ItemKind::Union:
    case ItemKind::Class:
    case ItemKind::ObjectType:
    case ItemKind::ErrorType:
    case ItemKind::Array:
    case ItemKind::Tuple:
    case ItemKind::Map:
    case ItemKind::OtherType: return QStringLiteral("types");
    case ItemKind::Listener:
    case ItemKind::Client:
    case ItemKind::Variable:
    case ItemKind::Configurable:
    case ItemKind::Constant: return overview;
    }
    return overview;
}

Navigator::Navigator(designer::DesignSession& session, QObject* parent)
    : QObject(parent), m_session(session), m_places{{overview, {}}} {
    connect(&session, &designer::DesignSession::opened, this, &Navigator::reset);
    connect(&session, &designer::DesignSession::closed, this, &Navigator::reset);
    connect(&session, &designer::DesignSession::textChanged, this, &Navigator::followEdit);
    connect(&session, &designer::DesignSession::snapshotChanged, this, &Navigator::followSnapshot);
}

void Navigator::reset() {
    m_tree = design::buildEntryPoints(*m_session.snapshot());
    m_places = {{overview, {}}};
    m_current = 0;
    Q_EMIT treeChanged();
    arrive();
}

void Navigator::go(Place place) {
    if (place.view.isEmpty())
        place.view = viewFor(place.symbol);
    if (place == this->place())
        return;
    m_places.resize(m_current + 1);
    m_places.push_back(std::move(place));
    ++m_current;
    arrive();
}

void Navigator::back() {
    if (!canGoBack())
        return;
    --m_current;
    arrive();
}

void Navigator::forward() {
    if (!canGoForward())
        return;
    ++m_current;
    arrive();
}

void Navigator::arrive() {
    m_location =
        place().symbol.empty() ? design::Location{} : design::locate(*m_session.snapshot(), place().symbol);
    Q_EMIT placeChanged(place());
}

QString Navigator::viewFor(const model::SymbolId& symbol) const {
    const design::TreeItem* item = symbol.empty() ? nullptr : design::findItem(m_tree, symbol);
    return item ? viewOf(item->kind) : overview;
}

void Navigator::followEdit(const model::WorkspaceEdit& edit) {
    for (const model::FileEdit& file : edit.files) {
        if (file.path != m_location.file)
            continue;
        m_location.range = model::mapRange(m_location.range, file.edits);
    }
}

void Navigator::followSnapshot() {
    const model::Snapshot& snapshot = *m_session.snapshot();
    m_tree = design::buildEntryPoints(snapshot);
    Q_EMIT treeChanged();
    Place& place = m_places[m_current];
    if (place.symbol.empty())
        return;
    design::Location now = design::locate(snapshot, place.symbol);
    if (now.empty() && !m_location.empty()) {
        // Renamed: what begins where the declaration began is the same declaration, unless that was taken
        // out.
        const model::SymbolId renamed = design::symbolAt(snapshot, m_location);
        const design::Location found =
            renamed.empty() ? design::Location{} : design::locate(snapshot, renamed);
        const bool isSame =
            !m_location.range.isEmpty() && !renamed.empty() && found.range.begin == m_location.range.begin;
        place = isSame ? Place{place.view, renamed} : Place{overview, {}};
        arrive();
        return;
    }
    m_location = now;
}

std::vector<Crumb> Navigator::crumbs() const {
    std::vector<Crumb> crumbs{{m_session.projectName(), {overview, {}}}};
    const Place& here = place();
    if (here.symbol.empty()) {
        if (here.view == QStringLiteral("types"))
            crumbs.push_back({tr("Types"), here});
        else if (here.view == overview)
            crumbs.push_back({tr("Overview"), here});
        return crumbs;
    }
    for (const design::TreeGroup& group : m_tree.groups) {
        if (isType(group) != (here.view == QStringLiteral("types")))
            continue;
        const auto path = pathTo(group.items, here.symbol);
        if (path.empty())
            continue;
        if (isType(group))
            crumbs.push_back({tr("Types"), {QStringLiteral("types"), {}}});
        for (const design::TreeItem* item : path)
            crumbs.push_back({toQString(item->label), {viewOf(item->kind), item->id}});
        return crumbs;
    }
    for (const design::TreeGroup& group : m_tree.groups)
        for (const design::TreeItem* item : pathTo(group.items, here.symbol))
            crumbs.push_back({toQString(item->label), {viewOf(item->kind), item->id}});
    return crumbs;
}

} // namespace barre::app
