// What an arrow function makes, where only its result says what type that is.
import ballerina/io;

type Point record {|
    int x;
    int y;
|};

public function main() {
    map<string> words = {a: "ant", b: "bear"};
    map<string> capitals = words.map(word => [word, word.toUpperAscii()]).map(pair => pair[1] + pair[0]);
    io:println(capitals); // @output {"a":"ANTant","b":"BEARbear"}

    int[] numbers = [1, 2, 3];
    string[] texts = numbers.map(n => {n, text: n.toString()}).filter(r => r.n > 1).map(r => r.text + "!");
    io:println(texts); // @output ["2!","3!"]
    Point[] points = numbers.map(n => {x: n, y: n * n});
    io:println(points[2].y); // @output 9
    json[] data = numbers.map(n => {n});
    io:println(data); // @output [{"n":1},{"n":2},{"n":3}]

    stream<[int, string]> pairs = numbers.toStream().map(n => [n, "s"]);
    string[] joined = from [int, string] [n, s] in pairs
        select s + n.toString();
    io:println(joined); // @output ["s1","s2","s3"]

    // The result is of the type of the first value, where there is one.
    map<int> counts = words.reduce(function(map<int> so, string word) returns map<int> {
        so[word] = word.length();
        return so;
    }, {});
    io:println(counts); // @output {"ant":3,"bear":4}
}
