import ballerina/test;

@test:Config {}
function greets() {
    counter += 1;
    test:assertEquals(greet("you"), "tested YOU!");
    test:assertEquals(counter, 1);
}
