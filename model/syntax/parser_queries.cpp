#include "model/syntax/parser_impl.h"

namespace barre::syntax {

using model::DiagnosticCode;
using enum TokenKind;

bool Parser::startsQuery(size_t index) const {
    switch (kindAt(index)) {
    case FromKeyword: return true;
    case MapKeyword:
    case StreamKeyword: return kindAt(index + 1) == FromKeyword;
    case TableKeyword: {
        bool hasKey = m_tokens[index + 1].m_contextual == KeyKeyword && kindAt(index + 2) == OpenParen;
        return kindAt(hasKey ? matchOf(index + 2) + 1 : index + 1) == FromKeyword;
    }
    default: return false;
    }
}

Node* Parser::parseQuery() {
    Node* type = at(FromKeyword) ? nullptr : parseQueryConstructType();
    Node* pipeline = parseQueryPipeline();
    if (at(DoKeyword) && !type) {
        Node* clause = make(NodeKind::DoClause, {consume(), parseStatementBlock()});
        return make(NodeKind::QueryAction, {pipeline, clause});
    }
    if (atWord(CollectKeyword) && !type) {
        Node* clause = make(NodeKind::CollectClause, {consumeAs(CollectKeyword), parseExpression()});
        return make(NodeKind::QueryCollectExpr, {pipeline, clause});
    }
    Node* select = parseSelectClause();
    bool hasConflict = at(OnKeyword) && atWord(ConflictKeyword, 1);
    return make(NodeKind::QuerySelectExpr,
                {type, pipeline, select, hasConflict ? parseOnConflictClause() : nullptr});
}

Node* Parser::parseQueryConstructType() {
    Token* keyword = consume();
    return make(NodeKind::QueryConstructType, {keyword, atWord(KeyKeyword) ? parseKeySpecifier() : nullptr});
}

Node* Parser::parseQueryPipeline() {
    Node* from = parseFromClause();
    ListMaker clauses(*this);
    while (Node* clause = parseIntermediateClause())
        clauses.add(clause);
    return make(NodeKind::QueryPipeline, {from, clauses.list()});
}

// Null if the next token begins no intermediate clause.
Node* Parser::parseIntermediateClause() {
    if (at(FromKeyword))
        return parseFromClause();
    if (at(LetKeyword))
        return make(NodeKind::LetClause,
                    {consume(), separatedList(Comma, [&] { return parseLetVarDecl(); })});
    if (atWord(WhereKeyword))
        return make(NodeKind::WhereClause, {consumeAs(WhereKeyword), parseExpression()});
    if (atWord(LimitKeyword))
        return make(NodeKind::LimitClause, {consumeAs(LimitKeyword), parseExpression()});
    if (atWord(JoinKeyword) || (atWord(OuterKeyword) && atWord(JoinKeyword, 1)))
        return parseJoinClause();
    if (atWord(OrderKeyword))
        return parseOrderByClause();
    if (atWord(GroupKeyword))
        return parseGroupByClause();
    return nullptr;
}

Node* Parser::parseFromClause() {
    return make(NodeKind::FromClause,
                {expect(FromKeyword), parseTypedBindingPattern(), expect(InKeyword), parseActionOrExpr()});
}

Node* Parser::parseJoinClause() {
    Token* outer = acceptWord(OuterKeyword);
    Token* join = expectWord(JoinKeyword);
    Node* pattern = parseTypedBindingPattern();
    Token* in = expect(InKeyword);
    Node* expression = parseActionOrExpr();
    Node* condition = make(NodeKind::JoinOnCondition, {expect(OnKeyword), parseExpression(),
                                                       expectWord(EqualsKeyword), parseExpression()});
    return make(NodeKind::JoinClause, {outer, join, pattern, in, expression, condition});
}

Node* Parser::parseOrderByClause() {
    auto parseKey = [&] {
        Node* expression = parseExpression();
        Token* direction = acceptWord(AscendingKeyword);
        return make(NodeKind::OrderKey, {expression, direction ? direction : acceptWord(DescendingKeyword)});
    };
    return make(NodeKind::OrderByClause,
                {consumeAs(OrderKeyword), expectWord(ByKeyword), separatedList(Comma, parseKey)});
}

Node* Parser::parseGroupByClause() {
    return make(NodeKind::GroupByClause, {consumeAs(GroupKeyword), expectWord(ByKeyword),
                                          separatedList(Comma, [&] { return parseGroupingKey(); })});
}

Node* Parser::parseGroupingKey() {
    size_t end = at(VarKeyword) ? m_index + 1 : startsTypeDesc(m_index) ? scanTypeDesc(m_index) : 0;
    bool isNamed = end && (kindAt(end) == Identifier || kindAt(end) == Underscore);
    if (!isNamed || kindAt(end + 1) != Equal)
        return make(NodeKind::GroupingKey, {nullptr, expectIdentifier(), nullptr, nullptr});
    Node* type = at(VarKeyword) ? make(NodeKind::VarTypeDesc, {consume()}) : parseTypeDesc();
    Token* name = at(Underscore) ? consume() : expectIdentifier();
    return make(NodeKind::GroupingKey, {type, name, expect(Equal), parseExpression()});
}

Node* Parser::parseSelectClause() {
    return make(NodeKind::SelectClause, {expectWord(SelectKeyword), parseActionOrExpr()});
}

Node* Parser::parseOnConflictClause() {
    return make(NodeKind::OnConflictClause,
                {expect(OnKeyword), expectWord(ConflictKeyword), parseExpression()});
}

} // namespace barre::syntax
