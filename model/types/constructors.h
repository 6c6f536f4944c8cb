// Types from their parts.
#pragma once

#include "model/types/type_context.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace barre::types {

// Simple types and strings
// -------------------------------------------------------------------------------------------

/// A decimal in the spelling that names its value: `-12.5`, `1E+40`. Trailing zeros do not count.
struct DecimalText {
    std::string text;
    friend bool operator==(const DecimalText&, const DecimalText&) = default;
    friend auto operator<=>(const DecimalText&, const DecimalText&) = default;
};

/// The normal spelling of a decimal: no trailing zeros, one spelling per value.
DecimalText normalDecimal(std::string_view text);

/// The value of a singleton type; monostate is nil.
using SingleValue = std::variant<std::monostate, bool, int64_t, double, DecimalText, std::string>;

/// The type of that one value.
SemType singletonType(TypeContext& context, const SingleValue& value);
SemType intConst(TypeContext& context, int64_t value);
SemType stringConst(TypeContext& context, std::string_view value);
SemType booleanConst(TypeContext& context, bool value);
/// The ints from `min` to `max`, both included.
SemType intRange(TypeContext& context, int64_t min, int64_t max);
/// int:Signed8, 16, 32 and int:Unsigned8, 16, 32.
SemType intWidth(TypeContext& context, int bits, bool isSigned);
/// The same as int:Unsigned8.
SemType byteType(TypeContext& context);
/// Strings of one code point.
SemType charType(TypeContext& context);

// Lists and mappings
// -------------------------------------------------------------------------------------------------

/// `T[]`.
SemType arrayOf(TypeContext& context, const SemType& member);
/// `T[length]`.
SemType fixedArrayOf(TypeContext& context, const SemType& member, uint64_t length);
/// `[A, B, R...]`; neverType: no rest.
SemType tupleOf(TypeContext& context, std::span<const SemType> members, const SemType& rest = neverType);
/// Any list. With a placeholder it defines that.
SemType listOf(TypeContext& context, ListAtomicType list, const Placeholder* placeholder = nullptr);

struct Field {
    std::string name;
    SemType type;
    bool isOptional = false;
    bool isReadonly = false;
};

/// `map<T>`.
SemType mapOf(TypeContext& context, const SemType& member, const Placeholder* placeholder = nullptr);
/// `record {| fields; R...; |}`; neverType: closed. An open record has rest anydata.
SemType recordOf(TypeContext& context, std::span<const Field> fields, const SemType& rest = neverType,
                 const Placeholder* placeholder = nullptr);
/// Any mapping, names in any order.
SemType mappingOf(TypeContext& context, MappingAtomicType mapping, const Placeholder* placeholder = nullptr);

/// `table<row>` with `key<keyType>` and, if named, `key(fields)`. The row must be a mapping type. Without
/// keyType nothing is said of the key; neverType says that there is none.
SemType tableOf(TypeContext& context, const TableAtomicType& table, const Placeholder* placeholder = nullptr);

// Behavioural types
// --------------------------------------------------------------------------------------------------

/// A function type; `params` is a list type.
SemType functionOf(TypeContext& context, const FunctionAtomicType& function,
                   const Placeholder* placeholder = nullptr);
SemType functionOf(TypeContext& context, const FunctionSignature& signature,
                   const Placeholder* placeholder = nullptr);
/// The list type of the arguments of a call, for functionReturnType: unlike a tuple nothing can be assigned
/// to it.
SemType argumentListOf(TypeContext& context, std::span<const SemType> args, const SemType& rest = neverType);
/// `isolated function`: any signature.
SemType isolatedFunctionType(TypeContext& context);
/// An object type, open as all are; its distinct ids are joined in.
SemType objectOf(TypeContext& context, const ObjectAtomicType& object,
                 const Placeholder* placeholder = nullptr);
/// `error<detail>`; detail is a mapping type, and is made readonly.
SemType errorOf(TypeContext& context, const SemType& detail);
/// `distinct T`, for the errors and objects in T.
SemType distinctOf(TypeContext& context, const SemType& type, uint32_t distinctId);
SemType streamOf(TypeContext& context, const SemType& value, const SemType& completion = nilType,
                 const Placeholder* placeholder = nullptr);
SemType futureOf(TypeContext& context, const SemType& value, const Placeholder* placeholder = nullptr);
SemType typedescOf(TypeContext& context, const SemType& described, const Placeholder* placeholder = nullptr);

// XML
// ----------------------------------------------------------------------------------------------------------------

enum class XmlItem : uint8_t { Text, Element, ProcessingInstruction, Comment };

/// xml:Element and so on; xml:Text has the empty sequence, too.
SemType xmlItemType(TypeContext& context, XmlItem item);
/// `xml<T>`.
SemType xmlOf(TypeContext& context, const SemType& constituents);
/// The empty sequence, `xml<never>`.
SemType xmlEmptyType(TypeContext& context);

} // namespace barre::types
