#include "runtime/library/standard_input.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <thread>
#include <unistd.h>
#include <utility>

namespace barre::runtime {
namespace {

constexpr size_t blockSize = 16384;
constexpr int forever = -1;

bool isReadable(int milliseconds) {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, milliseconds) > 0;
}

} // namespace

bool StandardInput::hasLine() {
    const std::lock_guard lock(m_mutex);
    while (!findLine()) {
        if (m_hasReader || !isReadable(0))
            return false;
        char block[blockSize];
        append(block, ::read(STDIN_FILENO, block, sizeof block));
    }
    return true;
}

std::string StandardInput::takeLine() {
    const std::lock_guard lock(m_mutex);
    if (!findLine())
        return {};
    const size_t end = std::min(m_text.find('\n', m_taken), m_text.size());
    std::string line = m_text.substr(m_taken, end - m_taken);
    m_taken = m_looked = std::min(end + 1, m_text.size());
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

// The reader is there only while somebody waits, so that nothing is taken from a process that reads the same
// input. It ends with the process.
void StandardInput::whenLine(std::function<void()> callback) {
    const std::lock_guard lock(m_mutex);
    m_waiting.push_back(std::move(callback));
    if (!std::exchange(m_hasReader, true))
        std::thread([this] { readUntilLine(); }).detach();
}

void StandardInput::readUntilLine() {
    std::unique_lock lock(m_mutex);
    while (!findLine()) {
        lock.unlock();
        char block[blockSize];
        isReadable(forever);
        const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
        lock.lock();
        append(block, count);
    }
    m_hasReader = false;
    const auto waiting = std::exchange(m_waiting, {});
    lock.unlock();
    for (const auto& callback : waiting)
        callback();
}

bool StandardInput::findLine() {
    if (m_text.find('\n', m_looked) != std::string::npos)
        return true;
    m_looked = m_text.size();
    return m_ended;
}

void StandardInput::append(const char* block, ssize_t count) {
    m_text.erase(0, m_taken);
    m_looked -= m_taken;
    m_taken = 0;
    if (count > 0)
        m_text.append(block, size_t(count));
    else
        m_ended = count == 0 || (errno != EINTR && errno != EAGAIN);
}

// Never taken apart, as its reader may wait until the end.
StandardInput& standardInput() {
    static StandardInput& input = *new StandardInput;
    return input;
}

} // namespace barre::runtime
