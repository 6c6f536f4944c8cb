#include "model/design/meaning.h"

#include "model/design/tree_text.h"
#include "model/semantics/library.h"
#include "model/types/to_string.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;
using model::CallFacts;
using model::ClassSymbol;
using model::SemType;

namespace {

std::string writtenTypeOf(const Node* param) {
    if (const auto* required = cast<RequiredParam>(param))
        return oneLine(required->typeDescriptor());
    const auto* defaultable = cast<DefaultableParam>(param);
    return defaultable ? oneLine(defaultable->typeDescriptor()) : std::string();
}

} // namespace

Meaning::Meaning(const model::Snapshot& snapshot, const model::SourceModule* module) {
    if (!module || !module->semantics || !snapshot.package() || !snapshot.package()->library)
        return;
    m_model = module->semantics.get();
    m_context = std::make_unique<types::TypeContext>(snapshot.package()->library->typeEnv());
}

Meaning::~Meaning() = default;

bool Meaning::findType(const Node* node, SemType& type) const {
    if (!m_model || !node)
        return false;
    if (const auto* variable = model::as<model::VariableSymbol>(m_model->symbolOf(node));
        variable && !is<Expression>(node)) {
        type = variable->type;
        return true;
    }
    if (!is<Expression>(node) || !m_model->hasType(node))
        return false;
    type = m_model->typeOf(node);
    const bool isComputed = is<BasicLiteral>(node) || is<BinaryExpr>(node) || is<UnaryExpr>(node);
    if (isComputed && type.within(types::simpleOrStringType.bits())) // people say string, not the one value
        type = types::wholeType(type.bits());
    return true;
}

std::string Meaning::textOf(SemType type) const {
    return m_context && !type.isNever() ? types::toString(*m_context, type) : std::string();
}

std::string Meaning::typeOf(const Node* node) const {
    SemType type;
    return findType(node, type) ? textOf(type) : std::string();
}

std::string Meaning::expectedTypeOf(const Node* expression) const {
    SemType type;
    return m_model && m_model->expectedTypeOf(expression, type) ? textOf(type) : std::string();
}

bool Meaning::canFail(const Node* expression) const {
    SemType type;
    return !findType(expression, type) || type.has(types::BasicType::Error);
}

const ClassSymbol* Meaning::classOf(const Node* node) const {
    SemType type;
    return findType(node, type) ? m_model->classOfType(type) : nullptr;
}

std::vector<CalledParameter> parametersCalledBy(const Meaning& meaning, const StepSyntax& step) {
    std::vector<CalledParameter> parameters;
    const CallFacts* call = meaning.model() && step.call ? meaning.model()->callOf(step.call) : nullptr;
    if (!call || !call->function)
        return parameters;
    const auto& params = call->function->signature.params;
    for (size_t i = 0; i < params.size() && i < call->args.size(); ++i) {
        const model::ArgFacts& arg = call->args[i];
        if (arg.source == model::ArgFacts::Source::Receiver ||
            arg.source == model::ArgFacts::Source::Typedesc)
            continue;
        CalledParameter parameter;
        parameter.name = params[i].name;
        parameter.type = writtenTypeOf(params[i].decl);
        if (parameter.type.empty())
            parameter.type = meaning.textOf(params[i].type);
        parameter.defaultText = design::textOf(params[i].defaultValue);
        parameter.isRequired = params[i].kind == model::ParamKind::Required;
        parameter.isRest = params[i].kind == model::ParamKind::Rest;
        parameter.argument = arg.source == model::ArgFacts::Source::Expr ? arg.expr : nullptr;
        const bool isSpread =
            arg.source == model::ArgFacts::Source::Rest || arg.source == model::ArgFacts::Source::Fields;
        if (parameter.argument || !isSpread)
            parameters.push_back(std::move(parameter));
    }
    return parameters;
}

std::vector<StepSlot> slotsOf(const StepSyntax& step, const Meaning& meaning) {
    std::vector<std::string> missing;
    std::vector<CalledParameter> parameters = parametersCalledBy(meaning, step);
    for (const CalledParameter& parameter : parameters)
        if (!parameter.argument && !parameter.isRest && !parameter.name.empty())
            missing.push_back(parameter.name);
    std::vector<StepSlot> slots = slotsOf(step, missing);
    for (StepSlot& slot : slots)
        for (const CalledParameter& parameter : parameters)
            if (slot.field.id == FieldId::Argument && slot.node && slot.node == parameter.argument) {
                slot.label = parameter.name;
                slot.isRequired = parameter.isRequired;
            }
    std::erase_if(slots, [&](const StepSlot& slot) {
        return slot.path == "check" && !slot.isPresent && !meaning.canFail(step.call);
    });
    return slots;
}

bool isClientClass(const ClassSymbol* object) {
    return object && object->isClient;
}

bool isCallerClass(const ClassSymbol* object) {
    return object && object->id.path == "ballerina/websocket:Caller";
}

} // namespace barre::design
