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

const syntax::Node* functionAround(const syntax::Node* node) {
    while (node && !isFunctionBoundary(node))
        node = node->parent();
    return node;
}

/// What holds the workers that a worker, or the default worker at `place`, can talk to.
const syntax::Node* teamOf(const syntax::Node* place) {
    if (const auto* worker = workerAround(place))
        return worker->parent();
    return functionAround(place);
}

constexpr std::string_view defaultWorker = "function";

std::string nameOf(const syntax::NamedWorkerDecl* worker) {
    return worker ? syntax::identifierValue(worker->name()) : std::string(defaultWorker);
}

std::string nameOf(const syntax::PeerWorker* peer) {
    return syntax::identifierValue(peer->name());
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
                            if (peer && nameOf(peer) == other && workerAround(peer) == worker && teamOf(peer) == team &&
                                (sends ? isSend(peer) : isReceive(peer)))
                                found.push_back(peer);
                        });
    return found;
}

/// The receive that a send meets, or the send that a receive meets: the one with the same place in the order.
const syntax::PeerWorker* counterpart(const syntax::PeerWorker* peer) {
    const syntax::Node* team = teamOf(peer);
    const auto* own = workerAround(peer);
    const std::string other = nameOf(peer);
    const auto* otherWorker = team ? workerNamed(team, other) : nullptr;
    if (!team || (!otherWorker && other != defaultWorker))
        return nullptr;
    const Peers mine = exchangesOf(team, own, other, isSend(peer));
    const Peers theirs = exchangesOf(team, otherWorker, nameOf(own), !isSend(peer));
    const auto index = size_t(std::find(mine.begin(), mine.end(), peer) - mine.begin());
    return index < theirs.size() ? theirs[index] : nullptr;
}

/// The nodes between a place and the body of its worker for which `is` holds; null if there is none.
template<class Is>
const syntax::Node* aroundInWorker(const syntax::Node* place, Is is) {
    const syntax::Node* inner = place;
    for (const syntax::Node* node = place->parent(); node && !isFunctionBoundary(node);
         inner = std::exchange(node, node->parent())) {
        if (syntax::is<syntax::NamedWorkerDecl>(node))
            return nullptr;
        if (is(node, inner))
            return node;
    }
    return nullptr;
}

bool repeats(const syntax::Node* node) {
    static constexpr NodeKind kinds[] = {NodeKind::ForeachStmt, NodeKind::WhileStmt, NodeKind::DoClause,
                                         NodeKind::RetryStmt, NodeKind::RetryTransactionStmt};
    return std::find(std::begin(kinds), std::end(kinds), node->kind()) != std::end(kinds);
}

bool isRepeated(const syntax::Node* place) {
    return aroundInWorker(place, [](const syntax::Node* node, const syntax::Node*) { return repeats(node); });
}

/// Whether the part `inner` of a statement is one of several ways through it.
bool isBranch(const syntax::Node* node, const syntax::Node* inner) {
    const auto* test = syntax::IfElseStmt::cast(node);
    return (test && inner != test->condition()) || syntax::is<syntax::MatchClause>(node) ||
           syntax::is<syntax::OnFailClause>(node);
}

/// Some way through the worker leaves the place out.
bool isConditional(const syntax::Node* place) {
    return aroundInWorker(place, isBranch);
}

/// A `check`, which may end the worker; a `checkpanic` ends everything.
bool mayReturn(const syntax::CheckingExpr* expr) {
    return expr && expr->checkingKeyword()->kind() == syntax::TokenKind::CheckKeyword;
}

