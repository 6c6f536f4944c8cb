#include "model/semantics/fillers.h"

#include <algorithm>

namespace barre::model {

bool isMadeOfDefaults(const RecordSymbol& record) {
    return std::ranges::all_of(
        record.fields, [](const FieldSymbol* field) { return field->isOptional || field->initializer; });
}

bool isMadeOfNothing(const ClassSymbol& object) {
    if (object.role != ClassRole::Class || !object.init)
        return object.role == ClassRole::Class;
    const Signature& init = object.init->signature;
    return init.returnType.within(types::BasicType::Nil) &&
           std::ranges::all_of(init.params, [](const Parameter& param) {
               return param.kind == ParamKind::Defaultable || param.kind == ParamKind::Rest;
           });
}

} // namespace barre::model
