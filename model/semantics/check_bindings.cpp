// Binding patterns: declarations and destructuring.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

#include <map>

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

/// The variable that an earlier pattern of the same match clause has bound by that name, or null.
VariableSymbol* Checker::sharedBinding(const syntax::Token* name, const syntax::Node* decl, SemType type) {
    if (!m_clauseBindings)
        return nullptr;
    const std::string text = syntax::identifierValue(name);
    const bool isFirstHere = m_clauseBindings->bound.insert(text).second;
    const auto found = m_clauseBindings->known.find(text);
    if (!isFirstHere || found == m_clauseBindings->known.end())
        return nullptr;
    found->second->type = unite(found->second->type, type);
    tables().symbolOf[decl] = found->second;
    return found->second;
}

VariableSymbol& Checker::declareLocal(const syntax::Token* name, const syntax::Node* decl, SemType type,
                                      bool isFinal) {
    if (VariableSymbol* shared = sharedBinding(name, decl, type))
        return *shared;
    VariableSymbol& variable = tables().make<VariableSymbol>();
    variable.decl = decl;
    variable.file = m_file;
    variable.name = syntax::identifierValue(name);
    variable.nameRange = name->range();
    variable.role = VariableRole::Local;
    variable.type = type;
    variable.isFinal = isFinal;
    variable.owner = m_function ? m_function->function : nullptr;
    tables().symbolOf[decl] = &variable;
    if (name->isMissing() || name->kind() == syntax::TokenKind::Underscore)
        return variable;
    if (findLocal(variable.name))
        report(DiagnosticCode::Redeclared, name, {variable.name});
    m_scope->declare(&variable);
    if (m_clauseBindings)
        m_clauseBindings->known.emplace(variable.name, &variable);
    return variable;
}

/// The list without its first members, for `...rest`.
SemType Checker::restOfList(const SemType& list, uint64_t from) {
    const auto atomic = types::listAtomicType(m_types, list);
    if (!atomic)
        return types::arrayOf(m_types, types::listAllMemberTypes(m_types, list));
    types::ListAtomicType rest;
    for (uint64_t i = from; i < atomic->fixedLength && i < from + 10000; ++i)
        rest.initial.push_back({atomic->memberAt(i).type});
    rest.fixedLength = rest.initial.size();
    rest.rest = {atomic->rest.type};
    return types::listOf(m_types, std::move(rest));
}

/// The mapping without some of its fields, which it can never have then.
SemType Checker::restOfMapping(const SemType& mapping, const std::vector<std::string>& taken) {
    const types::MappingAtomicType whole = types::mappingHull(m_types, mapping);
    std::map<std::string, SemType> slots;
    for (size_t i = 0; i < whole.names.size(); ++i)
        slots[whole.names[i]] = whole.slots[i].type;
    types::MappingAtomicType rest;
    rest.rest = whole.rest;
    for (const std::string& name : taken)
        slots.erase(name);
    if (!rest.isClosed())
        for (const std::string& name : taken)
            slots[name] = types::undefType;
    for (const auto& [name, type] : slots) {
        rest.names.push_back(name);
        rest.slots.push_back({type});
    }
    return types::mappingOf(m_types, std::move(rest));
}

