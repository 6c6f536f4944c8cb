// Function signatures.
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::TokenKind;

namespace {

const syntax::Token* paramName(const syntax::Param* param) {
    if (const auto* required = syntax::RequiredParam::cast(param))
        return required->name();
    if (const auto* defaultable = syntax::DefaultableParam::cast(param))
        return defaultable->name();
    if (const auto* included = syntax::IncludedRecordParam::cast(param))
        return included->name();
    const auto* rest = syntax::RestParam::cast(param);
    return rest ? rest->name() : nullptr;
}

ParamKind paramKind(const syntax::Param* param) {
    switch (param->kind()) {
    case syntax::NodeKind::DefaultableParam: return ParamKind::Defaultable;
    case syntax::NodeKind::IncludedRecordParam: return ParamKind::IncludedRecord;
    case syntax::NodeKind::RestParam: return ParamKind::Rest;
    default: return ParamKind::Required;
    }
}

} // namespace

namespace {

/// Whether a type in the signature names a type parameter, or a parameter of the function itself.
bool mentionsTypeParam(const ModuleSymbol& module, const Signature& signature, const syntax::Node* syntax) {
    bool found = false;
    syntax::forEachNode(syntax, [&](const syntax::Node* node) {
        const auto* reference = syntax::TypeReference::cast(node);
        if (!reference || reference->prefix() || found)
            return;
        const std::string name = syntax::identifierValue(reference->name());
        const auto* type = as<TypeSymbol>(module.find(name));
        found = type && type->isTypeParam;
        for (const Parameter& param : signature.params)
            found = found || (!name.empty() && param.name == name);
    });
    return found;
}

} // namespace

void ModuleAnalysis::fillSignature(FunctionSymbol& function, const syntax::FunctionSignature* syntax,
                                   uint32_t file) {
    Signature& signature = function.signature;
    TypeResolver resolver(*this, module(), file);
    for (const syntax::Param* decl : syntax->params()) {
        Parameter param;
        param.kind = paramKind(decl);
        param.decl = decl;
        param.type = resolver.resolve(paramDescriptor(decl));
        if (param.kind == ParamKind::Rest && !isPoison(param.type))
            param.type = types::arrayOf(m_types, param.type);
        if (const auto* defaultable = syntax::DefaultableParam::cast(decl)) {
            param.defaultValue = defaultable->defaultExpression();
            param.isInferredTypedesc = syntax::is<syntax::InferredTypedescDefault>(param.defaultValue);
        }
        if (const syntax::Token* name = paramName(decl)) {
            VariableSymbol& variable = m_tables->make<VariableSymbol>();
            initSymbol(variable, decl, name);
            variable.role = VariableRole::Parameter;
            variable.type = param.type;
            variable.isFinal = true;
            variable.owner = &function;
            m_tables->symbolOf[decl] = &variable;
            param.name = variable.name;
            param.symbol = &variable;
        }
        signature.params.push_back(std::move(param));
    }
    if (const auto* returns = syntax->returnTypeDescriptor()) {
        signature.returnDescriptor = returns->typeDescriptor();
        signature.returnType =
            TypeResolver(*this, module(), file, nullptr, &signature).resolve(returns->typeDescriptor());
    } else {
        signature.returnType = types::nilType;
    }
    signature.isGeneric = mentionsTypeParam(module(), signature, syntax);
}

SemType ModuleAnalysis::functionTypeOf(const Signature& signature) {
    types::FunctionSignature type;
    for (const Parameter& param : signature.params) {
        const SemType paramType = sane(param.type);
        if (param.kind == ParamKind::Rest)
            type.rest = isDeferring() || isPoison(param.type) ? sane(restMember(param))
                                                              : types::listAllMemberTypes(m_types, paramType);
        else
            type.params.push_back(paramType);
    }
    type.returns = sane(signature.returnType);
    type.isIsolated = signature.isIsolated;
    type.isTransactional = signature.isTransactional;
    return types::functionOf(m_types, type);
}

SemType ModuleAnalysis::restMember(const Parameter& param) {
    const auto* rest = syntax::RestParam::cast(param.decl);
    const auto found =
        rest ? m_tables->descriptors.find(rest->typeDescriptor()) : m_tables->descriptors.end();
    return found == m_tables->descriptors.end() ? types::valueType : found->second;
}

void ModuleAnalysis::resolveFunction(FunctionSymbol& function) {
    const auto* decl = syntax::FunctionLike::cast(function.decl);
    fillSignature(function, decl->functionSignature(), function.file);
    if (decl->functionBody())
        for (const Parameter& param : function.signature.params)
            if (!param.symbol)
                report(DiagnosticCode::ParamNeedsName, param.decl);
    Signature& signature = function.signature;
    signature.isIsolated = syntax::hasQualifier(decl, TokenKind::IsolatedKeyword);
    signature.isTransactional = syntax::hasQualifier(decl, TokenKind::TransactionalKeyword);
    function.isInferredIsolated = signature.isIsolated;
    function.body = decl->functionBody();
    function.isExternal = syntax::is<syntax::ExternalFunctionBody>(decl->functionBody());
    function.type = functionTypeOf(signature);
}

} // namespace barre::model
