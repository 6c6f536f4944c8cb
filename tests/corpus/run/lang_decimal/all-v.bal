import ballerina/io;

// sum, max, min, avg, abs, round, quantize, floor, ceiling, fromString
public function main() returns error? {
    io:println(decimal:sum(1.20, 2.3), " ", decimal:sum(), " ", decimal:sum(-1)); // @output 3.50 0 -1
    io:println(decimal:max(1.2, 12, 1.2e1), " ", decimal:min(1.2, -3), " ", decimal:max(7)); // @output 12 -3 7
    io:println(decimal:avg(1, 2), " ", decimal:avg(5), " ", decimal:avg(1.0, 2.0, 2.0)); // @output 1.5 5 1.666666666666666666666666666666667
    io:println(decimal:abs(-2.50), " ", (2.5d).abs(), " ", decimal:abs(-1)); // @output 2.50 2.5 1

    // Halves go to the even neighbour.
    io:println(decimal:round(2.5), " ", decimal:round(3.5), " ", decimal:round(-2.5)); // @output 2 4 -2
    io:println(decimal:round(55.346, 2), " ", decimal:round(1.25, 1), " ", decimal:round(5.5565, fractionDigits = 3)); // @output 55.35 1.2 5.556
    io:println(decimal:round(1234.5, -2), " ", decimal:round(1250, -2)); // @output 1.2E+3 1.2E+3
    io:println(decimal:round(7.1, 3), " ", decimal:round(0.4)); // @output 7.1 0

    io:println(decimal:quantize(4.1626, 3.512), " ", decimal:quantize(4.1624, 3.51)); // @output 4.163 4.16
    io:println(decimal:quantize(2, 0.01), " ", decimal:quantize(2.5, 1)); // @output 2.00 2

    io:println(decimal:floor(3.51), " ", decimal:floor(-3.51), " ", decimal:floor(4)); // @output 3 -4 4
    io:println(decimal:ceiling(3.51), " ", decimal:ceiling(-3.51), " ", decimal:ceiling(4)); // @output 4 -3 4

    io:println(check decimal:fromString("0.2453"), " ", check decimal:fromString("-12.30")); // @output 0.2453 -12.30
    io:println(check decimal:fromString("1e2"), " ", check decimal:fromString("+5"), " ", check decimal:fromString(".5")); // @output 1E+2 5 0.5
    foreach string text in ["", "1.2.3", "0x1", "12d", "NaN", "Infinity", "1 "] {
        decimal|error result = decimal:fromString(text);
        io:println(result is error ? result.message() + ": " + (check result.detail()["message"].ensureType(string)) : "!");
    }
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value '' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value '1.2.3' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value '0x1' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value '12d' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value 'NaN' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value 'Infinity' cannot be converted to 'decimal'
    // @output {ballerina/lang.decimal}NumberParsingError: 'string' value '1 ' cannot be converted to 'decimal'
}
