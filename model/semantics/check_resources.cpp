// Actions on resources: which method of a client object a path means.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

namespace {

/// Whether a declared resource path takes the accessed one; `exact` counts the segments named alike.
bool pathMatches(const std::vector<PathSegment>& path, const syntax::ResourceAccessAction* expr, int& exact) {
    const auto given = expr->resourceAccessPath();
    exact = 0;
    size_t at = 0;
    for (const PathSegment& segment : path) {
        if (segment.kind == PathSegment::Kind::Rest)
            return true;
        if (segment.kind == PathSegment::Kind::Dot)
            continue;
        if (at >= given.size())
            return false;
        const auto* name = syntax::ResourceAccessSegmentName::cast(given[at]);
        if (segment.kind == PathSegment::Kind::Name) {
            if (!name || syntax::identifierValue(name->name()) != segment.name)
                return false;
            ++exact;
        }
        ++at;
    }
    return at == given.size();
}

} // namespace

/// Without the dot, which stands for no segment: the segment of a declared path that takes the one at `at`.
const PathSegment* Checker::segmentAt(const FunctionSymbol& resource, size_t at) {
    for (const PathSegment& segment : resource.path) {
        if (segment.kind == PathSegment::Kind::Rest || (segment.kind != PathSegment::Kind::Dot && at-- == 0))
            return &segment;
    }
    return nullptr;
}

/// A segment by its name is that string.
SemType Checker::segmentType(const syntax::ResourceAccessSegment* segment, SemType wanted) {
    if (const auto* name = syntax::ResourceAccessSegmentName::cast(segment))
        return types::stringConst(m_types, syntax::identifierValue(name->name()));
    if (const auto* computed = syntax::ComputedResourceAccessSegment::cast(segment))
        return check(computed->expression(), wanted.isNever() ? nullptr : &wanted);
    const SemType list = check(syntax::ResourceAccessRestSegment::cast(segment)->expression());
    return isPoison(list) || !list.within(BasicType::List) ? poisonType
                                                           : types::listAllMemberTypes(m_types, list);
}

std::vector<SemType> Checker::segmentTypes(const syntax::ResourceAccessAction* expr,
                                           const std::vector<const FunctionSymbol*>& candidates) {
    std::vector<SemType> given;
    for (const syntax::ResourceAccessSegment* segment : expr->resourceAccessPath()) {
        SemType wanted = types::neverType;
        for (const FunctionSymbol* candidate : candidates)
            if (const PathSegment* declared = segmentAt(*candidate, given.size());
                declared && declared->symbol && !isPoison(declared->type))
                wanted = types::unite(m_types, wanted, declared->type);
        given.push_back(segmentType(segment, wanted));
    }
    return given;
}

/// The first of the segments that have another type than the parameter of the path wants, with that type.
/// What a list spreads over several parameters is not looked at.
std::optional<std::pair<size_t, SemType>> Checker::misfit(const FunctionSymbol& resource,
                                                          const syntax::ResourceAccessAction* expr,
                                                          const std::vector<SemType>& given) {
    for (size_t at = 0; at < given.size(); ++at) {
        const PathSegment* segment = segmentAt(resource, at);
        const bool isSpread = syntax::is<syntax::ResourceAccessRestSegment>(expr->resourceAccessPath()[at]);
        if (!segment || !segment->symbol || (isSpread && segment->kind != PathSegment::Kind::Rest))
            continue;
        if (!isPoison(given[at]) && !isPoison(segment->type) && !isSubtype(given[at], segment->type))
            return std::pair{at, segment->type};
    }
    return std::nullopt;
}

/// Of the methods with the name, those whose paths have the segments.
std::vector<const FunctionSymbol*> Checker::resourcesFor(const syntax::ResourceAccessAction* expr,
                                                         SemType receiver, const std::string& accessor) {
    std::vector<const FunctionSymbol*> found;
    const ClassSymbol* object = isPoison(receiver) ? nullptr : m_analysis.classOfType(receiver);
    int exact = 0;
    for (const FunctionSymbol* method : object ? object->methods : std::vector<const FunctionSymbol*>())
        if (method->role == FunctionRole::Resource && method->accessor == accessor &&
            pathMatches(method->path, expr, exact))
            found.push_back(method);
    return found;
}

/// Segments of the right types come first, then those that are named.
const FunctionSymbol* Checker::bestResource(const syntax::ResourceAccessAction* expr,
                                            const std::vector<const FunctionSymbol*>& candidates,
                                            const std::vector<SemType>& given) {
    const FunctionSymbol* best = nullptr;
    std::pair<bool, int> bestScore;
    for (const FunctionSymbol* candidate : candidates) {
        int exact = 0;
        pathMatches(candidate->path, expr, exact);
        const std::pair score{!misfit(*candidate, expr, given), exact};
        if (!best || score > bestScore) {
            best = candidate;
            bestScore = score;
        }
    }
    return best;
}

SemType Checker::checkResourceAccess(const syntax::ResourceAccessAction* expr, Expected expected) {
    const SemType receiver = check(expr->expression());
    CallFacts call;
    call.kind = CallKind::Resource;
    call.receiver = expr->expression();
    call.method = expr->methodName() ? syntax::identifierValue(expr->methodName()) : "get";
    for (const syntax::ResourceAccessSegment* segment : expr->resourceAccessPath())
        call.path.push_back(segment);
    const std::vector<const FunctionSymbol*> candidates = resourcesFor(expr, receiver, call.method);
    const std::vector<SemType> given = segmentTypes(expr, candidates);
    const FunctionSymbol* best = bestResource(expr, candidates, given);
    if (!best) {
        checkArgsAnyway(expr->argList());
        return isPoison(receiver)
                   ? poisonType
                   : wrong(DiagnosticCode::UnknownResource, expr, {call.method, text(receiver)});
    }
    if (const auto misplaced = misfit(*best, expr, given))
        report(DiagnosticCode::IncompatibleTypes, expr->resourceAccessPath()[misplaced->first],
               {text(misplaced->second), text(given[misplaced->first])});
    return callSymbol(expr, *best, expr->argList(), expected, std::move(call), receiver);
}

} // namespace barre::model
