// Programs by the grammar and the types of the language: the bytes of the fuzzer are its choices.
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace barre::fuzz {

/// Makes a program whose main declares variables `v0`, `v1`, … by `var`. Nearly all are valid.
class ProgramGenerator {
public:
    ProgramGenerator(const uint8_t* data, size_t size) : m_data(data), m_size(size) {}

    std::string program();

private:
    enum class Kind : uint8_t {
        Int,
        Float,
        Decimal,
        String,
        Boolean,
        Nil,
        Ints,
        Map,
        Record,
        Tuple,
        Union,
        Error,
        Xml
    };
    static constexpr size_t kindCount = 13;

    size_t below(size_t limit);
    bool atEnd() const { return m_at >= m_size; }
    Kind anyKind() { return Kind(below(kindCount)); }
    std::string expression(Kind kind);
    std::string filled(const char* form);
    void statement();
    void declare(Kind kind, const std::string& value);
    void narrowing();
    void loop();
    void match();
    void failing();
    void block(const std::string& head, const std::string& variable, const std::string& end = {});
    void line(const std::string& text);

    const uint8_t* m_data;
    size_t m_size;
    size_t m_at = 0;
    int m_depth = 0;
    int m_indent = 1;
    int m_count = 0;                                      ///< of variables
    int m_names = 0;                                      ///< of names inside expressions
    std::map<Kind, std::vector<std::string>> m_variables; ///< in scope
    std::string m_text;
};

} // namespace barre::fuzz
