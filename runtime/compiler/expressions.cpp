#include "runtime/compiler/function_compiler.h"

#include "model/types/operations.h"
#include "model/types/projections.h"
#include "runtime/values/decimal.h"

#include <algorithm>
#include <cstdlib>

namespace barre::runtime {

using namespace model;
using namespace syntax;

namespace {

/// Kinds whose code writes its register only at the end, when everything they read has been read.
bool writesOnce(const Node* node) {
    switch (node->kind()) {
    case NodeKind::BinaryExpr: {
        TokenKind op = cast<BinaryExpr>(node)->binaryOperator()->kind();
        return op == TokenKind::Plus || op == TokenKind::Minus || op == TokenKind::Asterisk ||
               op == TokenKind::Slash || op == TokenKind::Percent;
    }
    case NodeKind::BasicLiteral:
    case NodeKind::VariableReferenceExpr:
    case NodeKind::FunctionCallExpr:
    case NodeKind::MethodCallExpr:
    case NodeKind::ListConstructorExpr:
    case NodeKind::StringTemplateExpr: return true;
    case NodeKind::ParenthesizedExpr: return writesOnce(cast<ParenthesizedExpr>(node)->expression());
    default: return false;
    }
}

} // namespace

Reg FunctionCompiler::expr(const Node* node) {
    if (auto reg = registerOf(node))
        return *reg;
    Reg dst = temp();
    exprTo(node, dst);
    m_next = Reg(dst + 1);
    return dst;
}

// A list constructor with spread members and nil-lifted arithmetic write early, but into registers of their
// own.
void FunctionCompiler::exprToLive(const Node* node, Reg dst) {
    if (writesOnce(node))
        return exprTo(node, dst);
    Scope scope(*this);
    move(dst, expr(node));
}

// A call may have a type of one value and must be made all the same.
namespace {

// The zeros of float are one value to the type, but two to === and to division.
bool isFloatZero(const ConstantValue& value) {
    const double* number = value.get<double>();
    return number && *number == 0;
}

} // namespace

const ConstantValue* FunctionCompiler::constantOf(const Node* node) const {
    switch (node->kind()) {
    case NodeKind::BasicLiteral:
    case NodeKind::NilLiteral: return m_model.constantOf(node);
    // A variable whose type has one value may be changed by a closure, or hold another zero.
    case NodeKind::VariableReferenceExpr:
        return as<ConstantSymbol>(m_model.symbolOf(node)) || as<XmlNamespaceSymbol>(m_model.symbolOf(node))
                   ? m_model.constantOf(node)
                   : nullptr;
    case NodeKind::ParenthesizedExpr: return constantOf(cast<ParenthesizedExpr>(node)->expression());
    case NodeKind::UnaryExpr:
        if (const Node* operand = cast<UnaryExpr>(node)->expression();
            !is<BasicLiteral>(operand) && !constantOf(operand))
            return nullptr;
        return m_model.constantOf(node);
    case NodeKind::BinaryExpr: {
        // Exact equality asks for more than the value: 1.0d and 1.00d, 0.0 and -0.0.
        auto* binary = cast<BinaryExpr>(node);
        TokenKind op = binary->binaryOperator()->kind();
        if (op == TokenKind::TripleEqual || op == TokenKind::NotTripleEqual)
            return nullptr;
        const ConstantValue* left = constantOf(binary->left());
        const ConstantValue* right = constantOf(binary->right());
        return left && right && !isFloatZero(*left) && !isFloatZero(*right) ? m_model.constantOf(node)
                                                                            : nullptr;
    }
    default: return nullptr;
    }
}

// The expression of a decimal constant of this module: it says how many digits the value has.
const Node* FunctionCompiler::decimalConstant(const Node* node) const {
    auto* constant = is<VariableReferenceExpr>(node) ? as<ConstantSymbol>(m_model.symbolOf(node)) : nullptr;
    auto* decl =
        constant && constant->module == &m_model.module() ? cast<ModuleConstDecl>(constant->decl) : nullptr;
    return decl ? decl->expression() : nullptr;
}

namespace {

std::string_view withoutDecimalSuffix(std::string_view literal) {
    while (!literal.empty() && (literal.back() == 'd' || literal.back() == 'D'))
        literal.remove_suffix(1);
    return literal;
}

} // namespace

// Constants with a literal that the format pads are computed by the checker, which knows no such limit: the
// padding would be taken for digits of the result.
bool FunctionCompiler::isPadded(const Node* constant) const {
    if (auto* literal = cast<BasicLiteral>(constant))
        return decimal::isPadded(withoutDecimalSuffix(literal->literal()->text()));
    if (const Node* spelled = decimalConstant(constant))
        return isPadded(spelled);
    return std::ranges::any_of(constant->childNodes(), [this](const Node* node) { return isPadded(node); });
}

bool FunctionCompiler::constantTo(const Node* node, Reg dst) {
    const ConstantValue* value = constantOf(node);
    if (value && value->get<model::DecimalText>()) {
        if (auto* inner = cast<ParenthesizedExpr>(node))
            return constantTo(inner->expression(), dst);
        auto* literal = cast<BasicLiteral>(node);
        if (literal && !literal->literal()->text().starts_with("0x"))
            return decimalTo(literal->literal()->text(), dst), true;
        if ((is<BinaryExpr>(node) || is<UnaryExpr>(node)) && !isPadded(node))
            return false;
        if (const Node* spelled = decimalConstant(node))
            return exprTo(spelled, dst), true;
    }
    if (value && isFloatZero(*value) && !is<BasicLiteral>(node))
        return false;
    if (!value && is<BasicLiteral>(node) && literalTo(cast<BasicLiteral>(node), dst))
        return true;
    if (!value || !*value || value->get<std::shared_ptr<const ConstantList>>() ||
        value->get<std::shared_ptr<const ConstantMapping>>())
        return false;
    valueTo(*value, typeOf(node), dst);
    return true;
}

// The spelling of a decimal constant is the one in the text where there is one: 1.50d keeps its zero.
void FunctionCompiler::valueTo(const ConstantValue& constant, const SemType& type, Reg dst) {
    if (constant.get<ConstantValue::Nil>())
        return loadNil(dst);
    if (auto* value = constant.get<bool>())
        return m_asm.ai(Opcode::LOAD_BOOLEAN, dst, *value);
    if (auto* value = constant.get<int64_t>())
        return loadInt(dst, *value);
    if (auto* value = constant.get<double>())
        return m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().floatConstant(*value));
    if (auto* value = constant.get<model::DecimalText>())
        return m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().decimalConstant(value->text));
    if (auto* value = constant.get<std::string>())
        return loadString(dst, *value);
    Scope scope(*this);
    if (auto* list = constant.get<std::shared_ptr<const ConstantList>>()) {
        const auto& members = (*list)->members;
        Reg first = temps(members.size());
        for (size_t i = 0; i < members.size(); ++i)
            valueTo(members[i], types::listMemberTypeAt(types(), type, i), Reg(first + i));
        emit(Opcode::NEW_LIST, dst, first, Reg(members.size()));
        return m_asm.extra(typeId(type));
    }
    if (auto* mapping = constant.get<std::shared_ptr<const ConstantMapping>>()) {
        std::vector<NewField> fields;
        for (const auto& [name, value] : (*mapping)->fields) {
            SemType fieldType = types::undefToNil(types::mappingMemberTypeAt(types(), type, name));
            fields.push_back(
                {name, [this, &value = value, fieldType](Reg reg) { valueTo(value, fieldType, reg); }});
        }
        return newMapping(nullptr, type, fields, dst);
    }
    loadNil(dst);
}