/// Calls visit(node) for what may end the worker before it comes to a place in it.
template<class Visit>
void forEachEndBefore(const syntax::Node* place, Visit visit) {
    const auto* worker = workerAround(place);
    const syntax::Node* body = worker ? static_cast<const syntax::Node*>(worker) : teamOf(place);
    syntax::forEachNode(body, [&](const syntax::Node* node) {
        const bool ends = mayReturn(syntax::CheckingExpr::cast(node)) || syntax::is<syntax::FailStmt>(node) ||
                          syntax::is<syntax::ReturnStmt>(node);
        if (ends && node->range().end <= place->range().begin && workerAround(node) == worker &&
            teamOf(node) == teamOf(place))
            visit(node);
    });
}

bool mayFailBefore(const syntax::Node* place) {
    bool found = false;
    forEachEndBefore(place, [&](const syntax::Node*) { found = true; });
    return found;
}

/// Whether a worker that has come to `first` comes to the later `second` too, if no return ends it in
/// between.
bool leadsTo(const syntax::Node* first, const syntax::Node* second) {
    return !aroundInWorker(second, [&](const syntax::Node* node, const syntax::Node* inner) {
        const bool holdsBoth = inner->range().begin <= first->range().begin;
        return !holdsBoth && (isBranch(node, inner) || repeats(node));
    });
}

/// Whether an action waits until `receiver` has what has been sent to it.
bool flushes(const syntax::Node* action, std::string_view receiver) {
    if (const auto* send = syntax::SyncSendAction::cast(action))
        return nameOf(send->peerWorker()) == receiver;
    const auto* flush = syntax::FlushAction::cast(action);
    return flush && (!flush->peerWorker() || nameOf(flush->peerWorker()) == receiver);
}

