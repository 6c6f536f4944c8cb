// Messages between workers: which send meets which receive, and what they give.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

using syntax::NodeKind;
using types::BasicType;

namespace {

using Peers = std::vector<const syntax::PeerWorker*>;

bool isFunctionBoundary(const syntax::Node* node) {
    return syntax::is<syntax::FunctionBody>(node) || syntax::is<syntax::ExplicitAnonymousFunctionExpr>(node);
}

/// The named worker that a node belongs to; null for the default worker of its function.
const syntax::NamedWorkerDecl* workerAround(const syntax::Node* node) {
    for (node = node->parent(); node && !isFunctionBoundary(node); node = node->parent())
        if (const auto* worker = syntax::NamedWorkerDecl::cast(node))
            return worker;
    return nullptr;
}

/// What holds the workers that a worker, or the default worker at `place`, can talk to.
const syntax::Node* teamOf(const syntax::Node* place) {
    if (const auto* worker = workerAround(place))
        return worker->parent();
    while (place && !isFunctionBoundary(place))
        place = place->parent();
    return place;
}

constexpr std::string_view defaultWorker = "function";

std::string nameOf(const syntax::NamedWorkerDecl* worker) {
    return worker ? syntax::identifierValue(worker->name()) : std::string(defaultWorker);
}

const syntax::NamedWorkerDecl* workerNamed(const syntax::Node* team, std::string_view name) {
    for (const syntax::Node* child : team->childNodes())
        if (const auto* worker = syntax::NamedWorkerDecl::cast(child); worker && nameOf(worker) == name)
            return worker;
    return nullptr;
}

bool isSend(const syntax::PeerWorker* peer) {
    return syntax::is<syntax::AsyncSendAction>(peer->parent()) ||
           syntax::is<syntax::SyncSendAction>(peer->parent());
}

bool isReceive(const syntax::PeerWorker* peer) {
    return syntax::is<syntax::SingleReceiveAction>(peer->parent()) ||
           syntax::is<syntax::ReceiveField>(peer->parent()) ||
           syntax::is<syntax::AlternateReceiveAction>(peer->parent());
}

/// The sends to, or receives from, `other` that a worker has, in their order.
Peers exchangesOf(const syntax::Node* team, const syntax::NamedWorkerDecl* worker, std::string_view other,
                  bool sends) {
    Peers found;
    syntax::forEachNode(worker ? static_cast<const syntax::Node*>(worker) : team,
                        [&](const syntax::Node* node) {
                            const auto* peer = syntax::PeerWorker::cast(node);
                            if (peer && peer->name()->text() == other && workerAround(peer) == worker &&
                                (sends ? isSend(peer) : isReceive(peer)))
                                found.push_back(peer);
                        });
    return found;
}

/// The receive that a send meets, or the send that a receive meets: the one with the same place in the order.
const syntax::PeerWorker* counterpart(const syntax::PeerWorker* peer) {
    const syntax::Node* team = teamOf(peer);
    const auto* own = workerAround(peer);
    const std::string_view other = peer->name()->text();
    const auto* otherWorker = team ? workerNamed(team, other) : nullptr;
    if (!team || (!otherWorker && other != defaultWorker))
        return nullptr;
    const Peers mine = exchangesOf(team, own, other, isSend(peer));
    const Peers theirs = exchangesOf(team, otherWorker, nameOf(own), !isSend(peer));
    const auto index = size_t(std::find(mine.begin(), mine.end(), peer) - mine.begin());
    return index < theirs.size() ? theirs[index] : nullptr;
}

/// Whether the worker may end with an error before it comes to a place in it.
bool mayFailBefore(const syntax::Node* place) {
    const auto* worker = workerAround(place);
    const syntax::Node* body = worker ? static_cast<const syntax::Node*>(worker) : teamOf(place);
    bool found = false;
    syntax::forEachNode(body, [&](const syntax::Node* node) {
        const bool fails = syntax::is<syntax::CheckingExpr>(node) || syntax::is<syntax::FailStmt>(node) ||
                           syntax::is<syntax::ReturnStmt>(node);
        found = found || (fails && node->range().end <= place->range().begin && workerAround(node) == worker);
    });
    return found;
}

} // namespace

