#include "designer/types/types_view.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/text.h"
#include "designer/forms/ask.h"
#include "designer/forms/command_menu.h"
#include "designer/layout/card_graph_view.h"
#include "designer/session/design_session.h"
#include "designer/types/type_cards.h"
#include "designer/types/type_panel.h"
#include "model/edits/types.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QStackedWidget>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

using design::ItemKind;
using design::SymbolId;
using design::TypeNode;

namespace {

bool isClass(ItemKind kind) {
    return kind == ItemKind::Class || kind == ItemKind::ConnectionClass;
}

} // namespace

TypesView::TypesView(DesignSession& session, QWidget* parent)
    : View(session, parent), m_canvas(new CardGraphView), m_stack(new QStackedWidget), m_tools(new QFrame),
      m_showAll(new TextButton(tr("Show all types"), "")), m_panel(new TypePanel(session, this)) {
    m_panel->hide();
    m_canvas->setAccessibleName(tr("Type diagram"));
    auto* empty =
        new EmptyState(QStringLiteral("type"), tr("This project declares no type yet."), tr("New type"));
    m_stack->addWidget(empty);
    m_stack->addWidget(m_canvas);
    auto* add = new TextButton(tr("Type"), "", nullptr, QStringLiteral("plus"));
    add->setObjectName(QStringLiteral("add-type"));
    add->setToolTip(tr("Add a record, enum, union or another type (Ins)"));
    auto* tools = new QHBoxLayout(m_tools);
    tools->setContentsMargins(12, 12, 12, 0);
    tools->setSpacing(8);
    tools->addWidget(add);
    tools->addWidget(m_showAll);
    tools->addStretch();
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_tools);
    layout->addWidget(m_stack, 1);
    setRole(m_tools, "page");

    connect(empty, &EmptyState::buttonClicked, this, &TypesView::addType);
    connect(add, &QPushButton::clicked, this, &TypesView::addType);
    connect(m_showAll, &QPushButton::clicked, this, [this] { setFocusType({}); });
    connect(m_canvas, &CardGraphView::cardClicked, this, &TypesView::choose);
    connect(m_canvas, &CardGraphView::cardSelected, this, &TypesView::showCard);
    connect(m_canvas, &CardGraphView::cardOpened, this, &TypesView::open);
    connect(m_canvas, &CardGraphView::menuRequested, this, &TypesView::showMenu);
    connect(m_panel, &TypePanel::placeRequested, this, &View::placeRequested);
    connect(m_panel, &TypePanel::renameRequested, this, &TypesView::rename);
    connect(m_panel, &TypePanel::deleteRequested, this, &TypesView::remove);
    connect(m_panel, &TypePanel::added, this,
            [this](const SymbolId& type) { m_canvas->select(toQString(type.path)); });
    connect(&session, &DesignSession::snapshotChanged, this, [this] {
        if (isVisible())
            refresh();
    });
}

void TypesView::show(const SymbolId& symbol) {
    m_focus = {};
    if (!isVisible())
        m_canvas->reopen();
    refresh();
    m_canvas->select(toQString(symbol.path));
    m_panel->showType(symbol);
}

CanvasView* TypesView::canvas() {
    return m_canvas;
}

QWidget* TypesView::panel() {
    return m_panel;
}

