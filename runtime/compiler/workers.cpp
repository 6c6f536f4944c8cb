#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// start f(args): the function value and the arguments are evaluated here, the call runs in the new strand.
void FunctionCompiler::startTo(const StartAction* node, Reg dst) {
    Scope scope(*this);
    const Node* target = node->expression();
    while (auto* parenthesized = cast<ParenthesizedExpr>(target))
        target = parenthesized->expression();
    const CallFacts* call = m_model.callOf(target);
    if (!call)
        return unsupported(node, "a start action of this");
    Reg function = temp();
    bool isMethod = call->kind == CallKind::Method || call->kind == CallKind::Remote;
    if (isMethod) {
        exprTo(call->receiver, function);
        emit(Opcode::BIND_METHOD, function, function, builder().name(call->method));
    } else if (call->function && call->kind != CallKind::FunctionValue) {
        m_asm.ak(Opcode::LOAD_FUNCTION, function, m_program.functionId(*call->function));
    } else if (call->receiver) {
        exprTo(call->receiver, function);
    } else if (auto* named = cast<FunctionCallExpr>(target)) {
        referenceTo(named->functionReference(), function);
    } else {
        return unsupported(node, "a start action of this");
    }
    m_firstTemp = m_next;
    Reg base = temp();
    Reg count = args(*call, base);
    place(node);
    emit(Opcode::START, dst, function, base);
    m_asm.extra(count, hasRestParam(*call) ? 2 : 0);
}

void FunctionCompiler::waitTo(const Node* node, Reg dst) {
    Scope scope(*this);
    if (auto* single = cast<SingleWaitAction>(node)) {
        const Node* inner = single->expression();
        if (auto* alternative = cast<BinaryExpr>(inner);
            alternative && alternative->binaryOperator()->kind() == TokenKind::Pipe)
            return unsupported(node, "this wait action");
        Reg future = expr(inner);
        place(node);
        return emit(Opcode::WAIT, dst, future);
    }
    if (auto* alternate = cast<AlternateWaitAction>(node)) {
        Reg first = temps(alternate->expressions().size());
        Reg at = first;
        for (const Expression* future : alternate->expressions())
            exprTo(future, at++);
        place(node);
        return emit(Opcode::WAIT_ANY, dst, first, Reg(alternate->expressions().size()));
    }
    auto* multiple = cast<MultipleWaitAction>(node);
    std::vector<NewField> fields;
    for (const WaitField* field : multiple->fields())
        fields.push_back({identifierValue(field->name()), [this, field](Reg reg) {
                              if (field->expression())
                                  exprTo(field->expression(), reg);
                              else if (auto* variable = as<VariableSymbol>(m_model.symbolOf(field)))
                                  variableTo(*variable, reg);
                              place(field);
                              emit(Opcode::WAIT, reg, reg);
                          }});
    SemType type = types::partOf(types(), typeOf(node), BasicType::Mapping);
    SemType inherent = m_model.inherentTypeOf(node);
    newMapping(node, inherent.isNever() ? type : inherent, fields, dst);
}

// ---- named workers. Each pair of workers that talk has one channel, made before the workers start.

namespace {

/// The name of a worker around a node, `function` for the default worker.
std::string workerAround(const Node* node, const Node*& scope) {
    for (; node; node = node->parent()) {
        if (auto* worker = cast<NamedWorkerDecl>(node)) {
            scope = worker->parent();
            return identifierValue(worker->name());
        }
        if (is<FunctionBody>(node)) {
            scope = node;
            return "function";
        }
    }
    return "function";
}

std::string peerName(const PeerWorker* peer) {
    return peer->name()->kind() == TokenKind::FunctionKeyword ? "function" : identifierValue(peer->name());
}

} // namespace

// The channels of the workers declared in this list, by "from>to"; they live in variables that the workers capture.
void FunctionCompiler::declareWorkers(const NodeList<Statement>& list) {
    std::vector<const NamedWorkerDecl*> workers;
    for (const Statement* node : list) {
        if (auto* worker = cast<NamedWorkerDecl>(node))
            workers.push_back(worker);
        else if (auto* fork = cast<ForkStmt>(node))
            for (const NamedWorkerDecl* worker : fork->workers())
                workers.push_back(worker);
    }
    if (workers.empty())
        return;
    std::unordered_set<std::string> made;
    auto channel = [&](const std::string& from, const std::string& to) {
        std::string key = from + ">" + to;
        if (auto known = m_channels.find(key); known != m_channels.end() && made.count(key))
            return;
        made.insert(key);
        const VariableSymbol* symbol = m_program.hiddenVariable(key);
        m_channels[key] = symbol;
        Reg reg = temp();
        emit(Opcode::NEW_CHANNEL, reg);
        m_variables[symbol] = {reg, false};
        m_firstTemp = m_next;
    };
    for (const NamedWorkerDecl* worker : workers) {
        std::string self = identifierValue(worker->name());
        forEachNode(worker, [&](const Node* node) {
            auto* peer = cast<PeerWorker>(node);
            if (!peer)
                return;
            bool receives = is<SingleReceiveAction>(peer->parent()) || is<AlternateReceiveAction>(peer->parent())
                            || is<ReceiveField>(peer->parent());
            receives ? channel(peerName(peer), self) : channel(self, peerName(peer));
        });
    }
    for (const Statement* node : list) {
        if (is<NamedWorkerDecl>(node) || is<ForkStmt>(node))
            continue;
        forEachNode(node, [&](const Node* inner) {
            auto* peer = cast<PeerWorker>(inner);
            if (!peer)
                return;
            bool receives = is<SingleReceiveAction>(peer->parent()) || is<AlternateReceiveAction>(peer->parent())
                            || is<ReceiveField>(peer->parent());
            receives ? channel(peerName(peer), "function") : channel("function", peerName(peer));
        });
    }
}

