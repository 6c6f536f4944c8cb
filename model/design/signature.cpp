#include "model/design/signature.h"

#include "model/design/step_syntax.h"
#include "model/design/tree_text.h"

namespace barre::design {

using namespace syntax;

namespace {

ParameterRole roleOfType(const Node* type) {
    if (mentionsType(type, webSocketModule, "Caller"))
        return ParameterRole::Caller;
    return mentionsType(type, httpModule, "Request") ? ParameterRole::Request : ParameterRole::Other;
}

bool hasHeaderAnnotation(const NodeList<Annotation>& annots) {
    for (const Annotation* annotation : annots)
        if (identifierValue(annotation->annotTagReference()->name()) == "Header")
            return true;
    return false;
}

std::string textOfAnnotations(const NodeList<Annotation>& annots) {
    std::string text;
    for (const Annotation* annotation : annots) {
        if (!text.empty())
            text += ' ';
        text += oneLine(annotation);
    }
    return text;
}

Parameter named(const Node* node, const Node* type, const Token* name, const NodeList<Annotation>& annots) {
    Parameter parameter;
    parameter.name = name ? identifierValue(name) : std::string();
    parameter.type = oneLine(type);
    parameter.annotations = textOfAnnotations(annots);
    parameter.role = hasHeaderAnnotation(annots) ? ParameterRole::Header : roleOfType(type);
    parameter.range = node->range();
    parameter.nameRange = name ? name->range() : SourceRange{};
    return parameter;
}

Parameter pathParameter(const Node* segment, bool isRest) {
    const auto* single = cast<ResourcePathSegmentParam>(segment);
    const auto* rest = cast<ResourcePathRestParam>(segment);
    Parameter parameter = single ? named(segment, single->typeDescriptor(), single->name(), single->annots())
                                 : named(segment, rest->typeDescriptor(), rest->name(), rest->annots());
    parameter.role = isRest ? ParameterRole::PathRest : ParameterRole::Path;
    parameter.isRest = isRest;
    return parameter;
}

Parameter parameterOf(const Param* param) {
    if (const auto* required = cast<RequiredParam>(param))
        return named(param, required->typeDescriptor(), required->name(), required->annots());
    if (const auto* rest = cast<RestParam>(param)) {
        Parameter parameter = named(param, rest->typeDescriptor(), rest->name(), rest->annots());
        parameter.isRest = true;
        return parameter;
    }
    if (const auto* included = cast<IncludedRecordParam>(param)) {
        Parameter parameter = named(param, included->typeReference(), included->name(), included->annots());
        parameter.type = "*" + parameter.type;
        return parameter;
    }
    const auto* defaultable = cast<DefaultableParam>(param);
    Parameter parameter =
        named(param, defaultable->typeDescriptor(), defaultable->name(), defaultable->annots());
    parameter.defaultText = textOf(defaultable->defaultExpression());
    return parameter;
}

bool isResource(const FunctionLike* function) {
    return is<ResourceMethodDefn>(function) || is<ResourceMethodDecl>(function);
}

/// What a callback's parameter carries, and what a resource's comes from.
void refineRoles(const FunctionLike* function, std::vector<Parameter>& parameters) {
    for (Parameter& parameter : parameters)
        if (parameter.role == ParameterRole::Other && isResource(function))
            parameter.role = ParameterRole::Query;
        else if (parameter.role == ParameterRole::Other && findCallback(identifierValue(function->name())))
            parameter.role = ParameterRole::Message;
}

int stepsOfBlock(const Node* block) {
    int count = 0;
    for (const StepSyntax& step : stepsOf(blockOf(block))) {
        if (!step.statement)
            continue;
        ++count;
        for (const BranchSyntax& branch : branchesOf(step.statement))
            count += stepsOfBlock(branch.block);
    }
    return count;
}

std::string callOf(const MethodDesign& method) {
    std::string text = method.name + "(";
    for (const Parameter& parameter : method.parameters)
        text += (text.back() == '(' ? "" : ", ") + (parameter.name.empty() ? parameter.type : parameter.name);
    return text + ")";
}

} // namespace

std::vector<Parameter> parametersOf(const FunctionLike* function) {
    std::vector<Parameter> parameters;
    if (function->resourcePath())
        for (const ResourcePathSegment* segment : function->resourcePath()->segments())
            if (is<ResourcePathSegmentParam>(segment) || is<ResourcePathRestParam>(segment))
                parameters.push_back(pathParameter(segment, is<ResourcePathRestParam>(segment)));
    for (const Param* param : function->functionSignature()->params())
        parameters.push_back(parameterOf(param));
    refineRoles(function, parameters);
    return parameters;
}

std::string returnTypeOf(const FunctionLike* function) {
    const ReturnTypeDescriptor* returns = function->functionSignature()->returnTypeDescriptor();
    return returns ? oneLine(returns->typeDescriptor()) : std::string();
}

SourceRange returnRangeOf(const FunctionLike* function) {
    const FunctionSignature* signature = function->functionSignature();
    if (signature->returnTypeDescriptor())
        return signature->returnTypeDescriptor()->typeDescriptor()->range();
    const uint32_t at = signature->closeParen()->range().end;
    return {at, at};
}

std::string startSignature(const FunctionLike* function) {
    std::string text = "(";
    for (const Parameter& parameter : parametersOf(function)) {
        if (text.size() > 1)
            text += ", ";
        const bool nameOnly = parameter.role == ParameterRole::Caller && !parameter.name.empty();
        text += nameOnly ? parameter.name : parameter.type + (parameter.isRest ? "..." : "");
        if (!nameOnly && !parameter.name.empty())
            text += " " + parameter.name;
    }
    return text + ")";
}

std::string startWords(const Declaration& function) {
    switch (itemKindOf(function)) {
    case ItemKind::UpgradeResource: return "When a client connects";
    case ItemKind::Handler: return std::string(findCallback(function.name)->words);
    case ItemKind::Main: return "When the program starts";
    case ItemKind::Init: return "When the object is made";
    case ItemKind::Resource: return "When the resource is requested";
    default: return "When " + function.name + " is called";
    }
}

std::string iconOf(const Declaration& declaration) {
    const ItemKind kind = itemKindOf(declaration);
    const CallbackRow* callback = kind == ItemKind::Handler ? findCallback(declaration.name) : nullptr;
    return std::string(callback ? callback->icon : rowOf(kind).icon);
}

MethodDesign methodDesign(const model::Snapshot& snapshot, const Declaration& declaration) {
    const auto* function = cast<FunctionLike>(declaration.node);
    MethodDesign method;
    method.id = declaration.id;
    method.kind = itemKindOf(declaration);
    method.callback = method.kind == ItemKind::Handler ? findCallback(declaration.name) : nullptr;
    method.name = is<ResourceMethodDefn>(function) ? resourceLabel(function) : declaration.name;
    method.words = method.callback ? std::string(method.callback->shortWords) : method.name;
    method.icon = iconOf(declaration);
    method.qualifiers = qualifierText(function);
    method.parameters = parametersOf(function);
    method.signature = callOf(method);
    method.returns = returnTypeOf(function);
    method.returnsRange = returnRangeOf(function);
    method.documentation = documentationText(function);
    method.steps = stepsIn(function);
    method.location = declaration.location();
    method.nameRange = nameRange(function);
    method.problems = problemsIn(snapshot, method.location);
    return method;
}

int stepsIn(const FunctionLike* function) {
    const FunctionBody* body = function->functionBody();
    if (is<ExprFunctionBody>(body))
        return 1;
    return body ? stepsOfBlock(body) : 0;
}

} // namespace barre::design