Commands TypesView::commands() {
    const auto isSelected = [this] { return selected() != nullptr; };
    const auto row = [&](const char* id, const QString& words, const char* iconName, const char* keys,
                         std::function<void()> run, std::function<bool()> isEnabled,
                         const QString& also = {}) {
        QList<QKeySequence> shortcuts;
        if (*keys)
            shortcuts.append(QKeySequence(QLatin1StringView(keys)));
        return Command{QLatin1StringView(id),       words,     tr("Types"),
                       QLatin1StringView(iconName), shortcuts, std::move(run),
                       std::move(isEnabled),        {},        also};
    };
    Commands all{
        row(
            "types.add", tr("Add type\u2026"), "type", "Insert", [this] { addType(); }, {},
            tr("new create make record enum union")),
        row(
            "types.open", tr("Edit, or open the class designer"), "open", "",
            [this] { open(m_canvas->selectedKey(), {}); }, isSelected),
        row(
            "types.focus", tr("Show only what belongs to it"), "eye", "",
            [this] { setFocusType(selected()->id); }, isSelected),
        row(
            "types.all", tr("Show all types"), "type", "", [this] { setFocusType({}); },
            [this] { return !m_focus.empty(); }),
        row(
            "types.rename", tr("Rename\u2026"), "rename", "F2", [this] { rename(selected()->id); },
            isSelected),
        row(
            "types.code", tr("Show code"), "code", "F4", [this] { Q_EMIT codeRequested(); }, isSelected),
        row(
            "types.delete", tr("Delete type"), "trash", "Del", [this] { remove(selected()->id); },
            isSelected),
    };
    return withReason(std::move(all), tr("Select a type first."));
}

void TypesView::remove(SymbolId type) {
    apply(edits::deleteDeclaration(*session().snapshot(), type), tr("Delete %1").arg(toQString(type.path)));
}

void TypesView::refresh() {
    m_graph = design::buildTypeGraph(*session().snapshot());
    if (!m_focus.empty())
        m_graph = design::focusedOn(m_graph, m_focus);
    m_canvas->setGraph(typeCards(m_graph));
    m_showAll->setVisible(!m_focus.empty());
    m_tools->setVisible(!m_graph.nodes.empty());
    m_stack->setCurrentIndex(m_graph.nodes.empty() ? 0 : 1);
}

const TypeNode* TypesView::nodeOf(const QString& key) const {
    for (const TypeNode& node : m_graph.nodes)
        if (!key.isEmpty() && toQString(node.id.path) == key)
            return &node;
    return nullptr;
}

const TypeNode* TypesView::selected() const {
    return nodeOf(m_canvas->selectedKey());
}

void TypesView::showCard(const QString& key) {
    const TypeNode* node = nodeOf(key);
    m_panel->showType(node ? node->id : SymbolId{});
    if (node)
        session().select({node->id, node->location});
}

// Whoever clicks a service class wants its designer; everything else is looked at first.
void TypesView::choose(const QString& key, const QString& row) {
    showCard(key);
    const TypeNode* node = nodeOf(key);
    if (node && node->kind == ItemKind::ConnectionClass)
        open(key, row);
}

void TypesView::open(const QString& key, const QString& row) {
    const TypeNode* node = nodeOf(key);
    if (!node)
        return;
    const bool isMethod = !row.isEmpty() && row.startsWith(key + QLatin1Char('.'));
    if (isClass(node->kind))
        Q_EMIT placeRequested(
            {isMethod ? QString() : QStringLiteral("class"), SymbolId{toStdString(isMethod ? row : key)}});
    else
        Q_EMIT panelFocusRequested();
}

void TypesView::showMenu(const QString& key, const QPoint& position) {
    const TypeNode* node = nodeOf(key);
    if (!node)
        return;
    m_canvas->select(key);
    session().select({node->id, node->location});
    openCommandMenu(this, commands(), position, QStringLiteral("types.delete"));
}

void TypesView::setFocusType(const SymbolId& type) {
    m_focus = type;
    refresh();
}

void TypesView::addType() {
    m_panel->startType();
    Q_EMIT panelFocusRequested();
}

void TypesView::rename(SymbolId type) {
    const QString name = toQString(type.path);
    const auto wanted = askForName(
        this, tr("Rename %1").arg(name), tr("New name"), name, tr("Rename"), [&](const QString& text) {
            return toQString(edits::renameSymbol(*session().snapshot(), type, toStdString(text)).problem);
        });
    if (wanted)
        apply(edits::renameSymbol(*session().snapshot(), type, toStdString(*wanted)),
              tr("Rename %1").arg(name));
}

void TypesView::apply(const edits::EditResult& result, const QString& label) {
    if (result)
        session().apply(result.edit, label);
    else
        m_panel->showProblem(toQString(result.problem));
}

} // namespace barre::designer
