// Generic library functions and dependently typed functions: what their type parameters stand for in one
// call.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

std::string typeParamName(const FunctionSymbol& function, const syntax::TypeDesc* desc) {
    const auto* reference = syntax::TypeReference::cast(desc);
    if (!reference || reference->prefix())
        return {};
    const std::string name = syntax::identifierValue(reference->name());
    for (const Parameter& param : function.signature.params)
        if (param.name == name)
            return name;
    const auto* type = as<TypeSymbol>(function.module->find(name));
    return type && type->isTypeParam ? name : std::string();
}

SemType Checker::instantiate(const FunctionSymbol& function, const syntax::TypeDesc* desc,
                             const TypeBindings& bindings) {
    return TypeResolver(m_analysis, *function.module, function.file, &bindings, &function.signature)
        .resolve(desc);
}

void Checker::inferBindings(const FunctionSymbol& function, const syntax::TypeDesc* desc, SemType arg,
                            TypeBindings& bindings) {
    if (isPoison(arg) || !desc)
        return;
    if (const std::string name = typeParamName(function, desc); !name.empty()) {
        bindings.emplace(name, arg);
        return;
    }
    const auto infer = [&](const syntax::TypeDesc* part, const SemType& type) {
        inferBindings(function, part, type, bindings);
    };
    switch (desc->kind()) {
    case NodeKind::ParenthesizedTypeDesc:
        return infer(syntax::ParenthesizedTypeDesc::cast(desc)->typeDescriptor(), arg);
    case NodeKind::OptionalTypeDesc:
        return infer(syntax::OptionalTypeDesc::cast(desc)->typeDescriptor(), types::withoutNil(arg));
    case NodeKind::UnionTypeDesc: {
        const auto* both = syntax::UnionTypeDesc::cast(desc);
        for (const syntax::TypeDesc* side : {both->left(), both->right()}) {
            const syntax::TypeDesc* other = side == both->left() ? both->right() : both->left();
            const SemType rest = typeParamName(function, other).empty()
                                     ? types::diff(m_types, arg, instantiate(function, other, bindings))
                                     : arg;
            infer(side, rest);
        }
        return;
    }
    case NodeKind::ArrayTypeDesc:
        return infer(syntax::ArrayTypeDesc::cast(desc)->memberTypeDescriptor(),
                     types::listAllMemberTypes(m_types, types::partOf(m_types, arg, BasicType::List)));
    case NodeKind::MapTypeDesc:
        return infer(syntax::MapTypeDesc::cast(desc)->typeParameter()->typeDescriptor(),
                     memberOfMapping(arg));
    case NodeKind::TableTypeDesc: {
        const auto* table = syntax::TableTypeDesc::cast(desc);
        infer(table->rowTypeParameter()->typeDescriptor(), types::tableRowType(m_types, arg));
        const auto atomic = types::tableAtomicType(m_types, arg);
        if (const auto* key = syntax::KeyTypeConstraint::cast(table->keyConstraint()))
            infer(key->typeParameter()->typeDescriptor(),
                  atomic && atomic->keyType ? *atomic->keyType : m_types.anydataType());
        return;
    }
    case NodeKind::StreamTypeDesc: {
        const auto* params = syntax::StreamTypeDesc::cast(desc)->typeParameters();
        if (!params)
            return;
        infer(params->valueTypeDescriptor(), types::streamValueType(m_types, arg));
        infer(params->completionTypeDescriptor(), types::streamCompletionType(m_types, arg));
        return;
    }
    case NodeKind::XmlTypeDesc:
        if (const auto* param = syntax::XmlTypeDesc::cast(desc)->typeParameter())
            infer(param->typeDescriptor(), types::xmlItemTypes(m_types, arg));
        return;
    case NodeKind::ErrorTypeDesc:
        if (const auto* param = syntax::ErrorTypeDesc::cast(desc)->typeParameter())
            infer(param->typeDescriptor(), types::errorDetailType(m_types, arg));
        return;
    case NodeKind::FutureTypeDesc:
        if (const auto* param = syntax::FutureTypeDesc::cast(desc)->typeParameter())
            infer(param->typeDescriptor(), types::futureValueType(m_types, arg));
        return;
    case NodeKind::TypedescTypeDesc:
        if (const auto* param = syntax::TypedescTypeDesc::cast(desc)->typeParameter())
            infer(param->typeDescriptor(), types::typedescDescribedType(m_types, arg));
        return;
    case NodeKind::FunctionTypeDesc: {
        const auto* signature = syntax::FunctionTypeDesc::cast(desc)->functionSignature();
        const auto found = types::functionSignature(m_types, arg);
        if (!signature || !found)
            return;
        if (signature->returnTypeDescriptor())
            infer(signature->returnTypeDescriptor()->typeDescriptor(), found->returns);
        size_t index = 0;
        for (const syntax::Param* param : signature->params())
            if (index < found->params.size())
                infer(paramDescriptor(param), found->params[index++]);
        return;
    }
    default: return;
    }
}

SemType Checker::memberOfMapping(SemType type) {
    return types::undefToNil(types::diff(
        m_types, types::mappingMemberType(m_types, types::partOf(m_types, type, BasicType::Mapping)),
        types::undefType));
}

/// The return type of the call; a parameter with default `<>` takes what the context expects.
SemType Checker::genericResult(const FunctionSymbol& function, TypeBindings& bindings, Expected expected,
                               CallFacts& call, const syntax::Node* place) {
    const Signature& signature = function.signature;
    const auto* returns = static_cast<const syntax::TypeDesc*>(signature.returnDescriptor);
    const bool isWrong = function.body && !function.isExternal; // which is told where it is declared
    for (size_t i = 0; i < signature.params.size(); ++i) {
        const Parameter& param = signature.params[i];
        if (param.isInferredTypedesc && isWrong)
            return poisonType;
        if (!param.isInferredTypedesc || call.args[i].source != ArgFacts::Source::Default)
            continue;
        const SemType bound = types::typedescDescribedType(m_types, param.type);
        if (!expected)
            return wrong(DiagnosticCode::CannotInferTypedesc, place, {param.name});
        const std::string name = param.name;
        bool allowsError = false;
        if (returns)
            syntax::forEachNode(returns, [&](const syntax::Node* node) {
                allowsError = allowsError || syntax::is<syntax::ErrorTypeDesc>(node);
                const auto* reference = syntax::TypeReference::cast(node);
                if (reference && syntax::identifierValue(reference->name()) != name && !allowsError) {
                    const SemType type = instantiate(function, reference, bindings);
                    allowsError = !isPoison(type) && type.within(BasicType::Error);
                }
            });
        SemType wanted = *expected;
        if (allowsError && !isSubtype(types::errorType, bound))
            wanted = types::withoutError(m_types, wanted);
        // The type may be a part of what is returned, such as its member type.
        TypeBindings fromExpected = bindings;
        inferBindings(function, returns, wanted, fromExpected);
        if (const auto found = fromExpected.find(name); found != fromExpected.end())
            wanted = found->second;
        if (!isSubtype(wanted, bound)) // otherwise the type keeps its name
            wanted = types::intersect(m_types, wanted, bound);
        if (types::isEmpty(m_types, wanted))
            return wrong(DiagnosticCode::CannotInferTypedesc, place, {param.name});
        bindings[name] = wanted;
        call.args[i].source = ArgFacts::Source::Typedesc;
        call.args[i].typedesc = wanted;
    }
    return returns ? instantiate(function, returns, bindings) : types::nilType;
}

} // namespace barre::model
