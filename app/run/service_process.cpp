#include "app/run/service_process.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtNetwork/QLocalServer>
#include <QtNetwork/QLocalSocket>

#include <csignal>
#include <sys/prctl.h>
#include <utility>

namespace barre::app {

namespace {

constexpr int killAfterMs = 3000;
constexpr int crashed = 128; ///< an exit code that stands for a crash
constexpr qsizetype longestLine = 64 * 1024;

/// Removes the first line of `bytes` and returns it; a line that never ends is cut.
std::optional<QByteArray> takeLine(QByteArray& bytes) {
    qsizetype end = bytes.indexOf('\n');
    if (end < 0 && bytes.size() < longestLine)
        return std::nullopt;
    const bool cut = end < 0;
    end = cut ? longestLine : end;
    QByteArray line = bytes.left(end);
    bytes.remove(0, cut ? end : end + 1);
    return line;
}

} // namespace

ServiceProcess::ServiceProcess(QObject* parent, const QString& program)
    : QObject(parent), m_program(program.isEmpty() ? QCoreApplication::applicationFilePath() : program) {
    // Whatever becomes of the designer, its service does not stay behind with the port.
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_killTimer.setSingleShot(true);
    m_killTimer.setInterval(killAfterMs);
    connect(&m_killTimer, &QTimer::timeout, this, [this] {
        write(ConsoleLine::Source::Barre, tr("The program did not stop by itself and was ended."));
        m_process.kill();
    });
    connect(&m_process, &QProcess::readyReadStandardOutput, this,
            [this] { readLines(QProcess::StandardOutput); });
    connect(&m_process, &QProcess::readyReadStandardError, this,
            [this] { readLines(QProcess::StandardError); });
    connect(&m_process, &QProcess::finished, this, &ServiceProcess::finished);
    connect(&m_process, &QProcess::started, this, [this] {
        if (!m_server) // it has no way to tell
            setState(RunState::Running);
    });
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error != QProcess::FailedToStart)
            return;
        write(ConsoleLine::Source::Barre, tr("Cannot start %1: %2").arg(m_program, m_process.errorString()));
        setState(RunState::Stopped);
    });
}

ServiceProcess::~ServiceProcess() {
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(killAfterMs)) {
        m_process.kill();
        m_process.waitForFinished(killAfterMs);
    }
}

void ServiceProcess::start(const RunTarget& target) {
    m_target = target;
    if (m_process.state() != QProcess::NotRunning) {
        restart();
        return;
    }
    launch();
}

void ServiceProcess::restart() {
    if (m_process.state() == QProcess::NotRunning) {
        launch();
        return;
    }
    stop();
    m_startAgain = true;
}

void ServiceProcess::stop() {
    m_startAgain = false;
    if (m_process.state() == QProcess::NotRunning)
        return;
    setState(RunState::Stopping);
    m_process.terminate();
    m_killTimer.start();
}

void ServiceProcess::launch() {
    if (const QString note = std::exchange(m_target.note, {}); !note.isEmpty())
        write(ConsoleLine::Source::Barre, note);
    m_server.reset();
    if (!m_target.isTest) // tests tell nothing but what they write
        listenForEvents();
    m_pending[0].clear();
    m_pending[1].clear();
    QStringList args{m_target.isTest ? QStringLiteral("test") : QStringLiteral("run"), m_target.path};
    if (m_server)
        args << QStringLiteral("--events") << m_server->fullServerName();
    if (!m_target.arguments.isEmpty())
        args << QStringLiteral("--") << m_target.arguments;
    const QFileInfo info(m_target.path);
    m_process.setWorkingDirectory(info.isDir() ? info.absoluteFilePath() : info.absolutePath());
    m_exitCode.reset();
    setState(RunState::Starting);
    m_process.start(m_program, args);
}

void ServiceProcess::listenForEvents() {
    m_eventBytes.clear();
    m_server = std::make_unique<QLocalServer>();
    m_server->setSocketOptions(QLocalServer::UserAccessOption);
    connect(m_server.get(), &QLocalServer::newConnection, this, &ServiceProcess::acceptEvents);
    const QString name = QStringLiteral("barre-") + QUuid::createUuid().toString(QUuid::WithoutBraces);
    if (!m_server->listen(name)) {
        write(ConsoleLine::Source::Barre, tr("Running without live marks: %1").arg(m_server->errorString()));
        m_server.reset();
    }
}

void ServiceProcess::acceptEvents() {
    // It connects when it is loaded and checked: what comes now is the program.
    if (m_state == RunState::Starting)
        setState(RunState::Running);
    while (QLocalSocket* socket = m_server->nextPendingConnection()) {
        connect(socket, &QLocalSocket::readyRead, this, [this, socket] { readEvents(socket->readAll()); });
        connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    }
}

void ServiceProcess::readEvents(const QByteArray& bytes) {
    m_eventBytes += bytes;
    qsizetype begin = 0;
    for (qsizetype end; (end = m_eventBytes.indexOf('\n', begin)) >= 0; begin = end + 1)
        if (const auto event = parseLiveEvent(m_eventBytes.mid(begin, end - begin)))
            handleEvent(*event);
    m_eventBytes.remove(0, begin);
}

void ServiceProcess::handleEvent(const LiveEvent& event) {
    if (event.kind == LiveEvent::Kind::Listening) {
        m_urls += event.urls;
        Q_EMIT urlsChanged(m_urls);
    }
    Q_EMIT eventArrived(event);
}

void ServiceProcess::readLines(QProcess::ProcessChannel channel) {
    const bool output = channel == QProcess::StandardOutput;
    QByteArray& pending = m_pending[output ? 0 : 1];
    pending += output ? m_process.readAllStandardOutput() : m_process.readAllStandardError();
    while (const auto line = takeLine(pending))
        write(output ? ConsoleLine::Source::Output : ConsoleLine::Source::Error, QString::fromUtf8(*line));
}

void ServiceProcess::flushLines() {
    readLines(QProcess::StandardOutput);
    readLines(QProcess::StandardError);
    if (!m_pending[0].isEmpty())
        write(ConsoleLine::Source::Output, QString::fromUtf8(m_pending[0]));
    if (!m_pending[1].isEmpty())
        write(ConsoleLine::Source::Error, QString::fromUtf8(m_pending[1]));
    m_pending[0].clear();
    m_pending[1].clear();
}

void ServiceProcess::finished(int exitCode, QProcess::ExitStatus status) {
    m_killTimer.stop();
    flushLines();
    const bool asked = m_state == RunState::Stopping;
    if (!m_urls.isEmpty()) {
        m_urls.clear();
        Q_EMIT urlsChanged(m_urls);
    }
    if (!asked)
        m_exitCode = status == QProcess::CrashExit ? crashed : exitCode;
    setState(RunState::Stopped);
    if (asked)
        write(ConsoleLine::Source::Barre, tr("Stopped."));
    else if (status == QProcess::CrashExit)
        write(ConsoleLine::Source::Barre, tr("The program crashed."));
    else
        write(ConsoleLine::Source::Barre, tr("Finished with exit code %1.").arg(exitCode));
    if (m_startAgain) {
        m_startAgain = false;
        launch();
    }
}

void ServiceProcess::setState(RunState state) {
    if (m_state == state)
        return;
    m_state = state;
    Q_EMIT stateChanged(state);
}

void ServiceProcess::write(ConsoleLine::Source source, const QString& text) {
    Q_EMIT lineWritten({QDateTime::currentDateTime(), source, text});
}

} // namespace barre::app
