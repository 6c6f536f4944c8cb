#include "runtime/websocket/data_binding.h"

#include "model/types/operations.h"
#include "runtime/http/utf8.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"

namespace barre::runtime::websocket {

using types::BasicType;

namespace {

constexpr uint32_t nonJsonBits = bitOf(BasicType::Error) | bitOf(BasicType::Object) |
                                 bitOf(BasicType::Function) | bitOf(BasicType::Typedesc) |
                                 bitOf(BasicType::Handle) | bitOf(BasicType::Future) |
                                 bitOf(BasicType::Stream);

std::string_view bytesOf(const Payload& payload) {
    return payload.isText ? payload.value.string()->view() : payload.value.list()->byteView();
}

void convertJson(WebSocketHost& host, const Payload& payload, const types::SemType& type, Bound done) {
    Heap& heap = host.vm().heap();
    const Value args[] = {payload.value, typedescValue(heap, host.vm().typeTable().of(type))};
    host.callLibrary("ballerina/lang.value", "fromJsonStringWithType", args, [done](const Outcome& outcome) {
        done(outcome.value, outcome.isPanic() || outcome.isError());
    });
}

void convertXml(WebSocketHost& host, const Payload& payload, Bound done) {
    const Value args[] = {payload.value};
    host.callLibrary("ballerina/lang.xml", "fromString", args, [done](const Outcome& outcome) {
        done(outcome.value, outcome.isPanic() || outcome.isError());
    });
}

} // namespace

Conversion conversionFor(types::TypeContext& types, const Payload& payload, const types::SemType& type) {
    if (isOfType(types, payload.value, type) && (payload.isText || !type.has(BasicType::String)))
        return Conversion::None;
    if (!payload.isText && type.has(BasicType::List) && types::isReadonly(types, type))
        if (isOfType(types, payload.value, types::unite(types, type, types::listType)) &&
            types::overlaps(types, type, payload.value.list()->type->type))
            return Conversion::None;
    if (!payload.isText)
        return Conversion::Decode;
    if (type.within(bitOf(BasicType::Xml)))
        return Conversion::Xml;
    if (type.within(bitOf(BasicType::String)))
        return Conversion::Mismatch; // an enum that does not have the text
    return (type.bits() & ~nonJsonBits) ? Conversion::Json : Conversion::Mismatch;
}

void bind(WebSocketHost& host, Payload payload, const types::SemType& type, Bound done) {
    switch (conversionFor(host.worker().types(), payload, type)) {
    case Conversion::None:
        if (!payload.isText && types::isReadonly(host.worker().types(), type))
            payload.value.object->flags |= ReadonlyFlag;
        return done(payload.value, false);
    case Conversion::Decode: {
        const std::string_view bytes = bytesOf(payload);
        if (!http::isUtf8(bytes))
            return done(host.vm().error("the bytes are not UTF-8"), true);
        return bind(host, {host.vm().string(bytes), true}, type, std::move(done));
    }
    case Conversion::Xml: return convertXml(host, payload, std::move(done));
    case Conversion::Json: return convertJson(host, payload, type, std::move(done));
    case Conversion::Mismatch:
        return done(host.vm().error("incompatible types: '" + typeText(host.worker().types(), type) +
                                    "' cannot be made of '" + std::string(bytesOf(payload).substr(0, 80)) +
                                    "'"),
                    true);
    }
}

} // namespace barre::runtime::websocket
