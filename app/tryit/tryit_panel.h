#pragma once

#include "app/tryit/client.h"

#include <QtWidgets/QWidget>

class QLineEdit;
class QListWidget;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace barre::app {

class LogView;

/// The dock's Try it: several clients of the running service, what was said, and a line to say more.
class TryItPanel : public QWidget {
    Q_OBJECT

public:
    explicit TryItPanel(QWidget* parent = nullptr);

    /// The addresses of the running service; the first one is offered to new clients.
    void setUrls(const QStringList& urls);
    /// Says whether the service runs an older text than the project has.
    void setServiceOlder(bool older);
    /// Adds a client, connects it when the service runs, and puts the cursor into its message field.
    void addClient();
    const std::vector<TryItClient*>& clients() const { return m_clients; }

Q_SIGNALS:
    /// A client was asked for while nothing runs.
    void runRequested();
    void restartRequested();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    TryItClient* current() const;
    QWidget* buildClientList();
    QWidget* buildAddress();
    QWidget* buildOlderHint();
    QWidget* buildComposer();
    void connectWishes();
    void watch(TryItClient* client);
    void showCurrent();
    void showState();
    void refreshList();
    void removeCurrent();
    void toggleConnection();
    void sendText();
    void askForBinary();
    void askForClose();
    QUrl suggestedUrl() const;

    std::vector<TryItClient*> m_clients;
    QStringList m_urls;
    int m_named = 0;
    QStackedWidget* m_stack;
    QListWidget* m_list;
    LogView* m_transcript;
    QLineEdit* m_url;
    QWidget* m_olderHint = nullptr; ///< and the way to a newer service
    QPlainTextEdit* m_message;
    QPushButton* m_connect = nullptr;
    QPushButton* m_send = nullptr;
    QPushButton* m_binary = nullptr;
    QPushButton* m_ping = nullptr;
    QPushButton* m_close = nullptr;
};

/// The address with each path parameter (`[room]`) replaced by a usable word: its name.
QUrl urlFromTemplate(const QString& urlTemplate);

} // namespace barre::app
