import ballerina/io;

public function main() {
    float a = 0.1;
    float b = 0.2;
    io:println(a + b); // @output 0.30000000000000004
    io:println(1.0 / 3.0, " ", 1e100, " ", 1.5e-7, " ", 100.0); // @output 0.3333333333333333 1.0E100 1.5E-7 100.0
    io:println(1.0 / 0.0, " ", -1.0 / 0.0, " ", 0.0 / 0.0); // @output Infinity -Infinity NaN
    float nan = 0.0 / 0.0;
    io:println(nan == nan, nan === nan, 0.0 == -0.0); // @output truetruetrue
    io:println(<int>2.5, <int>3.5, <int>-0.4); // @output 240
    io:println(<float>7, (7.9).floor(), (7.1).ceiling(), (2.5).round()); // @output 7.07.08.02.0
    io:println(5.5 % 2.0, " ", float:sqrt(16.0)); // @output 1.5 4.0
    io:println(12345678.0, " ", 1234567.0, " ", 0.001, " ", 0.0001); // @output 1.2345678E7 1234567.0 0.001 1.0E-4
}
