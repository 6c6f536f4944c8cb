// Functions on booleans.

# Reads `true` or `false`, in any case, or `1` or `0`.
#
# + s - the text
# + return - the boolean, or an error
public isolated function fromString(string s) returns boolean|error = external;

# Tells whether one of them is true.
#
# + bs - the booleans
# + return - true if at least one is
public isolated function some(boolean... bs) returns boolean = external;

# Tells whether all of them are true.
#
# + bs - the booleans
# + return - false if at least one is
public isolated function every(boolean... bs) returns boolean = external;
