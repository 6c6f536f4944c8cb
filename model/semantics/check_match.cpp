// match: patterns, the narrowing they give, and whether a clause can be reached.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

void Checker::checkMatch(const syntax::MatchStmt* statement) {
    withOnFail(statement, statement->onFailClause(), [&] {
        const SemType target = check(statement->matchTarget());
        SemType left = isPoison(target) ? types::valueType : target; // what no clause so far has taken
        SemType certain = left; // the same, where a mutable value goes as a whole or stays as a whole
        SemType covered = types::neverType;
        const VariableSymbol* variable = narrowable(statement->matchTarget());
        FlowState after = FlowState::unreachable(m_flow);
        std::vector<ConstantValue> known;
        const FlowState before = m_flow;
        for (const syntax::MatchClause* clause : statement->clauses()) {
            m_flow = before;
            if (!isPoison(target) && isSubtype(target, covered))
                report(DiagnosticCode::ClauseUnreachable, clause);
            const SemType taken = checkClausePatterns(clause, target, left, known, variable);
            if (!clause->matchGuard() && !isPoison(target) && !isPoison(taken)) {
                covered = types::unite(m_types, covered, taken);
                certain = certainlyWithoutTested(certain, taken);
                left = withoutTested(left, taken);
                if (types::isEmpty(m_types, left))
                    left = certain;
            }
            after = joined(after, m_flow);
        }
        m_flow = before;
        const bool isExhaustive = !isPoison(target) && isSubtype(target, covered);
        if (isExhaustive) {
            m_flow.isReachable = false;
            m_flow.isDoubtful = !types::isEmpty(m_types, certain);
        } else if (variable)
            m_flow.narrow(*variable, left);
        m_flow = joined(after, m_flow);
    });
}

/// Checks one clause; returns what its patterns surely take.
SemType Checker::checkClausePatterns(const syntax::MatchClause* clause, SemType target, SemType left,
                                     std::vector<ConstantValue>& known, const VariableSymbol* variable) {
    const ScopeGuard scope(*this, clause);
    SemType matched = types::neverType, sure = types::neverType;
    ClauseBindings bindings;
    std::optional<std::set<std::string>> bound;
    for (const syntax::MatchPattern* pattern : clause->matchPatterns()) {
        const size_t reports = m_analysis.reportCount();
        bindings.bound.clear();
        m_clauseBindings = &bindings;
        const PatternTypes types = checkPattern(pattern, isPoison(target) ? poisonType : left);
        m_clauseBindings = nullptr;
        if (!bound)
            bound = bindings.bound;
        else if (*bound != bindings.bound)
            report(DiagnosticCode::PatternsBindDifferently, pattern);
        if (const auto* constant = syntax::ConstPattern::cast(pattern); constant && !clause->matchGuard())
            noteConstant(constant, known, reports);
        if (!isPoison(types.sure) && syntax::is<syntax::WildcardMatchPattern>(pattern) &&
            !types::isEmpty(m_types, sure) && isSubtype(left, sure))
            report(DiagnosticCode::DuplicatePattern, pattern);
        matched = unite(matched, types.possible);
        sure = unite(sure, types.sure);
    }
    if (variable && !isPoison(matched) && !types::isEmpty(m_types, matched))
        m_flow.narrow(*variable, matched);
    if (clause->matchGuard()) {
        const Branches branches = condition(clause->matchGuard()->expression());
        m_flow = branches.yes;
        m_flow.isReachable = true;
    }
    checkBlock(clause->block());
    return sure;
}

/// A constant that an earlier clause has is reported as that, and not (after `reports` messages) as something
/// else.
void Checker::noteConstant(const syntax::ConstPattern* pattern, std::vector<ConstantValue>& known,
                           size_t reports) {
    const auto found = tables().constants.find(pattern->expression());
    if (found == tables().constants.end())
        return;
    for (const ConstantValue& value : known)
        if (value.value == found->second.value) {
            m_analysis.forgetReports(reports);
            return report(DiagnosticCode::DuplicatePattern, pattern);
        }
    known.push_back(found->second);
}

Checker::PatternTypes Checker::checkPattern(const syntax::MatchPattern* pattern, SemType target) {
    PatternTypes types = checkPatternKind(pattern, target);
    if (!isPoison(types.possible))
        tables().types[pattern] = types.possible;
    return types;
}

