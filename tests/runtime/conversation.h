// Runs a `.conv` file: a program and what clients say to it and hear from it. See
// tests/conversations/README.md.
#pragma once

#include "tests/runtime/wire_client.h"

#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace barre::tests {

/// A line of the conversation and where it stands.
struct ConversationLine {
    int number = 0;
    std::vector<std::string> words;
    std::string text; ///< the line without the first three words, blanks kept
};

class Conversation {
public:
    /// `path`: the .conv file.
    explicit Conversation(const std::string& path);

    /// Runs it. Returns what went wrong, with the line, or an empty text.
    std::string run();

private:
    std::string startProgram();
    std::string perform(const ConversationLine& line);
    std::string clientLine(const ConversationLine& line);
    std::string connect(const ConversationLine& line);
    std::string refused(const ConversationLine& line);
    std::string send(WireClient& client, const ConversationLine& line);
    std::string expect(WireClient& client, const ConversationLine& line);
    bool waitForOutput(const std::string& text);
    std::string stop(int signal, int exitCode);
    const std::string& output();

    QTemporaryDir m_folder;
    std::string m_programPath;
    std::vector<std::string> m_options;
    std::vector<ConversationLine> m_lines;
    QProcess m_process;
    std::string m_output;
    uint16_t m_port = 0;
    std::map<std::string, std::unique_ptr<WireClient>> m_clients;
};

} // namespace barre::tests
