// What a running service tells, line by line, and what the panels make of it.
#include <doctest/doctest.h>

#include "app/run/connections_model.h"
#include "app/run/live_state.h"
#include "app/tryit/client.h"

#include <QtTest/QAbstractItemModelTester>

using namespace barre::app;

namespace {

void feed(LiveState& state, std::initializer_list<const char*> lines) {
    for (const char* line : lines) {
        const auto event = parseLiveEvent(line);
        REQUIRE_MESSAGE(event, line);
        state.add(*event);
    }
}

std::string cell(const ConnectionsModel& model, int row, ConnectionsModel::Column column) {
    return model.index(row, column).data(Qt::DisplayRole).toString().toStdString();
}

} // namespace

TEST_CASE("lines that are no events are passed over") {
    CHECK_FALSE(parseLiveEvent(""));
    CHECK_FALSE(parseLiveEvent("listening"));
    CHECK_FALSE(parseLiveEvent("{\"event\":\"unheard\"}"));
    CHECK_FALSE(parseLiveEvent("[1,2"));
}

TEST_CASE("connections come, talk and go") {
    LiveState state;
    ConnectionsModel model(state);
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    feed(
        state,
        {
            R"({"event":"opened","time":1000,"id":"aaaabbbbcccc","remote":"127.0.0.1:5000","path":"/chat"})",
            R"({"event":"opened","time":2000,"id":"d","remote":"127.0.0.1:5001","path":"/chat"})",
            R"({"event":"frame","time":2500,"id":"d","direction":"in","kind":"text","size":2,"preview":"hi"})",
            R"({"event":"frame","time":2500,"id":"d","direction":"out","kind":"text","size":2,"preview":"hi"})",
            R"({"event":"closed","time":3000,"id":"aaaabbbbcccc","code":1000,"reason":"bye"})",
        });
    Q_EMIT state.changed();
    CHECK(state.openConnections() == 1);
    REQUIRE(model.rowCount() == 2);
    CHECK(cell(model, 0, ConnectionsModel::Id) == "d");
    CHECK(cell(model, 0, ConnectionsModel::In) == "1");
    CHECK(cell(model, 0, ConnectionsModel::Out) == "1");
    CHECK(cell(model, 1, ConnectionsModel::Id) == "aaaa\u2026cccc");
    CHECK(cell(model, 1, ConnectionsModel::OpenFor) == "00:00:02");
    CHECK(cell(model, 1, ConnectionsModel::Last) == "closed 1000, bye");
    CHECK(state.messagesPerSecond().size() == LiveState::historySeconds);
    CHECK(state.messagesPerSecond().back() == 2);

    state.clear();
    CHECK(model.rowCount() == 0);
}

TEST_CASE("handlers are counted with their failures") {
    LiveState state;
    feed(
        state,
        {
            R"({"event":"handler","time":1,"id":"a","function":"E.onTextMessage","microseconds":200,"outcome":"ok"})",
            R"({"event":"handler","time":1,"id":"a","function":"E.onTextMessage","microseconds":100,"outcome":"error"})",
            R"({"event":"refused","time":1,"status":404,"path":"/nowhere"})",
            R"({"event":"counts","time":1,"steps":[["main.bal",10,20,2],["bad"]]})",
        });
    const HandlerCount count = state.handlers().value(QStringLiteral("E.onTextMessage"));
    CHECK(count.calls == 2);
    CHECK(count.errors == 1);
    CHECK(count.microseconds == 300);
    CHECK(state.errors() == 2);
    REQUIRE(state.steps().size() == 1);
    CHECK(state.steps()[0].count == 2);
}

TEST_CASE("what is told as sums counts as if it had been told one by one") {
    LiveState state;
    feed(
        state,
        {
            R"({"event":"opened","time":1000,"id":"a","remote":"127.0.0.1:5000","path":"/chat"})",
            R"({"event":"frame","time":2500,"id":"a","direction":"in","kind":"text","size":2,"preview":"hi"})",
            R"({"event":"handler","time":1,"id":"a","function":"E.onOpen","microseconds":200,"outcome":"ok"})",
            R"({"event":"dropped","time":2600,"frames":5,"connections":{"a":[3,2],"gone":[1,1]},"handlers":{"E.onOpen":[2,40],"E.onClose":[1,5]}})",
        });
    REQUIRE(state.connections().size() == 1);
    CHECK(state.connections()[0].in == 4);
    CHECK(state.connections()[0].out == 2);
    CHECK(state.handlers().value(QStringLiteral("E.onOpen")).calls == 3);
    CHECK(state.handlers().value(QStringLiteral("E.onOpen")).microseconds == 240);
    CHECK(state.handlers().value(QStringLiteral("E.onClose")).calls == 1);
    CHECK(state.messagesPerSecond().back() == 6);
}

TEST_CASE("bytes are read from hexadecimal digits") {
    CHECK(bytesFromHex(QStringLiteral("0a 1B")).value_or("none") == QByteArray("\x0a\x1b"));
    CHECK(bytesFromHex(QString()).value_or("none") == QByteArray());
    CHECK_FALSE(bytesFromHex(QStringLiteral("abc")).has_value());
    CHECK_FALSE(bytesFromHex(QStringLiteral("xy")).has_value());
    CHECK(hexText("\x01\x02\x03", 2).toStdString() == "01 02 \u2026");
}