/// The type descriptor of the variable that a receive action initialises, or null.
const syntax::TypeDesc* declaredTypeOf(const syntax::PeerWorker* receive) {
    const syntax::Node* action = receive->parent();
    if (!syntax::is<syntax::SingleReceiveAction>(action))
        return nullptr;
    const syntax::Node* user = action->parent();
    while (syntax::is<syntax::CheckingExpr>(user))
        user = user->parent();
    const auto* decl = syntax::LocalVarDeclStmt::cast(user);
    const syntax::TypeDesc* desc = decl ? decl->typedBindingPattern()->typeDescriptor() : nullptr;
    return syntax::is<syntax::VarTypeDesc>(desc) ? nullptr : desc;
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

/// Each message has one place where it is sent and one where it is received: neither may run twice, and what
/// is received must not be left out.
void Checker::checkExchange(const syntax::PeerWorker* peer) {
    if (isRepeated(peer))
        return report(DiagnosticCode::MessageRepeated, peer->parent());
    if (isReceive(peer) && isConditional(peer))
        return report(DiagnosticCode::ReceiveConditional, peer->parent());
    if (!counterpart(peer))
        return report(isSend(peer) ? DiagnosticCode::UnmatchedSend : DiagnosticCode::UnmatchedReceive,
                      peer->parent(), {std::string(peer->name()->text())});
    if (isReceive(peer) && mayEndBetween(nullptr, peer))
        report(DiagnosticCode::MessageAfterReturn, peer->parent());
}

/// Whether the worker may return a value that is no error behind `from` (null: its start) and before `to`.
bool Checker::mayEndBetween(const syntax::Node* from, const syntax::Node* to) {
    bool endsNormally = false;
    forEachEndBefore(to, [&](const syntax::Node* node) {
        const auto* statement = syntax::ReturnStmt::cast(node);
        if (!statement || (from && statement->range().begin < from->range().end))
            return;
        endsNormally = endsNormally || !isErrorGiven(statement->expression());
    });
    return endsNormally;
}

/// Whether a value is surely an error; workers further down are not checked yet.
bool Checker::isErrorGiven(const syntax::Expression* value) {
    const auto known = tables().types.find(value);
    return known == tables().types.end() ? syntax::is<syntax::ErrorConstructorExpr>(value)
                                         : isSubtype(known->second, types::errorType);
}

/// A failure of the receiver must not be lost: where it may fail before it receives a message, the sender
/// waits for that before it ends.
void Checker::requireFlushes(const syntax::Node* body) {
    syntax::forEachNode(body, [&](const syntax::Node* node) {
        const auto* send = syntax::AsyncSendAction::cast(node);
        if (!send || functionAround(send) != body || failureBefore(counterpart(send->peerWorker())).isNever())
            return;
        if (!isFlushed(send))
            report(DiagnosticCode::MessageNotFlushed, send,
                   {std::string(send->peerWorker()->name()->text())});
    });
}

bool Checker::isFlushed(const syntax::AsyncSendAction* send) {
    const auto* own = workerAround(send);
    const syntax::Node* body = own ? static_cast<const syntax::Node*>(own) : teamOf(send);
    bool found = false;
    syntax::forEachNode(body, [&](const syntax::Node* node) {
        found = found || (node->range().begin >= send->range().end && workerAround(node) == own &&
                          flushes(node, nameOf(send->peerWorker())) && leadsTo(send, node) &&
                          !mayEndBetween(send, node));
    });
    return found;
}

/// What the receiving place expects of a message, if that is known.
std::optional<SemType> Checker::expectedByReceive(const syntax::PeerWorker* receive) {
    if (!receive)
        return std::nullopt;
    if (const auto known = m_receiveTypes.find(receive); known != m_receiveTypes.end())
        return known->second;
    const syntax::TypeDesc* desc = declaredTypeOf(receive);
    if (!desc)
        return std::nullopt;
    const size_t reports = m_analysis.reportCount();
    const SemType type = resolveType(desc);
    m_analysis.forgetReports(reports); // said where the variable is declared
    return isPoison(type) ? std::nullopt : std::optional(type);
}

SemType Checker::checkSend(const syntax::Expression* value, const syntax::PeerWorker* peer, bool isSync) {
    const syntax::PeerWorker* receive = counterpart(peer);
    const SemType allowed = types::unite(m_types, m_types.anydataType(), m_types.readonlyType());
    const std::optional<SemType> expected = expectedByReceive(receive);
    SemType type = check(value, expected ? &*expected : nullptr);
    if (!require(value, type, allowed))
        type = poisonType;
    else if (m_receiveTypes.contains(receive) && !require(value, type, *expected))
        type = poisonType;
    if (peerWorker(peer) || isDefaultWorker(peer))
        checkExchange(peer);
    if (isSync)
        forbidInLock(peer, "->>");
    if (isPoison(type))
        return poisonType;
    return isSync ? types::unite(m_types, failureBefore(receive), types::nilType) : types::nilType;
}

/// What a flush may end with: the failures of receivers before they come to what was sent last.
SemType Checker::checkFlush(const syntax::FlushAction* expr) {
    SemType result = types::nilType;
    const auto* own = workerAround(expr);
    const syntax::Node* team = teamOf(expr);
    const syntax::PeerWorker* only = expr->peerWorker();
    if (only && !isDefaultWorker(only) && !peerWorker(only))
        return poisonType;
    syntax::forEachNode(own ? static_cast<const syntax::Node*>(own) : team, [&](const syntax::Node* node) {
        const auto* peer = syntax::PeerWorker::cast(node);
        if (peer && isSend(peer) && workerAround(peer) == own && peer->range().end <= expr->range().begin &&
            (!only || nameOf(only) == nameOf(peer)))
            result = types::unite(m_types, result, failureBefore(counterpart(peer)));
    });
    return result;
}

bool Checker::isDefaultWorker(const syntax::PeerWorker* peer) {
    return peer->name()->kind() == syntax::TokenKind::FunctionKeyword;
}

/// The message itself: of the type that the receiving place expects, or that of what is sent.
SemType Checker::checkReceive(const syntax::PeerWorker* peer, Expected expected) {
    const VariableSymbol* worker = peerWorker(peer);
    forbidInLock(peer, "<-");
    if (!worker && !isDefaultWorker(peer))
        return poisonType;
    checkExchange(peer);
    const syntax::PeerWorker* send = counterpart(peer);
    if (expected)
        m_receiveTypes.insert_or_assign(peer, *expected);
    const auto* sent =
        send ? static_cast<const syntax::Expression*>(send->parent()->childNodes().front()) : nullptr;
    const auto known = tables().types.find(sent);
    if (known != tables().types.end())
        return expected ? known->second : broadType(sent, known->second);
    return expected ? *expected : types::unite(m_types, m_types.anydataType(), types::errorType);
}

/// What is received instead of the message: the failure of the sender, or the news that it has left the
/// message out.
SemType Checker::receiveFailure(const syntax::PeerWorker* peer) {
    const syntax::PeerWorker* send = counterpart(peer);
    return types::unite(m_types, failureBefore(send), noMessage(send));
}

/// error:NoMessage if a send may be left out: not every way comes there, or the worker may have ended without
/// an error.
SemType Checker::noMessage(const syntax::PeerWorker* send) {
    const bool mayBeMissing = send && (isConditional(send) || mayEndBetween(nullptr, send));
    const ModuleSymbol* errors = mayBeMissing ? m_analysis.libraryModule("lang.error") : nullptr;
    const auto* type = errors ? as<TypeSymbol>(errors->find("NoMessage")) : nullptr;
    return type ? type->type : types::neverType;
}

SemType Checker::checkSingleReceive(const syntax::SingleReceiveAction* expr, Expected expected) {
    return unite(checkReceive(expr->peerWorker(), expected), receiveFailure(expr->peerWorker()));
}

/// A failure is received instead of the record. Where an error is not expected there, but in each of the
/// fields, it is received in the field, as the reference does.
SemType Checker::checkMultipleReceive(const syntax::MultipleReceiveAction* expr, Expected expected) {
    std::vector<types::Field> fields;
    bool ok = true, fieldsTakeFailures = expected && !expected->has(BasicType::Error);
    SemType failure = types::neverType;
    std::vector<SemType> failures;
    for (const syntax::ReceiveField* field : expr->fields()) {
        const syntax::Token* token = field->name() ? field->name() : field->peerWorker()->name();
        const std::string name = syntax::identifierValue(token);
        const SemType wanted = expectedField(expected, name);
        const SemType type = checkReceive(field->peerWorker(), wanted.isNever() ? nullptr : &wanted);
        ok = ok && !isPoison(type);
        fields.push_back({name, ok ? type : types::valueType});
        failures.push_back(receiveFailure(field->peerWorker()));
        failure = types::unite(m_types, failure, failures.back());
        fieldsTakeFailures = fieldsTakeFailures && isSubtype(failures.back(), wanted);
    }
    if (!ok)
        return poisonType;
    for (size_t i = 0; i < fields.size() && fieldsTakeFailures; ++i)
        fields[i].type = types::unite(m_types, fields[i].type, failures[i]);
    const SemType record = types::recordOf(m_types, fields, types::neverType);
    return fieldsTakeFailures ? record : types::unite(m_types, record, failure);
}

/// What a field is expected to be, nil aside; never if nothing is expected.
SemType Checker::expectedField(Expected expected, const std::string& name) {
    if (!expected)
        return types::neverType;
    const SemType mapping = types::partOf(m_types, *expected, BasicType::Mapping);
    return types::withoutNil(types::undefToNil(types::mappingMemberTypeAt(m_types, mapping, name)));
}

SemType Checker::checkAlternateReceive(const syntax::AlternateReceiveAction* expr, Expected expected) {
    SemType result = types::neverType;
    SemType none = types::errorType;
    for (const syntax::PeerWorker* peer : expr->peerWorkers()) {
        const syntax::PeerWorker* send = counterpart(peer);
        result = unite(unite(result, checkReceive(peer, expected)), failureBefore(send));
        none = types::intersect(m_types, none, noMessage(send));
    }
    return unite(result, none);
}

} // namespace barre::model