Checker::PatternTypes Checker::checkPatternKind(const syntax::MatchPattern* pattern, SemType target) {
    switch (pattern->kind()) {
    case NodeKind::WildcardMatchPattern: {
        if (isPoison(target))
            return {types::anyType, types::anyType};
        const SemType taken = types::intersect(m_types, target, types::anyType);
        if (!types::isEmpty(m_types, target) && types::isEmpty(m_types, taken))
            report(DiagnosticCode::WildcardMatchesNoError, pattern);
        return {taken, types::anyType};
    }
    case NodeKind::VarMatchPattern: {
        const auto* binding = syntax::VarMatchPattern::cast(pattern)->bindingPattern();
        return bindPattern(binding, target);
    }
    case NodeKind::ConstPattern: return checkConstPattern(syntax::ConstPattern::cast(pattern), target);
    case NodeKind::ListMatchPattern: return checkListPattern(syntax::ListMatchPattern::cast(pattern), target);
    case NodeKind::MappingMatchPattern:
        return checkMappingPattern(syntax::MappingMatchPattern::cast(pattern), target);
    case NodeKind::ErrorMatchPattern:
        return checkErrorPattern(syntax::ErrorMatchPattern::cast(pattern), target);
    case NodeKind::RestMatchPattern: {
        const auto* rest = syntax::RestMatchPattern::cast(pattern);
        declareLocal(rest->name(), rest, target, true);
        return {target, target};
    }
    default: return {poisonType, types::neverType};
    }
}

Checker::PatternTypes Checker::bindPattern(const syntax::BindingPattern* pattern, SemType target) {
    switch (pattern->kind()) {
    case NodeKind::CaptureBindingPattern: declarePattern(pattern, target, true); return {target, target};
    case NodeKind::WildcardBindingPattern: return {target, types::anyType};
    case NodeKind::ListBindingPattern: {
        std::vector<SemType> members;
        const auto list = syntax::ListBindingPattern::cast(pattern)->members();
        const bool hasRest = !list.empty() && syntax::is<syntax::RestBindingPattern>(list.back());
        members.assign(list.size() - (hasRest ? 1 : 0), types::valueType);
        const SemType shape = types::tupleOf(m_types, members, hasRest ? types::valueType : types::neverType);
        return bindShape(pattern, target, shape);
    }
    case NodeKind::MappingBindingPattern: {
        std::vector<types::Field> fields;
        for (const syntax::BindingPattern* member : syntax::MappingBindingPattern::cast(pattern)->fields())
            if (const auto* field = syntax::FieldBindingPattern::cast(member))
                fields.push_back({syntax::identifierValue(field->name()), types::valueType});
        return bindShape(pattern, target, types::recordOf(m_types, fields, types::valueType));
    }
    case NodeKind::ErrorBindingPattern: return bindShape(pattern, target, types::errorType);
    default: return {poisonType, types::neverType};
    }
}

/// A structured binding pattern takes the values of the target that have its shape.
Checker::PatternTypes Checker::bindShape(const syntax::BindingPattern* pattern, SemType target,
                                         SemType shape) {
    const SemType taken = isPoison(target) ? poisonType : types::intersect(m_types, target, shape);
    if (!isPoison(taken) && types::isEmpty(m_types, taken)) {
        report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
        declarePattern(pattern, poisonType, true);
        return {poisonType, types::neverType};
    }
    declarePattern(pattern, taken, true);
    return {taken, taken};
}

Checker::PatternTypes Checker::checkConstPattern(const syntax::ConstPattern* pattern, SemType target) {
    SemType expected = isPoison(target) ? types::anyType : types::widenToBasicTypes(target);
    const SemType found = check(pattern->expression(), isPoison(target) ? nullptr : &expected);
    if (isPoison(found) || isPoison(target))
        return {poisonType, types::neverType};
    if (!isConstantExpression(tables(), pattern->expression())) {
        report(DiagnosticCode::NotConstant, pattern->expression());
        return {poisonType, types::neverType};
    }
    const SemType taken = types::intersect(m_types, target, found);
    if (types::isEmpty(m_types, taken) && !types::isEmpty(m_types, target)) {
        if (types::overlaps(m_types, types::widenToBasicTypes(target), found) &&
            !target.within(types::simpleOrStringType.bits()))
            return {found, found};
        report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
        return {poisonType, types::neverType};
    }
    return {taken, found};
}

