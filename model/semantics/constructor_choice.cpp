// Which alternatives of a union a constructor could make.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

/// A rough look at an expression, without checking it.
bool Checker::couldBe(const syntax::Expression* expr, SemType type) {
    switch (expr->kind()) {
    case NodeKind::ListConstructorExpr: {
        if (!type.has(BasicType::List))
            return false;
        for (const SemType& alternative : types::listAlternatives(m_types, type))
            if (listCouldBe(syntax::ListConstructorExpr::cast(expr), alternative))
                return true;
        return false;
    }
    case NodeKind::MappingConstructorExpr: {
        if (!type.has(BasicType::Mapping))
            return false;
        for (const SemType& alternative : types::mappingAlternatives(m_types, type))
            if (mappingCouldBe(syntax::MappingConstructorExpr::cast(expr), alternative))
                return true;
        return false;
    }
    case NodeKind::TableConstructorExpr: return type.has(BasicType::Table);
    case NodeKind::XmlTemplateExpr: return type.has(BasicType::Xml);
    case NodeKind::StringTemplateExpr: return type.has(BasicType::String);
    case NodeKind::NilLiteral: return type.has(BasicType::Nil);
    case NodeKind::ErrorConstructorExpr: return type.has(BasicType::Error);
    case NodeKind::ParenthesizedExpr:
        return couldBe(syntax::ParenthesizedExpr::cast(expr)->expression(), type);
    case NodeKind::BasicLiteral: {
        const syntax::Token* token = syntax::BasicLiteral::cast(expr)->literal();
        switch (token->kind()) {
        case syntax::TokenKind::StringLiteral:
            return types::containsValue(type, types::SingleValue(syntax::stringLiteralValue(token)));
        case syntax::TokenKind::TrueKeyword: return types::containsValue(type, types::SingleValue(true));
        case syntax::TokenKind::FalseKeyword: return types::containsValue(type, types::SingleValue(false));
        case syntax::TokenKind::NullKeyword: return type.has(BasicType::Nil);
        case syntax::TokenKind::IntLiteral:
        case syntax::TokenKind::HexIntLiteral: return intCouldBe(token, type);
        default: return type.has(BasicType::Float) || type.has(BasicType::Decimal);
        }
    }
    case NodeKind::VariableReferenceExpr: {
        const auto* reference = syntax::VariableReferenceExpr::cast(expr);
        const Symbol* symbol =
            reference->prefix() ? nullptr : findLocal(syntax::identifierValue(reference->name()));
        const auto* variable = as<VariableSymbol>(symbol);
        if (!variable || isPoison(variable->type))
            return true;
        return isSubtype(m_flow.typeOf(*variable), type);
    }
    default: return true;
    }
}

bool Checker::listCouldBe(const syntax::ListConstructorExpr* expr, SemType alternative) {
    uint64_t index = 0;
    for (const syntax::Expression* member : expr->members()) {
        if (spreadExpression(member))
            return true;
        const SemType type = types::listMemberTypeAt(m_types, alternative, index++);
        if (type.isNever() || !couldBe(member, type))
            return false;
    }
    const auto list = types::listAtomicType(m_types, alternative);
    return !list || index >= minLengthWithFill(*list);
}

bool Checker::mappingCouldBe(const syntax::MappingConstructorExpr* expr, SemType alternative) {
    const auto mapping = types::mappingAtomicType(m_types, alternative);
    if (!mapping)
        return true;
    const RecordSymbol* record = m_analysis.recordOfType(alternative);
    std::unordered_set<std::string> given;
    bool open = false;
    for (const syntax::MappingField* field : expr->fields()) {
        const auto* specific = syntax::SpecificField::cast(field);
        if (!specific) {
            open = true;
            continue;
        }
        const std::string name = fieldName(specific);
        given.insert(name);
        const types::Slot& slot = mapping->slotOf(name);
        const SemType type = slot.valueType();
        const SemType allowed = slot.isOptional() ? types::unite(m_types, type, types::nilType) : type;
        if (type.isNever() || (specific->valueExpr() && !couldBe(specific->valueExpr(), allowed)))
            return false;
    }
    for (size_t i = 0; i < mapping->names.size() && !open; ++i) {
        const FieldSymbol* field = record ? record->field(mapping->names[i]) : nullptr;
        if (!mapping->slots[i].isOptional() && !given.contains(mapping->names[i]) &&
            !(field && field->initializer))
            return false;
    }
    return true;
}

/// The alternatives that a constructor could make; if none could, all of them, so that messages can say why.
std::vector<SemType> Checker::applicable(std::vector<SemType> alternatives,
                                         const std::function<bool(SemType)>& could) {
    std::vector<SemType> fitting;
    for (const SemType& alternative : alternatives)
        if (could(alternative))
            fitting.push_back(alternative);
    std::vector<SemType>& candidates = fitting.empty() ? alternatives : fitting;
    std::vector<SemType> distinct;
    for (const SemType& candidate : candidates)
        if (std::none_of(distinct.begin(), distinct.end(), [&](const SemType& other) {
                return candidate == other || (isSubtype(candidate, other) && isSubtype(other, candidate));
            }))
            distinct.push_back(candidate);
    return distinct;
}

/// Where the shape of a constructor leaves several alternatives, those that it can be checked as without a
/// message, if there are any. The specification asks for one by its lengths and names; the reference looks at
/// members, too.
std::vector<SemType> Checker::checkable(const syntax::Expression* expr, std::vector<SemType> candidates,
                                        const std::function<SemType(SemType)>& checkAs) {
    constexpr int deepestTrial = 4; // trials within trials multiply
    if (candidates.size() < 2 || m_trialDepth == deepestTrial)
        return candidates;
    ++m_trialDepth;
    std::vector<SemType> result;
    for (const SemType& candidate : candidates)
        if (isCheckable(expr, [&] { return checkAs(candidate); }))
            result.push_back(candidate);
    --m_trialDepth;
    return withoutAnyReadonly(result.empty() ? candidates : result);
}

/// What cannot be changed is made only where nothing else of the union can be: `[1]` is an int[] for
/// readonly|int[].
std::vector<SemType> Checker::withoutAnyReadonly(std::vector<SemType> candidates) {
    std::vector<SemType> others;
    for (const SemType& candidate : candidates)
        if (!isSubtype(candidate, m_types.readonlyType()))
            others.push_back(candidate);
    return others.empty() ? candidates : others;
}

bool Checker::isCheckable(const syntax::Expression* expr, const std::function<SemType()>& check) {
    const size_t reports = m_analysis.reportCount();
    const FlowState before = m_flow;
    const bool fits = !isPoison(check()) && m_analysis.reportCount() == reports;
    m_analysis.forgetReports(reports);
    m_analysis.forgetNodes(expr);
    m_flow = before;
    return fits;
}

} // namespace barre::model