// A literal below a sign has no constant of its own: its type is that of the whole.
bool FunctionCompiler::literalTo(const BasicLiteral* node, Reg dst) {
    std::string text(node->literal()->text());
    SemType type = types::withoutNil(typeOf(node));
    if (type.isNever() && is<UnaryExpr>(node->parent()))
        type = types::withoutNil(typeOf(node->parent()));
    if (type.isNever())
        return false;
    if (type.within(BasicType::Int)) {
        loadInt(dst, int64_t(std::strtoull(text.c_str(), nullptr, 0)));
    } else if (type.within(BasicType::Float)) {
        m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().floatConstant(std::strtod(text.c_str(), nullptr)));
    } else if (type.within(BasicType::Decimal)) {
        decimalTo(text, dst);
    } else {
        return false;
    }
    return true;
}

void FunctionCompiler::decimalTo(std::string_view literal, Reg dst) {
    m_asm.ak(Opcode::LOAD_CONSTANT, dst, builder().decimalConstant(withoutDecimalSuffix(literal)));
}

void FunctionCompiler::exprTo(const Node* node, Reg dst) {
    if (constantTo(node, dst))
        return;
    Scope scope(*this);
    switch (node->kind()) {
    case NodeKind::ParenthesizedExpr: return exprTo(cast<ParenthesizedExpr>(node)->expression(), dst);
    case NodeKind::NilLiteral: return loadNil(dst);
    case NodeKind::BasicLiteral: return unsupported(node, "this literal");
    case NodeKind::ByteArrayLiteral: return byteArrayTo(cast<ByteArrayLiteral>(node), dst);
    case NodeKind::StringTemplateExpr: return stringTemplateTo(cast<StringTemplateExpr>(node), dst);
    case NodeKind::XmlTemplateExpr: return xmlTemplateTo(cast<XmlTemplateExpr>(node), dst);
    case NodeKind::RegExpTemplateExpr: return regexpTo(cast<RegExpTemplateExpr>(node), dst);
    case NodeKind::RawTemplateExpr: return rawTemplateTo(cast<RawTemplateExpr>(node), dst);
    case NodeKind::ListConstructorExpr: return listTo(cast<ListConstructorExpr>(node), dst);
    case NodeKind::MappingConstructorExpr: return mappingTo(cast<MappingConstructorExpr>(node), dst);
    case NodeKind::TableConstructorExpr: return tableTo(cast<TableConstructorExpr>(node), dst);
    case NodeKind::ObjectConstructorExpr: return objectTo(cast<ObjectConstructorExpr>(node), dst);
    case NodeKind::VariableReferenceExpr: return referenceTo(cast<VariableReferenceExpr>(node), dst);
    case NodeKind::FieldAccessExpr:
    case NodeKind::OptionalFieldAccessExpr: return fieldAccessTo(node, dst);
    case NodeKind::AnnotAccessExpr: return annotAccessTo(cast<AnnotAccessExpr>(node), dst);
    case NodeKind::MemberAccessExpr: return memberAccessTo(cast<MemberAccessExpr>(node), dst);
    case NodeKind::FunctionCallExpr:
    case NodeKind::MethodCallExpr:
    case NodeKind::RemoteMethodCallAction:
    case NodeKind::ResourceAccessAction:
    case NodeKind::ErrorConstructorExpr:
    case NodeKind::ExplicitNewExpr:
    case NodeKind::ImplicitNewExpr: return callTo(node, dst);
    case NodeKind::ExplicitAnonymousFunctionExpr:
    case NodeKind::InferAnonymousFunctionExpr: return closureTo(node, dst);
    case NodeKind::LetExpr: return letTo(cast<LetExpr>(node), dst);
    case NodeKind::TypeCastExpr: return castTo(cast<TypeCastExpr>(node), dst);
    case NodeKind::TypeofExpr:
        exprTo(cast<TypeofExpr>(node)->expression(), dst);
        return [&] {
            Reg base = argBase(dst);
            move(base, dst);
            intrinsic("barre:typeof", base, 1);
            move(dst, base);
        }();
    case NodeKind::UnaryExpr: return unaryTo(cast<UnaryExpr>(node), dst);
    case NodeKind::BinaryExpr: return binaryTo(cast<BinaryExpr>(node), dst);
    case NodeKind::RangeExpr: {
        auto* range = cast<RangeExpr>(node);
        Reg low = expr(range->left());
        Reg high = expr(range->right());
        if (range->rangeOperator()->kind() == TokenKind::Ellipsis) {
            Reg limit = temp();
            m_asm.abi(Opcode::ADD_INT_K, limit, high, 1);
            high = limit;
        }
        emit(Opcode::NEW_RANGE, dst, low, high);
        return m_asm.extra(typeId(typeOf(node)));
    }
    case NodeKind::IsExpr: return isTo(cast<IsExpr>(node), dst);
    case NodeKind::TernaryConditionalExpr: return ternaryTo(cast<TernaryConditionalExpr>(node), dst);
    case NodeKind::NilConditionalExpr: return elvisTo(cast<NilConditionalExpr>(node), dst);
    case NodeKind::CheckingExpr: return checkingTo(cast<CheckingExpr>(node), dst);
    case NodeKind::TrapExpr: return trapTo(cast<TrapExpr>(node), dst);
    case NodeKind::TransactionalExpr: return transactionCall("barre:inTransaction", {}, dst);
    case NodeKind::TypeDescExpr: return typeDescTo(cast<TypeDescExpr>(node)->typeDescriptor(), dst);
    case NodeKind::QuerySelectExpr:
    case NodeKind::QueryCollectExpr:
    case NodeKind::QueryAction: return queryTo(node, dst);
    case NodeKind::StartAction: return startTo(cast<StartAction>(node), dst);
    case NodeKind::SingleWaitAction:
    case NodeKind::AlternateWaitAction:
    case NodeKind::MultipleWaitAction: return waitTo(node, dst);
    case NodeKind::AsyncSendAction:
    case NodeKind::SyncSendAction: return sendTo(node, dst);
    case NodeKind::SingleReceiveAction:
    case NodeKind::MultipleReceiveAction:
    case NodeKind::AlternateReceiveAction: return receiveTo(node, dst);
    case NodeKind::FlushAction: return flushTo(cast<FlushAction>(node), dst);
    case NodeKind::XmlFilterExpr: return xmlFilterTo(cast<XmlFilterExpr>(node), dst);
    case NodeKind::XmlStepExpr: return xmlStepTo(cast<XmlStepExpr>(node), dst);
    case NodeKind::XmlStepMethodCallExtend: return move(dst, m_xmlStepValue);
    case NodeKind::CommitAction: return commitTo(cast<CommitAction>(node), dst);
    default: return unsupported(node, "this expression");
    }
}

