#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using enum TokenKind;

Node* Parser::parseXmlFilter(Node* expression) {
    Token* dotLt = consume();
    return make(NodeKind::XmlFilterExpr, {expression, dotLt, parseXmlNamePattern(), expectGt()});
}

Node* Parser::parseXmlStep(Node* expression) {
    Node* start;
    if (at(SlashAsterisk)) {
        start = make(NodeKind::XmlAllChildrenStep, {consume()});
    } else {
        NodeKind nodeKind =
            at(SlashLt) ? NodeKind::XmlElementChildrenStep : NodeKind::XmlElementDescendantsStep;
        Token* token = consume();
        start = make(nodeKind, {token, parseXmlNamePattern(), expectGt()});
    }
    ListMaker extends(*this);
    while (Node* extend = parseXmlStepExtend())
        extends.add(extend);
    return make(NodeKind::XmlStepExpr, {expression, start, extends.list()});
}

// Null if the next token extends no step.
Node* Parser::parseXmlStepExtend() {
    if (at(DotLt)) {
        Token* dotLt = consume();
        return make(NodeKind::XmlStepFilterExtend, {dotLt, parseXmlNamePattern(), expectGt()});
    }
    if (at(OpenBracket)) {
        size_t openIndex = m_index;
        Token* open = consume();
        BracketScope scope(*this);
        Node* expression = parseExpression();
        return make(NodeKind::XmlStepMemberExtend,
                    {open, expression, expectClose(open, openIndex, CloseBracket)});
    }
    if (at(Dot) && isMethodName(kind(1)) && kind(2) == OpenParen)
        return make(NodeKind::XmlStepMethodCallExtend, {consume(), expectName(), parseArgList()});
    return nullptr;
}

Parser::ListResult Parser::parseXmlNamePattern() {
    return separatedList(Pipe, [&] { return parseXmlAtomicNamePattern(); });
}

Node* Parser::parseXmlAtomicNamePattern() {
    Token *prefix = nullptr, *colon = nullptr;
    if (at(Identifier) && kind(1) == Colon) {
        prefix = consume();
        colon = consume();
    }
    return make(NodeKind::XmlAtomicNamePattern,
                {prefix, colon, at(Asterisk) ? consume() : expectIdentifier()});
}

} // namespace barre::syntax
