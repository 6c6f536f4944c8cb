// Which records and classes can be made from nothing, to fill a place of a list.
#pragma once

#include "model/semantics/symbols.h"

namespace barre::model {

/// `{}` is a valid constructor of the record, by its default values.
bool isMadeOfDefaults(const RecordSymbol& record);
/// `new T()` is one: init needs no arguments and cannot fail.
bool isMadeOfNothing(const ClassSymbol& object);

} // namespace barre::model
