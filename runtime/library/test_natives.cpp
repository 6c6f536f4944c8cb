// test: what the module needs to know of the program that is tested, and mock objects.
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/library/line_difference.h"
#include "runtime/library/natives.h"
#include "runtime/values/equality.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/type_test.h"
#include "runtime/vm/worker.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

namespace barre::runtime {
namespace {

constexpr std::string_view annotationPrefix = "ballerina/test:";
constexpr const char* casesField = "$cases";

const ModuleCode* moduleNamed(const Program& program, std::string_view name) {
    auto found = std::find_if(program.modules.begin(), program.modules.end(),
                              [&](const ModuleCode& module) { return module.name == name; });
    return found == program.modules.end() ? nullptr : &*found;
}

Value functionValueOf(NativeCall& call, FunctionId id) {
    return Value::of(call.vm().functionValue(call.vm().function(id)));
}

// testFunctions(module): [name, annotation, function, value] of each function with an annotation of `test`.
NativeResult testFunctions(NativeCall& call) {
    const Program& program = call.vm().program();
    std::vector<Value> found;
    if (const ModuleCode* module = moduleNamed(program, call.text(0)))
        for (const auto& [name, id] : module->functions)
            for (const auto& [annotation, global] : program.functions[id]->annotations) {
                if (!annotation.starts_with(annotationPrefix))
                    continue;
                Value members[] = {call.vm().string(name),
                                   call.vm().string(annotation.substr(annotationPrefix.size())),
                                   functionValueOf(call, id), call.vm().global(global)};
                found.push_back(anyTuple(call, members));
            }
    return call.give(anyTuple(call, found));
}

NativeResult functionNamed(NativeCall& call) {
    const FunctionId id = call.vm().findFunction(call.text(0), call.text(1));
    return call.give(id == noId ? Value::nil() : functionValueOf(call, id));
}

NativeResult functionName(NativeCall& call) {
    return call.giveString(call.arg(0).as<Function>()->code->code->name);
}

types::SemType parametersOf(NativeCall& call, uint32_t i) {
    return *types::functionParamListType(call.worker.types(), call.arg(i).as<Function>()->type);
}

types::SemType resultOf(NativeCall& call, uint32_t i) {
    const types::SemType& type = call.arg(i).as<Function>()->type;
    return *types::functionReturnType(call.worker.types(), type, parametersOf(call, i));
}

NativeResult canReturn(NativeCall& call) {
    return call.give(Value::of(isOfType(call.worker.types(), call.arg(1), resultOf(call, 0))));
}

NativeResult returnsSame(NativeCall& call) {
    return call.give(Value::of(types::isSameType(call.worker.types(), resultOf(call, 0), resultOf(call, 1))));
}

NativeResult takesSame(NativeCall& call) {
    return call.give(
        Value::of(types::isSameType(call.worker.types(), parametersOf(call, 0), parametersOf(call, 1))));
}

// Without self; with a rest parameter any number.
NativeResult parameterCount(NativeCall& call) {
    const FunctionCode& code = *call.arg(0).as<Function>()->code->code;
    const int64_t count = code.paramCount - (code.className.empty() ? 0 : 1);
    return call.give(Value::of(code.hasRest ? INT64_MAX : count));
}

/// The name that a module gives to a type, or nothing.
std::string definedName(const Program& program, const types::SemType& type) {
    for (const ModuleCode& module : program.modules)
        for (const auto& [name, id] : module.types)
            if (program.types[id] == type)
                return name;
    return {};
}

NativeResult typeName(NativeCall& call) {
    const Value value = call.arg(0);
    const types::SemType type = value.isMapping() ? value.mapping()->type()->type
                                : value.isError() ? value.error()->type->type
                                                  : types::neverType;
    if (std::string name = definedName(call.vm().program(), type); !type.isNever() && !name.empty())
        return call.giveString(name);
    const std::string text = typeTextOf(call.worker.types(), value);
    for (std::string_view whole : {"map", "table", "error"})
        if (text.starts_with(whole))
            return call.giveString(whole);
    return call.giveString(value.is(Tag::Xml) ? "xml" : text);
}

NativeResult equals(NativeCall& call) {
    return call.give(Value::of(deepEqual(call.arg(0), call.arg(1))));
}

NativeResult difference(NativeCall& call) {
    return call.giveString(lineDifference(call.text(0), call.text(1)));
}

NativeResult write(NativeCall& call) {
    std::fwrite(call.text(0).data(), 1, call.text(0).size(), stdout);
    return call.giveNil();
}

NativeResult milliseconds(NativeCall& call) {
    using namespace std::chrono;
    return call.give(
        Value::of(duration_cast<std::chrono::milliseconds>(steady_clock::now().time_since_epoch()).count()));
}

// ---- mock objects

// mock(T, object): that object, or a new one whose methods ask for cases.
NativeResult mock(NativeCall& call) {
    if (!call.arg(1).isAbsent())
        return call.give(call.arg(1));
    const types::SemType& type = call.arg(0).as<Typedesc>()->type->type;
    for (const MockCode& mock : call.vm().program().mocks)
        if (mock.type == type) {
            Object* object = call.vm().object(call.vm().classInfo(mock.classId));
            *fieldOf(object, casesField) = Value::of(makeList(call.heap(), call.vm().typeTable().anyList()));
            return call.give(Value::of(object));
        }
    return call.panic(call.vm().error("there is no mock of this type", "ballerina/test:InvalidObjectError"));
}

NativeResult isMock(NativeCall& call) {
    return call.give(Value::of(fieldOf(call.arg(0).as<Object>(), casesField) != nullptr));
}

NativeResult casesOf(NativeCall& call) {
    return call.give(*fieldOf(call.arg(0).as<Object>(), casesField));
}

const FieldInfo* fieldNamed(const Object* object, std::string_view name) {
    for (const FieldInfo& field : object->info->fields)
        if (field.name->view() == name)
            return &field;
    return nullptr;
}

NativeResult hasField(NativeCall& call) {
    return call.give(Value::of(fieldNamed(call.arg(0).as<Object>(), call.text(1)) != nullptr));
}

NativeResult setField(NativeCall& call) {
    auto* object = call.arg(0).as<Object>();
    const FieldInfo* field = fieldNamed(object, call.text(1));
    const bool fits = field && isOfType(call.worker.types(), call.arg(2), field->type);
    if (fits) {
        *fieldOf(object, call.text(1)) = call.arg(2);
        call.heap().wrote(call.arg(2));
    }
    return call.give(Value::of(fits));
}

NativeResult methodNamed(NativeCall& call) {
    for (const auto& [name, function] : call.arg(0).as<Object>()->info->methodOf)
        if (name->view() == call.text(1))
            return call.give(Value::of(call.vm().functionValue(*function)));
    return call.giveNil();
}

constexpr NativeRow rows[] = {
    {"ballerina/test:testFunctions", testFunctions},
    {"ballerina/test:functionNamed", functionNamed},
    {"ballerina/test:functionName", functionName},
    {"ballerina/test:canReturn", canReturn},
    {"ballerina/test:returnsSame", returnsSame},
    {"ballerina/test:takesSame", takesSame},
    {"ballerina/test:parameterCount", parameterCount},
    {"ballerina/test:typeName", typeName},
    {"ballerina/test:equals", equals},
    {"ballerina/test:lineDifference", difference},
    {"ballerina/test:write", write},
    {"ballerina/test:milliseconds", milliseconds},
    {"ballerina/test:mock", mock},
    {"ballerina/test:isMock", isMock},
    {"ballerina/test:casesOf", casesOf},
    {"ballerina/test:hasField", hasField},
    {"ballerina/test:setField", setField},
    {"ballerina/test:methodNamed", methodNamed},
};

} // namespace

std::span<const NativeRow> testNatives() {
    return rows;
}

} // namespace barre::runtime
