// Rows of text as records, whose fields the first row of a file names.
#pragma once

#include "runtime/langlib/support.h"
#include "runtime/library/csv.h"

namespace barre::runtime {

/// The names of fields that a row has.
CsvRow headersOf(CsvRow row);
/// What the names have to do with a record type; empty if every field has its column and every column its
/// field.
std::string problemOfHeaders(NativeCall& call, const TypeInfo& record, const CsvRow& headers);
/// The fields of a record type in the order of their declarations.
CsvRow declaredFields(NativeCall& call, const TypeInfo& record);

/// What a field without text becomes.
enum class EmptyField : uint8_t {
    NilOrMistake, ///< nil if the field's type has it
    Nil
};
/// A row as a record of that type.
Converted recordOfRow(NativeCall& call, const TypeInfo& record, const CsvRow& headers, CsvRow row,
                      EmptyField empty);

} // namespace barre::runtime
