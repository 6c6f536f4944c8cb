// Every external function of resources/ballerina/lang.* has a native, and every native a declaration.
#include "model/project/embedded_files.h"
#include "runtime/langlib/langlib.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace barre;

namespace {

// The name of the function whose text ends in `= external;` at `end`.
std::string functionName(std::string_view text, size_t end) {
    size_t at = std::string_view::npos;
    for (size_t found = text.rfind("isolated function ", end); found != std::string_view::npos;
         found = found ? text.rfind("isolated function ", found - 1) : std::string_view::npos) {
        const size_t line = text.rfind('\n', found) + 1;
        if (text[line] != ' ') {
            at = found + std::string_view("isolated function ").size();
            break;
        }
    }
    if (at == std::string_view::npos)
        return {};
    if (text[at] == '\'')
        ++at;
    return std::string(text.substr(at, text.find('(', at) - at));
}

std::set<std::string> declared() {
    std::set<std::string> names;
    for (const model::EmbeddedFile& file : model::embeddedFiles()) {
        if (!file.path.starts_with("ballerina/lang."))
            continue;
        const std::string module(file.path.substr(0, file.path.rfind('/')));
        for (size_t at = file.bytes.find("= external;"); at != std::string_view::npos;
             at = file.bytes.find("= external;", at + 1))
            names.insert(module + ":" + functionName(file.bytes, at));
    }
    return names;
}

} // namespace

TEST_CASE("declarations and natives of the language library are the same") {
    std::set<std::string> natives;
    for (const runtime::NativeRow& row : runtime::langlibNatives()) {
        INFO(row.name);
        CHECK(bool(row.function));
        if (!std::string_view(row.name).starts_with("barre:"))
            CHECK(natives.insert(row.name).second);
    }
    const std::set<std::string> functions = declared();
    CHECK(functions.size() > 150);
    for (const std::string& name : functions) {
        INFO("no native: " << name);
        CHECK(natives.count(name));
    }
    for (const std::string& name : natives) {
        INFO("no declaration: " << name);
        CHECK(functions.count(name));
    }
}
