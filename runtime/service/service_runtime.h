// The face of the runtime: a compiled program with everything it needs to run and listen, on Qt's event loop.
#pragma once

#include "runtime/program/configure.h"
#include "runtime/program/program_runner.h"
#include "runtime/service/qt_loop.h"
#include "runtime/websocket/host.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>

#include <memory>
#include <string>
#include <vector>

namespace barre::runtime {

struct RuntimeOptions {
    std::vector<std::string> args;        ///< of main
    std::optional<TestPlan> tests;        ///< run instead of main
    bool exitOnPanic = false;             ///< a panic of a handler ends the program
    websocket::EventSink* sink = nullptr; ///< null: nobody watches
    VmOptions vm;
    std::function<void(const std::string&)> report; ///< takes lines for the standard error output
    std::function<void(int exitCode)> ended;        ///< once
};

/// Runs one program, once.
class ServiceRuntime final : public QObject {
public:
    ServiceRuntime(std::shared_ptr<Program> program, RuntimeOptions options, QObject* parent = nullptr);
    ~ServiceRuntime() override;

    /// Gives the configurable variables their values. What it returns is wrong; then do not start.
    std::vector<std::string> configure(const Configuration& configuration);
    /// Begins in the event loop.
    void start();
    /// Closes ports and connections (1001), then ends. Asked a second time it does not wait.
    void stop(int exitCode = 0);

    Vm& vm() { return m_vm; }
    Worker& worker() { return m_worker; }

private:
    void hostChanged();
    void look();
    void finishStop();
    void end(int exitCode);

    RuntimeOptions m_options;
    Vm m_vm;
    QtLoop m_loop;
    Worker m_worker;
    std::unique_ptr<websocket::WebSocketHost> m_host;
    std::unique_ptr<ProgramRunner> m_runner;
    QTimer m_stopTimer;
    int m_exitCode = 0;
    bool m_isListening = false;
    bool m_hasListened =
        false; ///< to a port; else its listeners are the program's own ///< all listeners have started
    bool m_isStopping = false;
    bool m_isLooking = false;
    bool m_hasEnded = false;
};

} // namespace barre::runtime
