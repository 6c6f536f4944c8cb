#include "app/window/title_row.h"

#include "app/run/service_process.h"
#include "app/run/started_text.h"
#include "app/window/command_table.h"
#include "app/window/navigator.h"
#include "app/window/workbench.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/node_item.h"
#include "designer/session/design_session.h"

#include <QtCore/QUrl>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QMenu>

#include <algorithm>

namespace barre::app {

using designer::Colour;
using designer::IconButton;
using designer::TextButton;
using designer::TextLabel;
using designer::TextRole;

namespace {

/// A round mark in a colour of the theme.
class StateDot : public QWidget {
public:
    explicit StateDot(QWidget* parent) : QWidget(parent) { setFixedSize(8, 8); }
    void setColour(Colour colour) {
        m_colour = colour;
        update();
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(designer::DiagramStyle::current().colour(m_colour));
        painter.drawEllipse(rect());
    }

private:
    Colour m_colour = Colour::TextSecondary;
};

QString ports(const QStringList& urls) {
    QStringList found;
    for (const QString& url : urls) {
        const QString port = u':' + QString::number(QUrl(url).port());
        if (!found.contains(port))
            found.append(port);
    }
    return found.join(QStringLiteral(", "));
}

constexpr int perCrumb = 30;

double crumbWidth(const QString& text) {
    return designer::textWidth(text, TextRole::Body) * 1.05 + perCrumb;
}

bool hasService(const design::EntryPoints& tree) {
    for (const design::TreeGroup& group : tree.groups)
        for (const design::TreeItem& item : group.items)
            if (item.kind == design::ItemKind::Service)
                return true;
    return false;
}

/// What is said of the program that runs, or ran.
struct RunWords {
    QString text;
    Colour colour = Colour::Warn;
    const char* role = "warning";
    QString tooltip{};
};

/// What is said of tests that run, or ran.
RunWords testWords(const ServiceProcess& service, const QString& project) {
    if (service.state() != RunState::Stopped)
        return {TitleRow::tr("Running the tests…")};
    if (!service.exitCode() || service.target().path != project)
        return {};
    if (*service.exitCode() == 0)
        return {TitleRow::tr("Tests passed"), Colour::Run, "ok"};
    return {TitleRow::tr("Tests failed"), Colour::Error, "error", TitleRow::tr("The console says which.")};
}

RunWords runWords(const ServiceProcess& service, bool isOlder, const QString& project) {
    if (service.target().isTest && service.state() != RunState::Stopping)
        return testWords(service, project);
    switch (service.state()) {
    case RunState::Starting: return {TitleRow::tr("Starting…")};
    case RunState::Stopping: return {TitleRow::tr("Stopping…")};
    case RunState::Running: {
        const QString where = ports(service.urls());
        const QString words =
            where.isEmpty() ? TitleRow::tr("Running") : TitleRow::tr("Running on %1").arg(where);
        if (isOlder)
            return {TitleRow::tr("Changed since start"), Colour::Warn, "warning",
                    TitleRow::tr("%1, with the text of its start. Restart to run what you see.").arg(words)};
        return {words, Colour::Run, "ok"};
    }
    case RunState::Stopped: break;
    }
    if (!service.exitCode() || service.target().path != project)
        return {};
    if (*service.exitCode() == 0)
        return {TitleRow::tr("Finished"), Colour::TextSecondary, "caption"};
    return {TitleRow::tr("Failed with exit code %1").arg(*service.exitCode()), Colour::Error, "error"};
}

} // namespace

TitleRow::TitleRow(Workbench& workbench, QWidget* parent) : QFrame(parent), m_workbench(workbench) {
    setFixedHeight(designer::metric::titleRow);
    setProperty("role", QStringLiteral("surface"));
    m_search = new TextButton({}, "search", this, QStringLiteral("search"));
    m_search->setAccessibleName(tr("Search or run a command"));
    m_search->setFixedHeight(designer::metric::hitArea);
    m_search->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_search->setFocusPolicy(Qt::TabFocus);
    m_search->setToolTip(workbench.commands.tooltip(QStringLiteral("view.palette")));
    m_hint = designer::captionLabel(QStringLiteral("Ctrl K"), m_search);
    m_hint->setAttribute(Qt::WA_TransparentForMouseEvents);
    auto* inside = new QHBoxLayout(m_search);
    inside->setContentsMargins(0, 0, 10, 0);
    inside->addWidget(m_hint, 0, Qt::AlignRight | Qt::AlignVCenter);
    connect(m_search, &QPushButton::clicked, this,
            [this] { m_workbench.commands.run(QStringLiteral("view.palette")); });

    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(8, 0, 12, 0);
    row->setSpacing(8);
    row->addWidget(makeNavigation(), 1);
    row->addWidget(m_search, 1);
    row->addWidget(makeRunControls(), 1);
    connect(&workbench.navigator, &Navigator::placeChanged, this, &TitleRow::showCrumbs);
    connect(&workbench.navigator, &Navigator::treeChanged, this, &TitleRow::showCrumbs);
    connect(&workbench.navigator, &Navigator::treeChanged, this, &TitleRow::showTooltips);
    connect(&workbench.session, &designer::DesignSession::dirtyChanged, this, &TitleRow::showCrumbs);
    connect(&workbench.session, &designer::DesignSession::dirtyChanged, this, &TitleRow::showTooltips);
    connect(&workbench.service, &ServiceProcess::stateChanged, this, &TitleRow::showRunState);
    connect(&workbench.service, &ServiceProcess::urlsChanged, this, &TitleRow::showRunState);
    connect(&workbench.started, &StartedText::changed, this, &TitleRow::showRunState);
    for (const auto signal : {&designer::DesignSession::opened, &designer::DesignSession::closed})
        connect(&workbench.session, signal, this, &TitleRow::showRunState);
    showSearch();
    showCrumbs();
    showRunState();
}

QWidget* TitleRow::searchBox() const {
    return m_search;
}

QWidget* TitleRow::makeNavigation() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(2);
    m_menu = new IconButton(QStringLiteral("menu"), tr("Menu (Alt+M)"), box);
    m_menu->setShortcut(QKeySequence(QStringLiteral("Alt+M")));
    connect(m_menu, &QToolButton::clicked, this, &TitleRow::openMenu);
    m_back = new IconButton(QStringLiteral("chevron-left"),
                            m_workbench.commands.tooltip(QStringLiteral("go.back")), box);
    m_forward = new IconButton(QStringLiteral("chevron-right"),
                               m_workbench.commands.tooltip(QStringLiteral("go.forward")), box);
    connect(m_back, &QToolButton::clicked, this,
            [this] { m_workbench.commands.run(QStringLiteral("go.back")); });
    connect(m_forward, &QToolButton::clicked, this,
            [this] { m_workbench.commands.run(QStringLiteral("go.forward")); });
    m_crumbs = new QWidget(box);
    m_crumbRow = new QHBoxLayout(m_crumbs);
    m_crumbRow->setContentsMargins(6, 0, 0, 0);
    m_crumbRow->setSpacing(2);
    m_crumbs->setSizePolicy(QSizePolicy::Ignored,
                            QSizePolicy::Preferred); // long names are cut, they do not push
    row->addWidget(m_menu);
    row->addWidget(m_back);
    row->addWidget(m_forward);
    row->addWidget(m_crumbs, 1);
    return box;
}

