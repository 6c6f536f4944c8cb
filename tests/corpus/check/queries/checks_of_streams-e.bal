isolated function positive(int i) returns int|error => i > 0 ? i : error("not positive");

// The errors of a stream's clauses are in its type, and nowhere else.
function neverFails() returns stream<int> =>
    stream from int i in [1, 2] select check positive(i); // @error IncompatibleTypes

function fails() returns stream<int, error?> =>
    stream from int i in [1, 2] select check positive(i);

function list() returns int[] =>
    from int i in [1, 2] select check positive(i); // @error ErrorNotReturned

function nested() returns int[][] =>
    from int i in [1, 2] select from int j in [check positive(i)] select j; // @error ErrorNotReturned