Checker::PatternTypes Checker::checkListPattern(const syntax::ListMatchPattern* pattern, SemType target) {
    const auto members = pattern->members();
    const bool hasRest = !members.empty() && syntax::is<syntax::RestMatchPattern>(members.back());
    const size_t count = members.size() - (hasRest ? 1 : 0);
    const SemType shape = types::tupleOf(m_types, std::vector<SemType>(count, types::valueType),
                                         hasRest ? types::valueType : types::neverType);
    const SemType taken = isPoison(target) ? poisonType : types::intersect(m_types, target, shape);
    const bool never = !isPoison(taken) && types::isEmpty(m_types, taken);
    if (never)
        report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
    const bool unknown = never || isPoison(taken);
    std::vector<SemType> possible, sure;
    SemType restType = types::neverType;
    for (size_t i = 0; i < members.size(); ++i) {
        const bool isRest = hasRest && i == count;
        const SemType all = unknown ? poisonType : types::listAllMemberTypes(m_types, taken);
        const SemType member = unknown  ? poisonType
                               : isRest ? types::arrayOf(m_types, all)
                                        : types::listMemberTypeAt(m_types, taken, i);
        const PatternTypes types = checkPattern(members[i], member);
        if (isRest) {
            restType = all;
            continue;
        }
        possible.push_back(sane(types.possible));
        sure.push_back(isPoison(types.sure) ? types::neverType : types.sure);
    }
    if (unknown)
        return {poisonType, types::neverType};
    return {types::intersect(m_types, taken, types::tupleOf(m_types, possible, restType)),
            types::intersect(m_types, taken, types::tupleOf(m_types, sure, restType))};
}

Checker::PatternTypes Checker::checkMappingPattern(const syntax::MappingMatchPattern* pattern,
                                                   SemType target) {
    std::vector<types::Field> fields;
    for (const syntax::MatchPattern* member : pattern->fields())
        if (const auto* field = syntax::FieldMatchPattern::cast(member))
            fields.push_back({syntax::identifierValue(field->name()), types::valueType});
    const SemType shape = types::recordOf(m_types, fields, types::valueType);
    const SemType taken = isPoison(target) ? poisonType : types::intersect(m_types, target, shape);
    const bool never = !isPoison(taken) && types::isEmpty(m_types, taken);
    if (never)
        report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
    const bool unknown = never || isPoison(taken);
    std::vector<types::Field> sure;
    for (const syntax::MatchPattern* member : pattern->fields()) {
        const auto* field = syntax::FieldMatchPattern::cast(member);
        if (!field) {
            checkPattern(member, unknown ? poisonType : types::mapOf(m_types, sane(memberOfMapping(taken))));
            continue;
        }
        const std::string name = syntax::identifierValue(field->name());
        const SemType type = unknown ? poisonType
                                     : types::diff(m_types, types::mappingMemberTypeAt(m_types, taken, name),
                                                   types::undefType);
        const PatternTypes types = checkPattern(field->matchPattern(), type);
        sure.push_back({name, isPoison(types.sure) ? types::neverType : types.sure});
    }
    if (unknown)
        return {poisonType, types::neverType};
    return {taken, types::intersect(m_types, taken, types::recordOf(m_types, sure, types::valueType))};
}

Checker::PatternTypes Checker::checkErrorPattern(const syntax::ErrorMatchPattern* pattern, SemType target) {
    SemType expected = types::errorType;
    if (pattern->errorTypeReference())
        expected = resolveType(pattern->errorTypeReference());
    const SemType taken =
        isPoison(target) || isPoison(expected) ? poisonType : types::intersect(m_types, target, expected);
    if (!isPoison(taken) && types::isEmpty(m_types, taken))
        report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
    const bool known = !isPoison(taken) && !types::isEmpty(m_types, taken);
    const SemType detail = known ? types::errorDetailType(m_types, taken) : poisonType;
    const SemType positional[] = {types::stringType, types::unite(m_types, types::errorType, types::nilType)};
    size_t index = 0;
    bool onlyBinds = true;
    for (const syntax::MatchPattern* arg : pattern->args()) {
        SemType type = poisonType;
        const syntax::MatchPattern* inner = arg;
        if (const auto* named = syntax::NamedArgMatchPattern::cast(arg)) {
            inner = named->matchPattern();
            if (known)
                type = types::undefToNil(
                    types::mappingMemberTypeAt(m_types, detail, syntax::identifierValue(named->name())));
            onlyBinds = false;
        } else if (syntax::is<syntax::RestMatchPattern>(arg)) {
            type = detail;
        } else if (index < 2) {
            type = positional[index++];
        }
        onlyBinds = onlyBinds && (syntax::is<syntax::VarMatchPattern>(inner) ||
                                  syntax::is<syntax::WildcardMatchPattern>(inner) ||
                                  syntax::is<syntax::RestMatchPattern>(inner));
        checkPattern(inner, type);
    }
    if (!known)
        return {poisonType, types::neverType};
    return {taken, onlyBinds ? taken : types::neverType};
}

} // namespace barre::model
