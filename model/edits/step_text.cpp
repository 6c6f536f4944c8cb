#include "model/edits/step_text.h"

#include "model/design/step_syntax.h"
#include "model/edits/field_edits.h"
#include "model/edits/steps.h"
#include "model/syntax/parser.h"

#include <algorithm>

namespace barre::edits {

using design::FieldId;
using design::FieldValue;

namespace {

/// A piece of a template: plain text, or `${Field=default}`.
struct Piece {
    std::string_view text; ///< or the name of the field
    std::string_view fallback;
    bool isField = false;
};

std::vector<Piece> piecesOf(std::string_view text) {
    std::vector<Piece> pieces;
    while (!text.empty()) {
        const size_t open = text.find("${");
        if (open > 0)
            pieces.push_back({text.substr(0, open), {}, false});
        if (open == std::string_view::npos)
            break;
        const size_t equal = text.find('=', open);
        const size_t close = text.find('}', equal);
        pieces.push_back(
            {text.substr(open + 2, equal - open - 2), text.substr(equal + 1, close - equal - 1), true});
        text.remove_prefix(close + 1);
    }
    return pieces;
}

const FieldValue* valueOf(const std::vector<FieldValue>& values, std::string_view name) {
    const auto found = std::ranges::find_if(
        values, [&](const FieldValue& value) { return design::rowOf(value.field).name == name; });
    return found == values.end() ? nullptr : &*found;
}

/// Writes the values that the template has no place for, as a form would.
void setOtherFields(StepText& text, const std::vector<FieldValue>& values, std::string_view newText,
                    const std::string& freeName) {
    for (const FieldValue& value : values) {
        if (newText.find("${" + std::string(design::rowOf(value.field).name) + "=") != std::string_view::npos)
            continue;
        const auto parsed = syntax::parseAs(syntax::GrammarRule::Statement, text.code);
        const auto* statement = syntax::cast<syntax::Statement>(parsed.node());
        if (!statement)
            return;
        const design::StepSyntax step = design::recognise(statement);
        const FieldEdit edit =
            editField(step, design::slotsOf(step), text.code, {value.field, 0}, value.text, freeName);
        text.problem = edit.problem;
        text.code = model::applyEdits(text.code, edit.edits);
    }
}

} // namespace

StepText newStepText(design::NodeKind kind, const std::vector<FieldValue>& values,
                     const std::string& freeName) {
    StepText result;
    const std::string_view newText = design::rowOf(kind).newText;
    for (const Piece& piece : piecesOf(newText)) {
        const FieldValue* value = piece.isField ? valueOf(values, piece.text) : nullptr;
        const std::string_view text = value           ? std::string_view(value->text)
                                      : piece.isField ? piece.fallback
                                                      : piece.text;
        if (value && !value->text.empty() && result.problem.empty())
            result.problem = checkField(value->field, value->text);
        if (piece.text.starts_with(";") && result.code.ends_with(' '))
            result.code.pop_back();
        result.code += text;
    }
    if (result.problem.empty())
        setOtherFields(result, values, newText, freeName);
    return result;
}

} // namespace barre::edits
