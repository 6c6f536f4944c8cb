#include "runtime/langlib/number_text.h"

#include <charconv>
#include <limits>

namespace barre::runtime {

std::optional<int64_t> parseInt(std::string_view text, int base) {
    if (!text.empty() && text.front() == '+') {
        text.remove_prefix(1);
        if (!text.empty() && text.front() == '-')
            return {};
    }
    int64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return {};
    return value;
}

std::optional<double> parseFloat(std::string_view text) {
    bool isNegative = false;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        isNegative = text.front() == '-';
        text.remove_prefix(1);
    }
    double value = 0;
    if (text == "NaN") {
        value = std::numeric_limits<double>::quiet_NaN();
    } else if (text == "Infinity") {
        value = std::numeric_limits<double>::infinity();
    } else {
        const bool isHex = text.starts_with("0x") || text.starts_with("0X");
        if (isHex)
            text.remove_prefix(2);
        if (text.empty() || text.front() == '-' || text.front() == '+' || (text.front() | 32) == 'i' ||
            (text.front() | 32) == 'n')
            return {};
        if (!isHex && hasTypeSuffix(text))
            text.remove_suffix(1);
        const auto format = isHex ? std::chars_format::hex : std::chars_format::general;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, format);
        if (end != text.data() + text.size() || text.empty())
            return {};
        if (error == std::errc::result_out_of_range) {
            const size_t e = text.find_first_of("eEpP");
            const bool isTiny = e != std::string_view::npos && e + 1 < text.size() && text[e + 1] == '-';
            value = isTiny ? 0 : std::numeric_limits<double>::infinity();
        } else if (error != std::errc()) {
            return {};
        }
    }
    return isNegative ? -value : value;
}

bool hasTypeSuffix(std::string_view text) {
    return !text.empty() && ((text.back() | 32) == 'f' || (text.back() | 32) == 'd');
}

} // namespace barre::runtime
