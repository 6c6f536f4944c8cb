// Functions on mappings.

@typeParam
type Type any|error;

@typeParam
type Type1 any|error;

# How many fields a mapping has.
#
# + m - the mapping
# + return - the number of its fields
public isolated function length(map<any|error> m) returns int = external;

# Makes an iterator over the values.
#
# + m - the mapping
# + return - an object whose `next` gives one value after the other
public isolated function iterator(map<Type> m) returns object {
    public isolated function next() returns record {|
        Type value;
    |}?;
} {
    return memberStream(m).iterator();
}

# The value of a key. Panics if there is none.
#
# + m - the mapping
# + k - the key
# + return - its value
public isolated function get(map<Type> m, string k) returns Type = external;

# Pairs each key with its value.
#
# + m - the mapping
# + return - a map from each key to the pair of key and value
public isolated function entries(map<Type> m) returns map<[string, Type]> = external;

# Applies a function to every value.
#
# + m - the mapping
# + func - what to apply
# + return - a map of the same keys with the results
public isolated function 'map(map<Type> m, @isolatedParam function(Type val) returns Type1 func) returns map<Type1> {
    map<Type1> result = emptyResults(func);
    foreach string k in m.keys() {
        result[k] = func(m.get(k));
    }
    return result;
}

# Calls a function with every value.
#
# + m - the mapping
# + func - what to call
public isolated function forEach(map<Type> m, @isolatedParam function(Type val) returns () func) returns () {
    foreach Type val in m {
        func(val);
    }
}

# Picks the fields for whose value a function says true.
#
# + m - the mapping
# + func - what decides
# + return - a new map of the picked fields
public isolated function filter(map<Type> m, @isolatedParam function(Type val) returns boolean func) returns map<Type> {
    map<Type> result = emptyLike(m);
    foreach string k in m.keys() {
        Type val = m.get(k);
        if func(val) {
            result[k] = val;
        }
    }
    return result;
}

# Combines the values.
#
# + m - the mapping
# + func - takes what has been combined so far and the next value
# + initial - what to begin with
# + return - what the last call gave
public isolated function reduce(map<Type> m, @isolatedParam function(Type1 accum, Type val) returns Type1 func, Type1 initial) returns Type1 {
    Type1 accum = initial;
    foreach Type val in m {
        accum = func(accum, val);
    }
    return accum;
}

# Takes a field out. Panics if there is none.
#
# + m - the mapping
# + k - its key
# + return - its value
public isolated function remove(map<Type> m, string k) returns Type = external;

# Takes a field out if it is there.
#
# + m - the mapping
# + k - its key
# + return - its value, or nil
public isolated function removeIfHasKey(map<Type> m, string k) returns Type? = external;

# Takes all fields out.
#
# + m - the mapping
public isolated function removeAll(map<any|error> m) returns () = external;

# Tells whether there is a field.
#
# + m - the mapping
# + k - its key
# + return - true if there is
public isolated function hasKey(map<Type> m, string k) returns boolean = external;

# All keys.
#
# + m - the mapping
# + return - the keys, in the order in which they were added
public isolated function keys(map<any|error> m) returns string[] = external;

# All values.
#
# + m - the mapping
# + return - the values, in the order of the keys
public isolated function toArray(map<Type> m) returns Type[] = external;

isolated function emptyResults(function func) returns map<any|error> = external;

isolated function emptyLike(map<any|error> m) returns map<any|error> = external;

isolated function memberStream(map<Type> m) returns stream<Type> = external;
