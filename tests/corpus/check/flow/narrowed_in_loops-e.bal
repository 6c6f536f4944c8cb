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
