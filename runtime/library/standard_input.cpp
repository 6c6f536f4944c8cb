#include "runtime/library/standard_input.h"

#include <algorithm>
#include <cerrno>
#include <poll.h>
#include <unistd.h>

namespace barre::runtime {

bool StandardInput::hasLine() {
    while (!m_ended && m_text.find('\n', m_looked) == std::string::npos) {
        m_looked = m_text.size();
        if (!isReadable())
            return false;
        read();
    }
    return true;
}

std::string StandardInput::takeLine() {
    const size_t end = std::min(m_text.find('\n', m_taken), m_text.size());
    std::string line = m_text.substr(m_taken, end - m_taken);
    m_taken = m_looked = std::min(end + 1, m_text.size());
    if (line.ends_with('\r'))
        line.pop_back();
    return line;
}

bool StandardInput::isReadable() const {
    pollfd input{STDIN_FILENO, POLLIN, 0};
    return poll(&input, 1, 0) > 0;
}

void StandardInput::read() {
    m_text.erase(0, m_taken);
    m_looked -= m_taken;
    m_taken = 0;
    char block[16384];
    const ssize_t count = ::read(STDIN_FILENO, block, sizeof block);
    if (count > 0)
        m_text.append(block, size_t(count));
    else
        m_ended = count == 0 || errno != EINTR;
}

StandardInput& standardInput() {
    static StandardInput input;
    return input;
}

} // namespace barre::runtime
