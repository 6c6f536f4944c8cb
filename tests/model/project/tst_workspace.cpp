// Projects on disk and their snapshots.
#include <doctest/doctest.h>

#include "model/project/snapshot.h"
#include "tests/support/project.h"

#include <filesystem>
#include <fstream>

using namespace barre;
using namespace barre::model;

namespace fs = std::filesystem;

namespace {

/// A folder of its own that goes with the test.
struct Folder {
    fs::path path = fs::temp_directory_path() / ("barre-workspace-" + std::to_string(::getpid()));

    Folder() { fs::create_directories(path); }
    ~Folder() { fs::remove_all(path); }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;

    std::string write(const std::string& file, const std::string& text) const {
        fs::create_directories((path / file).parent_path());
        std::ofstream(path / file, std::ios::binary) << text;
        return (path / file).string();
    }
};

std::vector<std::string> namesOf(const Workspace& workspace) {
    std::vector<std::string> names;
    for (const auto& [path, text] : workspace.texts)
        names.push_back(path);
    return names;
}

} // namespace

TEST_CASE("tests lie beside a package, and bring their Config.toml only when they are run") {
    const Folder folder;
    folder.write("Ballerina.toml", "[package]\norg = \"o\"\nname = \"p\"\n");
    folder.write("main.bal", "");
    folder.write("Config.toml", "own = 1\n");
    const std::string test = folder.write("tests/t.bal", "");
    folder.write("tests/Config.toml", "own = 2\n");
    const Result<Workspace> beside = openWorkspace(test, TestSources::Beside);
    REQUIRE(beside);
    CHECK(namesOf(*beside) ==
          std::vector<std::string>{"Ballerina.toml", "Config.toml", "main.bal", "tests/t.bal"});
    CHECK(beside->texts.at("Config.toml") == "own = 1\n");
    CHECK(openWorkspace(test, TestSources::With)->texts.at("Config.toml") == "own = 2\n");
    CHECK(isTestFile("tests/t.bal"));
    CHECK(isTestFile("modules/util/tests/t.bal"));
    CHECK(!isTestFile("latests/t.bal"));
    CHECK(!isTestFile("tests.bal"));
}

TEST_CASE("a package folder, from any of its files") {
    const Folder folder;
    folder.write("Ballerina.toml", "[package]\norg = \"o\"\nname = \"p\"\n");
    const std::string main = folder.write("main.bal", "import p.util;\n");
    const std::string part = folder.write("modules/util/a.bal", "\xEF\xBB\xBF// \xff bytes\r\n");
    folder.write("modules/util/tests/t.bal", "");
    folder.write("notes.txt", "");
    for (const std::string& path :
         {folder.path.string(), main, part, (folder.path / "Ballerina.toml").string()}) {
        const Result<Workspace> workspace = openWorkspace(path);
        REQUIRE(workspace);
        CHECK(namesOf(*workspace) ==
              std::vector<std::string>{"Ballerina.toml", "main.bal", "modules/util/a.bal"});
        CHECK(!workspace->isSingleFile());
        CHECK(workspace->texts.at("modules/util/a.bal") == "\xEF\xBB\xBF// \xff bytes\r\n");
    }
    const auto snapshot = takeSnapshot(*openWorkspace(main), nullptr, nullptr, Analysis::SyntaxOnly);
    REQUIRE(snapshot->modules().size() == 2);
    CHECK(snapshot->modules()[0].name == "p");
    CHECK(snapshot->modules()[1].name == "p.util");
    CHECK(snapshot->moduleOf("modules/util/a.bal") == &snapshot->modules()[1]);
}

TEST_CASE("a single file, with its Config.toml") {
    const Folder folder;
    const std::string file = folder.write("one.bal", "int x = 1;\n");
    folder.write("two.bal", "");
    folder.write("Config.toml", "x = 2\n");
    const Result<Workspace> workspace = openWorkspace(file);
    REQUIRE(workspace);
    CHECK(workspace->isSingleFile());
    CHECK(namesOf(*workspace) == std::vector<std::string>{"Config.toml", "one.bal"});
    const auto snapshot = takeSnapshot(*workspace, nullptr, nullptr, Analysis::SyntaxOnly);
    CHECK(snapshot->manifest().name == "one");
    REQUIRE(snapshot->config().find("", "one", "x"));
    CHECK(snapshot->config().find("", "one", "x")->integer == 2);
}

TEST_CASE("what cannot be opened gets a sentence") {
    const Folder folder;
    CHECK(openWorkspace((folder.path / "none").string()).problem.starts_with("There is no file or folder"));
    CHECK(openWorkspace(folder.write("a.txt", "")).problem.ends_with("does not end in .bal"));
}

