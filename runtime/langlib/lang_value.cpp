#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/langlib/bal_text.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/object_texts.h"
#include "runtime/langlib/support.h"
#include "runtime/values/depth.h"
#include "runtime/values/equality.h"
#include "runtime/values/function_value.h"
#include "runtime/values/json.h"

#include <algorithm>
#include <cmath>

namespace barre::runtime {
namespace {

NativeResult cloneNative(NativeCall& call) {
    return call.give(clone(conversions(call), call.arg(0)));
}
NativeResult cloneReadOnlyNative(NativeCall& call) {
    return call.give(cloneReadOnly(conversions(call), call.arg(0)));
}

types::SemType describedBy(const Value& typedesc) {
    return typedesc.as<Typedesc>()->type->type;
}

constexpr const char* conversionError = "{ballerina/lang.value}ConversionError";
constexpr const char* cycleError = "{ballerina/lang.value}CyclicValueReferenceError";

// ---- cloneWithType. A record's missing fields get the defaults of the program: functions, which a native
// cannot call. So the needed ones are called one after the other and kept in a list in the native's memory,
// and then the conversion is made (again) with what is known.
//
// args: 0 value, 1 type, 2 a list: functions and what they gave.
NativeResult convertStep(NativeCall& call);

/// What the functions gave that were called so far, and the first one that is missing.
struct KnownValues : FillerSource {
    NativeCall& call;
    const List* known;
    FunctionId missing = noId;

    KnownValues(NativeCall& call, const List* known) : call(call), known(known) {}

    /// Each record gets its own value where it can be changed.
    Value of(FunctionId function) {
        if (function == noId)
            return Value::absent();
        for (uint32_t i = 0; i + 1 < known->length; i += 2)
            if (known->at(i).integer == int64_t(function))
                return clone(conversions(call), known->at(i + 1));
        if (missing == noId)
            missing = function;
        return Value::absent();
    }

    bool gives(const types::SemType& type) override {
        return call.vm().fillerOf(call.worker.types(), type) != noId;
    }
    Value give(const types::SemType& type) override {
        const Value made = of(call.vm().fillerOf(call.worker.types(), type));
        const bool isFrozen = !made.isAbsent() && types::isReadonly(call.worker.types(), type);
        return isFrozen ? cloneReadOnly(conversions(call), made) : made;
    }
    void used() override {}
};

NativeResult tryConvert(NativeCall& call) {
    List* known = call.args[2].list();
    KnownValues values(call, known);
    ConvertContext context = conversions(call);
    context.defaults = [&](const TypeInfo* record, const std::string& field) {
        return values.of(call.vm().defaultOf(context.types, record, field));
    };
    context.fillers = &values;
    const Converted converted = convertTo(context, call.args[0], describedBy(call.args[1]));
    if (!converted && values.missing != noId) {
        append(call.heap(), known, Value::of(int64_t(values.missing)));
        const Value function = Value::of(call.vm().functionValue(call.vm().function(values.missing)));
        return call.callThen(function, {}, convertStep);
    }
    if (!converted)
        return giveErrorNamed(call, converted.isCyclic ? cycleError : conversionError, converted.error);
    return call.give(converted.value);
}

NativeResult convertStep(NativeCall& call) {
    append(call.heap(), call.args[2].list(), call.result);
    return tryConvert(call);
}

NativeResult startConversion(NativeCall& call, const Value& value) {
    call.args[0] = value;
    call.args[2] = Value::of(makeList(call.heap(), call.vm().typeTable().anyList()));
    return tryConvert(call);
}

NativeResult cloneWithType(NativeCall& call) {
    return startConversion(call, call.arg(0));
}

NativeResult ensureType(NativeCall& call) {
    const Value value = call.arg(0);
    const types::SemType type = describedBy(call.arg(1));
    if (value.isError() || isOfType(call.worker.types(), value, type))
        return call.give(value);
    const NumberCast number = castNumber(call.heap(), call.worker.types(), value, type);
    if (number.value)
        return call.give(*number.value);
    return giveErrorNamed(call, "{ballerina}TypeCastError",
                          "incompatible types: '" + typeTextOf(call.worker.types(), value) +
                              "' cannot be cast to '" + typeText(call.worker.types(), type) + "'");
}

NativeResult isReadOnly(NativeCall& call) {
    types::TypeContext& types = call.worker.types();
    return call.give(Value::of(isOfType(types, call.arg(0), types.readonlyType())));
}

std::string textOf(const Value& value, SpokenTexts& spoken) {
    std::string text;
    appendText(text, value, spoken);
    return text;
}

std::string balTextOf(const Value& value, SpokenTexts& spoken) {
    return toBalText(value, spoken);
}

NativeResult giveText(NativeCall& call, const std::string& text) {
    return call.giveString(text);
}

NativeResult fromBalString(NativeCall& call) {
    const Converted value = parseBalText(conversions(call), call.text(0));
    return value ? call.give(value.value)
                 : giveErrorNamed(call, "{ballerina/lang.value}FromBalStringError", value.error);
}

NativeResult toJsonNative(NativeCall& call) {
    const Converted json = toJson(conversions(call), call.arg(0));
    return json ? call.give(json.value) : call.panic(cycleError, json.error);
}

NativeResult toJsonString(NativeCall& call) {
    try {
        return call.giveString(jsonText(call.arg(0)));
    } catch (const NestedTooDeeply&) {
        const Converted json = toJson(conversions(call), call.arg(0));
        if (json.isCyclic)
            return call.panic(cycleError, json.error);
        throw;
    }
}

NativeResult fromJson(NativeCall& call, JsonNumbers numbers) {
    const Converted json = parseJson(conversions(call), call.text(0), numbers);
    return json ? call.give(json.value)
                : giveErrorNamed(call, "{ballerina/lang.value}FromJsonStringError", json.error);
}
NativeResult fromJsonString(NativeCall& call) {
    return fromJson(call, JsonNumbers::Mixed);
}
NativeResult fromJsonFloatString(NativeCall& call) {
    return fromJson(call, JsonNumbers::Floats);
}
NativeResult fromJsonDecimalString(NativeCall& call) {
    return fromJson(call, JsonNumbers::Decimals);
}

NativeResult fromJsonStringWithType(NativeCall& call) {
    const Converted json = parseJson(conversions(call), call.text(0));
    if (!json)
        return giveErrorNamed(call, "{ballerina/lang.value}FromJsonStringError", json.error);
    return startConversion(call, json.value);
}

// ---- mergeJson: first whether it can be done, as a merge that fails changes nothing.
class Merge {
public:
    explicit Merge(NativeCall& call) : m_call(call), m_stores(stores(call)) {}

