#pragma once

#include "runtime/values/object_value.h"
#include "runtime/vm/vm.h"

#include <memory>
#include <mutex>
#include <unordered_map>
#include <vector>

namespace barre::runtime {

/// The objects that `a ..< b` makes. Their classes are the engine's own: one per static type, with natives as
/// iterator() and next().
class Ranges {
public:
    explicit Ranges(Vm& vm) : m_vm(vm) {}
    Value make(const TypeInfo* type, int64_t from, int64_t to);
    /// The shape of `record {| int value; |}`.
    Shape* itemShape();
    /// The iterator object of a range object.
    Value iterator(Object* range);

private:
    struct Classes {
        ClassInfo range, iterator;
        FunctionCode iteratorCode, nextCode;
        LinkedFunction iteratorFunction, nextFunction;
    };
    Classes& classesFor(const TypeInfo* type);

    Vm& m_vm;
    Shape* m_itemShape = nullptr;
    std::mutex m_mutex;
    std::unordered_map<const TypeInfo*, std::unique_ptr<Classes>> m_classes;
};

} // namespace barre::runtime