void FunctionCompiler::referenceTo(const VariableReferenceExpr* node, Reg dst) {
    const Symbol* symbol = m_model.symbolOf(node);
    if (auto* variable = as<VariableSymbol>(symbol))
        return variableTo(*variable, dst);
    if (auto* function = as<FunctionSymbol>(symbol))
        return m_asm.ak(Opcode::LOAD_FUNCTION, dst, m_program.functionId(*function));
    if (auto* constant = as<ConstantSymbol>(symbol)) {
        if (isStructured(*constant))
            return m_asm.ak(Opcode::GLOBAL_GET, dst, m_program.constantGlobal(*constant));
        return valueTo(constant->value, constant->type, dst);
    }
    typeDescTo(node, dst);
}

void FunctionCompiler::typeDescTo(const Node* node, Reg dst) {
    SemType described = m_model.descriptorType(node);
    const Symbol* symbol = m_model.symbolOf(node);
    if (auto* type = as<TypeSymbol>(symbol); type && !is<VariableReferenceExpr>(node))
        described = type->type;
    else if (auto* object = as<ClassSymbol>(symbol))
        described = object->type;
    else if (auto* enumeration = as<EnumSymbol>(symbol))
        described = enumeration->type;
    else if (is<VariableReferenceExpr>(node))
        described = types::typedescDescribedType(types(), typeOf(node));
    m_asm.ak(Opcode::LOAD_TYPEDESC, dst, typeId(described));
}

