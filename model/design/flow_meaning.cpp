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

/// The type in front of a variable is what its value has to be.
std::string declaredType(FieldId field, const StepSyntax& step) {
    const auto* variable = cast<LocalVarDeclStmt>(step.statement);
    if (field != FieldId::Value || !variable ||
        is<VarTypeDesc>(variable->typedBindingPattern()->typeDescriptor()))
        return {};
    return oneLine(variable->typedBindingPattern()->typeDescriptor());
}

} // namespace

std::string knownTypeOf(const Node* expression, const Meaning& meaning) {
    const std::string type = meaning.typeOf(expression);
    return type.empty() ? writtenTypeOf(expression) : type;
}

void describe(FlowField& field, const StepSyntax& step, const StepSlot& slot, const Meaning& meaning) {
    field.expectedType = typeAskedBy(field.field.id);
    if (const std::string declared = declaredType(field.field.id, step); !declared.empty())
        field.expectedType = declared;
    for (const CalledParameter& parameter : parametersCalledBy(meaning, step))
        if ((slot.node && slot.node == parameter.argument) ||
            (!slot.isPresent && slot.label == parameter.name))
            field.expectedType = parameter.type;
    if (!slot.node || field.editor != FieldEditor::Expression)
        return;
    field.actualType = knownTypeOf(slot.node, meaning);
    if (field.expectedType.empty() && !is<PositionalArg>(slot.node->parent()))
        field.expectedType = meaning.expectedTypeOf(slot.node);
}

} // namespace barre::design
