import ballerina/io;

public function main() {
    int a = 17;
    int b = 5;
    io:println(a + b, " ", a - b, " ", a * b, " ", a / b, " ", a % b); // @output 22 12 85 3 2
    io:println(-a / b, " ", -a % b, " ", a % -b); // @output -3 -2 2
    io:println(a & b, " ", a | b, " ", a ^ b, " ", ~a); // @output 1 21 20 -18
    io:println(a << 2, " ", -a >> 1, " ", -1 >>> 60); // @output 68 -9 15
    io:println(0x1F, " ", 0XaB); // @output 31 171
    io:println(9223372036854775807); // @output 9223372036854775807
    io:println(-9223372036854775807 - 1); // @output -9223372036854775808
    io:println(a < b, a <= b, a > b, a >= b, a == b, a != b); // @output falsefalsetruetruefalsetrue
    int? n = a > 100 ? 1 : ();
    io:println(n is (), (n + 1) is ()); // @output truetrue
    byte small = 255;
    io:println(small & 15, " ", small >> 4); // @output 15 15
}
