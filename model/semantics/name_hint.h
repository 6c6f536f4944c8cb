#pragma once

#include <string>
#include <string_view>

namespace barre::model {

/// What may have been meant by a name that nothing has: the nearest name that could stand there, or what
/// Ballerina writes instead of a word of another language.
class NameHint {
public:
    explicit NameHint(std::string_view name) : m_name(name) {}

    void offer(std::string_view candidate);
    /// The words of the language, and words of other languages.
    void offerWords();
    /// What methods of lists, strings and maps are called elsewhere.
    void offerMethods(bool isMap);
    /// `did you mean 'count'?`, `use 'foreach'`, or nothing.
    std::string text() const;

private:
    std::string_view m_name;
    std::string m_nearest, m_word;
    size_t m_distance = 3; ///< of the nearest; farther ones are no likely slips
};

/// How many letters have to be changed, added, left out or exchanged with their neighbour.
size_t editDistance(std::string_view a, std::string_view b);

} // namespace barre::model
