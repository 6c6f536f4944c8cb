#include "model/syntax/documentation.h"
#include "model/syntax/parser.h"

#include <doctest/doctest.h>

using namespace barre::syntax;

TEST_CASE("documentation: description, parameters, return value, deprecation, references") {
    SyntaxTreePtr tree = parseModulePart("# Adds numbers, see function `sum()`.\n"
                                         "#\n"
                                         "# More about type `Number`, not `this`.\n"
                                         "# + a - the first\n"
                                         "# + 'type - the second\n"
                                         "#   on two lines\n"
                                         "# + return - their sum\n"
                                         "# # Deprecated\n"
                                         "# Use `+`.\n"
                                         "function add(int a, int 'type) returns int => a + 'type;\n");
    const Node* function = cast<ModulePart>(tree->root())->members()[0];
    Documentation documentation = documentationOf(function);
    CHECK(documentation.description ==
          "Adds numbers, see function `sum()`.\n\nMore about type `Number`, not `this`.");
    REQUIRE(documentation.params.size() == 2);
    CHECK(documentation.params[0].name == "a");
    CHECK(documentation.params[0].description == "the first");
    CHECK(documentation.params[1].name == "type");
    CHECK(tree->text(documentation.params[1].nameRange) == "'type");
    CHECK(documentation.params[1].description == "the second\non two lines");
    REQUIRE(documentation.returnParam);
    CHECK(documentation.returnParam->description == "their sum");
    REQUIRE(documentation.deprecation);
    CHECK(*documentation.deprecation == "Use `+`.");
    REQUIRE(documentation.references.size() == 2);
    CHECK(documentation.references[0].kind == "function");
    CHECK(documentation.references[0].name == "sum");
    CHECK(documentation.references[1].name == "Number");
    CHECK(tree->text(documentation.references[1].range) == "Number");
}

TEST_CASE("documentation: a declaration without any") {
    SyntaxTreePtr tree = parseModulePart("int a = 1;");
    Documentation documentation = documentationOf(cast<ModulePart>(tree->root())->members()[0]);
    CHECK(documentation.description.empty());
    CHECK(documentation.params.empty());
    CHECK(!documentation.deprecation);
}
