#include "model/syntax/dump.h"
#include "model/syntax/parser.h"
#include "model/syntax/trivia.h"

#include <doctest/doctest.h>

using namespace barre;
using namespace barre::syntax;

namespace {

const Statement* statementOf(const SyntaxTreePtr& tree, size_t index = 0) {
    auto* function = cast<FunctionDefn>(cast<ModulePart>(tree->root())->members()[0]);
    return cast<BlockFunctionBody>(function->functionBody())->statements()[index];
}

SyntaxTreePtr parseStatement(const std::string& text) {
    return parseModulePart("function f() {\n" + text + "\n}\n");
}

NodeKind kindOfStatement(const std::string& text) {
    SyntaxTreePtr tree = parseStatement(text);
    CHECK_MESSAGE(tree->diagnostics().empty(), text);
    return statementOf(tree)->kind();
}

/// The expression with a pair of parentheses around each operator's operands.
std::string grouped(const Node* node) {
    std::vector<Element> children = node->children();
    std::string result;
    for (const Element& element : children) {
        if (!result.empty())
            result += ' ';
        result += element.node ? grouped(element.node) : std::string(element.token->text());
    }
    return children.size() > 1 ? "(" + result + ")" : result;
}

std::string groupedExpression(const std::string& text) {
    ParsedFragment fragment = parseAs(GrammarRule::Expression, text);
    CHECK_MESSAGE(fragment.isValid(), text);
    return grouped(fragment.node());
}

std::string nested(std::string_view open, std::string_view inner, std::string_view close, size_t depth) {
    std::string text;
    for (size_t i = 0; i < depth; ++i)
        text += open;
    text += inner;
    for (size_t i = 0; i < depth; ++i)
        text += close;
    return text;
}

} // namespace

TEST_CASE("parser: a statement is a declaration if a binding pattern follows a type") {
    using enum NodeKind;
    const std::pair<const char*, NodeKind> rows[] = {
        {"a b;", LocalVarDeclStmt},
        {"a = b;", AssignmentStmt},
        {"a[] b = c;", LocalVarDeclStmt},
        {"a[i] = c;", AssignmentStmt},
        {"a[i] b = c;", LocalVarDeclStmt},
        {"a[i][j].k = c;", AssignmentStmt},
        {"a[i] += c;", CompoundAssignmentStmt},
        {"a [b, c] = d;", LocalVarDeclStmt},
        {"[a, b] = c;", DestructuringAssignmentStmt},
        {"[a, b] [c, d] = e;", LocalVarDeclStmt},
        {"int [a] = b;", LocalVarDeclStmt},
        {"{a, b} = c;", DestructuringAssignmentStmt},
        {"a {b} = c;", LocalVarDeclStmt},
        {"record {int b;} {b} = c;", LocalVarDeclStmt},
        {"error(a) = b;", DestructuringAssignmentStmt},
        {"error error(a) = b;", LocalVarDeclStmt},
        {"error a = b;", LocalVarDeclStmt},
        {"_ = a;", DestructuringAssignmentStmt},
        {"int _ = a;", LocalVarDeclStmt},
        {"a|b c = d;", LocalVarDeclStmt},
        {"a & b c = d;", LocalVarDeclStmt},
        {"(a|b)? c = d;", LocalVarDeclStmt},
        {"() a = b;", LocalVarDeclStmt},
        {"map<a> b = c;", LocalVarDeclStmt},
        {"a:b c = d;", LocalVarDeclStmt},
        {"a:b(c);", CallStmt},
        {"int:max(a);", CallStmt},
        {"int:Signed8 a = b;", LocalVarDeclStmt},
        {"a.b.c();", CallStmt},
        {"a->b();", ActionStmt},
        {"a -> b;", ActionStmt},
        {"check a();", CheckingStmt},
        {"start a();", ActionStmt},
        {"function () returns int a = b;", LocalVarDeclStmt},
        {"function a = b;", LocalVarDeclStmt},
        {"service object {} a = b;", LocalVarDeclStmt},
        {"isolated function (int) a = b;", LocalVarDeclStmt},
        {"table<a> key(b) c = d;", LocalVarDeclStmt},
        {"stream<a, b?> c = d;", LocalVarDeclStmt},
        {"1|2 a = 1;", LocalVarDeclStmt},
        {"transaction {\n}", TransactionStmt},
        {"transaction:onCommit(a);", CallStmt},
        {"retry transaction {\n}", RetryTransactionStmt},
        {"from var a in b do {\n};", ActionStmt},
        {"string:Char a = b;", LocalVarDeclStmt},
    };
    for (const auto& [text, kind] : rows) {
        CAPTURE(text);
        CHECK(nodeKindName(kindOfStatement(text)) == nodeKindName(kind));
    }
}

