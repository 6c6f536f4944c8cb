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
    {"not", "use '!'"},
    {"default", "use '_'"},
    {"val", "use 'final', or 'var'"},
    {"JSON", "use 'fromJsonString' and 'toJsonString'"},
    {"Math", "use 'int:max', 'float:sqrt' and their like"},
    {"max", "use 'int:max' or 'float:max'"},
    {"min", "use 'int:min' or 'float:min'"},
    {"abs", "use 'int:abs' or 'float:abs'"},
    {"len", "use the method 'length()'"},
    {"parseInt", "use 'int:fromString'"},
    {"parseFloat", "use 'float:fromString'"},
    {"Date", "use 'time:utcNow' and import 'ballerina/time'"},
    {"sleep", "use 'runtime:sleep' and import 'ballerina/lang.runtime'"},
    {"setTimeout", "use 'runtime:sleep' and import 'ballerina/lang.runtime'"},
    {"console", "use 'io:println' and import 'ballerina/io'"},
    {"System", "use 'io:println' and import 'ballerina/io'"},
    {"fmt", "use 'io:println' and import 'ballerina/io'"},
    {"printf", "use 'io:println' and import 'ballerina/io'"},
    {"Error", "use 'error'"},
    {"Exception", "use 'error'"},
    {"Object", "use 'any', or an object type"},
    {"Boolean", "use 'boolean'"},
    {"number", "use 'int', 'float' or 'decimal'"},
    {"str", "use 'string'"},
    {"True", "use 'true'"},
    {"False", "use 'false'"},
    {"Map", "use 'map'"},
    {"List", "use an array type"},
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
    {"await", "use 'wait'"},
    {"struct", "use 'record'"},
    {"interface", "use an object type"},
    {"println", "use 'io:println' and import 'ballerina/io'"},
    {"print", "use 'io:print' and import 'ballerina/io'"},
};

/// Methods of lists, maps and strings elsewhere. On a map, some names mean another thing.
constexpr struct {
    std::string_view word, advice, adviceForMap;
} foreignMethods[] = {
    {"add", "use 'push'", "write 'map[key] = value'"},
    {"append", "use 'push'", ""},
    {"put", "", "write 'map[key] = value'"},
    {"set", "write 'list[index] = value'", "write 'map[key] = value'"},
    {"size", "use 'length()'", "use 'length()'"},
    {"count", "use 'length()'", "use 'length()'"},
    {"has", "", "use 'hasKey'"},
    {"contains", "use 'includes' of a string, or 'indexOf' of a list", "use 'hasKey'"},
    {"containsKey", "", "use 'hasKey'"},
    {"delete", "use 'remove'", "use 'remove'"},
    {"includes", "use 'indexOf(value) != ()'", "use 'hasKey'"},
    {"toUpperCase", "use 'toUpperAscii'", ""},
    {"toLowerCase", "use 'toLowerAscii'", ""},
    {"upper", "use 'toUpperAscii'", ""},
    {"lower", "use 'toLowerAscii'", ""},
    {"strip", "use 'trim'", ""},
    {"split", "use 're `,`.split(text)'", ""},
    {"replace", "use 're `…`.replaceAll(text, with)'", ""},
    {"equals", "use '=='", "use '=='"},
    {"charAt", "write 'text[index]'", ""},
    {"isEmpty", "use 'length() == 0'", "use 'length() == 0'"},
    {"values", "", "use 'toArray()'"},
    {"toInt", "use 'int:fromString'", ""},
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

void NameHint::offerMethods(bool isMap) {
    for (const auto& row : foreignMethods)
        if (row.word == m_name)
            m_word = isMap ? row.adviceForMap : row.advice;
}

void NameHint::offerWords() {
    for (const ForeignWord& row : foreignWords)
        if (row.word == m_name)
            m_word = row.advice;
    for (size_t kind = 0; kind < syntax::tokenKindCount(); ++kind) {
        const std::string_view keyword = syntax::tokenKindText(syntax::TokenKind(kind));
        // Words of the language are many and short: only a slip of one key points at one.
        if (syntax::isReservedKeyword(syntax::TokenKind(kind)) && m_name.size() > 3 &&
            editDistance(m_name, keyword) == 1)
            offer(keyword);
    }
}

std::string NameHint::text() const {
    if (!m_word.empty() || m_nearest.empty())
        return m_word;
    return "did you mean '" + m_nearest + "'?";
}

} // namespace barre::model
