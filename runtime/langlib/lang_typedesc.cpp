// lang.typedesc.
#include "model/types/projections.h"
#include "runtime/langlib/modules.h"
#include "runtime/langlib/support.h"

#include <algorithm>
#include <optional>

namespace barre::runtime {
namespace {

/// A distinct type descriptor: the definition that gives its name, and all ids of that definition.
struct Definition {
    std::string module;
    std::string name; ///< empty: the descriptor has no name
    std::vector<uint32_t> ids;
};

bool contains(const std::vector<uint32_t>& ids, uint32_t id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

// Of the definitions that have the id it is the one with the fewest: the others include it.
Definition definitionOf(const Program& program, uint32_t id) {
    Definition found;
    const auto consider = [&](const ModuleCode& module, const std::string& name, const types::SemType& type) {
        std::vector<uint32_t> ids = types::distinctIds(type);
        if (contains(ids, id) && (found.name.empty() || ids.size() < found.ids.size()))
            found = {module.name, name, std::move(ids)};
    };
    for (const ModuleCode& module : program.modules) {
        for (const auto& [name, typeId] : module.types)
            consider(module, name, program.types[typeId]);
        for (const auto& [name, classId] : module.classes)
            consider(module, name, program.classes[classId].type);
    }
    return found;
}

Value moduleId(NativeCall& call, const std::string& module) {
    Vm& vm = call.vm();
    Mapping* id = makeMap(call.heap(), vm.typeTable().anydataMap());
    const size_t slash = module.find('/');
    const bool hasOrg = slash != std::string::npos;
    put(call.heap(), id, vm.intern("organization"),
        vm.string(hasOrg ? module.substr(0, slash) : std::string()));
    put(call.heap(), id, vm.intern("name"), vm.string(hasOrg ? module.substr(slash + 1) : module));
    put(call.heap(), id, vm.intern("platformParts"),
        Value::of(makeList(call.heap(), vm.typeTable().stringList())));
    return Value::of(id);
}

Value typeId(NativeCall& call, const Definition& definition, uint32_t id) {
    Vm& vm = call.vm();
    Mapping* result = makeMap(call.heap(), vm.typeTable().anydataMap());
    put(call.heap(), result, vm.intern("moduleId"), moduleId(call, definition.module));
    put(call.heap(), result, vm.intern("localId"),
        definition.name.empty() ? Value::of(int64_t(id)) : vm.string(definition.name));
    return Value::of(result);
}

/// Another id of the type brings this one along.
bool isSecondary(uint32_t id, const std::vector<Definition>& definitions, const std::vector<uint32_t>& ids) {
    for (size_t i = 0; i < ids.size(); ++i)
        if (ids[i] != id && contains(definitions[i].ids, id))
            return true;
    return false;
}

NativeResult typeIds(NativeCall& call) {
    const std::vector<uint32_t> ids = types::distinctIds(call.arg(0).as<Typedesc>()->type->type);
    const bool primaryOnly = call.argOr(1, Value::of(false)).boolean();
    std::vector<Definition> definitions;
    for (const uint32_t id : ids)
        definitions.push_back(definitionOf(call.vm().program(), id));
    List* result = makeList(call.heap(), call.vm().typeTable().anydataList());
    for (size_t i = 0; i < ids.size(); ++i)
        if (!primaryOnly || !isSecondary(ids[i], definitions, ids))
            append(call.heap(), result, typeId(call, definitions[i], ids[i]));
    return call.give(cloneReadOnly(conversions(call), Value::of(result)));
}

// `typeof v`: what `is` sees.
NativeResult typeOfValue(NativeCall& call) {
    const Value value = call.arg(0);
    const TypeInfo* type = call.vm().typeTable().of(typeOf(call.worker.types(), value));
    const LinkedFunction* function = value.is(Tag::Function) ? value.as<Function>()->code : nullptr;
    return call.give(typedescValue(call.heap(), type, function));
}

constexpr NativeRow rows[] = {
    {"ballerina/lang.typedesc:typeIds", typeIds},
    {"barre:typeof", typeOfValue},
};

} // namespace

std::span<const NativeRow> typedescNatives() {
    return rows;
}

} // namespace barre::runtime
