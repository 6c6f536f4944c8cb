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

public function main() {
    int[] list = numbers(1000000).sort();
    io:println(list[0], " ", list[500000]);
}
