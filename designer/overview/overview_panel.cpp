#include "designer/overview/overview_panel.h"

#include "designer/canvas/controls.h"
#include "designer/canvas/sparkline.h"
#include "designer/canvas/text.h"
#include "designer/forms/listener_form.h"
#include "designer/forms/text_field.h"
#include "designer/forms/variable_form.h"
#include "designer/overview/overview_cards.h"
#include "designer/session/design_session.h"
#include "model/design/entry_points.h"
#include "model/design/service_design.h"
#include "model/edits/declarations.h"
#include "model/edits/services.h"
#include "model/project/snapshot.h"

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QVBoxLayout>

namespace barre::designer {

namespace {

using design::DesignNode;
using design::ItemKind;
using Facts = std::vector<std::pair<QString, QString>>;

Facts optionsOf(const std::vector<design::Option>& options) {
    Facts facts;
    for (const design::Option& option : options)
        facts.push_back({option.row ? toQString(option.row->label) : toQString(option.name),
                         option.text.empty() ? OverviewPanel::tr("none") : toQString(option.text)});
    return facts;
}

/// How much there is of what the project tree lists.
Facts countsOf(const model::Snapshot& snapshot) {
    Facts facts;
    for (const design::TreeGroup& group : design::buildEntryPoints(snapshot).groups)
        if (!group.items.empty())
            facts.push_back({toQString(group.title), QString::number(group.items.size())});
    if (!facts.empty())
        facts.push_back({OverviewPanel::tr("Files"), QString::number(snapshot.files().size())});
    return facts;
}

bool isVariable(ItemKind kind) {
    return kind == ItemKind::Variable || kind == ItemKind::Configurable || kind == ItemKind::Constant ||
           kind == ItemKind::Client;
}

edits::VariableText textOf(const design::VariableDesign& design) {
    edits::VariableText text;
    text.name = design.name;
    text.type = design.type;
    text.value = design.value;
    text.visibility = design.isPublic ? "public" : "";
    text.isFinal = design.isFinal;
    text.isIsolated = design.isIsolated;
    text.documentation = design.documentation;
    return text;
}

} // namespace

OverviewPanel::OverviewPanel(DesignSession& session, QWidget* parent)
    : PanelPage(parent), m_session(session), m_live(buildLive()), m_factsTitle(sectionLabel({})),
      m_facts(new QWidget), m_factGrid(new QGridLayout(m_facts)), m_listener(new ListenerForm(session)),
      m_variable(new VariableForm(session, VariableForm::Owner::Module)),
      m_configured(new TextField(tr("Value in Config.toml"), FieldRule::code())),
      m_open(new TextButton(tr("Open"), "primary")) {
    m_factGrid->setContentsMargins(0, 0, 0, 0);
    m_factGrid->setHorizontalSpacing(16);
    m_factGrid->setVerticalSpacing(8);
    m_factGrid->setColumnStretch(0, 1);
    for (QWidget* part :
         std::initializer_list<QWidget*>{m_live, m_factsTitle, m_facts, m_listener, m_configured, m_variable})
        add(part);
    add(m_open, Qt::AlignLeft);
    m_configured->setObjectName(QStringLiteral("configured-value"));
    connect(m_variable, &VariableForm::committed, this, &OverviewPanel::commitVariable);
    connect(m_configured, &TextField::committed, this, &OverviewPanel::commitConfigured);
    connect(&session, &DesignSession::snapshotChanged, this, &OverviewPanel::showForms);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT placeRequested({QString(), m_shown}); });
}

QWidget* OverviewPanel::buildLive() {
    auto* live = new QWidget;
    auto* tiles = new QHBoxLayout;
    tiles->setSpacing(8);
    const QString words[] = {tr("connections"), tr("messages"), tr("errors")};
    constexpr int shares[] = {8, 7, 5}; // of the width, as long as the words are
    for (size_t i = 0; i < m_tiles.size(); ++i) {
        auto* frame = new QFrame;
        setRole(frame, "card");
        auto* column = new QVBoxLayout(frame);
        column->setContentsMargins(8, 8, 8, 8);
        column->setSpacing(0);
        m_tiles[i] = {new TextLabel({}, TextRole::Body),
                      new TextLabel(words[i], TextRole::Caption, nullptr, true)};
        column->addWidget(m_tiles[i].value);
        column->addWidget(m_tiles[i].words);
        tiles->addWidget(frame, shares[i]);
    }
    m_curve = new Sparkline;
    m_curve->setToolTip(tr("Messages per second in the last minute"));
    auto* layout = new QVBoxLayout(live);
    layout->setContentsMargins(0, 0, 0, 8);
    layout->setSpacing(8);
    layout->addWidget(sectionLabel(tr("Live")));
    layout->addLayout(tiles);
    layout->addWidget(m_curve);
    return live;
}

void OverviewPanel::showLive(const LiveMarks& marks) {
    const bool isForm = m_kind == ItemKind::Listener || isVariable(m_kind);
    m_live->setVisible(marks.running && (m_shown.empty() || !isForm));
    if (!marks.running)
        return;
    m_tiles[0].value->setFullText(QString::number(marks.connections));
    m_tiles[1].value->setFullText(tr("%1 /s").arg(marks.messageRate));
    m_tiles[2].value->setFullText(QString::number(marks.failures));
    m_curve->setValues(marks.messagesPerSecond);
}

