// The target of a request: path segments and query. No Qt.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace barre::runtime::http {

/// A request target taken apart. Segments are decoded; matrix parameters (`;a=4`) are cut off them.
struct Uri {
    std::string path; ///< as it was sent, without the query
    std::vector<std::string> segments;
    std::vector<std::pair<std::string, std::string>> query; ///< decoded, in order, names may repeat

    /// First value of a query parameter; null when it was not sent.
    const std::string* queryValue(std::string_view name) const;
};

/// Takes an origin-form (`/chat?x=1`) or absolute-form (`ws://host/chat`) target apart; nothing when it is
/// neither or when it decodes to something that is not UTF-8.
std::optional<Uri> parseUri(std::string_view target);

/// Replaces `%41`; in a query also `+` by a blank. Nothing when a `%` is not followed by two hexadecimal
/// digits.
std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank = false);

/// The non-empty segments of a service path such as `/chat//rooms/`.
std::vector<std::string> pathSegments(std::string_view path);

} // namespace barre::runtime::http
