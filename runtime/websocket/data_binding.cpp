#include "runtime/websocket/data_binding.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/http/utf8.h"
#include "runtime/values/convert.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"

#include <algorithm>

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

constexpr uint32_t jsonBits = bitOf(BasicType::Nil) | bitOf(BasicType::Boolean) | bitOf(BasicType::Int) |
                              bitOf(BasicType::Float) | bitOf(BasicType::Decimal) | bitOf(BasicType::String) |
                              bitOf(BasicType::List) | bitOf(BasicType::Mapping);

/// `json`, `anydata`: messages are parsed, although a text would be a value of the type.
bool takesAnyJson(types::TypeContext& types, const types::SemType& type) {
    return (type.bits() & jsonBits) == jsonBits && types::isSubtype(types, types.jsonType(), type);
}

/// `byte[]`, or a union with it.
bool takesBytes(types::TypeContext& types, const types::SemType& type) {
    if (!type.has(BasicType::List))
        return false;
    const auto lists = types::listAlternatives(types, types::partOf(types, type, BasicType::List));
    return std::any_of(lists.begin(), lists.end(), [&](const types::SemType& list) {
        return types::isSameType(types, types::listMemberType(types, list), types::byteType(types));
    });
}

/// A type that takes texts: they are not parsed. Bytes stay bytes where the type has them.
Conversion textConversion(types::TypeContext& types, const Payload& payload, const types::SemType& type) {
    if (!payload.isText)
        return takesBytes(types, type) ? Conversion::None : Conversion::Decode;
    return isOfType(types, payload.value, type) ? Conversion::None : Conversion::Mismatch;
}

void convertJson(WebSocketHost& host, const Payload& payload, const types::SemType& type, Bound done) {
    Heap& heap = host.vm().heap();
    const Value args[] = {payload.value, typedescValue(heap, host.vm().typeTable().of(type))};
    host.callLibrary("ballerina/lang.value", "fromJsonStringWithType", args, [done](const Outcome& outcome) {
        done(outcome.value, outcome.isPanic() || outcome.isError());
    });
}

/// A message is a document: text alone, which is XML content elsewhere, is none.
void convertXml(WebSocketHost& host, const Payload& payload, const types::SemType& type, Bound done) {
    const std::string_view text = bytesOf(payload);
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos || text[first] != '<')
        return done(host.vm().error("failed to parse xml: expected '<'"), true);
    const bool isReadonly = types::isReadonly(host.worker().types(), type);
    const Value args[] = {payload.value};
    host.callLibrary(
        "ballerina/lang.xml", "fromString", args, [&host, isReadonly, done](const Outcome& outcome) {
            const bool failed = outcome.isPanic() || outcome.isError();
            const ConvertContext context{host.vm().heap(), host.worker().types(), host.vm().typeTable()};
            done(isReadonly && !failed ? cloneReadOnly(context, outcome.value) : outcome.value, failed);
        });
}

} // namespace

Conversion conversionFor(types::TypeContext& types, const Payload& payload, const types::SemType& type) {
    if (type.within(bitOf(BasicType::String)) || (type.has(BasicType::String) && !takesAnyJson(types, type)))
        return textConversion(types, payload, type);
    if (!payload.isText)
        return takesBytes(types, type) ? Conversion::None : Conversion::Decode;
    if (type.within(bitOf(BasicType::Xml)))
        return Conversion::Xml;
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
        const Payload text{host.vm().string(bytes), true};
        // Only where nothing but a text or XML is expected; a union with strings takes JSON here.
        if (type.within(bitOf(BasicType::String)) || type.within(bitOf(BasicType::Xml)))
            return bind(host, text, type, std::move(done));
        return convertJson(host, text, type, std::move(done));
    }
    case Conversion::Xml: return convertXml(host, payload, type, std::move(done));
    case Conversion::Json: return convertJson(host, payload, type, std::move(done));
    case Conversion::Mismatch:
        return done(host.vm().error("incompatible types: '" + typeText(host.worker().types(), type) +
                                    "' cannot be made of '" + std::string(bytesOf(payload).substr(0, 80)) +
                                    "'"),
                    true);
    }
}

} // namespace barre::runtime::websocket
