# The error of an assertion that does not hold.
public type TestError distinct error;

# Panics unless a condition is true.
#
# + condition - what has to be true
# + msg - says what is wrong otherwise
public isolated function assertTrue(boolean condition, string msg = "Assertion Failed!") {
    if !condition {
        panic error TestError(msg);
    }
}

# Panics unless a condition is false.
#
# + condition - what has to be false
# + msg - says what is wrong otherwise
public isolated function assertFalse(boolean condition, string msg = "Assertion Failed!") {
    if condition {
        panic error TestError(msg);
    }
}

# Panics unless two values are equal.
#
# + actual - what the tested code gave
# + expected - what it should have given
# + msg - says what is wrong otherwise
public isolated function assertEquals(any|error actual, anydata expected, string msg = "Assertion Failed!") {
    if !equals(actual, expected) {
        panic error TestError(inequality(actual, expected, msg));
    }
}

# Panics if two values are equal.
#
# + actual - what the tested code gave
# + expected - what it should not have given
# + msg - says what is wrong otherwise
public isolated function assertNotEquals(any actual, anydata expected, string msg = "Assertion Failed!") {
    if equals(actual, expected) {
        panic error TestError(equality(expected, msg));
    }
}

# Panics unless two values are the same: identical objects and structures, equal simple values.
#
# + actual - what the tested code gave
# + expected - what it should have given
# + msg - says what is wrong otherwise
public isolated function assertExactEquals(any|error actual, any|error expected, string msg = "Assertion Failed!") {
    if actual !== expected {
        panic error TestError(inequality(actual, expected, msg));
    }
}

# Panics if two values are the same.
#
# + actual - what the tested code gave
# + expected - what it should not have given
# + msg - says what is wrong otherwise
public isolated function assertNotExactEquals(any|error actual, any|error expected, string msg = "Assertion Failed!") {
    if actual === expected {
        panic error TestError(equality(expected, msg));
    }
}

# Panics always.
#
# + msg - says why
# + return - never returns
public isolated function assertFail(string msg = "Test Failed!") returns never {
    panic error TestError(msg);
}
