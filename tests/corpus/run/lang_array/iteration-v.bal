import ballerina/io;

// length, iterator, enumerate, map, forEach, filter, reduce, some, every
public function main() {
    int[] numbers = [3, 1, 2];
    int[] none = [];
    io:println(numbers.length(), " ", none.length()); // @output 3 0

    var iterator = numbers.iterator();
    io:println(iterator.next()); // @output {"value":3}
    io:println(iterator.next(), iterator.next(), iterator.next() is ()); // @output {"value":1}{"value":2}true

    foreach [int, int] [index, value] in numbers.enumerate() {
        io:print(index, "=", value, ";");
    }
    io:println(none.enumerate()); // @output 0=3;1=1;2=2;[]

    string[] texts = numbers.map(n => "n" + n.toString());
    io:println(texts, none.map(n => n * 2)); // @output ["n3","n1","n2"][]
    (int|string)[] mixed = numbers.map(n => n > 1 ? n : "small");
    io:println(mixed); // @output [3,"small",2]

    int total = 0;
    numbers.forEach(function(int n) {
        total += n;
    });
    io:println(total); // @output 6

    io:println(numbers.filter(n => n > 1), none.filter(n => true)); // @output [3,2][]
    io:println(numbers.reduce(function(int sum, int n) returns int => sum * 10 + n, 0)); // @output 312
    io:println(none.reduce(function(int sum, int n) returns int => sum + n, 7)); // @output 7
    io:println(numbers.reduce(function(string text, int n) returns string => text + n.toString(), "")); // @output 312

    io:println(numbers.some(n => n == 2), numbers.some(n => n > 3), none.some(n => true)); // @output truefalsefalse
    io:println(numbers.every(n => n > 0), numbers.every(n => n > 1), none.every(n => false)); // @output truefalsetrue

    [int, string, boolean] tuple = [1, "a", true];
    io:println(tuple.length(), tuple.map(member => member.toString())); // @output 3["1","a","true"]
}
