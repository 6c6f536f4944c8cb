#include "model/semantics/websocket_contract.h"

#include "model/diagnostics/diagnostic_code.h"
#include "model/semantics/analysis.h"
#include "model/semantics/name_hint.h"
#include "model/semantics/semantic_model.h"
#include "model/syntax/nodes.h"
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"

#include <algorithm>
#include <array>
#include <optional>

namespace barre::model {

namespace {

using types::BasicType;
using types::TypeContext;

/// The types of the websocket module that the contract speaks of.
struct WebSocketTypes {
    SemType listener, caller, service, closeFrame;
};

SemType typeOfMember(const ModuleSymbol& module, std::string_view name) {
    const Symbol* symbol = module.find(name);
    if (const auto* object = as<ClassSymbol>(symbol))
        return object->type;
    const auto* type = as<TypeSymbol>(symbol);
    return type ? type->type : types::neverType;
}

std::optional<WebSocketTypes> webSocketTypes(const ModelTables& tables) {
    for (const auto& model : tables.imports) {
        const ModuleSymbol& module = model->module();
        if (module.moduleName.org != "ballerina" || module.moduleName.name != "websocket")
            continue;
        return WebSocketTypes{typeOfMember(module, "Listener"), typeOfMember(module, "Caller"),
                              typeOfMember(module, "Service"), typeOfMember(module, "CloseFrame")};
    }
    return std::nullopt;
}

/// What a remote method may take and return.
struct CallbackRule {
    std::string_view name;
    size_t minParams, maxParams;
    std::string_view accepts; ///< in words, for the message
};

constexpr std::array callbackRules = {
    CallbackRule{"onOpen", 0, 1, "nothing or a websocket:Caller"},
    CallbackRule{"onTextMessage", 1, 2, "a string, and a websocket:Caller if wanted"},
    CallbackRule{"onBinaryMessage", 1, 2, "a byte[], and a websocket:Caller if wanted"},
    CallbackRule{"onIdleTimeout", 0, 1, "nothing or a websocket:Caller"},
    CallbackRule{"onClose", 1, 3,
                 "a status code (int), and a websocket:Caller and a reason (string) if wanted"},
    CallbackRule{"onError", 1, 2, "an error, and a websocket:Caller if wanted"},
    CallbackRule{"onMessage", 1, 100, "data, and a websocket:Caller if wanted"},
};

const CallbackRule& ruleOf(std::string_view name) {
    const auto found = std::find_if(callbackRules.begin(), callbackRules.end(),
                                    [name](const CallbackRule& rule) { return rule.name == name; });
    return found == callbackRules.end() ? callbackRules.back() : *found;
}

bool isCallback(std::string_view name) {
    return std::any_of(callbackRules.begin(), callbackRules.end(),
                       [name](const CallbackRule& rule) { return rule.name == name; });
}

/// Any name may be that of a message for dispatching; but one that is hardly different from a callback's is
/// a slip.
std::string misspeltCallback(const std::string& name) {
    if (isCallback(name) || name.size() < 5)
        return {};
    for (const CallbackRule& rule : callbackRules)
        if (editDistance(name, rule.name) <= (rule.name.size() > 8 ? 2 : 1))
            return std::string(rule.name);
    return {};
}

class ContractCheck {
public:
    ContractCheck(const ModelTables& tables, TypeContext& types, const WebSocketTypes& known)
        : m_tables(tables), m_types(types), m_known(known) {}

    std::vector<Finding> run() {
        for (const auto& symbol : m_tables.symbols) {
            if (const auto* service = as<ServiceSymbol>(symbol.get()))
                if (isUpgradeService(*service))
                    checkUpgradeService(*service);
            const auto* object = as<ClassSymbol>(symbol.get());
            if (object && object->role != ClassRole::ObjectType && isConnectionService(*object))
                checkConnectionService(*object);
        }
        return std::move(m_findings);
    }

private:
    void report(DiagnosticCode code, const syntax::Node* node, std::vector<std::string> args = {}) {
        m_findings.push_back({code, node, std::move(args)});
    }

    bool within(const SemType& type, const SemType& other) { return types::isSubtype(m_types, type, other); }
    SemType unite(const SemType& a, const SemType& b) { return types::unite(m_types, a, b); }

    bool isUpgradeService(const ServiceSymbol& service) {
        return std::any_of(service.listeners.begin(), service.listeners.end(),
                           [&](const syntax::Node* listener) {
                               const auto found = m_tables.types.find(listener);
                               if (found == m_tables.types.end())
                                   return false;
                               const SemType type = types::withoutError(m_types, found->second);
                               return type.has(BasicType::Object) && within(type, m_known.listener);
                           });
    }

