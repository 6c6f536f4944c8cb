// Listeners and services, and what a network sees of an object.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

using types::BasicType;

/// Services can be attached to it.
bool Checker::isListener(SemType type) {
    const SemType object = types::withoutError(m_types, type);
    if (!object.within(BasicType::Object) || object.isNever())
        return false;
    static constexpr std::string_view methods[] = {"attach", "detach", "start", "gracefulStop",
                                                   "immediateStop"};
    return std::ranges::all_of(methods, [&](std::string_view name) {
        return !types::objectMemberType(m_types, object, name, types::MemberKind::Method).isNever();
    });
}

void Checker::checkListener(const syntax::ListenerDecl* decl) {
    checkMetadata(decl);
    const auto* variable = as<VariableSymbol>(tables().symbolOf[decl]);
    if (variable && !isPoison(variable->type) && !isListener(variable->type)) {
        const auto* descriptor = static_cast<const syntax::Node*>(decl->typeDescriptor());
        report(DiagnosticCode::NotAListener, descriptor ? descriptor : decl->expression(),
               {text(variable->type)});
    }
    if (!variable || !decl->typeDescriptor())
        return;
    SemType allowed = variable->type;
    if (!isPoison(allowed))
        allowed = types::unite(m_types, allowed, types::errorType);
    checkOutermost(decl->expression(), &allowed);
}

/// The type that a service says it has; a path that lacks its slash looks like one.
void Checker::checkServiceType(const syntax::ServiceDecl* decl, const ClassSymbol& object) {
    if (!decl || !decl->typeDescriptor())
        return;
    const size_t reports = m_analysis.reportCount();
    const SemType type = resolveType(decl->typeDescriptor());
    if (!isPoison(type) && !isServiceOf(object, type))
        report(DiagnosticCode::IncompatibleTypes, decl->typeDescriptor(), {text(type), text(object.type)});
    if (m_analysis.reportCount() > reports && !decl->attachPoint())
        m_analysis.hint("a path begins with '/'");
}

/// What makes `wanted` distinct or isolated, a service has by being declared or attached as such: what it has
/// to have are the members.
bool Checker::isServiceOf(const ClassSymbol& object, SemType wanted) {
    if (isPoison(object.type) || !wanted.within(BasicType::Object))
        return true;
    for (const SemType& alternative : types::objectAlternatives(m_types, wanted)) {
        std::optional<types::ObjectAtomicType> members = types::objectAtomicType(m_types, alternative);
        if (!members)
            return true;
        members->distinctIds.clear();
        members->isIsolated = false;
        if (isSubtype(object.type, types::objectOf(m_types, *members)))
            return true;
    }
    return wanted.isNever();
}

void Checker::checkAttached(const ServiceSymbol& service, const syntax::Node* listener, SemType type) {
    const SemType attach = types::objectMemberType(m_types, types::withoutError(m_types, type), "attach",
                                                   types::MemberKind::Method);
    const std::optional<SemType> params = types::functionParamListType(m_types, attach);
    const SemType wanted = params ? types::listMemberTypeAt(m_types, *params, 0) : types::valueType;
    if (!isServiceOf(*service.object, wanted))
        report(DiagnosticCode::ServiceNotForListener, listener, {text(wanted)});
}

void Checker::checkService(const ServiceSymbol& service) {
    checkMetadata(service.decl);
    checkServiceType(syntax::ServiceDecl::cast(service.decl), *service.object);
    for (const syntax::Node* node : service.listeners) {
        const auto* expr = static_cast<const syntax::Expression*>(node);
        FunctionContext context;
        m_function = &context;
        const SemType type = check(expr);
        m_function = nullptr;
        if (!isPoison(type) && !isListener(type))
            report(DiagnosticCode::NotAListener, expr, {text(type)});
        else if (!isPoison(type))
            checkAttached(service, expr, type);
    }
    checkClass(*service.object);
}

/// Remote and resource methods are what a network sees of an object.
void Checker::checkNetworkMethods(const ClassSymbol& object) {
    for (const FunctionSymbol* method : object.methods) {
        const bool isResource = method->role == FunctionRole::Resource;
        if (method->owner != &object || !(isResource || method->role == FunctionRole::Remote))
            continue;
        if (!object.isClient && !object.isService)
            m_analysis.reportAt(DiagnosticCode::NotANetworkObject, method->file, method->nameRange,
                                {isResource ? "a resource method" : "a remote method"});
        if (isResource)
            checkResource(*method);
    }
}

/// The paths of resources are data, and what they return is, too, or a service that goes on from there.
void Checker::checkResource(const FunctionSymbol& method) {
    for (const PathSegment& segment : method.path)
        if (segment.symbol && !isPoison(segment.type) && !isSubtype(segment.type, m_types.anydataType()))
            report(DiagnosticCode::PathParamNotAnydata, segment.node, {text(segment.type)});
    const SemType returns = method.signature.returnType;
    if (isPoison(returns) || !method.signature.returnDescriptor)
        return;
    types::ObjectAtomicType client;
    client.isClient = true;
    const SemType clients = types::objectOf(m_types, client);
    const std::vector<SemType> objects =
        types::objectAlternatives(m_types, types::partOf(m_types, returns, BasicType::Object));
    const bool hasClient =
        std::ranges::any_of(objects, [&](const SemType& object) { return isSubtype(object, clients); });
    if (hasClient || returns.has(BasicType::Function))
        report(DiagnosticCode::ResourceReturn, method.signature.returnDescriptor, {text(returns)});
}

} // namespace barre::model
