#include "model/syntax/nodes.h"
#include "model/text/digits.h"
#include "model/text/utf8.h"

namespace barre::syntax {

namespace {

/// The character that a one-letter escape means; 0 if it has no special meaning.
char singleEscape(char letter) {
    switch (letter) {
    case 'n': return '\n';
    case 't': return '\t';
    case 'r': return '\r';
    default: return 0;
    }
}

/// Reads `u{XXXX}` at `at` (behind the backslash); false if it is not one.
bool readNumericEscape(std::string_view text, size_t& at, std::string& result) {
    if (text.substr(at, 2) != "u{")
        return false;
    size_t close = text.find('}', at);
    if (close == std::string_view::npos)
        return false;
    uint32_t codePoint = 0;
    for (char c : text.substr(at + 2, close - at - 2)) {
        int digit = model::hexDigitValue(c);
        if (digit < 0 || codePoint > 0x10FFFF)
            return false;
        codePoint = codePoint * 16 + uint32_t(digit);
    }
    if (!model::isScalarValue(codePoint))
        return false;
    model::appendUtf8(result, codePoint);
    at = close + 1;
    return true;
}

std::string unescape(std::string_view text, bool isString) {
    std::string result;
    for (size_t at = 0; at < text.size();) {
        if (text[at] != '\\' || at + 1 == text.size()) {
            result += text[at++];
            continue;
        }
        ++at;
        if (readNumericEscape(text, at, result))
            continue;
        char special = isString ? singleEscape(text[at]) : '\0';
        result += special ? special : text[at];
        ++at;
    }
    return result;
}

bool isPlainIdentifier(std::string_view name) {
    for (size_t i = 0; i < name.size(); ++i) {
        unsigned char c = static_cast<unsigned char>(name[i]);
        bool isLetter = (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
        bool isDigit = c >= '0' && c <= '9';
        if (!isLetter && c != '_' && c < 0x80 && !(isDigit && i > 0))
            return false;
    }
    return !name.empty() && name != "_" && !isReservedKeyword(keywordOf(name));
}

} // namespace

std::string identifierValue(std::string_view text) {
    if (text.starts_with('\''))
        text.remove_prefix(1);
    return text.find('\\') == std::string_view::npos ? std::string(text) : unescape(text, false);
}

std::string identifierValue(const Token* token) {
    return identifierValue(token->text());
}

std::string stringLiteralValue(const Token* token) {
    std::string_view text = token->text();
    if (text.starts_with('"'))
        text.remove_prefix(1);
    if (text.ends_with('"'))
        text.remove_suffix(1);
    return unescape(text, true);
}

std::string identifierText(std::string_view name) {
    if (isPlainIdentifier(name))
        return std::string(name);
    std::string result = "'";
    for (char c : name) {
        bool isWord = ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') || (c >= '0' && c <= '9') || c == '_';
        if (!isWord && static_cast<unsigned char>(c) < 0x80)
            result += '\\';
        result += c;
    }
    return result;
}

std::string stringLiteralText(std::string_view value) {
    static constexpr char digits[] = "0123456789ABCDEF";
    std::string result = "\"";
    for (char c : value) {
        switch (c) {
        case '\n': result += "\\n"; break;
        case '\t': result += "\\t"; break;
        case '\r': result += "\\r"; break;
        case '"':
        case '\\': (result += '\\') += c; break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                ((result += "\\u{") += digits[c >> 4]).append({digits[c & 15], '}'});
            else
                result += c;
        }
    }
    return result + '"';
}

} // namespace barre::syntax
