// Functions on decimals.

# Adds up.
#
# + xs - the decimals
# + return - their sum, 0 if there is none
public isolated function sum(decimal... xs) returns decimal = external;

# The greatest.
#
# + x - the first decimal
# + xs - the others
# + return - the greatest of all
public isolated function max(decimal x, decimal... xs) returns decimal = external;

# The smallest.
#
# + x - the first decimal
# + xs - the others
# + return - the smallest of all
public isolated function min(decimal x, decimal... xs) returns decimal = external;

# The mean.
#
# + x - the first decimal
# + xs - the others
# + return - their sum divided by their number
public isolated function avg(decimal x, decimal... xs) returns decimal = external;

# The value without its sign.
#
# + x - the decimal
# + return - `x` or `-x`
public isolated function abs(decimal x) returns decimal = external;

# Rounds, a half to the even neighbour.
#
# + x - the decimal
# + fractionDigits - how many digits stay after the point; negative: zeros before it
# + return - the rounded decimal
public isolated function round(decimal x, int fractionDigits = 0) returns decimal = external;

# Gives a decimal the exponent of another.
#
# + x - the value
# + y - what has the exponent
# + return - `x`, rounded as needed
public isolated function quantize(decimal x, decimal y) returns decimal = external;

# Rounds down.
#
# + x - the decimal
# + return - the greatest whole number that is not greater
public isolated function floor(decimal x) returns decimal = external;

# Rounds up.
#
# + x - the decimal
# + return - the smallest whole number that is not smaller
public isolated function ceiling(decimal x) returns decimal = external;

# Reads a decimal.
#
# + s - the text
# + return - the decimal, or an error
public isolated function fromString(string s) returns decimal|error = external;
