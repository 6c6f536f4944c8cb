import ballerina/jballerina.java;

function nothing() {
}

isolated function square(int n) returns int => n * n;

function native(handle value) returns handle = @java:Method {'class: "java.lang.Object"} external;

transactional isolated function both() returns @tainted int {
    return 1;
};

function everyParameter(@note int required, string other = "x", *Options options, int... rest) returns [int, string] {
    return [required, other];
}

function inferredType(typedesc<anydata> target = <>) returns target|error = external;

function unnamed(int, string...) {
}

type Options record {|
    boolean verbose = false;
|};

function anonymous() {
    function (int, int) returns int add = function (int a, int b) returns int {
        return a + b;
    };
    var subtract = isolated function (int a, int b) returns int => a - b;
    function () returns int one = () => 1;
    function (int) returns int twice = n => n + n;
    function (int, int) returns int product = (a, b) => a * b;
    var noted = @note function () {
    };
    function anything = add;
    isolated function anythingIsolated = subtract;
    transactional function () inTransaction = transactional function () {
    };
}
