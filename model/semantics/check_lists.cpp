// List constructors: the inherent type comes from what is expected.
#include "model/semantics/checker.h"
#include "model/semantics/fillers.h"
#include "model/syntax/byte_array.h"

namespace barre::model {

using types::BasicType;

namespace {

bool hasFixedLength(types::TypeContext& types, SemType list) {
    const types::LengthBounds bounds = types::listLengthBounds(types, list);
    return bounds.max == bounds.min;
}

} // namespace

SemType Checker::checkList(const syntax::ListConstructorExpr* expr, Expected expected) {
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::List) : types::neverType;
    if (!expected)
        return inferList(expr, false);
    if (part.isNever()) {
        const SemType found = inferList(expr, false);
        return isPoison(found)
                   ? found
                   : wrong(DiagnosticCode::IncompatibleTypes, expr, {text(*expected), text(found)});
    }
    if (isSubtype(types::listType, part))
        return checkListAs(expr, types::arrayOf(m_types, types::valueType));
    if (isSubtype(part, m_types.readonlyType()) &&
        isSubtype(types::intersect(m_types, types::listType, m_types.readonlyType()), part))
        return inferList(expr, true);
    std::vector<SemType> candidates = applicable(types::listAlternatives(m_types, part),
                                                 [&](SemType type) { return listCouldBe(expr, type); });
    if (candidates.size() > 1 || candidates.empty()) {
        const auto atomic = types::listAtomicType(m_types, part);
        if (atomic)
            candidates = {part};
    }
    candidates =
        checkable(expr, std::move(candidates), [&](SemType type) { return checkListAs(expr, type); });
    if (candidates.size() == 1)
        return checkListAs(expr, candidates.front());
    for (const syntax::Expression* member : expr->members())
        checkListMember(member, nullptr);
    return wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(*expected)});
}

SemType Checker::checkListMember(const syntax::Expression* member, Expected expected) {
    const syntax::Expression* spread = spreadExpression(member);
    return spread ? checkSpread(spread) : check(member, expected);
}

/// What a member spreads: the expression after `...`, or an aggregated variable, which is spread without
/// saying so.
const syntax::Expression* Checker::spreadExpression(const syntax::Expression* member) const {
    if (const auto* spread = syntax::SpreadListMember::cast(member))
        return spread->expression();
    return isAggregated(member) ? member : nullptr;
}

bool Checker::isAggregated(const syntax::Expression* expr) const {
    const auto* reference = syntax::VariableReferenceExpr::cast(expr);
    if (!reference || reference->prefix() || m_aggregated.empty())
        return false;
    const auto* variable = as<VariableSymbol>(findLocal(syntax::identifierValue(reference->name())));
    return variable && m_aggregated.contains(variable);
}

/// The list or mapping that is spread.
SemType Checker::checkSpread(const syntax::Expression* expr, Expected expected) {
    if (!isAggregated(expr))
        return check(expr, expected);
    const auto* reference = syntax::VariableReferenceExpr::cast(expr);
    const SemType type = referTo(findLocal(syntax::identifierValue(reference->name())), expr);
    if (!isPoison(type))
        tables().types[expr] = type;
    return type;
}

SemType Checker::inferList(const syntax::ListConstructorExpr* expr, bool isReadonly) {
    types::ListAtomicType list;
    const SemType immutable = m_types.readonlyType();
    for (const syntax::Expression* member : expr->members()) {
        const SemType found = checkListMember(member, isReadonly ? &immutable : nullptr);
        if (isPoison(found))
            return poisonType;
        if (isReadonly)
            require(member, found, immutable);
        if (!spreadExpression(member)) {
            if (list.rest.type.isNever())
                list.initial.push_back({broadType(member, found)});
            else
                list.rest.type = types::unite(m_types, list.rest.type, broadType(member, found));
            continue;
        }
        if (!found.within(BasicType::List))
            return wrong(DiagnosticCode::SpreadNotList, member, {text(found)});
        const auto spread = types::listAtomicType(m_types, found);
        if (spread && spread->isClosed() && list.rest.type.isNever()) {
            for (uint64_t i = 0; i < spread->fixedLength; ++i)
                list.initial.push_back({spread->memberAt(i).type});
        } else {
            list.rest.type = types::unite(m_types, list.rest.type, types::listAllMemberTypes(m_types, found));
        }
    }
    list.fixedLength = list.initial.size();
    SemType type = types::listOf(m_types, std::move(list));
    if (isReadonly)
        type = types::intersect(m_types, type, immutable);
    tables().inherentTypes[expr] = type;
    return type;
}

/// How many members a constructor must give; the others are filled in.
uint64_t Checker::minLengthWithFill(const types::ListAtomicType& list) {
    return types::minLengthWithFill(m_types, list, [this](const SemType& type) {
        const RecordSymbol* record = m_analysis.recordOfType(type);
        const ClassSymbol* object = record ? nullptr : m_analysis.classOfType(type);
        return record ? isMadeOfDefaults(*record) : object && isMadeOfNothing(*object);
    });
}

