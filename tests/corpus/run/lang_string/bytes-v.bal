import ballerina/io;

// toBytes, fromBytes, toCodePointInts, toCodePointInt, fromCodePointInts, fromCodePointInt
public function main() returns error? {
    io:println("aé".toBytes(), "".toBytes(), "😀".toBytes()); // @output [97,195,169][][240,159,152,128]
    io:println(check string:fromBytes([97, 195, 169]), check string:fromBytes([]), string:fromBytes([255]) is error); // @output aétrue
    io:println(string:fromBytes([195]) is error, string:fromBytes([237, 160, 128]) is error); // @output truetrue
    io:println("aé😀".toCodePointInts(), "".toCodePointInts()); // @output [97,233,128512][]
    string:Char ch = "é";
    io:println(ch.toCodePointInt(), " ", string:toCodePointInt("A")); // @output 233 65
    io:println(check string:fromCodePointInts([97, 233, 128512]), check string:fromCodePointInts([])); // @output aé😀
    io:println(check string:fromCodePointInt(97), check string:fromCodePointInt(128512)); // @output a😀
    // Surrogates and numbers beyond Unicode are no code points.
    io:println(string:fromCodePointInt(0xD800) is error, string:fromCodePointInt(0x110000) is error, string:fromCodePointInt(-1) is error); // @output truetruetrue
    io:println(string:fromCodePointInts([97, 0xDFFF]) is error); // @output true
}
