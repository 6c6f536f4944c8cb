#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

#include <algorithm>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

std::string peerName(const PeerWorker* peer) {
    return peer->name()->kind() == TokenKind::FunctionKeyword ? "function" : identifierValue(peer->name());
}

bool exchangesMessages(const Node* scope) {
    bool found = false;
    forEachNode(scope,
                [&](const Node* node) { found = found || is<PeerWorker>(node) || is<FlushAction>(node); });
    return found;
}

} // namespace

std::optional<uint16_t> PeerGroup::memberOf(const std::string& name) const {
    auto at = std::find(members.begin(), members.end(), name);
    return at == members.end() ? std::nullopt : std::optional(uint16_t(at - members.begin()));
}

// Who can send to whom. Their messages live in a variable that the workers capture, if there are any.
std::shared_ptr<PeerGroup> FunctionCompiler::declarePeers(const std::vector<const NamedWorkerDecl*>& workers,
                                                          bool withFunction) {
    auto group = std::make_shared<PeerGroup>();
    if (withFunction)
        group->members.push_back("function");
    for (const NamedWorkerDecl* worker : workers)
        group->members.push_back(identifierValue(worker->name()));
    if (!exchangesMessages(workers.front()->parent()))
        return group;
    group->variable = m_program.hiddenVariable("workers");
    Reg reg = temp();
    emit(Opcode::NEW_PEERS, reg, withFunction, Reg(group->members.size()));
    m_variables[group->variable] = {reg, false};
    m_firstTemp = m_next;
    return group;
}

std::optional<uint16_t> FunctionCompiler::queueOf(const PeerWorker* peer, bool receives) {
    auto other = m_messages.peers && m_messages.peers->variable ? m_messages.peers->memberOf(peerName(peer))
                                                                : std::nullopt;
    if (!other) {
        unsupported(peer, "a message to or from this worker");
        return std::nullopt;
    }
    uint16_t count = uint16_t(m_messages.peers->members.size());
    return receives ? uint16_t(*other * count + m_messages.member)
                    : uint16_t(m_messages.member * count + *other);
}

void FunctionCompiler::sendTo(const Node* node, Reg dst) {
    auto* async = cast<AsyncSendAction>(node);
    auto* sync = cast<SyncSendAction>(node);
    auto queue = queueOf(async ? async->peerWorker() : sync->peerWorker(), false);
    if (!queue)
        return;
    Scope scope(*this);
    Reg value = temps(2);
    exprTo(async ? async->expression() : sync->expression(), value);
    Reg peers = Reg(value + 1);
    variableTo(*m_messages.peers->variable, peers);
    intrinsic("ballerina/lang.value:clone", value, 1);
    place(node);
    emit(Opcode::SEND, peers, value, *queue);
    m_asm.extra(m_messages.sent[*queue]++);
    if (async)
        return loadNil(dst);
    emit(Opcode::FLUSH, dst, peers, *queue);
    m_asm.extra(m_messages.sent[*queue]);
}

// Sends that were not reached never will be: whoever waits for them may go on.
void FunctionCompiler::passSends(const SlotCounts& before) {
    for (const auto& [queue, count] : m_messages.sent) {
        auto known = before.find(queue);
        if (known != before.end() && known->second == count)
            continue;
        Scope scope(*this);
        Reg peers = temp();
        variableTo(*m_messages.peers->variable, peers);
        emit(Opcode::ADVANCE, peers, 0, queue);
        m_asm.extra(count);
    }
}

void FunctionCompiler::receiveTo(const Node* node, Reg dst) {
    if (auto* multiple = cast<MultipleReceiveAction>(node))
        return receiveAllTo(multiple, dst);
    if (auto* alternate = cast<AlternateReceiveAction>(node))
        return receiveAnyTo(alternate, dst);
    auto queue = queueOf(cast<SingleReceiveAction>(node)->peerWorker(), true);
    if (!queue)
        return;
    Scope scope(*this);
    Reg peers = temp();
    variableTo(*m_messages.peers->variable, peers);
    place(node);
    emit(Opcode::RECEIVE, dst, peers, *queue);
    m_asm.extra(m_messages.received[*queue]++);
}

