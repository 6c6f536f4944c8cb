#include "model/edits/field_edits.h"

#include "model/design/tree_text.h"
#include "model/edits/lines.h"
#include "model/edits/steps.h"

#include <algorithm>

namespace barre::edits {

using namespace syntax;
using design::FieldEditor;
using design::FieldId;
using design::StepSlot;
using design::StepSyntax;
using model::TextEdit;

namespace {

std::string_view nameOf(FieldEditor editor) {
    switch (editor) {
    case FieldEditor::Expression: return "an expression";
    case FieldEditor::Type: return "a type";
    case FieldEditor::Identifier: return "a name";
    case FieldEditor::Lvalue: return "a variable, field or member";
    case FieldEditor::Binding: return "a type and a name";
    case FieldEditor::Pattern: return "a pattern";
    case FieldEditor::Arguments: return "a list of arguments";
    default: return "code";
    }
}

/// Some fields are a part of the rule that they are checked with.
std::string_view prefixForCheck(FieldId field) {
    switch (field) {
    case FieldId::Futures: return "wait ";
    case FieldId::Call: return "start ";
    case FieldId::ResourcePath: return "x->/";
    default: return {};
    }
}

std::string checkChoice(FieldId field, std::string_view value) {
    for (const design::FieldChoice& choice : design::choicesOf(field))
        if (choice.value == value)
            return {};
    return "There is no choice '" + std::string(value) + "' here.";
}

bool isBlank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

std::string asComment(std::string_view text, std::string_view indentation) {
    std::string comment;
    while (true) {
        const size_t found = text.find('\n');
        const std::string_view line = text.substr(0, found);
        comment += line.empty() ? "//" : "// " + std::string(line);
        if (found == std::string_view::npos)
            return comment;
        comment += "\n" + std::string(indentation);
        text.remove_prefix(found + 1);
    }
}

bool isOptionalError(std::string_view type) {
    return type == "error?" || type.ends_with(":Error?") || type == "Error?";
}

/// Changes what happens with the error of a call.
class CheckEditor {
public:
    CheckEditor(const StepSyntax& step, const StepSlot& slot, const std::string& freeName)
        : m_step(step), m_slot(slot), m_freeName(freeName) {}

    std::vector<TextEdit> set(std::string_view value) {
        if (value == "none")
            removeCheck();
        else if (m_step.checking)
            m_edits.push_back({m_slot.range, std::string(value)});
        else
            addCheck(std::string(value) + " ");
        return std::move(m_edits);
    }

private:
    /// The error is kept: in a variable of its own, or in the one that gets the value.
    void removeCheck() {
        if (!m_step.checking)
            return;
        const SourceRange keyword{m_step.checking->range().begin, m_step.checking->fullRange().end};
        const auto* variable = cast<LocalVarDeclStmt>(m_step.statement);
        if (is<CheckingStmt>(m_step.statement)) {
            m_edits.push_back({keyword, "error? " + m_freeName + " = "});
            return;
        }
        m_edits.push_back({keyword, ""});
        if (!variable)
            return;
        const auto* type = variable->typedBindingPattern()->typeDescriptor();
        if (!is<VarTypeDesc>(type) && type->text().find("error") == std::string_view::npos)
            m_edits.push_back({{type->range().end, type->range().end}, "|error"});
    }

    void addCheck(const std::string& keyword) {
        const uint32_t at = m_slot.range.begin;
        const auto* variable = cast<LocalVarDeclStmt>(m_step.statement);
        const Node* type = variable ? variable->typedBindingPattern()->typeDescriptor() : nullptr;
        if (type && isOptionalError(type->text())) {
            m_edits.push_back({{m_step.range.begin, at}, keyword});
            return;
        }
        m_edits.push_back({{at, at}, keyword});
        constexpr std::string_view suffix = "|error";
        if (type && type->text().ends_with(suffix) && type->text().size() > suffix.size())
            m_edits.push_back({{type->range().end - uint32_t(suffix.size()), type->range().end}, ""});
    }

    const StepSyntax& m_step;
    const StepSlot& m_slot;
    const std::string& m_freeName;
    std::vector<TextEdit> m_edits;
};

/// The new text stands as one piece in the statement, and the statement is no more broken than it was.
class Verifier {
public:
    Verifier(const StepSyntax& step, std::string_view source) : m_range(step.range) {
        m_before = std::string(source.substr(m_range.begin, m_range.length()));
        m_problemsBefore = parseAs(GrammarRule::Statements, m_before).tree->diagnostics().size();
    }

    /// Empty when it fits.
    std::string problemOf(const std::vector<TextEdit>& edits, SourceRange written, bool isOneNode) const {
        std::vector<TextEdit> shifted = edits;
        for (TextEdit& edit : shifted)
            edit.range = {edit.range.begin - m_range.begin, edit.range.end - m_range.begin};
        const std::string after = model::applyEdits(m_before, shifted);
        const ParsedFragment parsed = parseAs(GrammarRule::Statements, after);
        if (parsed.tree->diagnostics().size() > m_problemsBefore)
            return "This does not fit here: " + parsed.tree->diagnostics().front().message() + ".";
        written = {written.begin - m_range.begin, written.end - m_range.begin};
        if (isOneNode && !isWholeNode(*parsed.tree, written))
            return "This does not fit here as it is.";
        return {};
    }

