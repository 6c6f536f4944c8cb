// Reads the head of an HTTP/1.x request from bytes that arrive in pieces. No Qt: the fuzzer builds it alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace barre::runtime::http {

/// One header line as it was sent.
struct Header {
    std::string name;
    std::string value;
};

/// The head of a request. Names of headers keep their case; look them up with `header()`.
struct RequestHead {
    std::string method;
    std::string target; ///< as it was sent
    int version = 11;   ///< 10 or 11
    std::vector<Header> headers;

    /// First value of a header, whatever the case of its name; null when it was not sent.
    const std::string* header(std::string_view name) const;
    /// True if a header with a list of tokens (`Connection: keep-alive, Upgrade`), maybe in several lines,
    /// has this one.
    bool hasToken(std::string_view name, std::string_view token) const;
};

/// How large a head may be; larger ones are refused with 414 and 431.
struct HeadLimits {
    size_t uri = 4096;
    size_t headers = 8192;
};

/// Why a head is not accepted: the HTTP status to answer and a sentence for its body.
struct Refusal {
    int status = 400;
    std::string message;
};

/// Give it bytes until it is complete or has refused.
class RequestHeadParser {
public:
    enum class State : uint8_t { Incomplete, Complete, Refused };

    explicit RequestHeadParser(HeadLimits limits = {});
    ~RequestHeadParser();
    RequestHeadParser(RequestHeadParser&&) noexcept;
    RequestHeadParser& operator=(RequestHeadParser&&) noexcept;

    /// Takes more bytes. Once complete, further bytes are kept as the rest.
    State feed(std::string_view bytes);
    State state() const { return m_state; }
    const RequestHead& head() const { return m_head; }
    const Refusal& refusal() const { return m_refusal; }
    /// What arrived behind the head.
    std::string_view rest() const { return std::string_view(m_bytes).substr(m_consumed); }

private:
    struct Parser;
    void advance();
    void checkStartLine();
    void complete();
    void refuse(int status, std::string message);

    HeadLimits m_limits;
    State m_state = State::Incomplete;
    std::unique_ptr<Parser> m_parser;
    std::string m_bytes;
    size_t m_consumed = 0;
    size_t m_headerStart = 0;
    RequestHead m_head;
    Refusal m_refusal;
};

/// True if both are the same but for the case of ASCII letters.
bool equalIgnoringCase(std::string_view a, std::string_view b);
/// True if the text is a `token` of RFC 9110 5.6.2, such as the name of a header.
bool isToken(std::string_view text);
/// The parts of a comma-separated list, without the blanks around them and without empty ones.
std::vector<std::string_view> listItems(std::string_view list);

} // namespace barre::runtime::http
