#include "model/design/tree_text.h"

#include <algorithm>

namespace barre::design {

using namespace syntax;

namespace {

/// The tokens from the first one whose text begins in a range, until its end.
std::string joinTokens(const SyntaxTree& tree, SourceRange range) {
    const auto& tokens = tree.tokens();
    auto at =
        std::ranges::lower_bound(tokens, range.begin, {}, [](const Token* t) { return t->range().begin; });
    std::string line;
    uint32_t end = range.begin;
    for (; at != tokens.end() && (*at)->range().end <= range.end; ++at) {
        const SourceRange token = (*at)->range();
        if (token.isEmpty())
            continue;
        if (!line.empty() && end < token.begin)
            line += ' ';
        line += tree.text(token);
        end = token.end;
    }
    std::ranges::replace_if(
        line, [](char c) { return c == '\n' || c == '\r' || c == '\t'; }, ' ');
    return line;
}

const ModulePart* modulePartOf(const SyntaxTree& tree) {
    return cast<ModulePart>(tree.root());
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && (text.back() == '\r' || text.back() == '\n' || text.back() == ' '))
        text.remove_suffix(1);
    return text;
}

} // namespace

std::string oneLine(const Node* node) {
    return node ? joinTokens(node->tree(), node->range()) : std::string();
}

std::string oneLine(const SyntaxTree& tree, SourceRange range) {
    return joinTokens(tree, range);
}

std::string textOf(const Node* node) {
    return node ? std::string(node->text()) : std::string();
}

std::string nameText(const Node* declaration) {
    if (const auto* variable = cast<ModuleVarDecl>(declaration))
        if (const auto* capture =
                cast<CaptureBindingPattern>(variable->typedBindingPattern()->bindingPattern()))
            return identifierValue(capture->name());
    const Token* name = nameOf(declaration);
    return name ? identifierValue(name) : std::string();
}

SourceRange nameRange(const Node* declaration) {
    if (const auto* variable = cast<ModuleVarDecl>(declaration))
        return variable->typedBindingPattern()->bindingPattern()->range();
    const Token* name = nameOf(declaration);
    return name ? name->range() : SourceRange{};
}

std::string documentationText(const Node* declaration) {
    const Metadata* metadata = metadataOf(declaration);
    if (!metadata || !metadata->documentationString())
        return {};
    std::string text;
    for (const Token* token : metadata->documentationString()->lines()) {
        std::string_view line = trimmed(token->text());
        line.remove_prefix(std::min<size_t>(line.size(), 1));
        if (line.starts_with(' '))
            line.remove_prefix(1);
        if (!text.empty())
            text += '\n';
        text += line;
    }
    return text;
}

SourceRange rangeWithoutDocumentation(const Node* declaration) {
    SourceRange range = declaration->range();
    const Metadata* metadata = metadataOf(declaration);
    if (!metadata || !metadata->documentationString())
        return range;
    for (const Element& child : declaration->children())
        if (child.node != metadata && !child.range().isEmpty()) {
            range.begin = child.range().begin;
            break;
        }
    if (!metadata->annots().empty())
        range.begin = metadata->annots().front()->range().begin;
    return range;
}

std::string qualifierText(const Node* declaration) {
    std::string text;
    for (const Token* token : qualifiersOf(declaration)) {
        if (!text.empty())
            text += ' ';
        text += token->text();
    }
    return text;
}

std::string importedModule(const ImportDecl* import) {
    std::string name;
    if (import->orgName())
        name = identifierValue(import->orgName()->name()) + "/";
    bool first = true;
    for (const IdentifierName* part : import->moduleName()) {
        if (!first)
            name += '.';
        first = false;
        name += identifierValue(part->name());
    }
    return name;
}

std::string importedPrefix(const ImportDecl* import) {
    if (import->importPrefix())
        return identifierValue(import->importPrefix()->prefix());
    return import->moduleName().empty() ? std::string()
                                        : identifierValue(import->moduleName().back()->name());
}

std::string moduleOfPrefix(const SyntaxTree& tree, std::string_view prefix) {
    const ModulePart* part = modulePartOf(tree);
    if (!part || prefix.empty())
        return {};
    for (const ImportDecl* import : part->imports())
        if (importedPrefix(import) == prefix)
            return importedModule(import);
    return {};
}

std::string prefixOfModule(const SyntaxTree& tree, std::string_view module) {
    const ModulePart* part = modulePartOf(tree);
    if (part)
        for (const ImportDecl* import : part->imports())
            if (importedModule(import) == module && importedPrefix(import) != "_")
                return importedPrefix(import);
    return {};
}

bool isTypeNamed(const Node* typeDescriptor, std::string_view module, std::string_view name) {
    const auto* reference = cast<TypeReference>(typeDescriptor);
    return reference && reference->prefix() && identifierValue(reference->name()) == name &&
           moduleOfPrefix(reference->tree(), identifierValue(reference->prefix())) == module;
}

bool mentionsType(const Node* typeDescriptor, std::string_view module, std::string_view name) {
    bool found = false;
    if (typeDescriptor)
        forEachNode(typeDescriptor,
                    [&](const Node* node) { found = found || isTypeNamed(node, module, name); });
    return found;
}

} // namespace barre::design
