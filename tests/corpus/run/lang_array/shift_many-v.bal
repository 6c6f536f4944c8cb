// A list is a queue: taking out its first member, or putting one before it, does not move the others.
import ballerina/io;

public function main() {
    int[] queue = [];
    foreach int i in 0 ..< 300000 {
        queue.push(i);
    }
    int sum = 0;
    foreach int i in 0 ..< 300000 {
        sum += queue.shift();
        queue.push(i * 2);
    }
    io:println(sum, " ", queue.length(), " ", queue[0], " ", queue[299999]); // @output 44999850000 300000 0 599998
    string[] texts = [];
    foreach int i in 0 ..< 200000 {
        texts.unshift(i.toString());
    }
    io:println(texts[0], " ", texts[199999]); // @output 199999 0
    texts.unshift("a", "b");
    io:println(texts.shift(), texts.shift(), texts.pop(), texts.remove(1), texts.length()); // @output ab0199998199998
    byte[] bytes = [1, 2, 3, 4];
    bytes.unshift(9, 8);
    _ = bytes.shift();
    bytes.push(7);
    io:println(bytes, bytes.indexOf(7), bytes.slice(1, 3), bytes.reverse()); // @output [8,1,2,3,4,7]5[1,2][7,4,3,2,1,8]
    bytes.setLength(2);
    bytes.setLength(4);
    io:println(bytes, bytes == [8, 1, 0, 0], bytes.clone()); // @output [8,1,0,0]true[8,1,0,0]
    float[] floats = [1.5, 2.5];
    while floats.length() > 0 {
        _ = floats.shift();
    }
    floats.push(0.5);
    floats.unshift(0.25);
    io:println(floats.sort("descending")); // @output [0.5,0.25]
}