TEST_CASE("parser: operators bind as the specification says") {
    CHECK(groupedExpression("a + b * c - d") == "((a + (b * c)) - d)");
    CHECK(groupedExpression("a || b && c | d ^ e & f == g < h") ==
          "(a || (b && (c | (d ^ (e & (f == (g < h)))))))");
    CHECK(groupedExpression("a ... b + c << 1") == "(a ... ((b + c) << 1))");
    CHECK(groupedExpression("a >> b >>> c") == "((a >> b) >>> c)");
    CHECK(groupedExpression("a ?: b ?: c ? d : e") == "((a ?: (b ?: c)) ? d : e)");
    CHECK(groupedExpression("a ? b : c ? d : e") == "(a ? b : (c ? d : e))");
    CHECK(groupedExpression("a ? b ? c : d : e") == "(a ? (b ? c : d) : e)");
    CHECK(groupedExpression("a ? b:c : d") == "(a ? (b : c) : d)");
    CHECK(groupedExpression("a ? b:c") == "(a ? b : c)");
    CHECK(groupedExpression("-a.b + !c") == "((- (a . b)) + (! c))");
    CHECK(groupedExpression("check a + b") == "((check a) + b)");
    CHECK(groupedExpression("trap a + b") == "(trap (a + b))");
    CHECK(groupedExpression("a is int|string && b") == "((a is (int | string)) && b)");
    CHECK(groupedExpression("a is int? ? b : c") == "((a is (int ?)) ? b : c)");
    CHECK(groupedExpression("a is int ? b : c") == "((a is int) ? b : c)");
    CHECK(groupedExpression("a <-1") == "(a < (- 1))");
    CHECK(groupedExpression("<int>a * b") == "((< int > a) * b)");
    CHECK(groupedExpression("x => x + 1") == "(x (=> (x + 1)))");
    CHECK(groupedExpression("let int a = 1 in a + 1") == "(let ((int a) = 1) in (a + 1))");
}

