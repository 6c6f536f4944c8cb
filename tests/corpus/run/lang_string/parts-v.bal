import ballerina/io;

// length, iterator, concat, getCodePoint, substring, join, split by a regular expression
public function main() {
    io:println("".length(), "abc".length(), "héllo".length(), "😀b".length()); // @output 0352
    foreach string:Char ch in "a😀é" {
        io:print(ch, ".");
    }
    var iterator = "é1".iterator();
    io:println(iterator.next(), iterator.next(), iterator.next() is ()); // @output a.😀.é.{"value":"é"}{"value":"1"}true

    io:println("ab".concat("", "cd", "e"), string:concat(), "x".concat()); // @output abcdex
    io:println("A".getCodePoint(0), " ", "a😀".getCodePoint(1), " ", "é".getCodePoint(0)); // @output 65 128512 233
    io:println("hello".substring(1, 3), "hello".substring(2), "hello".substring(5), "hello".substring(0, 0), "a😀b".substring(1, 2)); // @output elllo😀
    io:println(string:'join(", ", "a", "b", ""), "|", " ".'join(), "|", "-".'join("x")); // @output a, b, ||x
    io:println("héllo"[1], "😀b"[0]); // @output é😀
    io:println(re `,`.split("a,b,,c")); // @output ["a","b","","c"]
}
