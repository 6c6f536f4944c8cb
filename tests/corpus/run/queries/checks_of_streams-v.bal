import ballerina/io;

isolated function positive(int i) returns int|error => i > 0 ? i : error("not positive: " + i.toString());

isolated function numbers(boolean are) returns int[]|error => are ? [1, -2, 3] : error("no numbers");

// A stream is asked later: what fails in its clauses is what it gives then, and does not leave the function that
// has made it.
function doubled(boolean are) returns stream<int, error?> =>
    stream from int i in check numbers(are)
    let int p = check positive(i)
    select p * 2;

function selected() returns stream<int, error?> {
    stream<int, error?> source = stream from int i in [0, 5] select i;
    return from int i in source select check positive(i);
}

// A list is made at once.
function listed() returns int[]|error => from int i in check numbers(true) select check positive(i);

function caught() returns int[] {
    do {
        int[] list = from int i in [4, -4] where check positive(i) > 1 select i;
        return list;
    } on fail error e {
        io:println("caught ", e.message());
    }
    return [];
}

public function main() {
    stream<int, error?> some = doubled(true);
    io:println(some.next(), some.next(), some.next()); // @output {"value":2}error("not positive: -2")
    io:println(doubled(false).next()); // @output error("no numbers")
    io:println(selected().next()); // @output error("not positive: 0")
    io:println(listed()); // @output error("not positive: -2")
    io:println(caught());
    // @output caught not positive: -4
    // @output []
}
