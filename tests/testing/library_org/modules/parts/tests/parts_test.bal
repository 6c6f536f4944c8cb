import ballerina/test;

@test:Config
function joins() {
    test:assertEquals(joined(["x", "y"]), "x-y");
}
