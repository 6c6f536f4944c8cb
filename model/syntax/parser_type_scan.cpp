// Looks ahead over a type descriptor without making nodes: brackets are jumped over, so it costs little. It
// answers the one question that the grammar leaves open: does a statement begin with a type descriptor or an
// expression?

#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using enum TokenKind;

namespace {

constexpr uint32_t maxScanDepth = 300;

} // namespace

size_t Parser::scanTypeDesc(size_t index) const {
    if (m_scanDepth >= maxScanDepth)
        return 0;
    ++m_scanDepth;
    size_t end = scanTypeOperand(index);
    while (end && (kindAt(end) == Pipe || kindAt(end) == Ampersand))
        end = scanTypeOperand(end + 1);
    --m_scanDepth;
    return end;
}

size_t Parser::scanTypeParameters(size_t index) const {
    size_t end = scanTypeDesc(index + 1);
    if (end && kindAt(end) == Comma)
        end = scanTypeDesc(end + 1);
    return end && kindAt(end) == Gt ? end + 1 : 0;
}

size_t Parser::scanQualifiedName(size_t index) const {
    return isColonOfQualifiedName(index + 1) ? index + 3 : index + 1;
}

// A type without its postfix operators.
size_t Parser::scanPrimaryType(size_t index) const {
    while (kindAt(index) == DistinctKeyword)
        ++index;
    if (startsObjectOrFunctionType(index))
        while (kindAt(index) != ObjectKeyword && kindAt(index) != FunctionKeyword)
            ++index;
    switch (kindAt(index)) {
    case Identifier: return scanQualifiedName(index);
    case OpenParen: {
        size_t close = matchOf(index);
        if (close == index + 1)
            return close + 1;
        return close && scanTypeDesc(index + 1) == close ? close + 1 : 0;
    }
    case OpenBracket: return matchOf(index) ? matchOf(index) + 1 : 0;
    case RecordKeyword:
    case ObjectKeyword: {
        if (isColonOfQualifiedName(index + 1))
            return index + 3;
        bool hasBody = kindAt(index + 1) == OpenBrace || kindAt(index + 1) == OpenBracePipe;
        return hasBody && matchOf(index + 1) ? matchOf(index + 1) + 1 : 0;
    }
    case FunctionKeyword: return scanFunctionType(index);
    case IntLiteral:
    case HexIntLiteral:
    case FloatLiteral:
    case HexFloatLiteral:
    case StringLiteral:
    case TrueKeyword:
    case FalseKeyword:
    case NullKeyword: return index + 1;
    case Plus:
    case Minus: {
        TokenKind number = kindAt(index + 1);
        bool isNumber = number == IntLiteral || number == HexIntLiteral || number == FloatLiteral ||
                        number == HexFloatLiteral;
        return isNumber ? index + 2 : 0;
    }
    case TransactionKeyword: return isColonOfQualifiedName(index + 1) ? index + 3 : 0;
    default: return isTypeKeyword(kindAt(index)) ? scanKeywordType(index) : 0;
    }
}

size_t Parser::scanFunctionType(size_t index) const {
    if (isColonOfQualifiedName(index + 1))
        return index + 3;
    if (kindAt(index + 1) != OpenParen)
        return index + 1;
    size_t close = matchOf(index + 1);
    if (!close || kindAt(close + 1) != ReturnsKeyword)
        return close ? close + 1 : 0;
    size_t type = close + 2;
    while (kindAt(type) == At) {
        type = scanQualifiedName(type + 1);
        if (kindAt(type) == OpenBrace && matchOf(type))
            type = matchOf(type) + 1;
    }
    return scanTypeDesc(type);
}

size_t Parser::scanKeywordType(size_t index) const {
    if (isColonOfQualifiedName(index + 1))
        return index + 3;
    TokenKind keyword = kindAt(index);
    if (keyword == VarKeyword)
        return 0;
    bool mayHaveParameters = keyword == MapKeyword || keyword == XmlKeyword || keyword == ErrorKeyword ||
                             keyword == FutureKeyword || keyword == TypedescKeyword ||
                             keyword == StreamKeyword || keyword == TableKeyword;
    if (!mayHaveParameters || kindAt(index + 1) != Lt)
        return index + 1;
    size_t end = scanTypeParameters(index + 1);
    if (!end || keyword != TableKeyword || m_tokens[end].m_contextual != KeyKeyword)
        return end;
    if (kindAt(end + 1) == Lt)
        return scanTypeParameters(end + 1);
    if (kindAt(end + 1) == OpenParen && matchOf(end + 1))
        return matchOf(end + 1) + 1;
    return end;
}

size_t Parser::scanTypeOperand(size_t index) const {
    size_t end = scanPrimaryType(index);
    while (end) {
        if (kindAt(end) == QuestionMark)
            ++end;
        else if (kindAt(end) == OpenBracket && isArrayDimension(end) && matchOf(end))
            end = matchOf(end) + 1;
        else
            break;
    }
    return end;
}

// What follows the type tells: a binding pattern makes it a declaration.
bool Parser::startsVarDecl(size_t index) const {
    if (kindAt(index) == VarKeyword)
        return true;
    size_t end = startsTypeDesc(index) ? scanTypeDesc(index) : 0;
    if (!end)
        return false;
    // A name could be an lvalue or a callee; a type keyword could not, unless it is a module prefix.
    bool isName = kindAt(index) == Identifier || isColonOfQualifiedName(index + 1);
    auto assigned = [&](size_t open) {
        size_t close = matchOf(open);
        return close && kindAt(close + 1) == Equal;
    };
    if (isMeantAsName(end) && (kindAt(end + 1) == Equal || kindAt(end + 1) == Semicolon))
        return true;
    switch (kindAt(end)) {
    case Identifier:
    case Underscore: return true;
    case OpenBrace: return assigned(end);
    case OpenBracket: return assigned(end) && !(isName && isAdjacent(end - 1));
    case ErrorKeyword:
        return kindAt(end + 1) == OpenParen || kindAt(end + 2) == OpenParen ||
               isColonOfQualifiedName(end + 2);
    case Equal: {
        // `int[] [a] = …`: the last bracket is a pattern.
        bool endsWithBracket = kindAt(end - 1) == CloseBracket && matchOf(end - 1) > index;
        bool lacksName = !isName && isTypeKeyword(kindAt(index)); // `int = 5;`
        return lacksName || (endsWithBracket && !isName && isListBinding(matchOf(end - 1)));
    }
    default: return false;
    }
}

} // namespace barre::syntax
