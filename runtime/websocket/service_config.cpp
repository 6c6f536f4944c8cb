#include "runtime/websocket/service_config.h"

#include "runtime/values/decimal.h"
#include "runtime/values/list_value.h"
#include "runtime/values/other_values.h"

#include <algorithm>
#include <cmath>

namespace barre::runtime::websocket {

namespace {

constexpr size_t defaultFrameSize = 65536;
constexpr int64_t largestFrameSize = 0x7FFFFFFF;

const Mapping* configMapping(const Vm& vm, const ClassCode& code) {
    for (const auto& [name, global] : code.annotations)
        if (name == "ballerina/websocket:ServiceConfig" && vm.global(global).isMapping())
            return vm.global(global).mapping();
    return nullptr;
}

} // namespace

size_t frameSizeOf(const Value& value) {
    if (!value.isInt() || value.integer <= 0)
        return defaultFrameSize;
    return size_t(std::min(value.integer, largestFrameSize));
}

std::chrono::milliseconds milliseconds(const Value& seconds, std::chrono::milliseconds fallback) {
    double number;
    if (seconds.isInt())
        number = double(seconds.integer);
    else if (seconds.isFloat())
        number = seconds.floating;
    else if (seconds.is(Tag::Decimal))
        number = decimal::toFloat(decimalOf(seconds));
    else
        return fallback;
    const double ms = std::clamp(number * 1000, -1e15, 1e15);
    return std::chrono::milliseconds(int64_t(std::llround(ms)));
}

std::vector<std::string> stringsOf(const Value& list) {
    std::vector<std::string> strings;
    if (list.isList())
        for (uint32_t i = 0; i < list.list()->length; ++i)
            strings.push_back(textOf(list.list()->at(i)));
    return strings;
}

std::string textOf(const Value& value) {
    return value.isString() ? std::string(value.string()->view()) : std::string();
}

std::string ServiceConfig::choose(const std::vector<std::string>& offered) const {
    for (const std::string& protocol : offered)
        for (const std::string& spoken : subProtocols)
            if (spoken == protocol || spoken == "*")
                return protocol;
    return {};
}

ServiceConfig readServiceConfig(Vm& vm, const ClassCode& code, std::string& failure) {
    ServiceConfig config;
    auto* mapping = const_cast<Mapping*>(configMapping(vm, code));
    if (!mapping)
        return config;
    config.subProtocols = stringsOf(get(mapping, "subProtocols"));
    config.idleTimeout =
        std::max(milliseconds(get(mapping, "idleTimeout"), config.idleTimeout), std::chrono::milliseconds(0));
    config.maxFrameSize = frameSizeOf(get(mapping, "maxFrameSize"));
    const Value validation = get(mapping, "validation");
    config.validation = !validation.is(Tag::Boolean) || validation.boolean();
    config.dispatcherKey = textOf(get(mapping, "dispatcherKey"));
    config.closureTimeout = milliseconds(get(mapping, "connectionClosureTimeout"), config.closureTimeout);
    if (config.closureTimeout.count() < 0 && config.closureTimeout != std::chrono::milliseconds(-1000))
        failure = "Error: Invalid timeout value: " + std::to_string(config.closureTimeout.count() / 1000);
    if (const Value auth = get(mapping, "auth"); auth.isList() && auth.list()->length > 0)
        config.auth.emplace(vm.heap(), auth);
    return config;
}

} // namespace barre::runtime::websocket
