#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

Node* Parser::parseStartAction(ListResult annots) {
    return make(NodeKind::StartAction, {annots, consume(), parsePostfix()});
}

// Behind `wait`, `|` separates futures.
Node* Parser::parseWaitAction() {
    Token* keyword = consume();
    if (at(OpenBrace)) {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult fields = commaList(openIndex, CloseBrace, [&] { return parseWaitField(); });
        return make(NodeKind::MultipleWaitAction,
                    {keyword, open, fields, expectClose(open, openIndex, CloseBrace)});
    }
    FlagScope scope(m_waitOperand, true);
    auto parseFuture = [&] { return parseConditional(); };
    Node* first = parseFuture();
    if (!at(Pipe))
        return make(NodeKind::SingleWaitAction, {keyword, first});
    ListMaker futures(*this);
    futures.add(first);
    while (at(Pipe)) {
        futures.add(consume());
        futures.add(parseFuture());
    }
    return make(NodeKind::AlternateWaitAction, {keyword, futures.separatedList()});
}

Node* Parser::parseWaitField() {
    Token* name = expectIdentifier();
    Token* colon = accept(Colon);
    return make(NodeKind::WaitField, {name, colon, colon ? parseExpression() : nullptr});
}

Node* Parser::parsePeerWorker() {
    return make(NodeKind::PeerWorker, {at(FunctionKeyword) ? consume() : expectIdentifier()});
}

Node* Parser::parseReceiveAction() {
    Token* arrow = consume();
    if (at(OpenBrace)) {
        size_t openIndex = m_index;
        Token* open = consume();
        ListResult fields = commaList(openIndex, CloseBrace, [&] { return parseReceiveField(); });
        return make(NodeKind::MultipleReceiveAction,
                    {arrow, open, fields, expectClose(open, openIndex, CloseBrace)});
    }
    if (kind(1) != Pipe)
        return make(NodeKind::SingleReceiveAction, {arrow, parsePeerWorker()});
    ListResult workers = separatedList(Pipe, [&] { return parsePeerWorker(); });
    return make(NodeKind::AlternateReceiveAction, {arrow, workers});
}

Node* Parser::parseReceiveField() {
    if (kind(1) != Colon)
        return make(NodeKind::ReceiveField, {nullptr, nullptr, parsePeerWorker()});
    return make(NodeKind::ReceiveField, {expectIdentifier(), consume(), parsePeerWorker()});
}

// `expression -> worker`: behind the arrow comes no call.
bool Parser::atSend() const {
    if (at(SyncSend))
        return true;
    return at(RightArrow) && (kind(1) == FunctionKeyword || (kind(1) == Identifier && kind(2) != OpenParen));
}

Node* Parser::parseSend(Node* expression) {
    NodeKind nodeKind = at(SyncSend) ? NodeKind::SyncSendAction : NodeKind::AsyncSendAction;
    return make(nodeKind, {expression, consume(), parsePeerWorker()});
}

// `->` that calls a remote method or accesses a resource.
Node* Parser::parseArrow(Node* receiver) {
    Token* arrow = consume();
    if (at(Slash) || at(SlashAsterisk))
        return parseResourceAccess(receiver, arrow);
    return make(NodeKind::RemoteMethodCallAction, {receiver, arrow, expectName(), parseArgList()});
}

Node* Parser::parseResourceAccess(Node* receiver, Token* arrow) {
    Token* slash = expect(Slash);
    ListResult path = nullptr;
    if (at(Identifier) || at(OpenBracket) || (isReservedKeyword(kind()) && !isFirstOnLine(m_index)))
        path = separatedList(Slash, [&] { return parseResourceAccessSegment(); });
    Token* dot = accept(Dot);
    Token* method = dot ? expectName() : nullptr;
    Node* args = at(OpenParen) ? parseArgList() : nullptr;
    return make(NodeKind::ResourceAccessAction, {receiver, arrow, slash, path, dot, method, args});
}

Node* Parser::parseResourceAccessSegment() {
    if (!at(OpenBracket))
        return make(NodeKind::ResourceAccessSegmentName, {expectPathIdentifier()});
    size_t openIndex = m_index;
    Token* open = consume();
    Token* ellipsis = accept(Ellipsis);
    Node* expression = parseExpression();
    Token* close = expectClose(open, openIndex, CloseBracket);
    if (ellipsis)
        return make(NodeKind::ResourceAccessRestSegment, {open, ellipsis, expression, close});
    return make(NodeKind::ComputedResourceAccessSegment, {open, expression, close});
}

} // namespace barre::syntax
