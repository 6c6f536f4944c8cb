import ballerina/io;

// abs, sum, max, min, avg, range, the limits
public function main() {
    io:println((-5).abs(), int:abs(5), int:abs(0)); // @output 550
    io:println(int:sum(1, 2, 3), int:sum(), int:sum(-1)); // @output 60-1
    io:println(int:max(3, 7, -1), int:max(3), int:min(3, 7, -1), int:min(3)); // @output 73-13
    int[] rest = [4, 9];
    io:println(int:max(5, ...rest), int:min(5, ...rest), int:sum(...rest)); // @output 9413
    io:println(int:avg(1, 2), " ", int:avg(2), " ", int:avg(1, 1, 2)); // @output 1.5 2 1.333333333333333333333333333333333
    decimal average = int:avg(10, 20);
    io:println(average); // @output 15

    foreach int i in int:range(0, 10, 3) {
        io:print(i, " ");
    }
    foreach int i in int:range(5, 0, -2) {
        io:print(i, " ");
    }
    foreach int i in int:range(0, -5, 1) {
        io:print(i, " never");
    }
    foreach int i in int:range(int:MAX_VALUE - 1, int:MAX_VALUE, 5) {
        io:print(i);
    }
    io:println(); // @output 0 3 6 9 5 3 1 9223372036854775806

    io:println(int:MAX_VALUE, int:MIN_VALUE); // @output 9223372036854775807-9223372036854775808
    io:println(int:SIGNED32_MAX_VALUE, int:SIGNED32_MIN_VALUE); // @output 2147483647-2147483648
    io:println(int:SIGNED16_MAX_VALUE, int:SIGNED16_MIN_VALUE); // @output 32767-32768
    io:println(int:SIGNED8_MAX_VALUE, int:SIGNED8_MIN_VALUE); // @output 127-128
    io:println(int:UNSIGNED32_MAX_VALUE, int:UNSIGNED16_MAX_VALUE, int:UNSIGNED8_MAX_VALUE); // @output 429496729565535255
}
