#include "runtime/compiler/function_compiler.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

void FunctionCompiler::closureTo(const Node* node, Reg dst) {
    const FunctionSymbol* function = m_model.functionOf(node);
    if (!function)
        return unsupported(node, "this anonymous function");
    functionValueTo(*function, dst);
}

void FunctionCompiler::functionValueTo(const FunctionSymbol& function, Reg dst) {
    FunctionId id = builder().declareFunction();
    FunctionCode code = m_program.header(function);
    if (function.role == FunctionRole::Anonymous && function.decl)
        code.annotations = m_program.annotationsOf(*function.decl, m_model, &function);
    FunctionCompiler inner(m_program, m_model, std::move(code), this);
    builder().defineFunction(id, inner.compileFunction(function));
    makeClosure(id, inner.captures(), dst);
    m_program.evaluateAnnotations(function, *this);
}

void FunctionCompiler::makeClosure(FunctionId id, const std::vector<const VariableSymbol*>& captures,
                                   Reg dst) {
    if (captures.empty())
        return m_asm.ak(Opcode::LOAD_FUNCTION, dst, id);
    Scope scope(*this);
    Reg first = temps(captures.size());
    for (size_t i = 0; i < captures.size(); ++i)
        captureTo(*captures[i], Reg(first + i));
    emit(Opcode::CLOSURE, dst, first, Reg(captures.size()));
    m_asm.extra(id);
}

} // namespace barre::runtime
