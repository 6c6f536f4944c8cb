// The project tree, canvas, service, class and type views of the samples, as values.
#include <doctest/doctest.h>

#include "model/design/class_design.h"
#include "model/design/declarations.h"
#include "model/design/design_graph.h"
#include "model/design/entry_points.h"
#include "model/design/flow_graph.h"
#include "model/design/palette.h"
#include "model/design/run_needs.h"
#include "model/design/type_graph.h"
#include "tests/support/edits.h"
#include "tests/support/project.h"

#include <algorithm>

using namespace barre;
using namespace barre::design;
using support::syntaxOf;

namespace {

std::shared_ptr<const model::Snapshot> sample(std::string_view name) {
    return syntaxOf(support::sampleText(name));
}

void add(std::string& out, const TreeItem& item, const std::string& indent) {
    out += indent + std::string(rowOf(item.kind).name) + " " + item.label;
    if (!item.detail.empty())
        out += " (" + item.detail + ")";
    out += "\n";
    for (const TreeItem& child : item.children)
        add(out, child, indent + "  ");
}

std::string textOf(const EntryPoints& tree) {
    std::string out = "\n";
    for (const TreeGroup& group : tree.groups) {
        out += group.title + "\n";
        for (const TreeItem& item : group.items)
            add(out, item, "  ");
    }
    return out;
}

std::string endOf(const DesignGraph& graph, int node, int row) {
    const DesignNode& at = graph.nodes[size_t(node)];
    return at.title + (row < 0 ? "" : "." + at.rows[size_t(row)].label);
}

std::string edgesOf(const DesignGraph& graph) {
    static constexpr const char* arrows[] = {"attaches", "creates", "uses", "calls"};
    std::string out = "\n";
    for (const DesignEdge& edge : graph.edges)
        out += endOf(graph, edge.fromNode, edge.fromRow) + " " + arrows[size_t(edge.kind)] + " " +
               endOf(graph, edge.toNode, edge.toRow) + "\n";
    return out;
}

std::string namesOf(const std::vector<ScopeItem>& items) {
    std::string out;
    for (const ScopeItem& item : items)
        out += item.name + ":" + item.type + " ";
    return out;
}

} // namespace

TEST_CASE("the project tree of a sample") {
    CHECK(textOf(buildEntryPoints(*sample("broadcast"))) == R"(
Entry points
  Service /broadcast (wsListener)
    UpgradeResource Upgrade get .
    ConnectionClass BroadcastService
      Handler onOpen
      Handler onTextMessage
      Handler onClose
Listeners
  Listener wsListener (8080)
Connections
Types
  ConnectionClass BroadcastService
Functions
Variables and configuration
  Configurable port (8080)
  Variable connections (isolated)
)");
}

TEST_CASE("values of Config.toml are shown") {
    const auto s = syntaxOf(model::FileTexts{{"Ballerina.toml", "[package]\nname = \"echo\"\n"},
                                             {"Config.toml", "port = 9999\n"},
                                             {"main.bal", support::sampleText("echo")}});
    const EntryPoints tree = buildEntryPoints(*s);
    CHECK(tree.projectName == "echo");
    REQUIRE(findItem(tree, {"wsListener"}));
    CHECK(findItem(tree, {"wsListener"})->detail == "9999");
    CHECK(findItem(tree, {"port"})->detail == "9999");
    CHECK(buildVariableDesign(*s, {"port"}).configuredValue == "9999");
}

TEST_CASE("the canvas of a sample") {
    const DesignGraph graph = buildDesignGraph(*sample("broadcast"));
    CHECK(edgesOf(graph) == R"(
wsListener attaches /broadcast
/broadcast.get . creates BroadcastService
BroadcastService.onOpen uses connections
BroadcastService.onTextMessage uses connections
BroadcastService.onClose uses connections
)");
    CHECK(graph.nodes[0].subtitle == "port 8080");
    CHECK(graph.nodes[1].subtitle == "isolated map<websocket:Caller>");
}

