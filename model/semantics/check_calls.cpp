// Calls: functions, methods, remote methods, resources, library functions as methods, new.
#include "model/semantics/checker.h"
#include "model/semantics/langlib_modules.h"
#include "model/semantics/name_hint.h"
#include "model/semantics/type_resolver.h"

namespace barre::model {

using types::BasicType;
using types::MemberKind;

SemType Checker::finishCall(const syntax::Node* expr, CallFacts call, SemType result) {
    tables().calls[expr] = std::move(call);
    return result;
}

SemType Checker::callSymbol(const syntax::Node* expr, const FunctionSymbol& function,
                            const syntax::ArgList* args, Expected expected, CallFacts call,
                            SemType receiver) {
    m_analysis.resolve(&function);
    call.function = &function;
    call.functionType = function.type;
    TypeBindings bindings;
    TypeBindings* generic = function.signature.isGeneric ? &bindings : nullptr;
    const syntax::Expression* receiverExpr = static_cast<const syntax::Expression*>(call.receiver);
    const bool ok =
        bindArgs(expr, &function, function.signature, args, call, generic, receiverExpr, receiver);
    if (function.signature.isTransactional)
        requireTransactionalScope(expr, function.name);
    SemType result = function.signature.returnType;
    if (generic && ok)
        result = genericResult(function, bindings, expected, call, expr);
    return ok ? finishCall(expr, std::move(call), result) : poisonType;
}

/// The parameters that every function of the type has.
std::optional<Signature> Checker::signatureOf(SemType function, uint64_t argCount) {
    const auto takes = [](const types::ListAtomicType& list, uint64_t count) {
        return list.fixedLength <= count && (!list.isClosed() || list.fixedLength == count);
    };
    const auto widened = [this](const std::optional<types::ListAtomicType>& known,
                                const types::ListAtomicType& other) {
        std::optional<types::ListAtomicType> both = known;
        if (!both || both->fixedLength != other.fixedLength)
            return both;
        both->initial.clear();
        for (uint64_t i = 0; i < other.fixedLength; ++i)
            both->initial.push_back({types::unite(m_types, known->memberAt(i).type, other.memberAt(i).type)});
        return both;
    };
    const auto list = types::functionParamListType(m_types, function);
    auto params = list ? types::listAtomicType(m_types, *list) : std::nullopt;
    if (list && !params)
        for (const SemType& alternative : types::listAlternatives(m_types, *list)) {
            const auto one = types::listAtomicType(m_types, alternative);
            if (one && takes(*one, argCount) && !std::exchange(params, widened(params, *one)))
                params = one;
        }
    if (!params || params->fixedLength > 1000)
        return std::nullopt;
    Signature signature;
    for (uint64_t i = 0; i < params->fixedLength; ++i)
        signature.params.push_back({"", ParamKind::Required, params->memberAt(i).type});
    if (!params->isClosed())
        signature.params.push_back({"", ParamKind::Rest, types::arrayOf(m_types, params->rest.type)});
    return signature;
}

namespace {

/// The pattern with a type that declares a variable; null for parameters and the like.
const syntax::TypedBindingPattern* typedPatternOf(const VariableSymbol& variable) {
    if (const auto* decl = variable.decl ? syntax::ModuleVarDecl::cast(variable.decl) : nullptr)
        return decl->typedBindingPattern();
    return variable.decl ? syntax::TypedBindingPattern::cast(variable.decl->parent()) : nullptr;
}

} // namespace

/// The function that a variable holds for as long as it lives, if its declaration says so.
const FunctionSymbol* Checker::initialFunction(const VariableSymbol& variable) const {
    const auto* typed = typedPatternOf(variable);
    if (!typed || !syntax::is<syntax::VarTypeDesc>(typed->typeDescriptor()))
        return nullptr;
    for (const FunctionContext* context = m_function; context && !variable.isFinal; context = context->outer)
        if (!variable.owner || context->assigned.contains(variable.name))
            return nullptr;
    const auto* local = syntax::LocalVarDeclStmt::cast(typed->parent());
    const auto* global = syntax::ModuleVarDecl::cast(typed->parent());
    const syntax::Node* value = local    ? static_cast<const syntax::Node*>(local->initializer())
                                : global ? global->initializer()
                                         : nullptr;
    const ModelTables& tables = m_analysis.tables();
    if (const auto known = tables.functions.find(value); known != tables.functions.end())
        return known->second;
    const auto named = tables.symbolOf.find(value);
    return named == tables.symbolOf.end() ? nullptr : as<FunctionSymbol>(named->second);
}

/// The function type descriptor that a descriptor is, or leads to by its name or as the only one of a union
/// or an intersection; null if there is none.
const syntax::FunctionTypeDesc* Checker::functionDescriptor(const syntax::Node* desc) const {
    const auto onlyOne = [this](const syntax::Node* left, const syntax::Node* right) {
        const auto *first = functionDescriptor(left), *second = functionDescriptor(right);
        return first && second ? nullptr : first ? first : second;
    };
    if (const auto* members = syntax::UnionTypeDesc::cast(desc))
        return onlyOne(members->left(), members->right());
    if (const auto* both = syntax::IntersectionTypeDesc::cast(desc))
        return onlyOne(both->left(), both->right());
    if (const auto* inner = syntax::ParenthesizedTypeDesc::cast(desc))
        return functionDescriptor(inner->typeDescriptor());
    if (const auto* optional = syntax::OptionalTypeDesc::cast(desc))
        return functionDescriptor(optional->typeDescriptor());
    if (!syntax::is<syntax::TypeReference>(desc))
        return syntax::FunctionTypeDesc::cast(desc);
    const auto& symbols = m_analysis.tables().symbolOf;
    const auto named = symbols.find(desc);
    const auto* type = named == symbols.end() ? nullptr : as<TypeSymbol>(named->second);
    return type && type->descriptor ? functionDescriptor(type->descriptor) : nullptr;
}

const syntax::FunctionTypeDesc* Checker::functionDescriptor(const VariableSymbol& variable) const {
    if (const auto* param = syntax::Param::cast(variable.decl))
        return functionDescriptor(paramDescriptor(param));
    const auto* typed = typedPatternOf(variable);
    return typed ? functionDescriptor(typed->typeDescriptor()) : nullptr;
}

namespace {

void describe(Parameter& param, const syntax::Param* decl) {
    if (const syntax::Token* name = syntax::nameOf(decl))
        param.name = syntax::identifierValue(name);
    const auto* defaultable = syntax::DefaultableParam::cast(decl);
    if (!defaultable || syntax::is<syntax::InferredTypedescDefault>(defaultable->defaultExpression()))
        return;
    param.kind = ParamKind::Defaultable;
    param.defaultValue = defaultable->defaultExpression();
}

} // namespace

/// What the declaration of a variable or field says of the function in it beyond its type: the names of the
/// parameters, and which of them may be left out.
void Checker::addDescriptor(Signature& signature, const Symbol* declared) const {
    const auto* variable = as<VariableSymbol>(declared);
    const auto* field = as<FieldSymbol>(declared);
    const auto* fieldDecl = field ? syntax::ObjectField::cast(field->decl) : nullptr;
    if (const FunctionSymbol* known = variable ? initialFunction(*variable) : nullptr) {
        const std::vector<Parameter>& params = known->signature.params;
        for (size_t i = 0; params.size() == signature.params.size() && i < params.size(); ++i) {
            signature.params[i].name = params[i].name;
            signature.params[i].kind = params[i].kind;
        }
    } else if (variable) {
        addDescriptor(signature, functionDescriptor(*variable));
    } else if (fieldDecl) {
        addDescriptor(signature, functionDescriptor(fieldDecl->typeDescriptor()));
    }
}

void Checker::addDescriptor(Signature& signature, const syntax::FunctionTypeDesc* descriptor) {
    size_t i = 0;
    if (descriptor && descriptor->functionSignature())
        for (const syntax::Param* param : descriptor->functionSignature()->params())
            if (i < signature.params.size())
                describe(signature.params[i++], param);
}

/// A type that is called like a function.
void Checker::hintAtConstructor(std::string_view name, const Symbol* symbol) {
    const auto* type = as<TypeSymbol>(symbol);
    const bool isRecord = type && type->type.within(BasicType::Mapping);
    if (as<ClassSymbol>(symbol))
        m_analysis.hint("write 'new " + std::string(name) + "(…)'");
    else if (isRecord)
        m_analysis.hint("a record is written '{field: value}'");
}

SemType Checker::callValue(const syntax::Expression* expr, SemType function, const syntax::ArgList* args,
                           CallFacts call, const Symbol* declared) {
    std::optional<Signature> signature = signatureOf(function, args ? args->args().size() : 0);
    if (signature)
        addDescriptor(*signature, declared);
    if (!signature) {
        checkArgsAnyway(args);
        return wrong(DiagnosticCode::NotCallable, expr, {text(function)});
    }
    call.functionType = function;
    if (const auto known = types::functionSignature(m_types, function); known && known->isTransactional)
        requireTransactionalScope(expr, text(function));
    if (!bindArgs(expr, nullptr, *signature, args, call, nullptr, nullptr, {}))
        return poisonType;
    const SemType given = givenTypes(call, *signature);
    const std::optional<SemType> result = types::functionReturnType(m_types, function, given);
    if (!result)
        return wrong(
            DiagnosticCode::IncompatibleTypes, expr,
            {text(types::functionParamListType(m_types, function).value_or(types::neverType)), text(given)});
    return finishCall(expr, std::move(call), *result);
}

/// The list type of the arguments of a call.
SemType Checker::givenTypes(const CallFacts& call, const Signature& signature) {
    std::vector<SemType> given;
    SemType rest = types::neverType;
    for (size_t i = 0; i < call.args.size(); ++i) {
        const auto found = tables().types.find(call.args[i].expr);
        if (signature.params[i].kind != ParamKind::Rest) {
            const bool known = call.args[i].source == ArgFacts::Source::Expr && found != tables().types.end();
            given.push_back(known ? found->second : signature.params[i].type);
            continue;
        }
        bool spread = false;
        for (const syntax::Node* member : call.args[i].rest)
            spread = spread || syntax::is<syntax::RestArg>(member);
        if (spread || call.args[i].rest.empty()) {
            rest = spread ? types::listAllMemberTypes(m_types, signature.params[i].type) : types::neverType;
            continue;
        }
        for (const syntax::Node* member : call.args[i].rest)
            given.push_back(tables().types[member]);
    }
    types::ListAtomicType list;
    for (const SemType& type : given)
        list.initial.push_back({type, true});
    list.fixedLength = list.initial.size();
    list.rest = {rest, true};
    return types::listOf(m_types, std::move(list));
}

/// `sum(x)`, where x is aggregated, means the library function of the type of its values; null if it is no
/// such call.
const FunctionSymbol* Checker::aggregateFunction(const syntax::FunctionCallExpr* expr) {
    const auto* reference = expr->functionReference();
    const syntax::Expression* values = aggregatedArg(expr->argList());
    if (!values || reference->prefix())
        return nullptr;
    const SemType type = types::listAllMemberTypes(m_types, checkSpread(values));
    const FunctionSymbol* function = langlibFunction(type, syntax::identifierValue(reference->name()));
    if (function)
        m_analysis.noteReference(reference, function);
    return function;
}

/// A use of an aggregated variable in a place that takes one value, or null.
const syntax::Expression* Checker::misusedAggregate(const syntax::Expression* expr) const {
    const syntax::Expression* found = nullptr;
    syntax::forEachNode(expr, [&](const syntax::Node* node) {
        const bool isSpread = syntax::is<syntax::PositionalArg>(node->parent()) ||
                              syntax::is<syntax::ListConstructorExpr>(node->parent());
        const auto* reference = syntax::VariableReferenceExpr::cast(node);
        if (!found && reference && !isSpread && (isAggregated(reference) || isUnknownInQuery(reference)))
            found = reference;
    });
    return found;
}

/// A variable of a query, seen where it is aggregated, whose values are a mistake that was told.
bool Checker::isUnknownInQuery(const syntax::Expression* expr) const {
    const auto* reference = syntax::VariableReferenceExpr::cast(expr);
    const auto* variable = reference && !reference->prefix()
                               ? as<VariableSymbol>(findLocal(syntax::identifierValue(reference->name())))
                               : nullptr;
    return variable && isPoison(variable->type) &&
           (syntax::enclosing<syntax::CollectClause>(expr) || syntax::enclosing<syntax::SelectClause>(expr));
}

/// `sum(x.price)` and the like: the function is not missing, its values are an expression. What is wrong with
/// a variable that was aggregated was told where it comes from.
bool Checker::isMistakenAggregate(const syntax::FunctionCallExpr* expr) {
    const auto* reference = expr->functionReference();
    const std::string name = syntax::identifierValue(reference->name());
    const auto& args = expr->argList()->args();
    const auto* last = args.empty() ? nullptr : syntax::PositionalArg::cast(args.back());
    if (!last || reference->prefix() || findLocal(name) || m_analysis.module().find(name))
        return false;
    if (isUnknownInQuery(last->expression()))
        return true;
    if (!misusedAggregate(last->expression()))
        return false;
    report(DiagnosticCode::AggregatedExpression, last, {name, std::string(last->text())});
    return true;
}

/// The last argument, if it is an aggregated variable.
const syntax::Expression* Checker::aggregatedArg(const syntax::ArgList* args) const {
    const auto* last = args->args().empty() ? nullptr : syntax::PositionalArg::cast(args->args().back());
    return last && isAggregated(last->expression()) ? last->expression() : nullptr;
}

/// Of no values at all, a function that needs one gives nil.
SemType Checker::callAggregate(const syntax::FunctionCallExpr* expr, const FunctionSymbol& function,
                               Expected expected) {
    CallFacts call;
    call.kind = CallKind::Function;
    const types::LengthBounds bounds =
        types::listLengthBounds(m_types, checkSpread(aggregatedArg(expr->argList())));
    const auto& params = function.signature.params;
    const bool isAlone = expr->argList()->args().size() == 1;
    const bool needsValue = isAlone && !params.empty() && params.front().kind == ParamKind::Required;
    call.nilIfEmpty = needsValue && bounds.min == 0;
    const bool mayBeNil = call.nilIfEmpty;
    const SemType result = callSymbol(expr, function, expr->argList(), expected, std::move(call), {});
    return mayBeNil ? unite(result, types::nilType) : result;
}

/// What a call names. A worker hides no function of the module: nobody can call a future.
const Symbol* Checker::calledSymbol(const syntax::VariableReferenceExpr* reference) {
    const Symbol* symbol = lookUp(reference->prefix(), reference->name());
    const auto* variable = as<VariableSymbol>(symbol);
    if (!variable || variable->role != VariableRole::Worker)
        return symbol;
    const ModuleSymbol& module = m_analysis.module();
    const Symbol* hidden = m_analysis.lookUp(module, m_file, nullptr, reference->name(), true);
    return as<FunctionSymbol>(hidden) ? hidden : symbol;
}

SemType Checker::checkFunctionCall(const syntax::FunctionCallExpr* expr, Expected expected) {
    if (const FunctionSymbol* aggregated = aggregateFunction(expr))
        return callAggregate(expr, *aggregated, expected);
    if (isMistakenAggregate(expr))
        return poisonType;
    const auto* reference = expr->functionReference();
    const Symbol* symbol = calledSymbol(reference);
    if (!symbol) {
        checkArgsAnyway(expr->argList());
        return poisonType;
    }
    if (const auto* function = as<FunctionSymbol>(symbol)) {
        m_analysis.noteReference(reference, symbol);
        CallFacts call;
        call.kind = CallKind::Function;
        return callSymbol(expr, *function, expr->argList(), expected, std::move(call), {});
    }
    const SemType type = check(reference);
    if (isPoison(type)) {
        checkArgsAnyway(expr->argList());
        return poisonType;
    }
    const auto* variable = as<VariableSymbol>(symbol);
    if (!type.within(BasicType::Function) || !variable) {
        checkArgsAnyway(expr->argList());
        report(DiagnosticCode::NotCallable, reference, {text(type)});
        if (type.within(BasicType::Typedesc))
            hintAtConstructor(reference->text(), symbol);
        return poisonType;
    }
    CallFacts call;
    call.kind = CallKind::FunctionValue;
    call.receiver = reference;
    return callValue(expr, type, expr->argList(), std::move(call), variable);
}

// Methods
// ------------------------------------------------------------------------------------------------------

SemType Checker::checkMethodCall(const syntax::MethodCallExpr* expr, Expected expected) {
    const SemType receiver = check(expr->expression());
    if (isPoison(receiver)) {
        checkArgsAnyway(expr->argList());
        return poisonType;
    }
    return callMethod(expr, receiver, expr->methodName(), expr->expression(), expr->argList(), expected);
}

bool Checker::isVisible(const Symbol& member) const {
    if (member.visibility == Visibility::Public)
        return true;
    if (member.visibility == Visibility::Module)
        return member.module == &const_cast<Checker*>(this)->m_analysis.module();
    const auto* method = as<FunctionSymbol>(&member);
    const auto* field = as<FieldSymbol>(&member);
    const ClassSymbol* owner = method ? method->owner : field ? field->owner : nullptr;
    for (const FunctionContext* context = m_function; context; context = context->outer)
        if (context->object == owner)
            return true;
    return false;
}

SemType Checker::callMethod(const syntax::Expression* expr, SemType receiver, const syntax::Token* name,
                            const syntax::Expression* receiverExpr, const syntax::ArgList* args,
                            Expected expected) {
    const std::string method = syntax::identifierValue(name);
    if (!receiver.within(BasicType::Object) || receiver.isNever())
        return callLanglib(expr, receiver, name, receiverExpr, args, expected);
    CallFacts call;
    call.kind = CallKind::Method;
    call.receiver = receiverExpr;
    call.method = method;
    const ClassSymbol* object = m_analysis.classOfType(receiver);
    if (object) {
        if (const FunctionSymbol* found = object->method(method)) {
            if (!isVisible(*found))
                report(DiagnosticCode::PrivateMember, name, {method});
            const auto* variable = as<VariableSymbol>(tables().symbolOf[receiverExpr]);
            if (found->isInit() && !(variable && variable->role == VariableRole::Self))
                report(DiagnosticCode::InitCalled, name);
            return callSymbol(expr, *found, args, expected, std::move(call), receiver);
        }
        if (object->method(method, FunctionRole::Remote)) {
            checkArgsAnyway(args);
            return wrong(DiagnosticCode::RemoteCalledWithDot, name->parent(), {method});
        }
    }
    const FieldSymbol* declared = object ? object->field(method) : nullptr;
    const SemType type = types::objectMemberType(m_types, receiver, method, MemberKind::Method);
    if (!type.isNever())
        return callValue(expr, type, args, std::move(call), declared);
    const SemType field = types::objectMemberType(m_types, receiver, method, MemberKind::Field);
    if (!field.isNever() && field.within(BasicType::Function)) {
        call.kind = CallKind::FunctionValue;
        return callValue(expr, field, args, std::move(call), declared);
    }
    return callLanglib(expr, receiver, name, receiverExpr, args, expected);
}

const FunctionSymbol* Checker::langlibFunction(SemType receiver, const std::string& name) {
    const auto find = [&](std::string_view module) -> const FunctionSymbol* {
        const ModuleSymbol* library = m_analysis.libraryModule(module);
        const auto* function = library ? as<FunctionSymbol>(library->find(name)) : nullptr;
        return function && function->isPublic() ? function : nullptr;
    };
    for (const LanglibModule& row : langlibModules)
        if (!receiver.isNever() && receiver.within(row.type))
            if (const FunctionSymbol* function = find(row.module))
                return function;
    return find("lang.value");
}

void Checker::reportUnknownMethod(const syntax::Token* token, SemType receiver) {
    const std::string name = syntax::identifierValue(token);
    const SemType value = types::withoutNil(receiver);
    report(DiagnosticCode::UnknownMethod, token, {name, text(receiver)});
    const ClassSymbol* optional = m_analysis.classOfType(value);
    if (types::containsNil(receiver) && !value.isNever() &&
        (langlibFunction(value, name) || (optional && optional->method(name))))
        return m_analysis.hint("it may be nil, so test it first");
    NameHint hint(name);
    hint.offerMethods(value.within(BasicType::Mapping));
    if (optional)
        for (const FunctionSymbol* method : optional->methods)
            hint.offer(method->name);
    for (const LanglibModule& row : langlibModules)
        if (const ModuleSymbol* library =
                !value.isNever() && value.within(row.type) ? m_analysis.libraryModule(row.module) : nullptr)
            for (const auto& [known, symbol] : library->byName)
                if (symbol->isPublic() && as<FunctionSymbol>(symbol))
                    hint.offer(known);
    m_analysis.hint(hint.text());
}

SemType Checker::callLanglib(const syntax::Node* expr, SemType receiver, const syntax::Token* name,
                             const syntax::Node* receiverExpr, const syntax::ArgList* args,
                             Expected expected) {
    const std::string method = syntax::identifierValue(name);
    const FunctionSymbol* function = name->isMissing() ? nullptr : langlibFunction(receiver, method);
    if (!function) {
        checkArgsAnyway(args);
        if (!name->isMissing())
            reportUnknownMethod(name, receiver);
        return poisonType;
    }
    CallFacts call;
    call.kind = CallKind::Langlib;
    call.receiver = receiverExpr;
    call.method = method;
    return callSymbol(expr, *function, args, expected, std::move(call), receiver);
}

void Checker::reportUnknownRemoteMethod(const syntax::Token* token, SemType receiver) {
    const std::string name = syntax::identifierValue(token);
    const bool isObject = receiver.within(BasicType::Object);
    report(isObject ? DiagnosticCode::UnknownRemoteMethod : DiagnosticCode::NotAClient, token,
           {name, text(receiver)});
    if (isObject && !types::objectMemberType(m_types, receiver, name, MemberKind::Method).isNever())
        return m_analysis.hint("call it with '.'");
    NameHint hint(name);
    const ClassSymbol* object = m_analysis.classOfType(receiver);
    for (const FunctionSymbol* method : object ? object->methods : std::vector<const FunctionSymbol*>())
        if (method->role == FunctionRole::Remote)
            hint.offer(method->name);
    if (object && hint.text().empty() && object->method("writeMessage", FunctionRole::Remote))
        return m_analysis.hint("use 'writeMessage', 'writeTextMessage' or 'writeBinaryMessage'");
    m_analysis.hint(hint.text());
}

SemType Checker::checkRemoteCall(const syntax::RemoteMethodCallAction* expr, Expected expected) {
    const SemType receiver = check(expr->expression());
    const std::string method = syntax::identifierValue(expr->methodName());
    if (isPoison(receiver)) {
        checkArgsAnyway(expr->argList());
        return poisonType;
    }
    CallFacts call;
    call.kind = CallKind::Remote;
    call.receiver = expr->expression();
    call.method = method;
    if (receiver.within(BasicType::Object)) {
        if (const ClassSymbol* object = m_analysis.classOfType(receiver))
            if (const FunctionSymbol* found = object->method(method, FunctionRole::Remote))
                return callSymbol(expr, *found, expr->argList(), expected, std::move(call), receiver);
        const SemType type = types::objectMemberType(m_types, receiver, method, MemberKind::RemoteMethod);
        if (!type.isNever())
            return callValue(expr, type, expr->argList(), std::move(call));
    }
    checkArgsAnyway(expr->argList());
    if (!expr->methodName()->isMissing())
        reportUnknownRemoteMethod(expr->methodName(), receiver);
    return poisonType;
}

} // namespace barre::model
