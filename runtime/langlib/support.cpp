#include "runtime/langlib/support.h"

#include "model/types/constructors.h"
#include "model/types/projections.h"
#include "runtime/values/function_value.h"

namespace barre::runtime {

ConvertContext conversions(NativeCall& call) {
    ConvertContext context{call.heap(), call.worker.types(), call.vm().typeTable(), &call.vm().shapes()};
    context.order = [&vm = call.vm(), &types = call.worker.types()](const TypeInfo* record) {
        std::vector<std::string_view> names;
        for (const Vm::RecordField& field : vm.fieldsOf(types, record))
            names.push_back(field.name->view());
        return names;
    };
    context.hasDefault = [&vm = call.vm(), &types = call.worker.types()](const TypeInfo* record,
                                                                         const std::string& field) {
        return vm.defaultOf(types, record, field) != noId;
    };
    return context;
}

NativeResult giveErrorNamed(NativeCall& call, std::string_view name, std::string_view message) {
    return call.give(call.vm().panicError(name, message));
}

types::SemType returnTypeOf(NativeCall& call, const Value& function) {
    types::TypeContext& context = call.worker.types();
    const auto signature = types::functionSignature(context, function.as<Function>()->type);
    return signature ? signature->returns : types::valueType;
}

Value streamOver(NativeCall& call, const Value& source, const TypeInfo* type) {
    auto* stream = static_cast<Stream*>(call.heap().allocate(sizeof(Stream), Tag::Stream));
    stream->type = type;
    stream->source = source;
    stream->ended = stream->closed = false;
    return Value::of(stream);
}

Value nextRecord(NativeCall& call, const Value& value, const TypeInfo* sequence) {
    Shape* shape = call.vm().valueRecordShape(sequence);
    Mapping* record = makeRecord(call.heap(), shape, 1);
    record->slots()[0] = value;
    return Value::of(record);
}

} // namespace barre::runtime
