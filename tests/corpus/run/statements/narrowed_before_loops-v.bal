// What was narrowed before a loop stays so behind it, if the loop does not assign it, whoever assigned it before.

import ballerina/io;

function lastOf(string[] all) returns string {
    string? found = ();
    foreach string one in all {
        found = one;
    }
    if found is () {
        return "none";
    }
    int rounds = 0;
    foreach string one in all {
        rounds += one.length();
    }
    while rounds > 0 {
        rounds -= 1;
    }
    return found;
}

public function main() {
    io:println(lastOf(["a", "b"]), " ", lastOf([])); // @output b none
}
