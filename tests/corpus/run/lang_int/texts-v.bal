import ballerina/io;

// fromString, toHexString, fromHexString
public function main() returns error? {
    io:println(check int:fromString("76"), check int:fromString("-120"), check int:fromString("+7")); // @output 76-1207
    io:println(check int:fromString("0123"), check int:fromString("9223372036854775807")); // @output 1239223372036854775807
    io:println(check int:fromString("-9223372036854775808")); // @output -9223372036854775808
    foreach string text in ["", "1.5", "0x1f", " 1", "9223372036854775808", "12abc", "--1"] {
        int|error result = int:fromString(text);
        io:println(result is error ? result.message() + ": " + (check result.detail()["message"].ensureType(string)) : "!");
    }
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '1.5' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '0x1f' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value ' 1' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '9223372036854775808' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '12abc' cannot be converted to 'int'
    // @output {ballerina/lang.int}NumberParsingError: 'string' value '--1' cannot be converted to 'int'
    io:println(26.toHexString(), " ", int:toHexString(0), " ", int:toHexString(-158)); // @output 1a 0 -9e
    io:println(int:toHexString(int:MAX_VALUE), " ", int:toHexString(int:MIN_VALUE)); // @output 7fffffffffffffff -8000000000000000
    io:println(check int:fromHexString("1A5F"), check int:fromHexString("-2b4a"), check int:fromHexString("+F")); // @output 6751-1108215
    io:println(int:fromHexString("0x1") is error, int:fromHexString("xyz") is error, int:fromHexString("") is error); // @output truetruetrue
}
