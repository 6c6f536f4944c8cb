#pragma once

#include "runtime/values/heap.h"
#include "runtime/values/mapping_value.h"

#include <string>
#include <vector>

namespace barre::runtime {

/// One line of a stack trace.
struct StackFrame {
    std::string function; ///< `main`, `Counter.add`
    std::string module;
    std::string file;
    uint32_t line = 0;
};

/// An error value.
struct Error : ManagedObject {
    const TypeInfo* type = nullptr;
    String* message = nullptr;
    Value cause;               ///< error or nil
    Mapping* detail = nullptr; ///< readonly; never null
    std::string typeName;      ///< `{ballerina/lang.int}NumberParsingError`, or empty for a plain error
    std::vector<StackFrame> stack;
    bool hasStack = false;

    void trace(Tracer& tracer);
};

/// A plain error of a message. Its stack trace is filled in by the interpreter when a native returns it.
Error* makeError(Heap& heap, const TypeInfo* type, String* message, Value cause, Mapping* detail);

} // namespace barre::runtime
