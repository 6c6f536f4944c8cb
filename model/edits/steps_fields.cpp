// Fields, new steps, copies.
#include "model/design/meaning.h"
#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/edit_builder.h"
#include "model/edits/field_edits.h"
#include "model/edits/imports.h"
#include "model/edits/lines.h"
#include "model/edits/names.h"
#include "model/edits/places.h"
#include "model/edits/step_defaults.h"
#include "model/edits/step_text.h"
#include "model/edits/steps.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::FieldId;
using model::SourceFile;

namespace {

/// A function that is one expression shows it as a Return, whose only field is the expression.
EditResult setExpressionBody(const Snapshot& snapshot, const Location& step, std::string_view text) {
    const SourceFile* file = snapshot.file(step.file);
    const Node* node = file ? file->tree->nodeWithRange(step.range) : nullptr;
    if (!is<Expression>(node) || !is<ExprFunctionBody>(node->parent()))
        return noSuchStep();
    if (std::string problem = checkField(FieldId::Value, text); !problem.empty())
        return refused(std::move(problem));
    EditBuilder builder(snapshot);
    builder.replace(step.file, step.range, text);
    return builder.done(step);
}

/// Another name for a variable is another name wherever the variable is used.
bool isNameOfVariable(const FoundSteps& found, design::Field field) {
    for (const design::StepSlot& slot : design::slotsOf(found.step()))
        if (slot.field == field)
            return slot.isPresent && slot.path == "typedBindingPattern.bindingPattern";
    return false;
}

EditResult renameVariable(const Snapshot& snapshot, const FoundSteps& found, const Location& step,
                          std::string_view name) {
    const auto* variable = cast<LocalVarDeclStmt>(found.step().statement);
    const SourceRange range = variable->typedBindingPattern()->bindingPattern()->range();
    EditResult result = renameAt(snapshot, {step.file, range}, name);
    if (result)
        result.focus = {};
    return result;
}

/// Puts code (lines indented by the file's unit, the first one not) in at a place.
EditResult insertCode(const Snapshot& snapshot, const FoundPlace& place, const std::string& code,
                      const std::vector<std::string>& modules) {
    const Insertion insertion = insertionAt(place);
    EditBuilder builder(snapshot);
    builder.replace(place.file->path, insertion.range, insertion.before + code + insertion.after);
    for (const std::string& module : modules)
        importInto(builder, *place.file, module);
    importModulesUsedBy(builder, *place.file, code);
    return builder.doneAtInsertion(place.file->path, insertion.range.begin, insertion.before,
                                   insertion.after);
}

std::string withoutIndentation(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    const std::string indentation = indentationAt(text, uint32_t(first));
    std::string_view code = text.substr(first);
    while (!code.empty() && (code.back() == '\n' || code.back() == '\r' || code.back() == ' '))
        code.remove_suffix(1);
    return reindented(code, indentation, "");
}

/// The module that a kind's call belongs to: `ballerina/log` for `ballerina/log:printInfo`.
std::string moduleOfKind(design::NodeKind kind) {
    const std::string_view callee = design::rowOf(kind).callee;
    const size_t colon = callee.rfind(':');
    return colon == std::string_view::npos ? std::string() : std::string(callee.substr(0, colon));
}

/// The prefix in a kind's text is the default one; the file may use another.
std::string withPrefixOf(const SourceFile& file, const std::string& module, std::string code) {
    const std::string known = design::prefixOfModule(*file.tree, module);
    const std::string prefix = module.substr(module.find_last_of("./") + 1);
    if (!known.empty() && code.starts_with(prefix + ":"))
        code.replace(0, prefix.size(), known);
    return code;
}

} // namespace

EditResult setField(const Snapshot& snapshot, const Location& step, design::Field field,
                    std::string_view text) {
    const std::optional<FoundSteps> found = findSteps(snapshot, step);
    if (!found)
        return setExpressionBody(snapshot, step, text);
    if (isNameOfVariable(*found, field))
        return renameVariable(snapshot, *found, step, text);
    const design::Meaning meaning(snapshot, snapshot.moduleOf(step.file));
    const std::vector<design::StepSlot> slots = design::slotsOf(found->step(), meaning);
    const FieldEdit edit = editField(found->step(), slots, found->file->text(), field, text,
                                     freeNameIn(*found->file->tree, "result"));
    if (!edit.problem.empty())
        return refused(edit.problem);
    EditBuilder builder(snapshot);
    builder.add(step.file, edit.edits);
    importModulesUsedBy(builder, *found->file, text);
    return builder.done(step);
}

EditResult insertStep(const Snapshot& snapshot, const Place& place, design::NodeKind kind,
                      const std::vector<design::FieldValue>& values) {
    const std::optional<FoundPlace> found = findPlace(snapshot, place);
    if (!found)
        return refused("A step cannot be put in here.");
    const StepText text = newStepText(kind, withDefaultsAt(snapshot, *found, place.offset, kind, values),
                                      freeNameIn(*found->file->tree, "result"));
    if (!text.problem.empty())
        return refused(text.problem);
    if (text.code.empty())
        return refused("There is nothing to put in.");
    const std::string unit = indentationUnitOf(found->file->text());
    const std::string indentation = insertionAt(*found).indentation;
    const std::string module = moduleOfKind(kind);
    const std::string code = withPrefixOf(*found->file, module, asLinesOf(text.code, indentation, unit));
    return insertCode(snapshot, *found, code,
                      module.empty() ? std::vector<std::string>{} : std::vector{module});
}

EditResult pasteSteps(const Snapshot& snapshot, const Place& place, std::string_view text) {
    const std::optional<FoundPlace> found = findPlace(snapshot, place);
    if (!found)
        return refused("Steps cannot be put in here.");
    const std::string code = withoutIndentation(text);
    if (std::string problem = checkRule(GrammarRule::Statements, code, "a list of steps"); !problem.empty())
        return refused(std::move(problem));
    if (code.empty())
        return refused("There is nothing to paste.");
    return insertCode(snapshot, *found, reindented(code, "", insertionAt(*found).indentation), {});
}

std::string copySteps(const Snapshot& snapshot, const Location& steps) {
    const std::optional<FoundSteps> found = findSteps(snapshot, steps);
    if (!found)
        return {};
    const std::string_view text = found->file->text();
    const SourceRange range = withTrailingComment(text, found->range);
    return reindented(text.substr(range.begin, range.length()), indentationAt(text, range.begin), "");
}

EditResult setStepComment(const Snapshot& snapshot, const Location& step, std::string_view comment) {
    const std::optional<FoundSteps> found = findSteps(snapshot, step);
    if (!found || !found->step().statement)
        return noSuchStep();
    if (comment.find('\n') != std::string_view::npos)
        return refused("A comment behind a step is one line.");
    const std::string_view text = found->file->text();
    const SourceRange range = found->range;
    if (!isLastOnLine(text, range.end))
        return refused("There is more code behind this step on its line.");
    const SourceRange old{range.end, lineEnd(text, range.end)};
    EditBuilder builder(snapshot);
    builder.replace(step.file, old, comment.empty() ? std::string() : " // " + std::string(comment));
    return builder.done(step);
}

} // namespace barre::edits
