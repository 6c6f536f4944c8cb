import ballerina/io;

public function main() returns error? {
    // fromString
    io:println(check float:fromString("0.2453"), " ", check float:fromString("-12"), " ", check float:fromString("1e3")); // @output 0.2453 -12.0 1000.0
    io:println(check float:fromString("NaN"), " ", check float:fromString("Infinity"), " ", check float:fromString("-Infinity")); // @output NaN Infinity -Infinity
    io:println(check float:fromString("+1.5"), " ", check float:fromString(".5"), " ", check float:fromString("1e999")); // @output 1.5 0.5 Infinity
    foreach string text in ["", "1.2.3", "12f", " 1", "abc"] {
        float|error result = float:fromString(text);
        io:println(result is error ? result.message() + ": " + (check result.detail()["message"].ensureType(string)) : "!");
    }
    // @output {ballerina/lang.float}NumberParsingError: 'string' value '' cannot be converted to 'float'
    // @output {ballerina/lang.float}NumberParsingError: 'string' value '1.2.3' cannot be converted to 'float'
    // @output {ballerina/lang.float}NumberParsingError: 'string' value '12f' cannot be converted to 'float'
    // @output {ballerina/lang.float}NumberParsingError: 'string' value ' 1' cannot be converted to 'float'
    // @output {ballerina/lang.float}NumberParsingError: 'string' value 'abc' cannot be converted to 'float'

    // toHexString, fromHexString
    io:println(float:toHexString(1.0), " ", (-2.5).toHexString(), " ", float:toHexString(0.1)); // @output 0x1.0p0 -0x1.4p1 0x1.999999999999ap-4
    io:println(float:toHexString(float:NaN), " ", float:toHexString(-float:Infinity), " ", float:toHexString(0)); // @output NaN -Infinity 0x0.0p0
    io:println(check float:fromHexString("0x1.0a3d70a3d70a4p4"), " ", check float:fromHexString("-0x1p-2"), " ", check float:fromHexString("0xAp1")); // @output 16.64 -0.25 20.0
    io:println(check float:fromHexString("NaN"), " ", check float:fromHexString("Infinity")); // @output NaN Infinity
    io:println(float:fromHexString("xyz") is error, float:fromHexString("") is error); // @output truetrue

    // toBitsInt, fromBitsInt
    io:println(float:toBitsInt(1.0), " ", float:toBitsInt(-0.0), " ", float:fromBitsInt(4614256650576692846)); // @output 4607182418800017408 -9223372036854775808 3.14159
    io:println(float:fromBitsInt(4607182418800017408), " ", float:fromBitsInt(9221120237041090560).isNaN()); // @output 1.0 true

    // toFixedString, toExpString
    io:println((12.456).toFixedString(2), " ", (12.0).toFixedString(3), " ", (-0.5).toFixedString(0), " ", (5.0).toFixedString(())); // @output 12.46 12.000 -0 5.0
    io:println((1234567.0).toFixedString(1), " ", float:NaN.toFixedString(2), " ", float:Infinity.toFixedString(1)); // @output 1234567.0 NaN Infinity
    io:println((12.456).toExpString(2), " ", (12.0).toExpString(3), " ", (0.00123).toExpString(1), " ", (12.456).toExpString(())); // @output 1.25e+1 1.200e+1 1.2e-3 1.2456e+1
    io:println(float:NaN.toExpString(2), " ", (-float:Infinity).toExpString(()), " ", (0.0).toExpString(1)); // @output NaN -Infinity 0.0e+0
}
