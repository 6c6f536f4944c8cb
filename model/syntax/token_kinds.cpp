#include "model/syntax/token_kinds.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace barre::syntax {

namespace {

enum class Group : uint8_t { Keyword, TypeKeyword, Contextual, Punctuation, Literal };

struct Row {
    std::string_view name;
    std::string_view text;
    std::string_view phrase;
    Group group;
};

constexpr Row rows[] = {
#define KEYWORD(Name, text) {#Name, text, "'" text "'", Group::Keyword},
#define TYPE_KEYWORD(Name, text) {#Name, text, "'" text "'", Group::TypeKeyword},
#define CONTEXTUAL_KEYWORD(Name, text) {#Name, text, "'" text "'", Group::Contextual},
#define PUNCTUATION(Name, text) {#Name, text, "'" text "'", Group::Punctuation},
#define LITERAL(Name, text) {#Name, text, text, Group::Literal},
#include "model/syntax/tokens.def"
};

bool isWord(const Row& row) {
    return row.group == Group::Keyword || row.group == Group::TypeKeyword || row.group == Group::Contextual;
}

struct Word {
    std::string_view text;
    TokenKind kind;
};

constexpr size_t tableSize = 1024;

constexpr size_t hashOf(std::string_view text) {
    size_t hash = text.size();
    for (char c : text)
        hash = hash * 31 + static_cast<unsigned char>(c);
    return (hash ^ (hash >> 10)) % tableSize;
}

// Open addressing; built once, before main.
struct WordTable {
    std::array<Word, tableSize> words{};

    WordTable() {
        for (size_t i = 0; i < std::size(rows); ++i)
            if (isWord(rows[i]))
                insert({rows[i].text, TokenKind(i)});
    }
    void insert(Word word) {
        size_t at = hashOf(word.text);
        while (!words[at].text.empty())
            at = (at + 1) % tableSize;
        words[at] = word;
    }
};

const WordTable wordTable;

} // namespace

std::string_view tokenKindName(TokenKind kind) {
    return rows[size_t(kind)].name;
}

std::string_view tokenKindText(TokenKind kind) {
    return rows[size_t(kind)].text;
}

std::string_view tokenKindPhrase(TokenKind kind) {
    return rows[size_t(kind)].phrase;
}

size_t tokenKindCount() {
    return std::size(rows);
}

bool isReservedKeyword(TokenKind kind) {
    Group group = rows[size_t(kind)].group;
    return group == Group::Keyword || group == Group::TypeKeyword;
}

bool isTypeKeyword(TokenKind kind) {
    return rows[size_t(kind)].group == Group::TypeKeyword;
}

bool isContextualKeyword(TokenKind kind) {
    return rows[size_t(kind)].group == Group::Contextual;
}

bool isPunctuation(TokenKind kind) {
    return rows[size_t(kind)].group == Group::Punctuation;
}

TokenKind keywordOf(std::string_view text) {
    for (size_t at = hashOf(text); !wordTable.words[at].text.empty(); at = (at + 1) % tableSize)
        if (wordTable.words[at].text == text)
            return wordTable.words[at].kind;
    return TokenKind::Identifier;
}

} // namespace barre::syntax
