import ballerina/io;

// push, pop, shift, unshift, remove, removeAll, setLength
public function main() {
    int[] numbers = [1];
    numbers.push(2);
    numbers.push(3, 4);
    numbers.push();
    numbers.push(...[5, 6]);
    io:println(numbers); // @output [1,2,3,4,5,6]
    io:println(numbers.pop(), numbers.shift(), numbers); // @output 61[2,3,4,5]
    numbers.unshift(0);
    numbers.unshift(-2, -1);
    numbers.unshift();
    io:println(numbers); // @output [-2,-1,0,2,3,4,5]
    io:println(numbers.remove(1), numbers.remove(5), numbers); // @output -15[-2,0,2,3,4]

    numbers.setLength(2);
    io:println(numbers); // @output [-2,0]
    numbers.setLength(4);
    io:println(numbers); // @output [-2,0,0,0]
    string[] texts = ["x"];
    texts.setLength(3);
    io:println(texts); // @output ["x","",""]
    int?[] optional = [];
    optional.setLength(2);
    io:println(optional.length(), optional[1] is ()); // @output 2true
    numbers.removeAll();
    io:println(numbers, numbers.length()); // @output []0

    // Lists that are shared are the same list.
    int[] shared = numbers;
    shared.push(9);
    io:println(numbers); // @output [9]

    [int, string...] tuple = [1, "a"];
    tuple.push("b");
    io:println(tuple); // @output [1,"a","b"]
    io:println(tuple.pop(), tuple); // @output b[1,"a"]
}
