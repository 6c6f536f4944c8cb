import ballerina/io;

public function main() {
    int sum = 0;
    int i = 0;
    while i < 100000000 {
        sum = sum + i;
        i = i + 1;
    }
    io:println(sum);
}
