import ballerina/test;

type Point record {|
    int x;
    record {|string name; int size;|} inner;
|};

class Thing {
    int id = 1;
}

class Other {
    int id = 1;
}

@test:Config {}
function passes() returns error? {
    test:assertEquals(check half(4), 2);
}

@test:Config {}
function differs() {
    test:assertEquals(half(4), 3, "half of four");
}

@test:Config {}
function errorInsteadOfValue() {
    test:assertEquals(half(3), 1);
}

@test:Config {}
function returnsError() returns error? {
    _ = check half(5);
}

@test:Config {}
function panics() {
    explode();
}

@test:Config {}
function types() {
    test:assertEquals(1, "1");
}

@test:Config {}
function strings() {
    test:assertEquals("one\ntwo\nthree", "one\n2\nthree");
}

@test:Config {}
function longStrings() {
    string long = "Barre draws services, lets you build and change them graphically, and runs them live.";
    test:assertEquals(long, long + " Really.");
}

@test:Config {}
function mappings() {
    Point actual = {x: 1, inner: {name: "a", size: 2}};
    Point expected = {x: 2, inner: {name: "b", size: 2}};
    test:assertEquals(actual, expected);
}

@test:Config {}
function keys() {
    map<json> actual = {a: 1, b: {c: true}};
    map<json> expected = {a: "1", d: {c: true}};
    test:assertEquals(actual, expected);
}

@test:Config {}
function tuples() {
    [int, string] actual = [1, "a"];
    [string, string] expected = ["1", "a"];
    test:assertEquals(actual, expected);
}

@test:Config {}
function notEquals() {
    test:assertNotEquals([1, 2], [1, 2], "lists");
}

@test:Config {}
function notTrue() {
    test:assertTrue(1 > 2);
}

@test:Config {}
function notFalse() {
    test:assertFalse(1 < 2, "less");
}

@test:Config {}
function notExact() {
    test:assertExactEquals(new Thing(), new Other());
}

@test:Config {}
function exact() {
    Thing thing = new;
    test:assertNotExactEquals(thing, thing);
}

@test:Config {}
function fails() {
    test:assertFail();
}
