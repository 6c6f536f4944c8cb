// Functions on ints.

import ballerina/lang.'object as lobject;

# Ints of 32 bits.
@builtinSubtype
public type Signed32 int;

# Ints of 16 bits.
@builtinSubtype
public type Signed16 int;

# Ints of 8 bits.
@builtinSubtype
public type Signed8 int;

# Ints of 32 bits without sign.
@builtinSubtype
public type Unsigned32 int;

# Ints of 16 bits without sign.
@builtinSubtype
public type Unsigned16 int;

# Ints of 8 bits without sign, the same as byte.
@builtinSubtype
public type Unsigned8 int;

# The greatest int.
public const int MAX_VALUE = 9223372036854775807;

# The smallest int.
public const int MIN_VALUE = -9223372036854775807 - 1;

# The greatest Signed32.
public const int SIGNED32_MAX_VALUE = 2147483647;

# The smallest Signed32.
public const int SIGNED32_MIN_VALUE = -2147483648;

# The greatest Signed16.
public const int SIGNED16_MAX_VALUE = 32767;

# The smallest Signed16.
public const int SIGNED16_MIN_VALUE = -32768;

# The greatest Signed8.
public const int SIGNED8_MAX_VALUE = 127;

# The smallest Signed8.
public const int SIGNED8_MIN_VALUE = -128;

# The greatest Unsigned32.
public const int UNSIGNED32_MAX_VALUE = 4294967295;

# The greatest Unsigned16.
public const int UNSIGNED16_MAX_VALUE = 65535;

# The greatest Unsigned8.
public const int UNSIGNED8_MAX_VALUE = 255;

# The value without its sign. Panics for the smallest int.
#
# + n - the int
# + return - `n` or `-n`
public isolated function abs(int n) returns int = external;

# Adds up.
#
# + ns - the ints
# + return - their sum, 0 if there is none
public isolated function sum(int... ns) returns int = external;

# The greatest.
#
# + n - the first int
# + ns - the others
# + return - the greatest of all
public isolated function max(int n, int... ns) returns int = external;

# The smallest.
#
# + n - the first int
# + ns - the others
# + return - the smallest of all
public isolated function min(int n, int... ns) returns int = external;

# The mean.
#
# + n - the first int
# + ns - the others
# + return - their sum divided by their number
public isolated function avg(int n, int... ns) returns decimal = external;

# Reads an int.
#
# + s - the text
# + return - the int, or an error
public isolated function fromString(string s) returns int|error = external;

# Writes in hexadecimal.
#
# + n - the int
# + return - lower case digits, after `-` if below 0
public isolated function toHexString(int n) returns string = external;

# Reads hexadecimal.
#
# + s - the text
# + return - the int, or an error
public isolated function fromHexString(string s) returns int|error = external;

# A sequence of ints.
#
# + rangeStart - the first
# + rangeEnd - where it ends, not included
# + step - from one to the next; must not be 0
# + return - an object to iterate over
public isolated function range(int rangeStart, int rangeEnd, int step) returns object {
    *lobject:Iterable;
    public isolated function iterator() returns object {
        public isolated function next() returns record {|
            int value;
        |}?;
    };
} {
    if step == 0 {
        panic error("step cannot be 0");
    }
    return new SteppedRange(rangeStart, rangeEnd, step);
}

class SteppedRange {
    *lobject:Iterable;
    private final int first;
    private final int end;
    private final int step;

    isolated function init(int first, int end, int step) {
        self.first = first;
        self.end = end;
        self.step = step;
    }

    public isolated function iterator() returns object {
        public isolated function next() returns record {|
            int value;
        |}?;
    } {
        return new SteppedRangeIterator(self.first, self.end, self.step);
    }
}

class SteppedRangeIterator {
    private int at;
    private final int end;
    private final int step;
    private boolean isDone = false;

    isolated function init(int first, int end, int step) {
        self.at = first;
        self.end = end;
        self.step = step;
    }

    public isolated function next() returns record {|
        int value;
    |}? {
        if self.isDone || (self.step > 0 ? self.at >= self.end : self.at <= self.end) {
            return ();
        }
        int value = self.at;
        int|error following = trap value + self.step;
        if following is error {
            self.isDone = true;
        } else {
            self.at = following;
        }
        return {value};
    }
}
