import ballerina/io;

public function main() {
    map<int> values = {};
    foreach int i in 0 ..< 1000000 {
        values["key" + i.toString()] = i;
    }
    int sum = 0;
    foreach int i in 0 ..< 1000000 {
        sum += values["key" + i.toString()] ?: 0;
    }
    io:println(sum);
}
