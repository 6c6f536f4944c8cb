// Literals and templates.
#include "model/semantics/checker.h"
#include "model/semantics/decimal_fold.h"
#include "model/semantics/xml_prefixes.h"
#include "model/syntax/byte_array.h"

#include <charconv>
#include <cstdlib>

namespace barre::model {

using syntax::TokenKind;
using types::BasicType;

namespace {

/// The numeric basic type that a literal takes in its context: what is expected, if that is one only.
BasicType numericContext(types::TypeContext& types, Expected expected, BasicType otherwise, bool allowInt) {
    if (!expected)
        return otherwise;
    const uint32_t bits = expected->bits();
    const auto has = [&](BasicType type) { return (bits & types::bitOf(type)) != 0; };
    (void)types;
    if (has(otherwise) || (allowInt && has(BasicType::Int)))
        return otherwise;
    if (has(BasicType::Float))
        return BasicType::Float;
    return has(BasicType::Decimal) ? BasicType::Decimal : otherwise;
}

/// Digits without the prefix `0x`; the sign is the caller's.
bool parseInt(std::string_view text, bool isHex, bool negative, int64_t& result) {
    uint64_t value = 0;
    const std::string_view digits = isHex ? text.substr(2) : text;
    const auto [end, problem] =
        std::from_chars(digits.data(), digits.data() + digits.size(), value, isHex ? 16 : 10);
    const uint64_t limit = uint64_t(INT64_MAX) + (negative ? 1 : 0);
    if (problem != std::errc() || end != digits.data() + digits.size() || value > limit)
        return false;
    result = negative ? int64_t(0 - value) : int64_t(value);
    return true;
}

std::string signedText(std::string_view text, bool negative) {
    return (negative ? "-" : "") + std::string(text);
}

} // namespace

SemType Checker::checkLiteral(const syntax::BasicLiteral* expr, Expected expected) {
    const syntax::Token* token = expr->literal();
    switch (token->kind()) {
    case TokenKind::TrueKeyword: return types::booleanConst(m_types, true);
    case TokenKind::FalseKeyword: return types::booleanConst(m_types, false);
    case TokenKind::NullKeyword: return types::nilType;
    case TokenKind::StringLiteral: return types::stringConst(m_types, syntax::stringLiteralValue(token));
    default: return checkNumber(token, expected, false);
    }
}

SemType Checker::checkNumber(const syntax::Token* token, Expected expected, bool negative) {
    switch (token->kind()) {
    case TokenKind::IntLiteral:
    case TokenKind::HexIntLiteral: return checkIntLiteral(token, expected, negative);
    case TokenKind::FloatLiteral:
    case TokenKind::HexFloatLiteral: return checkFloatLiteral(token, expected, negative);
    default: return poisonType;
    }
}

SemType Checker::checkIntLiteral(const syntax::Token* token, Expected expected, bool negative) {
    const bool isHex = token->kind() == TokenKind::HexIntLiteral;
    const BasicType type = numericContext(m_types, expected, BasicType::Int, true);
    if (type == BasicType::Int || isHex) {
        int64_t value = 0;
        if (parseInt(token->text(), isHex, negative, value)) {
            if (type == BasicType::Float)
                return types::singletonType(m_types, double(value));
            if (type == BasicType::Decimal && isHex)
                return wrong(DiagnosticCode::HexDecimal, token->parent());
            if (type == BasicType::Decimal)
                return types::singletonType(
                    m_types, types::DecimalText{types::normalDecimal(std::to_string(value)).text});
            return types::intConst(m_types, value);
        }
        m_analysis.report(DiagnosticCode::IntTooLarge, token, {std::string(token->text())});
        return poisonType;
    }
    if (type == BasicType::Float)
        return types::singletonType(m_types,
                                    std::strtod(signedText(token->text(), negative).c_str(), nullptr));
    return types::singletonType(m_types, types::normalDecimal(signedText(token->text(), negative)));
}

/// As an int one of the type's, or a float or a decimal if the type has any.
bool Checker::intCouldBe(const syntax::Token* literal, SemType type) {
    if (type.has(BasicType::Float) || type.has(BasicType::Decimal))
        return true;
    int64_t value = 0;
    const bool isHex = literal->kind() == TokenKind::HexIntLiteral;
    return parseInt(literal->text(), isHex, false, value) &&
           types::containsValue(type, types::SingleValue(value));
}

SemType Checker::checkFloatLiteral(const syntax::Token* token, Expected expected, bool negative) {
    std::string text = signedText(token->text(), negative);
    const char suffix = text.back();
    const bool isHex = token->kind() == TokenKind::HexFloatLiteral;
    BasicType type = numericContext(m_types, expected, BasicType::Float, false);
    if (expected && !expected->has(BasicType::Float) && expected->has(BasicType::Decimal))
        type = BasicType::Decimal;
    if (!isHex && (suffix == 'd' || suffix == 'D'))
        type = BasicType::Decimal;
    if (!isHex && (suffix == 'f' || suffix == 'F'))
        type = BasicType::Float;
    if (!isHex && (suffix == 'd' || suffix == 'D' || suffix == 'f' || suffix == 'F'))
        text.pop_back();
    if (type == BasicType::Decimal) {
        if (isHex)
            return wrong(DiagnosticCode::HexDecimal, token->parent());
        const Folded value = decimalOf(text);
        return value.value ? types::singletonType(m_types, *value.value)
                           : wrong(DiagnosticCode::ConstantFails, token->parent(), {value.failure});
    }
    if (isHex && text.find_first_of("pP") == std::string::npos)
        text += "p0";
    return types::singletonType(m_types, std::strtod(text.c_str(), nullptr));
}

SemType Checker::checkByteArray(const syntax::ByteArrayLiteral* expr, Expected expected) {
    const SemType type =
        types::fixedArrayOf(m_types, types::byteType(m_types), syntax::byteArrayValue(expr).size());
    const SemType wanted = expected ? types::partOf(m_types, *expected, BasicType::List) : types::neverType;
    const bool isReadonly = m_isConstant || (!wanted.isNever() && isSubtype(wanted, m_types.readonlyType()));
    return isReadonly ? types::intersect(m_types, type, m_types.readonlyType()) : type;
}

// Templates
// ----------------------------------------------------------------------------------------------------

SemType Checker::checkStringTemplate(const syntax::StringTemplateExpr* expr) {
    const SemType allowed = types::simpleOrStringType;
    const SemType printable = types::diff(m_types, allowed, types::nilType);
    std::string known;
    bool isKnown = true;
    for (const syntax::TemplateItem* item : expr->items()) {
        if (const auto* text = syntax::TemplateString::cast(item))
            known += text->content()->text();
        const auto* interpolation = syntax::Interpolation::cast(item);
        if (!interpolation)
            continue;
        const SemType type = checkAs(interpolation->expression(), printable);
        const std::optional<types::SingleValue> value = isPoison(type) ? std::nullopt : valueOf(type);
        const std::optional<std::string> text = value ? textOf(*value) : std::nullopt;
        isKnown = isKnown && text;
        known += text.value_or("");
    }
    return isKnown ? types::stringConst(m_types, known) : types::stringType;
}

namespace {

/// Whether what follows the text stands in a tag, which is where the values of attributes are.
bool endsInTag(std::string_view text, bool wasInTag) {
    const size_t open = text.rfind('<'), close = text.rfind('>');
    if (open == close) // neither is there
        return wasInTag;
    return open != std::string_view::npos && (close == std::string_view::npos || close < open);
}

} // namespace

/// xml is expected in the content, so that a query makes xml; other values become text there.
SemType Checker::checkXmlTemplate(const syntax::XmlTemplateExpr* expr, Expected expected) {
    const SemType simple = types::diff(m_types, types::simpleOrStringType, types::nilType);
    const SemType content = types::unite(m_types, simple, types::xmlType);
    bool isInTag = false;
    for (const syntax::TemplateItem* item : expr->items()) {
        if (const auto* text = syntax::TemplateString::cast(item))
            isInTag = endsInTag(text->content()->text(), isInTag);
        const auto* interpolation = syntax::Interpolation::cast(item);
        if (!interpolation)
            continue;
        const SemType wanted = isInTag ? types::stringType : types::xmlType;
        const SemType found = check(interpolation->expression(), &wanted);
        require(interpolation->expression(), found, isInTag ? simple : content);
    }
    checkXmlPrefixes(expr);
    return xmlTemplateType(expr, expected);
}

/// Prefixes are declared in the template or by an `xmlns` declaration around it.
void Checker::checkXmlPrefixes(const syntax::XmlTemplateExpr* expr) {
    const XmlPrefixes prefixes = xmlPrefixes(expr);
    for (const XmlPrefixes::Use& use : prefixes.used)
        if (!prefixes.declared.contains(use.prefix) && !namespaceNamed(use.prefix))
            m_analysis.reportAt(DiagnosticCode::UnknownXmlPrefix, m_file, use.range, {use.prefix});
}

namespace {

/// What the text of a template without interpolations outside tags is made of, as far as a glance tells.
struct XmlShape {
    bool hasText = false, hasElement = false, hasComment = false, hasInstruction = false;
    int count = 0;

