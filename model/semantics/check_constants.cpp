// Constants: expressions whose value is known before the program runs.
#include "model/semantics/checker.h"
#include "model/syntax/byte_array.h"

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

std::optional<ConstantValue> constantField(const ModelTables& tables, const syntax::SpecificField* field) {
    if (field->valueExpr())
        return constantStructure(tables, field->valueExpr());
    const auto found = tables.symbolOf.find(field);
    const auto* constant = found == tables.symbolOf.end() ? nullptr : as<ConstantSymbol>(found->second);
    return constant && constant->value ? std::optional(constant->value) : std::nullopt;
}

namespace {

ConstantValue constantBytes(const syntax::ByteArrayLiteral* literal) {
    auto value = std::make_shared<ConstantList>();
    for (const char byte : syntax::byteArrayValue(literal))
        value->members.emplace_back().value = int64_t(static_cast<unsigned char>(byte));
    return {std::shared_ptr<const ConstantList>(std::move(value))};
}

bool addMember(const ModelTables& tables, const syntax::Expression* member, ConstantList& list) {
    const auto* spread = syntax::SpreadListMember::cast(member);
    const std::optional<ConstantValue> known =
        constantStructure(tables, spread ? spread->expression() : member);
    if (!known)
        return false;
    if (!spread) {
        list.members.push_back(*known);
        return true;
    }
    const auto* others = known->get<std::shared_ptr<const ConstantList>>();
    if (others)
        list.members.insert(list.members.end(), (*others)->members.begin(), (*others)->members.end());
    return others != nullptr;
}

std::optional<ConstantValue> constantList(const ModelTables& tables,
                                          const syntax::ListConstructorExpr* list) {
    auto value = std::make_shared<ConstantList>();
    for (const syntax::Expression* member : list->members())
        if (!addMember(tables, member, *value))
            return std::nullopt;
    return ConstantValue{std::shared_ptr<const ConstantList>(std::move(value))};
}

void setField(ConstantMapping& mapping, const std::string& name, const ConstantValue& value) {
    const auto place = std::find_if(mapping.fields.begin(), mapping.fields.end(),
                                    [&](const auto& field) { return field.first == name; });
    if (place == mapping.fields.end())
        mapping.fields.emplace_back(name, value);
    else
        place->second = value;
}

bool addField(const ModelTables& tables, const syntax::MappingField* field, ConstantMapping& mapping) {
    if (const auto* spread = syntax::SpreadField::cast(field)) {
        const auto known = constantStructure(tables, spread->expression());
        const auto* others = known ? known->get<std::shared_ptr<const ConstantMapping>>() : nullptr;
        for (size_t i = 0; others && i < (*others)->fields.size(); ++i)
            setField(mapping, (*others)->fields[i].first, (*others)->fields[i].second);
        return others != nullptr;
    }
    if (const auto* computed = syntax::ComputedNameField::cast(field)) {
        const auto name = constantStructure(tables, computed->fieldNameExpr());
        const auto value = constantStructure(tables, computed->valueExpr());
        const std::string* text = name ? name->get<std::string>() : nullptr;
        if (text && value)
            setField(mapping, *text, *value);
        return text && value;
    }
    const auto* specific = syntax::SpecificField::cast(field);
    const auto known = specific ? constantField(tables, specific) : std::nullopt;
    if (known && !(known->get<ConstantValue::Nil>() && tables.nilLeavesOut.contains(field)))
        setField(mapping,
                 specific->fieldName()->kind() == syntax::TokenKind::StringLiteral
                     ? syntax::stringLiteralValue(specific->fieldName())
                     : syntax::identifierValue(specific->fieldName()),
                 *known);
    return known.has_value();
}

std::optional<ConstantValue> constantMapping(const ModelTables& tables,
                                             const syntax::MappingConstructorExpr* mapping) {
    auto value = std::make_shared<ConstantMapping>();
    for (const syntax::MappingField* field : mapping->fields())
        if (!addField(tables, field, *value))
            return std::nullopt;
    return ConstantValue{std::shared_ptr<const ConstantMapping>(std::move(value))};
}

std::optional<ConstantValue> constantConditional(const ModelTables& tables,
                                                 const syntax::TernaryConditionalExpr* expr) {
    const std::optional<ConstantValue> condition = constantStructure(tables, expr->condition());
    const bool* isTrue = condition ? condition->get<bool>() : nullptr;
    if (!isTrue)
        return std::nullopt;
    return constantStructure(tables, *isTrue ? expr->trueExpression() : expr->falseExpression());
}

} // namespace

std::optional<ConstantValue> constantStructure(const ModelTables& tables, const syntax::Expression* expr) {
    if (const std::optional<ConstantValue> known = constantOf(tables, expr))
        return known;
    expr = withoutParens(expr);
    if (syntax::is<syntax::NilLiteral>(expr))
        return ConstantValue{ConstantValue::Nil{}};
    if (const auto* bytes = syntax::ByteArrayLiteral::cast(expr))
        return constantBytes(bytes);
    if (const auto* conditional = syntax::TernaryConditionalExpr::cast(expr))
        return constantConditional(tables, conditional);
    if (const auto* list = syntax::ListConstructorExpr::cast(expr))
        return constantList(tables, list);
    const auto* mapping = syntax::MappingConstructorExpr::cast(expr);
    return mapping ? constantMapping(tables, mapping) : std::nullopt;
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

/// The text of a constant expression that has the type.
std::string Checker::namespaceUriOf(const syntax::Expression* uri, SemType type) {
    if (isPoison(type) || !require(uri, type, types::stringType))
        return {};
    const std::optional<types::SingleValue> value = types::singleShape(type);
    const auto* text = value ? std::get_if<std::string>(&*value) : nullptr;
    if (!text)
        report(DiagnosticCode::NotConstant, uri);
    return text ? *text : std::string();
}

std::string namespaceUri(ModuleAnalysis& analysis, uint32_t file, const syntax::Expression* uri) {
    Checker checker(analysis, file);
    return checker.namespaceUriOf(uri, checker.checkOutermost(uri, &types::stringType));
}

} // namespace barre::model
