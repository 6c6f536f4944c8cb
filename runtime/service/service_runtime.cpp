#include "runtime/service/service_runtime.h"

#include "runtime/service/whole_library.h"
#include "runtime/websocket/natives.h"

#include <algorithm>

namespace barre::runtime {

namespace {

constexpr int stopMs = 3000; // for connections whose clients do not answer our close frame

} // namespace

ServiceRuntime::ServiceRuntime(std::shared_ptr<Program> program, RuntimeOptions options, QObject* parent)
    : QObject(parent), m_options(std::move(options)), m_vm(std::move(program), m_options.vm), m_loop(this),
      m_worker(m_vm, m_loop), m_stopTimer(this) {
    m_loop.setWorker(m_worker);
    bindWholeLibrary(m_vm);
    m_vm.bind(websocket::natives());
    m_vm.bind(websocket::clientNatives());
    websocket::HostOptions host;
    host.exitOnPanic = m_options.exitOnPanic;
    host.sink = m_options.sink;
    host.runReady = [this] { m_loop.runReady(); };
    host.exit = [this](int exitCode) { stop(exitCode); };
    host.changed = [this] { hostChanged(); };
    m_host = std::make_unique<websocket::WebSocketHost>(m_worker, std::move(host));
    ProgramRunner::Hooks hooks;
    hooks.listening = [this] {
        m_isListening = true;
        hostChanged();
    };
    hooks.ended = [this](int exitCode) { end(exitCode); };
    hooks.report = m_options.report;
    m_runner =
        std::make_unique<ProgramRunner>(m_vm, m_worker, m_options.args, std::move(hooks), m_options.tests);
    m_stopTimer.setSingleShot(true);
    connect(&m_stopTimer, &QTimer::timeout, this, &ServiceRuntime::finishStop);
}

ServiceRuntime::~ServiceRuntime() {
    m_host.reset();
}

std::vector<std::string> ServiceRuntime::configure(const Configuration& configuration) {
    return runtime::configure(m_vm, m_worker, configuration);
}

void ServiceRuntime::start() {
    const std::lock_guard lock(m_vm.execution());
    m_runner->run();
    m_loop.wake();
}

void ServiceRuntime::stop(int exitCode) {
    if (m_hasEnded)
        return;
    m_exitCode = exitCode;
    if (std::exchange(m_isStopping, true))
        return finishStop();
    m_host->stopGracefully("The service is stopping");
    m_stopTimer.start(stopMs);
    hostChanged();
}

/// Something ended that the program may have waited for; looked at when the call stack is clear.
void ServiceRuntime::hostChanged() {
    if (std::exchange(m_isLooking, true))
        return;
    QMetaObject::invokeMethod(
        this, [this] { look(); }, Qt::QueuedConnection);
}

void ServiceRuntime::look() {
    m_isLooking = false;
    m_hasListened = m_hasListened || m_host->isListening();
    if (m_host->isListening() || m_host->connectionCount() > 0)
        return;
    if (m_isStopping)
        finishStop();
    else if (m_isListening && m_hasListened)
        m_runner->stop(0); // the program has stopped its listeners itself
}

void ServiceRuntime::finishStop() {
    if (m_hasEnded)
        return;
    m_stopTimer.stop();
    m_host->stopNow();
    m_runner->stop(m_exitCode);
    m_loop.wake();
}

void ServiceRuntime::end(int exitCode) {
    if (std::exchange(m_hasEnded, true))
        return;
    // The strand that told it is still on the stack.
    QMetaObject::invokeMethod(
        this,
        [this, exitCode] {
            m_host->stopNow();
            m_options.ended(exitCode);
        },
        Qt::QueuedConnection);
}

} // namespace barre::runtime
