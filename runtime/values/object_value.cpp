#include "runtime/values/object_value.h"

#include "runtime/values/error_value.h"
#include "runtime/values/function_value.h"
#include "runtime/values/other_values.h"

namespace barre::runtime {

Object* makeObject(Heap& heap, const ClassInfo* info) {
    const size_t count = info->fields.size();
    auto* object =
        static_cast<Object*>(heap.allocate(sizeof(Object) + count * sizeof(Value), Tag::Object, 0));
    object->info = info;
    object->native = nullptr;
    for (size_t i = 0; i < count; ++i)
        object->slots()[i] = Value::absent();
    return object;
}

void setNative(Heap& heap, Object* object, std::unique_ptr<NativeData> native) {
    delete object->native;
    object->native = native.release();
    object->flags |= FinalizeFlag;
    heap.changesSilently(object);
}

Value* fieldOf(Object* object, std::string_view name) {
    const auto& fields = object->info->fields;
    for (size_t i = 0; i < fields.size(); ++i)
        if (fields[i].name->view() == name)
            return &object->slots()[i];
    return nullptr;
}

Function* makeFunction(Heap& heap, const LinkedFunction* code, const types::SemType& type,
                       uint32_t captureCount) {
    auto* function = static_cast<Function*>(
        heap.allocate(sizeof(Function) + captureCount * sizeof(Value), Tag::Function, ReadonlyFlag));
    function->code = code;
    function->type = type;
    function->self = Value::absent();
    function->captureCount = captureCount;
    return function;
}

Cell* makeCell(Heap& heap, Value value) {
    auto* cell = static_cast<Cell*>(heap.allocate(sizeof(Cell), Tag::Cell, 0));
    cell->value = value;
    return cell;
}

Error* makeError(Heap& heap, const TypeInfo* type, String* message, Value cause, Mapping* detail) {
    Error* error = heap.make<Error>(Tag::Error);
    error->flags |= ReadonlyFlag;
    error->type = type;
    error->message = message;
    error->cause = cause;
    error->detail = detail;
    return error;
}

void Error::trace(Tracer& tracer) {
    tracer.visit(message);
    tracer.visit(cause);
    tracer.visit(detail);
}

Value typedescValue(Heap& heap, const TypeInfo* type, const LinkedFunction* function) {
    auto* typedesc = static_cast<Typedesc*>(heap.allocate(sizeof(Typedesc), Tag::Typedesc, ReadonlyFlag));
    typedesc->type = type;
    typedesc->function = function;
    return Value::of(typedesc);
}

void Table::trace(Tracer& tracer) {
    tracer.walk(this, uint32_t(rows.size()));
}

void Xml::trace(Tracer& tracer) {
    tracer.visit(attributes);
    for (Xml* item : items)
        tracer.visit(item);
}

} // namespace barre::runtime
