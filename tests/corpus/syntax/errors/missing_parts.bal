import ballerina/io

function missingSemicolon() {
    int a = 1
    int b = 2;
    io:println(a)
    return
}

function missingParenthesis( {
    f(1, 2;
    g();
}

function missingExpression() {
    int a = ;
    int b = 1 + ;
    if {
        f();
    }
    while a > {
        g();
    }
    [1, , 2].f();
    h(a = );
}

type ;
type A;
const int B = ;
enum C
enum D {A, , B}

function missingBrace() {
    if true {
        f();

function next() {
    g();
}

service on {
    resource function get () {
    }
    remote function
}
