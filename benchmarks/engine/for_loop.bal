import ballerina/io;

public function main() {
    int sum = 0;
    foreach int i in 0 ..< 100000000 {
        sum += i;
    }
    io:println(sum);
}
