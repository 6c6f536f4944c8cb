#include "app/tryit/tryit_panel.h"

#include "app/run/log_view.h"
#include "app/tryit/address_field.h"
#include "app/tryit/ask_dialogs.h"
#include "designer/canvas/controls.h"
#include "designer/canvas/icon.h"
#include "designer/canvas/list_delegate.h"

#include <QtCore/QRegularExpression>
#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QStackedWidget>

namespace barre::app {

using designer::Colour;
using designer::TextButton;

namespace {

constexpr int listWidth = 212;
constexpr int composerWidth = 400;
constexpr const char* clientNames[] = {"ann", "bob", "cem",  "dora", "emil",
                                       "fay", "gus", "hana", "ivo",  "joy"};

/// A dot before the client's name: filled when open, a ring when not.
QIcon stateDot(TryItClient::State state) {
    const auto style = designer::DiagramStyle::current();
    QPixmap pixmap(32, 32);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool open = state == TryItClient::State::Open;
    const QColor colour = style.colour(open                                      ? Colour::Run
                                       : state == TryItClient::State::Connecting ? Colour::Warn
                                                                                 : Colour::TextSecondary);
    painter.setPen(QPen(colour, 1.5));
    painter.setBrush(open ? QBrush(colour) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(4, 4, 8, 8));
    return QIcon(pixmap);
}

LogView::Line lineOf(const TranscriptEntry& entry) {
    using Direction = TranscriptEntry::Direction;
    if (entry.direction == Direction::Note)
        return {entry.time,
                {{entry.text, entry.kind == QLatin1String("error") ? Colour::Error : Colour::TextSecondary}}};
    const bool sent = entry.direction == Direction::Sent;
    const Colour colour = sent ? Colour::TextSecondary : Colour::Text;
    return {entry.time,
            {{sent ? QStringLiteral("\u2191 ") : QStringLiteral("\u2193 "), colour}, {entry.text, colour}}};
}

} // namespace

QUrl urlFromTemplate(const QString& urlTemplate) {
    static const QRegularExpression param(QStringLiteral("\\[(?:[^\\]]*\\s)?([^\\]\\s]+)\\]"));
    QString text = urlTemplate;
    return QUrl(text.replace(param, QStringLiteral("\\1")));
}

TryItPanel::TryItPanel(QWidget* parent)
    : QWidget(parent), m_stack(new QStackedWidget), m_list(new QListWidget), m_transcript(new LogView),
      m_url(new AddressField), m_message(new QPlainTextEdit) {
    auto* empty = new designer::EmptyState(QStringLiteral("try"),
                                           tr("Connect clients to the running service and talk to it."),
                                           tr("New client"));
    connect(empty, &designer::EmptyState::buttonClicked, this, &TryItPanel::addClient);

    auto* talk = new QWidget;
    auto* row = new QHBoxLayout(talk);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(buildClientList());
    row->addWidget(designer::verticalLine());
    auto* conversation = new QHBoxLayout;
    conversation->setSpacing(0);
    conversation->addWidget(m_transcript, 1);
    conversation->addWidget(designer::verticalLine());
    conversation->addWidget(buildComposer());
    auto* column = new QVBoxLayout;
    column->setSpacing(0);
    column->addWidget(buildAddress());
    column->addWidget(designer::horizontalLine());
    column->addLayout(conversation, 1);
    row->addLayout(column, 1);

    m_transcript->setAccessibleName(tr("Transcript"));
    m_stack->addWidget(empty);
    m_stack->addWidget(talk);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_stack);
    connectWishes();
    showState();
}

QWidget* TryItPanel::buildClientList() {
    auto* panel = new QFrame;
    designer::setRole(panel, "surface");
    panel->setFixedWidth(listWidth);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setAccessibleName(tr("Clients"));
    m_list->setItemDelegate(new designer::ListDelegate(m_list));
    m_list->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    auto* add = new TextButton(tr("New client"), "row", panel, QStringLiteral("plus"));
    add->setToolTip(tr("Open another connection to the running service (Ctrl+Shift+T)"));
    add->setObjectName(QStringLiteral("tryit-add"));
    auto* clear = new designer::IconButton(QStringLiteral("clear"), tr("Clear its transcript"), panel);
    clear->setObjectName(QStringLiteral("tryit-clear"));
    auto* remove = new designer::IconButton(QStringLiteral("trash"), tr("Remove this client"), panel);
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(4, 0, 4, 0);
    tools->addWidget(add);
    tools->addStretch();
    tools->addWidget(clear);
    tools->addWidget(remove);
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(4, 8, 4, 8);
    layout->setSpacing(4);
    layout->addWidget(m_list, 1);
    layout->addLayout(tools);
    connect(add, &QPushButton::clicked, this, &TryItPanel::addClient);
    connect(clear, &QToolButton::clicked, this, [this] {
        if (TryItClient* client = current())
            client->clearTranscript();
    });
    connect(remove, &QToolButton::clicked, this, &TryItPanel::removeCurrent);
    return panel;
}