/// Calls `onName(token, node, type)` for every variable of the pattern, and reports where the type does not
/// guarantee the match.
template<class OnName>
void Checker::walkPattern(const syntax::BindingPattern* pattern, SemType type, OnName onName) {
    switch (pattern->kind()) {
    case NodeKind::CaptureBindingPattern:
        onName(syntax::CaptureBindingPattern::cast(pattern)->name(), pattern, type);
        return;
    case NodeKind::WildcardBindingPattern:
        if (!isSubtype(type, types::anyType))
            report(DiagnosticCode::ErrorIgnored, pattern, {text(type)});
        return;
    case NodeKind::RestBindingPattern:
        onName(syntax::RestBindingPattern::cast(pattern)->name(), pattern, type);
        return;
    case NodeKind::ListBindingPattern: {
        const auto members = syntax::ListBindingPattern::cast(pattern)->members();
        const bool hasRest = !members.empty() && syntax::is<syntax::RestBindingPattern>(members.back());
        const uint64_t count = members.size() - (hasRest ? 1 : 0);
        bool fits = !isPoison(type) && type.within(BasicType::List);
        if (fits) {
            const types::LengthBounds bounds = types::listLengthBounds(m_types, type);
            fits = bounds.min >= count && (hasRest || (bounds.max && *bounds.max == count));
        }
        if (!fits && !isPoison(type))
            report(DiagnosticCode::PatternMayNotMatch, pattern, {text(type)});
        for (uint64_t i = 0; i < members.size(); ++i) {
            const bool isRest = hasRest && i == count;
            const SemType member = !fits    ? poisonType
                                   : isRest ? restOfList(type, count)
                                            : types::listMemberTypeAt(m_types, type, i);
            walkPattern(members[i], member, onName);
        }
        return;
    }
    case NodeKind::MappingBindingPattern: {
        const bool fits = !isPoison(type) && type.within(BasicType::Mapping);
        if (!fits && !isPoison(type))
            report(DiagnosticCode::PatternMayNotMatch, pattern, {text(type)});
        std::vector<std::string> taken;
        for (const syntax::BindingPattern* member : syntax::MappingBindingPattern::cast(pattern)->fields()) {
            const auto* field = syntax::FieldBindingPattern::cast(member);
            if (!field) {
                walkPattern(member, fits ? restOfMapping(type, taken) : poisonType, onName);
                continue;
            }
            taken.push_back(syntax::identifierValue(field->name()));
            SemType fieldType = fits ? types::mappingMemberTypeAt(m_types, type, taken.back()) : poisonType;
            if (fits && (fieldType.isNever() || !types::isRequiredField(m_types, type, taken.back()))) {
                const bool isOptional = !fieldType.isNever() && declaresField(type, taken.back());
                if (!isOptional)
                    report(DiagnosticCode::UnknownField, field->name(), {taken.back(), text(type)});
                fieldType = isOptional ? types::undefToNil(fieldType) : poisonType;
            }
            if (field->bindingPattern())
                walkPattern(field->bindingPattern(), fieldType, onName);
            else
                onName(field->name(), field, fieldType);
        }
        return;
    }
    case NodeKind::ErrorBindingPattern: {
        const auto* error = syntax::ErrorBindingPattern::cast(pattern);
        SemType expected = types::errorType;
        if (error->errorTypeReference())
            expected = resolveType(error->errorTypeReference());
        const bool fits = !isPoison(type) && isSubtype(type, expected);
        if (!fits && !isPoison(type))
            report(DiagnosticCode::PatternMayNotMatch, pattern, {text(type)});
        const SemType detail = fits ? types::errorDetailType(m_types, type) : poisonType;
        const SemType positional[] = {types::stringType,
                                      types::unite(m_types, types::errorType, types::nilType)};
        size_t index = 0;
        std::vector<std::string> taken;
        for (const syntax::BindingPattern* arg : error->args()) {
            if (const auto* named = syntax::NamedArgBindingPattern::cast(arg)) {
                taken.push_back(syntax::identifierValue(named->name()));
                SemType field = fits ? types::mappingMemberTypeAt(m_types, detail, taken.back()) : poisonType;
                if (fits)
                    field = types::undefToNil(field);
                walkPattern(named->bindingPattern(), field, onName);
            } else if (syntax::is<syntax::RestBindingPattern>(arg)) {
                walkPattern(arg, fits ? restOfMapping(detail, taken) : poisonType, onName);
            } else if (index < 2) {
                walkPattern(arg, positional[index++], onName);
            }
        }
        return;
    }
    default: return;
    }
}

void Checker::declarePattern(const syntax::BindingPattern* pattern, SemType type, bool isFinal) {
    if (!isPoison(type))
        tables().types[pattern] = type;
    walkPattern(pattern, type, [&](const syntax::Token* name, const syntax::Node* node, SemType nameType) {
        declareLocal(name, node, nameType, isFinal);
    });
}

