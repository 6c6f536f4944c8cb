import ballerina/io;

function f(int? x, int? y, decimal d) {
    if 65536 * 65536 * 65536 * 65536 == 0 { // @error ConstantFails
        io:println("overflow");
    }
    int later = 9223372036854775807 + 1;
    decimal d1 = 9e6144d + 1e6144d; // @error ConstantFails
    decimal d2 = <decimal>(1.0 / 0.0); // @error ConstantFails
    decimal d3 = 1d / 0d; // @error ConstantFails
    if 1 >= 2 {
        io:println("never"); // @error UnreachableCode
    }
    if d == 1d {
        if d + 1d < 1d {
            io:println("never"); // @error UnreachableCode
        }
    }
    if x == () {
        match y {
            x => { // @error NotConstant
                io:println("not a constant");
            }
        }
    }
    io:println(later, d1, d2, d3);
}

function at(function () returns int f, int|boolean b) returns int {
    return f(
    ) +
        1 + // @error OperatorNotDefinedForTwo
        b;
}

type Loop Loop[];

function order(Loop a, Loop b) returns boolean => a < b; // @error NotComparable