/// Above the conversation, over its whole width: addresses are long.
QWidget* TryItPanel::buildAddress() {
    auto* panel = new QFrame;
    designer::setRole(panel, "surface");
    m_url->setFont(designer::fontOf(designer::TextRole::Code));
    m_url->setPlaceholderText(QStringLiteral("ws://localhost:8080/"));
    m_url->setAccessibleName(tr("Address"));
    m_url->setObjectName(QStringLiteral("tryit-address"));
    auto* copy = new designer::IconButton(QStringLiteral("copy"), tr("Copy the address"), panel);
    copy->setObjectName(QStringLiteral("tryit-copy"));
    m_connect = new TextButton(tr("Connect"), "");
    auto* row = new QHBoxLayout(panel);
    row->setContentsMargins(12, 8, 12, 8);
    row->setSpacing(8);
    row->addWidget(m_url, 1);
    row->addWidget(copy);
    row->addWidget(m_connect);
    row->addWidget(m_olderHint = buildOlderHint());
    connect(copy, &QToolButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(m_url->text()); });
    return panel;
}

QWidget* TryItPanel::buildOlderHint() {
    auto* hint = new QWidget;
    auto* words = designer::captionLabel(tr("Changed since start"), hint);
    designer::setRole(words, "warning");
    words->setWordWrap(false);
    words->setToolTip(tr("The service answers with the text of its start."));
    auto* restart = new TextButton(tr("Restart"), "primary", hint);
    restart->setObjectName(QStringLiteral("tryit-restart"));
    auto* row = new QHBoxLayout(hint);
    row->setContentsMargins(8, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(words);
    row->addWidget(restart);
    hint->hide();
    connect(restart, &QPushButton::clicked, this, &TryItPanel::restartRequested);
    return hint;
}

void TryItPanel::setServiceOlder(bool older) {
    m_olderHint->setVisible(older);
}

QWidget* TryItPanel::buildComposer() {
    auto* panel = new QFrame;
    designer::setRole(panel, "surface");
    panel->setFixedWidth(composerWidth);
    designer::setRole(m_message, "field");
    m_message->setFont(designer::fontOf(designer::TextRole::Code));
    m_message->setPlaceholderText(tr("Message: Enter sends, Shift+Enter starts a new line"));
    m_message->setAccessibleName(tr("Message"));
    m_message->setObjectName(QStringLiteral("tryit-message"));
    m_message->setTabChangesFocus(true);
    m_message->installEventFilter(this);
    m_send = new TextButton(tr("Send"), "primary");
    m_binary = new TextButton(tr("Binary\u2026"), "");
    m_ping = new TextButton(tr("Ping"), "");
    m_close = new TextButton(tr("Close\u2026"), "");

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    for (QPushButton* button : {m_send, m_binary, m_ping, m_close})
        buttons->addWidget(button);
    buttons->addStretch();
    auto* layout = new QVBoxLayout(panel);
    layout->setContentsMargins(12, 12, 12, 12);
    layout->setSpacing(8);
    layout->addWidget(m_message, 1);
    layout->addLayout(buttons);
    return panel;
}

void TryItPanel::connectWishes() {
    connect(m_list, &QListWidget::currentRowChanged, this, &TryItPanel::showCurrent);
    connect(m_list, &QListWidget::itemChanged, this,
            [this](QListWidgetItem* item) { m_clients[size_t(m_list->row(item))]->setName(item->text()); });
    connect(m_connect, &QPushButton::clicked, this, &TryItPanel::toggleConnection);
    connect(m_url, &QLineEdit::returnPressed, this, &TryItPanel::toggleConnection);
    connect(m_send, &QPushButton::clicked, this, &TryItPanel::sendText);
    connect(m_binary, &QPushButton::clicked, this, &TryItPanel::askForBinary);
    connect(m_close, &QPushButton::clicked, this, &TryItPanel::askForClose);
    connect(m_ping, &QPushButton::clicked, this, [this] { current()->ping(); });
}

TryItClient* TryItPanel::current() const {
    const int row = m_list->currentRow();
    return row < 0 || row >= int(m_clients.size()) ? nullptr : m_clients[size_t(row)];
}

void TryItPanel::setUrls(const QStringList& urls) {
    m_urls = urls;
    if (urls.isEmpty())
        return;
    for (TryItClient* client : m_clients)
        if (client->url().isEmpty())
            client->setUrl(suggestedUrl());
    showCurrent();
}

QUrl TryItPanel::suggestedUrl() const {
    return m_urls.isEmpty() ? QUrl() : urlFromTemplate(m_urls.first());
}

void TryItPanel::addClient() {
    const int known = int(std::size(clientNames));
    QString name = QString::fromLatin1(clientNames[m_named % known]);
    if (m_named >= known)
        name += QString::number(m_named / known + 1);
    ++m_named;
    const TryItClient* before = current();
    auto* client = new TryItClient(name, before ? before->url() : suggestedUrl(), this);
    m_clients.push_back(client);
    watch(client);
    auto* item = new QListWidgetItem(stateDot(client->state()), client->name(), m_list);
    item->setFlags(item->flags() | Qt::ItemIsEditable);
    m_list->setCurrentItem(item);
    m_stack->setCurrentIndex(1);
    if (m_urls.isEmpty())
        Q_EMIT runRequested();
    else
        client->open();
    m_message->setFocus();
}

void TryItPanel::watch(TryItClient* client) {
    connect(client, &TryItClient::stateChanged, this, [this] {
        refreshList();
        showState();
    });
    connect(client, &TryItClient::transcriptCleared, this, &TryItPanel::showCurrent);
    connect(client, &TryItClient::entryAdded, this, [this, client](const TranscriptEntry& entry) {
        if (client == current())
            m_transcript->append(lineOf(entry));
    });
}

void TryItPanel::refreshList() {
    const QSignalBlocker blocker(m_list);
    for (int row = 0; row < m_list->count(); ++row) {
        const TryItClient* client = m_clients[size_t(row)];
        m_list->item(row)->setIcon(stateDot(client->state()));
        m_list->item(row)->setText(client->name());
        m_list->item(row)->setToolTip(client->url().toString());
    }
}

void TryItPanel::showCurrent() {
    const TryItClient* client = current();
    std::vector<LogView::Line> lines;
    if (client)
        for (const TranscriptEntry& entry : client->transcript())
            lines.push_back(lineOf(entry));
    m_transcript->setLines(lines);
    m_url->setText(client ? client->url().toString() : QString());
    m_url->setCursorPosition(0);
    showState();
}

void TryItPanel::showState() {
    const TryItClient* client = current();
    const bool open = client && client->state() == TryItClient::State::Open;
    const bool closed = client && client->state() == TryItClient::State::Closed;
    const QString noClient = client ? QString() : tr("Add a client first: the + above the list.");
    const QString notOpen = open ? QString() : tr("Connect the client first.");
    for (QPushButton* button : {m_send, m_binary, m_ping, m_close})
        designer::setAvailable(button, client ? notOpen : noClient);
    designer::setAvailable(m_url, noClient);
    m_url->setReadOnly(!closed);
    designer::setAvailable(m_connect, noClient);
    m_connect->setText(closed || !client ? tr("Connect") : tr("Disconnect"));
}

void TryItPanel::removeCurrent() {
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    TryItClient* client = m_clients[size_t(row)];
    client->disconnect(this);
    client->close(1000, {});
    client->deleteLater();
    m_clients.erase(m_clients.begin() + row);
    delete m_list->takeItem(row);
    m_stack->setCurrentIndex(m_clients.empty() ? 0 : 1);
    showCurrent();
}

void TryItPanel::toggleConnection() {
    TryItClient* client = current();
    if (!client)
        return;
    if (client->state() != TryItClient::State::Closed) {
        client->close(1000, {});
        return;
    }
    client->setUrl(QUrl(m_url->text().trimmed()));
    client->open();
}

void TryItPanel::sendText() {
    TryItClient* client = current();
    const QString text = m_message->toPlainText();
    if (!client || client->state() != TryItClient::State::Open || text.isEmpty())
        return;
    client->sendText(text);
    m_message->clear();
    m_message->setFocus();
}

void TryItPanel::askForBinary() {
    if (const auto bytes = askBytes(this))
        current()->sendBinary(*bytes);
}

void TryItPanel::askForClose() {
    if (const auto closing = askClosing(this))
        current()->close(closing->code, closing->reason);
}

bool TryItPanel::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_message && event->type() == QEvent::KeyPress) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && !(key->modifiers() & Qt::ShiftModifier)) {
            sendText();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TryItPanel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshList();
}

} // namespace barre::app
