// What a running service tells of itself, as values.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace barre::runtime::websocket {

/// A listener has opened its port.
struct ListeningEvent {
    std::string listener; ///< name of the variable; may be empty
    uint16_t port = 0;
    std::vector<std::string> urls; ///< `ws://localhost:8080/chat/rooms/[room]`
};

struct OpenedEvent {
    std::string id, remote, path;
    std::string service;   ///< base path
    std::string className; ///< of the connection's service
};

struct FrameEvent {
    std::string id;
    bool incoming = false;
    std::string_view kind; ///< `text`, `binary`, `ping`, `pong`, `close`
    size_t size = 0;
    std::string preview; ///< the beginning; hexadecimal for binary
};

struct ClosedEvent {
    std::string id;
    int code = 0;
    std::string reason;
};

/// A handler has run.
struct HandlerEvent {
    std::string id;
    std::string function; ///< `ChatService.onTextMessage`
    int64_t microseconds = 0;
    std::string_view outcome; ///< `ok`, `error`, `panic`
    std::string message;
};

struct RefusedEvent {
    std::string remote, path;
    int status = 0;
    std::string message;
};

using LiveEvent =
    std::variant<ListeningEvent, OpenedEvent, FrameEvent, ClosedEvent, HandlerEvent, RefusedEvent>;

/// Takes the events, on the thread of the service.
struct EventSink {
    virtual ~EventSink() = default;
    virtual void happened(const LiveEvent& event) = 0;
    /// False: frames and handlers are not worth telling, nobody looks.
    virtual bool isWatching() const = 0;
};

} // namespace barre::runtime::websocket