    bool isConnectionService(const ClassSymbol& object) {
        return object.type.has(BasicType::Object) && within(object.type, m_known.service);
    }

    // Upgrade services
    // -----------------------------------------------------------------------------------------------

    void checkUpgradeService(const ServiceSymbol& service) {
        if (!service.object)
            return;
        size_t resources = 0;
        for (const FunctionSymbol* method : service.object->methods) {
            if (method->role == FunctionRole::Remote)
                report(DiagnosticCode::UpgradeRemoteMethod, signaturePlace(*method), {method->name});
            if (method->role != FunctionRole::Resource)
                continue;
            if (++resources > 1)
                report(DiagnosticCode::SeveralUpgradeResources, signaturePlace(*method));
            checkUpgradeResource(*method);
        }
        if (const auto* decl = syntax::cast<syntax::ServiceDecl>(service.decl))
            checkConfig(decl);
    }

    void checkUpgradeResource(const FunctionSymbol& method) {
        if (method.accessor != "get")
            report(DiagnosticCode::UpgradeAccessor, signaturePlace(method), {method.accessor});
        const SemType returned = method.signature.returnType;
        if (!within(returned, unite(m_known.service, types::errorType)))
            report(DiagnosticCode::UpgradeReturn, returnPlace(method), {});
        for (const Parameter& param : method.signature.params)
            checkUpgradeParam(param);
        for (const PathSegment& segment : method.path)
            checkPathSegment(segment);
    }

    void checkPathSegment(const PathSegment& segment) {
        if (segment.kind == PathSegment::Kind::Rest)
            report(DiagnosticCode::UpgradePathRest, segment.node);
        constexpr uint32_t bindable = types::simpleOrStringType.all & ~types::nilType.all;
        if (segment.kind == PathSegment::Kind::Param && !segment.type.within(bindable))
            report(DiagnosticCode::UpgradePathParam, segment.node, {segment.name});
    }

    /// Headers and query parameters are strings, numbers, booleans and lists of them; http:Request is given
    /// as it is.
    void checkUpgradeParam(const Parameter& param) {
        if (!param.decl || isRequest(param))
            return;
        const SemType type = types::withoutNil(param.type);
        const SemType member = types::listAllMemberTypes(m_types, type);
        constexpr uint32_t bindable = types::simpleOrStringType.all & ~types::nilType.all;
        const bool isBindable = type.within(bindable | bitOf(BasicType::List)) && member.within(bindable);
        if (!isBindable)
            report(DiagnosticCode::UpgradeParam, param.decl, {param.name});
    }

    bool isRequest(const Parameter& param) {
        for (const auto& model : m_tables.imports)
            if (model->module().moduleName.name == "http" &&
                within(param.type, typeOfMember(model->module(), "Request")))
                return true;
        return false;
    }

    static bool isServiceConfig(const syntax::Annotation* annotation) {
        return annotation->annotTagReference()->name()->text() == "ServiceConfig";
    }

    /// The options that an annotation gives by literals.
    void checkConfig(const syntax::ServiceDecl* decl) {
        for (const syntax::Annotation* annotation : syntax::annotsOf(decl)) {
            if (!isServiceConfig(annotation) || !annotation->annotValue())
                continue;
            const syntax::SpecificField* streamId = field(annotation, "dispatcherStreamId");
            if (streamId && !field(annotation, "dispatcherKey"))
                report(DiagnosticCode::StreamIdWithoutKey, streamId);
            const syntax::SpecificField* timeout = field(annotation, "connectionClosureTimeout");
            const auto* negative = timeout ? syntax::cast<syntax::UnaryExpr>(timeout->valueExpr()) : nullptr;
            if (negative && negative->unaryOperator()->text() == "-" && negative->expression()->text() != "1")
                report(DiagnosticCode::InvalidClosureTimeout, negative);
        }
    }

    static const syntax::SpecificField* field(const syntax::Annotation* annotation, std::string_view name) {
        for (const syntax::MappingField* each : annotation->annotValue()->fields()) {
            const auto* specific = syntax::cast<syntax::SpecificField>(each);
            if (specific && specific->fieldName()->text() == name)
                return specific;
        }
        return nullptr;
    }

    // Services of connections
    // ----------------------------------------------------------------------------------------

