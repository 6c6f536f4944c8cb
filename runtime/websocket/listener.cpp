#include "runtime/websocket/listener.h"

#include "runtime/http/tls.h"
#include "runtime/values/error_value.h"
#include "runtime/values/object_value.h"
#include "runtime/websocket/upgrade_binding.h"

#include <algorithm>

namespace barre::runtime::websocket {

namespace {

bool samePath(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](const std::string& x, const std::string& y) {
        return http::equalIgnoringCase(x, y);
    });
}

bool beginsWith(const std::vector<std::string>& path, const std::vector<std::string>& start) {
    return path.size() >= start.size() &&
           samePath({path.begin(), path.begin() + ptrdiff_t(start.size())}, start);
}

std::string joined(const std::vector<std::string>& segments) {
    std::string path;
    for (const std::string& segment : segments)
        path += "/" + segment;
    return path.empty() ? "/" : path;
}

/// The status that an error of the resource is answered with.
http::Refusal refusalFor(const Error& error) {
    const std::string message(error.message->view());
    if (error.typeName.ends_with("AuthnError"))
        return {401, message};
    if (error.typeName.ends_with("AuthzError"))
        return {403, message};
    return {400, message};
}

bool customHeaders(Object* service, std::vector<std::pair<std::string, std::string>>& headers) {
    const Value* field = fieldOf(service, "customHeaders");
    if (!field || !field->isMapping())
        return true;
    for (FieldCursor cursor(field->mapping()); cursor.next();) {
        const std::string name(cursor.key()->view());
        const std::string value = textOf(cursor.value());
        if (!isValidHeader(name, value))
            return false;
        headers.emplace_back(name, value);
    }
    return true;
}

} // namespace

std::string AttachedService::path() const {
    return joined(segments);
}

std::string AttachedService::resourcePath() const {
    std::vector<std::string> all = segments;
    for (const PathSegmentCode& segment : resource ? resource->path : std::vector<PathSegmentCode>())
        switch (segment.kind) {
        case PathSegmentCode::Kind::Name: all.push_back(segment.name); break;
        case PathSegmentCode::Kind::Param:
            all.push_back("[" + (segment.name.empty() ? std::string("value") : segment.name) + "]");
            break;
        case PathSegmentCode::Kind::Rest: all.push_back("..."); break;
        }
    return all.empty() ? "" : joined(all);
}

struct WebSocketListener::Upgrade {
    http::PendingUpgrade pending;
    std::shared_ptr<const ServiceConfig> config;
    std::string servicePath;
};

WebSocketListener::WebSocketListener(WebSocketHost& host, http::GateOptions options, bool compresses)
    : m_host(host), m_options(std::move(options)), m_compresses(compresses) {}

WebSocketListener::~WebSocketListener() = default;

std::string WebSocketListener::attach(Value service, std::vector<std::string> segments) {
    for (const AttachedService& other : m_services)
        if (samePath(other.segments, segments))
            return "Two services have the same addressable URI";
    const ClassInfo& info = *service.as<Object>()->info;
    std::string failure;
    AttachedService attached{
        Root(m_host.vm().heap(), service), std::move(segments),
        std::make_shared<ServiceConfig>(readServiceConfig(m_host.vm(), *info.code, failure)), nullptr,
        nullptr};
    for (const MethodInfo& method : info.methods)
        if (MethodKind(method.kind) == MethodKind::Resource && method.name->view() == "get") {
            attached.method = &method;
            attached.resource = &info.code->methods[method.index];
        }
    if (!failure.empty())
        return failure;
    m_services.push_back(std::move(attached));
    if (isListening())
        tellListening();
    return {};
}

std::string WebSocketListener::detach(Value service) {
    const size_t count = std::erase_if(m_services, [&](const AttachedService& entry) {
        return entry.service.get().object == service.object;
    });
    return count > 0 ? "" : "Error: Cannot detach service. Service has not been registered";
}

std::string WebSocketListener::start() {
    if (isListening())
        return {};
    auto gate = std::make_unique<http::Gate>(m_host.poller(), *this, m_options);
    if (std::string failure = gate->open(); !failure.empty())
        return failure;
    m_gate = std::move(gate);
    m_host.add(shared_from_this());
    tellListening();
    return {};
}

void WebSocketListener::close() {
    if (!m_gate)
        return;
    m_gate->shut();
    m_gate.release()->deleteLater();
    m_services.clear();
    m_host.remove(*this);
}

std::string WebSocketListener::url(const AttachedService& service) const {
    const bool isEverywhere = m_options.host == "0.0.0.0" || m_options.host == "::";
    return std::string(m_options.tls ? "wss" : "ws") + "://" + (isEverywhere ? "localhost" : m_options.host) +
           ":" + std::to_string(m_gate->serverPort()) + service.resourcePath();
}

/// Of the module-level listener that this is; empty when it is none.
std::string WebSocketListener::variableName() const {
    const auto& globals = m_host.vm().program().globals;
    for (GlobalId id = 0; id < globals.size(); ++id) {
        const auto* data = globals[id].isListener ? nativeOf<ListenerData>(m_host.vm().global(id)) : nullptr;
        if (data && data->listener.get() == this)
            return globals[id].name;
    }
    return {};
}

void WebSocketListener::tellListening() const {
    ListeningEvent event;
    event.listener = variableName();
    event.port = m_gate->serverPort();
    for (const AttachedService& service : m_services)
        event.urls.push_back(url(service));
    m_host.tell(event);
}

// ---- upgrades

