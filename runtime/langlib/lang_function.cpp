// lang.function, lang.future.
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"
#include "runtime/values/function_value.h"

#include <algorithm>

namespace barre::runtime {
namespace {

NativeResult giveResult(NativeCall&) {
    return NativeResult::Return; // the called function's result is the native's
}

/// How many arguments a call needs at least; a native sees by itself which are missing.
uint64_t requiredCount(const FunctionCode& code, uint64_t parameters) {
    if (code.paramDefaults.empty())
        return code.native.empty() ? parameters : 0;
    const auto& defaults = code.paramDefaults;
    return uint64_t(std::find(defaults.begin(), defaults.begin() + ptrdiff_t(parameters), true) -
                    defaults.begin());
}

bool accepts(NativeCall& call, const types::ListAtomicType& parameters, const std::vector<Value>& args) {
    const FunctionCode& code = *call.arg(0).as<Function>()->code->code;
    if (args.size() < requiredCount(code, parameters.fixedLength) ||
        (parameters.isClosed() && args.size() > parameters.fixedLength))
        return false;
    for (size_t i = 0; i < args.size(); ++i)
        if (!isOfType(call.worker.types(), args[i], parameters.memberAt(i).type))
            return false;
    return true;
}

std::string typesText(NativeCall& call, const std::vector<Value>& args) {
    std::string text;
    for (const Value& arg : args)
        text += (text.empty() ? "" : ",") + typeTextOf(call.worker.types(), arg);
    return text;
}

std::string typesText(NativeCall& call, const types::ListAtomicType& parameters) {
    std::string text;
    for (uint64_t i = 0; i < parameters.fixedLength; ++i)
        text += (text.empty() ? "" : ",") + typeText(call.worker.types(), parameters.memberAt(i).type);
    if (!parameters.isClosed())
        text += (text.empty() ? "" : ",") + typeText(call.worker.types(), parameters.rest.type) + "[]";
    return text;
}

NativeResult callFunction(NativeCall& call) {
    const List* list = call.arg(1).list();
    std::vector<Value> args;
    for (uint32_t i = 0; i < list->length; ++i)
        args.push_back(list->at(i));
    types::TypeContext& types = call.worker.types();
    const auto parameterList = types::functionParamListType(types, call.arg(0).as<Function>()->type);
    const auto parameters = parameterList ? types::listAtomicType(types, *parameterList) : std::nullopt;
    if (parameters && !accepts(call, *parameters, args))
        return call.panic("{ballerina/lang.function}IncompatibleArguments",
                          "arguments of incompatible types: argument list '(" + typesText(call, args) +
                              ")' cannot be passed to function expecting parameter list '(" +
                              typesText(call, *parameters) + ")'");
    List* kept = makeList(call.heap(), call.vm().typeTable().anyList(), args);
    return call.callThen(call.arg(0), {kept->values, args.size()}, giveResult);
}

NativeResult cancel(NativeCall& call) {
    auto* future = call.arg(0).as<Future>();
    if (!future->isDone && future->strand)
        call.worker.cancel(*future->strand);
    return call.giveNil();
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.function:call", callFunction},
    {"ballerina/lang.future:cancel", cancel},
};

} // namespace

std::span<const NativeRow> functionNatives() {
    return rows;
}

} // namespace barre::runtime
