#include "runtime/compiler/function_compiler.h"

#include "model/types/projections.h"

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

bool isComparison(TokenKind op) {
    switch (op) {
    case TokenKind::EqualEqual:
    case TokenKind::NotEqual:
    case TokenKind::TripleEqual:
    case TokenKind::NotTripleEqual:
    case TokenKind::Lt:
    case TokenKind::LtEqual:
    case TokenKind::Gt:
    case TokenKind::GtEqual: return true;
    default: return false;
    }
}

struct OperatorRow {
    TokenKind op;
    Opcode onInt, onFloat, onDecimal;
};

// Opcode::MOVE: there is no such operation on the type.
constexpr OperatorRow rows[] = {
    {TokenKind::Plus, Opcode::ADD_INT, Opcode::ADD_FLOAT, Opcode::ADD_DECIMAL},
    {TokenKind::Minus, Opcode::SUB_INT, Opcode::SUB_FLOAT, Opcode::SUB_DECIMAL},
    {TokenKind::Asterisk, Opcode::MUL_INT, Opcode::MUL_FLOAT, Opcode::MUL_DECIMAL},
    {TokenKind::Slash, Opcode::DIV_INT, Opcode::DIV_FLOAT, Opcode::DIV_DECIMAL},
    {TokenKind::Percent, Opcode::REM_INT, Opcode::REM_FLOAT, Opcode::REM_DECIMAL},
    {TokenKind::Ampersand, Opcode::AND_INT, Opcode::MOVE, Opcode::MOVE},
    {TokenKind::Pipe, Opcode::OR_INT, Opcode::MOVE, Opcode::MOVE},
    {TokenKind::Caret, Opcode::XOR_INT, Opcode::MOVE, Opcode::MOVE},
    {TokenKind::LtLt, Opcode::SHL_INT, Opcode::MOVE, Opcode::MOVE},
    {TokenKind::GtGt, Opcode::SHR_INT, Opcode::MOVE, Opcode::MOVE},
    {TokenKind::GtGtGt, Opcode::USHR_INT, Opcode::MOVE, Opcode::MOVE},
};

} // namespace

bool FunctionCompiler::isAlways(const Node* expression, BasicType type) const {
    SemType known = typeOf(expression);
    return !known.isNever() && known.within(type);
}

std::optional<int16_t> FunctionCompiler::smallInt(const Node* expression) const {
    const ConstantValue* constant = constantOf(expression);
    const int64_t* value = constant ? constant->get<int64_t>() : nullptr;
    if (!value || *value < INT16_MIN || *value > INT16_MAX)
        return {};
    return int16_t(*value);
}

void FunctionCompiler::unaryTo(const UnaryExpr* node, Reg dst) {
    TokenKind op = node->unaryOperator()->kind();
    if (op == TokenKind::Exclamation) {
        exprTo(node->expression(), dst);
        return negate(dst);
    }
    Reg value = expr(node->expression());
    if (op == TokenKind::Plus)
        return move(dst, value);
    place(node);
    const OperatorFacts* facts = m_model.operatorOf(node);
    SemType type = types::withoutNil(typeOf(node->expression()));
    if (type.isNever()) // a literal that has its type from the whole
        type = types::withoutNil(typeOf(node));
    bool lifted = facts ? facts->nilLifted : typeOf(node->expression()).has(BasicType::Nil);
    Opcode code = Opcode::NEG_INT;
    if (op == TokenKind::Tilde)
        code = Opcode::NOT_INT;
    else if (type.within(BasicType::Float))
        code = Opcode::NEG_FLOAT;
    else if (type.within(BasicType::Decimal))
        code = Opcode::NEG_DECIMAL;
    if (!lifted)
        return emit(code, dst, value);
    Label end = m_asm.label();
    Reg result = temp();
    loadNil(result);
    m_asm.jumpIf(Opcode::JUMP_NIL, value, end);
    emit(code, result, value);
    m_asm.bind(end);
    move(dst, result);
}

void FunctionCompiler::binaryTo(const BinaryExpr* node, Reg dst) {
    TokenKind op = node->binaryOperator()->kind();
    if (op == TokenKind::AmpersandAmpersand || op == TokenKind::PipePipe) {
        Label end = m_asm.label();
        exprTo(node->left(), dst);
        m_asm.jumpIf(op == TokenKind::PipePipe ? Opcode::JUMP_TRUE : Opcode::JUMP_FALSE, dst, end);
        exprTo(node->right(), dst);
        return m_asm.bind(end);
    }
    if (isComparison(op))
        return comparisonTo(node, dst);
    const OperatorFacts* known = m_model.operatorOf(node);
    OperatorFacts facts = known ? *known : OperatorFacts{};
    bool plainInt = facts.kind == OperatorKind::Int && !facts.nilLifted;
    Reg left = expr(node->left());
    if (auto small = smallInt(node->right()); small && plainInt) {
        place(node, node->binaryOperator()->range());
        if (op == TokenKind::Plus)
            return m_asm.abi(Opcode::ADD_INT_K, dst, left, *small);
        if (op == TokenKind::Minus && *small != INT16_MIN)
            return m_asm.abi(Opcode::ADD_INT_K, dst, left, int16_t(-*small));
        if (op == TokenKind::Asterisk)
            return m_asm.abi(Opcode::MUL_INT_K, dst, left, *small);
        if (op == TokenKind::Percent && *small != 0 && *small != -1)
            return m_asm.abi(Opcode::REM_INT_K, dst, left, *small);
    }
    Reg right = expr(node->right());
    place(node, node->binaryOperator()->range());
    arithmeticTo(node, op, facts, dst, left, right);
}

