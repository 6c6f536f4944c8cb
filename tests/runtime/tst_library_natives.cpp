// Every external function of the standard modules has a native, and every native a declaration.
#include "model/semantics/library.h"
#include "model/semantics/semantic_model.h"
#include "runtime/crypto/natives.h"
#include "runtime/library/natives.h"
#include "runtime/time/natives.h"

#include <doctest/doctest.h>

#include <set>
#include <string>

using namespace barre;

namespace {

constexpr std::string_view modules[] = {"crypto", "file", "io",   "log", "os",  "random",
                                        "regex",  "test", "time", "url", "uuid"};

void addExternal(std::set<std::string>& names, const model::FunctionSymbol& function,
                 const std::string& prefix) {
    if (function.isExternal)
        names.insert(prefix + function.name);
}

std::set<std::string> declared() {
    model::Library library;
    std::set<std::string> names;
    for (std::string_view name : modules) {
        CAPTURE(name);
        const auto module = library.module(name);
        REQUIRE(module);
        const std::string prefix = "ballerina/" + std::string(name) + ":";
        for (const model::Symbol* member : module->module().members) {
            if (auto* function = model::as<model::FunctionSymbol>(member))
                addExternal(names, *function, prefix);
            auto* type = model::as<model::TypeSymbol>(member);
            auto* object = type ? type->object : model::as<model::ClassSymbol>(member);
            if (!object)
                continue;
            for (const model::FunctionSymbol* method : object->methods)
                addExternal(names, *method, prefix + object->name + ".");
        }
    }
    for (const model::Diagnostic& diagnostic : library.diagnostics())
        FAIL_CHECK(diagnostic.path << ":" << diagnostic.range.begin << ": " << diagnostic.message());
    return names;
}

std::set<std::string> natives() {
    using namespace runtime;
    std::set<std::string> names;
    auto tables = libraryNatives();
    std::ranges::copy(cryptoNatives(), std::back_inserter(tables));
    tables.push_back(timeNatives());
    for (const auto rows : tables)
        for (const NativeRow& row : rows) {
            INFO(row.name);
            CHECK(bool(row.function));
            CHECK(names.insert(row.name).second);
        }
    return names;
}

} // namespace

TEST_CASE("declarations and natives of the standard modules are the same") {
    const std::set<std::string> functions = declared(), rows = natives();
    CHECK(functions.size() > 80);
    for (const std::string& name : functions) {
        INFO("no native: " << name);
        CHECK(rows.count(name));
    }
    for (const std::string& name : rows) {
        INFO("no declaration: " << name);
        CHECK(functions.count(name));
    }
}