/// The service with the longest path that begins the request's.
const AttachedService* WebSocketListener::serviceFor(const std::vector<std::string>& segments) const {
    const AttachedService* best = nullptr;
    for (const AttachedService& service : m_services)
        if (beginsWith(segments, service.segments) &&
            (!best || service.segments.size() > best->segments.size()))
            best = &service;
    return best;
}

void WebSocketListener::upgradeRequested(http::PendingUpgrade pending) {
    const std::lock_guard lock(m_host.vm().execution());
    const AttachedService* service = serviceOrRefusal(pending);
    if (service && service->config->auth)
        authenticate(std::move(pending), *service->config);
    else if (service)
        runResource(std::move(pending), *service);
}

/// The service whose resource fits; null: the request was refused.
const AttachedService* WebSocketListener::serviceOrRefusal(http::PendingUpgrade& pending) {
    const http::Uri& uri = pending.request().uri;
    const AttachedService* service = serviceFor(uri.segments);
    if (!service) {
        refuse(pending, {404, "No service found to handle the service request"});
        return nullptr;
    }
    const auto rest = std::span(uri.segments).subspan(service->segments.size());
    if (service->resource && matchesPath(service->resource->path, rest))
        return service;
    refuse(pending, {404, "No resource found for path " + uri.path});
    return nullptr;
}

/// Asks the library who the client is. The services may be others when it answers.
void WebSocketListener::authenticate(http::PendingUpgrade pending, const ServiceConfig& config) {
    const std::string* header = pending.request().head.header("Authorization");
    const Value args[] = {config.auth->get(), header ? m_host.vm().string(*header) : Value::nil()};
    const auto kept = std::make_shared<http::PendingUpgrade>(std::move(pending));
    m_host.callLibrary("ballerina/websocket", "authenticate", args,
                       [self = shared_from_this(), kept](const Outcome& outcome) {
                           if (outcome.isPanic() || outcome.kind == Outcome::Kind::Cancelled)
                               return self->refuse(*kept, {500, "The client could not be authenticated"});
                           if (outcome.isError())
                               return self->refuse(*kept, refusalFor(*outcome.value.error()));
                           if (const AttachedService* service = self->serviceOrRefusal(*kept))
                               self->runResource(std::move(*kept), *service);
                       });
}

void WebSocketListener::runResource(http::PendingUpgrade pending, const AttachedService& service) {
    const http::UpgradeRequest& request = pending.request();
    const auto rest = std::span(request.uri.segments).subspan(service.segments.size());
    auto bound = bindUpgrade(m_host.worker(), *service.resource, request, rest);
    if (const auto* refusal = std::get_if<http::Refusal>(&bound))
        return refuse(pending, *refusal);
    const Value object = service.service.get();
    const MethodInfo& method = *service.method;
    auto upgrade = std::make_shared<Upgrade>(Upgrade{std::move(pending), service.config, service.path()});
    StrandOptions options;
    options.name = "get";
    options.isIsolated = object.as<Object>()->info->code->isIsolated && method.function->code->isIsolated;
    options.observer =
        observer([self = shared_from_this(), upgrade](Worker&, Strand&, const Outcome& outcome) {
            self->resourceEnded(*upgrade, outcome);
        });
    m_host.worker().startResource(object, method, std::get<std::vector<Value>>(bound), std::move(options));
    m_host.options().runReady();
}

void WebSocketListener::resourceEnded(Upgrade& upgrade, const Outcome& outcome) {
    if (outcome.kind == Outcome::Kind::Cancelled)
        return refuse(upgrade.pending, {500, "The service is stopping"});
    if (outcome.isPanic()) {
        m_host.printError(outcome.value);
        return refuse(
            upgrade.pending,
            {500, outcome.value.isError() ? std::string(outcome.value.error()->message->view()) : ""});
    }
    if (outcome.isError())
        return refuse(upgrade.pending, refusalFor(*outcome.value.error()));
    if (!outcome.value.is(Tag::Object))
        return refuse(upgrade.pending, {500, "The resource did not return a websocket:Service"});
    accept(upgrade, outcome.value);
}

void WebSocketListener::accept(Upgrade& upgrade, Value service) {
    http::PendingUpgrade& pending = upgrade.pending;
    HandshakeReply reply;
    reply.subProtocol = upgrade.config->choose(pending.request().subProtocols);
    reply.serverName = pending.serverName();
    if (!customHeaders(service.as<Object>(), reply.headers))
        return refuse(pending, {500, "The custom headers of the service are not valid"});
    ServiceConnectionParts parts;
    if (m_compresses)
        parts.deflate = agreeOnDeflate(pending.request().extensions);
    if (parts.deflate)
        reply.extensions = parts.deflate->response;
    const std::string answer = m_host.handshaker().answer(pending.request(), reply);
    if (answer.empty())
        return refuse(pending, {400, "The handshake is not valid"});
    parts.remote = pending.remote();
    parts.path = pending.request().uri.path;
    parts.servicePath = upgrade.servicePath;
    parts.subProtocol = reply.subProtocol;
    parts.config = upgrade.config;
    parts.stream = pending.release(parts.rest);
    std::make_shared<ServiceConnection>(m_host, service, std::move(parts))->start(answer);
}

void WebSocketListener::refuse(http::PendingUpgrade& pending, const http::Refusal& refusal) {
    pending.refuse(refusal);
    requestRefused(pending.remote(), pending.request().head.target, refusal);
}

void WebSocketListener::requestRefused(const std::string& remote, const std::string& target,
                                       const http::Refusal& refusal) {
    m_host.tell(RefusedEvent{remote, target, refusal.status, refusal.message});
}

} // namespace barre::runtime::websocket