// The peers and a pair of queue and slot for each worker, as RECEIVE_ALL and RECEIVE_ANY take them.
Reg FunctionCompiler::receiveOperands(const std::vector<const PeerWorker*>& workers) {
    Reg base = temps(1 + 2 * workers.size());
    Reg at = Reg(base + 1);
    for (const PeerWorker* worker : workers)
        if (auto queue = queueOf(worker, true)) {
            loadInt(at++, *queue);
            loadInt(at++, m_messages.received[*queue]++);
        }
    if (m_messages.peers && m_messages.peers->variable)
        variableTo(*m_messages.peers->variable, base);
    return base;
}

// What is received from each worker, failures too, in the places where RECEIVE_ALL puts it.
Reg FunctionCompiler::receiveEach(const std::vector<const PeerWorker*>& workers) {
    Reg base = temps(1 + 2 * workers.size());
    variableTo(*m_messages.peers->variable, base);
    Reg at = Reg(base + 1);
    for (const PeerWorker* worker : workers) {
        if (auto queue = queueOf(worker, true)) {
            emit(Opcode::RECEIVE, at, base, *queue);
            m_asm.extra(m_messages.received[*queue]++);
        }
        at = Reg(at + 2);
    }
    return base;
}

void FunctionCompiler::receiveAllTo(const MultipleReceiveAction* node, Reg dst) {
    Scope scope(*this);
    std::vector<const PeerWorker*> workers;
    for (const ReceiveField* field : node->fields())
        workers.push_back(field->peerWorker());
    const bool failsAsWhole = typeOf(node).has(BasicType::Error);
    place(node);
    Reg base = failsAsWhole ? receiveOperands(workers) : receiveEach(workers);
    m_firstTemp = m_next;
    Label failed = m_asm.label(), end = m_asm.label();
    if (failsAsWhole) {
        emit(Opcode::RECEIVE_ALL, base, Reg(workers.size()));
        m_asm.jumpIf(Opcode::JUMP_ERROR, base, failed);
    }
    std::vector<NewField> fields;
    Reg at = Reg(base + 1);
    for (const ReceiveField* field : node->fields()) {
        std::string name = field->name() ? identifierValue(field->name()) : peerName(field->peerWorker());
        fields.push_back({name, [this, at](Reg reg) { move(reg, at); }});
        at = Reg(at + 2);
    }
    SemType inherent = m_model.inherentTypeOf(node);
    SemType type = inherent.isNever() ? types::partOf(types(), typeOf(node), BasicType::Mapping) : inherent;
    newMapping(node, type, fields, dst);
    m_asm.jump(end);
    m_asm.bind(failed);
    move(dst, base);
    m_asm.bind(end);
}

void FunctionCompiler::receiveAnyTo(const AlternateReceiveAction* node, Reg dst) {
    Scope scope(*this);
    std::vector<const PeerWorker*> workers(node->peerWorkers().begin(), node->peerWorkers().end());
    Reg base = receiveOperands(workers);
    place(node);
    emit(Opcode::RECEIVE_ANY, base, Reg(workers.size()));
    move(dst, base);
}

// Without a worker: to every worker that something was sent to, until one has failed.
void FunctionCompiler::flushTo(const FlushAction* node, Reg dst) {
    SlotCounts queues = m_messages.sent;
    if (node->peerWorker()) {
        auto queue = queueOf(node->peerWorker(), false);
        if (!queue)
            return;
        queues = {{*queue, m_messages.sent[*queue]}};
    }
    Scope scope(*this);
    Reg peers = temps(2);
    Reg result = Reg(peers + 1);
    Label end = m_asm.label();
    loadNil(result);
    for (const auto& [queue, count] : queues) {
        variableTo(*m_messages.peers->variable, peers);
        place(node);
        emit(Opcode::FLUSH, result, peers, queue);
        m_asm.extra(count);
        m_asm.jumpIf(Opcode::JUMP_ERROR, result, end);
    }
    m_asm.bind(end);
    move(dst, result);
}

} // namespace barre::runtime
