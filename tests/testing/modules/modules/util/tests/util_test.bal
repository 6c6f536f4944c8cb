import ballerina/test;

@test:Config {}
function privateSymbols() {
    test:assertEquals(mark(), "!");
}
