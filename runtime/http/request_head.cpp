#include "runtime/http/request_head.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>

namespace barre::runtime::http {

namespace beast = boost::beast;

namespace {

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c + ('a' - 'A')) : c;
}

std::string_view trimmed(std::string_view text) {
    const auto blank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && blank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && blank(text.back()))
        text.remove_suffix(1);
    return text;
}

std::string_view view(beast::string_view text) {
    return {text.data(), text.size()};
}

} // namespace

bool equalIgnoringCase(std::string_view a, std::string_view b) {
    return a.size() == b.size() &&
           std::equal(a.begin(), a.end(), b.begin(), [](char x, char y) { return lower(x) == lower(y); });
}

bool isToken(std::string_view text) {
    constexpr std::string_view others = "!#$%&'*+-.^_`|~";
    const auto tokenCharacter = [&](char c) {
        return (c >= '0' && c <= '9') || (lower(c) >= 'a' && lower(c) <= 'z') ||
               others.find(c) != std::string_view::npos;
    };
    return !text.empty() && std::all_of(text.begin(), text.end(), tokenCharacter);
}

std::vector<std::string_view> listItems(std::string_view list) {
    std::vector<std::string_view> items;
    while (!list.empty()) {
        const size_t comma = std::min(list.find(','), list.size());
        if (const auto item = trimmed(list.substr(0, comma)); !item.empty())
            items.push_back(item);
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return items;
}

const std::string* RequestHead::header(std::string_view name) const {
    for (const Header& header : headers)
        if (equalIgnoringCase(header.name, name))
            return &header.value;
    return nullptr;
}

bool RequestHead::hasToken(std::string_view name, std::string_view token) const {
    for (const Header& header : headers)
        if (equalIgnoringCase(header.name, name))
            for (const std::string_view item : listItems(header.value))
                if (equalIgnoringCase(item, token))
                    return true;
    return false;
}

struct RequestHeadParser::Parser : beast::http::request_parser<beast::http::empty_body> {};

RequestHeadParser::RequestHeadParser(HeadLimits limits)
    : m_limits(limits), m_parser(std::make_unique<Parser>()) {
    // Both limits are ours and told apart; Beast's own is a backstop.
    m_parser->header_limit(uint32_t(limits.uri + limits.headers + 256));
    m_parser->body_limit(uint64_t(1) << 40);
}

RequestHeadParser::~RequestHeadParser() = default;
RequestHeadParser::RequestHeadParser(RequestHeadParser&&) noexcept = default;
RequestHeadParser& RequestHeadParser::operator=(RequestHeadParser&&) noexcept = default;

RequestHeadParser::State RequestHeadParser::feed(std::string_view bytes) {
    m_bytes.append(bytes);
    if (m_state == State::Incomplete)
        checkStartLine();
    if (m_state == State::Incomplete)
        advance();
    return m_state;
}

/// Judges the sizes before the parser sees the bytes: it keeps no more than the limits allow.
void RequestHeadParser::checkStartLine() {
    if (m_headerStart == 0) {
        const size_t end = m_bytes.find('\n');
        const std::string_view line = std::string_view(m_bytes).substr(0, end);
        const size_t blank = line.find(' ');
        const size_t target = blank == std::string_view::npos ? line.size() : blank + 1;
        const size_t targetSize = std::min(line.find(' ', target), line.size()) - target;
        if (targetSize > m_limits.uri)
            return refuse(414, "The URI is longer than " + std::to_string(m_limits.uri) + " bytes");
        if (target > 64)
            return refuse(400, "The request line is not valid");
        if (end == std::string::npos)
            return;
        m_headerStart = end + 1;
    }
    const size_t end = m_bytes.find("\r\n\r\n", m_headerStart > 2 ? m_headerStart - 2 : 0);
    const size_t size =
        std::min(end, m_bytes.size()) - std::min(m_headerStart, std::min(end, m_bytes.size()));
    if (size > m_limits.headers)
        refuse(431, "The headers are larger than " + std::to_string(m_limits.headers) + " bytes");
}

void RequestHeadParser::advance() {
    while (m_consumed < m_bytes.size() && !m_parser->is_header_done()) {
        beast::error_code error;
        const std::string_view rest = this->rest();
        const size_t used = m_parser->put(boost::asio::const_buffer(rest.data(), rest.size()), error);
        m_consumed += used;
        if (error == beast::http::error::need_more)
            break;
        if (error == beast::http::error::header_limit)
            return refuse(431, "The headers are larger than " + std::to_string(m_limits.headers) + " bytes");
        if (error)
            return refuse(400, "The request is not valid: " + error.message());
        if (used == 0)
            break;
    }
    if (m_parser->is_header_done())
        complete();
}

void RequestHeadParser::complete() {
    const auto& message = m_parser->get();
    m_head.method = view(message.method_string());
    m_head.target = view(message.target());
    m_head.version = int(message.version());
    for (const auto& field : message)
        m_head.headers.push_back({std::string(view(field.name_string())), std::string(view(field.value()))});
    m_parser.reset();
    m_state = State::Complete;
}

void RequestHeadParser::refuse(int status, std::string message) {
    m_parser.reset();
    m_bytes.clear();
    m_consumed = 0;
    m_refusal = {status, std::move(message)};
    m_state = State::Refused;
}

} // namespace barre::runtime::http
