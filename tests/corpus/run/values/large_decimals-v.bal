import ballerina/io;

const decimal LARGE = 1E6143d;

public function main() {
    io:println(1E6144d); // @output 1.000000000000000000000000000000000E+6144
    io:println(1E-6143d * 1E6143d, " ", 1E-6143d * LARGE, " ", 1E-6143d * -1E6143d); // @output 1 1 -1
    io:println(5E6144d / 2E6144d, " ", 1E6144d - 1E6144d); // @output 2.5 0
    io:println(1E6000d * 1E144d); // @output 1.000000000000000000000000000000000E+6144
    io:println(1.50E6144d * 1d); // @output 1.500000000000000000000000000000000E+6144
    io:println(1.50E6110d * 1.0E-6110d, " ", 1.50d * 2d); // @output 1.500 3.00
    decimal large = 1E6143d;
    io:println(1E-6143d * large); // @output 1.00000000000000000000000000000000
}
