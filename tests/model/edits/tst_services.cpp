// Edits of services, listeners, types and projects: text before, text after.
#include <doctest/doctest.h>

#include "model/edits/services.h"
#include "model/edits/types.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

using namespace barre;
using namespace barre::edits;
using support::after;
using support::syntaxOf;

namespace {

std::string replaced(std::string text, const std::string& old, const std::string& by) {
    const size_t found = text.find(old);
    REQUIRE(found != std::string::npos);
    return text.replace(found, old.size(), by);
}

} // namespace

TEST_CASE("paths, listeners and options of a service") {
    const std::string echo = support::sampleText("echo"), chat = support::sampleText("chat");
    const auto s = syntaxOf(echo);
    const SymbolId service{"service /echo"};
    CHECK(after(*s, setServicePath(*s, service, "/other/path")) ==
          replaced(echo, "/echo on", "/other/path on"));
    CHECK(after(*s, setServicePath(*s, service, "no path")).starts_with("refused"));
    CHECK(after(*s, setServiceListener(*s, service, "new websocket:Listener(9090)")) ==
          replaced(echo, "on wsListener", "on new websocket:Listener(9090)"));
    const std::string withOption =
        replaced(echo, "service /echo", "@websocket:ServiceConfig {\n    idleTimeout: 60\n}\nservice /echo");
    CHECK(after(*s, setServiceOption(*s, service, "idleTimeout", "60")) == withOption);
    const auto t = syntaxOf(withOption);
    CHECK(after(*t, setServiceOption(*t, service, "idleTimeout", "5.5")) ==
          replaced(withOption, "60", "5.5"));
    CHECK(after(*t, setServiceOption(*t, service, "maxFrameSize", "1024")) ==
          replaced(withOption, "60\n", "60,\n    maxFrameSize: 1024\n"));
    CHECK(after(*t, setServiceOption(*t, service, "idleTimeout", "")) == echo);
    CHECK(after(*t, setServiceOption(*t, service, "idleTimeout", "1 +")).starts_with("refused"));
    const auto c = syntaxOf(chat);
    const SymbolId resource{"service /chat.get rooms/[room]"};
    CHECK(after(*c, setResourcePath(*c, resource, "[string room]")) ==
          replaced(chat, "rooms/[string room]", "[string room]"));
    CHECK(after(*c, setParameters(*c, resource, {{"string?", "nick", "", "", false}})) ==
          replaced(chat, "[string room]()", "[string room](string? nick)"));
    CHECK(after(*c, setReturnType(*c, resource, "websocket:Service|websocket:UpgradeError")) ==
          replaced(chat, "websocket:Service|error", "websocket:Service|websocket:UpgradeError"));
    const auto bare = syntaxOf("import ballerina/websocket;\n\nservice / on l {\n}\n");
    CHECK(after(*bare, addUpgradeResource(*bare, {"service /"}, ".", "Chat")) ==
          "import ballerina/websocket;\n\nservice / on l {\n    resource function get .() returns "
          "websocket:Service|error {\n"
          "        return new Chat();\n    }\n}\n");
}

TEST_CASE("listeners") {
    const std::string echo = support::sampleText("echo");
    const auto s = syntaxOf(echo);
    CHECK(after(*s, setListener(*s, {"wsListener"}, {"ears", "websocket:Listener", "9090"})) ==
          replaced(replaced(echo, "Listener wsListener = new (port)", "Listener ears = new (9090)"),
                   "on wsListener", "on ears"));
    const std::string withHost = replaced(echo, "new (port)", "new (port, host = \"127.0.0.1\")");
    CHECK(after(*s, setListenerOption(*s, {"wsListener"}, "host", "\"127.0.0.1\"")) == withHost);
    const auto t = syntaxOf(withHost);
    CHECK(after(*t, setListenerOption(*t, {"wsListener"}, "host", "")) == echo);
    CHECK(
        after(*s, addListener(*s, "main.bal", {"second", "websocket:Listener", "9091"})) ==
        replaced(echo, "new (port);\n", "new (port);\n\nlistener websocket:Listener second = new (9091);\n"));
}

