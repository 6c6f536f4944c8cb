import ballerina/io;

type Point record {|
    int x;
    int y;
|};

// indexOf, lastIndexOf, slice, reverse
public function main() {
    int[] numbers = [5, 7, 5, 9, 5];
    io:println(numbers.indexOf(5), numbers.indexOf(5, 1), numbers.indexOf(5, 3)); // @output 024
    io:println(numbers.indexOf(8) is (), numbers.indexOf(7, 2) is ()); // @output truetrue
    io:println(numbers.lastIndexOf(5), numbers.lastIndexOf(5, 3), numbers.lastIndexOf(5, 1)); // @output 420
    io:println(numbers.lastIndexOf(8) is (), numbers.lastIndexOf(9, 2) is ()); // @output truetrue

    // Values are compared by ==.
    Point[] points = [{x: 1, y: 2}, {x: 3, y: 4}];
    io:println(points.indexOf({x: 3, y: 4}), points.indexOf({x: 4, y: 3}) is ()); // @output 1true
    float[] floats = [0.0, float:NaN];
    io:println(floats.indexOf(float:NaN), floats.indexOf(-0.0)); // @output 10
    (string|int)[] mixed = ["1", 1];
    io:println(mixed.indexOf(1)); // @output 1

    io:println(numbers.slice(1), numbers.slice(1, 3), numbers.slice(2, 2)); // @output [7,5,9,5][7,5][]
    io:println(numbers.slice(0, 5), numbers.slice(5)); // @output [5,7,5,9,5][]
    int[] part = numbers.slice(0, 2);
    part[0] = 100;
    io:println(numbers[0], part); // @output 5[100,7]

    io:println([1, 2, 3].reverse(), numbers.slice(5).reverse()); // @output [3,2,1][]
    string[] letters = ["a", "b"];
    string[] turned = letters.reverse();
    turned.push("c");
    io:println(letters, turned); // @output ["a","b"]["b","a","c"]
}