const VariableSymbol* Checker::peerWorker(const syntax::PeerWorker* peer) {
    if (peer->name()->kind() == syntax::TokenKind::FunctionKeyword || peer->name()->isMissing())
        return nullptr;
    const Symbol* symbol = findLocal(syntax::identifierValue(peer->name()));
    const auto* worker = as<VariableSymbol>(symbol);
    if (!worker || worker->role != VariableRole::Worker) {
        report(DiagnosticCode::UnknownWorker, peer, {std::string(peer->name()->text())});
        return nullptr;
    }
    m_analysis.noteReference(peer, worker);
    return worker;
}

/// The errors that the worker at `place` may have ended with before it came there.
SemType Checker::failureBefore(const syntax::Node* place) {
    if (!place || !mayFailBefore(place))
        return types::neverType;
    const auto found = tables().functions.find(workerAround(place));
    const FunctionContext* outermost = m_function;
    while (outermost && outermost->isWorker)
        outermost = outermost->outer;
    const FunctionSymbol* function = found != tables().functions.end() ? found->second
                                     : outermost                       ? outermost->function
                                                                       : nullptr;
    const SemType returned = function ? function->signature.returnType : types::neverType;
    return isPoison(returned) ? types::neverType : types::partOf(m_types, returned, BasicType::Error);
}

SemType Checker::checkSend(const syntax::Expression* value, const syntax::PeerWorker* peer, bool isSync) {
    const SemType allowed = types::unite(m_types, m_types.anydataType(), m_types.readonlyType());
    SemType type = check(value);
    if (!require(value, type, allowed))
        type = poisonType;
    peerWorker(peer);
    if (isSync)
        forbidInLock(peer, "->>");
    if (isPoison(type))
        return poisonType;
    return isSync ? types::unite(m_types, failureBefore(counterpart(peer)), types::nilType) : types::nilType;
}

/// A message has the type that the receiving place expects, or that of what is sent.
SemType Checker::checkReceive(const syntax::PeerWorker* peer, Expected expected) {
    const VariableSymbol* worker = peerWorker(peer);
    forbidInLock(peer, "<-");
    const bool isFunction = peer->name()->kind() == syntax::TokenKind::FunctionKeyword;
    if (!worker && !isFunction)
        return poisonType;
    if (expected)
        return *expected;
    const syntax::PeerWorker* send = counterpart(peer);
    const auto* sent =
        send ? static_cast<const syntax::Expression*>(send->parent()->childNodes().front()) : nullptr;
    const auto known = tables().types.find(sent);
    const SemType message = known != tables().types.end()
                                ? broadType(sent, known->second)
                                : types::unite(m_types, m_types.anydataType(), types::errorType);
    return unite(message, failureBefore(send));
}

SemType Checker::checkMultipleReceive(const syntax::MultipleReceiveAction* expr, Expected expected) {
    std::vector<types::Field> fields;
    bool ok = true;
    for (const syntax::ReceiveField* field : expr->fields()) {
        const syntax::Token* token = field->name() ? field->name() : field->peerWorker()->name();
        const std::string name = syntax::identifierValue(token);
        SemType wanted;
        if (expected)
            wanted = types::withoutNil(types::undefToNil(types::mappingMemberTypeAt(
                m_types, types::partOf(m_types, *expected, BasicType::Mapping), name)));
        const SemType type =
            checkReceive(field->peerWorker(), expected && !wanted.isNever() ? &wanted : nullptr);
        ok = ok && !isPoison(type);
        fields.push_back({name, ok ? type : types::valueType});
    }
    return ok ? types::recordOf(m_types, fields, types::neverType) : poisonType;
}

SemType Checker::checkAlternateReceive(const syntax::AlternateReceiveAction* expr, Expected expected) {
    SemType result = types::neverType;
    for (const syntax::PeerWorker* peer : expr->peerWorkers())
        result = unite(result, checkReceive(peer, expected));
    return result;
}

} // namespace barre::model
