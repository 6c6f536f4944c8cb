import ballerina/io;
import ballerina/lang.'boolean;

// fromString, some, every
public function main() returns error? {
    io:println(check boolean:fromString("true"), check boolean:fromString("FALSE")); // @output truefalse
    io:println(check 'boolean:fromString("1"), check boolean:fromString("0")); // @output truefalse
    foreach string text in ["", "yes", " true", "2", "truee"] {
        boolean|error result = boolean:fromString(text);
        if result is error {
            io:println(result.message(), ": ", result.detail()["message"]);
        }
    }
    // @output {ballerina/lang.boolean}BooleanParsingError: 'string' value '' cannot be converted to 'boolean'
    // @output {ballerina/lang.boolean}BooleanParsingError: 'string' value 'yes' cannot be converted to 'boolean'
    // @output {ballerina/lang.boolean}BooleanParsingError: 'string' value ' true' cannot be converted to 'boolean'
    // @output {ballerina/lang.boolean}BooleanParsingError: 'string' value '2' cannot be converted to 'boolean'
    // @output {ballerina/lang.boolean}BooleanParsingError: 'string' value 'truee' cannot be converted to 'boolean'
    io:println(boolean:some(false, true), boolean:some(false), boolean:some()); // @output truefalsefalse
    io:println(boolean:every(true, false), boolean:every(true), boolean:every()); // @output falsetruetrue
    boolean[] all = [true, true];
    io:println(boolean:every(...all), boolean:some(...all)); // @output truetrue
}
