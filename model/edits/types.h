#pragma once

#include "model/edits/declarations.h"
#include "model/edits/edit_result.h"

#include <string>
#include <string_view>
#include <vector>

namespace barre::edits {

/// A field of a record as forms edit it.
struct RecordFieldText {
    std::string name;
    std::string type;
    std::string defaultText;
    bool isOptional = false;
    bool isReadonly = false;
    std::string documentation;
};

enum class TypeForm : uint8_t { Record, ClosedRecord, Enum, Union, Other };

/// A type definition as forms edit it.
struct TypeText {
    std::string name;
    TypeForm form{};
    bool isPublic = false;
    std::vector<RecordFieldText> fields; ///< of a record
    std::vector<std::string> members;    ///< of an enum or a union
    std::string descriptor;              ///< of Other: the type descriptor
    std::string documentation;
};

EditResult addType(const Snapshot& snapshot, const std::string& file, const TypeText& type);
EditResult addRecordField(const Snapshot& snapshot, const SymbolId& type, const RecordFieldText& field);
/// The members are named as in TypeNode::members.
EditResult setRecordField(const Snapshot& snapshot, const SymbolId& type, std::string_view name,
                          const RecordFieldText& field);
EditResult addEnumMember(const Snapshot& snapshot, const SymbolId& type, std::string_view name,
                         std::string_view value = {});
EditResult addUnionMember(const Snapshot& snapshot, const SymbolId& type, std::string_view descriptor);
/// Writes a member of an enum anew; another name is followed wherever it is used.
EditResult setEnumMember(const Snapshot& snapshot, const SymbolId& type, std::string_view name,
                         std::string_view text);
/// Removes a field, an enum member or a union member (by its text) from a type.
EditResult removeTypeMember(const Snapshot& snapshot, const SymbolId& type, std::string_view name);
/// Opens or closes a record: `{ }` and `{| |}`.
EditResult setRecordOpen(const Snapshot& snapshot, const SymbolId& type, bool isOpen);
/// Writes the type descriptor of a type definition.
EditResult setTypeDescriptor(const Snapshot& snapshot, const SymbolId& type, std::string_view descriptor);
EditResult setPublic(const Snapshot& snapshot, const SymbolId& declaration, bool isPublic);

} // namespace barre::edits
