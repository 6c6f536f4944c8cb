#include "model/syntax/pattern_parts.h"

#include "model/syntax/token_kinds.h"

namespace barre::syntax {

namespace {

template<class Named>
PatternPart named(const Named* part, const Node* pattern) {
    return {part, pattern ? pattern : part, identifierValue(part->name()), false};
}

PatternPart partOf(const Node* node) {
    switch (node->kind()) {
    case NodeKind::RestMatchPattern:
    case NodeKind::RestBindingPattern: return {node, node, {}, true};
    case NodeKind::FieldMatchPattern: {
        const auto* field = FieldMatchPattern::cast(node);
        return named(field, field->matchPattern());
    }
    case NodeKind::FieldBindingPattern: {
        const auto* field = FieldBindingPattern::cast(node);
        return named(field, field->bindingPattern());
    }
    case NodeKind::NamedArgMatchPattern: {
        const auto* arg = NamedArgMatchPattern::cast(node);
        return named(arg, arg->matchPattern());
    }
    case NodeKind::NamedArgBindingPattern: {
        const auto* arg = NamedArgBindingPattern::cast(node);
        return named(arg, arg->bindingPattern());
    }
    default: return {node, node, {}, false};
    }
}

template<class List>
std::vector<PatternPart> partsIn(const List& list) {
    std::vector<PatternPart> parts;
    for (const Node* node : list)
        parts.push_back(partOf(node));
    return parts;
}

} // namespace

std::vector<PatternPart> partsOf(const Node* pattern) {
    switch (pattern->kind()) {
    case NodeKind::ListMatchPattern: return partsIn(ListMatchPattern::cast(pattern)->members());
    case NodeKind::ListBindingPattern: return partsIn(ListBindingPattern::cast(pattern)->members());
    case NodeKind::MappingMatchPattern: return partsIn(MappingMatchPattern::cast(pattern)->fields());
    case NodeKind::MappingBindingPattern: return partsIn(MappingBindingPattern::cast(pattern)->fields());
    case NodeKind::ErrorMatchPattern: return partsIn(ErrorMatchPattern::cast(pattern)->args());
    case NodeKind::ErrorBindingPattern: return partsIn(ErrorBindingPattern::cast(pattern)->args());
    default: return {};
    }
}

const TypeReference* errorTypeReferenceOf(const Node* pattern) {
    if (const auto* match = ErrorMatchPattern::cast(pattern))
        return TypeReference::cast(match->errorTypeReference());
    const auto* binding = ErrorBindingPattern::cast(pattern);
    return binding ? TypeReference::cast(binding->errorTypeReference()) : nullptr;
}

} // namespace barre::syntax
