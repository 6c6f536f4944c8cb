// Object constructors: what the object is made as, and what its members make of it.
#include "model/semantics/checker.h"
#include "model/semantics/isolation_rules.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using types::BasicType;

/// The type that is named, or the object type that is expected.
SemType Checker::objectTarget(const syntax::ObjectConstructorExpr* expr, Expected expected) {
    if (!expr->typeReference())
        return expected && expected->has(BasicType::Object)
                   ? types::partOf(m_types, *expected, BasicType::Object)
                   : types::objectType;
    const SemType type = resolveType(expr->typeReference());
    if (isPoison(type) || type.within(BasicType::Object))
        return type;
    return wrong(DiagnosticCode::InclusionNotObject, expr->typeReference(), {text(type)});
}

namespace {

/// The fields of the included type that the object does not declare itself.
std::vector<types::ObjectMember> includedFields(types::TypeContext& types, const ClassSymbol& object,
                                                SemType target) {
    const auto included =
        object.inclusions.empty() || isPoison(target) ? std::nullopt : types::objectAtomicType(types, target);
    std::vector<types::ObjectMember> fields;
    for (const types::ObjectMember& member : included ? included->members : fields)
        if (member.kind == types::MemberKind::Field && !object.field(member.name))
            fields.push_back(member);
    return fields;
}

} // namespace

/// An object all of whose fields are final and read-only is read-only itself; the same for isolated.
void Checker::inferObjectQualifiers(ClassSymbol& object, SemType target) {
    if (!isPoison(target)) {
        object.extraDistinctIds = types::distinctIds(target);
        object.isReadonly = isSubtype(target, m_types.readonlyType()) && !target.isNever();
    }
    bool isReadonly = true, isIsolated = true, mayBeIsolated = true;
    const IsolationRules rules(tables(), m_types);
    TypeResolver resolver(m_analysis, m_analysis.module(), m_file);
    for (const FieldSymbol* field : object.fields) {
        const SemType type = resolver.resolve(syntax::ObjectField::cast(field->decl)->typeDescriptor());
        const bool isFixed = field->isFinal && !isPoison(type);
        isReadonly = isReadonly && isFixed && isSubtype(type, m_types.readonlyType());
        isIsolated = isIsolated && isFixed && rules.isIsolatedType(type);
        mayBeIsolated = mayBeIsolated &&
                        ((isFixed && rules.isIsolatedType(type)) || field->visibility == Visibility::Private);
    }
    for (const types::ObjectMember& field : includedFields(m_types, object, target)) {
        isReadonly = isReadonly && field.isFinal && isSubtype(field.type, m_types.readonlyType());
        isIsolated = isIsolated && field.isFinal && rules.isIsolatedType(field.type);
    }
    object.isReadonly = object.isReadonly || isReadonly;
    for (const FieldSymbol* field : object.fields)
        const_cast<FieldSymbol*>(field)->isFinal |= object.isReadonly; // of this analysis: still being made
    const bool isExpectedIsolated =
        mayBeIsolated && !isPoison(target) && !target.isNever() && rules.isIsolatedType(target);
    object.isIsolated = object.isIsolated || object.isReadonly || isIsolated || isExpectedIsolated;
}

SemType Checker::checkObjectConstructor(const syntax::ObjectConstructorExpr* expr, Expected expected) {
    ClassSymbol& object = m_analysis.declareClass(expr, ClassRole::ObjectConstructor, "object",
                                                  expr->objectConstructorBlock()->members(), "object");
    const SemType target = objectTarget(expr, expected);
    if (expr->typeReference() && !isPoison(target))
        object.inclusions.push_back({expr, {}, nullptr});
    inferObjectQualifiers(object, target);
    const size_t reports = m_analysis.reportCount();
    m_analysis.resolveClass(object);
    CallFacts call;
    call.kind = CallKind::New;
    call.object = &object;
    call.constructedType = object.type;
    tables().calls[expr] = std::move(call);
    checkMetadata(expr);
    checkClass(object);
    if (object.init && !object.init->signature.params.empty())
        report(DiagnosticCode::ConstructorInitParams, expr);
    if (expr->typeReference() && !isPoison(target) && m_analysis.reportCount() == reports)
        require(expr, object.type, target);
    return object.init ? unite(object.type,
                               types::partOf(m_types, object.init->signature.returnType, BasicType::Error))
                       : object.type;
}

void Checker::checkFieldInitializer(const ClassSymbol& object, const FieldSymbol& field) {
    const auto* initializer = static_cast<const syntax::Expression*>(field.initializer);
    if (isPoison(field.type)) {
        check(initializer);
        return;
    }
    SemType expected = field.type;
    if (object.isReadonly)
        expected = types::intersect(m_types, expected, m_types.readonlyType());
    checkAs(initializer, expected);
}

} // namespace barre::model