TEST_CASE("a new service is what a person would write") {
    const auto empty =
        syntaxOf(model::FileTexts{{"Ballerina.toml", "[package]\nname = \"echo\"\n"}, {"main.bal", ""}});
    WebSocketServiceText text;
    text.listener = "wsListener";
    text.path = "/echo";
    text.className = "EchoService";
    text.callbacks = {"onTextMessage"};
    text.echo = true;
    CHECK(after(*empty, createWebSocketService(*empty, text)) == support::sampleText("echo"));

    const auto none = syntaxOf(model::FileTexts{{"Ballerina.toml", "[package]\nname = \"echo\"\n"}});
    CHECK(after(*none, createWebSocketService(*none, text)) == support::sampleText("echo"));

    const std::string echo = support::sampleText("echo");
    const auto s = syntaxOf(echo);
    text.path = "/rooms";
    text.className = "Room";
    CHECK(
        after(*s, createWebSocketService(*s, text)).starts_with("refused: There is already a 'wsListener'"));
    text.isNewListener = false;
    text.resourcePath = "[string name]";
    text.callbacks = {"onClose", "onOpen"};
    text.idleTimeout = "30";
    const std::string both = after(*s, createWebSocketService(*s, text));
    CHECK(both ==
          replaced(echo, "\nservice class EchoService",
                   "\n@websocket:ServiceConfig {\n    idleTimeout: 30\n}\nservice /rooms on wsListener {\n"
                   "    resource function get [string name]() returns websocket:Service|error {\n"
                   "        return new Room(name);\n    }\n}\n\nservice class EchoService") +
              "\nservice class Room {\n    *websocket:Service;\n\n    private final string name;\n\n"
              "    function init(string name) {\n        self.name = name;\n    }\n\n"
              "    remote function onOpen(websocket:Caller caller) returns error? {\n    }\n\n"
              "    remote function onClose(websocket:Caller caller, int statusCode, string reason) returns "
              "error? {\n"
              "    }\n}\n");
    CHECK(syntaxOf(both)->diagnostics().empty());
    text.listener = "other";
    CHECK(after(*s, createWebSocketService(*s, text)).starts_with("refused: There is no listener 'other'"));
    text.isNewListener = true;
    const std::string second = after(*s, createWebSocketService(*s, text));
    CHECK(second.find("configurable int port = 8080;\nconfigurable int port2 = 8080;\n") !=
          std::string::npos);
    CHECK(second.find("listener websocket:Listener other = new (port2);") != std::string::npos);
}

TEST_CASE("a new project has a manifest that is read again") {
    const EditResult result = createProject("me", "chat");
    REQUIRE(result);
    model::FileTexts texts;
    model::applyEdit(texts, result.edit);
    CHECK(texts["Ballerina.toml"] == "[package]\norg = \"me\"\nname = \"chat\"\nversion = \"0.1.0\"\n");
    CHECK(texts.contains("main.bal"));
    CHECK(!createProject("me", "no name"));
}

TEST_CASE("values in Config.toml") {
    const std::string main = "configurable int port = 1;\nconfigurable string name = \"\";\n";
    const auto s =
        syntaxOf(model::FileTexts{{"main.bal", main}, {"Config.toml", "# mine\nport = 2\n\n[x]\ny = 1\n"}});
    CHECK(after(*s, setConfigValue(*s, {"port"}, "8080"), "Config.toml") ==
          "# mine\nport = 8080\n\n[x]\ny = 1\n");
    CHECK(after(*s, setConfigValue(*s, {"port"}, ""), "Config.toml") == "# mine\n\n[x]\ny = 1\n");
    CHECK(after(*s, setConfigValue(*s, {"name"}, "\"a\""), "Config.toml") ==
          "name = \"a\"\n# mine\nport = 2\n\n[x]\ny = 1\n");
    CHECK(!setConfigValue(*s, {"port"}, "= ="));
    const auto none = syntaxOf(main);
    CHECK(after(*none, setConfigValue(*none, {"port"}, "3"), "Config.toml") == "port = 3\n");
    CHECK(after(*none, setConfigValue(*none, {"name"}, "the \"a\""), "Config.toml") ==
          "name = \"the \\\"a\\\"\"\n");
}

