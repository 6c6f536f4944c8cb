#pragma once

#include <exception>

namespace barre::runtime {

/// A structure is nested so deeply that walking over it would use up the stack; becomes a StackOverflow
/// panic.
struct NestedTooDeeply : std::exception {};

/// Counts how deep a recursive walk is.
class Depth {
public:
    explicit Depth(int& depth) : m_depth(depth) {
        if (++m_depth > 4000) {
            --m_depth;
            throw NestedTooDeeply();
        }
    }
    ~Depth() { --m_depth; }
    Depth(const Depth&) = delete;
    Depth& operator=(const Depth&) = delete;

private:
    int& m_depth;
};

} // namespace barre::runtime
