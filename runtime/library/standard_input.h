#pragma once

#include <functional>
#include <mutex>
#include <string>
#include <vector>

namespace barre::runtime {

/// The lines of the standard input of the process. Any thread.
class StandardInput {
public:
    /// Takes in what is there already; true once a line, or the end, is there.
    bool hasLine();
    /// The next line without its line break; empty at the end, and where there is no line.
    std::string takeLine();
    /// Calls back, from another thread, when there is a line or the end. A line may be taken by somebody else
    /// before it can be taken here.
    void whenLine(std::function<void()> callback);

private:
    bool findLine();
    void append(const char* block, ssize_t count);
    void readUntilLine();

    std::mutex m_mutex;
    std::string m_text;  ///< what has been read
    size_t m_taken = 0;  ///< so much of it has been taken
    size_t m_looked = 0; ///< there is no line break between what is taken and here
    bool m_ended = false;
    bool m_hasReader = false; ///< a thread reads: nobody else does
    std::vector<std::function<void()>> m_waiting;
};

/// The one of this process.
StandardInput& standardInput();

} // namespace barre::runtime
