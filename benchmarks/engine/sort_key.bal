import ballerina/io;

function numbers(int count) returns int[] {
    int[] list = [];
    int x = 42;
    foreach int i in 0 ..< count {
        x = (x * 1103515245 + 12345) % 2147483648;
        list.push(x);
    }
    return list;
}

isolated function key(int x) returns int {
    return x % 1000003;
}

public function main() {
    int[] list = numbers(1000000).sort("descending", key);
    io:println(key(list[0]), " ", key(list[500000]));
}