TEST_CASE("types and their members") {
    const std::string text = "type Message record {\n    string text = \"\"; // t\n    int? id?;\n};\n\nenum "
                             "Kind {\n    A,\n    B\n}\n\n"
                             "type Answer Message|error|Kind;\n\ntype Point record {||};\n";
    const auto s = syntaxOf(text);
    CHECK(after(*s, addRecordField(*s, {"Message"}, {"to", "string[]", "[]", false, false, ""})) ==
          replaced(text, "int? id?;\n", "int? id?;\n    string[] to = [];\n"));
    CHECK(after(*s, addRecordField(*s, {"Point"}, {"x", "int", "", false, true, "Left."})) ==
          replaced(text, "record {||}", "record {|\n    # Left.\n    readonly int x;\n|}"));
    CHECK(!addRecordField(*s, {"Message"}, {"id", "int", "", false, false, ""}));
    CHECK(after(*s, setRecordField(*s, {"Message"}, "id", {"key", "int", "7", false, true, ""})) ==
          replaced(text, "int? id?;", "readonly int key = 7;"));
    CHECK(after(*s, setRecordField(*s, {"Message"}, "text", {"text", "string", "", true, false, ""})) ==
          replaced(text, "string text = \"\";", "string text?;"));
    CHECK(after(*s, removeTypeMember(*s, {"Message"}, "text")) ==
          replaced(text, "    string text = \"\"; // t\n", ""));
    CHECK(after(*s, addEnumMember(*s, {"Kind"}, "C", "\"c\"")) ==
          replaced(text, "    B\n", "    B,\n    C = \"c\"\n"));
    CHECK(after(*s, setEnumMember(*s, {"Kind"}, "B", "B = \"b\"")) ==
          replaced(text, "    B\n", "    B = \"b\"\n"));
    CHECK(!setEnumMember(*s, {"Kind"}, "B", "not a member"));
    CHECK(!setEnumMember(*s, {"Kind"}, "B", "A"));
    const auto used = syntaxOf("enum Kind {\n    A, B\n}\n\nKind kind = A;\n");
    CHECK(after(*used, setEnumMember(*used, {"Kind"}, "A", "FIRST")) ==
          "enum Kind {\n    FIRST, B\n}\n\nKind kind = FIRST;\n");
    CHECK(after(*s, removeTypeMember(*s, {"Kind"}, "A")) == replaced(text, "A,\n    B", "B"));
    CHECK(after(*s, removeTypeMember(*s, {"Kind"}, "B")) == replaced(text, "A,\n    B", "A"));
    CHECK(after(*s, addUnionMember(*s, {"Answer"}, "int[]")) == replaced(text, "|Kind;", "|Kind|int[];"));
    CHECK(after(*s, removeTypeMember(*s, {"Answer"}, "error")) == replaced(text, "|error", ""));
    CHECK(after(*s, setRecordOpen(*s, {"Message"}, false)) ==
          replaced(replaced(text, "record {\n", "record {|\n"), "\n};", "\n|};"));
    CHECK(after(*s, setTypeDescriptor(*s, {"Answer"}, "int|")).starts_with("refused"));
    CHECK(after(*s, setPublic(*s, {"Answer"}, true)) == replaced(text, "type Answer", "public type Answer"));

    TypeText point{"Place", TypeForm::ClosedRecord, true, {{"x", "int", "0", false, false, ""}}, {}, "",
                   "Where."};
    CHECK(after(*s, addType(*s, "main.bal", point)) ==
          text + "\n# Where.\npublic type Place record {|\n    int x = 0;\n|};\n");
    TypeText unionType{"U", TypeForm::Union, false, {}, {"int", "string"}, "", ""};
    CHECK(after(*s, addType(*s, "main.bal", unionType)) == text + "\ntype U int|string;\n");
    TypeText enumType{"E", TypeForm::Enum, false, {}, {"X", "Y"}, "", ""};
    CHECK(after(*s, addType(*s, "main.bal", enumType)) == text + "\nenum E {\n    X,\n    Y\n}\n");
    CHECK(!addType(*s, "main.bal", {"Kind", TypeForm::Other, false, {}, {}, "int", ""}));
}
