#pragma once

#include <exception>

namespace barre::runtime {

/// A structure is nested so deeply that walking over it would use up the stack; becomes a StackOverflow
/// panic.
struct NestedTooDeeply : std::exception {};

/// How deep a recursive walk goes at the most, in levels of a structure; frames with red zones are longer.
#ifdef __SANITIZE_ADDRESS__
constexpr int deepestWalk = 1000;
#else
constexpr int deepestWalk = 4000;
#endif

/// Counts how deep a recursive walk is.
class Depth {
public:
    explicit Depth(int& depth) : m_depth(depth) {
        if (++m_depth > deepestWalk) {
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
