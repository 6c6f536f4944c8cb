#pragma once

#include "model/text/source_range.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace barre::designer {

/// What a running service tells of itself, as drawings mark it. A value; empty while nothing runs.
struct LiveMarks {
    struct Handler {
        int64_t calls = 0;
        int64_t failures = 0;
        int64_t microseconds = 0; ///< of all calls together
    };
    /// How often a step ran; its place is in the text of this moment.
    struct Step {
        std::string file;
        model::SourceRange range{};
        int64_t count = 0;
    };

    bool running = false;
    int connections = 0;                             ///< open now
    std::map<std::string, int> connectionsOfService; ///< by path, `/chat`
    std::map<std::string, Handler> handlers;         ///< by symbol, `ChatService.onOpen`
    std::vector<Step> steps;
    std::vector<int> messagesPerSecond; ///< of the last minute, the newest last
    int messageRate = 0;                ///< in the last whole second
    int64_t failures = 0;               ///< handlers that failed, upgrades that were refused

    /// The handler's counts, or null when it never ran.
    const Handler* handler(const std::string& symbol) const {
        const auto it = handlers.find(symbol);
        return it == handlers.end() ? nullptr : &it->second;
    }
};

} // namespace barre::designer
