#pragma once

#include <chrono>
#include <cstdint>

namespace barre::runtime {

/// Notices a strand that goes on and on while others may not run, because it is not isolated.
class HoldUpWatch {
public:
    using Clock = std::chrono::steady_clock;
    static constexpr std::chrono::seconds patience{2};

    /// The strand has used up its time and would go on while others wait. True once, after `patience`.
    bool ranOn(uint64_t strand, Clock::time_point now) {
        if (m_strand != strand) {
            m_strand = strand;
            m_since = now;
            m_isTold = false;
        }
        if (m_isTold || now - m_since < patience)
            return false;
        m_isTold = true;
        return true;
    }
    /// The strand let others run.
    void paused() { m_strand = nobody; }

private:
    static constexpr uint64_t nobody = UINT64_MAX;

    uint64_t m_strand = nobody;
    Clock::time_point m_since;
    bool m_isTold = false;
};

} // namespace barre::runtime
