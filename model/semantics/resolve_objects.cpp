// Classes, object types, services: members, inclusions, their types.
#include "model/semantics/type_resolver.h"

#include <algorithm>

namespace barre::model {

using syntax::TokenKind;

namespace {

FunctionRole methodRole(const syntax::ObjectMember* member) {
    switch (member->kind()) {
    case syntax::NodeKind::RemoteMethodDefn:
    case syntax::NodeKind::RemoteMethodDecl: return FunctionRole::Remote;
    case syntax::NodeKind::ResourceMethodDefn:
    case syntax::NodeKind::ResourceMethodDecl: return FunctionRole::Resource;
    default: return FunctionRole::Method;
    }
}

types::MemberKind memberKind(FunctionRole role) {
    if (role == FunctionRole::Remote)
        return types::MemberKind::RemoteMethod;
    return role == FunctionRole::Resource ? types::MemberKind::ResourceMethod : types::MemberKind::Method;
}

/// `get users/[]`, as model/types names resource methods.
std::string resourceName(const FunctionSymbol& method) {
    std::string name = method.accessor + " ";
    for (size_t i = 0; i < method.path.size(); ++i) {
        const PathSegment& segment = method.path[i];
        name += i ? "/" : "";
        switch (segment.kind) {
        case PathSegment::Kind::Name: name += segment.name; break;
        case PathSegment::Kind::Param: name += "[]"; break;
        case PathSegment::Kind::Rest: name += "[...]"; break;
        case PathSegment::Kind::Dot: name += "."; break;
        }
    }
    return name;
}

std::string visibilityOf(const Symbol& symbol, const ClassSymbol& object) {
    if (symbol.visibility == Visibility::Public)
        return "public";
    const std::string module = symbol.module ? symbol.module->moduleName.text() : "";
    return symbol.visibility == Visibility::Module ? module : module + "." + object.name;
}

void addDistinct(const std::vector<uint32_t>& from, std::vector<uint32_t>& ids) {
    for (uint32_t id : from)
        if (std::find(ids.begin(), ids.end(), id) == ids.end())
            ids.push_back(id);
}

const syntax::TypeDesc* descriptorOf(const FieldSymbol& field) {
    const auto* decl = syntax::ObjectField::cast(field.decl);
    return decl ? decl->typeDescriptor() : syntax::ObjectFieldDescriptor::cast(field.decl)->typeDescriptor();
}

bool isConcrete(const ClassSymbol& object) {
    return object.role != ClassRole::ObjectType;
}

} // namespace

ClassSymbol& ModuleAnalysis::declareClass(const syntax::Node* decl, ClassRole role, std::string name,
                                          syntax::NodeList<syntax::ObjectMember> members,
                                          const std::string& idPrefix) {
    ClassSymbol& object = m_tables->make<ClassSymbol>();
    object.role = role;
    object.decl = decl;
    object.file = fileOf(decl);
    object.name = std::move(name);
    object.isDistinct = syntax::hasQualifier(decl, TokenKind::DistinctKeyword);
    object.isService = role == ClassRole::Service || syntax::hasQualifier(decl, TokenKind::ServiceKeyword);
    object.isClient = syntax::hasQualifier(decl, TokenKind::ClientKeyword);
    object.isIsolated = syntax::hasQualifier(decl, TokenKind::IsolatedKeyword);
    object.isReadonly = syntax::hasQualifier(decl, TokenKind::ReadonlyKeyword);
    m_tables->classes[decl] = &object;
    m_objects[decl] = &object;
    for (const syntax::ObjectMember* member : members)
        addClassMember(object, member, idPrefix);
    return object;
}

void ModuleAnalysis::addClassMember(ClassSymbol& object, const syntax::ObjectMember* member,
                                    const std::string& idPrefix) {
    if (const auto* method = syntax::FunctionLike::cast(member)) {
        FunctionSymbol& function = m_tables->make<FunctionSymbol>();
        initSymbol(function, member, method->name());
        function.role = methodRole(member);
        function.owner = &object;
        if (function.role == FunctionRole::Resource) {
            function.accessor = function.name;
            function.name = std::string(method->name()->text());
            if (method->resourcePath())
                function.name += " " + std::string(method->resourcePath()->text());
        }
        function.id = makeId(idPrefix + "." + function.name);
        m_tables->functions[member] = &function;
        m_tables->symbolOf[member] = &function;
        if (function.isInit())
            object.init = &function;
        object.methods.push_back(&function);
        return;
    }
    const auto* inclusion = syntax::ObjectTypeInclusion::cast(member);
    if (inclusion)
        object.inclusions.push_back({inclusion, {}, nullptr});
    const bool isField =
        syntax::is<syntax::ObjectField>(member) || syntax::is<syntax::ObjectFieldDescriptor>(member);
    if (!isField || syntax::nameOf(member)->isMissing())
        return;
    FieldSymbol& field = m_tables->make<FieldSymbol>();
    initSymbol(field, member, syntax::nameOf(member));
    field.owner = &object;
    field.id = makeId(idPrefix + "." + field.name);
    field.isFinal = syntax::hasQualifier(member, TokenKind::FinalKeyword) || object.isReadonly;
    if (const auto* decl = syntax::ObjectField::cast(member))
        field.initializer = decl->fieldInitializer();
    m_tables->symbolOf[member] = &field;
    object.fields.push_back(&field);
}

ClassSymbol& ModuleAnalysis::objectTypeOf(const syntax::ObjectTypeDesc* desc, uint32_t) {
    if (ClassSymbol* known = m_objects[desc])
        return *known;
    const syntax::Node* named = desc->parent();
    while (named &&
           (syntax::is<syntax::DistinctTypeDesc>(named) || syntax::is<syntax::ParenthesizedTypeDesc>(named)))
        named = named->parent();
    const auto* defn = syntax::ModuleTypeDefn::cast(named);
    const std::string name = defn ? syntax::identifierValue(defn->name()) : "object";
    ClassSymbol& object = declareClass(desc, ClassRole::ObjectType, name, desc->members(), name);
    if (defn) {
        object.nameRange = defn->name()->range();
        object.visibility =
            syntax::hasQualifier(defn, TokenKind::PublicKeyword) ? Visibility::Public : Visibility::Module;
    }
    return object;
}

void ModuleAnalysis::resolveClass(ClassSymbol& object) {
    State& state = m_states[&object];
    if (state != State::New)
        return;
    state = State::Busy;
    const types::Placeholder placeholder = m_types.env().declare(types::BasicType::Object);
    object.type = placeholder.type;
    std::vector<uint32_t> distinctIds = object.extraDistinctIds;
    collectDistinct(&object, nullptr, distinctIds);
    for (uint32_t id : distinctIds)
        object.type = types::distinctOf(m_types, object.type, id);
    if (object.isReadonly)
        object.type = types::intersect(m_types, object.type, m_types.readonlyType());
    m_tables->classOfType.emplace(placeholder.type, &object);
    m_tables->classOfType.emplace(object.type, &object);
    if (object.role != ClassRole::ObjectType && !object.name.empty())
        m_types.env().setName(object.type, module().isDefaultModule
                                               ? object.name
                                               : module().moduleName.defaultPrefix() + ":" + object.name);
    const Deferring deferring(*this);
    defer([this, &object, placeholder] { defineClass(object, placeholder); });
}

namespace {

void reportDuplicates(ModuleAnalysis& analysis, const ClassSymbol& object) {
    std::unordered_set<std::string> names, remotes;
    for (const FieldSymbol* field : object.fields)
        if (field->owner == &object && !names.insert(field->name).second)
            analysis.reportAt(DiagnosticCode::Redeclared, field->file, field->nameRange, {field->name});
    for (const FunctionSymbol* method : object.methods) {
        if (method->owner != &object)
            continue;
        auto& known = method->role == FunctionRole::Method ? names : remotes;
        const std::string name =
            method->role == FunctionRole::Resource ? resourceName(*method) : method->name;
        if (!known.insert(name).second)
            analysis.reportAt(DiagnosticCode::Redeclared, method->file, method->nameRange, {name});
    }
}

void reportInclusionCycle(ModuleAnalysis& analysis, std::initializer_list<const ClassSymbol*> objects) {
    for (const ClassSymbol* object : objects)
        analysis.reportAt(DiagnosticCode::CyclicDefinition, object->file, object->nameRange, {object->name});
}

} // namespace

void ModuleAnalysis::fillMembers(ClassSymbol& object) {
    State& state = m_memberStates[&object];
    if (state != State::New)
        return;
    state = State::Busy;
    TypeResolver resolver(*this, module(), object.file);
    for (const FieldSymbol* constField : object.fields) {
        FieldSymbol& field = const_cast<FieldSymbol&>(*constField);
        field.type = resolver.resolve(descriptorOf(field));
    }
    for (const FunctionSymbol* constMethod : std::vector(object.methods)) {
        FunctionSymbol& method = const_cast<FunctionSymbol&>(*constMethod);
        resolveFunction(method);
        m_states[&method] = State::Done;
        VariableSymbol& self = m_tables->make<VariableSymbol>();
        self.name = "self";
        self.role = VariableRole::Self;
        self.type = object.type;
        self.isFinal = true;
        self.owner = &method;
        method.self = &self;
        resolveResourcePath(method);
    }
    reportDuplicates(*this, object);
    for (Inclusion& inclusion : object.inclusions)
        includeInto(object, inclusion);
    state = State::Done;
}

void ModuleAnalysis::resolveResourcePath(FunctionSymbol& method) {
    const auto* decl = syntax::FunctionLike::cast(method.decl);
    if (method.role != FunctionRole::Resource || !decl->resourcePath())
        return;
    TypeResolver resolver(*this, module(), method.file);
    for (const syntax::ResourcePathSegment* node : decl->resourcePath()->segments()) {
        PathSegment segment;
        segment.node = node;
        const syntax::Token* name = nullptr;
        if (const auto* fixed = syntax::ResourcePathSegmentName::cast(node)) {
            segment.name = syntax::identifierValue(fixed->name());
        } else if (syntax::is<syntax::DotResourcePath>(node)) {
            segment.kind = PathSegment::Kind::Dot;
        } else if (const auto* param = syntax::ResourcePathSegmentParam::cast(node)) {
            segment.kind = PathSegment::Kind::Param;
            segment.type = resolver.resolve(param->typeDescriptor());
            name = param->name();
        } else if (const auto* rest = syntax::ResourcePathRestParam::cast(node)) {
            segment.kind = PathSegment::Kind::Rest;
            segment.type = resolver.resolve(rest->typeDescriptor());
            name = rest->name();
        }
        if (name) {
            VariableSymbol& variable = m_tables->make<VariableSymbol>();
            initSymbol(variable, node, name);
            variable.role = VariableRole::Parameter;
            variable.isFinal = true;
            variable.owner = &method;
            variable.type = segment.kind == PathSegment::Kind::Rest && !isPoison(segment.type)
                                ? types::arrayOf(m_types, segment.type)
                                : segment.type;
            m_tables->symbolOf[node] = &variable;
            segment.symbol = &variable;
            segment.name = variable.name;
        }
        method.path.push_back(std::move(segment));
    }
}

namespace {

/// The type that is included by a member `*T`, or by an object constructor that names it: `object T {}`.
const syntax::TypeReference* includedReference(const syntax::Node* node) {
    const auto* member = syntax::ObjectTypeInclusion::cast(node);
    return member ? member->typeReference() : syntax::ObjectConstructorExpr::cast(node)->typeReference();
}

} // namespace

void ModuleAnalysis::includeInto(ClassSymbol& object, Inclusion& inclusion) {
    const auto* reference = includedReference(inclusion.node);
    inclusion.type = TypeResolver(*this, module(), object.file).resolve(reference);
    inclusion.target = m_tables->symbolOf[reference];
    if (isPoison(inclusion.type))
        return;
    const auto* named = as<TypeSymbol>(inclusion.target);
    const ClassSymbol* included = named ? named->object : as<ClassSymbol>(inclusion.target);
    if (!included)
        included = classOfType(inclusion.type);
    if (!included) {
        report(DiagnosticCode::InclusionNotObject, reference, {text(inclusion.type)});
        return;
    }
    if (const auto state = m_memberStates.find(included);
        state != m_memberStates.end() && state->second == State::Busy)
        return reportInclusionCycle(*this, {&object, included});
    if (included->module == &module())
        fillMembers(const_cast<ClassSymbol&>(*included));
    checkQualifiers(object, *included, reference);
    for (const FieldSymbol* field : included->fields)
        includeField(object, *field, reference);
    for (const FunctionSymbol* method : included->methods)
        includeMethod(object, *method, reference);
}

/// What is included may be used where an isolated, client or service object is needed.
void ModuleAnalysis::checkQualifiers(const ClassSymbol& object, const ClassSymbol& included,
                                     const syntax::Node* place) {
    const auto check = [&](bool ClassSymbol::*qualifier, const char* name) {
        if (included.*qualifier && !(object.*qualifier))
            report(DiagnosticCode::InclusionQualifier, place, {included.name, name});
    };
    check(&ClassSymbol::isIsolated, "isolated");
    check(&ClassSymbol::isService, "service");
    check(&ClassSymbol::isClient, "client");
}

void ModuleAnalysis::includeField(ClassSymbol& object, const FieldSymbol& field,
                                  const syntax::Node* reference) {
    const FieldSymbol* known = object.field(field.name);
    if (!known)
        object.fields.push_back(&field);
    else if (known->owner == &object)
        checkOverride(*known, field, descriptorOf(*known));
    else if (known != &field)
        report(DiagnosticCode::Redeclared, reference, {field.name});
}

void ModuleAnalysis::includeMethod(ClassSymbol& object, const FunctionSymbol& method,
                                   const syntax::Node* reference) {
    if (method.isInit())
        return;
    const auto same = [&](const FunctionSymbol* own) {
        if (own->role != method.role)
            return false;
        return method.role == FunctionRole::Resource ? resourceName(*own) == resourceName(method)
                                                     : own->name == method.name;
    };
    const auto own = std::find_if(object.methods.begin(), object.methods.end(), same);
    if (own == object.methods.end()) {
        if (isConcrete(object))
            report(DiagnosticCode::MethodNotImplemented, reference, {method.name});
        object.methods.push_back(&method);
        return;
    }
    deferQuestion([this, known = *own, &object, &method, reference] {
        const bool isNarrower = types::isSubtype(m_types, known->type, method.type);
        if (known->owner == &object && !isNarrower)
            reportAt(DiagnosticCode::IncompatibleOverride, known->file, known->nameRange,
                     {method.name, text(method.type)});
        else if (known->owner != &object &&
                 !(isNarrower && types::isSubtype(m_types, method.type, known->type)))
            report(DiagnosticCode::Redeclared, reference, {method.name});
    });
}

void ModuleAnalysis::defineClass(ClassSymbol& object, const types::Placeholder& placeholder) {
    fillMembers(object);
    types::ObjectAtomicType type;
    type.isIsolated = object.isIsolated;
    type.isService = object.isService;
    type.isClient = object.isClient;
    for (const FieldSymbol* field : object.fields)
        type.members.push_back({field->name, types::MemberKind::Field, sane(field->type), field->isFinal,
                                visibilityOf(*field, object)});
    for (const FunctionSymbol* method : object.methods)
        if (!method->isInit())
            type.members.push_back(
                {method->role == FunctionRole::Resource ? resourceName(*method) : method->name,
                 memberKind(method->role), method->type, true, visibilityOf(*method, object)});
    types::objectOf(m_types, type, &placeholder);
    m_states[&object] = State::Done;
    if (isConcrete(object))
        deferQuestion([this, &object, type = placeholder.type] {
            if (types::isCyclic(m_types, type))
                reportInfinite(object);
        });
}

/// Its fields are told as fields of nothing, if its type stays what it is.
void ModuleAnalysis::reportInfinite(ClassSymbol& object) {
    reportAt(DiagnosticCode::InfiniteType, object.file, object.nameRange, {object.name});
    object.type = poisonType;
    for (const FunctionSymbol* method : object.methods)
        if (method->owner == &object)
            const_cast<VariableSymbol*>(method->self)->type = poisonType; // of this module: still being made
}

void ModuleAnalysis::collectDistinct(const Symbol* target, const syntax::Node* desc,
                                     std::vector<uint32_t>& ids) {
    if (target && std::find(m_collecting.begin(), m_collecting.end(), target) != m_collecting.end())
        return; // includes itself, which is reported where it is included
    m_collecting.push_back(target);
    collectOwnDistinct(target, desc, ids);
    m_collecting.pop_back();
}

void ModuleAnalysis::collectOwnDistinct(const Symbol* target, const syntax::Node* desc,
                                        std::vector<uint32_t>& ids) {
    if (const auto* object = as<ClassSymbol>(target)) {
        if (object->module != &module())
            return addDistinct(types::distinctIds(object->type), ids);
        if (object->isDistinct)
            addDistinct({distinctIdOf(module(), object->decl)}, ids);
        for (const Inclusion& inclusion : object->inclusions)
            collectDistinct(nullptr, includedReference(inclusion.node), ids);
        return;
    }
    if (const auto* type = as<TypeSymbol>(target)) {
        if (type->module != &module())
            return addDistinct(types::distinctIds(type->type), ids);
        return collectDistinct(nullptr, type->descriptor, ids);
    }
    if (const auto* inner = syntax::ParenthesizedTypeDesc::cast(desc))
        return collectDistinct(nullptr, inner->typeDescriptor(), ids);
    if (const auto* distinct = syntax::DistinctTypeDesc::cast(desc)) {
        addDistinct({distinctIdOf(module(), distinct)}, ids);
        return collectDistinct(nullptr, distinct->typeDescriptor(), ids);
    }
    if (const auto* reference = syntax::TypeReference::cast(desc))
        return collectDistinct(lookUp(module(), fileOf(desc), reference->prefix(), reference->name(), true),
                               nullptr, ids);
    if (const auto* object = syntax::ObjectTypeDesc::cast(desc))
        collectDistinct(&objectTypeOf(object, fileOf(desc)), nullptr, ids);
}

void ModuleAnalysis::resolveService(ServiceSymbol& service) {
    ClassSymbol& object = const_cast<ClassSymbol&>(*service.object);
    resolveClass(object);
    for (const syntax::Node* listener : service.listeners) {
        const auto* reference = syntax::VariableReferenceExpr::cast(listener);
        const Symbol* symbol =
            reference ? lookUp(module(), service.file, reference->prefix(), reference->name(), true)
                      : nullptr;
        service.listenerSymbols.push_back(as<VariableSymbol>(symbol));
    }
}

} // namespace barre::model
