// Functions on tables.

@typeParam
type Type any|error;

@typeParam
type MapType map<any|error>;

@typeParam
type MapType1 map<any|error>;

@typeParam
type KeyType anydata;

# How many rows a table has.
#
# + t - the table
# + return - the number of its rows
public isolated function length(table<map<any|error>> t) returns int = external;

# Makes an iterator over the rows.
#
# + t - the table
# + return - an object whose `next` gives one row after the other
public isolated function iterator(table<MapType> t) returns object {
    public isolated function next() returns record {|
        MapType value;
    |}?;
} {
    return memberStream(t).iterator();
}

# The row of a key. Panics if there is none.
#
# + t - the table
# + k - the key
# + return - the row
public isolated function get(table<MapType> key<KeyType> t, KeyType k) returns MapType = external;

# Adds a row, or replaces the one with its key.
#
# + t - the table
# + val - the row
public isolated function put(table<MapType> t, MapType val) = external;

# Adds a row. Panics if there is one with its key.
#
# + t - the table
# + val - the row
public isolated function add(table<MapType> t, MapType val) = external;

# Applies a function to every row.
#
# + t - the table
# + func - what to apply
# + return - a table of the results, without keys
public isolated function 'map(table<MapType> t, @isolatedParam function(MapType val) returns MapType1 func)
        returns table<MapType1> key<never> {
    table<MapType1> key<never> result = emptyResults(func);
    foreach MapType val in t {
        result.add(func(val));
    }
    return result;
}

# Calls a function with every row.
#
# + t - the table
# + func - what to call
public isolated function forEach(table<MapType> t, @isolatedParam function(MapType val) returns () func) returns () {
    foreach MapType val in t {
        func(val);
    }
}

# Picks the rows for which a function says true.
#
# + t - the table
# + func - what decides
# + return - a new table of the picked rows
public isolated function filter(table<MapType> key<KeyType> t, @isolatedParam function(MapType val) returns boolean func)
        returns table<MapType> key<KeyType> {
    table<MapType> key<KeyType> result = emptyLike(t);
    foreach MapType val in t {
        if func(val) {
            result.add(val);
        }
    }
    return result;
}

# Combines the rows.
#
# + t - the table
# + func - takes what has been combined so far and the next row
# + initial - what to begin with
# + return - what the last call gave
public isolated function reduce(table<MapType> t, @isolatedParam function(Type accum, MapType val) returns Type func,
        Type initial) returns Type {
    Type accum = initial;
    foreach MapType val in t {
        accum = func(accum, val);
    }
    return accum;
}

# Takes a row out. Panics if there is none.
#
# + t - the table
# + k - its key
# + return - the row
public isolated function remove(table<MapType> key<KeyType> t, KeyType k) returns MapType = external;

# Takes a row out if it is there.
#
# + t - the table
# + k - its key
# + return - the row, or nil
public isolated function removeIfHasKey(table<MapType> key<KeyType> t, KeyType k) returns MapType? = external;

# Takes all rows out.
#
# + t - the table
public isolated function removeAll(table<map<any|error>> t) returns () = external;

# Tells whether there is a row.
#
# + t - the table
# + k - its key
# + return - true if there is
public isolated function hasKey(table<MapType> key<KeyType> t, KeyType k) returns boolean = external;

# All keys.
#
# + t - the table
# + return - the keys, in the order of the rows
public isolated function keys(table<map<any|error>> key<KeyType> t) returns KeyType[] = external;

# All rows.
#
# + t - the table
# + return - the rows in order
public isolated function toArray(table<MapType> t) returns MapType[] = external;

# An int that is no key yet.
#
# + t - the table
# + return - one more than the greatest key, 0 if there is none
public isolated function nextKey(table<map<any|error>> key<int> t) returns int = external;

isolated function emptyResults(function func) returns table<map<any|error>> key<never> = external;

isolated function emptyLike(table<MapType> key<KeyType> t) returns table<MapType> key<KeyType> = external;

isolated function memberStream(table<MapType> t) returns stream<MapType> = external;
