import ballerina/io;

public function main() {
    int[] list = [];
    foreach int i in 0 ..< 5000000 {
        list.push(i);
    }
    int sum = 0;
    foreach int round in 0 ..< 5 {
        foreach int i in 0 ..< list.length() {
            sum += list[i];
        }
    }
    io:println(sum);
}
