import ballerina/io;

function converted(float f) returns decimal => <decimal>f;

public function main() {
    io:println(<decimal>1.0f, " ", <decimal>-20.0f, " ", <decimal>0.0f); // @output 1 -20 0
    io:println(converted(1), " ", converted(1.50), " ", converted(-0.0)); // @output 1 1.5 0
    io:println(converted(100000.0), " ", converted(1e5), " ", converted(1e21)); // @output 100000 100000 1000000000000000000000
    io:println(converted(9007199254740993.0), " ", converted(-4e33)); // @output 9007199254740992 -4000000000000000000000000000000000
    io:println(converted(4e34), " ", converted(1e300), " ", converted(2.5e-320)); // @output 4E+34 1E+300 2.5E-320
    io:println(converted(3) === 3d, converted(3) === 3.0d); // @output truefalse
    int|float either = 2.0;
    io:println(<decimal>either, " ", <decimal>7); // @output 2 7
}
