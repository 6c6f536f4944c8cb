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

type Node record {|
    int value;
    Node? next;
|};

// A condition that asks for the type is asked again in each round.
function sumOf(Node? first) returns int {
    Node? node = first;
    int total = 0;
    if node is () {
        return total;
    }
    while node is Node {
        total += node.value;
        node = node.next;
    }
    return total;
}

function shrink(int|string given) {
    int|string x = given;
    if x is int {
        while x is byte {
            x += 1;
        }
    }
}

function lower(int|string given) {
    int|string x = given;
    if x is int {
        while x > 0 {
            x -= 1; // @error NarrowedAssignedInLoop
        }
    }
}

// What the condition says holds in the body alone.
function behindLoop(int|string given) returns string {
    while given is int {
        return "int";
    }
    if given is int {
        return "never at run time";
    }
    return given;
}

function behindLoopOnly(int|string given) returns string {
    while given is int {
        return "int";
    }
    return given; // @error IncompatibleTypes
}
