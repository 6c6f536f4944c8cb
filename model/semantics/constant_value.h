#pragma once

#include "model/types/constructors.h"

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace barre::model {

struct ConstantList;
struct ConstantMapping;

using types::DecimalText;

/// The value of an expression that is known when the program is checked.
struct ConstantValue {
    struct None {
        bool operator==(const None&) const = default;
    };
    struct Nil {
        bool operator==(const Nil&) const = default;
    };
    std::variant<None, Nil, bool, int64_t, double, DecimalText, std::string,
                 std::shared_ptr<const ConstantList>, std::shared_ptr<const ConstantMapping>>
        value;

    /// Whether there is a value at all.
    explicit operator bool() const { return !std::holds_alternative<None>(value); }
    /// Lists and mappings are equal only to themselves.
    bool operator==(const ConstantValue&) const = default;
    template<class T>
    const T* get() const {
        return std::get_if<T>(&value);
    }
};

struct ConstantList {
    std::vector<ConstantValue> members;
};

struct ConstantMapping {
    std::vector<std::pair<std::string, ConstantValue>> fields;
};

} // namespace barre::model
