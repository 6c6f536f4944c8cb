#include "runtime/http/upgrade_request.h"

#include <algorithm>

namespace barre::runtime::http {

namespace {

struct StatusRow {
    int status;
    std::string_view text;
    std::string_view headers; ///< lines that an answer with this status has
};

constexpr StatusRow statusRows[] = {
    {400, "Bad Request", ""},
    {401, "Unauthorized", ""},
    {403, "Forbidden", ""},
    {404, "Not Found", ""},
    {405, "Method Not Allowed", "allow: GET\r\n"},
    {408, "Request Timeout", ""},
    {413, "Content Too Large", ""},
    {414, "URI Too Long", ""},
    {426, "Upgrade Required", "upgrade: websocket\r\nsec-websocket-version: 13\r\n"},
    {431, "Request Header Fields Too Large", ""},
    {500, "Internal Server Error", ""},
    {503, "Service Unavailable", ""},
};

const StatusRow* statusRow(int status) {
    const auto row = std::find_if(std::begin(statusRows), std::end(statusRows),
                                  [&](const StatusRow& row) { return row.status == status; });
    return row == std::end(statusRows) ? nullptr : row;
}

size_t countHeader(const RequestHead& head, std::string_view name) {
    return size_t(std::count_if(head.headers.begin(), head.headers.end(),
                                [&](const Header& header) { return equalIgnoringCase(header.name, name); }));
}

/// 16 bytes in base64: 22 digits and two equals signs (RFC 6455 4.1).
bool isKey(std::string_view key) {
    const auto digit = [](char c) {
        return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '+' ||
               c == '/';
    };
    return key.size() == 24 && key.ends_with("==") && std::all_of(key.begin(), key.begin() + 22, digit);
}

std::vector<std::string> listHeader(const RequestHead& head, std::string_view name) {
    std::vector<std::string> items;
    for (const Header& header : head.headers)
        if (equalIgnoringCase(header.name, name))
            for (const std::string_view item : listItems(header.value))
                items.emplace_back(item);
    return items;
}

bool hasBody(const RequestHead& head) {
    const std::string* length = head.header("Content-Length");
    return head.header("Transfer-Encoding") || (length && *length != "0");
}

/// The first reason not to go on, status 0 when there is none.
Refusal firstFault(const RequestHead& head) {
    if (!head.hasToken("Upgrade", "websocket"))
        return {426, "This address speaks WebSocket: the request must ask for an upgrade"};
    if (head.method != "GET")
        return {405, "An upgrade request must use GET"};
    if (head.version != 11)
        return {400, "An upgrade request must use HTTP/1.1"};
    if (countHeader(head, "Host") != 1)
        return {400, "An upgrade request must have one Host header"};
    if (!head.hasToken("Connection", "Upgrade"))
        return {400, "The Connection header must contain 'Upgrade'"};
    if (hasBody(head))
        return {400, "An upgrade request must not have a body"};
    const std::string* version = head.header("Sec-WebSocket-Version");
    if (!version || *version != "13")
        return {426, "Only version 13 of WebSocket is supported"};
    const std::string* key = head.header("Sec-WebSocket-Key");
    if (!key || countHeader(head, "Sec-WebSocket-Key") != 1 || !isKey(*key))
        return {400, "The Sec-WebSocket-Key header is missing or not 16 bytes in base64"};
    return {0, {}};
}

} // namespace

std::variant<UpgradeRequest, Refusal> checkUpgrade(RequestHead head) {
    if (Refusal fault = firstFault(head); fault.status != 0)
        return fault;
    auto uri = parseUri(head.target);
    if (!uri)
        return Refusal{400, "The URI is not valid"};
    UpgradeRequest request;
    request.uri = std::move(*uri);
    request.key = *head.header("Sec-WebSocket-Key");
    request.subProtocols = listHeader(head, "Sec-WebSocket-Protocol");
    for (const std::string& protocol : request.subProtocols)
        if (!isToken(protocol))
            return Refusal{400, "The Sec-WebSocket-Protocol header is not a list of names"};
    request.extensions = listHeader(head, "Sec-WebSocket-Extensions");
    request.head = std::move(head);
    return request;
}

std::string_view statusText(int status) {
    const StatusRow* row = statusRow(status);
    return row ? row->text : "Error";
}

std::string refusalResponse(const Refusal& refusal, std::string_view serverName) {
    const StatusRow* row = statusRow(refusal.status);
    std::string text =
        "HTTP/1.1 " + std::to_string(refusal.status) + " " + std::string(statusText(refusal.status));
    text += "\r\n";
    if (row)
        text += row->headers;
    if (!serverName.empty())
        text.append("server: ").append(serverName).append("\r\n");
    text += "connection: close\r\ncontent-type: text/plain; charset=utf-8\r\ncontent-length: ";
    text += std::to_string(refusal.message.size()) + "\r\n\r\n";
    return text + refusal.message;
}

} // namespace barre::runtime::http