// Nil lifting: the result is nil if an operand is.
void FunctionCompiler::arithmeticTo(const Node* node, TokenKind op, const OperatorFacts& facts, Reg dst,
                                    Reg left, Reg right) {
    Scope scope(*this);
    auto converted = [&](Reg value, const SemType& type) {
        bool isInt = !type.isNever() && type.within(BasicType::Int);
        if (!isInt || (facts.kind != OperatorKind::Float && facts.kind != OperatorKind::Decimal))
            return value;
        Reg result = temp();
        emit(facts.kind == OperatorKind::Float ? Opcode::INT_TO_FLOAT : Opcode::INT_TO_DECIMAL, result,
             value);
        return result;
    };
    if (!facts.nilLifted)
        return plainArithmetic(node, op, facts.kind, dst, converted(left, facts.left),
                               converted(right, facts.right));
    Label end = m_asm.label();
    Reg result = temp();
    loadNil(result);
    m_asm.jumpIf(Opcode::JUMP_NIL, left, end);
    m_asm.jumpIf(Opcode::JUMP_NIL, right, end);
    plainArithmetic(node, op, facts.kind, result, converted(left, facts.left), converted(right, facts.right));
    m_asm.bind(end);
    move(dst, result);
}

void FunctionCompiler::plainArithmetic(const Node* node, TokenKind op, OperatorKind kind, Reg dst, Reg left,
                                       Reg right) {
    if (kind == OperatorKind::String)
        return emit(Opcode::CONCAT, dst, left, right);
    if (kind == OperatorKind::Boolean || kind == OperatorKind::Xml) {
        Reg base = temps(2);
        move(base, left);
        move(Reg(base + 1), right);
        if (kind == OperatorKind::Xml)
            intrinsic("barre:xmlConcat", base, 2);
        else
            emit(op == TokenKind::Caret ? Opcode::NE : Opcode::EQ, base, left, right);
        return move(dst, base);
    }
    for (const OperatorRow& row : rows) {
        if (row.op != op)
            continue;
        Opcode code = row.onInt;
        if (kind == OperatorKind::Float)
            code = row.onFloat;
        else if (kind == OperatorKind::Decimal)
            code = row.onDecimal;
        if (code != Opcode::MOVE)
            return emit(code, dst, left, right);
    }
    unsupported(node, "this operator on these operands");
}

void FunctionCompiler::comparisonTo(const BinaryExpr* node, Reg dst) {
    TokenKind op = node->binaryOperator()->kind();
    Reg left = expr(node->left());
    Reg right = expr(node->right());
    bool ints = isAlways(node->left(), BasicType::Int) && isAlways(node->right(), BasicType::Int);
    bool floats = isAlways(node->left(), BasicType::Float) && isAlways(node->right(), BasicType::Float);
    bool strings = isAlways(node->left(), BasicType::String) && isAlways(node->right(), BasicType::String);
    auto choose = [&](Opcode onInt, Opcode onFloat, Opcode onString, Opcode onAny) {
        return ints ? onInt : floats ? onFloat : strings ? onString : onAny;
    };
    place(node, node->binaryOperator()->range());
    switch (op) {
    case TokenKind::EqualEqual:
        return emit(choose(Opcode::EQ_INT, Opcode::EQ_FLOAT, Opcode::EQ_STRING, Opcode::EQ), dst, left,
                    right);
    case TokenKind::NotEqual:
        return emit(choose(Opcode::NE_INT, Opcode::NE_FLOAT, Opcode::NE_STRING, Opcode::NE), dst, left,
                    right);
    case TokenKind::TripleEqual: return emit(ints ? Opcode::EQ_INT : Opcode::EQ_REF, dst, left, right);
    case TokenKind::NotTripleEqual: return emit(ints ? Opcode::NE_INT : Opcode::NE_REF, dst, left, right);
    case TokenKind::Lt:
        return emit(choose(Opcode::LT_INT, Opcode::LT_FLOAT, Opcode::LT, Opcode::LT), dst, left, right);
    case TokenKind::LtEqual:
        return emit(choose(Opcode::LE_INT, Opcode::LE_FLOAT, Opcode::LE, Opcode::LE), dst, left, right);
    case TokenKind::Gt:
        if (ints || floats)
            return emit(ints ? Opcode::LT_INT : Opcode::LT_FLOAT, dst, right, left);
        return emit(Opcode::GT, dst, left, right);
    default:
        if (ints || floats)
            return emit(ints ? Opcode::LE_INT : Opcode::LE_FLOAT, dst, right, left);
        return emit(Opcode::GE, dst, left, right);
    }
}

} // namespace barre::runtime
