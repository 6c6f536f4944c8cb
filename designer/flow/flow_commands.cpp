#include "designer/canvas/text.h"
#include "designer/flow/flow_view.h"
#include "designer/session/design_session.h"
#include "model/project/snapshot.h"

namespace barre::designer {

namespace {

using Edit = std::function<edits::EditResult(const model::Snapshot&, const design::Location&)>;

QKeySequence keys(const char* text) {
    return QKeySequence(QLatin1StringView(text));
}

struct WrapRow {
    edits::Wrapper wrapper;
    const char* id;
    const char* words;
    const char* icon;
};

constexpr WrapRow wrapTable[] = {
    {edits::Wrapper::If, "flow.wrapIf", QT_TR_NOOP("Put into an if"), "if"},
    {edits::Wrapper::While, "flow.wrapWhile", QT_TR_NOOP("Put into a while loop"), "loop"},
    {edits::Wrapper::ForEach, "flow.wrapForEach", QT_TR_NOOP("Put into a for-each loop"), "foreach"},
    {edits::Wrapper::Lock, "flow.wrapLock", QT_TR_NOOP("Put into a lock"), "lock"},
    {edits::Wrapper::Do, "flow.wrapDo", QT_TR_NOOP("Handle their errors"), "shield"},
};

} // namespace

Commands FlowView::commands() {
    Commands all = editCommands();
    const Commands structure = structureCommands();
    all.insert(all.end(), structure.begin(), structure.end());
    return all;
}

Commands FlowView::editCommands() {
    const QString step = tr("Step");
    const auto some = [this] { return !m_selected.empty(); };
    const auto one = [this] { return single() != nullptr; };
    const auto edit = [&](const char* id, const QString& words, const char* iconName,
                          QList<QKeySequence> shortcuts, Edit make) {
        return Command{QLatin1StringView(id),
                       words,
                       step,
                       QLatin1StringView(iconName),
                       std::move(shortcuts),
                       [this, words, make] { change(words, make); },
                       some};
    };
    Commands all{
        Command{QStringLiteral("flow.add"),
                tr("Add a step…"),
                step,
                QStringLiteral("plus"),
                {keys("Insert"), keys("+")},
                [this] { addAfterSelection(); },
                [this] { return !graph().function.empty(); }},
        Command{QStringLiteral("flow.selectAll"),
                tr("Select all steps"),
                step,
                QStringLiteral("wrap"),
                {QKeySequence::SelectAll},
                [this] { selectBlock(); },
                [this] { return !graph().root.nodes.empty(); }},
        Command{QStringLiteral("flow.edit"),
                tr("Edit its fields"),
                step,
                QStringLiteral("edit"),
                {keys("Return"), keys("Enter"), keys("F2")},
                [this] { Q_EMIT panelFocusRequested(); },
                one},
        Command{QStringLiteral("flow.open"),
                tr("Open what it leads to"),
                step,
                QStringLiteral("arrow-right"),
                {keys("Ctrl+Return")},
                [this] {
                    Q_EMIT placeRequested({{}, single()->opens});
                },
                [this] { return single() && !single()->opens.empty(); }},
        Command{QStringLiteral("flow.code"),
                tr("Show its code"),
                step,
                QStringLiteral("code"),
                {keys("F4")},
                [this] { Q_EMIT codeRequested(); },
                some},
        Command{QStringLiteral("flow.cut"),
                tr("Cut"),
                step,
                QStringLiteral("cut"),
                {QKeySequence::Cut},
                [this] {
                    copy();
                    deleteSelected(tr("Cut steps"));
                },
                some},
        Command{QStringLiteral("flow.copy"),
                tr("Copy"),
                step,
                QStringLiteral("copy"),
                {QKeySequence::Copy},
                [this] { copy(); },
                some},
        Command{QStringLiteral("flow.paste"),
                tr("Paste"),
                step,
                QStringLiteral("paste"),
                {QKeySequence::Paste},
                [this] { paste(); },
                [this] { return !graph().function.empty(); }},
        edit("flow.duplicate", tr("Duplicate"), "duplicate", {keys("Ctrl+D")}, edits::duplicateSteps),
        Command{QStringLiteral("flow.delete"),
                tr("Delete"),
                step,
                QStringLiteral("trash"),
                {keys("Del"), keys("Backspace")},
                [this] { deleteSelected(tr("Delete")); },
                some},
        edit("flow.up", tr("Move up"), "move-up", {keys("Alt+Up")}, edits::moveStepUp),
        edit("flow.down", tr("Move down"), "move-down", {keys("Alt+Down")}, edits::moveStepDown),
    };
    return withReason(std::move(all), tr("Select a step first."));
}

Commands FlowView::structureCommands() {
    const QString step = tr("Step");
    const auto some = [this] { return !m_selected.empty(); };
    const auto isKind = [this](std::initializer_list<design::NodeKind> kinds) {
        return [this, all = std::vector(kinds)] {
            return single() && std::find(all.begin(), all.end(), single()->kind) != all.end();
        };
    };
    const auto isShape = [this](design::NodeShape shape) {
        return [this, shape] { return single() && single()->shape == shape; };
    };
    const auto add = [&](const char* id, const QString& words, const char* iconName, Edit make,
                         std::function<bool()> enabled) {
        return Command{QLatin1StringView(id),       words, step,
                       QLatin1StringView(iconName), {},    [this, words, make] { change(words, make); },
                       std::move(enabled)};
    };
    using design::NodeKind;
    Commands all{
        Command{QStringLiteral("flow.comment"),
                tr("Comment out or in"),
                step,
                QStringLiteral("comment-out"),
                {keys("Ctrl+/")},
                [this] {
                    const bool isOut = single() && single()->kind == NodeKind::Disabled;
                    change(isOut ? tr("Comment in") : tr("Comment out"),
                           isOut ? edits::uncomment : edits::commentOut);
                },
                some},
        add(
            "flow.addElseIf", tr("Add an else-if branch"), "match",
            [](const auto& snapshot, const auto& place) { return edits::addElseIf(snapshot, place); },
            isKind({NodeKind::If})),
        add("flow.addElse", tr("Add an else branch"), "match", edits::addElse, isKind({NodeKind::If})),
        add(
            "flow.addClause", tr("Add a branch"), "match",
            [](const auto& snapshot, const auto& place) { return edits::addClause(snapshot, place, "\"\""); },
            isKind({NodeKind::Match})),
        add(
            "flow.addWorker", tr("Add a worker"), "worker",
            [](const auto& snapshot, const auto& place) { return edits::addWorker(snapshot, place, "w"); },
            isKind({NodeKind::Fork})),
        add("flow.addOnFail", tr("Handle errors of this block"), "shield", edits::addOnFail,
            isShape(design::NodeShape::Container)),
        add("flow.unwrap", tr("Take the steps out of this block"), "wrap", edits::unwrapStep,
            [this] {
                return single() && (single()->shape == design::NodeShape::Container ||
                                    single()->shape == design::NodeShape::Branches);
            }),
    };
    for (const WrapRow& row : wrapTable)
        all.push_back(add(
            row.id, tr(row.words), row.icon,
            [wrapper = row.wrapper](const auto& snapshot, const auto& place) {
                return edits::wrapSteps(snapshot, place, wrapper);
            },
            some));
    return withReason(all, tr("Select a step first that this can be done with."));
}

} // namespace barre::designer
