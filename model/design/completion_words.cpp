#include "model/design/completion_words.h"

namespace barre::design {

namespace {

constexpr std::string_view moduleWords[] = {
    "import",  "public",       "function", "service", "class",    "type",       "const", "enum", "listener",
    "final",   "configurable", "isolated", "client",  "distinct", "annotation", "xmlns", "int",  "string",
    "boolean", "float",        "decimal",  "map",     "json",     "table",      "var"};

constexpr std::string_view statementWords[] = {
    "if",          "else",  "while", "foreach", "match",    "return", "check",   "checkpanic", "do",
    "lock",        "panic", "fail",  "break",   "continue", "var",    "final",   "worker",     "fork",
    "transaction", "retry", "int",   "string",  "boolean",  "float",  "decimal", "json",       "anydata",
    "any",         "error", "map",   "byte",    "xml",      "record", "table",   "stream",     "future"};

constexpr std::string_view expressionWords[] = {
    "true",  "false",    "check",    "checkpanic", "trap",   "new",   "from",
    "let",   "function", "error",    "is",         "typeof", "start", "wait",
    "table", "object",   "isolated", "self",       "string", "xml",   "re"};

constexpr std::string_view typeWords[] = {"int",    "string",   "boolean", "float",  "decimal",  "byte",
                                          "json",   "anydata",  "any",     "error",  "map",      "xml",
                                          "record", "table",    "stream",  "future", "typedesc", "never",
                                          "object", "readonly", "function"};

} // namespace

std::span<const std::string_view> wordsFor(WordPlace place) {
    switch (place) {
    case WordPlace::Module: return moduleWords;
    case WordPlace::Statement: return statementWords;
    case WordPlace::Expression: return expressionWords;
    case WordPlace::Type: break;
    }
    return typeWords;
}

} // namespace barre::design
