// Functions on streams.

@typeParam
type Type any|error;

@typeParam
type ErrorType error;

@typeParam
type CompletionType error?;

@typeParam
type Type1 any|error;

# Makes an iterator over what the stream gives.
#
# + stm - the stream
# + return - an object whose `next` gives one value after the other
public isolated function iterator(stream<Type, CompletionType> stm) returns object {
    public isolated function next() returns record {|
        Type value;
    |}|CompletionType;
} = external;

# The next value.
#
# + stm - the stream
# + return - a record with the value, or how the stream ended
public isolated function next(stream<Type, CompletionType> stm) returns record {|
        Type value;
    |}|CompletionType = external;

# Gives up a stream.
#
# + stm - the stream
# + return - an error if closing failed
public isolated function close(stream<Type, CompletionType> stm) returns CompletionType? = external;

# Applies a function to every value, when it is asked for.
#
# + stm - the stream
# + func - what to apply
# + return - the stream of results
public isolated function 'map(stream<Type, CompletionType> stm, @isolatedParam function(Type val) returns Type1 func)
        returns stream<Type1, CompletionType> = external;

# Calls a function with every value.
#
# + stm - the stream
# + func - what to call
# + return - how the stream ended
public isolated function forEach(stream<Type, CompletionType> stm, @isolatedParam function(Type val) returns () func)
        returns CompletionType = external;

# Picks the values for which a function says true, when they are asked for.
#
# + stm - the stream
# + func - what decides
# + return - the stream of picked values
public isolated function filter(stream<Type, CompletionType> stm, @isolatedParam function(Type val) returns boolean func)
        returns stream<Type, CompletionType> = external;

# Combines the values.
#
# + stm - the stream
# + func - takes what has been combined so far and the next value
# + initial - what to begin with
# + return - what the last call gave, or the error with which the stream ended
public isolated function reduce(stream<Type, ErrorType?> stm, @isolatedParam function(Type1 accum, Type val) returns Type1 func,
        Type1 initial) returns Type1|ErrorType = external;
