// match: patterns, the narrowing they give, and whether a clause can be reached.
#include "model/semantics/checker.h"
#include "model/semantics/type_resolver.h"
#include "model/syntax/pattern_parts.h"

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

namespace {

bool isCatchAll(const syntax::MatchPattern* pattern) {
    if (syntax::is<syntax::WildcardMatchPattern>(pattern))
        return true;
    const auto* variable = syntax::VarMatchPattern::cast(pattern);
    return variable && (syntax::is<syntax::CaptureBindingPattern>(variable->bindingPattern()) ||
                        syntax::is<syntax::WildcardBindingPattern>(variable->bindingPattern()));
}

/// Nobody is in doubt of what all the values of these types are.
bool isObvious(SemType type) {
    return (type.bits() & ~(types::booleanType.all | types::nilType.all)) == 0;
}

/// A clause that takes everything by what is written, whatever the types are. The reference wants one even
/// where the clauses before it take all there is.
bool isCatchAll(const syntax::MatchClause* clause) {
    if (clause->matchGuard())
        return false;
    for (const syntax::MatchPattern* pattern : clause->matchPatterns())
        if (isCatchAll(pattern))
            return true;
    return false;
}

} // namespace

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
        bool hasCatchAll = false;
        for (const syntax::MatchClause* clause : statement->clauses()) {
            m_flow = before;
            const bool isCovered = !isPoison(target) && isSubtype(target, covered);
            if (isCovered && (hasCatchAll || !isCatchAll(clause)))
                report(DiagnosticCode::ClauseUnreachable, clause);
            const SemType taken =
                checkClausePatterns(clause, target, isCovered ? target : left, known, variable);
            hasCatchAll = hasCatchAll || isCatchAll(clause);
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
            m_flow.isDoubtful = (!hasCatchAll && !isObvious(target)) || !types::isEmpty(m_types, certain);
            m_flow.isSeenByTypes = !hasCatchAll;
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
    bool hasCatchAll = false;
    for (const syntax::MatchPattern* pattern : clause->matchPatterns()) {
        const size_t reports = m_analysis.reportCount();
        if (std::exchange(hasCatchAll, hasCatchAll || isCatchAll(pattern)) && isCatchAll(pattern))
            report(DiagnosticCode::DuplicatePattern, pattern);
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

Checker::PatternTypes Checker::checkPattern(const syntax::Node* pattern, SemType target) {
    PatternTypes types = checkPatternKind(pattern, target);
    if (!isPoison(types.possible))
        tables().types[pattern] = types.possible;
    return types;
}

Checker::PatternTypes Checker::checkPatternKind(const syntax::Node* pattern, SemType target) {
    const auto declare = [&](const syntax::Token* name) {
        declareLocal(name, pattern, target, true);
        return PatternTypes{target, target};
    };
    switch (pattern->kind()) {
    case NodeKind::WildcardMatchPattern: {
        if (isPoison(target))
            return {types::anyType, types::anyType};
        const SemType taken = types::intersect(m_types, target, types::anyType);
        if (!types::isEmpty(m_types, target) && types::isEmpty(m_types, taken))
            report(DiagnosticCode::WildcardMatchesNoError, pattern);
        return {taken, types::anyType};
    }
    case NodeKind::WildcardBindingPattern: return {target, types::anyType};
    case NodeKind::VarMatchPattern:
        return checkPattern(syntax::VarMatchPattern::cast(pattern)->bindingPattern(), target);
    case NodeKind::CaptureBindingPattern:
        return declare(syntax::CaptureBindingPattern::cast(pattern)->name());
    case NodeKind::FieldBindingPattern: return declare(syntax::FieldBindingPattern::cast(pattern)->name());
    case NodeKind::RestBindingPattern: return declare(syntax::RestBindingPattern::cast(pattern)->name());
    case NodeKind::RestMatchPattern: return declare(syntax::RestMatchPattern::cast(pattern)->name());
    case NodeKind::ConstPattern: return checkConstPattern(syntax::ConstPattern::cast(pattern), target);
    case NodeKind::ListMatchPattern:
    case NodeKind::ListBindingPattern: return checkListPattern(pattern, target);
    case NodeKind::MappingMatchPattern:
    case NodeKind::MappingBindingPattern: return checkMappingPattern(pattern, target);
    case NodeKind::ErrorMatchPattern:
    case NodeKind::ErrorBindingPattern: return checkErrorPattern(pattern, target);
    default: return {poisonType, types::neverType};
    }
}

/// The values of the target that have the shape of a structured pattern; poison, and a message, when there
/// are none.
SemType Checker::takenByShape(const syntax::Node* pattern, SemType target, SemType shape) {
    if (isPoison(target) || isPoison(shape))
        return poisonType;
    const SemType taken = types::intersect(m_types, target, shape);
    if (!types::isEmpty(m_types, taken))
        return taken;
    report(DiagnosticCode::PatternNeverMatches, pattern, {text(target)});
    return poisonType;
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

namespace {

/// Calls visit(part, index) for the constants of a structured pattern, and then for its other parts: what
/// values of a union have the constants says what the others may be.
template<class Visit>
void constantsFirst(const std::vector<syntax::PatternPart>& parts, Visit visit) {
    for (const bool constants : {true, false})
        for (size_t i = 0; i < parts.size(); ++i)
            if (syntax::is<syntax::ConstPattern>(parts[i].pattern) == constants)
                visit(parts[i], i);
}

} // namespace

/// The values of the target with the constants that a pattern has; the target where that leaves none, which
/// has been told.
SemType Checker::chosenByConstants(SemType target, SemType shape) {
    if (isPoison(target))
        return target;
    const SemType chosen = types::intersect(m_types, target, shape);
    return types::isEmpty(m_types, chosen) ? target : chosen;
}

Checker::PatternTypes Checker::checkListPattern(const syntax::Node* pattern, SemType target) {
    const std::vector<syntax::PatternPart> parts = syntax::partsOf(pattern);
    const bool hasRest = !parts.empty() && parts.back().isRest;
    const size_t count = parts.size() - (hasRest ? 1 : 0);
    const SemType taken = takenByShape(pattern, target,
                                       types::tupleOf(m_types, std::vector<SemType>(count, types::valueType),
                                                      hasRest ? types::valueType : types::neverType));
    std::vector<SemType> possible(count, types::valueType), sure(count, types::neverType);
    SemType chosen = taken;
    constantsFirst(parts, [&](const syntax::PatternPart& part, size_t i) {
        if (part.isRest) {
            checkPattern(part.pattern, isPoison(taken) ? poisonType : restOfList(chosen, count));
            return;
        }
        const SemType member =
            isPoison(taken) ? poisonType : types::listMemberTypeAt(m_types, chosen, i);
        const PatternTypes types = checkPattern(part.pattern, member);
        possible[i] = sane(types.possible);
        sure[i] = isPoison(types.sure) ? types::neverType : types.sure;
        if (syntax::is<syntax::ConstPattern>(part.pattern))
            chosen = chosenByConstants(taken, types::tupleOf(m_types, possible, types::valueType));
    });
    if (isPoison(taken))
        return {poisonType, types::neverType};
    const SemType rest = hasRest ? types::listAllMemberTypes(m_types, taken) : types::neverType;
    return {types::intersect(m_types, taken, types::tupleOf(m_types, possible, rest)),
            types::intersect(m_types, taken, types::tupleOf(m_types, sure, rest))};
}

Checker::PatternTypes Checker::checkMappingPattern(const syntax::Node* pattern, SemType target) {
    const std::vector<syntax::PatternPart> parts = syntax::partsOf(pattern);
    std::vector<types::Field> fields;
    std::vector<std::string> names;
    std::vector<size_t> fieldOf; // of each part; a rest part that is not last is told elsewhere
    for (const syntax::PatternPart& part : parts) {
        fieldOf.push_back(fields.size());
        if (!part.isRest) {
            fields.push_back({part.name, types::valueType});
            names.push_back(part.name);
        }
    }
    const SemType taken = takenByShape(pattern, target, types::recordOf(m_types, fields, types::valueType));
    std::vector<types::Field> sure;
    SemType chosen = taken;
    constantsFirst(parts, [&](const syntax::PatternPart& part, size_t i) {
        if (part.isRest) {
            checkPattern(part.pattern, isPoison(taken) ? poisonType : restOfMapping(chosen, names));
            return;
        }
        const SemType type =
            isPoison(taken) ? poisonType
                            : types::diff(m_types, types::mappingMemberTypeAt(m_types, chosen, part.name),
                                          types::undefType);
        const PatternTypes types = checkPattern(part.pattern, type);
        sure.push_back({part.name, isPoison(types.sure) ? types::neverType : types.sure});
        if (syntax::is<syntax::ConstPattern>(part.pattern)) {
            fields[fieldOf[i]].type = sane(types.possible);
            chosen = chosenByConstants(taken, types::recordOf(m_types, fields, types::valueType));
        }
    });
    if (isPoison(taken))
        return {poisonType, types::neverType};
    return {taken, types::intersect(m_types, taken, types::recordOf(m_types, sure, types::valueType))};
}

/// Whether a part of an error pattern takes whatever there is.
bool Checker::takesAll(const syntax::PatternPart& part) {
    switch (part.pattern->kind()) {
    case NodeKind::VarMatchPattern:
    case NodeKind::CaptureBindingPattern:
    case NodeKind::WildcardMatchPattern:
    case NodeKind::WildcardBindingPattern: return part.name.empty();
    default: return part.isRest;
    }
}

Checker::PatternTypes Checker::checkErrorPattern(const syntax::Node* pattern, SemType target) {
    const auto* reference = syntax::errorTypeReferenceOf(pattern);
    const SemType taken =
        takenByShape(pattern, target, reference ? resolveType(reference) : types::errorType);
    const SemType detail = isPoison(taken) ? poisonType : types::errorDetailType(m_types, taken);
    const SemType positional[] = {types::stringType, types::unite(m_types, types::errorType, types::nilType)};
    size_t index = 0;
    std::vector<std::string> names;
    bool isWhole = true;
    for (const syntax::PatternPart& part : syntax::partsOf(pattern)) {
        SemType type = poisonType;
        if (part.isRest) {
            type = isPoison(detail) ? poisonType : restOfMapping(detail, names);
        } else if (!part.name.empty()) {
            names.push_back(part.name);
            if (!isPoison(detail))
                type = types::undefToNil(types::mappingMemberTypeAt(m_types, detail, part.name));
        } else if (index < 2) {
            type = positional[index++];
        }
        isWhole = isWhole && takesAll(part);
        checkPattern(part.pattern, type);
    }
    if (isPoison(taken))
        return {poisonType, types::neverType};
    return {taken, isWhole ? taken : types::neverType};
}

} // namespace barre::model