TextButton* TitleRow::runButton(const char* role, const QString& command, const QString& iconName) {
    const CommandTable::Row* row = m_workbench.commands.find(command);
    auto* button = new TextButton(row ? row->command.words : command, role, this, iconName);
    button->setToolTip(m_workbench.commands.tooltip(command));
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QPushButton::clicked, this, [this, command] { m_workbench.commands.run(command); });
    return button;
}

QWidget* TitleRow::makeRunControls() {
    auto* box = new QWidget(this);
    auto* row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_stateDot = new StateDot(box);
    m_state = new TextLabel({}, TextRole::Body, box, true);
    m_state->setObjectName(QStringLiteral("run-state"));
    m_run = runButton("primary", QStringLiteral("run.start"), QStringLiteral("run"));
    m_restart = runButton("", QStringLiteral("run.restart"), {});
    m_stop = runButton("", QStringLiteral("run.stop"), {});
    m_try = runButton("primary", QStringLiteral("run.try"), {});
    row->addStretch(1);
    row->addWidget(m_stateDot);
    row->addWidget(m_state);
    row->addSpacing(4);
    for (QWidget* button : {m_run, m_restart, m_stop, m_try})
        row->addWidget(button);
    return box;
}

void TitleRow::showCrumbs() {
    designer::setAvailable(m_back, m_workbench.navigator.canGoBack() ? QString()
                                                                     : tr("There is nothing to go back to."));
    designer::setAvailable(m_forward, m_workbench.navigator.canGoForward()
                                          ? QString()
                                          : tr("There is nothing to go forward to."));
    while (QLayoutItem* item = m_crumbRow->takeAt(0)) {
        if (QWidget* crumb = item->widget()) {
            crumb->hide();
            crumb->deleteLater();
        }
        delete item;
    }
    if (!m_workbench.session.isOpen()) {
        m_crumbRow->addWidget(new TextLabel(QStringLiteral("Barre"), TextRole::BodyStrong, m_crumbs));
        m_crumbRow->addStretch(1);
        return;
    }
    const std::vector<Crumb> crumbs = m_workbench.navigator.crumbs();
    const size_t hidden = hiddenCrumbs(crumbs);
    for (size_t index = 0; index < crumbs.size(); ++index) {
        if (index >= 1 && index < hidden)
            continue;
        const bool stands = index > 0 && index == hidden;
        addCrumb(stands ? QStringLiteral("…") : crumbs[index].text, crumbs[index].place,
                 stands ? crumbs[index].text : QString(), index == 0, crumbRoom(crumbs, hidden));
    }
    m_crumbRow->addStretch(1);
}

