# An error of this module.
public type Error distinct error;

# A calculation cannot be done.
public type ArithmeticError distinct Error;

# A random number of type float.
#
# + return - at least 0.0 and less than 1.0
public isolated function createDecimal() returns float = external;

isolated function nextInteger(int startRange, int endRange) returns int = external;

# A random integer out of a range.
#
# + startRange - the least number
# + endRange - the number after the greatest
# + return - the number, or an error when the range is empty
public isolated function createIntInRange(int startRange, int endRange) returns int|Error {
    if startRange >= endRange {
        return error Error("End range value must be greater than the start range value");
    }
    return nextInteger(startRange, endRange);
}
