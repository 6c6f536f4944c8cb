#include "tests/runtime/conversation.h"
#include "tests/support/pattern.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtNetwork/QTcpServer>

#include <doctest/doctest.h>

#include <algorithm>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace barre::tests {

using runtime::websocket::Opcode;

namespace {

uint16_t freePort() {
    QTcpServer probe;
    probe.listen(QHostAddress::LocalHost);
    return probe.serverPort();
}

std::string fromHex(const std::string& text) {
    const QByteArray bytes = QByteArray::fromHex(QByteArray::fromStdString(text));
    return bytes.toStdString();
}

/// `\n` and `\"` as in Ballerina, so that any text fits on a line.
std::string unescaped(const std::string& text) {
    std::string result;
    for (size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '\\' && i + 1 < text.size();
        const char next = isEscape ? text[i + 1] : text[i];
        result += isEscape && next == 'n' ? '\n' : next;
        i += isEscape ? 1 : 0;
    }
    return result;
}

std::string closePayload(const ConversationLine& line) {
    if (line.words.size() < 4)
        return {};
    const int code = std::stoi(line.words[3]);
    std::string payload{char(code >> 8), char(code & 0xFF)};
    const size_t blank = line.text.find(' ');
    return blank == std::string::npos ? payload : payload + line.text.substr(blank + 1);
}

ConversationLine parseLine(const std::string& text, int number) {
    ConversationLine line;
    line.number = number;
    std::istringstream words(text);
    for (std::string word; words >> word;)
        line.words.push_back(word);
    size_t begin = 0;
    for (int word = 0; word < 3 && begin < text.size(); ++word)
        begin = std::min(text.find(' ', begin), text.size() - 1) + 1;
    line.text = text.substr(begin);
    return line;
}

} // namespace

Conversation::Conversation(const std::string& path) {
    std::ifstream in(path);
    std::ofstream file;
    bool isConversation = false;
    int number = 0;
    for (std::string text; std::getline(in, text);) {
        ++number;
        if (text.starts_with("=== ")) {
            const std::string name = text.substr(4);
            isConversation = name == "conversation";
            file = isConversation
                       ? std::ofstream()
                       : std::ofstream(m_folder.filePath(QString::fromStdString(name)).toStdString());
            if (name.ends_with(".bal") && m_programPath.empty())
                m_programPath = m_folder.filePath(QString::fromStdString(name)).toStdString();
        } else if (file.is_open()) {
            file << text << '\n';
        } else if (isConversation && !text.empty() && text[0] != '#') {
            m_lines.push_back(parseLine(text, number));
        } else if (text.starts_with("program ")) {
            m_programPath = std::string(BARRE_SOURCE_DIR) + "/" + text.substr(8);
        } else if (text.starts_with("options ")) {
            m_options = parseLine(text, number).words;
            m_options.erase(m_options.begin());
        }
    }
}

std::string Conversation::run() {
    if (std::string problem = startProgram(); !problem.empty())
        return problem;
    for (const ConversationLine& line : m_lines)
        if (const std::string problem = perform(line); !problem.empty())
            return "line " + std::to_string(line.number) + ": " + problem + "\n--- the program wrote:\n" +
                   output();
    return m_process.state() == QProcess::NotRunning ? "" : stop(SIGTERM, 0);
}

std::string Conversation::startProgram() {
    m_port = freePort();
    QStringList args{QStringLiteral("run"), QString::fromStdString(m_programPath), QStringLiteral("-C"),
                     QStringLiteral("port=%1").arg(m_port)};
    for (const std::string& option : m_options)
        args << QString::fromStdString(option);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(qEnvironmentVariable("BARRE_PROGRAM", QStringLiteral(BARRE_PROGRAM)), args);
    return waitForOutput("Listening on") ? "" : "the program does not listen:\n" + output();
}

const std::string& Conversation::output() {
    m_output += m_process.readAll().toStdString();
    return m_output;
}

bool Conversation::waitForOutput(const std::string& text) {
    waitFor([&] {
        return output().find(text) != std::string::npos || m_process.state() == QProcess::NotRunning;
    });
    return output().find(text) != std::string::npos;
}

std::string Conversation::stop(int signal, int exitCode) {
    if (signal != 0)
        ::kill(pid_t(m_process.processId()), signal);
    if (!waitFor([&] { return m_process.state() == QProcess::NotRunning; })) {
        m_process.kill();
        m_process.waitForFinished();
        return "the program does not end";
    }
    if (m_process.exitStatus() == QProcess::CrashExit)
        return "the program crashed:\n" + output();
    return m_process.exitCode() == exitCode
               ? ""
               : "the exit code is " + std::to_string(m_process.exitCode()) + "\n" + output();
}

std::string Conversation::perform(const ConversationLine& line) {
    if (line.words[0] == "log") {
        std::string text;
        for (size_t i = 1; i < line.words.size(); ++i)
            text += (i > 1 ? " " : "") + line.words[i];
        return waitForOutput(text) ? "" : "the program did not write '" + text + "'";
    }
    if (line.words[0] == "stop")
        return stop(SIGTERM, line.words.size() > 1 ? std::stoi(line.words[1]) : 0);
    if (line.words[0] == "signal") {
        ::kill(pid_t(m_process.processId()), SIGTERM);
        return {};
    }
    if (line.words[0] == "exits")
        return stop(0, std::stoi(line.words[1]));
    return clientLine(line);
}

