// Singletons, int ranges, characters and xml.
#include "model/types/constructors.h"
#include "model/types/operations.h"
#include "model/types/projections.h"
#include "model/types/simple_values.h"
#include "model/types/type_tables.h"

#include <bit>
#include <cmath>

namespace barre::types {

namespace {

FiniteSet<std::string> noStrings() {
    return {true, {}};
}

SemType xmlTypeOf(TypeContext& context, const XmlPart& part) {
    return context.tables().typeOf(BasicType::Xml, context.tables().part(part));
}

uint8_t xmlBitsOf(XmlItem item) {
    switch (item) {
    case XmlItem::Text: return xmlText | xmlEmpty;
    case XmlItem::Element: return xmlElementReadonly | xmlElementMutable;
    case XmlItem::ProcessingInstruction: return xmlInstructionReadonly | xmlInstructionMutable;
    case XmlItem::Comment: break;
    }
    return xmlCommentReadonly | xmlCommentMutable;
}

/// Sequences of the constituents: with two mixtures of kinds there is their union, too.
XmlPart closedUnderConcatenation(const XmlPart& part) {
    XmlPart result = part;
    result.singles |= xmlEmpty;
    std::vector<unsigned> kinds;
    for (unsigned kind = 1; kind <= xmlAllItems; ++kind)
        if ((std::has_single_bit(kind) && (part.singles & kind)) || part.hasMixture(kind))
            kinds.push_back(kind);
    bool known[xmlAllItems + 1] = {};
    for (unsigned kind : kinds)
        known[kind] = true;
    const size_t generators = kinds.size(); // every mixture comes of adding one of these after the other
    for (size_t i = 0; i < kinds.size(); ++i) {
        for (size_t j = 0; j < generators; ++j) {
            const unsigned both = kinds[i] | kinds[j];
            if (both != xmlText)
                result.addMixture(both);
            if (!known[both])
                kinds.push_back(both);
            known[both] = true;
        }
    }
    return result;
}

} // namespace

uint64_t floatKey(double value) {
    if (std::isnan(value))
        return 0x7FF8000000000000ull;
    return value == 0 ? 0 : std::bit_cast<uint64_t>(value);
}

bool isOneCodePoint(std::string_view text) {
    size_t count = 0;
    for (const char c : text)
        count += (static_cast<unsigned char>(c) & 0xC0) != 0x80;
    return count == 1;
}

SemType intRange(TypeContext& context, int64_t min, int64_t max) {
    if (min > max)
        return neverType;
    IntPart part;
    part.ranges = {{min, max}};
    return context.tables().typeOf(BasicType::Int, context.tables().part(std::move(part)));
}

SemType intConst(TypeContext& context, int64_t value) {
    return intRange(context, value, value);
}

SemType intWidth(TypeContext& context, int bits, bool isSigned) {
    const int64_t half = int64_t{1} << (bits - 1);
    return isSigned ? intRange(context, -half, half - 1) : intRange(context, 0, 2 * half - 1);
}

SemType byteType(TypeContext& context) {
    return intWidth(context, 8, false);
}

SemType charType(TypeContext& context) {
    StringPart part;
    part.chars = {false, {}};
    part.others = noStrings();
    return context.tables().typeOf(BasicType::String, context.tables().part(std::move(part)));
}

SemType stringConst(TypeContext& context, std::string_view value) {
    StringPart part;
    (isOneCodePoint(value) ? part.chars : part.others).values.emplace_back(value);
    return context.tables().typeOf(BasicType::String, context.tables().part(std::move(part)));
}

SemType booleanConst(TypeContext& context, bool value) {
    return context.tables().typeOf(BasicType::Boolean, booleanPart(value));
}

SemType singletonType(TypeContext& context, const SingleValue& value) {
    TypeTables& tables = context.tables();
    struct Maker {
        TypeContext& context;
        TypeTables& tables;
        SemType operator()(std::monostate) const { return nilType; }
        SemType operator()(bool v) const { return booleanConst(context, v); }
        SemType operator()(int64_t v) const { return intConst(context, v); }
        SemType operator()(double v) const {
            FloatPart part;
            part.set.values = {floatKey(v)};
            return tables.typeOf(BasicType::Float, tables.part(std::move(part)));
        }
        SemType operator()(const DecimalText& v) const {
            DecimalPart part;
            part.set.values = {normalDecimal(v.text).text};
            return tables.typeOf(BasicType::Decimal, tables.part(std::move(part)));
        }
        SemType operator()(const std::string& v) const { return stringConst(context, v); }
    };
    return std::visit(Maker{context, tables}, value);
}

SemType xmlItemType(TypeContext& context, XmlItem item) {
    XmlPart part;
    part.singles = xmlBitsOf(item);
    return xmlTypeOf(context, part);
}

SemType xmlEmptyType(TypeContext& context) {
    XmlPart part;
    part.singles = xmlEmpty;
    return xmlTypeOf(context, part);
}

SemType xmlOf(TypeContext& context, const SemType& constituents) {
    const Part part = partOfType(constituents, BasicType::Xml);
    if (part == &wholePart)
        return xmlType;
    return isProper(part) ? xmlTypeOf(context, closedUnderConcatenation(*static_cast<const XmlPart*>(part)))
                          : xmlEmptyType(context);
}

SemType xmlItemTypes(TypeContext& context, const SemType& type) {
    const Part part = partOfType(type, BasicType::Xml);
    if (part == &emptyPart)
        return neverType;
    const XmlPart sequences = part == &wholePart ? wholeXml() : *static_cast<const XmlPart*>(part);
    XmlPart items;
    items.singles = sequences.singles & xmlAllItems;
    for (unsigned kinds = 1; kinds <= xmlAllItems; ++kinds)
        if (sequences.hasMixture(kinds))
            items.singles = static_cast<uint8_t>(items.singles | kinds);
    if (items.singles & xmlText)
        items.singles |= xmlEmpty; // so that it is xml:Text
    return xmlTypeOf(context, items);
}

namespace {

/// A number's digits without leading and trailing zeros, and the exponent of its last digit.
struct Digits {
    bool isNegative = false;
    std::string digits;
    long exponent = 0;
};

long parseExponent(std::string_view text) {
    const bool isNegative = !text.empty() && text.front() == '-';
    long value = 0;
    for (const char c : text)
        if (c >= '0' && c <= '9' && value < 1000000)
            value = value * 10 + (c - '0');
    return isNegative ? -value : value;
}

Digits digitsOf(std::string_view text) {
    Digits result;
    bool afterPoint = false;
    for (size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '-')
            result.isNegative = true;
        if (c == '.')
            afterPoint = true;
        if (c == 'e' || c == 'E') {
            result.exponent += parseExponent(text.substr(i + 1));
            break;
        }
        if (c < '0' || c > '9')
            continue;
        result.digits += c;
        result.exponent -= afterPoint;
    }
    while (!result.digits.empty() && result.digits.back() == '0') {
        result.digits.pop_back();
        ++result.exponent;
    }
    result.digits.erase(0, std::min(result.digits.find_first_not_of('0'), result.digits.size()));
    return result;
}

} // namespace

DecimalText normalDecimal(std::string_view text) {
    const Digits number = digitsOf(text);
    if (number.digits.empty())
        return {"0"};
    std::string result = number.isNegative ? "-" : "";
    const long count = static_cast<long>(number.digits.size());
    if (number.exponent > 0 && number.exponent + count <= 34)
        return {result + number.digits + std::string(static_cast<size_t>(number.exponent), '0')};
    if (number.exponent > 0 || count - 1 + number.exponent < -7) {
        result += number.digits.substr(0, 1);
        if (count > 1)
            result += "." + number.digits.substr(1);
        const long exponent = number.exponent + count - 1;
        return {result + (exponent > 0 ? "E+" : "E") + std::to_string(exponent)};
    }
    if (number.exponent == 0)
        return {result + number.digits};
    const long before = count + number.exponent; // digits before the point
    if (before <= 0)
        return {result + "0." + std::string(static_cast<size_t>(-before), '0') + number.digits};
    return {result + number.digits.substr(0, static_cast<size_t>(before)) + "." +
            number.digits.substr(static_cast<size_t>(before))};
}

} // namespace barre::types
