// Variables, configurables and constants; deleting and documenting any declaration.
#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/function_text.h"
#include "model/edits/imports.h"
#include "model/edits/names.h"
#include "model/edits/parts.h"

namespace barre::edits {

using namespace syntax;
using design::Declaration;

namespace {

std::string textOf(VariableKind kind, const VariableText& variable) {
    std::string text = asDocumentation(variable.documentation);
    text += variable.visibility == "public" ? "public " : "";
    if (kind == VariableKind::Configurable)
        text += "configurable ";
    else if (kind == VariableKind::Constant)
        text += "const ";
    else
        text += std::string(variable.isFinal ? "final " : "") + (variable.isIsolated ? "isolated " : "");
    text += variable.type + " " + variable.name;
    return text + (variable.value.empty() ? "" : " = " + variable.value) + ";";
}

std::string problemOf(VariableKind kind, const VariableText& variable) {
    if (kind == VariableKind::Constant && variable.value.empty())
        return "A constant needs a value.";
    if (kind == VariableKind::Configurable && variable.value.empty())
        return "A configurable needs a default value, or ? when Config.toml must give it.";
    if (kind != VariableKind::Configurable && variable.value == "?")
        return "Only a configurable can leave its value to Config.toml.";
    return edits::problemOf(variable);
}

Section sectionFor(VariableKind kind) {
    return kind == VariableKind::Variable ? Section::Variable : Section::Configurable;
}

VariableKind kindOf(const Node* node) {
    if (is<ModuleConstDecl>(node))
        return VariableKind::Constant;
    return hasQualifier(node, TokenKind::ConfigurableKeyword) ? VariableKind::Configurable
                                                              : VariableKind::Variable;
}

} // namespace

EditResult addVariable(const Snapshot& snapshot, const std::string& file, VariableKind kind,
                       const VariableText& text) {
    const model::SourceFile* source = fileFor(snapshot, file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (std::string problem = problemOf(kind, text); !problem.empty())
        return refused(std::move(problem));
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const std::string name = identifierValue(text.name);
    if (freeNameInModule(all, snapshot.moduleOf(source->path), name) != name)
        return refused("There is already a '" + name + "' here.");
    return insertedDeclaration(snapshot, forSection(*source, sectionFor(kind)), textOf(kind, text));
}

EditResult setVariable(const Snapshot& snapshot, const SymbolId& id, const VariableText& text) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    const auto* variable = declaration ? cast<ModuleVarDecl>(declaration->node) : nullptr;
    const auto* constant = declaration ? cast<ModuleConstDecl>(declaration->node) : nullptr;
    if (!variable && !constant)
        return refused("This variable is not there any more.");
    const VariableKind kind = kindOf(declaration->node);
    if (std::string problem = problemOf(kind, text); !problem.empty())
        return refused(std::move(problem));
    PartsEditor parts(snapshot, *declaration);
    parts.setDocumentation(text.documentation);
    parts.setVisibility(text.visibility == "private" ? "" : text.visibility);
    if (variable) {
        const TypedBindingPattern* pattern = variable->typedBindingPattern();
        if (kind == VariableKind::Variable) {
            parts.setQualifier(TokenKind::FinalKeyword, text.isFinal, pattern);
            parts.setQualifier(TokenKind::IsolatedKeyword, text.isIsolated, pattern);
        }
        parts.replace(pattern->typeDescriptor()->range(), text.type);
        parts.setOptional(pattern->range().end, " = ", variable->initializer(), text.value);
    } else {
        if (constant->typeDescriptor())
            parts.replace(constant->typeDescriptor()->range(), text.type);
        parts.replace(constant->expression()->range(), text.value);
    }
    parts.rename(text.name);
    return parts.done();
}

EditResult deleteDeclaration(const Snapshot& snapshot, const SymbolId& id) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (!declaration)
        return refused("This is not there any more.");
    const SourceRange removal = removalOfDeclaration(declaration->file->text(), declaration->node->range());
    EditBuilder builder(snapshot);
    builder.remove(declaration->file->path, removal);
    removeImportsUsedOnlyIn(builder, *declaration->file, {removal});
    return builder.done();
}

EditResult setDocumentation(const Snapshot& snapshot, const SymbolId& id, std::string_view documentation) {
    const std::optional<Declaration> declaration = design::findDeclaration(snapshot, id);
    if (!declaration)
        return refused("This is not there any more.");
    PartsEditor parts(snapshot, *declaration);
    parts.setDocumentation(documentation);
    return parts.done();
}

} // namespace barre::edits
