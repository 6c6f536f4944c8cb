// A snapshot that was recycled after an edit of a function body is the one that would have been made anew:
// for random edits of every file of the corpus, one after the other.
#include "model/project/snapshot.h"
#include "model/semantics/library.h"
#include "model/semantics/scope.h"
#include "model/semantics/semantic_model.h"
#include "model/syntax/dump.h"
#include "model/syntax/nodes.h"
#include "model/types/to_string.h"
#include "model/types/type_context.h"
#include "tests/support/files.h"
#include "tests/support/project.h"

#include <doctest/doctest.h>

#include <cctype>
#include <random>
#include <set>
#include <utility>

using namespace barre;
using namespace barre::model;

namespace {

std::string print(SourceRange range) {
    return std::to_string(range.begin) + "-" + std::to_string(range.end);
}

/// The words of a type or message in order: members of a union come in any order.
std::string sorted(const std::string& text) {
    std::multiset<std::string> words;
    std::string word;
    for (const char c : text + " ") {
        if (std::isalnum(static_cast<unsigned char>(c))) {
            word += c;
            continue;
        }
        words.insert(std::exchange(word, ""));
        words.emplace(1, c);
    }
    std::string result;
    for (const std::string& each : words)
        result += each + " ";
    return result;
}

/// All that can be asked of a snapshot of one file, as text.
class Description {
public:
    explicit Description(const Snapshot& snapshot)
        : m_snapshot(snapshot), m_model(*snapshot.modules().front().semantics),
          m_types(snapshot.package()->library->typeEnv()) {}

    std::string text() {
        for (const Diagnostic& diagnostic : m_snapshot.diagnostics())
            line({diagnostic.path, print(diagnostic.range), sorted(diagnostic.message())});
        const syntax::SyntaxTree& tree = *m_snapshot.files().front().tree;
        m_text += syntax::dumpTree(tree.root());
        for (const syntax::Token* token : tree.tokens())
            line({std::string(token->text()), print(token->fullRange()), print(token->range()),
                  std::to_string(token->parent()->id()), std::to_string(token->isMissing())});
        for (const syntax::Node* node : tree.nodes()) {
            describeSyntax(node);
            describeMeaning(node);
        }
        return std::move(m_text);
    }

private:
    void line(const std::vector<std::string>& words) {
        for (const std::string& word : words)
            m_text += word + " ";
        m_text += "\n";
    }

    void describeSyntax(const syntax::Node* node) {
        line({std::string(syntax::nodeKindName(node->kind())), std::to_string(node->id()),
              std::to_string(node->idEnd()), print(node->fullRange()), print(node->range()),
              std::to_string(node->height()), std::to_string(node->hasErrors()),
              node->parent() ? std::to_string(node->parent()->id()) : "root"});
        CHECK(node->tree().node(node->id()) == node);
    }

    void describeMeaning(const syntax::Node* node) {
        line({type(m_model.typeOf(node)), type(m_model.inherentTypeOf(node)),
              type(m_model.descriptorType(node))});
        if (const Symbol* symbol = m_model.symbolOf(node))
            describe(*symbol);
        if (const FunctionSymbol* function = m_model.functionOf(node))
            line({"function", type(function->type), std::to_string(function->isInferredIsolated),
                  std::to_string(function->captures.size()), std::to_string(function->workers.size())});
        if (const CallFacts* call = m_model.callOf(node))
            line({"call", call->function ? call->function->name : call->method, type(call->functionType),
                  std::to_string(call->args.size())});
        if (SemType expected; m_model.expectedTypeOf(node, expected))
            line({"expected", type(expected)});
        for (const LocalScope* scope : m_model.scopesAt(0, node->range().begin))
            for (const Symbol* symbol : scope->symbols())
                line({"in scope", print(scope->range), symbol->name});
    }

    void describe(const Symbol& symbol) {
        line({"symbol", symbol.name, print(symbol.nameRange)});
        if (const auto* variable = as<VariableSymbol>(&symbol); variable && variable->owner)
            line({std::to_string(variable->isCaptured), std::to_string(variable->isReassigned)});
    }

    std::string type(const SemType& type) { return sorted(types::toString(m_types, type)); }

    const Snapshot& m_snapshot;
    const SemanticModel& m_model;
    types::TypeContext m_types;
    std::string m_text;
};

std::string describe(const Snapshot& snapshot) {
    return Description(snapshot).text();
}

/// Where they differ first, or nothing.
std::string difference(const std::string& found, const std::string& expected) {
    if (found == expected)
        return {};
    const auto at = size_t(std::mismatch(found.begin(), found.end(), expected.begin(), expected.end()).first -
                           found.begin());
    const size_t begin = at > 120 ? at - 120 : 0;
    return "recycled: " + found.substr(begin, 200) + "\n\nanew: " + expected.substr(begin, 200);
}

class Editor {
public:
    explicit Editor(unsigned seed) : m_random(seed) {}

