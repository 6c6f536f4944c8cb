// Runs every tests/commands/*.cmd: files, and what a person types in their folder. See
// tests/commands/README.md.
#include "tests/support/free_port.h"
#include "tests/support/pattern.h"

#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

namespace {

namespace fs = std::filesystem;
using Lines = std::vector<std::string>;

/// What one `$` line does and what it should do.
struct Command {
    int line = 0;
    std::string text;
    Lines output, error;
    int exitCode = 0;
};

bool allMatch(const Lines& patterns, const Lines& lines) {
    return std::equal(patterns.begin(), patterns.end(), lines.begin(), lines.end(),
                      barre::test::matchesPattern);
}

std::string joined(const Lines& lines, const char* mark) {
    std::string text;
    for (const std::string& line : lines)
        text += mark + line + "\n";
    return text;
}

Lines linesOf(const QByteArray& bytes) {
    Lines lines;
    for (const QByteArray& line : bytes.split('\n'))
        lines.push_back(line.toStdString());
    if (!lines.empty() && lines.back().empty())
        lines.pop_back();
    return lines;
}

/// A `.cmd` file in a folder of its own.
class Session {
public:
    explicit Session(const fs::path& file) {
        std::ifstream in(file);
        std::string text;
        std::ofstream out;
        for (int number = 1; std::getline(in, text); ++number) {
            if (text.starts_with("=== "))
                out = open(text.substr(4));
            else if (out.is_open())
                out << text << '\n';
            else
                addLine(number, text);
        }
    }

    /// What went wrong, or an empty text.
    std::string run() {
        for (const Command& command : m_commands)
            if (std::string problem = run(command); !problem.empty())
                return "line " + std::to_string(command.line) + ": $ " + command.text + "\n" + problem;
        return {};
    }

private:
    std::ofstream open(const std::string& name) {
        if (name == "commands")
            return {};
        const fs::path path = fs::path(m_folder.path().toStdString()) / name;
        fs::create_directories(path.parent_path());
        return std::ofstream(path);
    }

    void addLine(int number, const std::string& text) {
        if (text.starts_with("$ "))
            m_commands.push_back({number, text.substr(2), {}, {}, 0});
        else if (text.starts_with("> ") || text == ">")
            m_commands.back().output.push_back(text.size() > 2 ? text.substr(2) : "");
        else if (text.starts_with("! "))
            m_commands.back().error.push_back(text.substr(2));
        else if (text.starts_with("exit "))
            m_commands.back().exitCode = std::stoi(text.substr(5));
    }

    std::string run(const Command& command) {
        const QFileInfo program(qEnvironmentVariable("BARRE_PROGRAM", QStringLiteral(BARRE_PROGRAM)));
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(QStringLiteral("PATH"), program.absolutePath() + QLatin1Char(':') +
                                                       environment.value(QStringLiteral("PATH")));
        environment.insert(QStringLiteral("PORT"), QString::number(barre::test::freePort()));
        QProcess process;
        process.setProcessEnvironment(environment);
        process.setWorkingDirectory(m_folder.path());
        process.start(QStringLiteral("sh"), {QStringLiteral("-c"), QString::fromStdString(command.text)});
        if (!process.waitForFinished(60'000))
            return "it does not end";
        const Lines output = linesOf(process.readAllStandardOutput());
        const Lines error = linesOf(process.readAllStandardError());
        if (allMatch(command.output, output) && allMatch(command.error, error) &&
            process.exitCode() == command.exitCode)
            return {};
        return joined(output, "> ") + joined(error, "! ") + "exit " + std::to_string(process.exitCode());
    }

    QTemporaryDir m_folder;
    std::vector<Command> m_commands;
};

} // namespace

TEST_CASE("commands do what their files say") {
    for (const auto& entry : fs::directory_iterator(BARRE_SOURCE_DIR "/tests/commands")) {
        if (entry.path().extension() != ".cmd")
            continue;
        CAPTURE(entry.path().string());
        const std::string problem = Session(entry.path()).run();
        CAPTURE(problem);
        CHECK(problem.empty());
    }
}