Facts OverviewPanel::factsOf(const DesignNode* node) const {
    const auto& snapshot = *m_session.snapshot();
    if (!node)
        return countsOf(snapshot);
    if (node->kind == ItemKind::Service)
        return optionsOf(design::buildServiceDesign(snapshot, node->id).options);
    if (node->kind == ItemKind::Listener || isVariable(node->kind))
        return {};
    Facts facts;
    if (!node->rows.empty())
        facts.push_back({tr("Members"), QString::number(node->rows.size())});
    if (!node->location.empty())
        facts.push_back({tr("File"), toQString(node->location.file)});
    return facts;
}

void OverviewPanel::showFacts(const Facts& facts, const QString& title) {
    while (QLayoutItem* item = m_factGrid->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    int row = 0;
    for (const auto& [name, value] : facts) {
        m_factGrid->addWidget(new TextLabel(name, TextRole::Body), row, 0);
        auto* label = new TextLabel(value, TextRole::Caption, nullptr, true);
        setRole(label, "caption");
        label->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
        m_factGrid->addWidget(label, row++, 1);
    }
    m_factsTitle->setText(title);
    m_factsTitle->setVisible(!facts.empty());
    m_facts->setVisible(!facts.empty());
}

void OverviewPanel::showNode(const DesignNode* node, const LiveMarks& marks) {
    const bool same = (node ? m_shown == node->id : m_shown.empty()) && m_revision == m_session.revision();
    m_revision = m_session.revision();
    m_shown = node ? node->id : design::SymbolId{};
    m_kind = node ? node->kind : ItemKind{};
    const bool isNews = !same || !marks.running;
    const Facts facts = isNews ? factsOf(node) : Facts();
    if (node)
        setHead(toQString(node->icon), colourOf(node->kind), toQString(node->title),
                toQString(node->subtitle));
    else if (isNews)
        setHead(QStringLiteral("package"), Colour::TextSecondary, m_session.projectName(),
                facts.empty() ? tr("Nothing is here yet. The + of a group in the tree adds to it.")
                              : tr("Click a box to see what it is, double-click to open it."));
    const bool inPlace = node && (node->kind == ItemKind::Listener || isVariable(node->kind));
    m_open->setVisible(node && !inPlace && !node->isGroup());
    m_listener->setVisible(node && node->kind == ItemKind::Listener);
    m_variable->setVisible(node && isVariable(node->kind));
    m_configured->setVisible(node && node->kind == ItemKind::Configurable);
    showForms();
    showLive(marks);
    if (isNews)
        showFacts(facts, node && node->kind == ItemKind::Service ? tr("Service options") : tr("Details"));
}

void OverviewPanel::showForms() {
    if (m_shown.empty())
        return;
    if (m_kind == ItemKind::Listener)
        m_listener->showListener(m_shown);
    else if (isVariable(m_kind))
        showVariable(design::buildVariableDesign(*m_session.snapshot(), m_shown));
}

void OverviewPanel::showVariable(const design::VariableDesign& design) {
    m_variable->setVariable(textOf(design));
    m_variable->showDiagnostics(design.diagnostics);
    m_variable->offerFinal(design.kind == ItemKind::Variable || design.kind == ItemKind::Client);
    m_configured->showText(toQString(design.configuredValue));
    m_configured->setPlaceholder(design.value == "?" ? tr("needed to run")
                                                     : tr("%1 (default)").arg(toQString(design.value)));
}

void OverviewPanel::commitConfigured(const QString& value) {
    const auto& snapshot = *m_session.snapshot();
    if (m_kind != ItemKind::Configurable ||
        toStdString(value.trimmed()) == design::buildVariableDesign(snapshot, m_shown).configuredValue)
        return;
    const edits::EditResult result = edits::setConfigValue(snapshot, m_shown, toStdString(value.trimmed()));
    m_configured->setProblem(toQString(result.problem));
    if (result)
        m_session.apply(result.edit, tr("Set %1 in Config.toml").arg(toQString(model::lastNameOf(m_shown))));
}

void OverviewPanel::commitVariable() {
    if (!isVariable(m_kind) || !m_variable->isValid())
        return;
    const edits::VariableText before = textOf(design::buildVariableDesign(*m_session.snapshot(), m_shown));
    const edits::VariableText text = m_variable->variable();
    const bool same = before.name == text.name && before.type == text.type && before.value == text.value &&
                      before.visibility == text.visibility && before.isFinal == text.isFinal;
    if (same)
        return;
    const edits::EditResult result = edits::setVariable(*m_session.snapshot(), m_shown, text);
    m_variable->setProblem(toQString(result.problem));
    if (result && m_session.apply(result.edit, tr("Change %1").arg(toQString(before.name))) &&
        text.name != before.name)
        Q_EMIT placeRequested({QString(), model::renamedTo(m_shown, text.name)});
}

} // namespace barre::designer