    /// Changes a token in the body of a function; false if there is none.
    bool change(std::string& text, const syntax::SyntaxTree& tree) {
        std::vector<const syntax::Token*> tokens;
        for (const syntax::Token* token : tree.tokens())
            if (syntax::enclosing<syntax::BlockFunctionBody>(token->parent()))
                tokens.push_back(token);
        if (tokens.empty())
            return false;
        const SourceRange range = tokens[below(tokens.size())]->range();
        const std::string other(tokens[below(tokens.size())]->text());
        switch (below(4)) {
        case 0: text.erase(range.begin, range.length()); break;
        case 1: text.replace(range.begin, range.length(), other); break;
        case 2: text.insert(range.begin, other + " "); break;
        default: text.insert(range.end, snippets[below(std::size(snippets))]);
        }
        return true;
    }

private:
    static constexpr const char* snippets[] = {" ",
                                               "\n",
                                               "{",
                                               "}",
                                               "(",
                                               ")",
                                               "`",
                                               "\"",
                                               "// ",
                                               ";",
                                               "\r",
                                               "\x01",
                                               "#",
                                               " x",
                                               " 1",
                                               ".y;",
                                               "return;",
                                               "\nint z = 1;",
                                               " + undefined ",
                                               "\n    _ = lock {\n"};

    size_t below(size_t limit) { return std::uniform_int_distribution<size_t>(0, limit - 1)(m_random); }

    std::mt19937 m_random;
};

struct Counts {
    int edits = 0, recycled = 0;
};

/// Edits pile up for a while; then the text is as it was.
void checkEdits(const std::filesystem::path& path, const std::shared_ptr<Library>& library, Counts& counts) {
    const std::string original = test::readFile(path);
    Workspace workspace = workspaceOf({{"main.bal", original}}, "/project");
    std::string& text = workspace.texts.begin()->second;
    auto snapshot = takeSnapshot(workspace, library);
    Editor editor(unsigned(original.size()));
    for (int i = 1; i <= 12; ++i) {
        if (i % 4 == 0)
            text = original;
        else if (!editor.change(text, *snapshot->files().front().tree))
            return;
        const Snapshot* before = snapshot.get();
        snapshot = takeSnapshot(workspace, library, std::move(snapshot));
        ++counts.edits;
        counts.recycled += snapshot.get() == before;
        if (snapshot.get() != before)
            continue;
        const std::string found =
            difference(describe(*snapshot), describe(*takeSnapshot(workspace, library)));
        REQUIRE_MESSAGE(found == "", path.string() << " edit " << i << "\n" << found << "\n" << text);
    }
}

} // namespace

TEST_CASE(
    "recycling: after random edits of bodies, trees, meaning and diagnostics are those of a new snapshot") {
    const auto library = std::make_shared<Library>();
    Counts counts;
    for (const char* folder :
         {"tests/corpus/run", "tests/corpus/check", "tests/corpus/syntax", "resources/samples"})
        for (const auto& path : test::filesBelow(folder, ".bal"))
            checkEdits(path, library, counts);
    MESSAGE(counts.edits << " edits, " << counts.recycled << " recycled");
    CHECK(counts.recycled > counts.edits / 2);
}

TEST_CASE("recycling: a snapshot that somebody holds does not change") {
    const auto library = std::make_shared<Library>();
    Workspace workspace =
        workspaceOf({{"main.bal", "function f() returns int {\n    return 1;\n}\n"}}, "/project");
    const auto held = takeSnapshot(workspace, library);
    const std::string before = describe(*held);
    workspace.texts.begin()->second = "function f() returns int {\n    return true;\n}\n";
    const auto next = takeSnapshot(workspace, library, held);
    CHECK(next != held);
    CHECK(describe(*held) == before);
    CHECK(held->diagnostics().empty());
    CHECK(next->diagnostics().size() == 1);
}

TEST_CASE("recycling: what a body does is known to the rules of the module and to the imports") {
    const auto library = std::make_shared<Library>();
    const std::string head = "import ballerina/io;\nint count = 0;\n"
                             "isolated function g() {\n    f();\n}\nfunction f() {\n    ";
    Workspace workspace = workspaceOf({{"main.bal", head + "io:println(1);\n}\n"}}, "/project");
    auto snapshot = takeSnapshot(workspace, library);
    const auto change = [&](const char* statement) {
        const Snapshot* before = snapshot.get();
        workspace.texts.begin()->second = head + statement + "\n}\n";
        snapshot = takeSnapshot(workspace, library, std::move(snapshot));
        CHECK(snapshot.get() == before);
        CHECK(difference(describe(*snapshot), describe(*takeSnapshot(workspace, library))) == "");
    };
    change("count += 1;");
    change("isolated function () returns int h = () => 1;\n    io:println(h());");
    change("worker a {\n    }\n    wait a;");
    change("");
}
