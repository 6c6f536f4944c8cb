// `new`: which class is meant, and the call of its init.
#include "model/semantics/checker.h"

namespace barre::model {

using types::BasicType;

SemType Checker::construct(const syntax::Node* expr, const ClassSymbol& object, SemType type,
                           const syntax::ArgList* args) {
    if (object.role == ClassRole::ObjectType) {
        checkArgsAnyway(args);
        return wrong(DiagnosticCode::NotAClass, expr, {object.name});
    }
    m_analysis.resolve(&object);
    CallFacts call;
    call.kind = CallKind::New;
    call.object = &object;
    call.constructedType = type;
    if (!object.init) {
        if (args && !args->args().empty()) {
            checkArgsAnyway(args);
            return wrong(DiagnosticCode::TooManyArgs, args->args().front(), {"0"});
        }
        return finishCall(expr, std::move(call), type);
    }
    if (!isVisible(*object.init))
        report(DiagnosticCode::PrivateMember, expr, {"init"});
    const SemType result = callSymbol(expr, *object.init, args, nullptr, std::move(call), {});
    if (isPoison(result))
        return type;
    return types::unite(m_types, type, types::partOf(m_types, result, BasicType::Error));
}

/// A stream asks the object behind it for its values, from any strand.
void Checker::checkStreamObject(const syntax::Expression* expr, SemType object, SemType stream) {
    const auto fits = [&](std::string_view name, SemType method, SemType returns) {
        types::FunctionSignature wanted;
        wanted.returns = returns;
        wanted.isIsolated = true;
        const ClassSymbol* known = m_analysis.classOfType(object);
        const FunctionSymbol* symbol = known ? known->method(name) : nullptr;
        return !method.isNever() && isSubtype(method, types::functionOf(m_types, wanted)) &&
               (!symbol || symbol->isPublic());
    };
    const types::Field value[] = {{"value", types::streamValueType(m_types, stream)}};
    const SemType returns =
        types::unite(m_types, types::recordOf(m_types, value), types::streamCompletionType(m_types, stream));
    const SemType next = types::objectMemberType(m_types, object, "next", types::MemberKind::Method);
    if (!fits("next", next, returns))
        report(DiagnosticCode::StreamNext, expr, {text(returns)});
    const SemType close = types::objectMemberType(m_types, object, "close", types::MemberKind::Method);
    const SemType errorOrNil = types::unite(m_types, types::errorType, types::nilType);
    if (!close.isNever() && !fits("close", close, errorOrNil))
        report(DiagnosticCode::StreamClose, expr, {text(errorOrNil)});
}

SemType Checker::newStream(const syntax::Expression* expr, SemType type, const syntax::ArgList* args) {
    CallFacts call;
    call.kind = CallKind::NewStream;
    call.constructedType = type;
    checkArgsAnyway(args);
    if (args && args->args().size() > 1)
        return wrong(DiagnosticCode::TooManyArgs, args, {"1"});
    ArgFacts arg;
    if (args && args->args().size() == 1)
        if (const auto* positional = syntax::PositionalArg::cast(args->args().front())) {
            arg.source = ArgFacts::Source::Expr;
            arg.expr = positional->expression();
            const auto found = tables().types.find(arg.expr);
            if (found != tables().types.end() && !found->second.within(BasicType::Object))
                report(DiagnosticCode::IncompatibleTypes, arg.expr, {"object", text(found->second)});
            else if (found != tables().types.end())
                checkStreamObject(positional->expression(), found->second, type);
        }
    if (arg.expr)
        call.args.push_back(arg);
    return finishCall(expr, std::move(call), type);
}

/// The classes that `type` is, or is a union of.
std::vector<SemType> Checker::classesOf(SemType type) {
    const SemType objects = types::partOf(m_types, type, BasicType::Object);
    if (m_analysis.classOfType(objects))
        return {objects};
    std::vector<SemType> classes;
    for (const SemType& alternative : types::objectAlternatives(m_types, objects))
        if (const ClassSymbol* object = m_analysis.classOfType(alternative);
            object && object->role != ClassRole::ObjectType)
            classes.push_back(alternative);
    return classes;
}

/// Of several classes, the one whose `init` takes the arguments, if there is just one.
std::vector<SemType> Checker::constructible(const syntax::Expression* expr, SemType type,
                                            const syntax::ArgList* args) {
    return checkable(expr, classesOf(type), [&](SemType object) {
        return construct(expr, *m_analysis.classOfType(object), object, args);
    });
}

SemType Checker::checkExplicitNew(const syntax::ExplicitNewExpr* expr, Expected) {
    const SemType type = resolveType(expr->classDescriptor());
    if (isPoison(type)) {
        checkArgsAnyway(expr->argList());
        return poisonType;
    }
    if (type.within(BasicType::Stream))
        return newStream(expr, type, expr->argList());
    if (const std::vector<SemType> classes = constructible(expr, type, expr->argList());
        classes.size() == 1 && type.within(BasicType::Object))
        return construct(expr, *m_analysis.classOfType(classes.front()), classes.front(), expr->argList());
    checkArgsAnyway(expr->argList());
    report(DiagnosticCode::NotAClass, expr->classDescriptor(), {text(type)});
    if (type.within(BasicType::Mapping))
        m_analysis.hint("a record is written '{field: value}'");
    else if (type.within(BasicType::Error))
        m_analysis.hint("an error is written 'error(\"message\")'");
    return poisonType;
}

SemType Checker::checkImplicitNew(const syntax::ImplicitNewExpr* expr, Expected expected) {
    const auto giveUp = [&] {
        checkArgsAnyway(expr->argList());
        if (!expected && m_isExpectedUnknown)
            return poisonType;
        return expected ? wrong(DiagnosticCode::NewNotExpected, expr, {text(*expected)})
                        : wrong(DiagnosticCode::NewWithoutType, expr);
    };
    if (!expected)
        return giveUp();
    const std::vector<SemType> classes = constructible(expr, *expected, expr->argList());
    if (classes.size() == 1)
        return construct(expr, *m_analysis.classOfType(classes.front()), classes.front(), expr->argList());
    if (classes.empty() && expected->has(BasicType::Stream))
        return newStream(expr, types::partOf(m_types, *expected, BasicType::Stream), expr->argList());
    return giveUp();
}

} // namespace barre::model
