// Error constructors: the message, the cause and the detail.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

/// The error type that is constructed: the one that is named, or the one that is expected and fits the
/// details.
SemType Checker::constructedError(const syntax::ErrorConstructorExpr* expr, Expected expected) {
    if (expr->errorTypeReference()) {
        const SemType type = resolveType(expr->errorTypeReference());
        if (isPoison(type) || type.within(BasicType::Error))
            return type;
        return wrong(DiagnosticCode::NotAnErrorType, expr->errorTypeReference(), {text(type)});
    }
    const SemType part = expected ? types::partOf(m_types, *expected, BasicType::Error) : types::neverType;
    if (part.isNever())
        return types::errorType;
    const std::vector<SemType> fitting = applicable(types::errorAlternatives(m_types, part),
                                                    [&](SemType type) { return errorCouldBe(expr, type); });
    for (const SemType& type : fitting) // the first of several with one detail type, as in the reference
        if (!(types::errorDetailType(m_types, type) == types::errorDetailType(m_types, fitting.front())))
            return wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(part)});
    return fitting.front();
}

/// Whether the fields of the detail are declared in the error type, and could have the types that it gives
/// them.
bool Checker::errorCouldBe(const syntax::ErrorConstructorExpr* expr, SemType type) {
    const SemType detail = types::errorDetailType(m_types, type);
    const auto mapping = types::mappingAtomicType(m_types, detail);
    if (!mapping)
        return true;
    const RecordSymbol* record = m_analysis.recordOfType(detail);
    std::unordered_set<std::string> given;
    for (const syntax::Arg* arg : expr->argList()->args()) {
        const auto* named = syntax::NamedArg::cast(arg);
        if (!named)
            continue;
        const std::string name = syntax::identifierValue(named->name());
        given.insert(name);
        const bool isDeclared = mapping->names.empty() || mapping->indexOf(name);
        if (!isDeclared || !couldBe(named->expression(), mapping->slotOf(name).valueType()))
            return false;
    }
    return missingFields(*mapping, record, given).empty();
}

namespace {

std::vector<const syntax::Expression*> positionalArgs(const syntax::ArgList* args) {
    std::vector<const syntax::Expression*> result;
    for (const syntax::Arg* arg : args->args())
        if (const auto* positional = syntax::PositionalArg::cast(arg))
            result.push_back(positional->expression());
    return result;
}

} // namespace

/// The message and the cause.
bool Checker::checkErrorMessage(const syntax::ErrorConstructorExpr* expr, CallFacts& call) {
    const SemType expected[] = {types::stringType, types::unite(m_types, types::errorType, types::nilType)};
    const auto values = positionalArgs(expr->argList());
    bool ok = !values.empty() && values.size() <= std::size(expected);
    if (values.empty())
        report(DiagnosticCode::MissingArg, expr->argList(), {"message"});
    for (size_t i = 0; i < values.size() && i < std::size(expected); ++i) {
        ok = !isPoison(checkAs(values[i], expected[i])) && ok;
        ArgFacts fact;
        fact.source = ArgFacts::Source::Expr;
        fact.expr = values[i];
        call.args.push_back(std::move(fact));
    }
    if (values.size() > std::size(expected))
        report(DiagnosticCode::TooManyArgs, values[std::size(expected)],
               {std::to_string(std::size(expected))});
    return ok;
}

SemType Checker::checkErrorConstructor(const syntax::ErrorConstructorExpr* expr, Expected expected) {
    const SemType type = constructedError(expr, expected);
    CallFacts call;
    call.kind = CallKind::Error;
    call.constructedType = type;
    bool ok = checkErrorMessage(expr, call);
    ok = checkErrorDetail(expr, type, call) && ok;
    if (!ok || isPoison(type))
        return poisonType;
    tables().calls[expr] = std::move(call);
    return type;
}

/// Whether a value constructed here has mutable members, which fit the expected type when they are cloned:
/// what is expected is not to be asked of them then.
bool Checker::isBuiltOfMutable(const syntax::Expression* value, SemType expected) {
    if (!syntax::is<syntax::ListConstructorExpr>(value) && !syntax::is<syntax::MappingConstructorExpr>(value))
        return false;
    const auto fitsCloned = [&] {
        const SemType found = check(value);
        const SemType cloned =
            isPoison(found) ? found : types::intersect(m_types, found, m_types.readonlyType());
        return !isPoison(cloned) && isSubtype(cloned, expected) ? cloned : poisonType;
    };
    return !isCheckable(value, [&] { return check(value, &expected); }) && isCheckable(value, fitsCloned);
}

/// A detail is cloned to be read-only, so a mutable value will do.
bool Checker::checkDetailValue(const syntax::Expression* value, SemType expected) {
    const SemType found = check(value, isBuiltOfMutable(value, expected) ? nullptr : &expected);
    if (isPoison(found))
        return false;
    const ModuleSymbol* values = m_analysis.libraryModule("lang.value");
    const auto* cloneable = values ? as<TypeSymbol>(values->find("Cloneable")) : nullptr;
    if (cloneable && !require(value, found, cloneable->type))
        return false;
    const SemType cloned = types::intersect(m_types, found, m_types.readonlyType());
    return isSubtype(cloned, expected) || require(value, found, expected);
}

bool Checker::checkErrorDetail(const syntax::ErrorConstructorExpr* expr, SemType type, CallFacts& call) {
    const SemType detail = isPoison(type) ? poisonType : types::errorDetailType(m_types, type);
    const auto mapping = isPoison(detail) ? std::nullopt : types::mappingAtomicType(m_types, detail);
    bool ok = true;
    std::unordered_set<std::string> given;
    for (const syntax::Arg* arg : expr->argList()->args()) {
        const auto* named = syntax::NamedArg::cast(arg);
        if (!named)
            continue;
        const std::string name = syntax::identifierValue(named->name());
        if (!given.insert(name).second) {
            report(DiagnosticCode::ArgGivenTwice, named, {name});
            ok = false;
        }
        SemType expected = m_types.readonlyType();
        if (mapping)
            expected = mapping->slotOf(name).valueType();
        if (expected.isNever() || (mapping && !mapping->names.empty() && !mapping->indexOf(name))) {
            report(DiagnosticCode::UnknownNamedArg, named->name(), {name});
            check(named->expression());
            ok = false;
            continue;
        }
        ok = checkDetailValue(named->expression(), expected) && ok;
        call.details.emplace_back(name, named->expression());
    }
    if (!mapping)
        return ok;
    for (const std::string& name : missingFields(*mapping, m_analysis.recordOfType(detail), given)) {
        report(DiagnosticCode::MissingArg, expr->argList(), {name});
        ok = false;
    }
    return ok;
}

/// The required fields without a default value that are not among those given.
std::vector<std::string> Checker::missingFields(const types::MappingAtomicType& mapping,
                                                const RecordSymbol* record,
                                                const std::unordered_set<std::string>& given) {
    std::vector<std::string> missing;
    for (size_t i = 0; i < mapping.names.size(); ++i) {
        const FieldSymbol* field = record ? record->field(mapping.names[i]) : nullptr;
        const bool isDefaulted = field && field->initializer;
        if (!isDefaulted && !mapping.slots[i].isOptional() && !given.contains(mapping.names[i]))
            missing.push_back(mapping.names[i]);
    }
    return missing;
}

} // namespace barre::model