void FunctionCompiler::ternaryTo(const TernaryConditionalExpr* node, Reg dst) {
    Label otherwise = m_asm.label(), end = m_asm.label();
    branch(node->condition(), false, otherwise);
    exprTo(node->trueExpression(), dst);
    m_asm.jump(end);
    m_asm.bind(otherwise);
    exprTo(node->falseExpression(), dst);
    m_asm.bind(end);
}

void FunctionCompiler::elvisTo(const NilConditionalExpr* node, Reg dst) {
    Label end = m_asm.label();
    exprTo(node->left(), dst);
    m_asm.jumpIf(Opcode::JUMP_NOT_NIL, dst, end);
    exprTo(node->right(), dst);
    m_asm.bind(end);
}

void FunctionCompiler::castTo(const TypeCastExpr* node, Reg dst) {
    Reg value = expr(node->expression());
    if (!node->typeDescriptor())
        return move(dst, value);
    SemType from = typeOf(node->expression());
    SemType to = m_model.descriptorType(node->typeDescriptor());
    place(node);
    auto always = [&](BasicType type) { return !from.isNever() && from.within(type); };
    if (to == types::floatType && always(BasicType::Int))
        return emit(Opcode::INT_TO_FLOAT, dst, value);
    if (to == types::decimalType && always(BasicType::Int))
        return emit(Opcode::INT_TO_DECIMAL, dst, value);
    if (to == types::intType && always(BasicType::Float))
        return emit(Opcode::FLOAT_TO_INT, dst, value);
    if (to == types::decimalType && always(BasicType::Float))
        return emit(Opcode::FLOAT_TO_DECIMAL, dst, value);
    if (to == types::intType && always(BasicType::Decimal))
        return emit(Opcode::DECIMAL_TO_INT, dst, value);
    if (to == types::floatType && always(BasicType::Decimal))
        return emit(Opcode::DECIMAL_TO_FLOAT, dst, value);
    bool converts = to.has(BasicType::Int) || to.has(BasicType::Float) || to.has(BasicType::Decimal);
    if (!converts && types::isSubtype(types(), from, to))
        return move(dst, value);
    emit(Opcode::CAST, dst, value, typeId(to));
}

void FunctionCompiler::isTypeTo(Reg dst, Reg value, const SemType& type) {
    bool fits = type.isWhole() && type.all <= 0xFFFF;
    emit(fits ? Opcode::IS_BASIC : Opcode::IS, dst, value, fits ? Reg(type.all) : typeId(type));
}

void FunctionCompiler::isTo(const IsExpr* node, Reg dst) {
    Reg value = expr(node->expression());
    isTypeTo(dst, value, m_model.descriptorType(node->typeDescriptor()));
    if (node->exclamation())
        negate(dst);
}

void FunctionCompiler::letTo(const LetExpr* node, Reg dst) {
    for (const LetVarDecl* decl : node->letVarDecls()) {
        Reg value = temp();
        exprTo(decl->expression(), value);
        m_next = Reg(value + 1);
        bindPattern(decl->typedBindingPattern()->bindingPattern(), value);
    }
    exprTo(node->expression(), dst);
}

} // namespace barre::runtime
