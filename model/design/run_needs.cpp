#include "model/design/run_needs.h"

#include "model/design/declarations.h"

#include <algorithm>

namespace barre::design {

namespace {

bool isMissing(const VariableDesign& setting) {
    return setting.value == "?" && setting.configuredValue.empty();
}

bool startsSomething(const Declaration& declaration) {
    if (!declaration.ownerId.empty())
        return false;
    switch (itemKindOf(declaration)) {
    case ItemKind::Main:
    case ItemKind::Service:
    case ItemKind::Listener:
    case ItemKind::Client:
    case ItemKind::Variable: return true; // its initialiser runs
    default: return declaration.name == "init";
    }
}

bool isOptional(const Parameter& parameter) {
    return !parameter.defaultText.empty() || parameter.isRest || parameter.type.ends_with('?');
}

} // namespace

bool RunNeeds::needsArguments() const {
    return std::ranges::any_of(arguments, [](const Parameter& parameter) { return !isOptional(parameter); });
}

RunNeeds buildRunNeeds(const model::Snapshot& snapshot) {
    RunNeeds needs;
    for (const Declaration& declaration : programDeclarationsOf(snapshot)) {
        needs.isRunnable |= startsSomething(declaration);
        const ItemKind kind = itemKindOf(declaration);
        if (kind == ItemKind::Main && declaration.module->isDefault)
            needs.arguments = buildFunctionDesign(snapshot, declaration.id).signature.parameters;
        if (kind != ItemKind::Configurable)
            continue;
        if (VariableDesign setting = buildVariableDesign(snapshot, declaration.id); isMissing(setting))
            needs.settings.push_back(std::move(setting));
    }
    return needs;
}

} // namespace barre::design
