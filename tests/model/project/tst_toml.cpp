// Ballerina.toml and Config.toml that are no TOML at all.
#include "model/project/manifest.h"

#include <doctest/doctest.h>

using namespace barre::model;

TEST_CASE("control characters in TOML are told, with their place") {
    const std::string text("\n[\0\0package]", 12);
    const Manifest manifest = readManifest(text, "chat");
    REQUIRE(manifest.diagnostics.size() == 1);
    CHECK(manifest.diagnostics[0].message() == "this is not valid TOML: a control character is not allowed");
    CHECK(manifest.diagnostics[0].range.begin == 2);
    CHECK(readConfig(text, "Config.toml").diagnostics.size() == 1);
    CHECK(readConfig("port\t=\t1\r\n", "Config.toml").diagnostics.empty());
}

TEST_CASE("a table header without a name is told") {
    for (const char* text : {"[\n", "[>a]\n", "[[a.]b]\n"})
        CHECK(readManifest(text, "chat").diagnostics.size() == 1);
}

TEST_CASE("what is not ASCII belongs into quotes and comments") {
    const Config config =
        readConfig("# grüße\nname = \"Jörg\" # ä\nnote = \'\'\'\nö\'\'\'\'\nwört = 1\n", "Config.toml");
    REQUIRE(config.diagnostics.size() == 1);
    CHECK(config.diagnostics[0].message() ==
          "this is not valid TOML: outside of quotes, only ASCII characters are allowed");
    CHECK(config.diagnostics[0].range.begin == 49);
    CHECK(config.diagnostics[0].range.end == 51);
    CHECK(readConfig("\"wört\" = \"\"\"ä\"\"\"\"\n", "Config.toml").diagnostics.empty());
}

TEST_CASE("a quote inside a number or name opens no string") {
    for (const char* text : {"k = [0, 2.\"o\u00e4\"]\n", "k = 2\"\u00e4\"\n", "k\"\u00e4\" = 2\n"})
        CHECK(readConfig(text, "Config.toml").diagnostics.size() == 1);
    for (const char* text :
         {"a . \"\u00e4\" = 2\n", "[a.'\u00e4']\nk = {\"\u00e4\".b = [\n'\u00e4', # \u00e4\n'\u00f6']}\n"})
        CHECK(readConfig(text, "Config.toml").diagnostics.empty());
}
