// Functions on functions.

# Calls a function whose type is not known.
#
# + func - the function
# + args - its arguments
# + return - what it returns; panics if the arguments do not fit
public isolated function call(@isolatedParam function func, any|error... args) returns any|error = external;
