import ballerina/io;

public function main() {
    decimal a = 0.1;
    decimal b = 0.2d;
    io:println(a + b); // @output 0.3
    io:println(1d / 3d); // @output 0.3333333333333333333333333333333333
    io:println(1.50d * 2d, " ", 10d - 0.5d, " ", -a); // @output 3.00 9.5 -0.1
    io:println(1.0d == 1.00d, 1.0d === 1.00d, 1d < 2d); // @output truefalsetrue
    io:println(<int>2.5d, <decimal>7, <float>1.25d); // @output 271.25
    io:println((2.345d).round(2), " ", (7.9d).floor()); // @output 2.34 7
    io:println(7.5d % 2d); // @output 1.5
}
