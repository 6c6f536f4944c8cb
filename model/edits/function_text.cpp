#include "model/edits/function_text.h"

#include "model/edits/field_edits.h"
#include "model/edits/members.h"
#include "model/edits/names.h"

namespace barre::edits {

using syntax::GrammarRule;

std::string textOf(const ParameterText& parameter) {
    std::string text = parameter.annotations;
    if (!text.empty())
        text += ' ';
    text += parameter.type + (parameter.isRest ? "... " : " ") + parameter.name;
    if (!parameter.defaultText.empty())
        text += " = " + parameter.defaultText;
    return text;
}

std::string textOf(const std::vector<ParameterText>& parameters) {
    std::string text;
    for (const ParameterText& parameter : parameters)
        text += (text.empty() ? "" : ", ") + textOf(parameter);
    return text;
}

std::string problemOf(const ParameterText& parameter) {
    if (std::string problem = problemOfName(parameter.name); !problem.empty())
        return problem;
    return checkRule(GrammarRule::Param, textOf(parameter), "a parameter");
}

std::string problemOf(const FunctionText& function) {
    if (std::string problem = problemOfName(function.name); !problem.empty())
        return problem;
    for (const ParameterText& parameter : function.parameters)
        if (std::string problem = problemOf(parameter); !problem.empty())
            return parameter.name + ": " + problem;
    if (!function.returns.empty())
        if (std::string problem = checkRule(GrammarRule::TypeDescriptor, function.returns, "a type");
            !problem.empty())
            return problem;
    return checkRule(GrammarRule::FunctionSignature, "(" + textOf(function.parameters) + ")",
                     "a parameter list");
}

std::string problemOf(const VariableText& variable) {
    if (std::string problem = problemOfName(variable.name); !problem.empty())
        return problem;
    if (std::string problem = checkRule(GrammarRule::TypeDescriptor, variable.type, "a type");
        !problem.empty())
        return problem;
    if (!variable.value.empty() && variable.value != "?")
        return checkRule(GrammarRule::Expression, variable.value, "an expression");
    return {};
}

std::string textOf(const FunctionText& function) {
    std::string text = asDocumentation(function.documentation);
    text += function.isPublic ? "public " : "";
    text += function.isIsolated ? "isolated " : "";
    text += function.isRemote ? "remote " : "";
    text += "function " + function.name + "(" + textOf(function.parameters) + ")";
    if (!function.returns.empty())
        text += " returns " + function.returns;
    return text + " {\n}";
}

} // namespace barre::edits
