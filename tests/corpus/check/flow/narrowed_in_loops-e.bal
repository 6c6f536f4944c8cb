function assigned(string[] all) returns string {
    string? found = "";
    if found is () {
        return "";
    }
    foreach string one in all {
        found = one.length() > 1 ? one : (); // @error NarrowedAssignedInLoop
    }
    return found; // @error IncompatibleTypes
}

function assignedTwice(any given) {
    any x = given;
    if x is int {
        while x > 0 {
            x = x - 1; // @error NarrowedAssignedInLoop
            x = ();
        }
    }
}
