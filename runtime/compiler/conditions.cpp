#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

TokenKind opposite(TokenKind op) {
    switch (op) {
    case TokenKind::EqualEqual: return TokenKind::NotEqual;
    case TokenKind::NotEqual: return TokenKind::EqualEqual;
    case TokenKind::TripleEqual: return TokenKind::NotTripleEqual;
    case TokenKind::NotTripleEqual: return TokenKind::TripleEqual;
    case TokenKind::Lt: return TokenKind::GtEqual;
    case TokenKind::LtEqual: return TokenKind::Gt;
    case TokenKind::Gt: return TokenKind::LtEqual;
    default: return TokenKind::Lt;
    }
}

} // namespace

bool FunctionCompiler::isNilConstant(const Node* node) const {
    const ConstantValue* constant = constantOf(node);
    return constant && constant->get<ConstantValue::Nil>();
}

void FunctionCompiler::branch(const Node* condition, bool jumpIf, Label target) {
    const ConstantValue* constant = constantOf(condition);
    if (const bool* known = constant ? constant->get<bool>() : nullptr) {
        if (*known == jumpIf)
            m_asm.jump(target);
        return;
    }
    Scope scope(*this);
    if (auto* parenthesized = cast<ParenthesizedExpr>(condition))
        return branch(parenthesized->expression(), jumpIf, target);
    if (auto* unary = cast<UnaryExpr>(condition);
        unary && unary->unaryOperator()->kind() == TokenKind::Exclamation)
        return branch(unary->expression(), !jumpIf, target);
    if (auto* binary = cast<BinaryExpr>(condition)) {
        TokenKind op = binary->binaryOperator()->kind();
        if (op == TokenKind::AmpersandAmpersand || op == TokenKind::PipePipe) {
            bool decides = op == TokenKind::PipePipe; // the value of the left side that decides
            if (decides == jumpIf) {
                branch(binary->left(), jumpIf, target);
                return branch(binary->right(), jumpIf, target);
            }
            Label over = m_asm.label();
            branch(binary->left(), decides, over);
            branch(binary->right(), jumpIf, target);
            return m_asm.bind(over);
        }
        if (branchComparison(binary, jumpIf, target))
            return;
    }
    if (auto* test = cast<IsExpr>(condition)) {
        SemType type = m_model.descriptorType(test->typeDescriptor());
        bool wanted = jumpIf != (test->exclamation() != nullptr);
        if (type == types::nilType || type == types::errorType) {
            Reg value = expr(test->expression());
            bool nil = type == types::nilType;
            Opcode yes = nil ? Opcode::JUMP_NIL : Opcode::JUMP_ERROR;
            Opcode no = nil ? Opcode::JUMP_NOT_NIL : Opcode::JUMP_NOT_ERROR;
            return m_asm.jumpIf(wanted ? yes : no, value, target);
        }
    }
    Reg value = expr(condition);
    m_asm.jumpIf(jumpIf ? Opcode::JUMP_TRUE : Opcode::JUMP_FALSE, value, target);
}

bool FunctionCompiler::branchComparison(const BinaryExpr* node, bool jumpIf, Label target) {
    TokenKind op = node->binaryOperator()->kind();
    bool equality = op == TokenKind::EqualEqual || op == TokenKind::NotEqual;
    if (op < TokenKind::Lt || op > TokenKind::NotTripleEqual)
        return false;
    const Node *left = node->left(), *right = node->right();
    bool exact = op == TokenKind::TripleEqual || op == TokenKind::NotTripleEqual;
    if ((equality || exact) && (isNilConstant(right) || isNilConstant(left))) {
        bool wanted = jumpIf == (op == TokenKind::EqualEqual || op == TokenKind::TripleEqual);
        Reg value = expr(isNilConstant(right) ? left : right);
        m_asm.jumpIf(wanted ? Opcode::JUMP_NIL : Opcode::JUMP_NOT_NIL, value, target);
        return true;
    }
    if (isAlways(left, BasicType::Int) && isAlways(right, BasicType::Int))
        return branchInt(node, jumpIf ? op : opposite(op), target);
    if (equality && isAlways(left, BasicType::String) && isAlways(right, BasicType::String)) {
        Reg a = expr(left), b = expr(right);
        bool wanted = jumpIf == (op == TokenKind::EqualEqual);
        m_asm.compareJump(wanted ? Opcode::JUMP_EQ_STRING : Opcode::JUMP_NE_STRING, a, b, target);
        return true;
    }
    bool ordered =
        op == TokenKind::Lt || op == TokenKind::LtEqual || op == TokenKind::Gt || op == TokenKind::GtEqual;
    if (ordered && isAlways(left, BasicType::Float) && isAlways(right, BasicType::Float)) {
        Reg a = expr(left), b = expr(right);
        if (op == TokenKind::Gt || op == TokenKind::GtEqual)
            std::swap(a, b);
        bool strict = op == TokenKind::Lt || op == TokenKind::Gt;
        Opcode yes = strict ? Opcode::JUMP_LT_FLOAT : Opcode::JUMP_LE_FLOAT;
        Opcode no = strict ? Opcode::JUMP_NOT_LT_FLOAT : Opcode::JUMP_NOT_LE_FLOAT;
        m_asm.compareJump(jumpIf ? yes : no, a, b, target);
        return true;
    }
    return false;
}

