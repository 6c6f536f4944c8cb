// The words of the language that may stand at a place.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace barre::design {

enum class WordPlace : uint8_t { Module, Statement, Expression, Type };

std::span<const std::string_view> wordsFor(WordPlace place);

} // namespace barre::design
