#pragma once

#include "model/design/location.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace barre::design {

/// What a form shows to edit a text.
enum class FieldEditor : uint8_t {
    Expression, ///< an expression, or an action where the place allows one
    Type,       ///< a type descriptor
    Identifier, ///< a name
    Lvalue,     ///< what can be assigned to
    Binding,    ///< a typed binding pattern: `string s`
    Pattern,    ///< match patterns
    Arguments,  ///< an argument list without its parentheses
    Text,       ///< free text, one line or more (a comment)
    Code,       ///< statements as they are written
    Choice,     ///< one of FormRow::choices
    Flag        ///< a keyword that is there or not: "yes" or ""
};

/// The fields of steps, rows of forms.def.
enum class FieldId : uint8_t {
#define FORM_FIELD(id, label, editor, help, choices) id,
#include "model/design/forms.def"
};

/// A row of forms.def.
struct FormRow {
    FieldId id;
    std::string_view name; ///< the enumerator
    std::string_view label;
    FieldEditor editor;
    std::string_view help;
    std::string_view choices; ///< for Choice: `value:words;value:words`
};

/// The whole table, in the order of FieldId.
std::span<const FormRow> formRows();

inline const FormRow& rowOf(FieldId id) {
    return formRows()[static_cast<size_t>(id)];
}

/// One alternative of a Choice field.
struct FieldChoice {
    std::string value; ///< what FlowField::text is and setField takes
    std::string words;

    friend bool operator==(const FieldChoice&, const FieldChoice&) = default;
};

/// The alternatives of a Choice field, in order.
std::vector<FieldChoice> choicesOf(FieldId id);

/// Which field of a step: the index counts repeated ones (arguments, else-if conditions, clauses).
struct Field {
    FieldId id{};
    uint16_t index = 0;

    friend bool operator==(const Field&, const Field&) = default;
};

} // namespace barre::design
