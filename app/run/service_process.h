#pragma once

#include "app/run/live_events.h"

#include <QtCore/QObject>
#include <QtCore/QProcess>
#include <QtCore/QTimer>

#include <memory>
#include <optional>

class QLocalServer;

namespace barre::app {

/// Starting until the program is loaded, checked and runs; it listens when there are urls().
enum class RunState { Stopped, Starting, Running, Stopping };

/// One line for the console.
struct ConsoleLine {
    enum class Source { Output, Error, Barre };

    QDateTime time;
    Source source = Source::Output;
    QString text;
};

/// What is run: a package folder or a file, with the arguments of its main; or its tests.
struct RunTarget {
    QString path;
    QStringList arguments;
    bool isTest = false;
    QString note{}; ///< what the console says when it starts
};

/// The service as a process of its own (`barre run`): start, stop, restart, its lines and its live events.
/// Stop always works: what does not end by itself in three seconds is killed.
class ServiceProcess : public QObject {
    Q_OBJECT

public:
    /// `program` is the `barre` to run; by default this one.
    explicit ServiceProcess(QObject* parent = nullptr, const QString& program = {});
    ~ServiceProcess() override;

    /// Runs another program than this one as the service (tests are a program of their own).
    void setProgram(const QString& program) { m_program = program; }
    RunState state() const { return m_state; }
    const QStringList& urls() const { return m_urls; }
    const RunTarget& target() const { return m_target; }
    /// How the last run came to its end by itself; nothing before, while it runs and after stop().
    std::optional<int> exitCode() const { return m_exitCode; }

    /// Starts the target; stops what runs before.
    void start(const RunTarget& target);
    void stop();
    void restart();

Q_SIGNALS:
    void stateChanged(barre::app::RunState state);
    void lineWritten(const barre::app::ConsoleLine& line);
    void eventArrived(const barre::app::LiveEvent& event);
    void urlsChanged(const QStringList& urls);

private:
    void launch();
    void setState(RunState state);
    void listenForEvents();
    void acceptEvents();
    void readEvents(const QByteArray& bytes);
    void handleEvent(const LiveEvent& event);
    void readLines(QProcess::ProcessChannel channel);
    void flushLines();
    void finished(int exitCode, QProcess::ExitStatus status);
    void write(ConsoleLine::Source source, const QString& text);

    QString m_program;
    QProcess m_process;
    QTimer m_killTimer;
    std::unique_ptr<QLocalServer> m_server;
    QByteArray m_eventBytes;
    QByteArray m_pending[2];
    RunTarget m_target;
    QStringList m_urls;
    RunState m_state = RunState::Stopped;
    std::optional<int> m_exitCode;
    bool m_startAgain = false;
};

} // namespace barre::app
