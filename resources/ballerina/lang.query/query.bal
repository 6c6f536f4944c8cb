// What queries are made of when they run.

@typeParam
type Type any|error;

@typeParam
type ErrorType error;

# The direction of an `order by` key.
public enum SortDirection {
    ASCENDING = "ascending",
    DESCENDING = "descending"
}

# Stable order of frames by their keys.
#
# + frames - what to sort
# + keys - for each frame the list of its keys
# + ascending - for each key its direction
# + return - the frames in order
public isolated function orderBy((any|error)[] frames, (any|error)[][] keys, boolean[] ascending) returns (any|error)[] = external;

# Groups frames by equal keys.
#
# + frames - what to group
# + keys - for each frame its key
# + return - a list of groups in the order of their first frames
public isolated function groupBy((any|error)[] frames, anydata[] keys) returns (any|error)[][] = external;
