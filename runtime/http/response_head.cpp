#include "runtime/http/response_head.h"

#include <boost/beast/http/empty_body.hpp>
#include <boost/beast/http/parser.hpp>

#include <algorithm>

namespace barre::runtime::http {

namespace {

namespace beast = boost::beast;

constexpr size_t largestHead = 64 * 1024;

} // namespace

const std::string* ResponseHead::header(std::string_view name) const {
    const auto found = std::find_if(headers.begin(), headers.end(), [&](const Header& header) {
        return equalIgnoringCase(header.name, name);
    });
    return found == headers.end() ? nullptr : &found->value;
}

bool ResponseHead::hasToken(std::string_view name, std::string_view token) const {
    const std::string* value = header(name);
    const auto items = value ? listItems(*value) : std::vector<std::string_view>();
    return std::any_of(items.begin(), items.end(),
                       [&](std::string_view item) { return equalIgnoringCase(item, token); });
}

ResponseHeadParser::State ResponseHeadParser::feed(std::string_view bytes) {
    const size_t from = m_bytes.size() < 3 ? 0 : m_bytes.size() - 3;
    m_bytes.append(bytes);
    const size_t end = m_bytes.find("\r\n\r\n", from);
    if (std::min(end, m_bytes.size()) > largestHead)
        return State::Failed;
    if (end == std::string::npos)
        return State::Incomplete;
    m_size = end + 4;
    return parse();
}

ResponseHeadParser::State ResponseHeadParser::parse() {
    beast::http::response_parser<beast::http::empty_body> parser;
    parser.skip(true); // whatever the status promises, a body is not read
    parser.header_limit(uint32_t(largestHead));
    for (size_t used = 0; used < m_size && !parser.is_header_done();) {
        beast::error_code error;
        used += parser.put(boost::asio::const_buffer(m_bytes.data() + used, m_size - used), error);
        if (error)
            return State::Failed;
    }
    const auto& message = parser.get();
    m_head.status = int(message.result_int());
    m_head.reason = std::string(message.reason());
    for (const auto& field : message)
        m_head.headers.push_back({std::string(field.name_string()), std::string(field.value())});
    return State::Complete;
}

} // namespace barre::runtime::http
