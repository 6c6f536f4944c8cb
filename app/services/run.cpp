// `barre run` on Qt's event loop: programs that listen, until they end or a signal stops them.
#include "app/services/services.h"

#include "app/commands/run_arguments.h"
#include "runtime/service/event_log.h"
#include "runtime/service/service_runtime.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>

#include <csignal>
#include <cstdio>
#include <sys/signalfd.h>
#include <unistd.h>

namespace barre::app {

namespace {

using namespace barre::runtime;

/// Prints the addresses and passes everything on.
class Announcer final : public websocket::EventSink {
public:
    explicit Announcer(EventLog* log) : m_log(log) {}

    void happened(const websocket::LiveEvent& event) override {
        if (const auto* listening = std::get_if<websocket::ListeningEvent>(&event))
            announce(*listening);
        if (m_log)
            m_log->happened(event);
    }
    bool isWatching() const override { return m_log && m_log->isWatching(); }

private:
    static void announce(const websocket::ListeningEvent& event) {
        for (const std::string& url : event.urls)
            std::fprintf(stderr, "Listening on %s\n", url.c_str());
        if (event.urls.empty())
            std::fprintf(stderr, "Listening on port %d, without a service\n", event.port);
    }

    EventLog* m_log;
};

/// SIGINT and SIGTERM as events of the loop.
class StopSignals {
public:
    StopSignals() {
        sigset_t signals;
        sigemptyset(&signals);
        sigaddset(&signals, SIGINT);
        sigaddset(&signals, SIGTERM);
        pthread_sigmask(SIG_BLOCK, &signals, nullptr);
        std::signal(SIGPIPE, SIG_IGN);
        m_descriptor = ::signalfd(-1, &signals, SFD_CLOEXEC | SFD_NONBLOCK);
    }
    ~StopSignals() { ::close(m_descriptor); }

    template<class F>
    void onSignal(QObject* context, F action) {
        auto* notifier = new QSocketNotifier(m_descriptor, QSocketNotifier::Read, context);
        QObject::connect(notifier, &QSocketNotifier::activated, context, [this, action] {
            signalfd_siginfo info;
            if (::read(m_descriptor, &info, sizeof info) == sizeof info)
                action();
        });
    }

private:
    int m_descriptor;
};

int fail(const std::string& sentence) {
    std::fprintf(stderr, "error: %s\n", sentence.c_str());
    return Failed;
}

/// Runs it to its end and returns the exit code.
int runToEnd(const LoadedProgram& loaded, const RunArguments& arguments, StopSignals& signals,
             EventLog* log) {
    Announcer announcer(log);
    RuntimeOptions options;
    options.args = arguments.programArguments;
    options.exitOnPanic = arguments.exitOnPanic;
    options.sink = &announcer;
    options.report = [](const std::string& line) { std::fprintf(stderr, "%s\n", line.c_str()); };
    options.ended = [](int exitCode) { QCoreApplication::exit(exitCode); };
    ServiceRuntime runtime(loaded.program, std::move(options));
    const auto problems = runtime.configure(loaded.configuration(arguments.configuration));
    for (const std::string& problem : problems)
        fail(problem);
    if (!problems.empty())
        return Failed;
    signals.onSignal(&runtime, [&runtime] { runtime.stop(); });
    runtime.start();
    return QCoreApplication::exec();
}

int run(const LoadedProgram& loaded, const RunArguments& arguments, int argc, char** argv) {
    StopSignals signals;
    const QCoreApplication application(argc, argv);
    std::unique_ptr<EventLog> log;
    if (!arguments.events.empty()) {
        log = std::make_unique<EventLog>();
        if (!log->open(QString::fromStdString(arguments.events)))
            return fail("cannot connect to '" + arguments.events + "' to tell the live events");
    }
    const int exitCode = runToEnd(loaded, arguments, signals, log.get());
    if (log)
        log->stopped(exitCode);
    return exitCode;
}

} // namespace

int runServices(Args args, Warnings warnings, int argc, char** argv) {
    const RunArguments arguments = parseRunArguments(args);
    const LoadedProgram loaded = loadRunnable(arguments, warnings);
    return loaded.program ? run(loaded, arguments, argc, argv) : loaded.exitCode;
}

} // namespace barre::app
