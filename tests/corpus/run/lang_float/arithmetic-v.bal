import ballerina/io;

public function main() {
    // isFinite, isInfinite, isNaN and the constants
    io:println((1.0).isFinite(), float:Infinity.isFinite(), float:NaN.isFinite()); // @output truefalsefalse
    io:println((1.0).isInfinite(), float:Infinity.isInfinite(), (-float:Infinity).isInfinite()); // @output falsetruetrue
    io:println((1.0).isNaN(), float:NaN.isNaN(), float:Infinity.isNaN()); // @output falsetruefalse
    io:println(float:PI, " ", float:E, " ", float:NaN, " ", -float:Infinity); // @output 3.141592653589793 2.718281828459045 NaN -Infinity

    // sum, max, min, avg, abs
    io:println(float:sum(1.5, 2), " ", float:sum(), " ", float:sum(0.1, 0.2)); // @output 3.5 0.0 0.30000000000000004
    io:println(float:max(1.5, 2, -1), " ", float:max(), " ", float:min(1.5, -1), " ", float:min()); // @output 2.0 -Infinity -1.0 Infinity
    io:println(float:max(1, float:NaN), " ", float:min(float:NaN, 1)); // @output NaN NaN
    io:println(float:avg(1, 2), " ", float:avg(2.5), " ", float:avg()); // @output 1.5 2.5 NaN
    io:println(float:abs(-2.5), " ", (2.5).abs(), " ", float:abs(-float:Infinity), " ", float:abs(-0.0)); // @output 2.5 2.5 Infinity 0.0

    // round, floor, ceiling: halves to the even neighbour
    io:println(float:round(2.5), " ", float:round(3.5), " ", float:round(-2.5), " ", float:round(2.4)); // @output 2.0 4.0 -2.0 2.0
    io:println(float:round(3.14159, 2), " ", float:round(55.5565, 3), " ", float:round(1234.5, -2)); // @output 3.14 55.556 1200.0
    io:println(float:round(float:NaN), " ", float:round(float:Infinity), " ", float:round(0.1, 500), " ", float:round(5.0, -500)); // @output NaN Infinity 0.1 0.0
    io:println(float:floor(3.7), " ", float:floor(-3.2), " ", float:ceiling(3.2), " ", float:ceiling(-3.7)); // @output 3.0 -4.0 4.0 -3.0

    // sqrt, cbrt, pow, log, log10, exp
    io:println(float:sqrt(6.25), " ", float:sqrt(-1), " ", float:cbrt(-27.0), " ", float:cbrt(8)); // @output 2.5 NaN -3.0 2.0
    io:println(float:pow(2, 10), " ", float:pow(0, 0), " ", float:pow(-8, 1.0 / 3.0), " ", float:pow(2, -1)); // @output 1024.0 1.0 NaN 0.5
    io:println(float:log(1), " ", float:log(0), " ", float:log(-1), " ", float:log10(1000)); // @output 0.0 -Infinity NaN 3.0
    io:println(float:exp(0), " ", float:exp(-float:Infinity), " ", float:exp(1) == float:E); // @output 1.0 0.0 true

    // Angles are in radians.
    io:println(float:sin(0), " ", float:cos(0), " ", float:tan(0), " ", float:sin(float:PI / 2)); // @output 0.0 1.0 0.0 1.0
    io:println(float:asin(0), " ", float:acos(1), " ", float:atan(0), " ", float:asin(2)); // @output 0.0 0.0 0.0 NaN
    io:println(float:atan2(0, 1), " ", float:atan2(1, 0) == float:PI / 2, " ", float:atan(float:Infinity) == float:PI / 2); // @output 0.0 true true
    io:println(float:sinh(0), " ", float:cosh(0), " ", float:tanh(0), " ", float:tanh(float:Infinity)); // @output 0.0 1.0 0.0 1.0
}