const VariableSymbol* FunctionCompiler::channelOf(const PeerWorker* peer, bool receives) const {
    const Node* around = nullptr;
    std::string self = workerAround(peer, around);
    std::string key = receives ? peerName(peer) + ">" + self : self + ">" + peerName(peer);
    for (const FunctionCompiler* compiler = this; compiler; compiler = compiler->m_outer) {
        auto at = compiler->m_channels.find(key);
        if (at != compiler->m_channels.end())
            return at->second;
    }
    return nullptr;
}

void FunctionCompiler::forkStmt(const ForkStmt* node) {
    for (const NamedWorkerDecl* worker : node->workers())
        workerDecl(worker);
}

void FunctionCompiler::workerDecl(const NamedWorkerDecl* node) {
    const FunctionSymbol* function = m_model.functionOf(node);
    auto* variable = as<VariableSymbol>(m_model.symbolOf(node));
    if (!function || !variable)
        return unsupported(node, "this named worker");
    FunctionId id = builder().declareFunction();
    FunctionCode code = m_program.header(*function);
    code.name = identifierValue(node->name());
    FunctionCompiler inner(m_program, m_model, std::move(code), this);
    builder().defineFunction(id, inner.compileFunction(*function));
    Reg future = temp();
    {
        Scope scope(*this);
        Reg closure = temps(2);
        makeClosure(id, inner.captures(), closure);
        place(node);
        emit(Opcode::START, future, closure, Reg(closure + 1));
        m_asm.extra(0, 1);
    }
    m_next = std::max<Reg>(m_next, Reg(future + 1));
    bindVariable(*variable, future);
}

void FunctionCompiler::sendTo(const Node* node, Reg dst) {
    auto* async = cast<AsyncSendAction>(node);
    auto* sync = cast<SyncSendAction>(node);
    const PeerWorker* peer = async ? async->peerWorker() : sync->peerWorker();
    const VariableSymbol* channel = channelOf(peer, false);
    if (!channel)
        return unsupported(node, "a send to this worker");
    Scope scope(*this);
    Reg value = temps(2);
    exprTo(async ? async->expression() : sync->expression(), value);
    Reg channelReg = Reg(value + 1);
    variableTo(*channel, channelReg);
    intrinsic("ballerina/lang.value:clone", value, 1);
    place(node);
    if (async) {
        emit(Opcode::SEND, channelReg, value);
        return loadNil(dst);
    }
    emit(Opcode::SYNC_SEND, dst, channelReg, value);
}

void FunctionCompiler::receiveTo(const Node* node, Reg dst) {
    Scope scope(*this);
    auto receive = [&](const PeerWorker* peer, Reg reg) {
        const VariableSymbol* channel = channelOf(peer, true);
        if (!channel)
            return unsupported(node, "a receive from this worker");
        Reg channelReg = temp();
        variableTo(*channel, channelReg);
        place(node);
        emit(Opcode::RECEIVE, reg, channelReg);
    };
    if (auto* single = cast<SingleReceiveAction>(node))
        return receive(single->peerWorker(), dst);
    auto* multiple = cast<MultipleReceiveAction>(node);
    if (!multiple)
        return unsupported(node, "an alternate receive action");
    std::vector<NewField> fields;
    for (const ReceiveField* field : multiple->fields())
        fields.push_back({field->name() ? identifierValue(field->name()) : peerName(field->peerWorker()),
                          [receive, field](Reg reg) { receive(field->peerWorker(), reg); }});
    SemType inherent = m_model.inherentTypeOf(node);
    newMapping(node, inherent.isNever() ? types::partOf(types(), typeOf(node), BasicType::Mapping) : inherent, fields, dst);
}

void FunctionCompiler::flushTo(const FlushAction* node, Reg dst) {
    if (!node->peerWorker())
        return unsupported(node, "a flush action without a worker");
    const VariableSymbol* channel = channelOf(node->peerWorker(), false);
    if (!channel)
        return unsupported(node, "a flush action to this worker");
    Scope scope(*this);
    Reg channelReg = temp();
    variableTo(*channel, channelReg);
    emit(Opcode::FLUSH, dst, channelReg);
}

} // namespace barre::runtime
