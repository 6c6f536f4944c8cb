#include "runtime/websocket/connection_class.h"

#include "model/types/projections.h"

#include <algorithm>

namespace barre::runtime::websocket {

using types::BasicType;

namespace {

constexpr uint32_t errorBits = bitOf(BasicType::Error);
constexpr uint32_t objectBits = bitOf(BasicType::Object);

Source sourceOf(std::string_view method, const types::SemType& type) {
    if (type.within(objectBits))
        return Source::Caller;
    if (type.within(errorBits | bitOf(BasicType::Nil)))
        return Source::Error;
    if (method == "onClose")
        return type.has(BasicType::Int) ? Source::StatusCode : Source::Reason;
    return Source::Payload;
}

std::vector<HandlerParam> paramsOf(types::TypeContext& types, const FunctionCode& code) {
    std::vector<HandlerParam> params;
    if (const auto signature = types::functionSignature(types, code.type))
        for (const types::SemType& type : signature->params)
            params.push_back({sourceOf(code.name, type), type});
    return params;
}

std::string dispatcherValueOf(Vm& vm, const MethodCode& method) {
    for (const auto& [name, global] : method.annotations)
        if (name == "ballerina/websocket:DispatcherConfig" && vm.global(global).isMapping())
            if (const Value value = get(vm.global(global).mapping(), "dispatcherValue"); value.isString())
                return std::string(value.string()->view());
    return {};
}

char upper(char c) {
    return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c;
}

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

bool isWordCharacter(char c) {
    return (lower(c) >= 'a' && lower(c) <= 'z') || (c >= '0' && c <= '9') || uint8_t(c) >= 0x80;
}

} // namespace

bool Handler::takesPayload() const {
    return std::any_of(params.begin(), params.end(),
                       [](const HandlerParam& param) { return param.source == Source::Payload; });
}

ConnectionClass::ConnectionClass(Vm& vm, types::TypeContext& types, const ClassInfo& info)
    : m_name(info.name) {
    for (const MethodInfo& method : info.methods) {
        if (MethodKind(method.kind) != MethodKind::Remote)
            continue;
        const FunctionCode& code = *method.function->code;
        Handler handler;
        handler.name = std::string(method.name->view());
        handler.dispatcherValue = dispatcherValueOf(vm, info.code->methods[method.index]);
        handler.params = paramsOf(types, code);
        handler.isIsolated = info.code->isIsolated && code.isIsolated;
        m_handlers.push_back(std::move(handler));
    }
}

const Handler* ConnectionClass::find(std::string_view name) const {
    for (const Handler& handler : m_handlers)
        if (handler.dispatcherValue.empty() && handler.name == name)
            return &handler;
    return nullptr;
}

const Handler* ConnectionClass::forText(std::string_view dispatcherValue) const {
    if (!dispatcherValue.empty()) {
        for (const Handler& handler : m_handlers)
            if (handler.dispatcherValue == dispatcherValue)
                return &handler;
        if (const Handler* handler = find(methodNameFor(dispatcherValue)))
            return handler;
    }
    const Handler* text = find("onTextMessage");
    return text ? text : find("onMessage");
}

const Handler* ConnectionClass::forBinary() const {
    for (const Handler& handler : m_handlers)
        if (handler.name == "onBinaryMessage" || handler.name == "onMessage")
            return &handler;
    return nullptr;
}

const Handler* ConnectionClass::forBindingError(const Handler& handler) const {
    const Handler* own = find(handler.name + "Error");
    return own ? own : find("onError");
}

std::string methodNameFor(std::string_view messageType) {
    std::string name = "on";
    bool atWordStart = true;
    for (const char c : messageType) {
        if (!isWordCharacter(c)) {
            atWordStart = true;
            continue;
        }
        name += atWordStart ? upper(c) : lower(c);
        atWordStart = false;
    }
    return name;
}

} // namespace barre::runtime::websocket
