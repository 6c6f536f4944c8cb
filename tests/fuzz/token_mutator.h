// Changes programs token by token, so that most of what comes out is still near a program.
#pragma once

#include "model/syntax/parser.h"

#include <cstdint>
#include <cstring>
#include <random>
#include <string>

extern "C" size_t LLVMFuzzerMutate(uint8_t* data, size_t size, size_t maxSize);

namespace barre::fuzz {

inline std::string mutated(const std::string& text, std::mt19937& random) {
    const syntax::SyntaxTreePtr tree = syntax::parseModulePart(text);
    const auto& tokens = tree->tokens();
    const auto any = [&] { return tokens[random() % tokens.size()]; };
    const model::SourceRange place = any()->range();
    const std::string other(any()->text());
    std::string result = text;
    switch (random() % 4) {
    case 0: return result.erase(place.begin, place.length());
    case 1: return result.replace(place.begin, place.length(), other);
    case 2: return result.insert(place.begin, other + " ");
    default: break;
    }
    const syntax::Node* from = tree->nodes()[random() % tree->nodes().size()];
    const syntax::Node* to = tree->nodes()[random() % tree->nodes().size()];
    return result.replace(to->range().begin, to->range().length(), std::string(from->text()));
}

} // namespace barre::fuzz

extern "C" inline size_t LLVMFuzzerCustomMutator(uint8_t* data, size_t size, size_t maxSize, unsigned seed) {
    std::mt19937 random(seed);
    if (size == 0 || random() % 4 == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    const std::string text = barre::fuzz::mutated(std::string(reinterpret_cast<char*>(data), size), random);
    const size_t length = std::min(text.size(), maxSize);
    std::memcpy(data, text.data(), length);
    return length;
}
