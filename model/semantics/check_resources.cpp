// Resource access: which resource method of a client takes a path.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

/// The path of a resource access: the type of each segment, and of the members that a list of unknown length
/// adds.
struct Checker::AccessedPath {
    struct Segment {
        SemType type;
        const syntax::Expression* value = nullptr; ///< of a computed segment
    };
    std::vector<Segment> segments;
    SemType rest = types::neverType;
};

Checker::AccessedPath Checker::checkAccessedPath(const syntax::ResourceAccessAction* expr) {
    AccessedPath path;
    for (const syntax::ResourceAccessSegment* segment : expr->resourceAccessPath()) {
        if (const auto* name = syntax::ResourceAccessSegmentName::cast(segment))
            path.segments.push_back(
                {types::stringConst(m_types, syntax::identifierValue(name->name())), nullptr});
        else if (const auto* computed = syntax::ComputedResourceAccessSegment::cast(segment))
            path.segments.push_back({check(computed->expression()), computed->expression()});
        else if (const auto* rest = syntax::ResourceAccessRestSegment::cast(segment))
            addMembers(path, rest->expression());
    }
    return path;
}

/// A list at the end of a path adds a segment for each member that it surely has.
void Checker::addMembers(AccessedPath& path, const syntax::Expression* list) {
    const SemType type = check(list);
    path.rest = type;
    if (isPoison(type))
        return;
    if (!type.within(BasicType::List)) {
        path.rest = wrong(DiagnosticCode::SpreadNotList, list, {text(type)});
        return;
    }
    constexpr uint64_t longest = 1000;
    const types::LengthBounds bounds = types::listLengthBounds(m_types, type);
    for (uint64_t i = 0; i < bounds.min && i < longest; ++i)
        path.segments.push_back({types::listMemberTypeAt(m_types, type, i), nullptr});
    const bool isOpen = !bounds.max || *bounds.max > bounds.min;
    path.rest = isOpen ? types::listAllMemberTypes(m_types, restOfList(type, bounds.min)) : types::neverType;
}

bool Checker::belongsTo(SemType given, SemType declared) {
    return isPoison(given) || isPoison(declared) || isSubtype(given, declared);
}

/// A number as it stands takes the type of the parameter.
bool Checker::takesSegment(SemType declared, SemType given, const syntax::Expression* value) {
    return belongsTo(given, declared) || (syntax::is<syntax::BasicLiteral>(value) &&
                                          isCheckable(value, [&] { return checkAs(value, declared); }));
}

SemType Checker::typeOfSegment(const PathSegment& segment) {
    return segment.kind == PathSegment::Kind::Name ? types::stringConst(m_types, segment.name) : segment.type;
}

/// How many segments of a declared path have one value only, which goes before parameters; nothing if the
/// path does not take the accessed one. A rough look leaves the types of parameters aside.
std::optional<int> Checker::pathScore(const std::vector<PathSegment>& declared, const AccessedPath& path,
                                      bool isRough) {
    size_t at = 0;
    int score = 0;
    for (const PathSegment& segment : declared) {
        if (segment.kind == PathSegment::Kind::Dot)
            continue;
        const bool isAny = isRough && segment.kind != PathSegment::Kind::Name;
        const SemType type = isAny ? poisonType : typeOfSegment(segment);
        const bool isRest = segment.kind == PathSegment::Kind::Rest;
        const size_t end = isRest ? path.segments.size() : at + 1;
        for (; at < end; ++at)
            if (at >= path.segments.size() ||
                !takesSegment(type, path.segments[at].type, path.segments[at].value))
                return std::nullopt;
        if (isRest)
            return belongsTo(path.rest, type) ? std::optional(score) : std::nullopt;
        score += !isPoison(type) && valueOf(type) ? 1 : 0;
    }
    const bool isWhole = at == path.segments.size() && path.rest.isNever();
    return isWhole ? std::optional(score) : std::nullopt;
}

/// Gives literals the types that the chosen method declares, and tells the first segment that has another.
void Checker::checkSegmentsAs(const FunctionSymbol& method, const AccessedPath& path,
                              const syntax::ResourceAccessAction* expr) {
    size_t at = 0;
    for (const PathSegment& segment : method.path) {
        if (segment.kind == PathSegment::Kind::Dot)
            continue;
        const SemType type = typeOfSegment(segment);
        const size_t end = segment.kind == PathSegment::Kind::Rest ? path.segments.size() : at + 1;
        for (; at < end; ++at) {
            const AccessedPath::Segment& given = path.segments[at];
            if (syntax::is<syntax::BasicLiteral>(given.value))
                checkAs(given.value, type);
            else if (!belongsTo(given.type, type))
                return report(DiagnosticCode::IncompatibleTypes, nodeAt(expr, at),
                              {text(type), text(given.type)});
        }
    }
}

/// The last one may be a list, which is several segments.
const syntax::Node* Checker::nodeAt(const syntax::ResourceAccessAction* expr, size_t segment) {
    const auto nodes = expr->resourceAccessPath();
    return segment < nodes.size() ? nodes[segment] : nodes.back();
}

const FunctionSymbol* Checker::resourceFor(const ClassSymbol& object, const std::string& accessor,
                                           const AccessedPath& path, bool isRough) {
    const FunctionSymbol* best = nullptr;
    int bestScore = -1;
    for (const FunctionSymbol* method : object.methods) {
        if (method->role != FunctionRole::Resource || method->accessor != accessor)
            continue;
        const std::optional<int> score = pathScore(method->path, path, isRough);
        if (score && *score > bestScore) {
            best = method;
            bestScore = *score;
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
    const AccessedPath path = checkAccessedPath(expr);
    const ClassSymbol* object = isPoison(receiver) ? nullptr : m_analysis.classOfType(receiver);
    const FunctionSymbol* method = object ? resourceFor(*object, call.method, path, false) : nullptr;
    if (object && !method)
        method = resourceFor(*object, call.method, path, true);
    if (method) {
        checkSegmentsAs(*method, path, expr);
        return callSymbol(expr, *method, expr->argList(), expected, std::move(call), receiver);
    }
    checkArgsAnyway(expr->argList());
    return isPoison(receiver) ? poisonType
                              : wrong(DiagnosticCode::UnknownResource, expr, {call.method, text(receiver)});
}

} // namespace barre::model
