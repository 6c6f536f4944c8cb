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
} {
    return new StreamIterator(stm);
}

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
        returns stream<Type1, CompletionType> {
    return newStream(new MappedStream(stm, func), func);
}

# Calls a function with every value.
#
# + stm - the stream
# + func - what to call
# + return - how the stream ended
public isolated function forEach(stream<Type, CompletionType> stm, @isolatedParam function(Type val) returns () func)
        returns CompletionType {
    while true {
        record {|Type value;|}|error? step = next(stm);
        if step is record {|Type value;|} {
            func(step.value);
        } else {
            return step;
        }
    }
}

# Picks the values for which a function says true, when they are asked for.
#
# + stm - the stream
# + func - what decides
# + return - the stream of picked values
public isolated function filter(stream<Type, CompletionType> stm, @isolatedParam function(Type val) returns boolean func)
        returns stream<Type, CompletionType> {
    return sameStream(new FilteredStream(stm, func), stm);
}

# Combines the values.
#
# + stm - the stream
# + func - takes what has been combined so far and the next value
# + initial - what to begin with
# + return - what the last call gave, or the error with which the stream ended
public isolated function reduce(stream<Type, ErrorType?> stm, @isolatedParam function(Type1 accum, Type val) returns Type1 func,
        Type1 initial) returns Type1|ErrorType {
    Type1 accum = initial;
    while true {
        record {|Type value;|}|error? step = next(stm);
        if step is record {|Type value;|} {
            accum = func(accum, step.value);
        } else if step is error {
            return step;
        } else {
            return accum;
        }
    }
}

class StreamIterator {
    private final stream<any|error, error?> stm;

    isolated function init(stream<any|error, error?> stm) {
        self.stm = stm;
    }

    public isolated function next() returns record {|
        any|error value;
    |}|error? {
        return next(self.stm);
    }
}

class MappedStream {
    private final stream<any|error, error?> stm;
    private final function (any|error val) returns any|error func;

    isolated function init(stream<any|error, error?> stm, function (any|error val) returns any|error func) {
        self.stm = stm;
        self.func = func;
    }

    public isolated function next() returns record {|
        any|error value;
    |}|error? {
        record {|any|error value;|}|error? step = next(self.stm);
        if step is record {|any|error value;|} {
            function (any|error val) returns any|error func = self.func;
            return {value: func(step.value)};
        }
        return step;
    }

    public isolated function close() returns error? {
        return close(self.stm);
    }
}

class FilteredStream {
    private final stream<any|error, error?> stm;
    private final function (any|error val) returns boolean func;

    isolated function init(stream<any|error, error?> stm, function (any|error val) returns boolean func) {
        self.stm = stm;
        self.func = func;
    }

    public isolated function next() returns record {|
        any|error value;
    |}|error? {
        function (any|error val) returns boolean func = self.func;
        while true {
            record {|any|error value;|}|error? step = next(self.stm);
            if step is record {|any|error value;|} {
                if func(step.value) {
                    return step;
                }
            } else {
                return step;
            }
        }
    }

    public isolated function close() returns error? {
        return close(self.stm);
    }
}

// A stream over an object, of what a function returns or of the kind of another stream.
isolated function newStream(object {} source, function func) returns stream<any|error, error?> = external;

isolated function sameStream(object {} source, stream<any|error, error?> like) returns stream<any|error, error?> = external;