TEST_CASE("saving writes every byte, keeps permissions and leaves nothing else") {
    const Folder folder;
    const std::string path = folder.write("main.bal", "old");
    fs::permissions(path, fs::perms::owner_read | fs::perms::owner_write | fs::perms::owner_exec);
    Workspace workspace = *openWorkspace(path);
    workspace.texts["main.bal"] = std::string("new\0\r\n\xff", 7);
    REQUIRE(saveFile(workspace, "main.bal"));
    CHECK(*readFile(path) == workspace.texts["main.bal"]);
    CHECK((fs::status(path).permissions() & fs::perms::owner_exec) != fs::perms::none);
    CHECK(std::distance(fs::directory_iterator(folder.path), fs::directory_iterator()) == 1);
    workspace.texts["modules/m/new.bal"] = "x";
    REQUIRE(saveFile(workspace, "modules/m/new.bal"));
    CHECK(*readFile(workspace.pathOf("modules/m/new.bal")) == "x");
    workspace.texts.erase("main.bal");
    REQUIRE(saveFile(workspace, "main.bal"));
    CHECK(!fs::exists(path));
    CHECK(!writeFile((fs::path(workspace.pathOf("modules/m/new.bal")) / "below").string(), "x"));
}

TEST_CASE("opening and saving the samples gives the same bytes") {
    const Folder folder;
    for (const std::string& name : support::sampleNames()) {
        const std::string path = folder.write(name + ".bal", support::sampleText(name));
        const Workspace workspace = *openWorkspace(path);
        const auto snapshot = takeSnapshot(workspace, nullptr, nullptr, Analysis::SyntaxOnly);
        CHECK(snapshot->text(name + ".bal") == support::sampleText(name));
        REQUIRE(saveFile(workspace, name + ".bal"));
        CHECK(*readFile(path) == support::sampleText(name));
    }
}

TEST_CASE("files that did not change keep their trees") {
    Workspace workspace =
        workspaceOf({{"Ballerina.toml", ""}, {"a.bal", "int a = 1;"}, {"b.bal", "int b = 1;"}});
    const auto first = takeSnapshot(workspace, nullptr, nullptr, Analysis::SyntaxOnly);
    workspace.texts["b.bal"] = "int b = 2;";
    const auto second = takeSnapshot(workspace, nullptr, first, Analysis::SyntaxOnly);
    CHECK(first->file("a.bal")->tree == second->file("a.bal")->tree);
    CHECK(first->file("b.bal")->tree != second->file("b.bal")->tree);
    CHECK(first->text("b.bal") == "int b = 1;");
}

TEST_CASE("mistakes of the .toml files are diagnostics with their place") {
    const auto problemsOf = [](FileTexts texts) {
        std::string out;
        const auto snapshot = support::syntaxOf(std::move(texts));
        for (const Diagnostic& diagnostic : snapshot->diagnostics())
            out += diagnostic.path + " " + std::to_string(diagnostic.range.begin) + ": " +
                   diagnostic.message() + "\n";
        return out;
    };
    CHECK(problemsOf({{"Ballerina.toml", "[package]\nname = \"a b\"\nversion = 1\n"}}) ==
          "Ballerina.toml 17: 'name' has to be letters, digits, _ and .\n"
          "Ballerina.toml 33: 'version' has to be a version such as 0.1.0\n");
    CHECK(problemsOf({{"Ballerina.toml", ""}, {"Config.toml", "x = = 1\n"}}).starts_with("Config.toml "));
    CHECK(problemsOf(
              {{"Ballerina.toml", "[package]\norg = \"a_1\"\nname = \"a.b\"\nversion = \"1.2.3-alpha\"\n"}})
              .empty());
}

TEST_CASE("configured values are found as Ballerina finds them") {
    const Config config =
        readConfig("a = 1\np.a = 2\n[o.p]\na = 3\nlist = [1, 2.5, \"x\"]\n[p.util]\nb = true\n");
    REQUIRE(config.diagnostics.empty());
    CHECK(config.find("o", "p", "a")->integer == 3);
    CHECK(config.find("", "p", "a")->integer == 2);
    CHECK(config.find("", "q", "a")->integer == 1);
    CHECK(config.find("o", "p.util", "b")->boolean);
    CHECK(config.find("o", "p", "none") == nullptr);
    const ConfigValue* list = config.find("o", "p", "list");
    REQUIRE(list->items.size() == 3);
    CHECK(list->items[1].kind == ConfigValue::Kind::Float);
    CHECK(list->items[2].text == "x");
}