TEST_CASE("a listener that is made in place is attached to nothing on the canvas") {
    const DesignGraph graph = buildDesignGraph(*support::syntaxOf(R"(
import ballerina/websocket;
@websocket:ServiceConfig {
    idleTimeout: 60
}
service /a on new websocket:Listener(8080) {
    resource function get .() returns websocket:Service|error {
        return error("no");
    }
}
)"));
    CHECK(graph.nodes.size() == 1);
    CHECK(graph.edges.empty());
}

TEST_CASE("many functions of a module are the rows of one box") {
    const DesignGraph graph = buildDesignGraph(*support::syntaxOf(R"(
map<int> seen = {};
function count(string name) { seen[name] = 1; }
function greet(string name) returns string { count(name); return name; }
function part() { }
public function main() { string s = greet("a"); }
)"));
    CHECK(edgesOf(graph) == R"(
Functions.count uses seen
main calls Functions.greet
)");
    const auto group = std::ranges::find(graph.nodes, functionGroupId(""), &DesignNode::id);
    REQUIRE(group != graph.nodes.end());
    CHECK(group->isGroup());
    CHECK(group->subtitle == "3 in this module");
}

TEST_CASE("a service, its upgrade resource and options") {
    const auto s = sample("chat");
    const ServiceDesign service = buildServiceDesign(*s, {"service /chat"});
    CHECK(service.path == "/chat");
    CHECK(service.isWebSocket);
    REQUIRE(service.listeners.size() == 1);
    CHECK(service.listeners[0].id == SymbolId{"wsListener"});
    CHECK(service.listeners[0].port == "port");
    REQUIRE(service.resources.size() == 1);
    const ResourceDesign& upgrade = service.resources[0];
    CHECK(upgrade.isUpgrade);
    CHECK(upgrade.path == "rooms/[string room]");
    REQUIRE(upgrade.parameters.size() == 1);
    CHECK(upgrade.parameters[0].role == ParameterRole::Path);
    REQUIRE(upgrade.classes.size() == 1);
    CHECK(upgrade.classes[0].id == SymbolId{"ChatService"});
    CHECK(service.options[1].name == "idleTimeout");
    CHECK(service.options[1].text == "60");
    CHECK(service.options[1].isSet);
    CHECK(!service.options[2].isSet);
    CHECK(service.options[2].text == "65536");
    const ListenerDesign listener = buildListenerDesign(*s, {"wsListener"});
    CHECK(listener.isWebSocket);
    CHECK(listener.services == std::vector<SymbolId>{{"service /chat"}});
}

TEST_CASE("a connection class, its methods and missing callbacks") {
    const ClassDesign chat = buildClassDesign(*sample("chat"), {"ChatService"});
    CHECK(chat.isConnection);
    CHECK(chat.inclusions == std::vector<std::string>{"websocket:Service"});
    CHECK(chat.servicePaths == std::vector<std::string>{"/chat"});
    REQUIRE(chat.variables.size() == 4);
    CHECK(chat.variables[0].name == "room");
    CHECK(chat.variables[0].isFinal);
    CHECK(chat.variables[0].visibility == "private");
    CHECK(chat.variables[1].defaultText == "\"guest\"");
    REQUIRE(chat.methods.size() == 10);
    CHECK(chat.methods[2].words == "Text message arrived");
    CHECK(chat.methods[2].signature == "onTextMessage(caller, message)");
    CHECK(chat.methods[2].steps == 9);
    CHECK(chat.methods[0].kind == ItemKind::Init);
    std::string missing;
    for (const CallbackRow* row : chat.missing)
        missing += std::string(row->name) + " ";
    CHECK(missing == "onPing onPong "); // onMessage cannot stand beside onTextMessage
}

TEST_CASE("the type diagram") {
    const auto s = sample("chat");
    const TypeGraph graph = buildTypeGraph(*s);
    std::string nodes;
    for (const TypeNode& node : graph.nodes)
        nodes += node.name + ":" + node.detail + ":" + std::to_string(node.members.size()) + " ";
    CHECK(nodes == "Member:record:3 Message:record:3 Kind:enum:5 ChatService:service class:15 ");
    CHECK(!graph.nodes[0].isOpen);
    CHECK(graph.nodes[1].isOpen);
    REQUIRE(!graph.edges.empty());
    CHECK(graph.edges[0] == TypeEdge{TypeEdgeKind::Refers, 1, 0, 2});
    CHECK(focusedOn(graph, {"Member"}).nodes.size() == 1);
    CHECK(focusedOn(graph, {"Kind"}).nodes.size() == 2);
}

TEST_CASE("what is in scope at a place") {
    const auto s = sample("chat");
    const uint32_t inLoop = support::at(*s, "websocket:Error? result = m.caller").range.begin;
    CHECK(namesOf(scopeAt(*s, "main.bal", inLoop))
              .starts_with("m:Member members:map<Member> room:string text:string except:string? port:int "));
    const uint32_t inHandler = support::at(*s, "self.seen += 1").range.begin;
    CHECK(namesOf(scopeAt(*s, "main.bal", inHandler))
              .starts_with("caller:websocket:Caller message:string self:ChatService "));
    const std::vector<PaletteSection> palette = buildPalette(*s, "main.bal", inHandler);
    REQUIRE(!palette.empty());
    CHECK(palette[0].title == "caller");
    CHECK(palette[0].entries[0].kind == NodeKind::SendText);
    const auto offers = [&](uint32_t offset, NodeKind kind) {
        for (const PaletteSection& section : buildPalette(*s, "main.bal", offset))
            for (const PaletteEntry& entry : section.entries)
                if (entry.kind == kind)
                    return true;
        return false;
    };
    CHECK(offers(inLoop, NodeKind::Break));
    CHECK(!offers(inHandler, NodeKind::Break));
}

TEST_CASE("ids find their declarations") {
    const auto s = sample("chat");
    const SymbolId method{"ChatService.onOpen"};
    const Location place = locate(*s, method);
    CHECK(s->text("main.bal").substr(place.range.begin).starts_with("remote function onOpen"));
    CHECK(symbolAt(*s, "main.bal", place.range.begin + 30) == method);
    CHECK(symbolAt(*s, "main.bal", 0).empty());
    CHECK(locate(*s, {"nothing"}).empty());
}

TEST_CASE("what a run needs: settings without a value, arguments of main, and something that runs") {
    const std::string main =
        "configurable int port = ?;\nconfigurable int most = 3;\nconfigurable string name = ?;\n\n"
        "public function main(string who, int count = 1, string... rest) {\n}\n";
    const RunNeeds needs =
        buildRunNeeds(*syntaxOf(model::FileTexts{{"main.bal", main}, {"Config.toml", "name = \"x\"\n"}}));
    CHECK(needs.isRunnable);
    REQUIRE(needs.settings.size() == 1);
    CHECK(needs.settings[0].name == "port");
    REQUIRE(needs.arguments.size() == 3);
    CHECK(needs.needsArguments());
    CHECK_FALSE(
        buildRunNeeds(*syntaxOf(model::FileTexts{{"main.bal", "public function main(int count = 1) {\n}\n"}}))
            .needsArguments());
    CHECK_FALSE(buildRunNeeds(*syntaxOf(model::FileTexts{{"main.bal", "type T int;\n\nfunction f() {\n}\n"}}))
                    .isRunnable);
}

TEST_CASE("what has no name yet is called unnamed, and a value that is not set is said to be so") {
    const auto snapshot =
        syntaxOf(model::FileTexts{{"main.bal", "type record {};\n\nconfigurable int port = ?;\n"}});
    const EntryPoints tree = buildEntryPoints(*snapshot);
    CHECK(tree.groups[size_t(ItemGroup::Types)].items.front().label == "unnamed");
    CHECK(tree.groups[size_t(ItemGroup::Variables)].items.front().detail == "not set");
}

TEST_CASE("tests stand in a group of their own, and in no picture of the program") {
    const auto s = support::syntaxOf(model::FileTexts{
        {"main.bal", "function reply() {\n}\n"},
        {"tests/echo_test.bal",
         "type Case record {\n    string text;\n};\n\nfunction testEcho() {\n    reply();\n}\n"},
        {"Ballerina.toml", "[package]\norg = \"a\"\nname = \"b\"\nversion = \"0.1.0\"\n"}});
    const EntryPoints tree = buildEntryPoints(*s);
    REQUIRE(tree.groups.back().group == ItemGroup::Tests);
    REQUIRE(tree.groups.back().items.size() == 2);
    CHECK(tree.groups.back().items[1].label == "testEcho");
    CHECK(tree.groups.back().items[1].detail == "echo_test.bal");
    CHECK(tree.groups[size_t(ItemGroup::Functions)].items.size() == 1);
    CHECK(tree.groups[size_t(ItemGroup::Types)].items.empty());
    CHECK(buildTypeGraph(*s).nodes.empty());
    for (const DesignNode& node : buildDesignGraph(*s).nodes)
        for (const DesignRow& row : node.rows)
            CHECK(row.label != "testEcho");
    CHECK(buildFlowGraph(*s, {"testEcho"}).root.nodes.size() == 1);
    CHECK(firstFileOf(*s) == "main.bal");
}
