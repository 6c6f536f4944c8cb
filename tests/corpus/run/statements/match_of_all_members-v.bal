// A match with a clause for every member of an enumeration may have one for the rest, and may be followed by
// more: members may come.

import ballerina/io;

enum Side {
    LEFT,
    RIGHT
}

function other(Side side) returns Side {
    match side {
        LEFT => {
            return RIGHT;
        }
        RIGHT => {
            return LEFT;
        }
        _ => {
            return side;
        }
    }
}

function sign(Side side) returns int {
    match side {
        LEFT => {
            return -1;
        }
        RIGHT => {
            return 1;
        }
    }
    return 0;
}

public function main() {
    io:println(other(LEFT), " ", other(RIGHT)); // @output RIGHT LEFT
    io:println(sign(LEFT), " ", sign(RIGHT)); // @output -1 1
}
