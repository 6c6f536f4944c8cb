#include "runtime/values/type_test.h"

#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/to_string.h"
#include "runtime/values/depth.h"
#include "runtime/values/error_value.h"
#include "runtime/values/function_value.h"
#include "runtime/values/list_value.h"
#include "runtime/values/mapping_value.h"
#include "runtime/values/object_value.h"
#include "runtime/values/other_values.h"
#include "runtime/values/string_value.h"

namespace barre::runtime {
namespace {

using types::SemType;
using types::TypeContext;

/// The type of a value by what is in it, if that cannot change. A type knows no end of nesting, but asking
/// whether it lies within another one uses up the stack.
constexpr int maxShapeDepth = 200;

SemType shapeOf(TypeContext& context, const Value& value, int level);

SemType shapeOfList(TypeContext& context, const List* list, int level) {
    std::vector<SemType> members;
    members.reserve(list->length);
    for (uint32_t i = 0; i < list->length; ++i)
        members.push_back(shapeOf(context, list->at(i), level + 1));
    return types::intersect(context, types::tupleOf(context, members), context.readonlyType());
}

SemType shapeOfMapping(TypeContext& context, Mapping* mapping, int level) {
    std::vector<types::Field> fields;
    for (FieldCursor field(mapping); field.next();)
        fields.push_back(
            {std::string(field.key()->view()), shapeOf(context, field.value(), level + 1), false, true});
    return types::intersect(context, types::recordOf(context, fields), context.readonlyType());
}

// A field that cannot be assigned to keeps its value: what may be in it is known exactly.
SemType withReadonlyFields(TypeContext& context, Mapping* mapping) {
    auto type = types::mappingAtomicType(context, mapping->type()->type);
    if (!type)
        return mapping->type()->type;
    for (size_t i = 0; i < type->names.size(); ++i) {
        types::Slot& slot = type->slots[i];
        const Value* value = slot.isReadonly ? find(mapping, std::string_view(type->names[i])) : nullptr;
        if (value)
            slot.type = typeOf(context, *value);
    }
    return types::mappingOf(context, std::move(*type));
}

// The detail never changes: the error belongs to every error type that has room for it.
SemType typeOfError(TypeContext& context, const Error* error, int level) {
    const SemType detail = types::errorOf(context, shapeOfMapping(context, error->detail, level));
    return types::intersect(context, error->type->type, detail);
}

SemType typeOfXml(TypeContext& context, const Xml* xml) {
    switch (xml->kind) {
    case XmlKind::Element: return types::xmlItemType(context, types::XmlItem::Element);
    case XmlKind::Comment: return types::xmlItemType(context, types::XmlItem::Comment);
    case XmlKind::ProcessingInstruction:
        return types::xmlItemType(context, types::XmlItem::ProcessingInstruction);
    case XmlKind::Text: return types::xmlItemType(context, types::XmlItem::Text);
    case XmlKind::Sequence: break;
    }
    if (xml->items.empty())
        return types::xmlEmptyType(context);
    SemType items = types::neverType;
    for (const Xml* item : xml->items)
        items = types::unite(context, items, typeOfXml(context, item));
    return types::xmlOf(context, items);
}

SemType shapeOf(TypeContext& context, const Value& value, int level) {
    if (level > maxShapeDepth)
        throw NestedTooDeeply();
    switch (value.tag()) {
    case Tag::Nil: return types::nilType;
    case Tag::Boolean: return types::singletonType(context, value.boolean());
    case Tag::Int: return types::singletonType(context, value.integer);
    case Tag::Float: return types::singletonType(context, value.floating);
    case Tag::Decimal:
        return types::singletonType(context, types::DecimalText{decimal::normalText(decimalOf(value))});
    case Tag::String: return types::singletonType(context, std::string(value.string()->view()));
    case Tag::List:
        return value.list()->isReadonly() ? shapeOfList(context, value.list(), level)
                                          : value.list()->type->type;
    case Tag::Mapping:
        return value.mapping()->isReadonly() ? shapeOfMapping(context, value.mapping(), level)
                                             : value.mapping()->type()->type;
    case Tag::Table: return value.as<Table>()->type->type;
    case Tag::Xml: {
        const SemType type = typeOfXml(context, value.as<Xml>());
        return value.object->isReadonly() ? types::intersect(context, type, context.readonlyType()) : type;
    }
    case Tag::Error: return typeOfError(context, value.error(), level);
    case Tag::Function: return value.as<Function>()->type;
    case Tag::Object: return value.as<Object>()->info->type;
    case Tag::Future: return value.as<Future>()->type->type;
    case Tag::Stream: return value.as<Stream>()->type->type;
    case Tag::Typedesc: return types::typedescOf(context, value.as<Typedesc>()->type->type);
    case Tag::Regexp: return types::regexpType;
    case Tag::Handle: return types::handleType;
    default: return types::neverType;
    }
}

} // namespace

SemType typeOf(TypeContext& context, const Value& value) {
    return shapeOf(context, value, 0);
}

bool isOfTypeSlow(TypeContext& context, const Value& value, const SemType& type) {
    if ((type.all >> value.bits) & 1)
        return true;
    if (!((type.some >> value.bits) & 1))
        return false;
    const TypeInfo* inherent = value.isList()      ? value.list()->type
                               : value.isMapping() ? value.mapping()->type()
                                                   : nullptr;
    if (inherent) {
        if (inherent->type == type)
            return true;
        // A value that cannot be changed may belong to more types than the one it was made with.
        if (types::isSubtype(context, inherent->type, type))
            return true;
        if (!value.object->isReadonly())
            return inherent->hasReadonlyFields && value.isMapping() &&
                   types::isSubtype(context, withReadonlyFields(context, value.mapping()), type);
    }
    return types::isSubtype(context, typeOf(context, value), type);
}

std::string typeText(TypeContext& context, const SemType& type) {
    return types::toString(context, type);
}

std::string typeTextOf(TypeContext& context, const Value& value) {
    switch (value.tag()) {
    case Tag::Nil: return "()";
    case Tag::Boolean: return "boolean";
    case Tag::Int: return "int";
    case Tag::Float: return "float";
    case Tag::Decimal: return "decimal";
    case Tag::String: return "string";
    case Tag::List: return typeText(context, value.list()->type->type);
    case Tag::Mapping: return typeText(context, value.mapping()->type()->type);
    case Tag::Object: return value.as<Object>()->info->name;
    default: return typeText(context, typeOf(context, value));
    }
}

} // namespace barre::runtime
