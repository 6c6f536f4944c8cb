// The syntax corpus: every kind of node and token occurs, trees and diagnostics are those of the goldens, and
// no prefix and no deletion of a token loses a byte or breaks a promise of the tree.
#include "model/diagnostics/diagnostic_code.h"
#include "model/syntax/dump.h"
#include "model/syntax/parser.h"
#include "model/text/line_index.h"
#include "tests/support/files.h"

#include <doctest/doctest.h>

#include <set>

using namespace barre;
using namespace barre::syntax;

namespace {

std::vector<std::filesystem::path> corpusFiles() {
    return test::filesBelow("tests/corpus/syntax", ".bal");
}

/// These, and the programs of the other folders.
std::vector<std::filesystem::path> allFiles() {
    return test::filesBelow("tests/corpus", ".bal");
}

bool isErrorFile(const std::filesystem::path& path) {
    return path.parent_path().filename() == "errors";
}

std::string joinTokens(const SyntaxTree& tree) {
    std::string text;
    for (const Token* token : tree.tokens())
        text += tree.text(token->fullRange());
    return text;
}

std::string printedDiagnostics(const SyntaxTree& tree) {
    std::string printed;
    model::LineIndex lines(tree.text());
    for (const model::Diagnostic& diagnostic : tree.diagnostics())
        printed += model::format(diagnostic, lines) + "\n";
    return printed;
}

/// Whether a child fits the class that its slot names; the names of groups and kinds are unique.
bool fits(const Node* child, std::string_view typeName) {
#define GROUP(Group)                                                                                         \
    if (typeName == #Group)                                                                                  \
        return is<Group>(child);
    GROUP(Node)
    GROUP(ModuleMember)
    GROUP(ObjectMember)
    GROUP(RecordMember)
    GROUP(FunctionBody)
    GROUP(Param)
    GROUP(Arg)
    GROUP(ResourcePathSegment)
    GROUP(ResourceAccessSegment)
    GROUP(TypeDesc)
    GROUP(BindingPattern)
    GROUP(MatchPattern)
    GROUP(Statement)
    GROUP(Expression)
    GROUP(Action)
    GROUP(TemplateItem)
    GROUP(MappingField)
    GROUP(QueryClause)
    GROUP(XmlStepStart)
    GROUP(XmlStepExtend)
#undef GROUP
    return nodeKindName(child->kind()) == typeName;
}

/// What every tree promises; the sentence that is broken, or nothing.
std::string brokenPromise(const Node* node) {
    std::span<const SlotInfo> slots = node->slots();
    for (size_t i = 0; i < slots.size(); ++i) {
        const SlotInfo& slot = slots[i];
        bool isToken = slot.shape == SlotShape::Token || slot.shape == SlotShape::OptionalToken;
        bool isChild = slot.shape == SlotShape::Child || slot.shape == SlotShape::OptionalChild;
        if (slot.shape == SlotShape::Token && !node->tokenSlot(i))
            return "a required token is null";
        if (slot.shape == SlotShape::Child && !node->nodeSlot(i))
            return "a required child is null";
        if (isToken && node->tokenSlot(i) && slot.tokenKind != TokenKind::Invalid &&
            node->tokenSlot(i)->kind() != slot.tokenKind)
            return "slot " + std::string(slot.name) + " holds " +
                   std::string(tokenKindName(node->tokenSlot(i)->kind()));
        if (isChild && node->nodeSlot(i) && !fits(node->nodeSlot(i), slot.typeName))
            return "slot " + std::string(slot.name) + " holds a " +
                   std::string(nodeKindName(node->nodeSlot(i)->kind()));
        if (slot.shape == SlotShape::List || slot.shape == SlotShape::SeparatedList)
            for (const Node* element : node->listSlot(i))
                if (!fits(element, slot.typeName))
                    return "list " + std::string(slot.name) + " holds a " +
                           std::string(nodeKindName(element->kind()));
    }
    for (const Element& element : node->children()) {
        if ((element.node ? element.node->parent() : element.token->parent()) != node)
            return "a child has another parent";
        if (!node->fullRange().contains(element.fullRange()))
            return "a child lies outside";
    }
    return {};
}

std::string brokenPromise(const SyntaxTree& tree) {
    if (joinTokens(tree) != tree.text())
        return "the tokens joined are not the text";
    for (const Node* node : tree.nodes())
        if (std::string broken = brokenPromise(node); !broken.empty())
            return std::string(nodeKindName(node->kind())) + ": " + broken;
    return {};
}

} // namespace

TEST_CASE("syntax corpus: valid files have no diagnostic, error files have those of their golden") {
    for (const auto& path : corpusFiles()) {
        CAPTURE(path);
        SyntaxTreePtr tree = parseModulePart(test::readFile(path));
        CHECK(brokenPromise(*tree) == "");
        if (isErrorFile(path))
            CHECK(
                test::matchesGolden("syntax/" + path.stem().string() + ".errors", printedDiagnostics(*tree)));
        else
            CHECK(printedDiagnostics(*tree) == "");
        CHECK(test::matchesGolden("syntax/" + path.stem().string() + ".tree", dumpTree(tree->root())));
    }
}

TEST_CASE("syntax corpus: every kind of node occurs") {
    std::set<NodeKind> seen;
    for (const auto& path : corpusFiles()) {
        SyntaxTreePtr tree = parseModulePart(test::readFile(path));
        for (const Node* node : tree->nodes())
            seen.insert(node->kind());
    }
    // Those that only parseAs makes.
    for (NodeKind kind : {NodeKind::Fragment, NodeKind::StatementList, NodeKind::MatchPatternList})
        seen.insert(kind);
    for (size_t i = 0; i < nodeKindCount(); ++i) {
        CAPTURE(nodeKindName(NodeKind(i)));
        CHECK(seen.contains(NodeKind(i)));
    }
}

TEST_CASE("syntax corpus: every kind of token occurs") {
    std::set<TokenKind> seen;
    for (const auto& path : corpusFiles()) {
        SyntaxTreePtr tree = parseModulePart(test::readFile(path));
        for (const Token* token : tree->tokens())
            seen.insert(token->kind());
    }
    // Words that the grammar asks for in attach points only, where they stay identifiers, and the lexer's own
    // mark.
    for (TokenKind kind : {TokenKind::ParameterKeyword, TokenKind::FieldKeyword, TokenKind::Invalid})
        seen.insert(kind);
    for (size_t i = 0; i < tokenKindCount(); ++i) {
        CAPTURE(tokenKindName(TokenKind(i)));
        CHECK(seen.contains(TokenKind(i)));
    }
}

TEST_CASE("syntax corpus: every syntax diagnostic occurs") {
    using model::DiagnosticCode;
    // What only parseAs says, what tst_parser provokes, and what would need a file of a gigabyte.
    std::set<DiagnosticCode> seen = {DiagnosticCode::UnexpectedToken, DiagnosticCode::NestedTooDeeply,
                                     DiagnosticCode::FileTooLarge};
    for (const auto& path : corpusFiles()) {
        SyntaxTreePtr tree = parseModulePart(test::readFile(path));
        for (const model::Diagnostic& diagnostic : tree->diagnostics())
            seen.insert(diagnostic.code);
    }
    for (auto code = DiagnosticCode::InvalidCharacter; code <= DiagnosticCode::FileTooLarge;
         code = DiagnosticCode(int(code) + 1)) {
        CAPTURE(model::codeName(code));
        CHECK(seen.contains(code));
    }
}

TEST_CASE("syntax corpus: every prefix is read without loss") {
    for (const auto& path : allFiles()) {
        CAPTURE(path);
        std::string text = test::readFile(path);
        for (size_t length = 0; length <= text.size(); ++length) {
            SyntaxTreePtr tree = parseModulePart(text.substr(0, length));
            std::string broken = length % 256 == 0 ? brokenPromise(*tree) : "";
            REQUIRE_MESSAGE(joinTokens(*tree) == tree->text(), "prefix of length " << length);
            REQUIRE_MESSAGE(broken == "", "prefix of length " << length);
        }
    }
}

TEST_CASE("syntax corpus: without any one token, files are read without loss and with few diagnostics") {
    for (const auto& path : allFiles()) {
        CAPTURE(path);
        std::string text = test::readFile(path);
        SyntaxTreePtr whole = parseModulePart(text);
        for (size_t i = 0; i < whole->tokens().size(); ++i) {
            SourceRange range = whole->tokens()[i]->range();
            std::string shorter = text.substr(0, range.begin) + text.substr(range.end);
            SyntaxTreePtr tree = parseModulePart(shorter);
            std::string broken = i % 64 == 0 ? brokenPromise(*tree) : "";
            REQUIRE_MESSAGE(joinTokens(*tree) == shorter, "without token " << i);
            REQUIRE_MESSAGE(broken == "", "without token " << i);
            if (whole->diagnostics().empty() && whole->tokens()[i]->kind() == TokenKind::Semicolon)
                CHECK_MESSAGE(tree->diagnostics().size() <= 2, "without the semicolon at " << range.begin);
        }
    }
}