    static bool isWholeNode(const SyntaxTree& tree, SourceRange range) {
        const Node* node = tree.nodeAt(range.begin);
        while (node && node->range().end < range.end)
            node = node->parent();
        return node && node->range() == range;
    }

private:
    SourceRange m_range;
    std::string m_before;
    size_t m_problemsBefore = 0;
};

FieldEdit replaceSlot(const StepSlot& slot, std::string_view text) {
    FieldEdit edit;
    const std::string before = slot.isPresent ? std::string() : slot.before;
    const std::string after = slot.isPresent ? std::string() : slot.after;
    edit.edits.push_back({slot.range, before + std::string(text) + after});
    const uint32_t begin = slot.range.begin + uint32_t(before.size());
    edit.written = {begin, begin + uint32_t(text.size())};
    return edit;
}

FieldEdit failed(std::string problem) {
    return {{}, std::move(problem), {}};
}

std::string_view trimmed(std::string_view text) {
    const size_t first = text.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return text.substr(first, text.find_last_not_of(" \t\r\n") - first + 1);
}

/// Expressions whose text would be read differently in their place get parentheses.
FieldEdit writeVerified(const StepSyntax& step, std::string_view source, const StepSlot& slot,
                        std::string_view text) {
    const Verifier verifier(step, source);
    const FieldEditor editor = design::rowOf(slot.field.id).editor;
    const bool isOneNode = editor == FieldEditor::Expression || editor == FieldEditor::Type;
    const std::string_view written = trimmed(text);
    FieldEdit edit = replaceSlot(slot, written);
    std::string problem = verifier.problemOf(edit.edits, edit.written, isOneNode);
    if (problem.empty())
        return edit;
    if (isOneNode) {
        FieldEdit inParentheses = replaceSlot(slot, "(" + std::string(written) + ")");
        if (verifier.problemOf(inParentheses.edits, inParentheses.written, true).empty())
            return inParentheses;
    }
    return failed(std::move(problem));
}

} // namespace

std::string checkRule(GrammarRule rule, std::string_view text, std::string_view whatItIs) {
    const ParsedFragment parsed = parseAs(rule, text);
    if (parsed.isValid())
        return {};
    return "This is not " + std::string(whatItIs) + ": " + parsed.tree->diagnostics().front().message() + ".";
}

std::string checkField(FieldId field, std::string_view text) {
    const design::FormRow& row = design::rowOf(field);
    if (row.editor == FieldEditor::Choice)
        return checkChoice(field, text);
    if (row.editor == FieldEditor::Flag || row.editor == FieldEditor::Text)
        return {};
    if (field == FieldId::Argument && text.starts_with("..."))
        return checkRule(GrammarRule::ActionOrExpr, text.substr(3), "a list behind the dots");
    if (field == FieldId::VariableType && text == "var")
        return {};
    const std::string_view prefix = prefixForCheck(field);
    if (!prefix.empty())
        return checkRule(GrammarRule::ActionOrExpr, std::string(prefix) + std::string(text), "possible here");
    std::string problem = checkRule(design::ruleOf(field), text, nameOf(row.editor));
    if (problem.empty() && field == FieldId::Function &&
        !is<VariableReferenceExpr>(parseAs(GrammarRule::Expression, text).node()))
        problem = "This is not the name of a function.";
    return problem;
}

FieldEdit editField(const StepSyntax& step, const std::vector<StepSlot>& slots, std::string_view source,
                    design::Field field, std::string_view text, const std::string& freeName) {
    const auto slot = std::ranges::find(slots, field, &StepSlot::field);
    if (slot == slots.end())
        return failed("This step has no field '" + std::string(design::rowOf(field.id).label) + "'.");
    if (slot->isPresent && design::slotText(step, *slot, source) == text)
        return {};
    const bool isEmpty = isBlank(text);
    if (slot->path == "comment")
        return {{{slot->range, asComment(text, indentationAt(source, slot->range.begin))}}, {}, {}};
    if (slot->path == "finalKeyword") {
        if (isEmpty)
            return {slot->isPresent ? std::vector<TextEdit>{{slot->removal, ""}} : std::vector<TextEdit>{},
                    {},
                    {}};
        return slot->isPresent ? FieldEdit{} : replaceSlot(*slot, "final");
    }
    if (isEmpty && slot->isRequired)
        return failed(std::string(design::rowOf(field.id).label) + " cannot be empty.");
    if (isEmpty)
        return {
            slot->isPresent ? std::vector<TextEdit>{{slot->removal, ""}} : std::vector<TextEdit>{}, {}, {}};
    if (std::string problem = checkField(field.id, text); !problem.empty())
        return failed(std::move(problem));
    if (slot->path == "check")
        return {CheckEditor(step, *slot, freeName).set(text), {}, {}};
    if (slot->path == "source")
        return replaceSlot(*slot, reindented(trimmed(text), "", indentationAt(source, slot->range.begin)));
    return writeVerified(step, source, *slot, text);
}

} // namespace barre::edits
