// A program with listeners of its own stays after main, and stops them when it is told to end.
#include "tests/runtime/wire_client.h"

#include <QtCore/QProcess>

#include <doctest/doctest.h>

#include <csignal>

using barre::tests::waitFor;

TEST_CASE("listeners start after main; a signal stops them, then the handlers of the program") {
    QProcess process;
    QByteArray output;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(QStringLiteral(BARRE_PROGRAM),
                  {QStringLiteral("run"),
                   QStringLiteral(BARRE_SOURCE_DIR "/tests/corpus/listeners/own_listeners.bal")});
    REQUIRE(waitFor([&] { return (output += process.readAll()).contains("start module\n"); }));
    CHECK(process.state() == QProcess::Running);
    ::kill(pid_t(process.processId()), SIGINT);
    REQUIRE(process.waitForFinished(15'000));
    output += process.readAll();
    CHECK(output.toStdString() == "new module\n"
                                  "attach [\"a\",\"b\"]\n"
                                  "attach named\n"
                                  "new dynamic\n"
                                  "attach own\n"
                                  "start dynamic\n"
                                  "new other\n"
                                  "main\n"
                                  "start module\n"
                                  "stop module\n"
                                  "stop dynamic\n"
                                  "goodbye\n");
    CHECK(process.exitCode() == 0);
}
