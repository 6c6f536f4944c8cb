// Constants: expressions whose value is known before the program runs.
#include "model/semantics/checker.h"

#include <algorithm>

namespace barre::model {

ConstantValue constantValueOf(const types::SingleValue& value) {
    ConstantValue result;
    std::visit(
        [&](const auto& known) {
            if constexpr (std::is_same_v<std::decay_t<decltype(known)>, std::monostate>)
                result.value = ConstantValue::Nil{};
            else
                result.value = known;
        },
        value);
    return result;
}

/// Whether the value of the expression is written in the program: literals, constants and operations on them,
/// not variables whose type has one value only.
bool isConstantExpression(const ModelTables& tables, const syntax::Node* expr) {
    using syntax::NodeKind;
    const auto areConstant = [&](std::initializer_list<const syntax::Node*> parts) {
        return std::all_of(parts.begin(), parts.end(),
                           [&](const syntax::Node* part) { return isConstantExpression(tables, part); });
    };
    switch (expr->kind()) {
    case NodeKind::BasicLiteral:
    case NodeKind::NilLiteral: return true;
    case NodeKind::ParenthesizedExpr:
        return areConstant({syntax::ParenthesizedExpr::cast(expr)->expression()});
    case NodeKind::UnaryExpr: return areConstant({syntax::UnaryExpr::cast(expr)->expression()});
    case NodeKind::TypeCastExpr: return areConstant({syntax::TypeCastExpr::cast(expr)->expression()});
    case NodeKind::BinaryExpr: {
        const auto* binary = syntax::BinaryExpr::cast(expr);
        return areConstant({binary->left(), binary->right()});
    }
    case NodeKind::VariableReferenceExpr: {
        const auto found = tables.symbolOf.find(expr);
        return found != tables.symbolOf.end() && as<ConstantSymbol>(found->second);
    }
    default: return false;
    }
}

namespace {

std::optional<ConstantValue> constantOf(const ModelTables& tables, const syntax::Node* node) {
    const auto found = tables.constants.find(node);
    return found == tables.constants.end() ? std::nullopt : std::optional(found->second);
}

} // namespace

std::optional<ConstantValue> constantStructure(const ModelTables& tables, const syntax::Expression* expr) {
    if (const std::optional<ConstantValue> known = constantOf(tables, expr))
        return known;
    if (syntax::is<syntax::NilLiteral>(expr))
        return ConstantValue{ConstantValue::Nil{}};
    if (const auto* list = syntax::ListConstructorExpr::cast(expr)) {
        auto value = std::make_shared<ConstantList>();
        for (const syntax::Expression* member : list->members()) {
            const std::optional<ConstantValue> known = constantStructure(tables, member);
            if (!known)
                return std::nullopt;
            value->members.push_back(*known);
        }
        return ConstantValue{std::shared_ptr<const ConstantList>(std::move(value))};
    }
    const auto* mapping = syntax::MappingConstructorExpr::cast(expr);
    if (!mapping)
        return std::nullopt;
    auto value = std::make_shared<ConstantMapping>();
    for (const syntax::MappingField* field : mapping->fields()) {
        const auto* specific = syntax::SpecificField::cast(field);
        const auto known = specific && specific->valueExpr()
                               ? constantStructure(tables, specific->valueExpr())
                               : std::nullopt;
        if (!known)
            return std::nullopt;
        if (known->get<ConstantValue::Nil>() && tables.nilLeavesOut.contains(field))
            continue;
        const syntax::Token* name = specific->fieldName();
        value->fields.emplace_back(name->kind() == syntax::TokenKind::StringLiteral
                                       ? syntax::stringLiteralValue(name)
                                       : syntax::identifierValue(name),
                                   *known);
    }
    return ConstantValue{std::shared_ptr<const ConstantMapping>(std::move(value))};
}

std::optional<types::SingleValue> singleValueOf(const ConstantValue& value) {
    if (value.get<ConstantValue::Nil>())
        return types::SingleValue();
    if (const bool* known = value.get<bool>())
        return types::SingleValue(*known);
    if (const int64_t* known = value.get<int64_t>())
        return types::SingleValue(*known);
    if (const double* known = value.get<double>())
        return types::SingleValue(*known);
    if (const DecimalText* known = value.get<DecimalText>())
        return types::SingleValue(*known);
    const std::string* known = value.get<std::string>();
    return known ? std::optional(types::SingleValue(*known)) : std::nullopt;
}

namespace {

bool isConstantKind(syntax::NodeKind kind) {
    using syntax::NodeKind;
    static constexpr NodeKind kinds[] = {NodeKind::BasicLiteral,
                                         NodeKind::NilLiteral,
                                         NodeKind::VariableReferenceExpr,
                                         NodeKind::StringTemplateExpr,
                                         NodeKind::ListConstructorExpr,
                                         NodeKind::MappingConstructorExpr,
                                         NodeKind::UnaryExpr,
                                         NodeKind::BinaryExpr,
                                         NodeKind::ParenthesizedExpr,
                                         NodeKind::TypeCastExpr,
                                         NodeKind::ByteArrayLiteral,
                                         NodeKind::TernaryConditionalExpr,
                                         NodeKind::IsExpr,
                                         NodeKind::MissingExpr,
                                         NodeKind::NilConditionalExpr,
                                         NodeKind::SpreadListMember};
    return std::find(std::begin(kinds), std::end(kinds), kind) != std::end(kinds);
}

} // namespace

/// Calls and the like never are part of a constant, even if their type says what they give.
bool Checker::requireConstantKinds(const syntax::Expression* value) {
    const syntax::Node* wrongNode = nullptr;
    syntax::forEachNode(value, [&](const syntax::Node* node) {
        if (!wrongNode && syntax::is<syntax::Expression>(node) && !isConstantKind(node->kind()))
            wrongNode = node;
    });
    if (wrongNode)
        report(DiagnosticCode::NotConstant, wrongNode);
    return !wrongNode;
}

/// The type that has just the shape of a value, and is immutable.
SemType Checker::shapeOf(const ConstantValue& value) {
    if (const auto* list = value.get<std::shared_ptr<const ConstantList>>()) {
        types::ListAtomicType type;
        for (const ConstantValue& member : (*list)->members)
            type.initial.push_back({shapeOf(member), true});
        type.fixedLength = type.initial.size();
        type.rest = {types::neverType, true};
        return types::listOf(m_types, std::move(type));
    }
    if (const auto* mapping = value.get<std::shared_ptr<const ConstantMapping>>()) {
        std::vector<types::Field> fields;
        for (const auto& [name, field] : (*mapping)->fields)
            fields.push_back({name, shapeOf(field), false, true});
        return types::intersect(m_types, types::recordOf(m_types, fields), m_types.readonlyType());
    }
    const std::optional<types::SingleValue> single = singleValueOf(value);
    return single ? types::singletonType(m_types, *single) : types::neverType;
}

/// The type of a constant: the shape of its value alone, unless something is filled into the value when it is
/// made.
SemType Checker::constantType(const syntax::Expression* value, const ConstantValue& known, SemType type) {
    bool isFilled = false;
    syntax::forEachNode(value, [&](const syntax::Node* node) {
        isFilled = isFilled || tables().defaultedFields.contains(node);
    });
    const SemType shape = isFilled ? type : types::intersect(m_types, type, shapeOf(known));
    return types::isEmpty(m_types, shape) ? type : shape;
}

void Checker::checkConstantDecl(ConstantSymbol& constant, const syntax::Expression* value,
                                std::optional<SemType> expected) {
    constant.type = types::neverType;
    if (expected && isPoison(*expected))
        expected.reset();
    SemType wanted;
    if (expected) {
        const bool isSimple = expected->within(types::simpleOrStringType.bits());
        wanted = isSimple ? *expected : types::intersect(m_types, *expected, m_types.readonlyType());
    } else if (syntax::is<syntax::MappingConstructorExpr>(value) ||
               syntax::is<syntax::ListConstructorExpr>(value)) {
        wanted = m_types.readonlyType();
    }
    const bool hasWanted = !wanted.isNever();
    m_isConstant = true;
    const SemType type = checkOutermost(value, hasWanted ? &wanted : nullptr);
    const bool isConstant = requireConstantKinds(value);
    const std::optional<ConstantValue> known = constantStructure(tables(), value);
    constant.type = type;
    if (isPoison(type) || !isConstant)
        return;
    if (!known) {
        report(DiagnosticCode::NotConstant, value);
        return;
    }
    constant.value = *known;
    constant.type = constantType(value, *known, type);
}

void checkConstant(ModuleAnalysis& analysis, ConstantSymbol& constant, const syntax::Expression* value,
                   std::optional<SemType> expected) {
    Checker(analysis, constant.file).checkConstantDecl(constant, value, expected);
}

std::optional<types::SingleValue> evaluateConstant(ModuleAnalysis& analysis, const ModuleSymbol& module,
                                                   uint32_t file, const syntax::Expression* expr,
                                                   std::optional<SemType> expected) {
    if (&module != &analysis.module()) {
        if (const auto* literal = syntax::BasicLiteral::cast(expr))
            return types::SingleValue(syntax::stringLiteralValue(literal->literal()));
        return std::nullopt;
    }
    const SemType type = Checker(analysis, file).checkOutermost(expr, expected ? &*expected : nullptr);
    if (isPoison(type))
        return std::nullopt;
    const std::optional<types::SingleValue> value = types::singleShape(type);
    if (!value)
        analysis.report(DiagnosticCode::NotConstant, expr);
    return value;
}

} // namespace barre::model