    bool isTextOnly() const { return hasText && !hasElement && !hasComment && !hasInstruction; }
};

void skipTo(std::string_view text, size_t& at, std::string_view end) {
    const size_t found = text.find(end, at);
    at = found == std::string_view::npos ? text.size() : found + end.size();
}

void addText(XmlShape& shape, bool& inText) {
    shape.count += !inText;
    shape.hasText = inText = true;
}

/// Adds the items of the text at depth 0.
void addShape(std::string_view text, int& depth, XmlShape& shape, bool& inText) {
    for (size_t at = 0; at < text.size();) {
        if (text[at] != '<') {
            if (depth == 0)
                addText(shape, inText);
            ++at;
            continue;
        }
        const std::string_view rest = text.substr(at);
        if (rest.starts_with("<![CDATA[")) {
            if (depth == 0)
                addText(shape, inText);
            skipTo(text, at, "]]>");
            continue;
        }
        inText = false;
        const bool isComment = rest.starts_with("<!--");
        if (isComment || rest.starts_with("<?")) {
            (isComment ? shape.hasComment : shape.hasInstruction) |= depth == 0;
            shape.count += depth == 0;
            skipTo(text, at, isComment ? "-->" : "?>");
            continue;
        }
        if (rest.starts_with("</")) {
            --depth;
            skipTo(text, at, ">");
            continue;
        }
        shape.hasElement |= depth == 0;
        shape.count += depth == 0;
        const size_t begin = at;
        skipTo(text, at, ">");
        if (at < 2 || text[at - 2] != '/' || at - begin < 3)
            ++depth;
    }
}

SemType typeOfShape(types::TypeContext& types, const XmlShape& shape) {
    if (shape.count == 0)
        return types::xmlEmptyType(types);
    SemType item = types::neverType;
    const auto add = [&](bool has, types::XmlItem kind) {
        if (has)
            item = types::unite(types, item, types::xmlItemType(types, kind));
    };
    add(shape.hasElement, types::XmlItem::Element);
    add(shape.hasComment, types::XmlItem::Comment);
    add(shape.hasInstruction, types::XmlItem::ProcessingInstruction);
    add(shape.hasText, types::XmlItem::Text);
    return shape.count == 1 ? item : types::xmlOf(types, item);
}

} // namespace

SemType Checker::xmlTemplateType(const syntax::XmlTemplateExpr* expr, Expected expected) {
    XmlShape shape;
    std::string text;
    bool open = false, insertsXml = false;
    for (const syntax::TemplateItem* item : expr->items()) {
        if (const auto* part = syntax::TemplateString::cast(item)) {
            text += part->content()->text();
        } else if (const auto* insertion = syntax::Interpolation::cast(item)) {
            text += "x", open = true;
            const SemType inserted = tables().types[insertion->expression()];
            insertsXml = insertsXml || !inserted.within(types::simpleOrStringType.bits());
        }
    }
    int depth = 0;
    bool inText = false;
    addShape(text, depth, shape, inText);
    const bool isUnknown = shape.hasText && open && (insertsXml || !shape.isTextOnly());
    const SemType type = isUnknown ? types::xmlType : typeOfShape(m_types, shape);
    const bool isReadonly =
        expected && isSubtype(types::partOf(m_types, *expected, BasicType::Xml), m_types.readonlyType()) &&
        expected->has(BasicType::Xml);
    return isReadonly ? types::intersect(m_types, type, m_types.readonlyType()) : type;
}

SemType Checker::checkRegExpTemplate(const syntax::RegExpTemplateExpr* expr) {
    const SemType printable = types::diff(m_types, types::simpleOrStringType, types::nilType);
    for (const syntax::TemplateItem* item : expr->items())
        if (const auto* interpolation = syntax::Interpolation::cast(item))
            checkAs(interpolation->expression(), types::unite(m_types, printable, types::regexpType));
    return types::regexpType;
}

} // namespace barre::model
