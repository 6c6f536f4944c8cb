// Functions, methods and their signatures.
#include "model/design/signature.h"
#include "model/design/tree_text.h"
#include "model/edits/declarations.h"
#include "model/edits/field_edits.h"
#include "model/edits/function_text.h"
#include "model/edits/names.h"
#include "model/edits/parts.h"
#include "model/edits/services.h"

namespace barre::edits {

using namespace syntax;
using design::Declaration;
using design::Parameter;

namespace {

/// The parameters between the parentheses.
std::vector<Parameter> ownParameters(const FunctionLike* function) {
    std::vector<Parameter> parameters;
    for (Parameter& parameter : design::parametersOf(function))
        if (parameter.role != design::ParameterRole::Path &&
            parameter.role != design::ParameterRole::PathRest)
            parameters.push_back(std::move(parameter));
    return parameters;
}

std::string textOf(const Parameter& parameter) {
    return edits::textOf(ParameterText{parameter.type, parameter.name, parameter.defaultText,
                                       parameter.annotations, parameter.isRest});
}

/// When only names differ, they change in the body, too.
void setParameters(PartsEditor& parts, const Snapshot& snapshot, const Declaration& declaration,
                   const std::vector<ParameterText>& wanted) {
    const auto* function = cast<FunctionLike>(declaration.node);
    const std::vector<Parameter> old = ownParameters(function);
    const FunctionSignature* signature = function->functionSignature();
    if (old.size() != wanted.size()) {
        const SourceRange range{signature->openParen()->range().end, signature->closeParen()->range().begin};
        return parts.replace(range, edits::textOf(wanted));
    }
    for (size_t i = 0; i < old.size(); ++i) {
        ParameterText withOldName = wanted[i];
        withOldName.name = old[i].name;
        if (wanted[i].name != old[i].name && edits::textOf(withOldName) == textOf(old[i]))
            parts.add(renameAt(snapshot, {declaration.file->path, old[i].nameRange}, wanted[i].name));
        else if (edits::textOf(wanted[i]) != textOf(old[i]))
            parts.replace(old[i].range, edits::textOf(wanted[i]));
    }
}

void setReturns(PartsEditor& parts, const FunctionLike* function, std::string_view type) {
    const ReturnTypeDescriptor* returns = function->functionSignature()->returnTypeDescriptor();
    const uint32_t behind = function->functionSignature()->closeParen()->range().end;
    if (returns && !type.empty())
        parts.replace(returns->typeDescriptor()->range(), type);
    else
        parts.setOptional(behind, " returns ", returns, type);
}

std::optional<Declaration> functionNamed(const Snapshot& snapshot, const SymbolId& id) {
    std::optional<Declaration> function = design::findDeclaration(snapshot, id);
    if (function && !is<FunctionLike>(function->node))
        function.reset();
    return function;
}

} // namespace

EditResult addFunction(const Snapshot& snapshot, const std::string& file, const FunctionText& function) {
    const model::SourceFile* source = fileFor(snapshot, file);
    if (!source)
        return refused("There is no file " + file + ".");
    if (std::string problem = problemOf(function); !problem.empty())
        return refused(std::move(problem));
    const std::vector<Declaration> all = design::declarationsOf(snapshot);
    const std::string name = identifierValue(function.name);
    if (freeNameInModule(all, snapshot.moduleOf(source->path), name) != name)
        return refused("There is already a '" + name + "' here.");
    return insertedDeclaration(snapshot, forSection(*source, Section::Function), edits::textOf(function));
}

EditResult setFunction(const Snapshot& snapshot, const SymbolId& id, const FunctionText& text) {
    const std::optional<Declaration> declaration = functionNamed(snapshot, id);
    if (!declaration)
        return refused("This function is not there any more.");
    const auto* function = cast<FunctionLike>(declaration->node);
    const bool isResource = is<ResourceMethodDefn>(function);
    FunctionText checked = text;
    if (isResource)
        checked.name = "get";
    if (std::string problem = problemOf(checked); !problem.empty())
        return refused(std::move(problem));
    PartsEditor parts(snapshot, *declaration);
    parts.setDocumentation(text.documentation);
    parts.setQualifier(TokenKind::PublicKeyword, text.isPublic, nullptr);
    parts.setQualifier(TokenKind::IsolatedKeyword, text.isIsolated, nullptr);
    setParameters(parts, snapshot, *declaration, text.parameters);
    setReturns(parts, function, text.returns);
    if (!isResource)
        parts.rename(text.name);
    return parts.done();
}

EditResult setParameters(const Snapshot& snapshot, const SymbolId& id,
                         const std::vector<ParameterText>& parameters) {
    const std::optional<Declaration> declaration = functionNamed(snapshot, id);
    if (!declaration)
        return refused("This function is not there any more.");
    for (const ParameterText& parameter : parameters)
        if (std::string problem = problemOf(parameter); !problem.empty())
            return refused(parameter.name + ": " + problem);
    PartsEditor parts(snapshot, *declaration);
    setParameters(parts, snapshot, *declaration, parameters);
    return parts.done();
}

EditResult setReturnType(const Snapshot& snapshot, const SymbolId& id, std::string_view type) {
    const std::optional<Declaration> declaration = functionNamed(snapshot, id);
    if (!declaration)
        return refused("This function is not there any more.");
    if (!type.empty())
        if (std::string problem = checkRule(GrammarRule::TypeDescriptor, type, "a type"); !problem.empty())
            return refused(std::move(problem));
    PartsEditor parts(snapshot, *declaration);
    setReturns(parts, cast<FunctionLike>(declaration->node), type);
    return parts.done();
}

} // namespace barre::edits
