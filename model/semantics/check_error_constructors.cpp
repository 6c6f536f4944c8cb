// Error constructors: the message, the cause and the detail.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

SemType Checker::checkErrorConstructor(const syntax::ErrorConstructorExpr* expr, Expected expected) {
    SemType type = types::errorType;
    if (expr->errorTypeReference()) {
        type = resolveType(expr->errorTypeReference());
        if (!isPoison(type) && !type.within(BasicType::Error))
            type = wrong(DiagnosticCode::NotAnErrorType, expr->errorTypeReference(), {text(type)});
    } else if (expected && expected->has(BasicType::Error)) {
        type = types::partOf(m_types, *expected, BasicType::Error);
        const std::vector<SemType> alternatives = types::errorAlternatives(m_types, type);
        if (alternatives.size() > 1)
            type = wrong(DiagnosticCode::AmbiguousConstructor, expr, {text(type)});
    }
    CallFacts call;
    call.kind = CallKind::Error;
    call.constructedType = type;
    const SemType positional[] = {types::stringType, types::unite(m_types, types::errorType, types::nilType)};
    size_t count = 0;
    bool ok = true;
    for (const syntax::Arg* arg : expr->argList()->args()) {
        const auto* value = syntax::PositionalArg::cast(arg);
        if (!value)
            continue;
        if (count >= 2) {
            report(DiagnosticCode::TooManyArgs, arg, {"2"});
            ok = false;
            break;
        }
        ok = !isPoison(checkAs(value->expression(), positional[count])) && ok;
        ArgFacts fact;
        fact.source = ArgFacts::Source::Expr;
        fact.expr = value->expression();
        call.args.push_back(std::move(fact));
        ++count;
    }
    if (count == 0) {
        report(DiagnosticCode::MissingArg, expr->argList(), {"message"});
        ok = false;
    }
    ok = checkErrorDetail(expr, type, call) && ok;
    if (!ok || isPoison(type))
        return poisonType;
    tables().calls[expr] = std::move(call);
    return type;
}

bool Checker::checkErrorDetail(const syntax::ErrorConstructorExpr* expr, SemType type, CallFacts& call) {
    const SemType detail = isPoison(type) ? poisonType : types::errorDetailType(m_types, type);
    const auto mapping = isPoison(detail) ? std::nullopt : types::mappingAtomicType(m_types, detail);
    const RecordSymbol* record = isPoison(detail) ? nullptr : m_analysis.recordOfType(detail);
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
        SemType expected = types::unite(m_types, m_types.anydataType(), m_types.readonlyType());
        if (mapping) {
            expected = mapping->slotOf(name).valueType();
            if (expected.isNever() || (!mapping->names.empty() && !mapping->indexOf(name))) {
                report(DiagnosticCode::UnknownNamedArg, named->name(), {name});
                check(named->expression());
                ok = false;
                continue;
            }
        }
        ok = !isPoison(checkAs(named->expression(), expected)) && ok;
        call.details.emplace_back(name, named->expression());
    }
    for (size_t i = 0; mapping && i < mapping->names.size(); ++i) {
        const FieldSymbol* field = record ? record->field(mapping->names[i]) : nullptr;
        if (given.contains(mapping->names[i]) || mapping->slots[i].isOptional() ||
            (field && field->initializer))
            continue;
        report(DiagnosticCode::MissingArg, expr->argList(), {mapping->names[i]});
        ok = false;
    }
    return ok;
}

} // namespace barre::model