void Checker::assignPattern(const syntax::BindingPattern* pattern, SemType type) {
    if (!isPoison(type))
        tables().types[pattern] = type;
    std::unordered_set<const Symbol*> known;
    walkPattern(pattern, type, [&](const syntax::Token* name, const syntax::Node* node, SemType nameType) {
        const Symbol* symbol = lookUp(nullptr, name);
        if (!symbol)
            return;
        if (!known.insert(symbol).second)
            report(DiagnosticCode::BoundTwice, node, {symbol->name});
        m_analysis.noteReference(node, symbol);
        m_analysis.resolve(symbol);
        const SemType place = assignable(symbol, node);
        if (!isPoison(place))
            require(node, nameType, place);
    });
}

SemType Checker::patternType(const syntax::TypedBindingPattern* typed, SemType found,
                             const syntax::Node* place) {
    if (syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor()))
        return found;
    const SemType declared = resolveType(typed->typeDescriptor());
    require(place, found, declared);
    return declared;
}

void Checker::forbidNever(const syntax::TypeDesc* desc, SemType type) {
    if (!isPoison(type) && types::isEmpty(m_types, type))
        report(DiagnosticCode::NeverVariable, desc);
}

void Checker::checkTypedPattern(const syntax::TypedBindingPattern* typed, const syntax::Expression* value,
                                bool isFinal) {
    const bool isVar = syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor());
    SemType type;
    if (isVar) {
        type = check(value);
        if (!isFinal)
            type = broadType(value, type);
    } else {
        TypeResolver resolver(m_analysis, m_analysis.module(), m_file);
        resolver.inferLength([&] { return inferredLength(value); });
        type = resolver.resolve(typed->typeDescriptor());
        checkDefaultsIn(typed->typeDescriptor());
        forbidNever(typed->typeDescriptor(), type);
        const SemType found = checkAs(value, type);
        const bool captures = syntax::is<syntax::CaptureBindingPattern>(typed->bindingPattern());
        if (!captures && !isPoison(found) &&
            !syntax::is<syntax::WildcardBindingPattern>(typed->bindingPattern()))
            type = isPoison(type) ? found : type;
    }
    declarePattern(typed->bindingPattern(), type, isFinal);
}

/// A configurable variable is readonly without saying so.
SemType Checker::declaredType(const syntax::ModuleVarDecl* decl, SemType type) {
    const bool isConfigurable = syntax::hasQualifier(decl, syntax::TokenKind::ConfigurableKeyword);
    if (!isConfigurable || isPoison(type) || !isSubtype(type, m_types.anydataType()))
        return type;
    const SemType result = types::intersect(m_types, type, m_types.readonlyType());
    m_analysis.noteIntersection(decl, type, m_types.readonlyType(), result);
    return result;
}

void Checker::resolvePattern(const syntax::ModuleVarDecl* decl) {
    const auto* typed = decl->typedBindingPattern();
    SemType type = poisonType, written = poisonType;
    if (!syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor())) {
        written = resolveType(typed->typeDescriptor());
        type = declaredType(decl, written);
    } else if (decl->initializer()) {
        type = checkOutermost(decl->initializer(), nullptr);
        if (!syntax::hasQualifier(decl, syntax::TokenKind::FinalKeyword))
            type = broadType(decl->initializer(), type);
    }
    if (!isPoison(type))
        tables().types[typed->bindingPattern()] = type;
    walkPattern(typed->bindingPattern(), type,
                [&](const syntax::Token*, const syntax::Node* node, SemType nameType) {
                    auto* variable = as<VariableSymbol>(const_cast<Symbol*>(tables().symbolOf[node]));
                    if (!variable)
                        return;
                    variable->type = nameType;
                    variable->writtenType = variable->isConfigurable ? written : nameType;
                });
}

} // namespace barre::model
