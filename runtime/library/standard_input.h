#pragma once

#include <string>

namespace barre::runtime {

/// The lines of the standard input of the process, without waiting for them.
class StandardInput {
public:
    /// Takes in what has been written; true once a line, or the end, is there.
    bool hasLine();
    /// The next line without its line break; empty at the end.
    std::string takeLine();

private:
    bool isReadable() const;
    void read();

    std::string m_text;  ///< what has been read
    size_t m_taken = 0;  ///< so much of it has been taken
    size_t m_looked = 0; ///< there is no line break between what is taken and here
    bool m_ended = false;
};

/// The one of this process.
StandardInput& standardInput();

} // namespace barre::runtime
