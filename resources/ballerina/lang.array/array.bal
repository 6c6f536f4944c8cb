// Functions on lists.

@typeParam
type Type any|error;

@typeParam
type Type1 any|error;

@typeParam
type AnydataType anydata;

# How many members a list has.
#
# + arr - the list
# + return - the number of its members
public isolated function length((any|error)[] arr) returns int = external;

# Makes an iterator over the members.
#
# + arr - the list
# + return - an object whose `next` gives one member after the other
public isolated function iterator(Type[] arr) returns object {
    public isolated function next() returns record {|
        Type value;
    |}?;
} {
    return toStream(arr).iterator();
}

# Pairs each member with its index.
#
# + arr - the list
# + return - a list of pairs of index and member
public isolated function enumerate(Type[] arr) returns [int, Type][] = external;

# Applies a function to every member.
#
# + arr - the list
# + func - what to apply
# + return - the list of results
public isolated function 'map(Type[] arr, @isolatedParam function(Type val) returns Type1 func) returns Type1[] {
    Type1[] result = emptyResults(func);
    foreach Type val in arr {
        result.push(func(val));
    }
    return result;
}

# Calls a function with every member.
#
# + arr - the list
# + func - what to call
public isolated function forEach(Type[] arr, @isolatedParam function(Type val) returns () func) returns () {
    foreach Type val in arr {
        func(val);
    }
}

# Picks the members for which a function says true.
#
# + arr - the list
# + func - what decides
# + return - a new list of the picked members
public isolated function filter(Type[] arr, @isolatedParam function(Type val) returns boolean func) returns Type[] {
    Type[] result = emptyLike(arr);
    foreach Type val in arr {
        if func(val) {
            result.push(val);
        }
    }
    return result;
}

# Combines the members from the first to the last.
#
# + arr - the list
# + func - takes what has been combined so far and the next member
# + initial - what to begin with
# + return - what the last call gave
public isolated function reduce(Type[] arr, @isolatedParam function(Type1 accum, Type val) returns Type1 func, Type1 initial) returns Type1 {
    Type1 accum = initial;
    foreach Type val in arr {
        accum = func(accum, val);
    }
    return accum;
}

# Tells whether a function says true for some member.
#
# + arr - the list
# + func - what decides
# + return - true if it did once
public isolated function some(Type[] arr, @isolatedParam function(Type val) returns boolean func) returns boolean {
    foreach Type val in arr {
        if func(val) {
            return true;
        }
    }
    return false;
}

# Tells whether a function says true for every member.
#
# + arr - the list
# + func - what decides
# + return - true if it never said false
public isolated function every(Type[] arr, @isolatedParam function(Type val) returns boolean func) returns boolean {
    foreach Type val in arr {
        if !func(val) {
            return false;
        }
    }
    return true;
}

# Copies a part of a list.
#
# + arr - the list
# + startIndex - index of the first member to copy
# + endIndex - index behind the last member to copy
# + return - the new list
public isolated function slice(Type[] arr, int startIndex, int endIndex = arr.length()) returns Type[] = external;

# Takes a member out.
#
# + arr - the list
# + index - which
# + return - the member
public isolated function remove(Type[] arr, int index) returns Type = external;

# Takes all members out.
#
# + arr - the list
public isolated function removeAll((any|error)[] arr) returns () = external;

# Makes a list shorter, or longer with filler values.
#
# + arr - the list
# + length - the new length
public isolated function setLength((any|error)[] arr, int length) returns () = external;

# Finds the first member that equals a value.
#
# + arr - the list
# + val - what to look for
# + startIndex - where to begin
# + return - its index, or nil
public isolated function indexOf(AnydataType[] arr, AnydataType val, int startIndex = 0) returns int? = external;

# Finds the last member that equals a value.
#
# + arr - the list
# + val - what to look for
# + startIndex - where to begin, going towards the first
# + return - its index, or nil
public isolated function lastIndexOf(AnydataType[] arr, AnydataType val, int startIndex = arr.length() - 1) returns int? = external;

# Copies a list the other way round.
#
# + arr - the list
# + return - a new list with the last member first
public isolated function reverse(Type[] arr) returns Type[] = external;

# The two directions of a sort.
public enum SortDirection {
    ASCENDING = "ascending",
    DESCENDING = "descending"
}

# What can be sorted.
public type OrderedType ()|boolean|int|float|decimal|string|OrderedType[];

# Sorts; members that compare equal keep their order.
#
# + arr - the list, which stays as it is
# + direction - the smallest or the greatest first
# + key - gives what to compare by; without it the members themselves
# + return - a new list
public isolated function sort(Type[] arr, SortDirection direction = ASCENDING,
        (isolated function(Type val) returns OrderedType)? key = ()) returns Type[] {
    if key is () {
        return sorted(arr, direction);
    }
    OrderedType[] keys = [];
    foreach Type val in arr {
        keys.push(key(val));
    }
    return sortedBy(arr, keys, direction);
}

# Takes the last member out.
#
# + arr - the list
# + return - the member
public isolated function pop(Type[] arr) returns Type = external;

# Adds members at the end.
#
# + arr - the list
# + vals - what to add
public isolated function push(Type[] arr, Type... vals) returns () = external;

# Takes the first member out.
#
# + arr - the list
# + return - the member
public isolated function shift(Type[] arr) returns Type = external;

# Adds members at the beginning.
#
# + arr - the list
# + vals - what to add
public isolated function unshift(Type[] arr, Type... vals) returns () = external;

# Writes bytes in Base64.
#
# + arr - the bytes
# + return - their Base64 text
public isolated function toBase64(byte[] arr) returns string = external;

# Reads Base64.
#
# + str - the text
# + return - the bytes, or an error
public isolated function fromBase64(string str) returns byte[]|error = external;

# Writes bytes in hexadecimal.
#
# + arr - the bytes
# + return - two lower case digits for each
public isolated function toBase16(byte[] arr) returns string = external;

# Reads hexadecimal.
#
# + str - the text
# + return - the bytes, or an error
public isolated function fromBase16(string str) returns byte[]|error = external;

# Makes a stream of the members.
#
# + arr - the list
# + return - the stream
public isolated function toStream(Type[] arr) returns stream<Type, ()> = external;

isolated function emptyResults(function func) returns (any|error)[] = external;

isolated function emptyLike((any|error)[] arr) returns (any|error)[] = external;

isolated function sorted((any|error)[] arr, SortDirection direction) returns (any|error)[] = external;

isolated function sortedBy((any|error)[] arr, OrderedType[] keys, SortDirection direction) returns (any|error)[] = external;
