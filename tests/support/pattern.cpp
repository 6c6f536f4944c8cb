#include "tests/support/pattern.h"

namespace barre::test {

bool matchesPattern(std::string_view pattern, std::string_view text) {
    const size_t star = pattern.find('*');
    if (star == std::string_view::npos)
        return pattern == text;
    if (text.substr(0, star) != pattern.substr(0, star))
        return false;
    for (size_t from = star; from <= text.size(); ++from)
        if (matchesPattern(pattern.substr(star + 1), text.substr(from)))
            return true;
    return false;
}

} // namespace barre::test
