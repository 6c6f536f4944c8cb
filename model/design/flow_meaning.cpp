#include "model/design/flow_meaning.h"

#include "model/design/local_names.h"
#include "model/design/tree_text.h"

namespace barre::design {

using namespace syntax;

namespace {

/// What the grammar of a field asks for, whatever the program means.
std::string_view typeAskedBy(FieldId field) {
    switch (field) {
    case FieldId::Condition:
    case FieldId::Guard: return "boolean";
    case FieldId::Error:
    case FieldId::RollbackError: return "error";
    default: return {};
    }
}

std::string writtenTypeOf(const Node* expression) {
    const auto* reference = cast<VariableReferenceExpr>(expression);
    if (!reference || reference->prefix())
        return {};
    const std::string name = identifierValue(reference->name());
    for (const LocalName& local : localNamesAt(reference->tree(), reference->range().begin))
        if (local.name == name)
            return local.type == "var" ? std::string() : local.type;
    return {};
}

} // namespace

FlowMeaning::FlowMeaning(const model::Snapshot& snapshot, const Declaration& function)
    : m_model(function.module->semantics.get()), m_package(snapshot.package().get()) {}

std::string FlowMeaning::typeOf(const Node* expression) const {
    return writtenTypeOf(expression);
}

void FlowMeaning::describe(FlowField& field, const StepSyntax& step, const StepSlot& slot) const {
    field.expectedType = typeAskedBy(field.field.id);
    if (field.field.id == FieldId::Value)
        if (const auto* variable = cast<LocalVarDeclStmt>(step.statement))
            if (!is<VarTypeDesc>(variable->typedBindingPattern()->typeDescriptor()))
                field.expectedType = oneLine(variable->typedBindingPattern()->typeDescriptor());
    if (slot.node && field.editor == FieldEditor::Expression)
        describe(field, slot.node);
}

void FlowMeaning::describe(FlowField& field, const Node* expression) const {
    field.actualType = typeOf(expression);
}

} // namespace barre::design
