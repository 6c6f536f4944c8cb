#include "model/semantics/name_hint.h"

#include "model/syntax/token_kinds.h"

#include <algorithm>
#include <vector>

namespace barre::model {

namespace {

struct ForeignWord {
    std::string_view word, advice;
};

constexpr ForeignWord foreignWords[] = {
    {"for", "use 'foreach' or 'while'"},
    {"switch", "use 'match'"},
    {"elif", "use 'else if'"},
    {"elseif", "use 'else if'"},
    {"and", "use '&&'"},
    {"or", "use '||'"},
    {"not", "use '!'"},
    {"throw", "use 'panic', or return an error"},
    {"try", "use 'do … on fail', or 'trap'"},
    {"catch", "use 'on fail'"},
    {"def", "use 'function'"},
    {"func", "use 'function'"},
    {"fn", "use 'function'"},
    {"String", "use 'string'"},
    {"Integer", "use 'int'"},
    {"integer", "use 'int'"},
    {"bool", "use 'boolean'"},
    {"double", "use 'float'"},
    {"long", "use 'int'"},
    {"char", "use 'string:Char'"},
    {"void", "leave out 'returns'"},
    {"undefined", "use '()'"},
    {"nil", "use '()'"},
    {"None", "use '()'"},
    {"this", "use 'self'"},
    {"async", "use 'start'"},
    {"await", "use 'wait'"},
    {"struct", "use 'record'"},
    {"interface", "use an object type"},
    {"println", "use 'io:println' and import 'ballerina/io'"},
    {"print", "use 'io:print' and import 'ballerina/io'"},
};

char lower(char c) {
    return c >= 'A' && c <= 'Z' ? char(c - 'A' + 'a') : c;
}

} // namespace

size_t editDistance(std::string_view a, std::string_view b) {
    const size_t width = b.size() + 1;
    std::vector<size_t> table((a.size() + 1) * width);
    const auto at = [&](size_t i, size_t j) -> size_t& { return table[i * width + j]; };
    for (size_t i = 0; i <= a.size(); ++i)
        at(i, 0) = i;
    for (size_t j = 0; j <= b.size(); ++j)
        at(0, j) = j;
    for (size_t i = 1; i <= a.size(); ++i)
        for (size_t j = 1; j <= b.size(); ++j) {
            const bool isSame = lower(a[i - 1]) == lower(b[j - 1]);
            at(i, j) = std::min({at(i - 1, j) + 1, at(i, j - 1) + 1, at(i - 1, j - 1) + !isSame});
            const bool isExchanged = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
            if (isExchanged)
                at(i, j) = std::min(at(i, j), at(i - 2, j - 2) + 1);
        }
    return at(a.size(), b.size());
}

void NameHint::offer(std::string_view candidate) {
    const size_t length = std::max(m_name.size(), candidate.size());
    const size_t allowed = length < 3 ? 0 : length < 6 ? 1 : 2;
    if (candidate == m_name || length - std::min(m_name.size(), candidate.size()) > allowed)
        return;
    const size_t distance = editDistance(m_name, candidate);
    if (distance > allowed || distance >= m_distance)
        return;
    m_distance = distance;
    m_nearest = candidate;
}

void NameHint::offerWords() {
    for (const ForeignWord& row : foreignWords)
        if (row.word == m_name)
            m_word = row.advice;
    for (size_t kind = 0; kind < syntax::tokenKindCount(); ++kind)
        if (syntax::isReservedKeyword(syntax::TokenKind(kind)))
            offer(syntax::tokenKindText(syntax::TokenKind(kind)));
}

std::string NameHint::text() const {
    if (!m_word.empty() || m_nearest.empty())
        return m_word;
    return "did you mean '" + m_nearest + "'?";
}

} // namespace barre::model
