#include "designer/canvas/search.h"

#include <QtCore/QRegularExpression>
#include <QtCore/QStringList>

#include <algorithm>

namespace barre::designer {

namespace {

/// What a part of the query is worth, by where it was found. A similar one takes nothing from the others.
constexpr int atBegin = 100, atWord = 60, atOtherWord = 40, inside = 20, insideOther = 5, similar = 1;
constexpr qsizetype leastSimilar = 3; ///< letters: fewer are like everything

int scoreIn(const QString& part, const QString& words) {
    int best = 0;
    for (qsizetype at = words.indexOf(part, 0, Qt::CaseInsensitive); at >= 0;
         at = words.indexOf(part, at + 1, Qt::CaseInsensitive)) {
        if (at == 0)
            return atBegin;
        const QChar before = words[at - 1];
        const bool isWord = !before.isLetterOrNumber() || (before.isLower() && words[at].isUpper());
        best = std::max(best, isWord ? atWord : inside);
    }
    return best;
}

/// Whether the letters of a part come one after the other in a word: `thm` in `theme`.
bool isAbbreviation(const QString& part, const QString& word) {
    qsizetype at = 0;
    for (const QChar letter : word)
        if (at < part.size() && letter == part[at])
            ++at;
    return at == part.size();
}

/// Whether one letter is wrong, or two are the wrong way round: `exprot` for `export`.
bool isMistyped(const QString& part, const QString& word) {
    if (part.size() != word.size())
        return false;
    std::vector<qsizetype> wrong;
    for (qsizetype at = 0; at < part.size(); ++at)
        if (part[at] != word[at])
            wrong.push_back(at);
    return (wrong.size() == 1 && part.size() > leastSimilar) ||
           (wrong.size() == 2 && wrong[1] == wrong[0] + 1 && part[wrong[0]] == word[wrong[1]] &&
            part[wrong[1]] == word[wrong[0]]);
}

/// Whether there is one letter too many: `types` for `type`.
bool isOverlong(const QString& part, const QString& word) {
    return part.size() == word.size() + 1 && word.size() >= leastSimilar && isAbbreviation(word, part);
}

bool isSimilar(const QString& part, const QString& text) {
    static const QRegularExpression gaps(QStringLiteral("[^\\w]+"));
    const QString letters = part.toLower();
    const QStringList words = text.toLower().split(gaps, Qt::SkipEmptyParts);
    return part.size() >= leastSimilar && std::ranges::any_of(words, [&](const QString& word) {
               return word.front() == letters.front() &&
                      (isAbbreviation(letters, word) || isOverlong(letters, word) ||
                       isMistyped(letters, word.left(letters.size())));
           });
}

int partScore(const QString& part, const Searchable& in) {
    if (const int found = scoreIn(part, in.words))
        return found;
    if (const int found = scoreIn(part, in.also))
        return found >= atWord ? atOtherWord : insideOther;
    return isSimilar(part, in.words) || isSimilar(part, in.also) ? similar : 0;
}

/// The score, and whether a part is only similar.
std::pair<int, bool> match(const QString& query, const Searchable& in) {
    int score = 1;
    bool isGuess = false;
    for (const QString& part : query.split(u' ', Qt::SkipEmptyParts)) {
        const int found = partScore(part, in);
        if (found == 0)
            return {0, false};
        isGuess = isGuess || found == similar;
        score += found;
    }
    return {score, isGuess};
}

} // namespace

int matchScore(const QString& query, const Searchable& in) {
    return match(query, in).first;
}

std::vector<int> matchScores(const QString& query, const std::vector<Searchable>& all) {
    std::vector<std::pair<int, bool>> matches;
    for (const Searchable& one : all)
        matches.push_back(match(query, one));
    const bool isKnown =
        std::ranges::any_of(matches, [](const auto& one) { return one.first > 0 && !one.second; });
    std::vector<int> scores;
    for (const auto& [score, isGuess] : matches)
        scores.push_back(isKnown && isGuess ? 0 : score);
    return scores;
}

} // namespace barre::designer