TEST_CASE("parser: the levels of an array type are counted") {
    const auto isTold = [](size_t levels) {
        return !parseModulePart("type T " + nested("int", "", "[]", levels) + ";")->diagnostics().empty();
    };
    CHECK(!isTold(200));
    CHECK(isTold(20'000));
}

TEST_CASE("parser: nothing nests or chains so deeply that the stack overflows") {
    const std::string texts[] = {
        nested("(", "1", ")", 20'000),
        nested("[", "", "]", 20'000),
        nested("{a: ", "1", "}", 20'000),
        nested("- ", "1", "", 20'000),
        nested("check ", "f()", "", 20'000),
        nested("<int>", "1", "", 20'000),
        nested("a ? ", "b", " : c", 10'000),
        nested("a ?: ", "b", "", 20'000),
        nested("a + ", "b", "", 20'000),
        nested("f(", "b", ")", 20'000),
        nested("string `${", "b", "}`", 10'000),
        nested("x => ", "b", "", 20'000),
        nested("from var a in ", "b", " select c", 10'000),
        nested("function () { ", "", " }", 10'000),
        nested("let int a = ", "1", " in b", 10'000),
        "a" + nested(".b", "", "", 20'000),
        "a" + nested("[b]", "", "", 20'000),
        "a" + nested("()", "", "", 20'000),
        "a" + nested("/<b>", "", "", 20'000),
        "a" + nested(" is T ? b : c", "", "", 20'000),
    };
    for (const std::string& text : texts) {
        SyntaxTreePtr tree = parseModulePart("int a = " + text + ";");
        CHECK(tree->root()->height() < 3000);
        CHECK(dumpTree(tree->root()).size() > 0);
    }
    const std::string types[] = {
        nested("(", "int", ")", 20'000),
        nested("map<", "int", ">", 20'000),
        nested("int|", "int", "", 20'000),
        nested("int&", "int", "", 20'000),
        nested("int", "", "?", 20'000),
        nested("int", "", "[]", 20'000),
        nested("distinct ", "T", "", 20'000),
        nested("record { ", "int a;", "} a; ", 20'000),
        nested("readonly ", "T", "", 20'000),
        nested("function () returns ", "int", "", 20'000),
        nested("isolated ", "function", "", 20'000),
        nested("object { ", "int a;", "} a; ", 20'000),
    };
    for (const std::string& text : types) {
        CHECK(parseModulePart("type T " + text + ";")->root()->height() < 3000);
        CHECK(parseModulePart("function f() { " + text + " a; }")->root()->height() < 3000);
        CHECK(parseModulePart(text + " a;")->root()->height() < 3000);
    }
    const std::string statements[] = {
        nested("{", "", "}", 20'000),
        nested("if a {", "", "}", 10'000),
        nested("if a { } else ", "{ }", "", 10'000),
        nested("match a { ", "_ => { }", "}", 10'000),
        nested("lock {", "", "} on fail { }", 10'000),
        nested("@a {b: ", "1", "}", 10'000) + " int x = 1;",
        nested("[", "a", "]", 10'000) + " = b;",
        nested("fork { worker a {", "", "} }", 10'000),
    };
    for (const std::string& text : statements)
        CHECK(parseModulePart("function f() {" + text + "}")->root()->height() < 3000);
}

TEST_CASE("parser: long files of mistakes are read in linear time") {
    for (const char* piece : {"f(a, ", "[a b ", "{a; ", "x ? ", "if ", "} ", ") ", "a[", "<", "@a ", "# d\n",
                              "`", "${", "readonly ", "function ", "(a) ", "a b = [c d e]; ", "int ? "}) {
        std::string text = "function f() {";
        while (text.size() < 10'000)
            text += piece;
        SyntaxTreePtr tree = parseModulePart(std::move(text));
        CHECK(tree->tokens().back()->fullRange().end == tree->text().size());
    }
}

TEST_CASE("parser: a mistake in one statement leaves its neighbours alone") {
    for (const char* mistake :
         {"int a = ;", "foo(;", "a b c d;", "x = [1, 2;", "if a > { g(); }", "return }", "1 + ;", "else { }",
          "int = 5;", "foreach in x { }", "match { }", "a.;", "@", "map<int a = {};", "%%%"}) {
        CAPTURE(mistake);
        SyntaxTreePtr tree = parseModulePart("function f() {\n    before();\n    " + std::string(mistake) +
                                             "\n    after();\n}\n\nfunction next() {\n}\n");
        CHECK(!tree->diagnostics().empty());
        CHECK(tree->diagnostics().size() <= 4);
        CHECK(cast<CallStmt>(statementOf(tree, 0)));
        auto* next = cast<FunctionDefn>(cast<ModulePart>(tree->root())->members().back());
        REQUIRE(next);
        CHECK(next->name()->text() == "next");
        CHECK(!next->hasErrors());
    }
}

TEST_CASE("parser: a missing token lies behind the token before it") {
    SyntaxTreePtr tree = parseStatement("int a = 1 // comment");
    auto* stmt = cast<LocalVarDeclStmt>(statementOf(tree));
    REQUIRE(stmt);
    CHECK(stmt->semicolon()->isMissing());
    CHECK(stmt->semicolon()->range().begin == stmt->initializer()->range().end);
    CHECK(stmt->text() == "int a = 1");
    CHECK(stmt->hasErrors());
}

TEST_CASE("tree: the full range of a statement is its lines") {
    SyntaxTreePtr tree = parseModulePart("function f() {\n    // above\n    g(); // behind\n    h();\n}\n");
    const Statement* stmt = statementOf(tree);
    CHECK(stmt->text() == "g();");
    CHECK(tree->text(stmt->fullRange()) == "    // above\n    g(); // behind\n");
    std::vector<Trivia> leading = leadingTrivia(stmt->firstToken());
    REQUIRE(leading.size() == 4);
    CHECK(leading[1].kind == TriviaKind::Comment);
}

TEST_CASE("tree: places find tokens and nodes") {
    SyntaxTreePtr tree = parseModulePart("function f() {\n    int count = 1 + two;\n}\n");
    auto at = [&](std::string_view text) { return uint32_t(tree->text().find(text)); };
    CHECK(tree->tokenAt(at("count"))->text() == "count");
    CHECK(is<CaptureBindingPattern>(tree->nodeAt(at("count"))));
    CHECK(is<BinaryExpr>(tree->covering({at("1"), at("two") + 3})));
    CHECK(is<BinaryExpr>(tree->nodeWithRange({at("1"), at("two") + 3})));
    CHECK(!tree->nodeWithRange({at("1"), at("two") + 2}));
    CHECK(is<LocalVarDeclStmt>(enclosing<Statement>(tree->nodeAt(at("two")))));
    CHECK(tree->tokenAt(uint32_t(tree->text().size()))->kind() == TokenKind::EndOfFile);
    const Node* expression = tree->covering({at("1"), at("two") + 3});
    CHECK(expression->parent()->slotOf(expression) == LocalVarDeclStmt::initializerSlot);
    CHECK(tree->root()->contains(expression));
    CHECK(expression->childNodes().size() == 2);
}

TEST_CASE("tree: function-like nodes share their slots") {
    SyntaxTreePtr tree = parseModulePart(
        "public class C {\n    resource function get a/[int b]() returns int {\n    return 1;\n    }\n}\n"
        "type T object {\n    remote function f(int x);\n};\n");
    size_t count = 0;
    for (const Node* node : tree->nodes()) {
        auto* function = cast<FunctionLike>(node);
        if (!function)
            continue;
        ++count;
        CHECK(function->functionKeyword()->text() == "function");
        CHECK(!function->functionSignature()->isMissing());
        CHECK((function->functionBody() != nullptr) == is<ResourceMethodDefn>(function));
        CHECK((function->resourcePath() != nullptr) == is<ResourceMethodDefn>(function));
        CHECK(nameOf(function) == function->name());
    }
    CHECK(count == 2);
    CHECK(hasQualifier(cast<ModulePart>(tree->root())->members()[0], TokenKind::PublicKeyword));
}

TEST_CASE("parseAs: the whole text is one instance of the rule, or not") {
    struct Row {
        GrammarRule rule;
        const char* text;
        bool isValid;
    };
    const Row rows[] = {
        {GrammarRule::Expression, "a + 1", true},
        {GrammarRule::Expression, "a + ", false},
        {GrammarRule::Expression, "", false},
        {GrammarRule::Expression, "a; b", false},
        {GrammarRule::Expression, "a) + (b", false},
        {GrammarRule::Expression, "c->f()", false},
        {GrammarRule::Expression, "check c->f()", false},
        {GrammarRule::Expression, "new ChatService() // comment", true},
        {GrammarRule::ActionOrExpr, "check c->f()", true},
        {GrammarRule::ActionOrExpr, "1 + c->f()", false},
        {GrammarRule::TypeDescriptor, "map<int>[]|error?", true},
        {GrammarRule::TypeDescriptor, "int x", false},
        {GrammarRule::Statement, "a = b;", true},
        {GrammarRule::Statement, "a = b", false},
        {GrammarRule::Statement, "a(); b();", false},
        {GrammarRule::Statements, "a(); b();", true},
        {GrammarRule::Statements, "", true},
        {GrammarRule::Statements, "a(); }", false},
        {GrammarRule::Statements, "} {", false},
        {GrammarRule::FunctionSignature, "(int a, string... b) returns error?", true},
        {GrammarRule::FunctionSignature, "(int a", false},
        {GrammarRule::Param, "int a = 1", true},
        {GrammarRule::ModuleMember, "int a = 1;", true},
        {GrammarRule::ModuleMember, "import ballerina/io;", true},
        {GrammarRule::ClassMember, "private int a = 1;", true},
        {GrammarRule::ClassMember, "remote function f() {}", true},
        {GrammarRule::ClassMember, "type T int;", false},
        {GrammarRule::RecordMember, "int a?;", true},
        {GrammarRule::EnumMember, "A = \"a\"", true},
        {GrammarRule::Identifier, "name", true},
        {GrammarRule::Identifier, "'type", true},
        {GrammarRule::Identifier, "type", false},
        {GrammarRule::Identifier, "a b", false},
        {GrammarRule::Identifier, "a-b", false},
        {GrammarRule::ResourcePath, ".", true},
        {GrammarRule::ResourcePath, "chat/[string room]/[int... rest]", true},
        {GrammarRule::ResourcePath, "/chat", false},
        {GrammarRule::AttachPoint, "/chat/rooms", true},
        {GrammarRule::AttachPoint, "/", true},
        {GrammarRule::AttachPoint, "chat", false},
        {GrammarRule::Lvalue, "a.b[c]", true},
        {GrammarRule::Lvalue, "a + b", false},
        {GrammarRule::Lvalue, "f()", false},
        {GrammarRule::BindingPattern, "[a, {b: c}, ...d]", true},
        {GrammarRule::BindingPattern, "a.b", false},
        {GrammarRule::TypedBindingPattern, "var [a, b]", true},
        {GrammarRule::TypedBindingPattern, "a", false},
        {GrammarRule::MatchPattern, "[1, var a]", true},
        {GrammarRule::MatchPatternList, "1|2|\"x\"", true},
        {GrammarRule::MatchPatternList, "1|", false},
        {GrammarRule::ArgList, "(1, a = 2)", true},
        {GrammarRule::Args, "1, a = 2", true},
        {GrammarRule::Args, "", true},
        {GrammarRule::Args, "1,", false},
        {GrammarRule::Annotation, "@ws:Config {a: 1}", true},
        {GrammarRule::MappingField, "a: 1", true},
        {GrammarRule::MappingField, "a: 1, b: 2", false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.text);
        ParsedFragment fragment = parseAs(row.rule, row.text);
        CHECK(fragment.isValid() == row.isValid);
        CHECK(fragment.node());
    }
}

TEST_CASE("token values: what identifiers and strings mean, and back") {
    CHECK(identifierValue("'type") == "type");
    CHECK(identifierValue("two\\ words") == "two words");
    CHECK(identifierValue("a\\u{62}c") == "abc");
    CHECK(identifierText("type") == "'type");
    CHECK(identifierText("name") == "name");
    CHECK(identifierText("two words") == "'two\\ words");
    CHECK(identifierText("1st") == "'1st");
    CHECK(identifierText("größe") == "größe");
    SyntaxTreePtr tree = parseModulePart("string s = \"a\\n\\\"\\u{1F600}\";");
    for (const Token* token : tree->tokens())
        if (token->kind() == TokenKind::StringLiteral) {
            CHECK(stringLiteralValue(token) == "a\n\"😀");
            CHECK(stringLiteralText(stringLiteralValue(token)) == "\"a\\n\\\"😀\"");
        }
    CHECK(stringLiteralText(std::string_view("\x01\x1F", 2)) == "\"\\u{01}\\u{1F}\"");
}

TEST_CASE("lexer: any bytes are kept") {
    std::string all;
    for (int byte = 0; byte < 256; ++byte)
        all += char(byte);
    for (const std::string& text :
         {all,
          std::string("\xEF\xBB\xBF"
                      "int a;"),
          std::string("a\0b", 3), std::string("\xC3"), std::string("'"), std::string("\\"), std::string("0x"),
          std::string("\"\\"), std::string("//"), std::string("\r\n\r")}) {
        SyntaxTreePtr tree = parseModulePart(text);
        std::string joined;
        for (const Token* token : tree->tokens())
            joined += tree->text(token->fullRange());
        CHECK(joined == text);
    }
}
