// Reads every #include "…" of the tree and fails on an arrow that the layers do not have.
#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;

struct Layer {
    std::string folder;
    std::set<std::string> mayUse; ///< folders, besides itself
};

// Inside a target the order is that of the list: a folder may use those its row names.
const std::vector<Layer>& layers() {
    static const std::set<std::string> engine = {"runtime/values", "runtime/bytecode", "runtime/compiler",
                                                 "runtime/vm", "runtime/langlib"};
    static const std::vector<Layer> table = {
        {"model/text", {}},
        {"model/diagnostics", {"model/text"}},
        {"model/syntax", {"model/text", "model/diagnostics"}},
        {"model/types", {}},
        {"model/format", {"model/text", "model/diagnostics", "model/syntax"}},
        {"model/project", {"model/text", "model/diagnostics", "model/syntax", "model/semantics"}},
        {"model/semantics",
         {"model/text", "model/diagnostics", "model/syntax", "model/types", "model/project"}},
        {"model/design",
         {"model/text", "model/diagnostics", "model/syntax", "model/types", "model/project",
          "model/semantics"}},
        {"model/edits",
         {"model/text", "model/diagnostics", "model/syntax", "model/types", "model/project",
          "model/semantics", "model/design"}},
        {"runtime/values", {"model"}},
        {"runtime/bytecode", {"model", "runtime/values"}},
        {"runtime/compiler", {"model", "runtime/values", "runtime/bytecode"}},
        {"runtime/vm", {"model", "runtime/values", "runtime/bytecode"}},
        {"runtime/langlib", {"model", "runtime/values", "runtime/bytecode", "runtime/vm"}},
        {"runtime/library", {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/langlib"}},
        {"runtime/program",
         {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/langlib", "runtime/library"}},
        {"runtime/crypto",
         {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/langlib", "runtime/library"}},
        {"runtime/time",
         {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/langlib", "runtime/library"}},
        {"runtime/http",
         {"model", "runtime/values", "runtime/vm", "runtime/library", "runtime/crypto", "runtime/bytecode"}},
        {"runtime/websocket",
         {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/library", "runtime/http",
          "runtime/langlib"}},
        {"runtime/service",
         {"model", "runtime/values", "runtime/bytecode", "runtime/compiler", "runtime/vm", "runtime/langlib",
          "runtime/library", "runtime/program", "runtime/crypto", "runtime/time", "runtime/http",
          "runtime/websocket"}},
        {"runtime/debug", {"model", "runtime/values", "runtime/bytecode", "runtime/vm", "runtime/service"}},
        {"designer/canvas", {"model"}},
        {"designer/layout", {"model", "designer/canvas"}},
        {"designer/session", {"model"}},
        {"designer/code", {"model", "designer/canvas", "designer/session"}},
        {"designer/forms", {"model", "designer/canvas", "designer/session", "designer/code"}},
    };
    return table;
}

const std::set<std::string> sharedDesigner = {"model",          "designer/canvas", "designer/layout",
                                              "designer/forms", "designer/code",   "designer/session"};
const std::set<std::string> views = {"designer/sidebar", "designer/overview", "designer/service",
                                     "designer/flow",    "designer/types",    "designer/classes",
                                     "designer/problems"};

std::string folderOf(const std::string& path) {
    const size_t first = path.find('/');
    if (first == std::string::npos)
        return "";
    const size_t second = path.find('/', first + 1);
    return second == std::string::npos ? path.substr(0, first) : path.substr(0, second);
}

bool allowed(const std::string& from, const std::string& to) {
    const std::string top = from.substr(0, from.find('/'));
    const auto within = [&](const std::set<std::string>& may) {
        return may.count(to) || may.count(to.substr(0, to.find('/')));
    };
    if (from == to || top == "app" || top == "tests" || top == "benchmarks")
        return true;
    if (views.count(from))
        return within(sharedDesigner);
    for (const Layer& layer : layers())
        if (layer.folder == from)
            return within(layer.mayUse);
    return false;
}

struct Include {
    std::string file, target;
};

std::vector<Include> quotedIncludes(const fs::path& root) {
    std::vector<Include> found;
    for (const char* top : {"app", "designer", "runtime", "model"}) {
        if (!fs::exists(root / top))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / top)) {
            const auto extension = entry.path().extension();
            if (extension != ".cpp" && extension != ".h" && extension != ".c" && extension != ".def")
                continue;
            std::ifstream in(entry.path());
            for (std::string line; std::getline(in, line);) {
                const size_t open = line.find('"');
                if (line.rfind("#include", 0) != 0 || open == std::string::npos)
                    continue;
                found.push_back({fs::relative(entry.path(), root).string(),
                                 line.substr(open + 1, line.find('"', open + 1) - open - 1)});
            }
        }
    }
    return found;
}

bool usesQt(const fs::path& file) {
    std::ifstream in(file);
    for (std::string line; std::getline(in, line);)
        if (line.rfind("#include <Q", 0) == 0)
            return true;
    return false;
}

} // namespace

TEST_CASE("every include follows the layers") {
    const fs::path root = BARRE_SOURCE_DIR;
    for (const Include& include : quotedIncludes(root)) {
        if (include.target.size() > 4 && include.target.ends_with(".moc"))
            continue;
        CAPTURE(include.file);
        CAPTURE(include.target);
        CHECK_MESSAGE(fs::exists(root / include.target), "includes are written from the repository root");
        CHECK_MESSAGE(allowed(folderOf(include.file), folderOf(include.target)),
                      "not an arrow of the design");
    }
}

TEST_CASE("model and engine have no Qt") {
    const fs::path root = BARRE_SOURCE_DIR;
    for (const char* folder : {"model", "runtime/values", "runtime/bytecode", "runtime/compiler",
                               "runtime/vm", "runtime/langlib"}) {
        if (!fs::exists(root / folder))
            continue;
        for (const auto& entry : fs::recursive_directory_iterator(root / folder))
            if (entry.is_regular_file())
                CHECK_MESSAGE(!usesQt(entry.path()), entry.path().string());
    }
}
