// What a handler returns is sent: texts, bytes, JSON, streams, close frames.
#include "runtime/values/list_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/text.h"
#include "runtime/websocket/close_code.h"
#include "runtime/websocket/service_connection.h"

#include <cstdio>

namespace barre::runtime::websocket {

namespace {

/// A close frame is a record whose field `type` holds one of the module's marks.
bool isCloseFrame(const Value& value) {
    if (!value.isMapping())
        return false;
    const Value type = get(value.mapping(), "type");
    if (!type.is(Tag::Object))
        return false;
    const ClassInfo& info = *type.as<Object>()->info;
    return info.module == "ballerina/websocket" &&
           (info.name == "PredefinedCloseFrameType" || info.name == "CustomCloseFrameType");
}

bool isByteList(const Value& value) {
    return value.isList() && value.list()->kind() == ListStorage::Bytes;
}

} // namespace

void ServiceConnection::returned(const Invocation& invocation, Value value) {
    const Event event = invocation.event;
    if (event == Event::Close || value.isNil())
        return complete(event);
    if (isCloseFrame(value)) {
        closeWith(value.mapping());
        return complete(event);
    }
    if (event == Event::Failure || event == Event::Idle || (event == Event::Pong && !value.isString())) {
        std::fprintf(stderr, "error: invalid return type of '%s'\n", invocation.handler->name.c_str());
        return complete(event);
    }
    if (event == Event::Ping && isByteList(value))
        return sendReturned(Opcode::Pong, value.list()->byteView(),
                            [self = shared_from_this(), event] { self->complete(event); });
    returnedMessage(event, value);
}

void ServiceConnection::returnedMessage(Event event, Value value) {
    if (value.is(Tag::Stream)) {
        auto stream = std::make_shared<Root>(m_host.vm().heap(), value);
        complete(event); // other messages are handled between the members of the stream
        return streamNext(std::move(stream));
    }
    sendValue(value, [self = shared_from_this(), event] { self->complete(event); });
}

/// Sends a value as its kind asks for and goes on when the connection has room again.
void ServiceConnection::sendValue(Value value, std::function<void()> then) {
    if (value.isString())
        return sendReturned(Opcode::Text, value.string()->view(), then);
    if (isByteList(value))
        return sendReturned(Opcode::Binary, value.list()->byteView(), then);
    if (value.is(Tag::Xml))
        return sendReturned(Opcode::Text, toText(value), then);
    const Value args[] = {value};
    m_host.callLibrary("ballerina/lang.value", "toJsonString", args,
                       [self = shared_from_this(), then = std::move(then)](const Outcome& outcome) {
                           if (outcome.kind == Outcome::Kind::Value && outcome.value.isString())
                               return self->sendReturned(Opcode::Text, outcome.value.string()->view(), then);
                           if (outcome.value.isError())
                               self->m_host.printError(outcome.value);
                           then();
                       });
}

void ServiceConnection::sendReturned(Opcode opcode, std::string_view payload,
                                     const std::function<void()>& then) {
    switch (m_connection ? m_connection->send(opcode, payload) : SendResult::Closing) {
    case SendResult::Sent: return then();
    case SendResult::Full: m_whenDrained.push_back(then); return;
    case SendResult::Closing:
        failed(opcode == Opcode::Text
                   ? "ConnectionClosureError: Close frame already sent. Cannot push text data!"
                   : "ConnectionClosureError: Close frame already sent. Cannot push binary data.",
               "ConnectionClosureError");
        return;
    case SendResult::Broken: return then(); // the failure itself arrives by its own way
    }
}

void ServiceConnection::closeWith(Mapping* closeFrame) {
    const Value status = get(closeFrame, "status");
    const std::string reason = textOf(get(closeFrame, "reason"));
    if (!m_connection)
        return;
    if (status.isInt() && maySend(int(status.integer)))
        return closeQuietly(uint16_t(status.integer), reason);
    std::fprintf(stderr, "error: invalid status code of a close frame: %lld\n",
                 static_cast<long long>(status.isInt() ? status.integer : 0));
    m_connection->drop();
}

// ---- streams: next() runs as a strand of its own each time

void ServiceConnection::streamNext(std::shared_ptr<Root> stream) {
    if (!isOpen())
        return closeStream(stream);
    const Value args[] = {stream->get()};
    m_host.callLibrary(
        "ballerina/lang.stream", "next", args,
        [self = shared_from_this(), stream](const Outcome& outcome) { self->streamGave(stream, outcome); });
}

void ServiceConnection::streamGave(const std::shared_ptr<Root>& stream, const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::Cancelled ||
        (outcome.kind == Outcome::Kind::Value && outcome.value.isNil()))
        return;
    if (outcome.isPanic()) {
        m_host.printError(outcome.value);
        return closeQuietly(close_code::internalError, "Unexpected condition");
    }
    if (outcome.isError()) {
        const std::string message(outcome.value.error()->message->view());
        return closeQuietly(close_code::internalError, "streaming failed: " + message);
    }
    const Value member = outcome.value.isMapping() ? get(outcome.value.mapping(), "value") : Value::nil();
    if (isCloseFrame(member)) {
        closeWith(member.mapping());
        return closeStream(stream);
    }
    sendValue(member, [self = shared_from_this(), stream] { self->streamNext(stream); });
}

void ServiceConnection::closeStream(const std::shared_ptr<Root>& stream) {
    const Value args[] = {stream->get()};
    m_host.callLibrary("ballerina/lang.stream", "close", args, [](const Outcome&) {});
}

} // namespace barre::runtime::websocket
