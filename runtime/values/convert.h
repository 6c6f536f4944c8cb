// Conversions between types: numbers, clone, cloneReadOnly, cloneWithType, ensureType, json.
#pragma once

#include "model/types/type_context.h"
#include "runtime/values/heap.h"
#include "runtime/values/type_info.h"

#include <functional>
#include <optional>
#include <string>

namespace barre::runtime {

/// What conversions need of their surroundings.
struct ConvertContext {
    Heap& heap;
    types::TypeContext& types;
    TypeTable& table;
    class ShapeTable* shapes = nullptr;
    /// The default value of a record's field, or Absent; may be empty.
    std::function<Value(const TypeInfo* record, const std::string& field)> defaults = {};
    /// Filler values of arrays that are too short, where they take code; may be null.
    class FillerSource* fillers = nullptr;
    /// The record's field has a default value; may be empty, then `defaults` tells.
    std::function<bool(const TypeInfo* record, const std::string& field)> hasDefault = {};
    /// The fields of a record type in the order of their declarations; may be empty.
    std::function<std::vector<std::string_view>(const TypeInfo* record)> order = {};
};

types::SemType uniteTypes(types::TypeContext& context, const types::SemType& a, const types::SemType& b);
types::SemType arrayType(types::TypeContext& context, const types::SemType& member);

/// A number as another basic type, rounded half to even; nothing if there is no such value.
std::optional<Value> toNumericType(Heap& heap, const Value& number, const types::SemType& to);
/// The numeric part of a cast `<T>v`: tries T's numeric basic type if it has exactly one.
struct NumberCast {
    std::optional<Value> value;
    bool isNumeric = false; ///< a conversion was tried
};
NumberCast castNumber(Heap& heap, types::TypeContext& context, const Value& value, const types::SemType& to);

/// A deep copy; what is immutable is shared.
Value clone(const ConvertContext& context, const Value& value);
/// The value itself if immutable, else an immutable deep copy with read-only inherent types.
Value cloneReadOnly(const ConvertContext& context, const Value& value);

/// What a conversion gave, or why it failed.
struct Converted {
    Value value;
    std::string error;
    bool isCyclic = false; ///< the reason: the value contains itself
    explicit operator bool() const { return error.empty(); }
};
/// Whether a failure is to be explained place by place.
enum class Explain : uint8_t { No, Yes };
/// `cloneWithType`, `fromJsonWithType`: a copy that belongs to the type, numbers converted, strings read as
/// xml and lists as tables where the type asks for that; defaults are not filled in.
Converted convertTo(const ConvertContext& context, const Value& value, const types::SemType& type,
                    Explain explain = Explain::Yes);
/// anydata to json: tables as lists, xml as text.
Converted toJson(const ConvertContext& context, const Value& value);

} // namespace barre::runtime
