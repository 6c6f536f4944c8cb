// Functions on floats.

# The circumference of a circle whose diameter is 1.
public const float PI = 3.141592653589793;

# The base of the natural logarithm.
public const float E = 2.718281828459045;

# Not a number.
public const float NaN = 0.0/0.0;

# Greater than every number.
public const float Infinity = 1.0/0.0;

# Tells whether it is a number.
#
# + x - the float
# + return - false for NaN and the infinities
public isolated function isFinite(float x) returns boolean = external;

# Tells whether it is infinite.
#
# + x - the float
# + return - true for both infinities
public isolated function isInfinite(float x) returns boolean = external;

# Tells whether it is NaN.
#
# + x - the float
# + return - true for NaN
public isolated function isNaN(float x) returns boolean = external;

# Adds up.
#
# + xs - the floats
# + return - their sum, 0 if there is none
public isolated function sum(float... xs) returns float = external;

# The greatest.
#
# + xs - the floats
# + return - the greatest; minus infinity if there is none, NaN if one is NaN
public isolated function max(float... xs) returns float = external;

# The smallest.
#
# + xs - the floats
# + return - the smallest; infinity if there is none, NaN if one is NaN
public isolated function min(float... xs) returns float = external;

# The mean.
#
# + xs - the floats
# + return - their sum divided by their number, NaN if there is none
public isolated function avg(float... xs) returns float = external;

# The value without its sign.
#
# + x - the float
# + return - `x` or `-x`
public isolated function abs(float x) returns float = external;

# Rounds, a half to the even neighbour.
#
# + x - the float
# + fractionDigits - how many digits stay after the point; negative: zeros before it
# + return - the rounded float
public isolated function round(float x, int fractionDigits = 0) returns float = external;

# Rounds down.
#
# + x - the float
# + return - the greatest whole number that is not greater
public isolated function floor(float x) returns float = external;

# Rounds up.
#
# + x - the float
# + return - the smallest whole number that is not smaller
public isolated function ceiling(float x) returns float = external;

# The square root.
#
# + x - the float
# + return - it, NaN for what is below 0
public isolated function sqrt(float x) returns float = external;

# The cube root.
#
# + x - the float
# + return - it
public isolated function cbrt(float x) returns float = external;

# A power.
#
# + x - the base
# + y - the exponent
# + return - `x` to the power of `y`
public isolated function pow(float x, float y) returns float = external;

# The natural logarithm.
#
# + x - the float
# + return - the result
public isolated function log(float x) returns float = external;

# The logarithm to the base 10.
#
# + x - the float
# + return - the result
public isolated function log10(float x) returns float = external;

# A power of E.
#
# + x - the float
# + return - the result
public isolated function exp(float x) returns float = external;

# The sine.
#
# + x - the float
# + return - the result
public isolated function sin(float x) returns float = external;

# The cosine.
#
# + x - the float
# + return - the result
public isolated function cos(float x) returns float = external;

# The tangent.
#
# + x - the float
# + return - the result
public isolated function tan(float x) returns float = external;

# The angle of a cosine.
#
# + x - the float
# + return - the result, angles in radians
public isolated function acos(float x) returns float = external;

# The angle of a tangent.
#
# + x - the float
# + return - the result, angles in radians
public isolated function atan(float x) returns float = external;

# The angle of a sine.
#
# + x - the float
# + return - the result, angles in radians
public isolated function asin(float x) returns float = external;

# The angle of a point.
#
# + y - its ordinate
# + x - its abscissa
# + return - the angle in radians
public isolated function atan2(float y, float x) returns float = external;

# The hyperbolic sine.
#
# + x - the float
# + return - the result
public isolated function sinh(float x) returns float = external;

# The hyperbolic cosine.
#
# + x - the float
# + return - the result
public isolated function cosh(float x) returns float = external;

# The hyperbolic tangent.
#
# + x - the float
# + return - the result
public isolated function tanh(float x) returns float = external;

# Reads a float.
#
# + s - the text
# + return - the float, or an error
public isolated function fromString(string s) returns float|error = external;

# Writes a float exactly, in hexadecimal.
#
# + x - the float
# + return - as `0x1.8p1`, `NaN`, `Infinity`
public isolated function toHexString(float x) returns string = external;

# Reads what toHexString writes.
#
# + s - the text
# + return - the float, or an error
public isolated function fromHexString(string s) returns float|error = external;

# The bits of a float.
#
# + x - the float
# + return - its IEEE 754 form
public isolated function toBitsInt(float x) returns int = external;

# The float of these bits.
#
# + x - the IEEE 754 form
# + return - the float
public isolated function fromBitsInt(int x) returns float = external;

# Writes without an exponent.
#
# + x - the float
# + fractionDigits - digits after the point; nil: as many as needed
# + return - the text
public isolated function toFixedString(float x, int? fractionDigits) returns string = external;

# Writes with an exponent.
#
# + x - the float
# + fractionDigits - digits after the point; nil: as many as needed
# + return - the text
public isolated function toExpString(float x, int? fractionDigits) returns string = external;
