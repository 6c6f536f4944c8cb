import ballerina/random;
import ballerina/test;

@test:Mock {functionName: "add"}
test:MockFunction addMock = new;

@test:Mock {functionName: "describe"}
test:MockFunction describeMock = new ();

@test:Mock {moduleName: "ballerina/random", functionName: "createIntInRange"}
test:MockFunction diceMock = new;

function multiply(int a, int b = 1) returns int => a * b;

function wrongResult(int a, int b) returns string => "";

@test:Config {}
function functions() returns error? {
    test:when(addMock).thenReturn(100);
    test:assertEquals(double(4), 100);
    test:when(addMock).withArguments(5, 5).thenReturn(55);
    test:assertEquals(double(5), 55);
    test:assertEquals(double(6), 100);
    test:when(addMock).callOriginal();
    test:assertEquals(double(6), 12);
    test:assertEquals(add(1), 11);
    test:when(addMock).call("multiply");
    test:assertEquals(double(7), 49);
    test:when(diceMock).thenReturn(6);
    test:assertEquals(check dice(), 6);
    test:when(diceMock).thenReturn(error random:Error("no dice"));
    test:assertTrue(dice() is error);
    test:when(describeMock).withArguments("a", "b").thenReturn("two");
    test:when(describeMock).callOriginal();
    test:assertEquals(describe("a", "b"), "two");
    test:assertEquals(describe("a", "b", "c"), "a2");
}

@test:Config {dependsOn: [functions]}
function unknownCall() {
    test:when(addMock).call("nowhere");
    _ = double(1);
}

@test:Config {dependsOn: [functions]}
function wrongType() {
    test:when(addMock).thenReturn("text");
    _ = double(1);
}

@test:Config {dependsOn: [functions]}
function wrongCall() {
    test:when(addMock).call("wrongResult");
    _ = double(1);
}

@test:Config {}
function objects() returns error? {
    Store mockStore = test:mock(Store);
    store = mockStore;
    test:prepare(mockStore).when("get").thenReturn("general");
    test:prepare(mockStore).when("get").withArguments("k").thenReturn("special");
    test:assertEquals(check look("k"), "special");
    test:assertEquals(check look("other"), "general");
    test:prepare(mockStore).when("size").thenReturnSequence(1, 2);
    test:assertEquals(mockStore.size() + mockStore.size() * 10, 21);
    test:prepare(mockStore).when("drop").doNothing();
    mockStore.drop("k");
    test:prepare(mockStore).getMember("name").thenReturn("mock");
    test:assertEquals(mockStore.name, "mock");
}

@test:Config {}
function unknownMethod() {
    Store mockStore = test:mock(Store);
    test:prepare(mockStore).when("put").doNothing();
}

@test:Config {}
function nothingSaid() {
    Store mockStore = test:mock(Store);
    _ = mockStore.size();
}

public client class Double {
    remote function get(string key) returns string|error => "double " + key;
}

@test:Config {}
function doubles() returns error? {
    store = test:mock(Store, new Double());
    test:assertEquals(check look("k"), "double k");
}
