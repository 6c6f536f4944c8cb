// Slow paths of numbers, casts and errors.
#include "runtime/values/convert.h"
#include "runtime/values/equality.h"
#include "runtime/values/text.h"
#include "runtime/values/type_test.h"
#include "runtime/vm/interpreter.h"
#include "runtime/vm/sequences.h"

#include <cmath>

namespace barre::runtime {

bool Interpreter::decimalOp(Opcode op, Value& a, const Value& b, const Value& c) {
    const Decimal& left = decimalOf(b);
    const Decimal& right = decimalOf(c);
    Decimal result;
    switch (op) {
    case Opcode::ADD_DECIMAL: result = decimal::add(left, right); break;
    case Opcode::SUB_DECIMAL: result = decimal::subtract(left, right); break;
    case Opcode::MUL_DECIMAL: result = decimal::multiply(left, right); break;
    case Opcode::DIV_DECIMAL:
    case Opcode::REM_DECIMAL:
        if (decimal::isZero(right))
            return divisionByZero();
        result = op == Opcode::DIV_DECIMAL ? decimal::divide(left, right) : decimal::remainder(left, right);
        break;
    default: result = decimal::negate(left); break;
    }
    if (!decimal::isFinite(result))
        return fail("{ballerina}NumberOverflow", "decimal range overflow");
    a = decimalValue(heap, result);
    return true;
}

bool Interpreter::divide(Opcode op, Value& a, int64_t b, int64_t c) {
    if (c == 0)
        return divisionByZero();
    if (op == Opcode::REM_INT) {
        a = Value::of(0);
        return true;
    }
    if (b == INT64_MIN)
        return integerOverflow();
    a = Value::of(-b);
    return true;
}

bool Interpreter::convertNumber(Opcode op, Value& a, const Value& b) {
    const types::SemType to = op == Opcode::FLOAT_TO_INT || op == Opcode::DECIMAL_TO_INT ? types::intType
                              : op == Opcode::DECIMAL_TO_FLOAT                           ? types::floatType
                                                                                         : types::decimalType;
    const auto converted = toNumericType(heap, b, to);
    if (!converted)
        return fail("{ballerina}NumberConversionError", "'" + typeTextOf(worker.types(), b) + "' value '" +
                                                            toText(b) + "' cannot be converted to '" +
                                                            typeText(worker.types(), to) + "'");
    a = *converted;
    return true;
}

bool Interpreter::isType(const Value& value, const TypeInfo* type) {
    return isOfTypeSlow(worker.types(), value, type->type);
}

bool Interpreter::cast(Value& a, const Value& b, const TypeInfo* type) {
    types::TypeContext& context = worker.types();
    if (isOfType(context, b, type->type)) {
        a = b;
        return true;
    }
    const auto numeric = castNumber(heap, context, b, type->type);
    if (numeric.value) {
        a = *numeric.value;
        return true;
    }
    const std::string from = typeTextOf(context, b), to = typeText(context, type->type);
    if (numeric.isNumeric)
        return fail("{ballerina}NumberConversionError",
                    "'" + from + "' value '" + toText(b) + "' cannot be converted to '" + to + "'");
    return fail("{ballerina}TypeCastError",
                "incompatible types: '" + from + "' cannot be cast to '" + to + "'");
}

namespace {

/// A detail is made for its error: it may be of a read-only type already, but what was given for its fields
/// need not be read-only.
Mapping* readonlyDetail(const ConvertContext& context, Mapping* detail) {
    if (!detail->isReadonly())
        return cloneReadOnly(context, Value::of(detail)).mapping();
    for (FieldCursor field(detail); field.next();)
        if (const Value& value = field.value(); value.isHeap() && !value.object->isReadonly())
            field.value() = cloneReadOnly(context, value);
    return detail;
}

} // namespace

bool Interpreter::newError(Value& a, const Value* parts, const TypeInfo* type) {
    Mapping* detail = parts[2].isMapping() ? parts[2].mapping() : makeMap(heap, vm.typeTable().detailMap());
    detail = readonlyDetail({heap, worker.types(), vm.typeTable(), nullptr, {}}, detail);
    Error* error = makeError(heap, type, parts[0].string(), parts[1], detail);
    error->typeName = vm.errorTypeName(worker.types(), type);
    a = Value::of(error);
    fillStack(error);
    return true;
}

bool Interpreter::stringGet(Value& a, const Value& string, int64_t index) {
    String* text = string.string();
    if (index < 0 || index >= int64_t(text->length))
        return fail("{ballerina/lang.string}IndexOutOfRange",
                    "string index out of range: index: " + std::to_string(index) +
                        ", size: " + std::to_string(text->length));
    a = Value::of(substring(heap, text, index, index + 1));
    return true;
}

bool Interpreter::concatMany(Value& a, const Value* parts, uint32_t count) {
    std::string text;
    for (uint32_t i = 0; i < count; ++i)
        appendText(text, parts[i]);
    if (text.size() > maxStringBytes || !heap.hasRoomFor(text.size()))
        return fail("{ballerina}OutOfMemory", "string too long");
    a = vm.string(text);
    return true;
}

bool Interpreter::newStream(Value& a, const Value& source, const TypeInfo* type) {
    if (source.is(Tag::Stream)) {
        a = source;
        return true;
    }
    auto* stream = static_cast<Stream*>(heap.allocate(sizeof(Stream), Tag::Stream));
    stream->type = type;
    stream->source = source.is(Tag::Object) || source.is(Tag::Function) ? source : makeIterator(heap, source);
    stream->ended = stream->closed = false;
    a = Value::of(stream);
    return true;
}

bool Interpreter::iterate(Value& a, const Value& source) {
    a = makeIterator(heap, source);
    return !a.isNil() || fail("{ballerina}NotIterable", "value cannot be iterated over");
}

bool Interpreter::iterateNext(Iterator* iterator, Value& out, bool& isEnd) {
    const Advance advanced = advance(heap, iterator, out);
    isEnd = advanced == Advance::End;
    return advanced != Advance::Mutated || fail(mutationFailure(iterator));
}

} // namespace barre::runtime
