#include "runtime/http/uri.h"

#include "runtime/http/utf8.h"

#include <algorithm>

namespace barre::runtime::http {

namespace {

int hexDigit(char c) {
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

template<class Visit>
void forEachPart(std::string_view text, char separator, Visit visit) {
    while (!text.empty()) {
        const size_t end = std::min(text.find(separator), text.size());
        visit(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// `ws://host/chat` -> `/chat`; what begins with a slash stays.
std::optional<std::string_view> originForm(std::string_view target) {
    if (target.starts_with('/'))
        return target;
    const size_t scheme = target.find("://");
    if (scheme == std::string_view::npos)
        return std::nullopt;
    const size_t slash = target.find('/', scheme + 3);
    return slash == std::string_view::npos ? std::string_view("/") : target.substr(slash);
}

std::optional<std::string> decodedText(std::string_view text, bool plusIsBlank) {
    auto decoded = percentDecoded(text, plusIsBlank);
    return decoded && isUtf8(*decoded) ? decoded : std::nullopt;
}

bool readSegments(std::string_view path, std::vector<std::string>& segments) {
    bool good = true;
    forEachPart(path, '/', [&](std::string_view part) {
        const auto decoded = decodedText(part.substr(0, part.find(';')), false);
        good = good && decoded;
        if (decoded && !part.empty())
            segments.push_back(*decoded);
    });
    return good;
}

bool readQuery(std::string_view query, std::vector<std::pair<std::string, std::string>>& result) {
    bool good = true;
    forEachPart(query, '&', [&](std::string_view part) {
        const size_t equals = std::min(part.find('='), part.size());
        const auto name = decodedText(part.substr(0, equals), true);
        const auto value = decodedText(part.substr(std::min(equals + 1, part.size())), true);
        good = good && name && value;
        if (name && value && !part.empty())
            result.emplace_back(*name, *value);
    });
    return good;
}

} // namespace

const std::string* Uri::queryValue(std::string_view name) const {
    for (const auto& [key, value] : query)
        if (key == name)
            return &value;
    return nullptr;
}

std::optional<std::string> percentDecoded(std::string_view text, bool plusIsBlank) {
    std::string decoded;
    decoded.reserve(text.size());
    for (size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            decoded += plusIsBlank && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        const int high = i + 2 < text.size() ? hexDigit(text[i + 1]) : -1;
        const int low = i + 2 < text.size() ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0)
            return std::nullopt;
        decoded += char(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::vector<std::string> pathSegments(std::string_view path) {
    std::vector<std::string> segments;
    forEachPart(path, '/', [&](std::string_view part) {
        if (!part.empty())
            segments.emplace_back(part);
    });
    return segments;
}

std::optional<Uri> parseUri(std::string_view target) {
    const auto origin = originForm(target.substr(0, target.find('#')));
    if (!origin)
        return std::nullopt;
    Uri uri;
    const size_t question = std::min(origin->find('?'), origin->size());
    uri.path = std::string(origin->substr(0, question));
    const std::string_view query = origin->substr(std::min(question + 1, origin->size()));
    if (!readSegments(uri.path, uri.segments) || !readQuery(query, uri.query))
        return std::nullopt;
    return uri;
}

} // namespace barre::runtime::http