SemType Checker::checkListAs(const syntax::ListConstructorExpr* expr, SemType inherent) {
    uint64_t index = 0;
    bool spread = false, ok = true; // spread: a list of no fixed length, behind which places are not known
    const auto list = types::listAtomicType(m_types, inherent);
    const types::LengthBounds bounds = types::listLengthBounds(m_types, inherent);
    for (const syntax::Expression* member : expr->members()) {
        if (const syntax::Expression* spreadMember = spreadExpression(member)) {
            ok = checkSpreadMember(spreadMember, member == expr->members().back(), inherent, index) && ok;
            spread = spread || !ok || !hasFixedLength(m_types, tables().types[spreadMember]);
            continue;
        }
        const SemType expected = spread ? types::listAllMemberTypes(m_types, inherent)
                                        : types::listMemberTypeAt(m_types, inherent, index);
        if (!spread && expected.isNever() && bounds.max && index >= *bounds.max) {
            if (ok)
                report(DiagnosticCode::TooManyMembers, member, {text(inherent)});
            check(member);
            ok = false;
            continue;
        }
        ok = !isPoison(checkAs(member, expected)) && ok;
        ++index;
    }
    if (ok && list && !spread && index < minLengthWithFill(*list))
        return wrong(DiagnosticCode::TooFewMembers, expr, {text(inherent)});
    tables().inherentTypes[expr] = inherent;
    return ok ? inherent : poisonType;
}

std::optional<uint64_t> Checker::inferredLength(const syntax::Expression* value) {
    const syntax::Expression* expr = value ? withoutParens(value) : nullptr;
    if (const auto* bytes = syntax::ByteArrayLiteral::cast(expr))
        return syntax::byteArrayValue(bytes).size();
    const auto* list = syntax::ListConstructorExpr::cast(expr);
    if (!list)
        return std::nullopt;
    uint64_t length = 0;
    for (const syntax::Expression* member : list->members()) {
        const std::optional<uint64_t> count = spreadExpression(member) ? spreadLength(member) : 1;
        if (!count)
            return std::nullopt;
        length += *count;
    }
    return length;
}

/// How many members are spread, if that is always the same number; the expression is checked again later.
std::optional<uint64_t> Checker::spreadLength(const syntax::Expression* member) {
    types::LengthBounds bounds;
    const bool isKnown = isCheckable(member, [&] {
        const SemType type = checkSpread(spreadExpression(member));
        bounds = types::listLengthBounds(m_types, types::partOf(m_types, type, BasicType::List));
        return type;
    });
    return isKnown && bounds.max == bounds.min ? bounds.max : std::nullopt;
}

std::optional<uint64_t> inferredLength(ModuleAnalysis& analysis, uint32_t file,
                                       const syntax::Expression* value) {
    return Checker(analysis, file).inferredLength(value);
}

/// What is spread last is expected to be the rest of the list; before others, a list of anything.
bool Checker::checkSpreadMember(const syntax::Expression* member, bool isLast, SemType inherent,
                                uint64_t& index) {
    const SemType expected = isLast ? restOfList(inherent, index) : types::arrayOf(m_types, types::valueType);
    const bool isExpected = isLast || syntax::is<syntax::QuerySelectExpr>(member);
    const SemType found = checkSpread(member, isExpected ? &expected : nullptr);
    if (isPoison(found))
        return false;
    if (!found.within(BasicType::List)) {
        report(DiagnosticCode::SpreadNotList, member, {text(found)});
        return false;
    }
    const types::LengthBounds given = types::listLengthBounds(m_types, found);
    const types::LengthBounds wanted = types::listLengthBounds(m_types, inherent);
    if (wanted.max && (!given.max || index + *given.max > *wanted.max)) {
        report(DiagnosticCode::TooManyMembers, member, {text(inherent)});
        return false;
    }
    bool ok = true;
    for (uint64_t i = 0; i < given.min && i < 1000; ++i)
        ok = ok && isSubtype(types::listMemberTypeAt(m_types, found, i),
                             types::listMemberTypeAt(m_types, inherent, index + i));
    if (!given.max || *given.max > given.min)
        ok = ok && isSubtype(types::listAllMemberTypes(m_types, restOfList(found, given.min)),
                             restMembers(inherent, index + given.min));
    if (!ok)
        report(DiagnosticCode::IncompatibleTypes, member, {text(inherent), text(found)});
    index += given.min;
    return ok;
}

SemType Checker::restMembers(SemType list, uint64_t from) {
    const auto atomic = types::listAtomicType(m_types, list);
    if (!atomic || from >= atomic->fixedLength)
        return atomic ? atomic->rest.type : types::listAllMemberTypes(m_types, list);
    SemType all = atomic->isClosed() ? atomic->memberAt(from).type : atomic->rest.type;
    for (uint64_t i = from; i < atomic->fixedLength && i < from + 100; ++i)
        all = types::intersect(m_types, all, atomic->memberAt(i).type);
    return all;
}

} // namespace barre::model
