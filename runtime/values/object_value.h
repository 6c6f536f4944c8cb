#pragma once

#include "runtime/values/heap.h"
#include "runtime/values/string_value.h"

#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

struct LinkedFunction;
struct ClassCode;

/// A C++ object that belongs to a Ballerina object; destroyed when the object is collected or the Vm ends.
struct NativeData {
    virtual ~NativeData() = default;
    /// Reports the Values it holds to the collector: `tracer.visit(value)` for each.
    virtual void trace(Tracer& tracer) { (void)tracer; }
};

/// A field of a class at run time.
struct FieldInfo {
    String* name = nullptr;
    types::SemType type;
    bool isFinal = false;
    bool isPublic = true;
};

struct MethodInfo {
    String* name = nullptr; ///< of a resource: the accessor
    const LinkedFunction* function = nullptr;
    uint8_t kind = 0;   ///< MethodKind of program.h
    uint32_t index = 0; ///< in ClassCode::methods
};

/// A class as the interpreter uses it. `id` is what inline caches compare; never 0.
struct ClassInfo {
    uint32_t id = 0;
    std::string name;
    std::string module;
    types::SemType type;
    std::vector<FieldInfo> fields;
    std::vector<MethodInfo> methods;
    std::unordered_map<const String*, uint32_t> slotOf;                ///< interned names
    std::unordered_map<const String*, const LinkedFunction*> methodOf; ///< methods and remote methods
    const LinkedFunction* init = nullptr;
    const LinkedFunction* toString = nullptr; ///< a method without parameters: what its objects print as
    const ClassCode* code = nullptr;
    bool isRange = false; ///< of `a ..< b`: slots are the first int and the end
};

/// An object: its class, C++ state if it has any, and its fields.
struct Object : HeapObject {
    const ClassInfo* info;
    NativeData* native; ///< owned

    Value* slots() { return reinterpret_cast<Value*>(this + 1); }
    const Value* slots() const { return reinterpret_cast<const Value*>(this + 1); }
    uint32_t slotCount() const { return uint32_t(info->fields.size()); }
};

/// Every field Absent.
Object* makeObject(Heap& heap, const ClassInfo* info);
/// Gives the object its C++ state; what it had is destroyed.
void setNative(Heap& heap, Object* object, std::unique_ptr<NativeData> native);
/// The C++ state, or null if there is none of that type. T derives from NativeData.
template<class T>
T* nativeOf(const Value& object) {
    return object.is(Tag::Object) ? dynamic_cast<T*>(object.as<Object>()->native) : nullptr;
}
/// The slot of a field by its name, or null.
Value* fieldOf(Object* object, std::string_view name);

} // namespace barre::runtime