void TitleRow::addCrumb(const QString& text, const designer::Place& place, const QString& tooltip,
                        bool isFirst, double most) {
    if (!isFirst)
        m_crumbRow->addWidget(
            new designer::IconLabel(QStringLiteral("chevron-right"), Colour::TextSecondary, 12, m_crumbs));
    const QString shown =
        QFontMetricsF(designer::fontOf(TextRole::Body)).elidedText(text, Qt::ElideMiddle, most);
    auto* button = new TextButton(shown, "crumb", m_crumbs);
    button->setToolTip(shown == text ? tooltip : text);
    button->setFocusPolicy(Qt::TabFocus); // a click leaves the focus where it was: the button may go away
    if (isFirst) {
        const bool dirty = m_workbench.session.isDirty();
        button->setIconName(QStringLiteral("globe"), Colour::Accent);
        button->setText(dirty ? shown + QStringLiteral(" •") : shown);
        button->setToolTip(dirty ? tr("%1 has unsaved changes").arg(text) : m_workbench.session.path());
    }
    connect(button, &QPushButton::clicked, this, [this, place] { m_workbench.navigator.go(place); });
    m_crumbRow->addWidget(button);
}

/// The width that all crumbs have together.
double TitleRow::crumbsWidth() const {
    constexpr int buttons = 130;
    return (width() - m_search->maximumWidth()) / 2.0 - buttons;
}

/// How many crumbs after the first become one "…", so that the rest has room; 0 when all have.
size_t TitleRow::hiddenCrumbs(const std::vector<Crumb>& crumbs) const {
    double wanted = 0;
    for (const Crumb& crumb : crumbs)
        wanted += crumbWidth(crumb.text);
    size_t hidden = 0;
    while (wanted > crumbsWidth() && hidden + 2 < crumbs.size()) {
        ++hidden;
        wanted -= crumbWidth(crumbs[hidden].text) - (hidden > 1 ? 0 : perCrumb);
    }
    return hidden;
}

/// The widest text of a crumb: names share the room that short ones leave them.
double TitleRow::crumbRoom(const std::vector<Crumb>& crumbs, size_t hidden) const {
    double room = crumbsWidth() - (hidden > 0 ? perCrumb : 0);
    std::vector<double> widths;
    for (size_t index = 0; index < crumbs.size(); ++index)
        if (index == 0 || index > hidden)
            widths.push_back(crumbWidth(crumbs[index].text));
    std::ranges::sort(widths);
    for (size_t index = 0; index < widths.size(); ++index) {
        const double share = room / double(widths.size() - index);
        if (widths[index] > share)
            return share - perCrumb;
        room -= widths[index];
    }
    return crumbsWidth();
}

// In a narrow window the state of the service needs the room more.
void TitleRow::showSearch() {
    const bool isWide = width() >= 1180;
    m_search->setText(isWide ? m_search->accessibleName() : tr("Search"));
    m_search->setMinimumWidth(isWide ? 260 : 120);
    m_search->setMaximumWidth(isWide ? 320 : 160);
    m_hint->setVisible(isWide);
}

void TitleRow::resizeEvent(QResizeEvent* event) {
    QFrame::resizeEvent(event);
    showSearch();
    showCrumbs();
}

void TitleRow::showRunState() {
    const RunState state = m_workbench.service.state();
    const bool stopped = state == RunState::Stopped;
    m_run->setVisible(stopped && m_workbench.session.isOpen());
    m_restart->setVisible(!stopped);
    m_stop->setVisible(!stopped);
    m_try->setVisible(!stopped && !m_workbench.service.target().isTest &&
                      hasService(m_workbench.navigator.tree()));
    const bool isOlder = m_workbench.started.isOlder();
    const RunWords shown = runWords(m_workbench.service, isOlder, m_workbench.session.path());
    designer::setRole(m_restart, isOlder ? "primary" : "");
    designer::setRole(m_try, isOlder ? "" : "primary");
    static_cast<StateDot*>(m_stateDot)->setColour(shown.colour);
    m_stateDot->setVisible(!shown.text.isEmpty());
    m_state->setVisible(!shown.text.isEmpty());
    m_state->setFullText(shown.text);
    m_state->setToolTip(shown.tooltip);
    designer::setRole(m_state, shown.role);
}

/// A start saves what is not saved, and says so.
void TitleRow::showTooltips() {
    m_run->setToolTip(m_workbench.commands.tooltip(QStringLiteral("run.start")));
    m_restart->setToolTip(m_workbench.commands.tooltip(QStringLiteral("run.restart")));
}

void TitleRow::openMenu() {
    QMenu menu(this);
    const CommandTable& commands = m_workbench.commands;
    for (const QString& group : commands.groups()) {
        QMenu* submenu = menu.addMenu(group);
        commands.fillMenu(*submenu, [&](const CommandTable::Row& row) { return row.command.group == group; });
    }
    menu.exec(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 4)));
}

} // namespace barre::app
