import ballerina/io;

function fib(int n) returns int {
    if n < 2 {
        return n;
    }
    return fib(n - 1) + fib(n - 2);
}

function isEven(int n) returns boolean => n == 0 || isOdd(n - 1);

function isOdd(int n) returns boolean => n != 0 && isEven(n - 1);

public function main() {
    io:println(fib(20)); // @output 6765
    io:println(isEven(10), isOdd(10)); // @output truefalse
}
