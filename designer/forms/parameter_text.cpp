#include "designer/forms/parameter_text.h"

#include "model/syntax/parser.h"

namespace barre::designer {

namespace {

using namespace syntax;

struct Parts {
    NodeList<Annotation> annots{nullptr};
    const Node* type = nullptr;
    const Token* name = nullptr;
    const Node* defaultExpr = nullptr;
    bool rest = false;
    bool included = false;
};

Parts partsOf(const Node* node) {
    if (const auto* param = RequiredParam::cast(node))
        return {param->annots(), param->typeDescriptor(), param->name(), nullptr, false, false};
    if (const auto* param = DefaultableParam::cast(node))
        return {param->annots(), param->typeDescriptor(),
                param->name(),   param->defaultExpression(),
                false,           false};
    if (const auto* param = RestParam::cast(node))
        return {param->annots(), param->typeDescriptor(), param->name(), nullptr, true, false};
    if (const auto* param = IncludedRecordParam::cast(node))
        return {param->annots(), param->typeReference(), param->name(), nullptr, false, true};
    return {};
}

} // namespace

std::string parameterLine(const edits::ParameterText& parameter) {
    std::string line = parameter.annotations.empty() ? "" : parameter.annotations + " ";
    line += parameter.type + (parameter.isRest ? "... " : " ") + parameter.name;
    if (!parameter.defaultText.empty())
        line += " = " + parameter.defaultText;
    return line;
}

std::optional<edits::ParameterText> readParameter(std::string_view line) {
    const ParsedFragment fragment = parseAs(GrammarRule::Param, line);
    const Parts parts = fragment.isValid() ? partsOf(fragment.node()) : Parts{};
    if (!parts.type || !parts.name)
        return std::nullopt;
    const auto textOf = [&](const Node* node) {
        return std::string(line.substr(node->range().begin, node->range().end - node->range().begin));
    };
    edits::ParameterText parameter;
    parameter.type = parts.included ? "*" : "";
    parameter.type += textOf(parts.type);
    parameter.name = std::string(parts.name->text());
    parameter.isRest = parts.rest;
    if (parts.defaultExpr)
        parameter.defaultText = textOf(parts.defaultExpr);
    for (const Annotation* annotation : parts.annots) {
        if (!parameter.annotations.empty())
            parameter.annotations += ' ';
        parameter.annotations += textOf(annotation);
    }
    return parameter;
}

} // namespace barre::designer
