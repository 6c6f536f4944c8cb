// Questions about the parts of a type. What is asked of a type that has none of that basic type is answered
// by neverType or nothing.
#pragma once

#include "model/types/constructors.h"
#include "model/types/type_context.h"

#include <functional>
#include <optional>
#include <string_view>
#include <vector>

namespace barre::types {

// Values
// -------------------------------------------------------------------------------------------------------------

/// The value, if the type has exactly one shape and that is simple or a string.
std::optional<SingleValue> singleShape(const SemType& type);
/// The value belongs to the type.
bool containsValue(const SemType& type, const SingleValue& value);
bool containsNil(const SemType& type);
/// The int part: all its values are in [min, max]; `isRange` says that it has all of these. Nothing if it has
/// no int.
struct IntBounds {
    int64_t min, max;
    bool isRange;
};
std::optional<IntBounds> intBounds(const SemType& type);
/// The finite set of strings that the string part is, or nothing if it is not finite.
std::optional<std::vector<std::string>> stringValues(const SemType& type);
/// Every value, if the whole type is a finite set of simple values and strings (of at most `limit`).
std::optional<std::vector<SingleValue>> finiteValues(const SemType& type, size_t limit = 1000);

/// Whole basic types: `1|"a"` becomes `int|string`.
SemType widenToBasicTypes(const SemType& type);
/// The smallest int:UnsignedN that has a type of ints, or the type itself: the rule of `&`, `|`, `^`, `>>`.
SemType widenUnsigned(TypeContext& context, const SemType& type);
/// The one numeric basic type it belongs to, ignoring what is not numeric.
std::optional<SemType> singleNumericType(const SemType& type);
SemType withoutNil(const SemType& type);
SemType withoutError(TypeContext& context, const SemType& type);
/// What is of that basic type, for example the list part of a union.
SemType partOf(TypeContext& context, const SemType& type, BasicType basicType);
/// Each basic type's part, as a type by itself.
std::vector<SemType> splitByBasicType(TypeContext& context, const SemType& type);

// Lists and mappings
// -------------------------------------------------------------------------------------------------

/// What a member at an index of the type `key` (a subtype of int) may be.
SemType listMemberType(TypeContext& context, const SemType& type, const SemType& key = intType);
/// The same at one index; neverType beyond the end.
SemType listMemberTypeAt(TypeContext& context, const SemType& type, uint64_t index);
/// What iteration gives.
SemType listAllMemberTypes(TypeContext& context, const SemType& type);
/// The least length, and the greatest if there is one.
struct LengthBounds {
    uint64_t min = 0;
    std::optional<uint64_t> max;
};
LengthBounds listLengthBounds(TypeContext& context, const SemType& type);

/// What `m[key]` or `m.name` may be; may have the mark of a missing field (undefType) if the member may be
/// missing.
SemType mappingMemberType(TypeContext& context, const SemType& type, const SemType& key = stringType);
SemType mappingMemberTypeAt(TypeContext& context, const SemType& type, std::string_view name);
/// The narrowest single mapping type that has every mapping of the type.
MappingAtomicType mappingHull(TypeContext& context, const SemType& type);
/// Every mapping of the type has the field.
bool isRequiredField(TypeContext& context, const SemType& type, std::string_view name);
/// In no mapping of the type can the field be assigned to.
bool isReadonlyField(TypeContext& context, const SemType& type, std::string_view name);
/// Replaces the mark of a missing field by nil.
SemType undefToNil(const SemType& type);

SemType tableRowType(TypeContext& context, const SemType& type);
/// What iterating over it gives: xml:Element|… .
SemType xmlItemTypes(TypeContext& context, const SemType& type);
/// What `foreach` gives for each kind of iterable: members, characters, rows, items. Objects are not looked
/// at.
SemType iterationValueType(TypeContext& context, const SemType& type);
/// The completion type of a stream; nil for the others.
SemType iterationCompletionType(TypeContext& context, const SemType& type);

// Behavioural types
// --------------------------------------------------------------------------------------------------

/// The list type of all arguments that every function of the type takes.
std::optional<SemType> functionParamListType(TypeContext& context, const SemType& type);
/// What a call with arguments of that list type returns, or nothing if it cannot be called with them.
std::optional<SemType> functionReturnType(TypeContext& context, const SemType& type, const SemType& args);
/// The detail record's type.
SemType errorDetailType(TypeContext& context, const SemType& type);
SemType streamValueType(TypeContext& context, const SemType& type);
SemType streamCompletionType(TypeContext& context, const SemType& type);
SemType futureValueType(TypeContext& context, const SemType& type);
SemType typedescDescribedType(TypeContext& context, const SemType& type);
/// What a field access gives, over all the objects of the type; neverType if some has no such member.
SemType objectMemberType(TypeContext& context, const SemType& type, std::string_view name, MemberKind kind);

// Atomic views, for contextual typing
// --------------------------------------------------------------------------------

/// The list part, if it is one list type (also as an intersection, such as `readonly & int[]`).
std::optional<ListAtomicType> listAtomicType(TypeContext& context, const SemType& type);
std::optional<MappingAtomicType> mappingAtomicType(TypeContext& context, const SemType& type);
std::optional<FunctionAtomicType> functionAtomicType(TypeContext& context, const SemType& type);
std::optional<FunctionSignature> functionSignature(TypeContext& context, const SemType& type);
std::optional<ObjectAtomicType> objectAtomicType(TypeContext& context, const SemType& type);
std::optional<TableAtomicType> tableAtomicType(TypeContext& context, const SemType& type);
std::optional<StreamAtomicType> streamAtomicType(TypeContext& context, const SemType& type);

/// The types of a union's list part, or mapping part, one by one: `int[]|[string, string]` gives two.
std::vector<SemType> listAlternatives(TypeContext& context, const SemType& type);
std::vector<SemType> mappingAlternatives(TypeContext& context, const SemType& type);
std::vector<SemType> functionAlternatives(TypeContext& context, const SemType& type);
std::vector<SemType> objectAlternatives(TypeContext& context, const SemType& type);
std::vector<SemType> tableAlternatives(TypeContext& context, const SemType& type);
std::vector<SemType> errorAlternatives(TypeContext& context, const SemType& type);

/// The distinct ids that every error, or every object, of the type has.
std::vector<uint32_t> distinctIds(const SemType& type);
/// Whether all its errors and objects have the same distinct ids, so that a value of it can be constructed.
bool isDefinite(const SemType& type);

// Filling
// ------------------------------------------------------------------------------------------------------------

/// How a member is filled in that a list constructor left out, or that a store beyond the end skips.
enum class FillerKind : uint8_t {
    None,
    Value,
    EmptyList,
    EmptyMapping,
    EmptyTable,
    EmptyXml,
    EmptyStream,
    Tuple, ///< each required member is filled in turn
    Code   ///< a record made of its defaults, or a new object
};
struct Filler {
    FillerKind kind = FillerKind::None;
    SingleValue value; ///< for Value
};
/// Says of a record or object type whether code can make its filler: types do not know of defaults and classes.
using FilledByCode = std::function<bool(const SemType&)>;
Filler fillerOf(TypeContext& context, const SemType& type, const FilledByCode& byCode);
/// How many members a list constructor must give so that the rest can be filled.
uint64_t minLengthWithFill(TypeContext& context, const ListAtomicType& list, const FilledByCode& byCode);

} // namespace barre::types