std::string Conversation::clientLine(const ConversationLine& line) {
    const std::string verb = line.words.size() > 1 ? line.words[1] : "";
    if (verb == "connects")
        return connect(line);
    if (verb == "refused")
        return refused(line);
    const auto found = m_clients.find(line.words[0]);
    if (found == m_clients.end())
        return "no client '" + line.words[0] + "'";
    WireClient& client = *found->second;
    if (verb == "sends")
        return send(client, line);
    if (verb == "gets")
        return expect(client, line);
    if (verb == "hangs")
        return client.hangUp(), "";
    if (verb == "resets")
        return client.reset(), "";
    if (verb == "ends")
        return client.endsCleanly() ? "" : "the connection is not closed, or more came before";
    return "what is '" + verb + "'?";
}

/// NAME connects PATH [Header: value | …] [-> Header: value | …]
std::string Conversation::connect(const ConversationLine& line) {
    const size_t arrow = line.text.find("-> ");
    std::string sent, expected = arrow == std::string::npos ? "" : line.text.substr(arrow + 3);
    const QStringList headers =
        QString::fromStdString(line.words.size() > 3 ? line.text.substr(0, arrow) : "")
            .split(u'|', Qt::SkipEmptyParts);
    for (const QString& header : headers)
        if (!header.trimmed().isEmpty())
            sent += header.trimmed().toStdString() + "\r\n";
    auto client = std::make_unique<WireClient>(m_port);
    client->upgrade(line.words[2], sent);
    const std::string head = client->head();
    m_clients[line.words[0]] = std::move(client);
    if (!head.starts_with("HTTP/1.1 101"))
        return "not upgraded: " + head;
    for (const QString& header : QString::fromStdString(expected).split(u'|', Qt::SkipEmptyParts))
        if (head.find(header.trimmed().toStdString() + "\r\n") == std::string::npos)
            return "no header '" + header.trimmed().toStdString() + "' in: " + head;
    return {};
}

/// NAME refused PATH STATUS [body] [| Header: value]
std::string Conversation::refused(const ConversationLine& line) {
    const size_t bar = line.text.find(" | ");
    WireClient client(m_port);
    client.upgrade(line.words[2], bar == std::string::npos ? "" : line.text.substr(bar + 3) + "\r\n");
    const std::string head = client.head();
    if (!head.starts_with("HTTP/1.1 " + line.words[3] + " "))
        return "answered with: " + head;
    const std::string rest = line.text.substr(0, bar);
    const size_t blank = rest.find(' ');
    if (blank == std::string::npos)
        return {};
    const size_t length = head.find("content-length: ");
    const std::string body = client.take(size_t(std::stoi(head.substr(length + 16))));
    return test::matchesPattern(rest.substr(blank + 1), body) ? "" : "answered with: " + body;
}

std::string Conversation::send(WireClient& client, const ConversationLine& line) {
    const std::string kind = line.words.size() > 2 ? line.words[2] : "";
    if (kind == "text")
        client.frame(Opcode::Text, unescaped(line.text));
    else if (kind == "texts") // sends texts 1000: that many numbered ones at once
        for (int i = 0; i < std::stoi(line.text); ++i)
            client.frame(Opcode::Text, std::to_string(i));
    else if (kind == "part")
        client.frame(Opcode::Text, unescaped(line.text), false);
    else if (kind == "rest")
        client.frame(Opcode::Continuation, unescaped(line.text));
    else if (kind == "binary")
        client.frame(Opcode::Binary, fromHex(line.text));
    else if (kind == "ping")
        client.frame(Opcode::Ping, fromHex(line.text));
    else if (kind == "pong")
        client.frame(Opcode::Pong, fromHex(line.text));
    else if (kind == "close")
        client.frame(Opcode::Close, closePayload(line));
    else if (kind == "raw")
        client.send(fromHex(line.text));
    else
        return "what is '" + kind + "'?";
    return {};
}

std::string Conversation::expect(WireClient& client, const ConversationLine& line) {
    const std::string kind = line.words.size() > 2 ? line.words[2] : "";
    if (kind == "texts") {
        for (int i = 0; i < std::stoi(line.text); ++i)
            if (const std::string frame = client.nextFrame(); frame != "text:" + std::to_string(i))
                return "message " + std::to_string(i) + " is " + frame;
        return {};
    }
    const bool isHex = kind == "binary" || kind == "ping" || kind == "pong";
    const std::string wanted = kind + ":" + (isHex ? fromHex(line.text) : unescaped(line.text));
    const std::string frame = client.nextFrame();
    if (test::matchesPattern(wanted, frame))
        return {};
    const std::string shown =
        isHex ? QByteArray::fromStdString(frame.substr(frame.find(':') + 1)).toHex().toStdString() : "";
    return "got " + frame + " " + shown;
}

} // namespace barre::tests

TEST_CASE("conversations") {
    namespace fs = std::filesystem;
    std::vector<std::string> files;
    for (const auto& entry : fs::directory_iterator(std::string(BARRE_SOURCE_DIR) + "/tests/conversations"))
        if (entry.path().extension() == ".conv")
            files.push_back(entry.path().string());
    std::sort(files.begin(), files.end());
    CHECK(files.size() > 12);
    for (const std::string& file : files)
        SUBCASE(file.substr(file.rfind('/') + 1).c_str()) {
            const std::string problem = barre::tests::Conversation(file).run();
            CHECK_MESSAGE(problem.empty(), file << "\n" << problem);
        }
}
