#pragma once

#include <QtCore/QString>

#include <vector>

namespace barre::designer {

/// Something that can be searched for: the words that are seen, and others that mean the same.
struct Searchable {
    QString words;
    QString also{};
};

/// How well something answers a query: 0 when not at all, more when better. Every part of the query must be
/// found, in any order; beginnings of words count most, other words and similar ones least.
int matchScore(const QString& query, const Searchable& in);

/// The scores of all; what is only similar to the query counts when nothing has its letters.
std::vector<int> matchScores(const QString& query, const std::vector<Searchable>& all);

} // namespace barre::designer