    /// Why the values cannot be merged, as an error; nil if they can.
    Value problem(const Value& a, const Value& b) {
        if (a.isNil() || b.isNil())
            return Value::nil();
        if (!a.isMapping() || !b.isMapping())
            return failure("cannot merge JSON values of types '" + typeTextOf(m_call.worker.types(), a) +
                           "' and '" + typeTextOf(m_call.worker.types(), b) + "'");
        const auto pair = std::pair(a.object, b.object);
        if (std::find(m_open.begin(), m_open.end(), pair) != m_open.end())
            return failure("Cannot merge JSON values with cyclic references");
        m_open.push_back(pair);
        const Value found = problemOfFields(a.mapping(), b.mapping());
        m_open.pop_back();
        return found;
    }
    /// Stores into the first mapping; why a store is not allowed.
    StoreResult merge(const Value& a, const Value& b, Value& result) {
        result = a.isNil() ? b : a;
        if (a.isNil() || b.isNil())
            return {};
        for (FieldCursor field(b.mapping()); field.next();) {
            const Value* present = find(a.mapping(), field.key());
            Value merged = field.value();
            if (StoreResult failure = present ? merge(*present, field.value(), merged) : StoreResult())
                return failure;
            if (StoreResult failure = storeField(m_stores, a.mapping(), field.key(), merged))
                return failure;
        }
        return {};
    }

private:
    static constexpr const char* errorName = "{ballerina/lang.value}MergeJsonError";

    Value failure(const std::string& message) { return m_call.vm().panicError(errorName, message); }

    Value problemOfFields(Mapping* a, Mapping* b) {
        for (FieldCursor field(b); field.next();) {
            const Value* present = find(a, field.key());
            const Value cause = present ? problem(*present, field.value()) : Value::nil();
            if (!cause.isNil())
                return failureAt(field.key(), cause);
        }
        return Value::nil();
    }
    /// The cause lies in the detail.
    Value failureAt(const String* key, const Value& cause) {
        Vm& vm = m_call.vm();
        Mapping* detail = makeMap(vm.heap(), vm.typeTable().detailMap());
        const std::string message = "JSON Merge failed for key '" + std::string(key->view()) + "'";
        put(vm.heap(), detail, vm.intern("message"), vm.string(message));
        put(vm.heap(), detail, vm.intern("cause"), cause);
        detail->flags |= ReadonlyFlag;
        return vm.error(errorName, {}, Value::nil(), detail);
    }

    NativeCall& m_call;
    StoreContext m_stores;
    std::vector<std::pair<HeapObject*, HeapObject*>> m_open; ///< mappings that are being looked at
};
NativeResult mergeJson(NativeCall& call) {
    Merge merge(call);
    if (const Value problem = merge.problem(call.arg(0), call.arg(1)); !problem.isNil())
        return call.give(problem);
    Value result;
    const StoreResult failure = merge.merge(call.arg(0), call.arg(1), result);
    return failure ? panicWith(call, *failure) : call.give(result);
}

NativeResult count(NativeCall& call) {
    return call.give(Value::of(int64_t(call.arg(0).list()->length)));
}
NativeResult first(NativeCall& call) {
    return call.give(call.arg(0));
}
NativeResult last(NativeCall& call) {
    const List* list = call.arg(1).list();
    return call.give(list->length ? list->at(list->length - 1) : call.arg(0));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.value:clone", cloneNative},
    {"ballerina/lang.value:cloneReadOnly", cloneReadOnlyNative},
    {"ballerina/lang.value:cloneWithType", cloneWithType},
    {"ballerina/lang.value:ensureType", ensureType},
    {"ballerina/lang.value:isReadOnly", isReadOnly},
    {"ballerina/lang.value:toString", withText<0, textOf, giveText>},
    {"ballerina/lang.value:toBalString", withText<0, balTextOf, giveText>},
    {"ballerina/lang.value:fromBalString", fromBalString},
    {"ballerina/lang.value:toJson", toJsonNative},
    {"ballerina/lang.value:toJsonString", toJsonString},
    {"ballerina/lang.value:fromJsonString", fromJsonString},
    {"ballerina/lang.value:fromJsonFloatString", fromJsonFloatString},
    {"ballerina/lang.value:fromJsonDecimalString", fromJsonDecimalString},
    {"ballerina/lang.value:fromJsonWithType", cloneWithType},
    {"ballerina/lang.value:fromJsonStringWithType", fromJsonStringWithType},
    {"ballerina/lang.value:mergeJson", mergeJson},
    {"ballerina/lang.value:count", count},
    {"ballerina/lang.value:first", first},
    {"ballerina/lang.value:last", last},
};

} // namespace

std::span<const NativeRow> valueNatives() {
    return rows;
}

} // namespace barre::runtime