    void checkConnectionService(const ClassSymbol& object) {
        for (const syntax::Annotation* annotation : syntax::annotsOf(object.decl))
            if (isServiceConfig(annotation))
                report(DiagnosticCode::ServiceConfigIgnored, annotation);
        for (const FunctionSymbol* method : object.methods) {
            if (method->role == FunctionRole::Resource)
                report(DiagnosticCode::ResourceInWebSocketService, signaturePlace(*method));
            if (method->role == FunctionRole::Remote && method->owner == &object)
                checkRemoteMethod(*method);
            if (method->role == FunctionRole::Method && method->owner == &object && isCallback(method->name))
                report(DiagnosticCode::CallbackNotRemote, signaturePlace(*method), {method->name});
        }
        const FunctionSymbol* any = object.method("onMessage", FunctionRole::Remote);
        const bool hasOther = object.method("onTextMessage", FunctionRole::Remote) ||
                              object.method("onBinaryMessage", FunctionRole::Remote);
        if (any && hasOther)
            report(DiagnosticCode::OnMessageWithOthers, signaturePlace(*any));
    }

    void checkRemoteMethod(const FunctionSymbol& method) {
        if (const std::string meant = misspeltCallback(method.name); !meant.empty())
            return report(DiagnosticCode::MisspeltCallback, signaturePlace(method), {method.name, meant});
        const CallbackRule& rule = ruleOf(method.name);
        const std::vector<Parameter>& params = method.signature.params;
        bool isWrong = params.size() < rule.minParams || params.size() > rule.maxParams;
        size_t data = 0;
        for (const Parameter& param : params) {
            if (isPoison(param.type))
                return; // said already
            if (within(param.type, m_known.caller) && !param.type.isNever())
                continue;
            ++data;
            if (!acceptsData(method.name, param.type))
                isWrong = true;
        }
        const bool needsData = rule.minParams > 0 && rule.name != "onClose";
        const bool isLonelyReason =
            rule.name == "onClose" && params.size() == 1 && params.front().type.within(BasicType::String);
        if (isWrong || (needsData && data == 0) || isLonelyReason)
            report(DiagnosticCode::CallbackParams, signaturePlace(method),
                   {method.name, std::string(rule.accepts)});
        checkReturn(method);
    }

    bool acceptsData(std::string_view name, const SemType& type) {
        const SemType bytes = types::arrayOf(m_types, types::byteType(m_types));
        if (name == "onOpen" || name == "onIdleTimeout")
            return false;
        if (name == "onTextMessage")
            return type == types::stringType;
        if (name == "onBinaryMessage")
            return types::isSameType(m_types, bytes, type) ||
                   types::isSameType(m_types, types::intersect(m_types, bytes, m_types.readonlyType()), type);
        if (name == "onClose")
            return type == types::intType || type == types::stringType;
        if (name == "onError")
            return within(type, types::errorType);
        return within(type, unite(m_types.anydataType(), types::errorType));
    }

    void checkReturn(const FunctionSymbol& method) {
        const bool endsSilently =
            method.name == "onClose" || method.name == "onError" || method.name == "onIdleTimeout";
        SemType allowed = unite(unite(types::errorType, types::nilType), m_known.closeFrame);
        if (!endsSilently)
            allowed = unite(unite(allowed, m_types.anydataType()), types::streamType);
        if (!within(method.signature.returnType, allowed))
            report(DiagnosticCode::CallbackReturn, returnPlace(method),
                   {method.name, endsSilently ? "nil, an error or a websocket:CloseFrame"
                                              : "nil, an error, data, a stream or a websocket:CloseFrame"});
    }

    static const syntax::Node* signaturePlace(const FunctionSymbol& method) {
        const auto* decl = syntax::FunctionLike::cast(method.decl);
        return decl ? static_cast<const syntax::Node*>(decl->functionSignature()) : method.decl;
    }

    static const syntax::Node* returnPlace(const FunctionSymbol& method) {
        const syntax::Node* descriptor = method.signature.returnDescriptor;
        return descriptor ? descriptor : signaturePlace(method);
    }

    const ModelTables& m_tables;
    TypeContext& m_types;
    WebSocketTypes m_known;
    std::vector<Finding> m_findings;
};

} // namespace

std::vector<Finding> checkWebSocketContract(const ModelTables& tables, types::TypeContext& types) {
    const auto known = webSocketTypes(tables);
    return known ? ContractCheck(tables, types, *known).run() : std::vector<Finding>();
}

} // namespace barre::model
