type Pair [int, string];

function unreachable() returns int {
    return 1;
    return 2; // @error UnreachableCode
}

function missing(boolean b) returns int {
    if b {
        return 1;
    }
} // @error MissingReturn

function complete(boolean b) returns int {
    if b {
        return 1;
    } else {
        panic error("no");
    }
}

function endless() returns int {
    while true {
    }
}

function initialized(boolean b) returns int {
    int x;
    int y;
    if b {
        x = 1;
        y = 1;
    } else {
        y = 2;
    }
    return x + y; // @error NotInitialized
}

function loops() {
    break; // @error JumpOutsideLoop
}

function iterates(int n) {
    foreach int i in n { // @error NotIterable
        _ = i;
    }
}

function narrows(int|string v) {
    int|string x = v;
    if x is int {
        while true {
            int y = x;
            x = "a"; // @error NarrowedAssignedInLoop
            _ = y;
        }
    }
}

function patterns(Pair p, int[] list, int n, any a) {
    [int, string] [first, second] = p;
    [int, int] [third, fourth] = list; // @error IncompatibleTypes
    [int, string] [one] = p; // @error PatternMayNotMatch
    match n {
        "a" => { // @error PatternNeverMatches
        }
        1 => {
        }
        1 => { // @error DuplicatePattern
        }
        _ => {
        }
        2 => { // @error ClauseUnreachable
        }
    }
    _ = [one, first, second, third, fourth];
}

function transactions() returns error? {
    check commit; // @error NotInTransaction
}

function workers() {
    1 -> nobody; // @error UnknownWorker
}

function wildcard(error e) {
    _ = fails(); // @error ErrorIgnored
    match e {
        _ => { // @error WildcardMatchesNoError
        }
    }
}

function fails() returns error? => ();
