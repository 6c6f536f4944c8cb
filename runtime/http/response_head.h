// Reads the head of an HTTP/1.x response from bytes that arrive in pieces. No Qt.
#pragma once

#include "runtime/http/request_head.h"

namespace barre::runtime::http {

struct ResponseHead {
    int status = 0;
    std::string reason;
    std::vector<Header> headers;

    /// First value of a header, whatever the case of its name; null when it was not sent.
    const std::string* header(std::string_view name) const;
    bool hasToken(std::string_view name, std::string_view token) const;
};

/// Give it bytes until it is complete or has failed.
class ResponseHeadParser {
public:
    enum class State : uint8_t { Incomplete, Complete, Failed };

    State feed(std::string_view bytes);
    const ResponseHead& head() const { return m_head; }
    /// What arrived behind the head.
    std::string_view rest() const { return std::string_view(m_bytes).substr(m_size); }

private:
    State parse();

    std::string m_bytes;
    size_t m_size = 0; ///< of the head
    ResponseHead m_head;
};

} // namespace barre::runtime::http
