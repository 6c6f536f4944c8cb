import ballerina/test;

function add(int a, int b) returns int => a + b;

@test:Config {}
function addsUp() {
    test:assertEquals(add(1, 2), 3);
}

@test:Config {}
function overflows() {
    int|error sum = trap add(int:MAX_VALUE, 1);
    test:assertTrue(sum is error);
}
