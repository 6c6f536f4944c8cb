import ballerina/io;
import ballerina/lang.array;

// toBase64, fromBase64, toBase16, fromBase16, toStream
public function main() returns error? {
    byte[] bytes = "Many ways".toBytes();
    io:println(bytes.toBase64()); // @output TWFueSB3YXlz
    byte[] none = [];
    io:println("<", none.toBase64(), none.toBase16(), ">"); // @output <>
    byte[] one = [255];
    byte[] two = [255, 0];
    io:println(one.toBase64(), " ", two.toBase64()); // @output /w== /wA=
    io:println(one.toBase16(), two.toBase16()); // @output ffff00
    io:println(check array:fromBase64("/wA="), check array:fromBase64("")); // @output [255,0][]
    io:println(check array:fromBase16("fF00"), check array:fromBase16("")); // @output [255,0][]
    io:println(array:fromBase64("a") is error, array:fromBase64("%%%%") is error); // @output truetrue
    io:println(check array:fromBase64(" / w\nA= "), check array:fromBase16("fF\t 00")); // @output [255,0][255,0]
    io:println(array:fromBase16("abc") is error, array:fromBase16("zz") is error); // @output truetrue

    stream<int> numbers = [1, 2].toStream();
    io:println(numbers.next(), numbers.next(), numbers.next() is ()); // @output {"value":1}{"value":2}true
}