bool FunctionCompiler::branchInt(const BinaryExpr* node, TokenKind op, Label target) {
    Reg a = expr(node->left());
    if (auto small = smallInt(node->right())) {
        Opcode code = Opcode::JUMP_EQ_INT_K;
        switch (op) {
        case TokenKind::EqualEqual:
        case TokenKind::TripleEqual: break;
        case TokenKind::NotEqual:
        case TokenKind::NotTripleEqual: code = Opcode::JUMP_NE_INT_K; break;
        case TokenKind::Lt: code = Opcode::JUMP_LT_INT_K; break;
        case TokenKind::LtEqual: code = Opcode::JUMP_LE_INT_K; break;
        case TokenKind::Gt: code = Opcode::JUMP_GT_INT_K; break;
        default: code = Opcode::JUMP_GE_INT_K; break;
        }
        m_asm.compareJump(code, a, uint16_t(*small), target);
        return true;
    }
    Reg b = expr(node->right());
    switch (op) {
    case TokenKind::EqualEqual:
    case TokenKind::TripleEqual: m_asm.compareJump(Opcode::JUMP_EQ_INT, a, b, target); break;
    case TokenKind::NotEqual:
    case TokenKind::NotTripleEqual: m_asm.compareJump(Opcode::JUMP_NE_INT, a, b, target); break;
    case TokenKind::Lt: m_asm.compareJump(Opcode::JUMP_LT_INT, a, b, target); break;
    case TokenKind::LtEqual: m_asm.compareJump(Opcode::JUMP_LE_INT, a, b, target); break;
    case TokenKind::Gt: m_asm.compareJump(Opcode::JUMP_LT_INT, b, a, target); break;
    default: m_asm.compareJump(Opcode::JUMP_LE_INT, b, a, target); break;
    }
    return true;
}

void FunctionCompiler::loopBack(const Node* condition, Label loop, Label end) {
    while (auto* parenthesized = cast<ParenthesizedExpr>(condition))
        condition = parenthesized->expression();
    auto* binary = cast<BinaryExpr>(condition);
    bool ints =
        binary && isAlways(binary->left(), BasicType::Int) && isAlways(binary->right(), BasicType::Int);
    TokenKind op = ints ? binary->binaryOperator()->kind() : TokenKind::Invalid;
    bool less = op == TokenKind::Lt || op == TokenKind::LtEqual;
    bool greater = op == TokenKind::Gt || op == TokenKind::GtEqual;
    if (!less && !greater) {
        branch(condition, false, end);
        return m_asm.jump(loop, Opcode::LOOP);
    }
    bool strict = op == TokenKind::Lt || op == TokenKind::Gt;
    Reg a = expr(binary->left());
    if (auto small = less ? smallInt(binary->right()) : std::nullopt)
        return m_asm.compareJump(strict ? Opcode::LOOP_LT_INT_K : Opcode::LOOP_LE_INT_K, a, uint16_t(*small),
                                 loop);
    Reg b = expr(binary->right());
    if (greater)
        std::swap(a, b);
    m_asm.compareJump(strict ? Opcode::LOOP_LT_INT : Opcode::LOOP_LE_INT, a, b, loop);
}

} // namespace barre::runtime
