#pragma once

#include "model/types/sem_type.h"

#include <string_view>

namespace barre::model {

/// The library module whose functions can be called as methods of the values of a basic type; those of
/// lang.value can be called on all.
struct LanglibModule {
    types::BasicType type;
    std::string_view module;
};

inline constexpr LanglibModule langlibModules[] = {
    {types::BasicType::Boolean, "lang.boolean"},   {types::BasicType::Int, "lang.int"},
    {types::BasicType::Float, "lang.float"},       {types::BasicType::Decimal, "lang.decimal"},
    {types::BasicType::String, "lang.string"},     {types::BasicType::Regexp, "lang.regexp"},
    {types::BasicType::Error, "lang.error"},       {types::BasicType::Function, "lang.function"},
    {types::BasicType::Typedesc, "lang.typedesc"}, {types::BasicType::Future, "lang.future"},
    {types::BasicType::Stream, "lang.stream"},     {types::BasicType::List, "lang.array"},
    {types::BasicType::Mapping, "lang.map"},       {types::BasicType::Table, "lang.table"},
    {types::BasicType::Xml, "lang.xml"},           {types::BasicType::Object, "lang.object"},
};

} // namespace barre::model
