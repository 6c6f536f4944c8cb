import ballerina/io;

public function main() {
    io:println(1.0, " ", 0.1, " ", 1e21, " ", 1.5e-7, " ", 100000.0, " ", 1e7, " ", 12345678.9, " ", 123456789012.0);
    // @output 1.0 0.1 1.0E21 1.5E-7 100000.0 1.0E7 1.23456789E7 1.23456789012E11
    float inf = 1.0 / 0.0;
    float nan = 0.0 / 0.0;
    io:println(inf, " ", -inf, " ", nan, " ", -0.0); // @output Infinity -Infinity NaN -0.0
    io:println(0.001, " ", 0.0001, " ", 3.4e38, " ", 4.9e-324); // @output 0.001 1.0E-4 3.4E38 4.9E-324
    decimal d = 1.10;
    io:println(d, " ", 1e3d, " ", 0.000001d, " ", 0.0000001d, " ", 100d, " ", 0.00d);
    // @output 1.10 1E+3 0.000001 1E-7 100 0.00
    decimal third = 1d / 3d;
    io:println(third); // @output 0.3333333333333333333333333333333333
    io:println(2d / 4d, " ", 10d / 3d, " ", 1.20d * 2.0d); // @output 0.5 3.333333333333333333333333333333333 2.400
    io:println(10d % 3d, " ", -7d % 2d, " ", 5.5d % 2d); // @output 1 -1 1.5
    io:println(1.5d + 2.25d); // @output 3.75
    io:println(7 / 2, " ", -7 / 2, " ", -7 % 3, " ", 7 % -3); // @output 3 -3 -1 1
    io:println(7.5 % 2.0, " ", -7.5 % 2.0); // @output 1.5 -1.5
    io:println(1 << 3, " ", -16 >> 2, " ", -1 >>> 60, " ", 5 & 3, " ", 5 | 3, " ", 5 ^ 3, " ", ~5);
    // @output 8 -4 15 1 7 6 -6
    io:println((1.0).toString(), " ", (1d).toString(), " ", [1.0, 2.5d].toString(), " ", [1.0, 2.5d].toBalString());
    // @output 1.0 1 [1.0,2.5] [1.0,2.5d]
    io:println(<int>3.5, " ", <int>4.5, " ", <int>2.5d, " ", <float>3, " ", <decimal>0.1); // @output 4 4 2 3.0 0.1
    io:println(int:fromString("12") is int); // @output true
    io:println(float:fromString("1e3") is float); // @output true
    io:println((255).toHexString(), " ", (5).abs(), " ", int:max(1, 5, 3), " ", float:sqrt(2.0)); // @output ff 5 5 1.4142135623730951
    io:println((3.7).floor(), " ", (3.2).ceiling(), " ", (2.5).round(), " ", (3.5).round(), " ", (1.2345).round(2));
    // @output 3.0 4.0 2.0 4.0 1.23
    io:println((2.5d).round(), " ", (2.345d).round(2), " ", (7.8d).floor(), " ", (7.1d).ceiling()); // @output 2 2.34 7 8
    io:println((12.5).toHexString()); // @output 0x1.9p3
    int:Unsigned8 u = 200;
    byte by = 255;
    io:println(u + by, " ", by >> 1, " ", by & 15); // @output 455 127 15
    io:println(int:MAX_VALUE, " ", int:MIN_VALUE, " ", int:SIGNED32_MAX_VALUE); // @output 9223372036854775807 -9223372036854775808 2147483647
    io:println(float:pow(2.0, 10.0), " ", float:PI, " ", float:exp(0.0)); // @output 1024.0 3.141592653589793 1.0
    io:println(decimal:max(1.5, 2.5), " ", decimal:sum(1.5, 2.50)); // @output 2.5 4.00
    io:println(1.0e0 == 1.0, " ", 1d < 2d, " ", () == ()); // @output true true true
}
