#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

// The function that a start action calls: bound to its object, if it is a method of one.
void FunctionCompiler::startedFunction(const Node* target, const CallFacts& call, Reg function) {
    if (call.kind == CallKind::Method || call.kind == CallKind::Remote) {
        exprTo(call.receiver, function);
        emit(Opcode::BIND_METHOD, function, function, methodName(call));
    } else if (call.function && call.kind != CallKind::FunctionValue) {
        m_asm.ak(Opcode::LOAD_FUNCTION, function, m_program.functionId(*call.function));
    } else {
        move(function, calledValue(target, call));
    }
}

// start f(args): the function value and the arguments are evaluated here, the call runs in the new strand.
void FunctionCompiler::startTo(const StartAction* node, Reg dst) {
    Scope scope(*this);
    const Node* target = node->expression();
    while (auto* parenthesized = cast<ParenthesizedExpr>(target))
        target = parenthesized->expression();
    const CallFacts* call = m_model.callOf(target);
    Reg function = temp();
    if (!call)
        return unsupported(node, "a start action of this");
    const bool isResource = call->kind == CallKind::Resource;
    if (!isResource)
        startedFunction(target, *call, function);
    m_firstTemp = m_next;
    Reg base = temp();
    Reg count = isResource ? resourceArgs(*call, base) : args(*call, base);
    if (isResource)
        m_asm.ak(Opcode::LOAD_FUNCTION, function, resourceCaller(target, *call, count));
    place(node);
    emit(Opcode::START, dst, function, base);
    const bool givesRest = !isResource && hasRestParam(*call);
    m_asm.extra((isResource ? count + 2 : count) | (givesRest ? startRestFlag : 0), typeId(typeOf(node)));
}

void FunctionCompiler::waitTo(const Node* node, Reg dst) {
    Scope scope(*this);
    if (auto* single = cast<SingleWaitAction>(node)) {
        Reg future = expr(single->expression());
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

// ---- named workers

// The futures of all workers are made before the first one starts, so that workers can wait for each other.
void FunctionCompiler::declareWorkers(const NodeList<Statement>& list) {
    std::vector<const NamedWorkerDecl*> workers;
    for (const Statement* node : list) {
        if (auto* worker = cast<NamedWorkerDecl>(node))
            workers.push_back(worker);
        else if (auto* fork = cast<ForkStmt>(node))
            for (const NamedWorkerDecl* forked : fork->workers())
                declareFuture(forked);
    }
    if (workers.empty())
        return;
    for (const NamedWorkerDecl* worker : workers)
        declareFuture(worker);
    m_messages = {declarePeers(workers, true), 0, {}, {}};
}

void FunctionCompiler::declareFuture(const NamedWorkerDecl* worker) {
    auto* variable = as<VariableSymbol>(m_model.symbolOf(worker));
    if (!variable)
        return unsupported(worker, "this named worker");
    Reg future = temp();
    m_asm.ak(Opcode::NEW_FUTURE, future, typeId(variable->type));
    m_firstTemp = m_next;
    bindVariable(*variable, future);
}

void FunctionCompiler::forkStmt(const ForkStmt* node) {
    std::vector<const NamedWorkerDecl*> workers(node->workers().begin(), node->workers().end());
    const std::shared_ptr<PeerGroup> around = m_messages.peers;
    m_messages.peers = declarePeers(workers, false);
    for (const NamedWorkerDecl* worker : workers)
        workerDecl(worker);
    m_messages.peers = around;
}

void FunctionCompiler::workerDecl(const NamedWorkerDecl* node) {
    const FunctionSymbol* function = m_model.functionOf(node);
    auto* variable = as<VariableSymbol>(m_model.symbolOf(node));
    if (!function || !variable)
        return unsupported(node, "this named worker");
    FunctionId id = builder().declareFunction();
    FunctionCode code = m_program.header(*function);
    code.name = identifierValue(node->name());
    code.isTransactional = node->transactionalKeyword() != nullptr;
    FunctionCompiler inner(m_program, m_model, std::move(code), this);
    inner.m_messages.peers = m_messages.peers;
    inner.m_messages.member =
        m_messages.peers ? m_messages.peers->memberOf(identifierValue(node->name())).value_or(0) : 0;
    builder().defineFunction(id, inner.compileFunction(*function));
    Scope scope(*this);
    Reg closure = temps(3);
    Reg future = Reg(closure + 1), peers = Reg(closure + 2);
    makeClosure(id, inner.captures(), closure);
    variableTo(*variable, future);
    if (m_messages.peers && m_messages.peers->variable)
        variableTo(*m_messages.peers->variable, peers);
    else
        loadNil(peers);
    place(node);
    emit(Opcode::START_WORKER, future, closure, peers);
    m_asm.extra(inner.m_messages.member);
}

} // namespace barre::runtime
