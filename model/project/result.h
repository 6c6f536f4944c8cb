#pragma once

#include <optional>
#include <string>
#include <utility>

namespace barre::model {

/// A value, or a sentence that says what went wrong and what to do about it.
template<class T>
struct Result {
    std::optional<T> value;
    std::string problem;

    Result(T result) : value(std::move(result)) {}
    static Result failure(std::string sentence) { return Result(std::nullopt, std::move(sentence)); }

    explicit operator bool() const { return value.has_value(); }
    T& operator*() { return *value; }
    const T& operator*() const { return *value; }
    T* operator->() { return &*value; }
    const T* operator->() const { return &*value; }

private:
    Result(std::nullopt_t, std::string sentence) : problem(std::move(sentence)) {}
};

} // namespace barre::model
