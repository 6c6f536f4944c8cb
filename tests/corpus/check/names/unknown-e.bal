import ballerina/io;
import ballerina/time; // @error UnusedImport
import ballerina/nowhere; // @error UnknownModule

@Missing // @error UnknownAnnotation
function annotated() {
}

function f(int a) {
    int b = a + missing; // @error UnknownName
    io:printnl(b); // @error UnknownMemberOfModule
    log:printInfo("x"); // @error UnknownPrefix
    Missing x = 1; // @error UnknownName
    io:println(x);
}

function f() { // @error Redeclared
}

function g(int a) {
    int a = 1; // @error Redeclared
    if a > 0 {
        int b = 1;
        string b = ""; // @error Redeclared
        io:println(b);
    }
}

const A = B; // @error CyclicDefinition
const B = A;
